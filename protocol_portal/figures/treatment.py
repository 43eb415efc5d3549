"""Equal treatment: the time to answer by political group, by office held, and by officer and group."""

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Count, F, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from casework.rules.periods import Period
from casework.screens.figures import Cell, Column, Row, Table, Unit
from council.models import Administration, Person
from council.queries import protocol_in_force
from council.rules import Role
from enquiries.queries import Enquiries
from enquiries.queries.treatment import GROUP, NO_GROUP, Median, with_group, with_office
from enquiries.rules.treatment import (
    CONTACT_PATTERN,
    LEAST_CASES,
    TREATED_ALIKE,
    Pattern,
    Replies,
    middle_of,
    offices_of,
    patterns,
)
from enquiries.screens.narrowing import COUNTED, IN_TIME, REPLIED, counted, in_first_time, with_outcomes
from protocol_portal.figures.scope import Figure, Reach, Scope, compared, total_of
from rulebook.body_law import BODY_LAW
from rulebook.wording import gettext_noop

_ABOUT = {
    "groups": gettext_noop("Enquiries by the political group of the member on the day of receipt"),
    "offices": gettext_noop(
        "Enquiries by what the member was on the day of receipt; whoever was several things counts as the "
        "first of them"
    ),
}
_ALIKE = {
    "groups": gettext_noop("No group waits longer than another"),
    "offices": gettext_noop("No office waits longer than another"),
}

_TOO_FEW = {
    "groups": gettext_noop("Too few replies to compare one group with another"),
    "offices": gettext_noop("Too few replies to compare one office with another"),
}


def figures(scope: Scope) -> list[Figure]:
    """By group and by office for whoever opens the cases; contacts for the monitoring officer."""
    if scope.reach is Reach.GROUP:
        return []
    rows = list(_times(scope))
    middle = {
        which.period: _time(one for one in rows if one["was"] == was).middle
        for which, was in ((scope, False), (scope.before, True))
    }
    found = [_groups(scope, rows, middle), _offices(scope, rows, middle)]
    is_told = scope.who.has(Role.MONITORING_OFFICER)
    return [*found, Figure(_patterns(scope))] if is_told else found


@dataclass(frozen=True)
class _Time:
    """What is counted of one group or office; `middle`: the days to the middle one of its replies."""

    number: int
    in_time: int
    replied: int
    middle: int | None


def _times(scope: Scope) -> Iterable[Mapping[str, Any]]:
    """How many of each group and office took how many days to the reply; no days where there is none."""
    days = F("first_reply_on") - F("received_on")
    return (
        with_office(with_group(_counted(scope)))
        .order_by()
        .values(was=F("earlier"), group=F(GROUP), held=F("office"), days=days)
        .annotate(number=Count("pk"), in_time=Count("pk", filter=in_first_time(scope.today)))
    )


def _time(rows: Iterable[Mapping[str, Any]]) -> _Time:
    number, in_time, days = 0, 0, Counter[int]()
    for one in rows:
        number, in_time = number + one["number"], in_time + one["in_time"]
        if one["days"] is not None:
            days[one["days"].days] += one["number"]
    return _Time(number, in_time, days.total(), middle_of(days))


def _by(key: str, rows: Iterable[Mapping[str, Any]]) -> dict[str, _Time]:
    found: dict[str, list[Mapping[str, Any]]] = {}
    for one in rows:
        found.setdefault(NO_GROUP if one[key] is None else str(one[key]), []).append(one)
    return {name: _time(some) for name, some in found.items()}


def _groups(scope: Scope, found: Sequence[Mapping[str, Any]], middle: Mapping[Period, int | None]) -> Figure:
    def make(which: Scope, rows: Sequence[Mapping[str, Any]]) -> Table:
        by_key = _by("group", rows)
        # Of the period before only the sum is shown, so that its seats are not looked up.
        seated = {str(group) for group in scope.seats}
        labels = {key: words for key, words in scope.groups.items() if key in by_key or key in seated}
        if NO_GROUP in by_key:
            labels[NO_GROUP] = _("Members without a group")
        return _table(which, "groups", _rows(which, "group", labels, by_key), middle[which.period])

    return compared(scope, found, make)


def _offices(scope: Scope, found: Sequence[Mapping[str, Any]], middle: Mapping[Period, int | None]) -> Figure:
    has_executive = BODY_LAW[protocol_in_force().body].has_executive
    has_groups, governs = bool(scope.seats), _governs(scope)

    def make(which: Scope, rows: Sequence[Mapping[str, Any]]) -> Table:
        by_key = _by("held", rows)
        lines = offices_of(
            by_key, has_executive=has_executive, has_groups=has_groups, has_administration=governs
        )
        labels = {one.value: _(words) for one, words in lines.items()}
        return _table(which, "offices", _rows(which, "office", labels, by_key), middle[which.period])

    return compared(scope, found, make)


def _governs(scope: Scope) -> bool:
    """Whether an administration is on record for any day of the period."""
    found = Administration.objects.filter(from_on__lte=scope.period.last)
    return found.filter(Q(to_on__isnull=True) | Q(to_on__gte=scope.period.first)).exists()


def _counted(scope: Scope) -> Enquiries:
    return with_outcomes(scope.received).filter(counted())


def _table(scope: Scope, key: str, rows: tuple[Row, ...], middle: int | None) -> Table:
    columns = (
        Column("counted", _("Counted"), is_whole=True),
        Column("in-time", _("In time for the first date"), Unit.SHARE),
        Column("replied", _("With a full reply")),
        Column("days", _("Typical days to the reply"), Unit.DAYS),
    )
    urls = [scope.url_of_period(first=one) for one in (COUNTED, IN_TIME, REPLIED)]
    total = total_of(_("All members"), columns, rows, (*urls, ""))
    if total is not None:
        total = replace(total, cells=(*total.cells[:-1], Cell(middle, url=urls[-1])))
    return Table(key, _heading(rows, key), _(_ABOUT[key]), columns, rows, total, _means())


def _means() -> tuple[tuple[str, str], ...]:
    days = _(
        "The middle number of calendar days from receipt to the first full reply: half were quicker. The "
        "heading compares lines of at least %(fewest)d replies."
    ) % {"fewest": LEAST_CASES}
    return (
        (_("Equal treatment"), _(TREATED_ALIKE.says)),
        (_("Typical days to the reply"), days),
    )


def _rows(scope: Scope, name: str, labels: Mapping[str, str], found: Mapping[str, _Time]) -> tuple[Row, ...]:
    return tuple(_row(scope, name, one, label, found.get(one)) for one, label in labels.items())


def _row(scope: Scope, name: str, key: str, label: str, found: _Time | None) -> Row:
    if found is None:
        return Row(key, label, (Cell(0), Cell(0, 0), Cell(0), Cell(None)))
    at = {name: key}
    cells = (
        Cell(found.number, url=scope.url_of_period(first=COUNTED, **at)),
        Cell(found.in_time, found.number, scope.url_of_period(first=IN_TIME, **at)),
        Cell(found.replied, url=scope.url_of_period(first=REPLIED, **at)),
        Cell(found.middle, url=scope.url_of_period(first=REPLIED, **at)),
    )
    return Row(key, label, cells)


def in_days(length: datetime.timedelta | None) -> int | None:
    """Whole days, a half rounded up; None of nothing."""
    return None if length is None else int(length / datetime.timedelta(days=1) + 0.5)


def _heading(rows: Sequence[Row], key: str) -> str:
    """Who waited longest and who least, where there is a difference; few replies tell of none."""
    waits = sorted(
        (row.cells[3].number, row.label)
        for row in rows
        if row.cells[3].number is not None and (row.cells[2].number or 0) >= LEAST_CASES
    )
    if len(waits) < 2:
        return _(_TOO_FEW[key])
    if waits[0][0] == waits[-1][0]:
        return _(_ALIKE[key])
    (least, quick), (most, slow) = waits[0], waits[-1]
    words = _(
        "Half of the replies took %(most)d days or more: %(slow)s. The quickest, %(least)d days: %(quick)s"
    )
    return words % {"slow": slow, "most": most, "quick": quick, "least": least}


def _patterns(scope: Scope) -> Table:
    """For the monitoring officer to look at: one officer, two groups."""
    rows = (
        with_group(_counted(scope).filter(Q(earlier=False)))
        .filter(Q(first_reply_on__isnull=False, owner__isnull=False) & Q(**{f"{GROUP}__isnull": False}))
        .order_by()
        .values("owner", group=F(GROUP))
        .annotate(number=Count("pk"), middle=Median(F("first_reply_on") - F("received_on")))
    )
    told = patterns(
        [Replies(row["owner"], row["group"], row["number"], in_days(row["middle"]) or 0) for row in rows]
    )
    people = Person.objects.in_bulk({one.quicker.officer for one in told})
    groups = {one.pk: one.name for one in scope.political_groups}
    words = _("%(officer)s: %(quicker)s sooner than %(slower)s")
    shown = tuple(
        Row(
            f"{one.quicker.officer}-{one.quicker.group}-{one.slower.group}",
            words
            % {
                "officer": people[one.quicker.officer].name,
                "quicker": groups[one.quicker.group],
                "slower": groups[one.slower.group],
            },
            (*_side(scope, one.quicker), *_side(scope, one.slower)),
        )
        for one in told
    )
    return Table(
        "patterns",
        _patterns_heading(told),
        _("Officers who answered one group much sooner than another, by the group on the day of receipt"),
        (
            Column("quicker", _("Typical days, sooner"), Unit.DAYS),
            Column("quicker-replies", _("Replies, sooner")),
            Column("slower", _("Typical days, later"), Unit.DAYS),
            Column("slower-replies", _("Replies, later")),
        ),
        shown,
        means=((_("Pattern of contacts"), _(CONTACT_PATTERN.says)),),
    )


def _side(scope: Scope, one: Replies) -> tuple[Cell, Cell]:
    url = scope.url_of_period(first=REPLIED, owner=str(one.officer), group=str(one.group))
    return Cell(one.days, url=url), Cell(one.number, url=url)


def _patterns_heading(told: Sequence[Pattern]) -> str:
    if not told:
        return _("No officer answers one group much sooner than another")
    officers = len({one.quicker.officer for one in told})
    words = ngettext(
        "%(number)d officer answered one group much sooner than another",
        "%(number)d officers answered one group much sooner than another",
        officers,
    )
    return words % {"number": officers}
