"""The numbers at the top of the page, from the totals of its tables."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from casework.screens.figures import Cell, Row, Table
from enquiries.screens.figures import share
from enquiries.screens.narrowing import IN_TIME, NOBODY, OPEN_ONES, OVERDUE
from protocol_portal.figures.choosing import days_of
from protocol_portal.figures.scope import Figure, Scope
from protocol_portal.figures.targets import is_met, target_of


@dataclass(frozen=True)
class Tile:
    """One number, what it is, and the list behind it; red or amber where it needs a look."""

    number: str
    label: str
    url: str
    note: str = ""
    colour: str = ""


def headline(scope: Scope, every: tuple[Figure, ...]) -> list[Tile]:
    """In time, overdue, open, without an owner: those that the reader may know."""
    totals = {one.table.key: one.table.total for one in every}
    months = next((one.table for one in every if one.table.key == "months"), None)
    late = totals.get("overdue-directorate") or totals.get("overdue-service")
    opened, overdue, unowned = (_cell(late, place) for place in range(3))
    found: list[Tile | None] = [_in_time(scope, months)] if months else []
    if overdue is not None:
        note = _("of %(open)s open") % {"open": f"{opened.number or 0:,}"} if opened else ""
        found.append(_tile(overdue, _("overdue"), scope.url(due=OVERDUE), note, colour="red"))
    if opened is not None:
        found.append(_tile(opened, _("open"), scope.url(state=OPEN_ONES)))
    if unowned is not None:
        url = scope.url(state=OPEN_ONES, owner=NOBODY)
        found.append(_tile(unowned, _("without an owner"), url, colour="amber"))
    return [one for one in found if one is not None]


def _cell(total: Row | None, place: int) -> Cell | None:
    """One number of a total; None where there is none, or where it is hidden."""
    if total is None or total.cells[place].is_hidden:
        return None
    return total.cells[place]


def _tile(cell: Cell, label: str, url: str, note: str = "", *, colour: str = "") -> Tile:
    return Tile(f"{cell.number or 0:,}", label, url, note, colour if cell.number else "")


def _in_time(scope: Scope, months: Table) -> Tile | None:
    total = months.total
    cell = _cell(total, 1)
    if total is None or cell is None or not cell.of:
        return None
    number = share(cell.number or 0, cell.of).split(" (")[0]
    label, url = _("in time for the first date"), scope.url_of_period(first=IN_TIME)
    target = target_of(months, total)
    is_reached = is_met(cell, target)
    if target is None or is_reached is None:
        return Tile(number, label, url, days_of(scope.period))
    words = _("Target %(target)d%%: %(result)s. %(days)s")
    reached = _("met so far") if scope.period.last >= scope.today else _("met")
    result = reached if is_reached else _below(target - 100 * (cell.number or 0) / cell.of)
    note = words % {"target": target, "result": result, "days": days_of(scope.period)}
    return Tile(number, label, url, note, "" if is_reached else "amber")


def _below(points: float) -> str:
    """«3 points below»: by how much the share falls short."""
    whole = round(points)
    if not whole:
        return _("less than a point below")
    return ngettext("%(points)d point below", "%(points)d points below", whole) % {"points": whole}
