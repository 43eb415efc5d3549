"""«My enquiries»: figures, tabs and filters. A figure and the list behind its link are one question."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from enquiries.queries import MEMBERS_STATES, Enquiries
from enquiries.screens.narrowing import Day
from enquiries.states import OPEN, State

ANSWERED_WITHIN = datetime.timedelta(days=30)
UNSURE = "unsure"
# What each tab lists.
IN_TAB: dict[str, tuple[State, ...]] = {
    "open": (*OPEN, State.ANSWERED),
    "answered": (State.ANSWERED, State.CLOSED, State.WITHDRAWN, State.MERGED),
    "drafts": (State.DRAFT,),
}
TABS = tuple(IN_TAB)


@dataclass(frozen=True)
class Figure:
    """One of the numbers at the top, and what it counts: of some states, those of which `days` is true."""

    label: str | Promise
    colour: str
    states: tuple[State, ...]
    days: Callable[[Day], Q] | None = None

    def are(self, day: Day) -> Q:
        """The enquiries that it counts on the day."""
        of_states = Q(state__in=self.states)
        return of_states & self.days(day) if self.days else of_states


FIGURES: dict[str, Figure] = {
    "waiting": Figure(_("waiting for you"), "amber", MEMBERS_STATES),
    "overdue": Figure(_("overdue"), "red", OPEN, lambda day: Q(owed_on__lt=day.today)),
    "soon": Figure(_("due in 3 days"), "teal", OPEN, lambda day: Q(owed_on__range=(day.today, day.soon))),
    "answered": Figure(
        _("answered in 30 days"),
        "teal",
        (State.ANSWERED, State.CLOSED),
        lambda day: Q(answered_on__gte=day.today - ANSWERED_WITHIN),
    ),
}


def counts(mine: Enquiries, day: Day) -> dict[str, int]:
    """How many of the person's own are behind each figure and tab, by its name («figure-overdue»,
    «tab-open»): one question, state by state.
    """
    dated = {f"of_{name}": Count("pk", filter=one.days(day)) for name, one in FIGURES.items() if one.days}
    rows = mine.order_by().values("state").annotate(of_every=Count("pk"), **dated)
    by_state: dict[str, Mapping[str, Any]] = {row["state"]: row for row in rows}

    def number(states: Iterable[State], which: str) -> int:
        return sum(by_state[state][which] for state in states if state in by_state)

    figures = {
        f"figure-{name}": number(one.states, f"of_{name}" if one.days else "of_every")
        for name, one in FIGURES.items()
    }
    return figures | {f"tab-{tab}": number(states, "of_every") for tab, states in IN_TAB.items()}


@dataclass(frozen=True)
class OwnList:
    """What the address asks for: a tab or a figure, and the filters in use; nonsense asks for nothing."""

    tab: str = "open"
    show: str = ""
    service: str = ""
    street: str = ""
    state: str = ""
    member: str = ""

    def of(self, mine: Enquiries, day: Day) -> Enquiries:
        """The enquiries that it finds among the person's own."""
        found = mine
        if self.show:
            found = found.filter(FIGURES[self.show].are(day))
        elif self.tab == "drafts" or not self.state:
            found = found.filter(state__in=IN_TAB[self.tab])
        return found.filter(self._filters())

    def _filters(self) -> Q:
        filters = Q()
        if self.service == UNSURE:
            filters &= Q(service__isnull=True)
        elif self.service:
            filters &= Q(service=self.service)
        if self.street:
            filters &= Q(street__icontains=self.street)
        if self.state and self.tab != "drafts":
            filters &= Q(state=self.state)
        if self.member:
            filters &= Q(member=self.member)
        return filters

    @property
    def is_narrowed(self) -> bool:
        """Is a filter or a figure in use?"""
        return bool(self.show or self.service or self.street or self.state or self.member)

    def address(self, *, without: str = "") -> str:
        """The query of its address, less one part."""
        parts = {name: value for name, value in vars(self).items() if value and name != without}
        if parts.get("tab") == "open":
            del parts["tab"]
        return f"?{urlencode(parts)}"
