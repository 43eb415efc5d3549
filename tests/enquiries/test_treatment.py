"""Equal treatment: the group and the office of the day of receipt, and the pattern of contacts."""

import datetime

import pytest
from django.utils import timezone

from council.models import GroupMembership, Person, Portfolio, PostHolding, Seat
from enquiries.models import Enquiry
from enquiries.queries.treatment import GROUP, NO_GROUP, of_group, with_group, with_office
from enquiries.rules.treatment import Office, Pattern, Replies, middle_of, offices_of, patterns
from enquiries.screens.narrowing import Day, Narrowing
from rulebook.post import Post
from tests.factories.council import LONG_AGO, a_body, a_group, a_holder_of, a_member, in_administration
from tests.factories.enquiries import an_enquiry
from tests.factories.odd_figures import inherited
from tests.factories.repairs import the_repairs_team

TODAY = timezone.localdate()
YESTERDAY = TODAY - datetime.timedelta(days=1)


def replies(officer: int, group: int, number: int, days: int) -> Replies:
    """So many replies of an officer to a group."""
    return Replies(officer, group, number, days)


QUICK = replies(1, 1, 3, 2)


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (replies(1, 2, 3, 5), True),
        (replies(1, 2, 3, 4), False),
        (replies(1, 2, 2, 30), False),
        (replies(2, 2, 9, 30), False),
    ],
)
def test_one_officer_and_two_groups_make_a_pattern_where_the_difference_is_plain(
    other: Replies, told: bool
) -> None:
    assert patterns([QUICK, other]) == ([Pattern(QUICK, other)] if told else [])


def test_an_answer_on_the_same_day_is_no_pattern_beside_one_of_two_days() -> None:
    assert patterns([replies(1, 1, 5, 0), replies(1, 2, 5, 2)]) == []


def of_office(person: Person) -> str:
    """The office by which the member’s one enquiry is counted."""
    [row] = with_office(Enquiry.objects.filter(member=person)).values_list("office")
    return str(row[0])


def the_chair(person: Person, *, to_on: datetime.date | None = None) -> None:
    Seat.objects.create(body=a_body(), person=person, office=Seat.Office.CHAIR, from_on=LONG_AGO, to_on=to_on)


def test_whoever_was_several_things_counts_as_the_first(db: None) -> None:
    governing = in_administration(a_group())
    plain, other, nobody = a_member(group=governing), a_member(group=a_group()), a_member()
    leader = a_member(group=a_group(), office=GroupMembership.Office.LEADER)
    chair, former, executive, head, deputy = (a_member(group=governing) for _one in range(5))
    the_chair(chair)
    the_chair(former, to_on=YESTERDAY)
    the_chair(executive)
    Portfolio.objects.create(title="Housing", person=executive, from_on=LONG_AGO)
    Portfolio.objects.create(title="Parks", person=deputy, from_on=LONG_AGO, is_deputy=True)
    PostHolding.objects.create(post=Post.LEADER, person=head, from_on=LONG_AGO)
    civic = a_member(group=governing)
    PostHolding.objects.create(post=Post.MAYOR, person=civic, from_on=LONG_AGO)
    expected = {
        plain: Office.BACKBENCH,
        other: Office.OPPOSITION,
        nobody: Office.NO_GROUP,
        leader: Office.LEADER,
        chair: Office.CHAIR,
        former: Office.BACKBENCH,
        executive: Office.EXECUTIVE,
        head: Office.EXECUTIVE,
        deputy: Office.BACKBENCH,
        civic: Office.BACKBENCH,
    }
    for person in expected:
        an_enquiry(member=person)
    assert {person: of_office(person) for person in expected} == expected


def test_without_an_administration_on_record_nobody_is_in_opposition(db: None) -> None:
    member = a_member(group=a_group())
    an_enquiry(member=member)
    assert of_office(member) == Office.OF_GROUP


@pytest.mark.parametrize(
    ("has", "lines"),
    [
        ((True, True, True), ["executive", "chair", "leader", "opposition", "backbench"]),
        ((False, True, False), ["chair", "leader", "of-group"]),
        ((False, False, False), ["chair", "no-group"]),
    ],
)
def test_the_lines_are_the_offices_that_the_body_has(has: tuple[bool, bool, bool], lines: list[str]) -> None:
    executive, groups, administration = has
    found = offices_of(
        set() if groups else {"no-group"},
        has_executive=executive,
        has_groups=groups,
        has_administration=administration,
    )
    assert [one.value for one in found] == lines


def test_whoever_goes_on_with_it_does_not_take_the_group_and_office_of_who_asked(db: None) -> None:
    repairs, day = the_repairs_team(), TODAY - datetime.timedelta(days=20)
    left = a_member(group=in_administration(a_group()))
    heir = a_member(group=a_group(), office=GroupMembership.Office.LEADER)
    keeper, first = a_holder_of(Post.DEMOCRATIC_SERVICES), left.group_memberships.get().group
    case = inherited(repairs, day, left=left, heir=heir, keeper=keeper)
    assert case.member == heir
    every = Enquiry.objects.all()
    assert with_group(every).values_list(GROUP, flat=True).get() == first.pk
    assert of_group(every, str(first.pk)).get() == case
    assert with_office(every).values_list("office", flat=True).get() == Office.BACKBENCH
    case.correct_member(member=heir)
    assert case.left_by is None


def test_the_group_is_the_one_of_the_day_of_receipt_and_each_enquiry_counts_once(db: None) -> None:
    before, after = a_group(), a_group()
    person = a_member(group=before, to_on=None)
    an_enquiry(member=person, received_on=TODAY - datetime.timedelta(days=9))
    GroupMembership.objects.filter(person=person).update(to_on=YESTERDAY)
    GroupMembership.objects.create(person=person, group=after, from_on=TODAY)
    an_enquiry(member=person)
    an_enquiry(member=a_member())
    every = Enquiry.objects.all()
    found = list(with_group(every).order_by("pk").values_list(GROUP, flat=True))
    assert found == [before.pk, after.pk, None]
    for group in (str(before.pk), str(after.pk), NO_GROUP):
        assert of_group(every, group).count() == 1
    day = Day(TODAY, TODAY)
    assert Narrowing(group=str(before.pk), received=f"{TODAY:%Y-%m}").of(every, day=day).count() <= 1


@pytest.mark.parametrize(
    ("counts", "middle"),
    [({}, None), ({4: 1}, 4), ({4: 1, 9: 1}, 7), ({1: 2, 8: 1}, 1), ({8: 3, 1: 3}, 5), ({0: 5, 30: 4}, 0)],
)
def test_the_middle_number_of_days_lies_between_the_middle_replies(
    counts: dict[int, int], middle: int | None
) -> None:
    assert middle_of(counts) == middle
