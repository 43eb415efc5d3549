"""Too much work for one enquiry: both sides agree, or nothing changes; and no deadline moves for several."""

import datetime
import inspect
from typing import Any

import pytest
from pytest_django import Settings

from casework.models import CaseEvent
from enquiries import events
from enquiries.actions import agreeing, allocating, following, replying
from enquiries.actions.agreeing import Offer, Side, offer_alternative, take_back_offer
from enquiries.actions.locking import Stale
from enquiries.models import Enquiry, Proposal
from enquiries.policies import agreeing as may
from enquiries.queries import offer_waiting
from enquiries.states import State
from enquiries.urls import urlpatterns
from rulebook.decision import Outcome, Refused
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.agreeing import DAY, LATER, agreed, now, offered, say, told
from tests.factories.enquiries import moment, on_day
from tests.factories.repairs import Council, a_case, the_repairs_team

pytestmark = pytest.mark.django_db


@pytest.fixture
def council() -> Council:
    """Exampleshire's repairs."""
    return the_repairs_team()


def case_of(council: Council, **more: Any) -> Enquiry:
    """One of the team's cases, received today and due in ten days."""
    return a_case(council, received_on=DAY, **more)


def test_an_offer_changes_nothing(council: Council) -> None:
    enquiry = case_of(council)
    offer = offered(enquiry, council.officer)
    after = now(enquiry)
    assert (after.due_on, after.owed_on, after.promised_on, after.agreed_on) == (
        enquiry.due_on,
        enquiry.due_on,
        None,
        None,
    )
    assert "Ten years of files." in offer.message.text
    assert "Monday 11\N{NO-BREAK SPACE}January\N{NO-BREAK SPACE}2027" in offer.message.text
    assert told(enquiry, "enquiry.alternative_offered") == {council.member, council.head, council.director}


@pytest.mark.parametrize("first", list(Side))
def test_nothing_changes_until_both_have_agreed_whoever_is_first(council: Council, first: Side) -> None:
    enquiry = case_of(council)
    offered(enquiry, council.officer)
    people = {Side.MEMBER: council.member, Side.MANAGEMENT: council.head}
    second = next(side for side in Side if side is not first)
    say(enquiry, people[first], first)
    assert now(enquiry).owed_on == enquiry.due_on
    with pytest.raises(Refused, match="agreed already"):
        say(enquiry, people[first], first)
    say(enquiry, people[second], second)
    after = now(enquiry)
    assert (after.due_on, after.owed_on, after.agreed_on) == (enquiry.due_on, LATER, LATER)
    offer = Proposal.objects.get(enquiry=enquiry)
    assert (offer.member_by, offer.senior_by) == (council.member, council.head)
    assert offer.ended_at
    assert told(enquiry, "enquiry.alternative_agreed") >= {council.officer}
    assert offer_waiting(enquiry) is None


@pytest.mark.parametrize("side", list(Side))
def test_one_side_that_does_not_agree_ends_the_offer(council: Council, side: Side) -> None:
    enquiry = case_of(council)
    offered(enquiry, council.officer)
    person = {Side.MEMBER: council.member, Side.MANAGEMENT: council.director}[side]
    message = say(enquiry, person, side, agrees=False)
    assert "does not agree" in message.text
    assert (now(enquiry).owed_on, now(enquiry).agreed_on) == (enquiry.due_on, None)
    assert offer_waiting(enquiry) is None
    assert may.may_offer_alternative(on_day(council.officer, DAY), enquiry).allowed


def test_whoever_is_senior_management_agrees_by_offering(council: Council) -> None:
    enquiry = case_of(council)
    offer = offered(enquiry, council.head)
    assert (offer.senior_says, offer.senior_by) == (Proposal.Answer.AGREED, council.head)
    say(enquiry, council.member, Side.MEMBER)
    assert now(enquiry).agreed_on == LATER


def test_an_officer_never_agrees_to_their_own_offer(council: Council) -> None:
    enquiry = case_of(council)
    offered(enquiry, council.officer)
    decision = may.may_agree_as_manager(on_day(council.officer, DAY), enquiry)
    assert "head of service or above" in decision.sentence
    with pytest.raises(Refused):
        say(enquiry, council.officer, Side.MANAGEMENT)


def test_another_reply_alone_moves_no_date_and_stands_on_the_case(council: Council) -> None:
    enquiry = case_of(council)
    offered(enquiry, council.officer, date=None, reply="The figures of one year.")
    say(enquiry, council.head, Side.MANAGEMENT)
    say(enquiry, council.member, Side.MEMBER)
    assert (now(enquiry).owed_on, now(enquiry).agreed_on) == (enquiry.due_on, None)
    assert Proposal.objects.get(enquiry=enquiry).other_reply == "The figures of one year."
    assert told(enquiry, "enquiry.alternative_agreed")


@pytest.mark.parametrize(
    ("offer", "sentence"),
    [
        (Offer("Too much."), "Say what you offer"),
        (Offer(" ", LATER), "Say why it is too much work"),
        (Offer("Too much.", DAY), "must be after today and after the first due date"),
        (Offer("Too much.", datetime.date(2026, 12, 5)), "after the first due date"),
    ],
)
def test_an_offer_says_why_and_what(council: Council, offer: Offer, sentence: str) -> None:
    enquiry = case_of(council)
    with pytest.raises(Refused, match=sentence):
        offer_alternative(who=on_day(council.officer, DAY), enquiry=enquiry, offer=offer, at=moment(DAY))
    assert not enquiry.messages.exists()


def test_an_offer_is_made_only_where_somebody_can_agree_to_it(council: Council) -> None:
    junior = make.an_officer(team=council.team)
    enquiry = case_of(council, service=make.a_service(team=make.a_team(), addressee=junior), officer=junior)
    with pytest.raises(Refused, match="Nobody in senior management"):
        offered(enquiry, junior)
    assert not Proposal.objects.exists()


def test_of_a_confidential_enquiry_the_monitoring_officer_agrees_in_the_directors_place(
    council: Council,
) -> None:
    monitoring = make.a_holder_of(Post.MONITORING_OFFICER)
    enquiry = case_of(council, is_confidential=True)
    offered(enquiry, council.officer)
    assert told(enquiry, "enquiry.alternative_offered") == {council.member, council.head, monitoring}
    assert may.may_agree_as_manager(on_day(council.director, DAY), enquiry).outcome is Outcome.UNKNOWN
    say(enquiry, monitoring, Side.MANAGEMENT)
    say(enquiry, council.member, Side.MEMBER)
    assert now(enquiry).agreed_on == LATER


def test_whoever_logged_it_for_the_member_writes_down_that_the_member_agreed(council: Council) -> None:
    clerk, another = (make.a_holder_of(Post.DEMOCRATIC_SERVICES) for _ in range(2))
    enquiry = case_of(council, logged_by=clerk)
    offered(enquiry, council.officer)
    assert may.may_agree_as_member(on_day(clerk, DAY), enquiry).allowed
    assert not may.may_agree_as_member(on_day(another, DAY), enquiry).allowed


def test_an_offer_that_is_taken_back_is_agreed_by_nobody(council: Council) -> None:
    enquiry = case_of(council)
    offer = offered(enquiry, council.officer)
    say(enquiry, council.head, Side.MANAGEMENT)
    take_back_offer(who=on_day(council.colleague, DAY), enquiry=enquiry, at=moment(DAY))
    with pytest.raises(Refused, match="No offer waits"):
        say(enquiry, council.member, Side.MEMBER, about=offer.pk)
    assert now(enquiry).owed_on == enquiry.due_on


def test_nobody_agrees_to_an_offer_that_they_have_not_read(council: Council) -> None:
    enquiry = case_of(council)
    read = offered(enquiry, council.officer).pk
    take_back_offer(who=on_day(council.officer, DAY), enquiry=enquiry, at=moment(DAY))
    offered(enquiry, council.officer, date=LATER + datetime.timedelta(days=30))
    with pytest.raises(Refused, match="Another offer was made"):
        say(enquiry, council.member, Side.MEMBER, about=read)


def test_of_two_officers_one_offers_and_the_other_is_told(council: Council) -> None:
    enquiry = case_of(council)
    seen = enquiry.version
    offered(enquiry, council.colleague)
    with pytest.raises(Stale):
        offer_alternative(
            who=on_day(council.officer, DAY),
            enquiry=enquiry,
            offer=Offer("Too much.", LATER),
            at=moment(DAY),
            seen_version=seen,
        )
    with pytest.raises(Refused, match="An offer waits"):
        offered(enquiry, council.officer)


def test_a_reply_ends_the_offer_and_a_reopened_enquiry_can_have_another(council: Council) -> None:
    enquiry = case_of(council)
    offered(enquiry, council.officer)
    replying.send_reply(
        who=on_day(council.officer, DAY), enquiry=enquiry, text="All.", forward_text="", at=moment(DAY)
    )
    assert offer_waiting(enquiry) is None
    following.reopen_enquiry(
        who=on_day(council.member, DAY), enquiry=enquiry, missing="More.", at=moment(DAY)
    )
    assert offer_waiting(enquiry) is None
    assert offered(enquiry, council.officer).pk


def test_a_date_that_has_passed_is_agreed_by_nobody(council: Council) -> None:
    enquiry = case_of(council)
    offered(enquiry, council.officer)
    with pytest.raises(Refused, match="has passed"):
        say(enquiry, council.member, Side.MEMBER, on=LATER)
    assert say(enquiry, council.member, Side.MEMBER, agrees=False, on=LATER)


def test_an_enquiry_that_nobody_has_waits_until_somebody_has_it(council: Council) -> None:
    enquiry = case_of(council)
    offered(enquiry, council.officer)
    allocating.hand_back(who=on_day(council.officer, DAY), enquiry=enquiry, note="Not ours", at=moment(DAY))
    with pytest.raises(Refused, match="Nobody has this one now"):
        say(now(enquiry), council.member, Side.MEMBER)


@pytest.mark.parametrize("text", ["haringey", "mwda", "parish", "wokingham-2014", "wokingham-2007"])
def test_under_every_text_it_is_done_by_agreement(settings: Settings, text: str) -> None:
    settings.PROTOCOL = text
    council = the_repairs_team()
    enquiry = case_of(council)
    agreed(enquiry, council)
    assert now(enquiry).owed_on == LATER


def test_no_bulk_extension_exists() -> None:
    """Each action takes one enquiry, and each address of an offer names one."""
    for name, action in inspect.getmembers(agreeing, inspect.isfunction):
        if name.startswith("_") or action.__module__ != agreeing.__name__:
            continue
        kinds = {given.annotation for given in inspect.signature(action).parameters.values()}
        assert Enquiry in kinds, name
        assert not [kind for kind in kinds if "Sequence" in str(kind) or "QuerySet" in str(kind)], name
    callers = [one for one in urlpatterns if "offer" in str(one.pattern) or "burden" in str(one.pattern)]
    assert len(callers) == 4
    assert all(str(one.pattern).startswith("<str:reference>/") for one in callers)


def test_the_agreement_alone_moves_a_date(council: Council) -> None:
    enquiry, other = case_of(council), case_of(council)
    agreed(enquiry, council)
    assert now(other).owed_on == other.due_on
    happened = CaseEvent.objects.filter(kind=events.ALTERNATIVE_AGREED.name)
    assert [event.facts["enquiry"] for event in happened] == [enquiry.pk]
    assert now(enquiry).state == State.ALLOCATED
