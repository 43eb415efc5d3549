"""Asking to see a document: answered by the rules at once, or referred with a day; in roles one holds."""

import datetime

import pytest
from django.utils import timezone
from pytest_django import Settings

from access_rules.actions.requesting import find_document, say_not_held, withdraw_request
from access_rules.models import AccessRequest
from access_rules.queries.asked import capacities_of
from casework.models import Delivery
from council.queries import standing_of
from rulebook.decision import Refused
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.access import a_document
from tests.factories.asking import a_referred_request, an_exempt_report, asked_for

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


def test_an_open_report_is_answered_with_yes_at_once_and_by_nobody() -> None:
    row = asked_for(a_document(body=make.a_body()), by=make.a_member())
    assert (row.state, row.outcome, row.decided_by, row.decide_by) == ("answered", "yes", None, None)
    assert row.answer["enforced"]["rule"] == "A1"
    assert row.answer["as_adopted"]["decision"] == "grant_copy"


def test_a_need_to_know_that_is_claimed_waits_for_the_monitoring_officer_with_a_day() -> None:
    row = a_referred_request()
    assert (row.state, row.outcome, row.refer_to) == ("referred", "", "monitoring-officer")
    assert row.decide_by is not None
    assert row.decide_by > TODAY()


def test_the_monitoring_officer_and_whoever_asked_are_told_by_number_alone() -> None:
    judge, member = make.a_holder_of(Post.MONITORING_OFFICER), make.a_member()
    row = a_referred_request(by=member)
    told = Delivery.objects.filter(event__stream=row.stream, event__kind="access.referred")
    assert set(told.values_list("person", flat=True)) == {judge.pk, member.pk}


def test_what_is_described_waits_for_those_who_keep_the_register() -> None:
    keeper = make.a_holder_of(Post.DEMOCRATIC_SERVICES)
    row = asked_for(None, by=make.a_member())
    assert (row.state, row.refer_to) == ("asked", "democratic-services")
    who = standing_of(keeper, on=TODAY())
    document = a_document(body=make.a_body())
    found = find_document(who=who, row=row, document=document, seen_version=row.version, at=timezone.now())
    assert (found.state, found.outcome, found.refer_to) == ("answered", "yes", "")


def test_what_is_not_held_is_answered_no_with_the_words_of_the_keeper() -> None:
    keeper = make.a_holder_of(Post.DEMOCRATIC_SERVICES)
    row = asked_for(None, by=make.a_member())
    who = standing_of(keeper, on=TODAY())
    words = "The market belongs to the county. Ask there."
    found = say_not_held(who=who, row=row, reasons=words, seen_version=row.version, at=timezone.now())
    assert (found.outcome, found.answer["enforced"]["rule"]) == ("no", "G1")
    assert (found.reasons, found.decided_by) == (words, keeper)


def test_nobody_finds_the_document_for_a_request_of_their_own() -> None:
    keeper = make.a_holder_of(Post.DEMOCRATIC_SERVICES)
    row = asked_for(None, by=keeper, capacity="officer")
    who = standing_of(keeper, on=TODAY())
    with pytest.raises(Refused):
        say_not_held(who=who, row=row, reasons="No.", seen_version=None, at=timezone.now())


@pytest.mark.parametrize("capacity", ["officer", "assistant", "monitoring"])
def test_a_member_asks_in_no_role_that_they_do_not_hold(capacity: str) -> None:
    with pytest.raises(Refused):
        asked_for(a_document(), by=make.a_member(), capacity=capacity)
    assert not AccessRequest.objects.exists()


def test_an_assistant_names_the_member_and_asks_in_their_place() -> None:
    member = make.a_member()
    assistant = make.an_assistant_to(member)
    assert capacities_of(standing_of(assistant, on=TODAY()))[0] == "assistant"
    with pytest.raises(Refused, match="member you ask for"):
        asked_for(a_document(), by=assistant, capacity="assistant")
    with pytest.raises(Refused, match="member you ask for"):
        asked_for(a_document(), by=assistant, capacity="assistant", on_behalf_of=make.a_member())
    row = asked_for(a_document(), by=assistant, capacity="assistant", on_behalf_of=member)
    assert (row.capacity, row.on_behalf_of) == ("member", member)


def test_whoever_left_yesterday_asks_for_nothing() -> None:
    gone = make.a_member(to_on=TODAY() - datetime.timedelta(days=1))
    with pytest.raises(Refused, match="hold no post"):
        asked_for(a_document(), by=gone)


def test_who_asks_privately_is_answered_as_anybody() -> None:
    row = asked_for(an_exempt_report(), by=make.a_member(), capacity="private")
    assert (row.state, row.outcome) == ("answered", "no")


def test_an_interest_that_is_said_counts_beside_the_register(settings: Settings) -> None:
    settings.PROTOCOL = "haringey"
    row = asked_for(an_exempt_report(), by=make.a_member(), interest="dpi", interest_words="My shop")
    assert row.answer["as_adopted"]["rule"] == "I1"


def test_a_refusal_goes_to_the_monitoring_officer_where_the_text_wants_it(settings: Settings) -> None:
    settings.PROTOCOL = "mwda"
    judge = make.a_holder_of(Post.MONITORING_OFFICER)
    row = asked_for(an_exempt_report(), by=make.a_member(), scope="research")
    assert row.outcome == "no"
    assert row.copied_to == judge


def test_no_refusal_goes_out_while_nobody_can_have_its_copy(settings: Settings) -> None:
    settings.PROTOCOL = "mwda"
    row = asked_for(an_exempt_report(), by=make.a_member(), scope="research")
    assert (row.state, row.outcome) == ("referred", "")


def test_whoever_asked_takes_a_request_back_and_nobody_else_does() -> None:
    judge, member = make.a_holder_of(Post.MONITORING_OFFICER), make.a_member()
    row = a_referred_request(by=member)
    with pytest.raises(Refused):
        withdraw_request(who=standing_of(judge, on=TODAY()), row=row, seen_version=None, at=timezone.now())
    who = standing_of(member, on=TODAY())
    assert withdraw_request(who=who, row=row, seen_version=None, at=timezone.now()).state == "withdrawn"
    with pytest.raises(Refused, match="nothing to take back"):
        withdraw_request(who=who, row=row, seen_version=None, at=timezone.now())
