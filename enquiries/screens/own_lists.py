"""«My enquiries»: figures, tabs and filters. A figure and the list behind its link are one question."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Count, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from enquiries.queries import MEMBERS_TURN, Enquiries
from enquiries.screens.narrowing import Day
from enquiries.states import OPEN, State

ANSWERED_WITHIN = datetime.timedelta(days=30)
UNSURE = "unsure"
FOUND = {
    "open": [*OPEN, State.ANSWERED],
    "answered": [State.ANSWERED, State.CLOSED, State.WITHDRAWN, State.MERGED],
}
TABS = ("open", "answered", "drafts")


@dataclass(frozen=True)
class Figure:
    """One of the numbers at the top, and what it counts."""

    label: str | Promise
    colour: str
    are: Callable[[Day], Q]


def _soon(day: Day) -> Q:
    return Q(state__in=OPEN, owed_on__gte=day.today, owed_on__lte=day.soon)


def _answered(day: Day) -> Q:
    return Q(state__in=[State.ANSWERED, State.CLOSED], answered_on__gte=day.today - ANSWERED_WITHIN)


FIGURES: dict[str, Figure] = {
    "waiting": Figure(_("waiting for you"), "amber", lambda day: MEMBERS_TURN),
    "overdue": Figure(_("overdue"), "red", lambda day: Q(state__in=OPEN, owed_on__lt=day.today)),
    "soon": Figure(_("due in 3 days"), "teal", _soon),
    "answered": Figure(_("answered in 30 days"), "teal", _answered),
}


def in_tab(tab: str) -> Q:
    """What a tab lists."""
    return Q(state=State.DRAFT) if tab == "drafts" else Q(state__in=FOUND[tab])


def counts(mine: Enquiries, day: Day) -> dict[str, int]:
    """How many of the person's own are behind each figure and tab, by its name («figure-overdue»,
    «tab-open»): one question.
    """
    asked = {f"figure-{name}": figure.are(day) for name, figure in FIGURES.items()}
    asked |= {f"tab-{tab}": in_tab(tab) for tab in TABS}
    counted = {name.replace("-", "_"): Count("pk", filter=of) for name, of in asked.items()}
    found = mine.order_by().aggregate(**counted)
    return {name: found[name.replace("-", "_")] for name in asked}


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
            found = found.filter(in_tab(self.tab))
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
