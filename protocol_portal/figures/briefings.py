"""Briefings, group by group: asked, given, declined, offered, and how long each group waits."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from briefings.policies.parity import may_open_list, may_see_parity, sees_all_groups
from briefings.queries.parity import GroupCounts, by_group, counts_of
from briefings.rules.parity import typical
from briefings.screens.figures import ASKED, OFFERED, TYPICAL
from briefings.screens.parity import list_url
from casework.rules.periods import Period
from casework.screens.figures import Cell, Column, Row, Table, Unit
from protocol_portal.figures.scope import Figure, Scope, named, total_of

_ASKED = tuple(ASKED)
_OFFERED = ("offered", "taken-up", "not-taken", "told")


def figures(scope: Scope) -> list[Figure]:
    """One table; a leader’s own group alone, and nobody else’s but the monitoring officer’s lists open."""
    if not may_see_parity(scope.who).allowed:
        return []
    # Seats are those of the last day that is counted, as beside every other table.
    period = scope.period.until(scope.today)
    only = None if sees_all_groups(scope.who) else scope.who.group_id
    counts, before = counts_of(period, scope.before.period, on=scope.today, only=only)
    found = by_group(period, on=scope.today, only=only, counts=counts, seats=scope.seats)
    rows = tuple(_row(scope, period, one) for one in found)
    names = {**ASKED, **OFFERED}
    keys = (*_ASKED, *_OFFERED)
    columns = (
        *(Column(key, _(names[key][0]), is_whole=key in ("asked", "offered")) for key in keys),
        Column("days", _(TYPICAL[0]), Unit.DAYS),
    )
    # A list is of one group.
    total = total_of(_("All groups"), columns, rows, ("",) * len(columns)) if only is None else None
    if total is not None:
        days = _days(typical([number for one in found for number in one.days]))
        total = replace(total, cells=(*total.cells[:-1], days))
    table = Table(
        "briefings",
        _heading(found, is_own=only is not None),
        _("Briefings by political group, by the day of asking or of the offer"),
        columns,
        rows,
        total,
        tuple((_(name), _(means)) for name, means in (*(names[key] for key in keys), TYPICAL)),
    )
    return [Figure(table, _before(columns, before.values()))]


def _before(columns: Sequence[Column], found: Collection[Mapping[str, int]]) -> Row | None:
    """What all groups, or the one, had in the period before; the days are not asked again."""
    if not any(one["asked"] or one["offered"] for one in found):
        return None
    cells = tuple(
        Cell(None) if one.unit is Unit.DAYS else Cell(sum(counts[one.key] for counts in found))
        for one in columns
    )
    return Row("before", "", cells)


def _row(scope: Scope, period: Period, one: GroupCounts) -> Row:
    opens = may_open_list(scope.who, one.group.pk).allowed
    counts = tuple(
        Cell(one.counts[key], url=list_url(key, one.group.pk, period) if opens else "")
        for key in (*_ASKED, *_OFFERED)
    )
    url = list_url("answered", one.group.pk, period) if opens else ""
    return Row(str(one.group.pk), named(one.group, one.seats), (*counts, _days(typical(one.days), url)))


def _days(middle: float | None, url: str = "") -> Cell:
    """Whole days, a half rounded up; the list is of what was answered."""
    return Cell(None) if middle is None else Cell(int(middle + 0.5), url=url)


def _heading(found: list[GroupCounts], *, is_own: bool) -> str:
    asked = sum(one.counts["asked"] for one in found)
    if not asked:
        return _("Nobody asked for a briefing in this period")
    declined = sum(one.counts["declined"] for one in found)
    words = _("%(declined)s of %(asked)s briefings that groups asked for were declined")
    if is_own:
        words = _("%(declined)s of %(asked)s briefings that your group asked for were declined")
    return words % {"declined": f"{declined:,}", "asked": f"{asked:,}"}
