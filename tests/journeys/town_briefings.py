"""Briefings of a town: one of a group in each state, and the matters behind them, for the gates on pages."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from briefings.models import Briefing, Matter
from briefings.queries import matters_visible_to, visible_to
from briefings.states import BriefingState as State
from council.models import GroupMembership, Person, PoliticalGroup
from rulebook.briefing.given import EqualAccess
from tests.factories import council as make
from tests.factories.briefings import a_briefing, a_matter
from tests.factories.enquiries import on_day
from tests.journeys.led import Led

REASONS = "What you ask for is help with a campaign. We can give you the facts; please ask for those."
# What nobody can do any more there, so that the page says why.
TOO_LATE = ("briefing-agree", "briefing-withdraw", "briefing-take-up")


@dataclass
class Briefings:
    """The briefings by what stands out in each; the pages that each role finds by following links."""

    people: dict[str, Person] = field(default_factory=dict)
    cases: dict[str, Briefing] = field(default_factory=dict)
    matters: dict[str, Matter] = field(default_factory=dict)
    led: Led | None = None

    def paths(self, name: str, role: str, sign_in: Callable[[str], Client]) -> list[str]:
        """Those of one address to which this person is led."""
        return self.led.paths(name, role, sign_in) if self.led else []

    def names(self) -> dict[str, str]:
        """As scenes name them: «briefing asked», «matter agreed»."""
        rows = {f"briefing {name}": row.reference for name, row in self.cases.items()}
        return rows | {f"matter {name}": row.reference for name, row in self.matters.items()}

    def first(self, role: str) -> Iterator[str]:
        """Where somebody of that role begins: every briefing and matter that they may know of."""
        yield reverse("briefings")
        who = on_day(self.people[role]) if role in self.people else None
        if who is None:
            return
        rows = list(visible_to(who).order_by("pk"))
        yield from (reverse("briefing", args=[row.reference]) for row in rows)
        yield from (
            reverse("briefing-matter", args=[row.reference]) for row in matters_visible_to(who).order_by("pk")
        )
        if rows and role in ("member", "director"):
            given = self.cases["given"].reference
            yield from (reverse(name, args=[given]) for name in TOO_LATE)


def briefings_of_a_town(people: dict[str, Person]) -> Briefings:
    """The member’s group with one in each state; another group with what the first may not know of."""
    made = Briefings(people)
    member, director = people["member"], people["director"]
    group = PoliticalGroup.objects.get(pk=GroupMembership.objects.get(person=member).group_id)
    housing = director.appointments.get().directorate
    of_director = {
        "asked_of": "executive-director",
        "to_decide": "executive-director",
        "directorate": housing,
    }
    day = timezone.localdate() + datetime.timedelta(days=9)
    made.cases["asked"] = a_briefing(group, member, wanted_by=day, **of_director)
    passed = {"passed_on_because": "It would take a month.", "to_decide": "monitoring-officer"}
    made.cases["passed on"] = a_briefing(group, member, State.REFERRED, **{**of_director, **passed})
    decided = {"decided_by": director, "decided_at": timezone.now(), **of_director}
    made.cases["declined"] = a_briefing(
        group, member, State.DECLINED, reasons=REASONS, cites=["WF-4.3"], **decided
    )
    made.cases["barred"] = a_briefing(
        group,
        member,
        State.DECLINED,
        reasons="Officers give no help with a matter that is wholly party political.",
        cites=["WF-4.3"],
        others_present="two residents of the street",
    )
    for name, state in (("agreed", State.AGREED), ("given", State.GIVEN)):
        made.matters[name] = a_matter(
            director, equal_access=EqualAccess.ON_REQUEST.value, directorate=housing, subject="The library"
        )
        at = timezone.now() if state is State.GIVEN else None
        made.cases[name] = a_briefing(group, member, state, matter=made.matters[name], given_at=at, **decided)
    other = make.a_group(name="Kestrel group")
    leader = make.a_member(group=other, office="leader")
    for name, state in (("offered", State.OFFERED), ("told", State.TOLD), ("not taken", State.NOT_TAKEN)):
        matter = a_matter(director, equal_access=EqualAccess.OFFER_ALL.value, subject="Street cleaning")
        a_briefing(other, leader, State.AGREED, matter=matter, **decided)
        origin = Briefing.Origin.TOLD if state is State.TOLD else Briefing.Origin.OFFERED
        nothing = {"asked_of": "", "to_decide": "", "asked_as": "", "words": ""}
        made.cases[name] = a_briefing(
            group,
            member,
            state,
            matter=matter,
            origin=origin,
            answer_by=day,
            subject="Street cleaning",
            **nothing,
        )
        Briefing.objects.filter(pk=made.cases[name].pk).update(asked_by=None)
    made.led = Led("/briefings/", made.first, ("briefing", "briefing-matter"))
    return made
