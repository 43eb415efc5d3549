"""The hard cases: who knows of the complaint, reads it, may stand aside, and says who has it instead."""

import datetime
from collections.abc import Callable

import pytest
from django.utils import timezone

from complaints import tasks
from complaints.actions.raising import receive
from complaints.models import Complaint, Handler
from complaints.policies.parts import parts_of
from complaints.policies.seeing import may_read
from complaints.policies.standing_aside import confirms, may_ask_for_another, may_stand_aside
from complaints.queries import visible_to
from complaints.queries.people import people_of
from complaints.states import ComplaintState
from council.models import GroupMembership, OfficerAppointment, Person, PostHolding
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.complaints import a_complaint
from tests.factories.enquiries import on_day

pytestmark = pytest.mark.django_db
ABOUT_A_MEMBER = {"complainant_kind": "officer", "subject_kind": "member"}
Council = dict[str, Person]
NOTHING = "-----"
YESTERDAY = timezone.localdate() - datetime.timedelta(days=1)


def a_council() -> Council:
    """Everybody near: the two sides, those in line, who stands in, who manages, who leads, who assists."""
    group = make.a_group()
    manager = make.an_officer()
    people = {
        "monitoring officer": make.a_holder_of(Post.MONITORING_OFFICER),
        "chief executive": make.a_holder_of(Post.CHIEF_EXECUTIVE),
        "deputy": make.a_holder_of(Post.DEPUTY_MONITORING_OFFICER),
        "section 151 officer": make.a_holder_of(Post.SECTION_151_OFFICER),
        "democratic services": make.a_holder_of(Post.DEMOCRATIC_SERVICES),
        "group leader": make.a_member(group=group, office="leader"),
        "member": make.a_member(group=group),
        "officer": make.an_officer(line_manager=manager),
        "manager": manager,
        "substitute": make.an_officer(),
    }
    people["assistant"] = make.an_assistant_to(people["member"])
    return people


def sent(by: Person, about: Person, **more: object) -> Complaint:
    """A formal complaint with its people, as the text and the registers of the day have it."""
    row = a_complaint(state=ComplaintState.RAISED, complainant=by, subject=about, **more)  # type: ignore[arg-type]
    found = people_of(row, on=timezone.localdate(), passed_over=True)
    # Whoever complains chooses one of several; here the first whom the text names.
    choice = found.parts["to"][0].person.pk if found.plan.choose_one else None
    return receive(row=row, who=on_day(by), at=timezone.now(), choice=choice)


def about_the_monitoring_officer(town: Council) -> Complaint:
    """The monitoring officer, who would have a copy, is the subject; somebody stands in for them."""
    make.an_absence(town["monitoring officer"], town["substitute"], confirmed=True)
    return sent(town["member"], town["monitoring officer"])


def by_the_chief_executive(town: Council) -> Complaint:
    """The chief executive, who would receive it, complains; somebody stands in for them."""
    make.an_absence(town["chief executive"], town["substitute"], confirmed=True)
    return sent(town["chief executive"], town["member"], **ABOUT_A_MEMBER)


def about_the_substitute(town: Council) -> Complaint:
    """The subject stands in for the chief executive, who would receive it."""
    make.an_absence(town["chief executive"], town["officer"], confirmed=True)
    return sent(town["member"], town["officer"])


def becomes_the_substitute(town: Council) -> Complaint:
    """The subject comes to stand in for whoever has it, after it was sent."""
    row = sent(town["member"], town["officer"])
    make.an_absence(town["chief executive"], town["officer"], confirmed=True)
    return row


def becomes_group_leader(town: Council) -> Complaint:
    """The subject comes to lead the group whose leader may be told."""
    row = sent(town["officer"], town["member"], **ABOUT_A_MEMBER)
    GroupMembership.objects.filter(person=town["group leader"]).update(office="member")
    GroupMembership.objects.filter(person=town["member"]).update(office="leader")
    return row


def becomes_the_manager(town: Council) -> Complaint:
    """The subject comes to manage the chief executive’s own substitute, and nobody who has it."""
    row = sent(town["member"], town["officer"])
    OfficerAppointment.objects.filter(person=town["substitute"]).update(line_manager=town["officer"])
    return row


def becomes_monitoring_officer(town: Council) -> Complaint:
    """The subject comes to hold the post that has a copy."""
    row = sent(town["member"], town["officer"])
    PostHolding.objects.filter(person=town["monitoring officer"]).update(to_on=YESTERDAY)
    make.a_holding(Post.MONITORING_OFFICER, person=town["officer"], from_on=timezone.localdate())
    return row


# v: knows of it; r: may read it; a: may stand aside; s: may ask somebody to; n: says who has it instead.
COMPLAINANT, KEEPER, COPY = "vr-s-", "v-asn", "v-as-"
COPIED_MONITOR = "v-asn"
CASES: dict[str, tuple[Callable[[Council], Complaint], dict[str, str]]] = {
    "the monitoring officer is the subject": (
        about_the_monitoring_officer,
        {"member": COMPLAINANT, "chief executive": KEEPER},
    ),
    "the chief executive complains": (
        by_the_chief_executive,
        {"chief executive": COMPLAINANT, "monitoring officer": KEEPER},
    ),
    "the subject stands in for whoever would have it": (
        about_the_substitute,
        {"member": COMPLAINANT, "monitoring officer": KEEPER},
    ),
    "the subject comes to stand in for whoever has it": (
        becomes_the_substitute,
        {"member": COMPLAINANT, "chief executive": KEEPER, "monitoring officer": COPIED_MONITOR},
    ),
    "the subject becomes group leader": (
        becomes_group_leader,
        {"officer": COMPLAINANT, "chief executive": KEEPER, "monitoring officer": COPIED_MONITOR},
    ),
    "the subject comes to manage somebody": (
        becomes_the_manager,
        {"member": COMPLAINANT, "chief executive": KEEPER, "monitoring officer": COPIED_MONITOR},
    ),
    "the subject becomes monitoring officer": (
        becomes_monitoring_officer,
        {"member": COMPLAINANT, "chief executive": KEEPER, "monitoring officer": COPY},
    ),
}
# Who left the post by which they have it knows of it until the clock looks, the same night.
UNTIL_THE_CLOCK = {"the subject becomes monitoring officer": ("monitoring officer",)}


def letters(person: Person, row: Complaint) -> str:
    """What the person may do in it today."""
    who = on_day(person)
    asked = {
        "v": visible_to(who).filter(pk=row.pk).exists(),
        "r": may_read(who, row).allowed,
        "a": may_stand_aside(who, row).allowed,
        "s": may_ask_for_another(who, row).allowed,
        "n": confirms(who, row) and bool(parts_of(who, row)),
    }
    return "".join(letter if may else "-" for letter, may in asked.items())


@pytest.mark.parametrize("looked_at", [False, True], ids=["at once", "after the clock looked"])
@pytest.mark.parametrize("case", CASES)
def test_nobody_knows_of_it_but_whom_the_text_names_and_whoever_complains(case: str, looked_at: bool) -> None:
    make_case, expected = CASES[case]
    town = a_council()
    row = make_case(town)
    if looked_at:
        tasks.look_at_open_complaints(on=timezone.localdate(), at=timezone.now())
        row = Complaint.objects.get(pk=row.pk)
    found = {name: letters(person, row) for name, person in town.items()}
    if looked_at:
        expected = {name: may for name, may in expected.items() if name not in UNTIL_THE_CLOCK.get(case, ())}
    assert {name: may for name, may in found.items() if may != NOTHING} == expected
    assert row.subject is not None
    assert letters(row.subject, row) == NOTHING
    sides = {row.subject_id, row.complainant_id}
    keepers = row.handlers.filter(ended_at=None).exclude(part=Handler.Part.COPIED)
    assert keepers.exists()
    assert not sides & set(row.handlers.filter(ended_at=None).values_list("person", flat=True))
