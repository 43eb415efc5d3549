"""«I do not agree»: who answers, who decides, and what the determination does to the request."""

from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone
from pytest_django import Settings

from access_rules.actions.challenging import bring_determination, dispute_answer
from access_rules.models import AccessRequest
from access_rules.policies.challenges import may_dispute_answer
from access_rules.policies.seeing import may_open
from casework.actions.disputing import Verdict, determine_dispute
from casework.actions.following import follow
from casework.models import CaseEvent, Determination, Dispute
from casework.subscribers.cases import face_of
from council.models import Person
from council.queries import Standing, standing_of
from rulebook.decision import Outcome, Refused
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.access import a_document
from tests.factories.asking import (
    REASONS,
    a_referred_request,
    again,
    asked_for,
    decided,
    the_monitoring_officer,
)

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate
WORDS = "I speak for the ward."


def now_as(person: Person) -> Standing:
    """The person today."""
    return standing_of(person, on=TODAY())


def a_refusal() -> tuple[AccessRequest, Person, Person, Person]:
    """The deputy refused, so that the monitoring officer can decide the dispute: request, member, both."""
    judge, deputy = the_monitoring_officer(), make.a_holder_of(Post.PROPER_OFFICER)
    member = make.a_member()
    row = a_referred_request(by=member)
    AccessRequest.objects.filter(pk=row.pk).update(refer_to="proper-officer")
    row = again(row)
    return decided(row, "no", by=deputy), member, deputy, judge


def disputed(row: AccessRequest, member: Person) -> Dispute:
    """The member does not agree."""
    return dispute_answer(who=now_as(member), row=row, words=WORDS, seen_version=None, at=timezone.now())


def determined(dispute: Dispute, judge: Person, outcome: str, **more: Any) -> CaseEvent:
    """The dispute is determined, and what follows it has run."""
    verdict = Verdict(
        outcome=Determination.Outcome(outcome), reasons="The ward is concerned.", cites=("WF-6.7",), **more
    )
    determine_dispute(who=now_as(judge), dispute=dispute, verdict=verdict, at=timezone.now())
    event = CaseEvent.objects.get(stream=dispute.stream, kind="dispute.determined")
    follow(at=timezone.now(), event_id=event.pk)
    return event


def test_the_dispute_names_who_decided_and_the_paragraphs() -> None:
    row, member, proper, judge = a_refusal()
    dispute = disputed(row, member)
    assert (dispute.respondent, dispute.opened_by, dispute.case_reference) == (proper, member, row.reference)
    assert (dispute.cites, dispute.member_words) == ("WF-A1.1", WORDS)
    face = face_of(now_as(judge), dispute)
    assert face.decision == REASONS
    assert [link.text for link in face.links] == [row.reference]


def test_one_answer_is_disputed_once_and_by_nobody_else() -> None:
    row, member, proper, _judge = a_refusal()
    assert may_dispute_answer(now_as(proper), row).outcome is Outcome.REFUSED
    assert may_dispute_answer(now_as(make.a_member()), row).outcome is Outcome.UNKNOWN
    disputed(row, member)
    with pytest.raises(Refused, match="disputed already"):
        disputed(row, member)


def test_a_whole_yes_is_not_disputed() -> None:
    member = make.a_member()
    row = asked_for(a_document(body=make.a_body()), by=member)
    assert may_dispute_answer(now_as(member), row).outcome is Outcome.REFUSED


def test_what_the_rules_refused_is_answered_for_by_whoever_keeps_the_register() -> None:
    keeper, member = make.a_holder_of(Post.DEMOCRATIC_SERVICES), make.a_member()
    the_monitoring_officer()
    row = asked_for(a_document(body=make.a_body(), is_held=False), by=member)
    assert (row.state, row.outcome) == ("answered", "no")
    assert disputed(row, member).respondent == keeper


def test_while_nobody_stands_for_the_answer_the_sentence_says_so() -> None:
    member = make.a_member()
    row = asked_for(a_document(body=make.a_body(), is_held=False), by=member)
    with pytest.raises(Refused, match="Nobody holds a post"):
        disputed(row, member)


def test_for_the_member_and_nothing_else_to_do_it_opens_at_once() -> None:
    row, member, _proper, judge = a_refusal()
    determined(disputed(row, member), judge, "for-member")
    row = again(row)
    assert (row.state, row.outcome, row.decided_by) == ("decided", "yes", judge)
    assert row.document is not None
    assert row.until is not None
    assert may_open(now_as(member), row.document).allowed


def test_where_something_must_be_done_first_it_is_decided_again_by_that_day() -> None:
    row, member, _proper, judge = a_refusal()
    by = TODAY()
    determined(disputed(row, member), judge, "partly", must_do="Leave out the prices.", must_by=by)
    row = again(row)
    assert (row.state, row.outcome, row.decide_by) == ("referred", "", by)


def test_where_the_decision_stands_nothing_moves_and_nothing_happens_twice() -> None:
    row, member, _proper, judge = a_refusal()
    version = row.version
    event = determined(disputed(row, member), judge, "against")
    with transaction.atomic():
        bring_determination(event=event)
    row = again(row)
    assert (row.state, row.outcome, row.version) == ("decided", "no", version)


def test_a_determination_counts_once() -> None:
    row, member, _proper, judge = a_refusal()
    event = determined(disputed(row, member), judge, "for-member")
    row = again(row)
    version = row.version
    with transaction.atomic():
        bring_determination(event=event)
    row = again(row)
    assert row.version == version


def test_at_merseyside_the_director_decides_first(settings: Settings) -> None:
    settings.PROTOCOL = "mwda"
    judge, member = the_monitoring_officer(), make.a_member()
    row = decided(a_referred_request(by=member), "no", by=judge, cites=("MW-5.1a",))
    assert disputed(row, member).rung == "director"
