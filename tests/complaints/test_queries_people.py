"""Who takes each part in a complaint by the registers: absences, lines, vacant posts, under every text."""

import datetime
from collections.abc import Callable

import pytest
from django.utils import timezone

from complaints.models import Complaint
from complaints.queries.people import People, next_person, people_of, why_not_named
from complaints.rules.people import Bar
from council.models import GroupMembership, OfficerAppointment, Person, Relationship, Seat
from council.rules import BodyType, Grade
from rulebook.complaint import PartyKind
from rulebook.post import Post
from rulebook.protocols import PROTOCOLS
from tests.factories import council as make

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()


class Council:
    """A director, the statutory officers, an officer with a manager, a member in a group."""

    def __init__(self) -> None:
        """Everybody in the place where the texts look for them."""
        self.directorate = make.a_directorate()
        where = self.directorate
        self.chief = make.a_holder_of(Post.CHIEF_EXECUTIVE)
        self.clerk = make.a_holder_of(Post.CLERK)
        self.director = make.an_officer(
            grade=Grade.EXECUTIVE_DIRECTOR, line_manager=self.chief, directorate=where
        )
        self.head = make.an_officer(
            grade=Grade.HEAD_OF_SERVICE, line_manager=self.director, directorate=where
        )
        self.manager = make.an_officer(line_manager=self.head, directorate=where)
        self.officer = make.an_officer(line_manager=self.manager, directorate=where)
        self.monitoring = make.a_holder_of(Post.MONITORING_OFFICER)
        self.deputy = make.a_holder_of(Post.DEPUTY_MONITORING_OFFICER)
        self.section_151 = make.a_holder_of(Post.SECTION_151_OFFICER)
        self.group = make.a_group()
        self.member = make.a_member(group=self.group)
        self.leader = make.a_member(group=self.group, office=GroupMembership.Office.LEADER)
        self.whip = make.a_member(group=self.group, office=GroupMembership.Office.WHIP)
        self.chairman = make.a_member()
        make.a_seat(make.a_body(kind=BodyType.COUNCIL), self.chairman, office=Seat.Office.CHAIR)


@pytest.fixture
def council() -> Council:
    return Council()


def about(
    complainant: Person,
    subject: Person,
    *,
    text: str = "waltham-forest",
    kinds: tuple[PartyKind, PartyKind] = (PartyKind.MEMBER, PartyKind.OFFICER),
    tried: bool = True,
    **more: object,
) -> Complaint:
    """A complaint that nobody has saved yet: where it goes is shown before it is sent."""
    return Complaint(
        protocol=text,
        complainant=complainant,
        subject=subject,
        complainant_kind=kinds[0],
        subject_kind=kinds[1],
        informal_tried=tried,
        alleges=["conduct"],
        **more,
    )


BACK = (PartyKind.OFFICER, PartyKind.MEMBER)


def named(found: People, key: str = "to") -> list[Person]:
    return [one.person for one in found.parts[key]]


def bars(found: People) -> dict[Person | None, Bar]:
    return {one.person: one.bar for one in found.left_out}


def test_a_members_complaint_goes_to_the_officers_own_director_or_the_chief_executive(
    council: Council,
) -> None:
    make.an_officer(grade=Grade.EXECUTIVE_DIRECTOR)
    found = people_of(about(council.member, council.officer), on=TODAY)
    assert named(found) == [council.director, council.chief]
    assert found.plan.choose_one
    assert named(found, "copy_to") == [council.monitoring]


def test_an_officers_complaint_is_copied_to_their_own_head_of_service(council: Council) -> None:
    found = people_of(about(council.officer, council.member, kinds=BACK), on=TODAY)
    assert named(found) == [council.chief]
    assert named(found, "copy_to") == [council.monitoring, council.head]
    assert named(found, "may_tell") == [council.leader]


def test_whoever_stands_in_for_somebody_away_receives_it_in_their_place(council: Council) -> None:
    other = make.an_officer(grade=Grade.DIRECTOR)
    make.an_absence(council.director, other)
    found = people_of(about(council.member, council.officer), on=TODAY)
    assert named(found) == [other, council.chief]
    assert found.parts["to"][0].stands_in


def test_the_subject_receives_nothing_in_the_place_of_whoever_is_away(council: Council) -> None:
    """The officer complained about stands in for their own chief executive, so acts in that post."""
    make.an_absence(council.chief, council.head)
    found = people_of(about(council.member, council.head), on=TODAY)
    # Every line leads to whoever acts as head of paid service: the director answers to them for now.
    assert named(found) == [council.monitoring]
    assert council.head not in [one.person for parts in found.parts.values() for one in parts]


def test_whoever_stands_in_for_the_monitoring_officer_as_subject_gets_no_copy(council: Council) -> None:
    make.an_absence(council.monitoring, council.deputy, confirmed=True)
    found = people_of(about(council.member, council.deputy), on=TODAY)
    assert council.deputy not in named(found, "copy_to")
    assert named(found, "copy_to") == []


def test_nobody_acts_for_a_party_in_their_own_complaint(council: Council) -> None:
    """No text names a party’s own post by another name, so the kinds here never come: the bar holds."""
    stands_in = make.an_officer()
    make.an_absence(council.manager, stands_in)
    council.manager.appointments.update(line_manager=None)
    complaint = about(
        council.manager, council.officer, kinds=(PartyKind.MEMBER, PartyKind.OFFICER), tried=False
    )
    found = people_of(complaint, on=TODAY)
    assert bars(found)[stands_in] is Bar.IN_PLACE
    assert named(found) == [council.monitoring]


def test_whoever_answers_to_the_subject_in_the_register_is_left_out(council: Council) -> None:
    """The line of the director leads to the officer complained about: a mistake, or a matter of projects."""
    council.director.appointments.update(line_manager=council.officer)
    found = people_of(about(council.member, council.officer), on=TODAY)
    assert named(found) == [council.chief]
    assert bars(found) == {council.director: Bar.ANSWERS}


def test_a_loop_in_the_register_of_managers_ends(council: Council) -> None:
    council.chief.appointments.update(line_manager=council.head)
    found = people_of(about(council.member, council.officer), on=TODAY)
    assert named(found) == [council.director, council.chief]


def test_about_the_chief_executive_it_goes_to_the_monitoring_officer_though_the_register_puts_them_below(
    council: Council,
) -> None:
    council.monitoring.appointments.update(line_manager=council.chief)
    found = people_of(about(council.member, council.chief), on=TODAY)
    assert named(found) == [council.monitoring]


def test_a_monitoring_officer_under_another_manager_does_not_deal_with_that_manager(council: Council) -> None:
    legal = make.an_officer(grade=Grade.DIRECTOR, line_manager=council.chief)
    council.monitoring.appointments.update(line_manager=legal)
    found = people_of(about(council.member, legal), on=TODAY)
    assert council.monitoring not in named(found, "copy_to")
    assert bars(found)[council.monitoring] is Bar.ANSWERS


def test_one_person_in_all_the_last_posts_leaves_nobody_and_that_is_said(council: Council) -> None:
    for person in (council.deputy, council.section_151, council.monitoring):
        OfficerAppointment.objects.filter(person=person).update(to_on=TODAY - datetime.timedelta(days=1))
    found = people_of(about(council.member, council.chief), on=TODAY)
    assert found.nobody_left
    assert named(found) == []


def test_a_vacant_post_is_told_and_the_next_in_line_has_it() -> None:
    monitoring = make.a_holder_of(Post.MONITORING_OFFICER)
    found = people_of(about(make.a_member(), make.an_officer()), on=TODAY)
    assert named(found) == [monitoring]
    assert bars(found) == {None: Bar.VACANT}
    assert found.plan.by_rule == {"to"}


def test_a_chair_of_a_committee_is_not_the_chairman_of_the_council(council: Council) -> None:
    other = make.a_member()
    make.a_seat(make.a_body(), other, office=Seat.Office.CHAIR)
    to = named(people_of(about(council.member, council.officer, text="parish"), on=TODAY))
    assert to == [council.chairman]
    about_other = about(council.member, other, text="parish", kinds=(PartyKind.MEMBER, PartyKind.MEMBER))
    assert people_of(about_other, on=TODAY).plan.outside


def test_a_tie_is_proposed_and_bars_nobody(council: Council) -> None:
    Relationship.objects.create(
        person=council.member, other=council.director, tie="friendship", declared_on=TODAY, from_on=TODAY
    )
    found = people_of(about(council.member, council.officer), on=TODAY)
    assert found.tied == {council.director.pk}
    assert council.director in named(found)


def test_the_next_person_passes_over_those_who_stood_aside_and_whoever_is_named_by_hand_is_asked_too(
    council: Council,
) -> None:
    complaint = about(council.member, council.officer)
    aside = next_person(complaint, on=TODAY, without=[council.monitoring.pk])
    assert aside is not None
    assert aside.person == council.chief
    assert why_not_named(complaint, council.officer, on=TODAY) is Bar.SUBJECT
    assert why_not_named(complaint, council.member, on=TODAY) is Bar.COMPLAINANT
    assert why_not_named(complaint, council.chief, on=TODAY) is None


SUBJECTS: dict[str, Callable[[Council], Person]] = {
    "officer": lambda council: council.officer,
    "director": lambda council: council.director,
    "chief executive": lambda council: council.chief,
    "clerk": lambda council: council.clerk,
    "monitoring officer": lambda council: council.monitoring,
    "section 151 officer": lambda council: council.section_151,
}


@pytest.mark.parametrize("text", PROTOCOLS)
@pytest.mark.parametrize("who", SUBJECTS)
@pytest.mark.parametrize("tried", [False, True])
def test_under_every_text_somebody_receives_it_who_is_no_party(
    council: Council, text: str, who: str, tried: bool
) -> None:
    subject = SUBJECTS[who](council)
    for first, second, kinds in ((council.member, subject, None), (subject, council.member, BACK)):
        complaint = about(first, second, text=text, tried=tried, **({"kinds": kinds} if kinds else {}))
        found = people_of(complaint, on=TODAY)
        assert named(found) or found.plan.outside
        everybody = {one.person for parts in found.parts.values() for one in parts}
        assert not everybody & {subject, council.member}
