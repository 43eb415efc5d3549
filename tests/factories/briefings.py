"""Briefings for tests: groups with their leaders, officers who decide, and requests in any state."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from briefings import events
from briefings.actions.asking import ask_for_group
from briefings.actions.deciding import agree
from briefings.models import Briefing, Matter
from briefings.queries.answering import Request
from briefings.states import BriefingState
from casework.actions.announcing import announce, open_case
from council.models import Directorate, GroupMembership, Person, PoliticalGroup
from council.queries import Standing, standing_of
from rulebook.briefing.request import Form
from rulebook.post import Post
from tests.factories import council as make

SUBJECT = "Plans for the library in Mill Lane"
WORDS = "We want to know what the options cost."


@dataclass(frozen=True)
class Hall:
    """A council with three groups, their leaders, a chief executive, a director and a monitoring officer."""

    groups: tuple[PoliticalGroup, ...]
    leaders: tuple[Person, ...]
    members: tuple[Person, ...]
    chief: Person
    director: Person
    directorate: Directorate
    monitoring_officer: Person


def a_member_of(group: PoliticalGroup, *, leads: bool = False, **more: Any) -> Person:
    """A member in office who is in the group, as its leader if wanted."""
    office = GroupMembership.Office.LEADER if leads else GroupMembership.Office.MEMBER
    person = make.a_member(**more)
    GroupMembership.objects.create(person=person, group=group, office=office, from_on=make.LONG_AGO)
    return person


def a_hall() -> Hall:
    """The council in which every test of briefings takes place."""
    groups = tuple(make.a_group(name=name) for name in ("Kestrel Group", "Heron Group", "Osprey Group"))
    directorate = make.a_directorate(name="Libraries and parks")
    return Hall(
        groups=groups,
        leaders=tuple(a_member_of(group, leads=True) for group in groups),
        members=tuple(a_member_of(group) for group in groups),
        chief=make.a_holder_of(Post.CHIEF_EXECUTIVE),
        director=make.a_holder_of(Post.DIRECTOR, directorate=directorate),
        directorate=directorate,
        monitoring_officer=make.a_holder_of(Post.MONITORING_OFFICER),
    )


def today(person: Person, *, on: datetime.date | None = None) -> Standing:
    """What the person is today."""
    return standing_of(person, on=on or timezone.localdate())


def a_request(**more: Any) -> Request:
    """An ordinary request of the chief executive."""
    given: dict[str, Any] = {
        "form": Form.BRIEFING,
        "asked_of": Post.CHIEF_EXECUTIVE,
        "subject": SUBJECT,
        "words": WORDS,
    }
    return Request(**{**given, **more})


def asked(hall: Hall, *, group: int = 0, by: Person | None = None, **more: Any) -> Briefing:
    """A request of one of the groups, by its leader."""
    who = today(by or hall.leaders[group])
    return ask_for_group(who=who, request=a_request(**more), at=timezone.now())


def agreed(
    hall: Hall, *, group: int = 0, row: Briefing | None = None, same_as: Matter | None = None, **more: Any
) -> Briefing:
    """A request that whoever was asked has agreed to."""
    row = row or asked(hall, group=group, **more)
    decider = {Post.CHIEF_EXECUTIVE.value: hall.chief, Post.DIRECTOR.value: hall.director}
    return agree(
        who=today(decider.get(row.to_decide, hall.monitoring_officer)),
        row=row,
        subject=SUBJECT,
        same_as=same_as,
        lead=None,
        seen_version=None,
        at=timezone.now(),
    )


@transaction.atomic
def a_matter(
    lead: Person, *, subject: str = SUBJECT, protocol: str = "waltham-forest", **more: Any
) -> Matter:
    """A matter that somebody leads, as it stands after an agreement."""
    reference, stream = open_case("matter", "MAT")
    given: dict[str, Any] = {"form": Form.BRIEFING.value, "opened_at": timezone.now(), **more}
    row = Matter.objects.create(
        reference=reference, stream=stream, protocol=protocol, subject=subject, lead=lead, **given
    )
    announce(stream=stream, kind=events.OPENED, by=lead, at=row.opened_at, facts={"lead": lead.pk})
    return row


@transaction.atomic
def a_briefing(
    group: PoliticalGroup,
    by: Person,
    state: BriefingState = BriefingState.ASKED,
    *,
    protocol: str = "waltham-forest",
    **more: Any,
) -> Briefing:
    """A group’s row in any state, as it stands in the table; the actions are tried elsewhere."""
    reference, stream = open_case("briefing", "BRF")
    given: dict[str, Any] = {
        "form": Form.BRIEFING.value,
        "asked_by": by,
        "asked_as": "group-member",
        "asked_at": timezone.now(),
        "subject": SUBJECT,
        "words": WORDS,
        "asked_of": Post.CHIEF_EXECUTIVE.value,
        "to_decide": Post.CHIEF_EXECUTIVE.value,
        **more,
    }
    row = Briefing.objects.create(
        reference=reference, stream=stream, protocol=protocol, group=group, state=state.value, **given
    )
    announce(stream=stream, kind=events.ASKED, by=by, at=row.asked_at, facts={"briefing": row.pk})
    return row
