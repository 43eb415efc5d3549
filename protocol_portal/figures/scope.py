"""What one viewer’s figures count: whose enquiries, of which days, and in which list each number opens."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.urls import reverse

from casework.rules.periods import Period
from casework.screens.figures import Cell, Column, Row, Unit
from council.queries import Standing
from council.rules import Role
from enquiries.queries import Enquiries, of_group_to_count, of_team
from enquiries.screens.figures import all_visible
from enquiries.screens.narrowing import Narrowing
from enquiries.states import State


class Reach(StrEnum):
    """Whose figures they are."""

    COUNCIL = "council"
    DIRECTORATE = "directorate"
    TEAM = "team"
    GROUP = "group"


# The list in which a number opens; a group's counts open none.
_LISTS = {Reach.COUNCIL: "all-cases", Reach.DIRECTORATE: "team-cases", Reach.TEAM: "team-cases"}


@dataclass(frozen=True)
class Scope:
    """The viewer, what they count, and for which days; `today` is the day of the figures of now."""

    who: Standing
    reach: Reach
    period: Period
    today: datetime.date

    @property
    def enquiries(self) -> Enquiries:
        """Every sent enquiry that is counted: the viewer’s own list, or a group’s ordinary ones."""
        if self.reach is Reach.COUNCIL:
            return all_visible(self.who)
        if self.reach is Reach.GROUP:
            return of_group_to_count(self.who)
        return of_team(self.who).filter(team__isnull=False).exclude(state=State.DRAFT)

    @property
    def received(self) -> Enquiries:
        """Those that were received in the period."""
        return self.enquiries.filter(received_on__range=(self.period.first, self.period.last))

    def url(self, **filters: str) -> str:
        """The address of the list with these filters; empty where the viewer opens none."""
        if self.reach not in _LISTS:
            return ""
        return f"{reverse(_LISTS[self.reach])}?{Narrowing(**filters).query()}"

    def url_of_period(self, **filters: str) -> str:
        """The same, of those that were received in the period."""
        return self.url(received=self.period.key, **filters)


def reach_of(who: Standing) -> Reach:
    """The widest that the viewer’s roles give."""
    if who.has(Role.MONITORING_OFFICER, Role.DEMOCRATIC_SERVICES):
        return Reach.COUNCIL
    if who.directorates:
        return Reach.DIRECTORATE
    return Reach.TEAM if who.has(Role.OFFICER) else Reach.GROUP


def total_of(label: str, columns: Sequence[Column], rows: Sequence[Row], urls: Sequence[str]) -> Row | None:
    """The sum of the rows, column by column, with the lists behind it; None where there is no row.

    Days do not add up: there the cell says nothing.
    """
    if not rows:
        return None
    found = [
        Cell(None) if column.unit is Unit.DAYS else _sum([row.cells[place] for row in rows], urls[place])
        for place, column in enumerate(columns)
    ]
    return Row("total", label, tuple(found))


def _sum(cells: Sequence[Cell], url: str) -> Cell:
    wholes = [cell.of for cell in cells if cell.of is not None]
    return Cell(sum(cell.number or 0 for cell in cells), sum(wholes) if wholes else None, url)
