"""Councils made by chance that change while a complaint goes on: no change lets a side into it."""

import datetime
from collections.abc import Callable
from random import Random

import pytest
from django.db import transaction
from django.utils import timezone

from casework.finding import Wanted
from casework.models import Delivery
from complaints import tasks
from complaints.actions.raising import receive
from complaints.models import Complaint
from complaints.policies.emergency import may_open_in_emergency
from complaints.policies.parts import Part, parts_of
from complaints.policies.seeing import may_know, writings_for
from complaints.queries import dealt_with_by, visible_to
from complaints.queries.conflicts import barred
from complaints.queries.people import next_person
from complaints.queries.replacing import deals_with, keepers_of
from complaints.queries.searching import complaints_found
from complaints.queries.watching import needing
from complaints.states import ComplaintState
from council.models import Absence, GroupMembership, OfficerAppointment, Person, PostHolding
from rulebook.decision import Outcome, Refused
from rulebook.post import Post
from rulebook.protocols import PROTOCOLS
from tests.complaints.test_people_of_councils import POSTS, a_council
from tests.factories import council as make
from tests.factories.complaints import a_complaint
from tests.factories.enquiries import on_day

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
YESTERDAY = TODAY - datetime.timedelta(days=1)
DRAWS = 20
CHANGES = 5


def given_a_post(row: Complaint, who: Person, chance: Random) -> None:
    """They come to hold one of the posts that texts name, and nothing else beside it."""
    PostHolding.objects.filter(person=who, from_on__lt=TODAY).update(to_on=YESTERDAY)
    post = chance.choice([one for one in POSTS if one is not Post.EXECUTIVE_DIRECTOR])
    if not PostHolding.objects.filter(person=who, from_on=TODAY).exists():
        PostHolding.objects.filter(post=post, from_on__lt=TODAY).update(to_on=YESTERDAY)
        make.a_holding(post, person=who, from_on=TODAY)


def made_substitute(row: Complaint, who: Person, chance: Random) -> None:
    """They come to stand in for somebody who deals with it."""
    people = [one.person for one in deals_with(row) if one.person != who]
    free = [one for one in people if not Absence.objects.filter(person=one).exists()]
    if free and not Absence.objects.filter(person=who).exists():
        make.an_absence(chance.choice(free), who, confirmed=True)


def made_manager(row: Complaint, who: Person, chance: Random) -> None:
    """They come to manage somebody who deals with it."""
    for one in deals_with(row)[:1]:
        OfficerAppointment.objects.filter(person=one.person).exclude(person=who).update(line_manager=who)


def made_leader(row: Complaint, who: Person, chance: Random) -> None:
    """They come to lead their group, if they are in one."""
    mine = GroupMembership.objects.filter(person=who)
    leads = GroupMembership.objects.filter(group__in=mine.values("group"), office="leader")
    if mine.exists():
        leads.update(office="member")
        mine.update(office="leader")


def left(row: Complaint, who: Person, chance: Random) -> None:
    """Somebody who deals with it leaves the post by which they do."""
    for one in deals_with(row)[:1]:
        PostHolding.objects.filter(person=one.person, from_on__lt=TODAY).update(to_on=YESTERDAY)


Change = Callable[[Complaint, Person, Random], None]
EVERY_CHANGE: tuple[Change, ...] = (given_a_post, made_substitute, made_manager, made_leader, left)


def sent(chance: Random) -> Complaint | None:
    """A formal complaint in a council made by chance; none where the text sends it nowhere."""
    officers, members = a_council(chance)
    sides, kinds = [chance.choice(members), chance.choice(officers)], ["member", "officer"]
    back = chance.random() < 0.5
    row = a_complaint(
        state=ComplaintState.RAISED,
        protocol=chance.choice(sorted(PROTOCOLS)),
        complainant=sides[back],
        complainant_kind=kinds[back],
        subject=sides[not back],
        subject_kind=kinds[not back],
    )
    try:
        return receive(row=row, who=on_day(sides[back]), at=timezone.now())
    except Refused:
        return None


def drawn(chance: Random) -> Complaint:
    """The first that is sent: some go nowhere by their text, or nobody is left in that council."""
    for _ in range(DRAWS):
        before = transaction.savepoint()
        if (row := sent(chance)) is not None:
            return row
        transaction.savepoint_rollback(before)
    raise AssertionError("None of the councils drawn has anybody to receive a complaint.")


def check_sides(row: Complaint) -> None:
    """Whoever it is about knows nothing of it, and whoever complains has their own side alone."""
    assert row.subject is not None
    assert row.complainant is not None
    subject, complainant = on_day(row.subject), on_day(row.complainant)
    assert not visible_to(subject).exists()
    assert not dealt_with_by(subject).exists()
    assert not complaints_found(subject, Wanted((row.reference,)))
    assert needing(subject) == 0
    assert may_know(subject, row).outcome is Outcome.UNKNOWN
    assert may_open_in_emergency(subject, row).outcome is not Outcome.ALLOWED
    assert not writings_for(subject, row).exists()
    assert not parts_of(subject, row)
    assert parts_of(complainant, row) == {Part.COMPLAINANT}
    assert not Delivery.objects.filter(person=row.subject).exists()


def check_keepers(row: Complaint) -> None:
    """Once the clock looked: nobody who is barred deals with it, and somebody does while anybody may."""
    for one in deals_with(row):
        assert one.person_id not in (row.subject_id, row.complainant_id)
        assert barred(one, on=TODAY) is None, one.post
    assert keepers_of(row) or next_person(row, on=TODAY) is None


@pytest.mark.parametrize("seed", range(8))
def test_no_change_lets_a_side_in_and_none_leaves_it_with_somebody_who_is_barred(seed: int) -> None:
    chance = Random(seed)  # noqa: S311  (nothing secret hangs on it)
    row = drawn(chance)
    for _ in range(CHANGES):
        assert row.subject is not None
        assert row.complainant is not None
        who = row.subject if chance.random() < 0.8 else row.complainant
        chance.choice(EVERY_CHANGE)(row, who, chance)
        check_sides(row)
        tasks.look_at_open_complaints(on=TODAY, at=timezone.now())
        row = Complaint.objects.get(pk=row.pk)
        check_sides(row)
        check_keepers(row)
