"""Groups form, end and merge: what others have reaches the groups of the day, and silence is shown."""

import datetime

import pytest
from django.utils import timezone

from briefings.actions.closing import close_matter
from briefings.actions.deciding import decline
from briefings.actions.sharing import take_up
from briefings.clock import answer_by
from briefings.models import Briefing, Matter
from briefings.policies.deciding import may_agree
from briefings.policies.parity import may_close
from briefings.queries import visible_to
from briefings.queries.listing import matters_of_others
from briefings.queries.sharing import missing
from briefings.screens.case import case_page
from briefings.states import BriefingState
from briefings.tasks import remind_of_offers_on, share_on, work_out_days_again
from casework.models import CaseEvent, ClosureDay, Delivery
from council.models import GroupMembership, PoliticalGroup
from rulebook.briefing.request import Form
from rulebook.decision import Refused
from rulebook.duty import Duty
from tests.factories import briefings as make
from tests.factories import council
from tests.factories.briefings import Hall
from tests.factories.casework import a_local_term

pytestmark = pytest.mark.django_db
ONE_DAY = datetime.timedelta(days=1)


@pytest.fixture
def hall(settings: object) -> Hall:
    settings.PROTOCOL = "haringey"  # type: ignore[attr-defined]
    return make.a_hall()


def share(days: int = 0) -> int:
    """The nightly task, so many days from now."""
    at = timezone.now() + ONE_DAY * days
    return share_on(on=timezone.localdate(at), at=at)


def a_new_group(name: str = "Merlin Group") -> PoliticalGroup:
    """One that is formed today, with a leader."""
    group = council.a_group(name=name, from_on=timezone.localdate())
    make.a_member_of(group, leads=True)
    return group


def ended(group: PoliticalGroup) -> None:
    """It was a group until yesterday."""
    last = timezone.localdate() - ONE_DAY
    GroupMembership.objects.filter(group=group).update(to_on=last)
    PoliticalGroup.objects.filter(pk=group.pk).update(to_on=last)


def test_a_group_formed_since_is_offered_what_others_have_once(hall: Hall) -> None:
    matter = make.agreed(hall).matter
    group = a_new_group()
    assert [(one.matter, one.group) for one in missing(on=timezone.localdate())] == [(matter, group)]
    assert (share(), share(), share(1)) == (1, 0, 0)
    offer = Briefing.objects.get(group=group)
    assert (offer.state, offer.subject, offer.words) == (BriefingState.OFFERED, make.SUBJECT, "")


def test_a_group_without_a_member_in_office_is_offered_nothing(hall: Hall) -> None:
    make.agreed(hall)
    council.a_group(name="Nobody’s Group")
    assert share() == 0


def test_what_waited_for_a_group_ends_with_it_and_nothing_is_lost(hall: Hall) -> None:
    make.agreed(hall)
    asked = make.asked(hall, group=1, subject="Parks")
    offer = Briefing.objects.get(group=hall.groups[1], origin="offered")
    ended(hall.groups[1])
    assert share() == 2
    for row in (Briefing.objects.get(pk=one.pk) for one in (asked, offer)):
        assert (row.state, row.ended_on) == (BriefingState.WITHDRAWN, timezone.localdate())
        assert list(row.stream.events.values_list("kind", flat=True))[-1] == "briefing.lapsed"
    assert Briefing.objects.get(pk=asked.pk).words == make.WORDS
    assert share(1) == 0


def test_groups_that_merge_get_an_offer_of_their_own(hall: Hall) -> None:
    make.agreed(hall)
    for group in hall.groups[1:]:
        ended(group)
    merged = council.a_group(name="Heron and Osprey", from_on=timezone.localdate())
    for person in (*hall.leaders[1:], *hall.members[1:]):
        GroupMembership.objects.create(person=person, group=merged, from_on=timezone.localdate())
    share()
    found = {row.group_id: row.state for row in Briefing.objects.exclude(group=hall.groups[0])}
    assert found == {hall.groups[1].pk: "withdrawn", hall.groups[2].pk: "withdrawn", merged.pk: "offered"}
    # Whoever moved reads what the new group has, and no longer what the old one had.
    assert [row.group for row in visible_to(make.today(hall.leaders[1]))] == [merged]


def test_a_member_who_moves_reads_the_group_of_the_day(hall: Hall) -> None:
    row = make.agreed(hall)
    mover = hall.members[0]
    GroupMembership.objects.filter(person=mover).update(to_on=timezone.localdate() - ONE_DAY)
    GroupMembership.objects.create(person=mover, group=hall.groups[1], from_on=timezone.localdate())
    offer = Briefing.objects.get(group=hall.groups[1])
    assert list(visible_to(make.today(mover))) == [offer]
    yesterday = make.today(mover, on=timezone.localdate() - ONE_DAY)
    assert list(visible_to(yesterday)) == [row]


@pytest.mark.parametrize("text", ["waltham-forest", "wokingham-2007"])
def test_on_request_nobody_is_told_and_a_new_group_that_asks_is_served(
    hall: Hall, settings: object, text: str
) -> None:
    settings.PROTOCOL = text  # type: ignore[attr-defined]
    form = Form.BRIEFING if text == "waltham-forest" else Form.ATTENDANCE
    matter = make.agreed(hall, form=form).matter
    group = a_new_group()
    assert share() == 0
    asker = GroupMembership.objects.get(group=group).person
    row = make.asked(hall, by=asker, form=form)
    given = {"reasons": "No time.", "seen_version": None, "at": timezone.now()}
    with pytest.raises(Refused):
        decline(who=make.today(hall.chief), row=row, same_as=matter, **given)  # type: ignore[arg-type]
    assert make.agreed(hall, row=row, same_as=matter).state == BriefingState.AGREED


def test_the_leader_is_reminded_once_two_working_days_before_and_silence_is_shown(hall: Hall) -> None:
    make.agreed(hall)
    offer = Briefing.objects.get(group=hall.groups[1])
    assert offer.answer_by is not None
    assert remind_of_offers_on(on=offer.answer_by - datetime.timedelta(days=7), at=timezone.now()) == 0
    # Both groups that were offered it, once, whatever the day on which the clock runs again.
    assert remind_of_offers_on(on=offer.answer_by - ONE_DAY, at=timezone.now()) == 2
    assert remind_of_offers_on(on=offer.answer_by + ONE_DAY, at=timezone.now()) == 0
    event = CaseEvent.objects.get(stream=offer.stream, kind="briefing.reminded")
    assert [one.person for one in Delivery.objects.filter(event=event)] == [hall.leaders[1]]
    after = make.today(hall.leaders[1], on=offer.answer_by + ONE_DAY)
    assert "has not. It can still take it up" in case_page(after, offer).next
    who = make.today(hall.leaders[1])
    assert take_up(who=who, row=offer, seen_version=None, at=timezone.now()).state == BriefingState.AGREED


def test_the_council_says_how_long_a_group_has_to_answer(hall: Hall) -> None:
    a_local_term(Duty.SHARE_BRIEFING, 3, "calendar-days")
    assert answer_by(timezone.now()) == timezone.localdate() + ONE_DAY * 3


def test_a_closed_day_moves_the_answer_and_a_term_that_is_set_later_does_not(hall: Hall) -> None:
    make.agreed(hall)
    before = Briefing.objects.get(group=hall.groups[1]).answer_by
    a_local_term(Duty.SHARE_BRIEFING, 60, "calendar-days", set_at=timezone.now() + ONE_DAY)
    assert work_out_days_again() == 0
    assert before is not None
    ClosureDay.objects.create(on=before, name="Offices closed")
    assert work_out_days_again() == 2
    moved = Briefing.objects.get(group=hall.groups[1])
    assert moved.answer_by is not None
    assert moved.answer_by > before
    assert list(moved.stream.events.values_list("kind", flat=True))[-1] == "briefing.answer_moved"


def test_a_closed_matter_is_offered_to_nobody_else_and_given_to_whoever_asks(hall: Hall) -> None:
    row = make.agreed(hall)
    matter = Matter.objects.get(pk=row.matter_id)
    chief, at = make.today(hall.chief), timezone.now()
    assert "still waits" in may_close(chief, matter).sentence
    row.record_giving(at=at, pack=None)
    row.save()
    late = a_new_group("Late Group")
    matter = close_matter(who=chief, row=matter, seen_version=None, at=at)
    # Whoever was a group on that day got it before it was closed.
    assert Briefing.objects.get(group=late).state == BriefingState.OFFERED
    assert not may_close(chief, matter).allowed
    later = a_new_group("Later Group")
    assert share() == 0
    asker = GroupMembership.objects.get(group=later).person
    asked = make.asked(hall, by=asker)
    assert make.agreed(hall, row=asked, same_as=matter).matter == matter


@pytest.mark.parametrize(("whose", "outcome"), [("chief", True), ("monitoring_officer", True)])
def test_whoever_sees_to_it_closes_a_matter(hall: Hall, whose: str, outcome: bool) -> None:
    row = make.agreed(hall)
    row.record_giving(at=timezone.now(), pack=None)
    row.save()
    assert row.matter is not None
    assert may_close(make.today(getattr(hall, whose)), row.matter).allowed is outcome
    for person in (hall.leaders[0], hall.director):
        assert may_close(make.today(person), row.matter).outcome == "unknown"


def test_an_offer_gives_way_to_the_own_request_and_nobody_is_told_that_it_was_taken_back(hall: Hall) -> None:
    matter = make.agreed(hall).matter
    own = make.asked(hall, group=1)
    make.agreed(hall, row=own, same_as=matter)
    offer = Briefing.objects.get(group=hall.groups[1], origin="offered")
    event = offer.stream.events.get(kind="briefing.replaced")
    assert not Delivery.objects.filter(event=event).exists()
    # The group has the matter now: it is not agreed to a second time.
    again = make.asked(hall, group=1)
    assert "has this matter already" in may_agree(make.today(hall.chief), again, matter).sentence
    assert matter not in matters_of_others(again)


def test_a_group_that_took_its_request_back_is_not_offered_it_by_night(hall: Hall) -> None:
    row = make.agreed(hall)
    row.record_withdrawal(on=timezone.localdate())
    row.save()
    assert share() == 0
