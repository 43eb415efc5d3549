"""What one viewer’s figures count: whose enquiries, of which days, and in which list each number opens."""

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import Any, NamedTuple

from django.db.models import BooleanField, ExpressionWrapper, Q
from django.urls import reverse
from django.utils.translation import ngettext

from briefings.queries.parity import seats_on
from casework.rules.periods import Period
from casework.screens.figures import Cell, Column, Row, Table, Unit
from council.models import PoliticalGroup
from council.queries import Standing
from council.rules import Role
from enquiries.queries import Enquiries, of_group_to_count, of_team
from enquiries.screens.figures import all_visible
from enquiries.screens.narrowing import Narrowing
from enquiries.screens.outcomes import Outcomes, outcomes
from enquiries.states import State


class Figure(NamedTuple):
    """A table, and the same total for the period before; None where there is none, or nothing to compare."""

    table: Table
    before: Row | None = None


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

    @cached_property
    def enquiries(self) -> Enquiries:
        """Every sent enquiry that is counted: the viewer’s own list, or a group’s ordinary ones."""
        if self.reach is Reach.COUNCIL:
            return all_visible(self.who)
        if self.reach is Reach.GROUP:
            return of_group_to_count(self.who)
        return of_team(self.who).filter(team__isnull=False).exclude(state=State.DRAFT)

    @property
    def received(self) -> Enquiries:
        """Those that were received in the period and in the one before: `earlier` says in which."""
        found = self.enquiries.filter(self.is_counted("received_on"))
        return found.annotate(earlier=self.is_earlier("received_on"))

    @cached_property
    def outcomes(self) -> Outcomes:
        """What came of those that were received; several tables count by it."""
        place = "service" if self.is_within else "team__directorate"
        return outcomes(self.received, today=self.today, place=place)

    @property
    def is_within(self) -> bool:
        """Whether they are figures of one directorate: there promises are told apart by service."""
        return self.reach in (Reach.DIRECTORATE, Reach.TEAM)

    def is_counted(self, day: str) -> Q:
        """Whether the day of a row lies in the period, or in the one before as far as that is compared."""
        periods = (self.before.period, self.period)
        earlier, later = (Q(**{f"{day}__range": (one.first, one.last)}) for one in periods)
        return earlier | later

    def is_earlier(self, day: str) -> "ExpressionWrapper[Q]":
        """Whether the day of a row lies before the period."""
        return ExpressionWrapper(Q(**{f"{day}__lt": self.period.first}), output_field=BooleanField())

    @cached_property
    def before(self) -> "Scope":
        """The same for the period before, up to the same day where this one still goes on."""
        return replace(self, period=self.period.before_until(self.today))

    @cached_property
    def seats(self) -> dict[int, int]:
        """The members in office of each group, on the last day that is counted."""
        return seats_on(self.period.until(self.today).last)

    @cached_property
    def groups(self) -> dict[str, str]:
        """Every group by its number, named with its seats, in the order of names."""
        return {str(one.pk): named(one, self.seats.get(one.pk, 0)) for one in self.political_groups}

    @cached_property
    def political_groups(self) -> tuple[PoliticalGroup, ...]:
        """Every group, in the order of names."""
        return tuple(PoliticalGroup.objects.order_by("name", "from_on", "pk"))

    def url(self, **filters: str) -> str:
        """The address of the list with these filters; empty where the viewer opens none."""
        if self.reach not in _LISTS:
            return ""
        return f"{self._list}?{Narrowing(**filters).query()}"

    @cached_property
    def _list(self) -> str:
        return reverse(_LISTS[self.reach])

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


def named(group: PoliticalGroup, seats: int) -> str:
    """«Progressive Group (31 seats)»: named with its seats, by which its numbers are to be read."""
    words = ngettext("%(group)s (%(seats)d seat)", "%(group)s (%(seats)d seats)", seats)
    return words % {"group": group.name, "seats": seats}


def compared(
    scope: Scope,
    found: Iterable[Mapping[str, Any]],
    make: Callable[[Scope, Sequence[Mapping[str, Any]]], Table],
) -> Figure:
    """The table of the period, and the total of the period before, made by the same hand from one query:
    each row says under `was` whether it belongs to that one.
    """
    rows = list(found)
    table = make(scope, [one for one in rows if not one["was"]])
    before = make(scope.before, [one for one in rows if one["was"]])
    return Figure(table, before.total)


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
