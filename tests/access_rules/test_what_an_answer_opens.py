"""What opens by an answer, and until when: facts that change, words that are forgotten, files taken away."""

import datetime

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from access_rules.actions.challenging import dispute_answer
from access_rules.actions.granting import end_grant
from access_rules.actions.marking import mark
from access_rules.actions.requesting import find_document
from access_rules.models import AccessRequest, Document, InterestBears
from access_rules.policies.requests import may_decide_request
from access_rules.policies.seeing import may_know_of, may_open
from access_rules.queries.asked import capacities_of, deciders_of
from access_rules.queries.visible import known_to, visible_to
from casework.actions.following import follow
from council.models import (
    GroupAssistant,
    GroupMembership,
    Interest,
    MemberTerm,
    OfficerAppointment,
    Person,
    Seat,
)
from council.queries import standing_of
from rulebook.decision import Outcome, Refused
from rulebook.post import Post
from tests.access_rules.browsing import TODAY, now_as, text_of
from tests.factories import council as make
from tests.factories.access import a_document, an_item
from tests.factories.asking import (
    a_referred_request,
    again,
    an_exempt_report,
    asked_for,
    decided,
    find,
    the_monitoring_officer,
)
from tests.factories.browsers import signed_in
from tests.factories.disputes import determined, event_of

pytestmark = pytest.mark.django_db
YESTERDAY = TODAY() - datetime.timedelta(days=1)


def opens(person: Person, row: AccessRequest) -> bool:
    """Whether the document opens to the person today, and stands in their list: the two never differ."""
    assert row.document is not None
    by_rule = may_open(now_as(person), row.document).allowed
    assert visible_to(now_as(person)).filter(pk=row.document_id).exists() is by_rule
    return by_rule


def page_of(row: AccessRequest) -> str:
    """The page of the answer, as whoever asked reads it."""
    return text_of(signed_in(row.asked_by).get(reverse("access-request", args=[row.reference])))


def given(outcome: str = "yes", *, need: bool = False, **more: object) -> tuple[AccessRequest, Person]:
    """A person decided; by name, where a need to know was found."""
    judge, member = the_monitoring_officer(), make.a_member()
    make.a_login(member)
    row = a_referred_request(by=member, wants=str(more.pop("wants", "inspect")))
    if need:
        row = find(row, "need_to_know:accepted", by=judge)
    return decided(row, outcome, by=judge, **more), judge


def test_a_copy_that_the_rules_give_can_be_had_and_by_nobody_who_did_not_ask() -> None:
    member, other = make.a_member(), make.a_member()
    row = asked_for(an_exempt_report(has_contract_terms=False), by=member, wants="copy")
    assert (row.state, row.outcome, row.document is not None) == ("answered", "yes", True)
    assert row.document is not None
    assert may_open(now_as(member), row.document).gives_copy
    assert may_open(now_as(other), row.document).allowed
    assert not may_open(now_as(other), row.document).gives_copy


@pytest.mark.parametrize("need", [False, True])
@pytest.mark.parametrize("mode", ["inspect", "copy"])
def test_a_person_says_whether_a_copy_goes_with_it(mode: str, need: bool) -> None:
    row, _judge = given(wants="copy", mode=mode, need=need)
    assert row.document is not None
    assert may_open(now_as(row.asked_by), row.document).gives_copy is (mode == "copy")


def test_a_paper_that_is_closed_after_the_answer_closes_and_the_page_says_so() -> None:
    member, keeper = make.a_member(), make.a_holder_of(Post.DEMOCRATIC_SERVICES)
    row = asked_for(a_document(item=an_item()), by=member)
    assert opens(member, row)
    closed = {"marking": "exempt", "sch12a": ["3"], "has_contract_terms": True}
    assert row.document is not None
    mark(who=now_as(keeper), document=row.document, columns=closed, at=timezone.now())
    row = again(row)
    assert not opens(member, row)
    shown = page_of(row)
    assert "Ask again" in shown
    assert "Opening the document records" not in shown


@pytest.mark.parametrize("need", [False, True])
def test_what_a_person_gave_does_not_outlast_a_graver_marking(need: bool) -> None:
    row, _judge = given(need=need)
    keeper = make.a_holder_of(Post.DEMOCRATIC_SERVICES)
    assert opens(row.asked_by, row)
    for columns, stays in (
        ({"marking": "exempt", "sch12a": ["3"]}, True),
        ({"marking": "exempt", "sch12a": ["1", "3"]}, False),
        ({"marking": "exempt", "sch12a": ["3"]}, True),
        ({"marking": "confidential", "confidential_source": "court"}, False),
    ):
        document = Document.objects.get(pk=row.document_id)
        mark(who=now_as(keeper), document=document, columns=columns, at=timezone.now())
        row = again(row)
        assert opens(row.asked_by, row) is stays, columns


def test_a_withdrawn_document_opens_no_more_and_the_page_says_when_it_was_withdrawn() -> None:
    member = make.a_member()
    row = asked_for(a_document(item=an_item()), by=member)
    document = Document.objects.get(pk=row.document_id)
    document.record_withdrawal(at=timezone.now(), because="Wrong figures")
    document.save()
    assert not opens(member, again(row))
    assert "This document was withdrawn on" in page_of(row)


def test_a_decision_is_over_at_midnight_of_its_last_day() -> None:
    row, _judge = given(until=TODAY())
    assert opens(row.asked_by, row)
    assert "You can open it until" in page_of(row)
    with time_machine.travel(timezone.now() + datetime.timedelta(days=1), tick=False):
        assert not opens(row.asked_by, row)
        assert "That day is over" in page_of(row)


def test_an_interest_that_is_declared_after_the_decision_closes_it() -> None:
    row, _judge = given()
    dpi = Interest.objects.create(
        person=row.asked_by,
        standing=Interest.Standing.DPI,
        matter="Shop",
        declared_on=TODAY(),
        from_on=TODAY(),
    )
    InterestBears.objects.create(interest=dpi, document=row.document, by=make.an_officer(), at=timezone.now())
    assert not opens(row.asked_by, row)


def test_access_by_name_that_is_ended_opens_nothing_although_the_answer_was_yes() -> None:
    row, judge = given(need=True)
    assert row.document is not None
    end_grant(
        who=now_as(judge), document=row.document, person=row.asked_by, because="A leak", at=timezone.now()
    )
    assert not opens(row.asked_by, row)
    assert "Ask again" in page_of(row)


def test_whose_term_ended_yesterday_opens_nothing_of_what_they_had() -> None:
    member = make.a_member()
    row = asked_for(an_exempt_report(has_contract_terms=False), by=member)
    assert opens(member, row)
    MemberTerm.objects.filter(person=member).update(to_on=YESTERDAY)
    OfficerAppointment.objects.create(
        person=member, job_title="Clerk", directorate=make.a_directorate(), from_on=TODAY()
    )
    assert not opens(member, row)


def in_a_members_place(settings: Settings) -> tuple[AccessRequest, Person]:
    """At Haringey a political assistant asks in the place of a member of the committee: request, member."""
    settings.PROTOCOL = "haringey"
    group = make.a_group()
    member, document = make.a_member(group=group), an_exempt_report()
    assert document.body is not None
    make.a_seat(document.body, member)
    assistant = make.a_political_assistant(group)
    return asked_for(document, by=assistant, capacity="assistant", on_behalf_of=member), member


def test_an_assistant_has_in_a_members_place_what_the_member_has(settings: Settings) -> None:
    row, _member = in_a_members_place(settings)
    assert row.outcome == "yes"
    assert opens(row.asked_by, row)
    assert "Read it" in page_of(row) or "No file of it has been added" in page_of(row)


@pytest.mark.parametrize("what", ["the assistant goes", "the member goes", "the seat goes"])
def test_an_assistant_has_no_more_than_the_member_and_no_longer(settings: Settings, what: str) -> None:
    row, member = in_a_members_place(settings)
    ended = {
        "the assistant goes": GroupAssistant.objects.all(),
        "the member goes": MemberTerm.objects.filter(person=member),
        "the seat goes": Seat.objects.filter(person=member),
    }
    ended[what].update(to_on=YESTERDAY)
    assert not opens(row.asked_by, row)


def test_who_described_a_paper_and_was_refused_learns_neither_its_title_nor_its_number() -> None:
    keeper, member = make.a_holder_of(Post.DEMOCRATIC_SERVICES), make.a_member()
    the_monitoring_officer()
    weighed = {"public_interest": "maintain", "public_interest_reasons": "A person is named."}
    closed = {"marking": "exempt", "sch12a": ["1"], **weighed, "public_interest_by": keeper}
    secret = a_document(title="Threadgold", body=make.a_body(), **closed)
    row = asked_for(
        None, by=member, described="Anything on a dismissal", capacity="private", purpose="private"
    )
    find_document(who=now_as(keeper), row=row, document=secret, seen_version=None, at=timezone.now())
    row = again(row)
    assert (row.state, row.outcome, row.document) == ("answered", "no", secret)
    assert not may_know_of(now_as(member), secret)
    assert not known_to(now_as(member)).filter(pk=secret.pk).exists()
    browser = signed_in(member)
    for address in (reverse("access-request", args=[row.reference]), reverse("documents")):
        page = browser.get(address).content.decode()
        assert "Anything on a dismissal" in page
        assert "Threadgold" not in page
        assert secret.reference not in page
    assert browser.get(reverse("document", args=[secret.reference])).status_code == 404
    paper = browser.get(reverse("access-request", args=[row.reference]), {"format": "pdf"})
    assert b"Threadgold" not in paper.content


def test_the_page_that_asks_says_nothing_of_a_number_that_was_guessed() -> None:
    secret = a_document(title="Threadgold", marking="exempt", sch12a=["1"], body=make.a_body())
    browser = signed_in(make.a_member())
    guessed = browser.get(reverse("access-ask"), {"document": secret.reference}).content.decode()
    assert "Threadgold" not in guessed


def test_nobody_reads_by_the_request_of_another() -> None:
    row, _judge = given()
    other = make.a_member()
    assert row.document is not None
    assert may_open(now_as(other), row.document).outcome is Outcome.REFUSED
    assert signed_in(other).get(reverse("access-request", args=[row.reference])).status_code == 404
    assert not may_open(standing_of(other, on=TODAY()), row.document).allowed


def test_a_copy_by_the_law_of_information_waits_for_somebody_who_looks_through_it() -> None:
    the_monitoring_officer()
    unmarked = a_document(item=an_item(), marking=Document.Marking.UNCLASSIFIED)
    row = asked_for(unmarked, by=make.a_member(), regime="FOI", capacity="private", purpose="private")
    assert (row.state, row.outcome) == ("referred", "")
    assert "A person looks through it first" in page_of(row)


def a_court_order(**columns: object) -> Document:
    """A report that a court order closes."""
    closed = {"marking": Document.Marking.CONFIDENTIAL, "confidential_source": Document.Source.COURT}
    return a_document(item=an_item(), **closed, **columns)


def test_nobody_gives_what_the_law_forbids_to_open() -> None:
    judge, member = the_monitoring_officer(), make.a_member()
    row = a_referred_request(by=member)
    AccessRequest.objects.filter(pk=row.pk).update(document=a_court_order())
    row = find(again(row), "need_to_know:not_shown", by=judge)
    for outcome in ("yes", "partly"):
        with pytest.raises(Refused, match="The law forbids to open it"):
            decided(row, outcome, by=judge)
    assert decided(row, "no", by=judge).outcome == "no"


def test_a_determination_for_the_member_does_not_open_what_the_law_forbids() -> None:
    judge, member = the_monitoring_officer(), make.a_member()
    make.a_holder_of(Post.PROPER_OFFICER)
    row = asked_for(a_court_order(), by=member, purpose_words="")
    assert row.outcome == "no"
    dispute = dispute_answer(who=now_as(member), row=row, words="Mine.", seen_version=None, at=timezone.now())
    determined(dispute, by=judge, must_do="")
    follow(at=timezone.now(), event_id=event_of(dispute, "dispute.determined").pk)
    row = again(row)
    assert (row.state, row.outcome) == ("referred", "")
    assert not opens(member, row)


def test_nobody_decides_on_a_paper_about_themselves() -> None:
    judge, deputy = the_monitoring_officer(), make.a_holder_of(Post.DEPUTY_MONITORING_OFFICER)
    row = a_referred_request()
    Document.objects.filter(pk=row.document_id).update(about=judge)
    row = again(row)
    assert deciders_of(row, on=TODAY()) == [deputy]
    assert may_decide_request(now_as(judge), row).outcome is Outcome.REFUSED
    assert may_decide_request(now_as(deputy), row).allowed


def test_the_leader_of_a_group_holds_a_post_and_is_no_officer() -> None:
    leader = make.a_member(group=make.a_group(), office=GroupMembership.Office.LEADER)
    assert "officer" not in capacities_of(now_as(leader))
