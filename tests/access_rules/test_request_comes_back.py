"""A request that comes back to be decided, and what whoever asked reads and has meanwhile."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from access_rules.actions.challenging import dispute_answer
from access_rules.actions.requesting import find_document, say_not_held
from access_rules.models import AccessRequest, Document
from access_rules.policies.seeing import may_open
from access_rules.tasks import look_again_due
from casework.actions.following import follow
from casework.models import CaseEvent, Delivery
from council.models import Person
from rulebook.decision import Refused
from rulebook.post import Post
from tests.access_rules.browsing import TODAY, now_as, text_of
from tests.factories import council as make
from tests.factories.access import a_document, an_item
from tests.factories.asking import a_referred_request, again, asked_for, decided, the_monitoring_officer
from tests.factories.browsers import signed_in
from tests.factories.disputes import determined, event_of
from tests.factories.reading import a_version

pytestmark = pytest.mark.django_db


def page_of(row: AccessRequest) -> str:
    """The page as whoever asked reads it."""
    return text_of(signed_in(row.asked_by).get(reverse("access-request", args=[row.reference])))


def letters_to(person: Person, row: AccessRequest) -> list[str]:
    """The kinds of event of which the person is told."""
    told = Delivery.objects.filter(event__stream=row.stream, person=person).order_by("event__place")
    return list(told.values_list("event__kind", flat=True))


def test_whoever_asked_is_told_once_that_it_is_looked_at_again() -> None:
    judge = the_monitoring_officer()
    row = a_referred_request()
    asker = row.asked_by
    row = decided(row, "no", by=judge, review_on=TODAY() + datetime.timedelta(days=1))
    assert letters_to(asker, row) == ["access.referred", "access.decided"]
    assert look_again_due(on=TODAY() + datetime.timedelta(days=1), at=timezone.now()) == 1
    assert letters_to(asker, row)[2:] == ["access.looked_at_again"]
    assert letters_to(judge, row)[-1] == "access.referred"
    assert "You will have an answer by" in page_of(again(row))


def not_held_and_disputed() -> tuple[AccessRequest, Person, Person]:
    """The keeper said that it is not held; the monitoring officer finds for the member: request, both."""
    judge, keeper = the_monitoring_officer(), make.a_holder_of(Post.DEMOCRATIC_SERVICES)
    member = make.a_member()
    row = asked_for(None, by=member)
    at = timezone.now()
    row = say_not_held(who=now_as(keeper), row=row, reasons="Not here.", seen_version=None, at=at)
    dispute = dispute_answer(who=now_as(member), row=row, words="It is.", seen_version=None, at=at)
    determined(dispute, by=judge, must_do="")
    follow(at=timezone.now(), event_id=event_of(dispute, "dispute.determined").pk)
    return again(row), keeper, judge


def test_what_was_said_not_to_be_held_is_found_after_the_determination_and_then_decided() -> None:
    row, keeper, judge = not_held_and_disputed()
    assert (row.state, row.document) == ("referred", None)
    with pytest.raises(Refused, match="Whether we hold it is decided again"):
        say_not_held(who=now_as(keeper), row=row, reasons="No.", seen_version=None, at=timezone.now())
    with pytest.raises(Refused, match="No document has been found"):
        decided(row, "yes", by=judge)
    document = a_document(item=an_item())
    row = find_document(who=now_as(keeper), row=row, document=document, seen_version=None, at=timezone.now())
    assert (row.state, row.document, row.refer_to) == ("referred", document, "monitoring-officer")
    assert decided(again(row), "yes", by=judge).outcome == "yes"


def test_a_determination_at_once_asks_nobody_to_decide() -> None:
    judge, proper = the_monitoring_officer(), make.a_holder_of(Post.PROPER_OFFICER)
    row = a_referred_request()
    AccessRequest.objects.filter(pk=row.pk).update(refer_to="proper-officer")
    row = decided(again(row), "no", by=proper)
    at = timezone.now()
    dispute = dispute_answer(who=now_as(row.asked_by), row=row, words="Mine.", seen_version=None, at=at)
    determined(dispute, by=judge, must_do="")
    follow(at=timezone.now(), event_id=event_of(dispute, "dispute.determined").pk)
    row = again(row)
    assert (row.state, row.outcome) == ("decided", "yes")
    assert CaseEvent.objects.filter(stream=row.stream, kind="access.referred").count() == 1
    assert row.document is not None
    assert not may_open(now_as(row.asked_by), row.document).gives_copy


def test_what_is_open_already_need_not_be_waited_for() -> None:
    the_monitoring_officer()
    document, member = a_document(item=an_item(), marking=Document.Marking.UNCLASSIFIED), make.a_member()
    assert document.body is not None
    make.a_seat(document.body, member)
    row = asked_for(document, by=member, regime="FOI")
    assert row.state == "referred"
    assert may_open(now_as(member), document).allowed
    shown = page_of(row)
    assert "A person looks through it first" in shown
    assert "You need not wait" not in shown
    a_version(document)
    assert "You need not wait for that to read it" in page_of(row)
