"""Briefings of a town: one of a group in each state, and the matters behind them, for the gates on pages."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from briefings.actions import rooms
from briefings.models import Briefing, Matter
from briefings.queries import matters_visible_to, visible_to
from briefings.states import BriefingState as State
from council.models import GroupMembership, Person, PoliticalGroup
from rulebook.briefing.given import EqualAccess
from rulebook.briefing.request import Form
from tests.briefings import giving
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
    # The member's group, as the figures name it in an address.
    group: int = 0

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
    _of_another_group(made, group, day, decided)
    _of_officers(made, group, day)
    _given(made, group)
    made.group = group.pk
    made.led = Led("/briefings/", made.first, ("briefing", "briefing-matter"))
    return made


def _of_another_group(
    made: Briefings, group: PoliticalGroup, day: datetime.date, decided: dict[str, object]
) -> None:
    """What another group asked for, as it comes to the member’s: offered, told, not taken up."""
    director, other = made.people["director"], make.a_group(name="Kestrel group")
    leader = make.a_member(group=other, office="leader")
    for name, state in (("offered", State.OFFERED), ("told", State.TOLD), ("not taken", State.NOT_TAKEN)):
        matter = a_matter(director, equal_access=EqualAccess.OFFER_ALL.value, subject="Street cleaning")
        a_briefing(other, leader, State.AGREED, matter=matter, **decided)
        origin = Briefing.Origin.TOLD if state is State.TOLD else Briefing.Origin.OFFERED
        nothing = {"asked_of": "", "to_decide": "", "asked_as": "", "words": ""}
        made.cases[name] = a_briefing(
            group,
            leader,
            state,
            matter=matter,
            origin=origin,
            answer_by=day,
            subject="Street cleaning",
            **nothing,
        )
        Briefing.objects.filter(pk=made.cases[name].pk).update(asked_by=None)


def _of_officers(made: Briefings, group: PoliticalGroup, day: datetime.date) -> None:
    """What the director offers to every group of their own accord."""
    director, name = made.people["director"], "offered by officers"
    made.matters[name] = a_matter(
        director, equal_access=EqualAccess.OFFER_ALL.value, offered_by=director, subject="Next year’s budget"
    )
    nothing = {"asked_of": "", "to_decide": "", "asked_as": "", "words": ""}
    given = {"origin": Briefing.Origin.OFFERED, "answer_by": day, "subject": "Next year’s budget", **nothing}
    made.cases[name] = a_briefing(group, director, State.OFFERED, matter=made.matters[name], **given)
    Briefing.objects.filter(pk=made.cases[name].pk).update(asked_by=None)


def _given(made: Briefings, group: PoliticalGroup) -> None:
    """Packs in each state, dates before and after they are chosen, questions, words to check, a full room."""
    for name in ("drafted", "with a reader", "cleared", "released", "dates", "fixed", "begun"):
        _open(made, group, name)
    matters = made.matters
    giving.a_pack(matters["drafted"])
    giving.certified(matters["with a reader"], reader=made.people["head"])
    giving.cleared(matters["cleared"])
    giving.released(matters["released"])
    giving.a_date(matters["dates"])
    for name in ("fixed", "begun"):
        _dated(made, name)
    given, member = made.cases["given"], made.people["member"]
    given.questions.create(words="How much is it?", asked_by=member, asked_at=timezone.now())
    officer = made.people["director"]
    given.attributed.create(officer=officer, words="It will close.", put_by=member, put_at=timezone.now())


def _open(made: Briefings, group: PoliticalGroup, name: str) -> None:
    """One more that was agreed for the member’s group, in the lead of the director."""
    director = made.people["director"]
    form = Form.REPORT if name in ("released",) else Form.ATTENDANCE
    matter = a_matter(
        director, equal_access=EqualAccess.ON_REQUEST.value, subject=f"The {name} plan", form=form.value
    )
    decided = {"decided_by": director, "decided_at": timezone.now()}
    row = a_briefing(group, made.people["member"], State.AGREED, matter=matter, form=form.value, **decided)
    made.matters[name], made.cases[name] = matter, row


def _dated(made: Briefings, name: str) -> None:
    """With a date that the group chose, an officer who speaks, and somebody from outside in the room."""
    member = made.people["member"]
    session = giving.a_date(made.matters[name])
    row = giving.chosen(made.cases[name], session, by=member)
    giving.named(session, made.people["director"])
    rooms.list_room(
        who=on_day(member),
        row=row,
        people=[member],
        others=("Two residents of the street",),
        seen_version=None,
        at=timezone.now(),
    )
    if name == "begun":
        giving.over(session)
