"""Councils made by chance, with absences and lines of management: whoever has a part in it is never named."""

from random import Random

import pytest
from django.utils import timezone

from complaints.models import Complaint
from complaints.queries.people import people_of
from council.models import GroupMembership, OfficerAppointment, Person
from council.rules import Grade
from rulebook.complaint import PartyKind
from rulebook.post import Post
from rulebook.protocols import PROTOCOLS, protocol
from tests.factories import council as make

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
POSTS = (
    Post.CHIEF_EXECUTIVE,
    Post.CLERK,
    Post.MONITORING_OFFICER,
    Post.DEPUTY_MONITORING_OFFICER,
    Post.SECTION_151_OFFICER,
    Post.DIRECTOR_FINANCE_RESOURCES,
    Post.EXECUTIVE_DIRECTOR,
)
OWN_DUTIES = {Post.MONITORING_OFFICER, Post.DEPUTY_MONITORING_OFFICER, Post.SECTION_151_OFFICER}
HEADS = {Post.CHIEF_EXECUTIVE, Post.CLERK, Post.HEAD_OF_PAID_SERVICE}


def a_council(chance: Random) -> tuple[list[Person], list[Person]]:
    """Officers and members by chance: grades, managers, posts, group offices, and who is away for whom."""
    directorate = make.a_directorate()
    officers: list[Person] = []
    for grade in chance.choices(list(Grade), k=9):
        manager = chance.choice(officers) if officers and chance.random() < 0.8 else None
        officers.append(make.an_officer(grade=grade, line_manager=manager, directorate=directorate))
    # A line that leads back to its beginning is a fault of the register, and is met.
    officers[0].appointments.update(line_manager=chance.choice(officers[1:]))
    # The law keeps the monitoring officer apart from the other two (1989 Act, section 5(1A)).
    monitoring, *others = chance.sample(officers, len(officers))
    for post in POSTS:
        where = directorate if post is Post.EXECUTIVE_DIRECTOR else None
        person = monitoring if post is Post.MONITORING_OFFICER else chance.choice(others)
        make.a_holding(post, person=person, directorate=where)
    group = make.a_group()
    offices = (GroupMembership.Office.LEADER, GroupMembership.Office.WHIP, GroupMembership.Office.MEMBER)
    members = [make.a_member(group=group, office=office) for office in offices]
    for people in (officers, members):
        for person in chance.sample(people, len(people) // 3):
            make.an_absence(person, chance.choice([one for one in people if one != person]), confirmed=True)
    return officers, members


def above(person: Person) -> set[int]:
    """Everybody above the person in the register, as a manager is looked up by hand."""
    found: set[int] = set()
    at = [person.pk]
    while at:
        rows = OfficerAppointment.objects.on(TODAY).filter(person=at.pop(), line_manager__isnull=False)
        new = set(rows.values_list("line_manager_id", flat=True)) - found
        found |= new
        at += new
    return found


@pytest.mark.parametrize("seed", range(16))
def test_no_party_and_nobody_below_the_subject_has_a_part_save_whom_the_text_or_the_law_sets_apart(
    seed: int,
) -> None:
    chance = Random(seed)  # noqa: S311  (nothing secret hangs on it)
    officers, members = a_council(chance)
    for key in PROTOCOLS:
        officer, member = chance.choice(officers), chance.choice(members)
        for back in (False, True):
            check(key, officer if back else member, member if back else officer, back, chance)


def check(key: str, complainant: Person, subject: Person, back: bool, chance: Random) -> None:
    """One complaint under one text."""
    kinds = [PartyKind.MEMBER, PartyKind.OFFICER]
    row = Complaint(
        protocol=key,
        complainant=complainant,
        subject=subject,
        complainant_kind=kinds[back],
        subject_kind=kinds[not back],
        alleges=["conduct"],
        informal_tried=chance.random() < 0.5,
    )
    found = people_of(row, on=TODAY)
    assert found.parts["to"] or found.nobody_left
    outright = {
        post
        for pairing in protocol(key).complaints.pairings
        for route in pairing.routes
        if route.names_outright and route.to is not None
        for post in route.to.values
    }
    for part, people in found.parts.items():
        for one in people:
            assert not {one.person, one.holder} & {complainant, subject}
            if subject.pk in above(one.person):
                is_named = part == "to" and one.post in outright | {Post.HEAD_OF_PAID_SERVICE}
                assert is_named or one.post in OWN_DUTIES
