"""How groups were treated beside each other: every number opens its list, and what is missing is said."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from briefings.policies.parity import may_offer_missing, may_open_list, sees_all_groups
from briefings.queries.parity import GroupCounts, by_group, last_election
from briefings.queries.sharing import TELLS, Missing, missing
from briefings.rules.parity import PeriodKey, periods, typical
from briefings.screens.figures import ASKED, LACKING, MISSING, OFFERED, SEATS, TYPICAL
from casework.files.spreadsheets import harmless
from casework.rules.periods import Period
from casework.wording import long_date
from council.queries import Standing, protocol_in_force
from rulebook.briefing.given import EqualAccess
from rulebook.wording import gettext_noop

PERIODS: Mapping[PeriodKey, str] = {
    PeriodKey.QUARTER: gettext_noop("This quarter"),
    PeriodKey.LAST_QUARTER: gettext_noop("Last quarter"),
    PeriodKey.YEAR: gettext_noop("This financial year"),
    PeriodKey.ELECTION: gettext_noop("Since the last election"),
}


@dataclass(frozen=True)
class Cell:
    """A number under its heading; `url` opens the rows behind it, empty for whoever may not."""

    label: str
    words: str
    url: str = ""


@dataclass(frozen=True)
class Line:
    """One group; `named` says its seats as well."""

    group: str
    named: str
    seats: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """One table, with its anchor."""

    key: str
    heading: str
    caption: str
    heads: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Gap:
    """What some groups have not been offered: the sentence, and the way to close it for whoever may."""

    heading: str
    is_open: bool
    url: str = ""
    link: str = ""


@dataclass(frozen=True)
class Choice:
    """A period that is offered."""

    words: str
    url: str
    is_current: bool


@dataclass(frozen=True)
class ParityPage:
    """The whole page."""

    days: str
    choices: tuple[Choice, ...]
    gap: Gap | None
    tables: tuple[Table, ...]
    means: tuple[tuple[str, str], ...]
    csv_url: str
    is_own_alone: bool


def period_of(who: Standing, asked: str) -> Period:
    """The period that the address names, if it is one of those offered or two days; else this quarter."""
    offered = {key.value: one for key, one in _offered(who).items()}
    return Period.read(asked) or offered.get(asked, offered[PeriodKey.QUARTER])


def _offered(who: Standing) -> dict[PeriodKey, Period]:
    """Each by its name; of two names that mean the same days today, the first."""
    every = periods(on=who.on, elected_on=last_election(on=who.on))
    found: dict[Period, PeriodKey] = {}
    for key, one in every.items():
        found.setdefault(one, key)
    return {key: one for one, key in found.items()}


def parity_page(who: Standing, period: Period) -> ParityPage:
    """The page as the person may see it: every group’s figures, or a leader’s own group’s."""
    own = None if sees_all_groups(who) else who.group_id
    found, without = by_group(period, on=who.on, only=own), missing(on=who.on)
    lacks = _lacking(without, period)
    page = reverse("briefing-parity")
    return ParityPage(
        days=days_of(period),
        choices=tuple(
            Choice(_(PERIODS[key]), f"{page}?period={key}", one == period)
            for key, one in _offered(who).items()
        ),
        gap=_gap(who, without) if own is None else None,
        tables=_tables(who, period, found, lacks) if found else (),
        means=_means(),
        csv_url=f"{reverse('briefing-parity-csv')}?period={period.key}",
        is_own_alone=own is not None,
    )


def as_csv(page: ParityPage) -> tuple[str, int]:
    """The file and its number of rows: a group each, the numbers of the page."""
    out = io.StringIO()
    writer = csv.writer(out)
    heads = [head for table in page.tables for head in table.heads[1:]]
    writer.writerow([_("Group"), _(SEATS[0]), *heads])
    rows = list(zip(*(table.lines for table in page.tables), strict=True))
    for lines in rows:
        numbers = [cell.words for line in lines for cell in line.cells]
        writer.writerow([harmless(cell) for cell in (lines[0].group, lines[0].seats, *numbers)])
    return out.getvalue(), len(rows)


def days_of(period: Period) -> str:
    """«1 October 2026 to 26 November 2026»."""
    return _("%(first)s to %(last)s") % {"first": long_date(period.first), "last": long_date(period.last)}


def list_url(what: str, group: int, period: Period) -> str:
    """The address of the rows behind a figure."""
    return f"{reverse('briefing-parity-list')}?what={what}&group={group}&period={period.key}"


def gap_heading(without: Iterable[Missing]) -> str:
    """Which group waits for how many, or that none does."""
    waits = Counter(one.group.name for one in without)
    if not waits:
        return _nothing_missing()
    if len(waits) > 1:
        words = _("%(groups)d groups wait for what others have, %(name)s for the most (%(number)d)")
        name, number = waits.most_common(1)[0]
        return words % {"groups": len(waits), "name": name, "number": number}
    ((name, number),) = waits.items()
    return ngettext(
        "%(name)s waits for %(number)d briefing that others have",
        "%(name)s waits for %(number)d briefings that others have",
        number,
    ) % {"name": name, "number": number}


def _nothing_missing() -> str:
    """A text that gives it on request, or is silent, leaves nothing to be offered."""
    given = protocol_in_force().briefings.equal_access.values()
    if any(one.value in (EqualAccess.OFFER_ALL, *TELLS) for one in given):
        return _("Every group was offered what the others have")
    if any(one.value for one in given):
        return _("The protocol has nobody offered what others had: a group that asks gets it")
    return _("The protocol does not say what groups are offered because another asked")


def _gap(who: Standing, without: list[Missing]) -> Gap:
    if not without or not may_offer_missing(who).allowed:
        return Gap(gap_heading(without), bool(without))
    link = ngettext("Offer the %(number)d briefing now", "Offer the %(number)d briefings now", len(without))
    words = link % {"number": len(without)}
    return Gap(gap_heading(without), True, reverse("briefing-offer-missing"), words)


def _lacking(without: list[Missing], period: Period) -> Counter[int]:
    """How many matters that were opened in the period each group has not been offered."""
    return Counter(
        one.group.pk
        for one in without
        if period.first <= timezone.localdate(one.matter.opened_at) <= period.last
    )


def _tables(
    who: Standing, period: Period, found: list[GroupCounts], lacks: Counter[int]
) -> tuple[Table, ...]:
    lines = [(one, may_open_list(who, one.group.pk).allowed) for one in found]
    asked_heads = (_("Group"), *(_(head) for head, _means in ASKED.values()), _(TYPICAL[0]))
    asked = tuple(
        _line(one, (*(_cell(one, key, ASKED, period, opens) for key in ASKED), _typical(one, period, opens)))
        for one, opens in lines
    )
    offered_heads = (_("Group"), *(_(head) for head, _means in OFFERED.values()), _(LACKING[0]))
    offered = tuple(
        _line(
            one,
            (
                _of_all(one, lacks, period, opens),
                *(_cell(one, key, OFFERED, period, opens) for key in OFFERED if key != "offered"),
                _lacks(who, one, lacks, period),
            ),
        )
        for one, opens in lines
    )
    caption = days_of(period)
    return (
        Table("asked", _("What groups asked for"), caption, asked_heads, asked),
        Table("offered", _("What groups were offered because others asked"), caption, offered_heads, offered),
    )


def _line(one: GroupCounts, cells: tuple[Cell, ...]) -> Line:
    words = ngettext("%(group)s (%(seats)d seat)", "%(group)s (%(seats)d seats)", one.seats)
    named = words % {"group": one.group.name, "seats": one.seats}
    return Line(one.group.name, named, str(one.seats), cells)


def _cell(
    one: GroupCounts, key: str, names: Mapping[str, tuple[str, str]], period: Period, opens: bool
) -> Cell:
    url = list_url(key, one.group.pk, period) if opens else ""
    return Cell(_(names[key][0]), str(one.counts[key]), url)


def _of_all(one: GroupCounts, lacks: Counter[int], period: Period, opens: bool) -> Cell:
    offered = one.counts["offered"]
    words = _("%(offered)d of %(all)d") % {"offered": offered, "all": offered + lacks[one.group.pk]}
    url = list_url("offered", one.group.pk, period) if opens else ""
    return Cell(_(OFFERED["offered"][0]), words, url)


def _lacks(who: Standing, one: GroupCounts, lacks: Counter[int], period: Period) -> Cell:
    """Matters are officers’ side: a leader reads how many, and is offered them by night."""
    url = list_url(MISSING, one.group.pk, period) if may_offer_missing(who).allowed else ""
    return Cell(_(LACKING[0]), str(lacks[one.group.pk]), url)


def _typical(one: GroupCounts, period: Period, opens: bool) -> Cell:
    middle = typical(one.days)
    if middle is None:
        return Cell(_(TYPICAL[0]), _("none decided"))
    words = _("%(days)s (of %(number)d)") % {"days": f"{middle:g}", "number": len(one.days)}
    return Cell(_(TYPICAL[0]), words, list_url("answered", one.group.pk, period) if opens else "")


def _means() -> tuple[tuple[str, str], ...]:
    named = (SEATS, *ASKED.values(), TYPICAL, *OFFERED.values(), LACKING)
    return tuple((_(name), _(means)) for name, means in named)
