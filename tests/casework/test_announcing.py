"""Announcing: an event has its place, stands or falls with its transaction, and owes what its kind says."""

import threading

import psycopg2
import pytest
from django.db import Error, InternalError, connection, transaction
from pytest_django import DjangoAssertNumQueries

from casework.actions import announcing
from casework.actions.announcing import announce, open_stream, record_security
from casework.events import SIGNED_IN, Audience
from casework.models import CaseEvent, Delivery, Effect, EventContent, Stream
from casework.queries import broken_streams, timeline
from casework.subscribers import register
from council.models import Person
from rulebook.decision import unknown
from tests.factories.casework import MONDAY_MORNING, SILENT, a_kind, a_stream, an_event
from tests.factories.council import a_person
from tests.harness.databases import Database


@pytest.mark.django_db
def test_events_stand_in_their_order_and_each_holds_the_hash_before_it() -> None:
    stream = a_stream()
    first = an_event(stream=stream, facts={"enquiry": 7, "late": True, "by": None})
    second = an_event(stream=stream, content={"text": "The lamp is out."})
    assert (first.place, first.previous, first.digest) == (1, "", "")
    assert (second.place, second.previous) == (2, first.chain)
    assert second.body == {"text": "The lamp is out."}
    stream.refresh_from_db()
    assert (stream.head, stream.length) == (second.chain, 2)
    assert list(broken_streams()) == []


@pytest.mark.django_db
def test_the_same_content_twice_has_two_digests() -> None:
    stream = a_stream()
    one, other = (an_event(stream=stream, content={"text": "Yes."}) for _ in range(2))
    assert one.digest != other.digest


@pytest.mark.django_db
def test_whoever_did_it_is_not_told_of_it() -> None:
    actor, colleague = a_person(), a_person()
    event = an_event(kind=a_kind(actor, colleague), by=actor)
    assert [row.person for row in Delivery.objects.filter(event=event)] == [colleague]


@pytest.mark.django_db
def test_whoever_did_it_is_told_where_the_kind_says_so() -> None:
    actor = a_person()
    event = an_event(kind=a_kind(actor, tells_actor=True), by=actor)
    assert [row.person for row in Delivery.objects.filter(event=event)] == [actor]


@pytest.mark.django_db
def test_a_person_named_twice_is_owed_one_letter() -> None:
    person = a_person()
    event = an_event(kind=a_kind(person, Person.objects.get(pk=person.pk)))
    assert Delivery.objects.filter(event=event).count() == 1


@pytest.mark.django_db
def test_a_timeline_shows_what_its_audience_may_read() -> None:
    stream = a_stream()
    an_event(stream=stream)
    an_event(stream=stream, audience=Audience.STAFF)
    an_event(stream=stream, audience=Audience.AUDIT)
    seen = timeline(stream, audience=frozenset({Audience.EVERYBODY, Audience.STAFF}))
    assert [event.place for event in seen] == [1, 2]


@pytest.mark.django_db
def test_a_timeline_takes_one_query_however_long_it_is(django_assert_num_queries: object) -> None:
    stream = a_stream()
    for _ in range(5):
        an_event(stream=stream, by=a_person(), content={"text": "Words"})
    with django_assert_num_queries(1):  # type: ignore[operator]
        assert [(event.by.name, event.body) for event in timeline(stream, audience=frozenset(Audience))]


@pytest.mark.django_db
def test_security_events_go_to_the_security_stream() -> None:
    person = a_person()
    event = record_security(SIGNED_IN, person, MONDAY_MORNING, {"login": 3})
    assert (event.stream.name, event.audience, event.label) == ("security", "audit", "Signed in")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement", ["UPDATE casework_caseevent SET kind = 'x'", "DELETE FROM casework_caseevent"]
)
def test_an_event_is_never_changed_or_deleted(statement: str) -> None:
    an_event()
    with pytest.raises(Error), transaction.atomic(), connection.cursor() as ask:
        ask.execute(statement)


@pytest.mark.django_db
def test_content_may_be_erased_and_never_rewritten() -> None:
    event = an_event(content={"text": "Name of a resident"})
    with pytest.raises(InternalError), transaction.atomic():
        EventContent.objects.filter(event=event).update(body={"text": "Other"})
    EventContent.objects.filter(event=event).delete()
    again = CaseEvent.objects.get(pk=event.pk)
    assert (again.body, again.is_erased) == ({}, True)
    assert list(broken_streams()) == []


def test_the_owner_of_the_tables_cannot_change_delete_or_empty_them_either(own_database: Database) -> None:
    an_event(content={"text": "Words"})
    owner = psycopg2.connect(own_database.owner_url)
    owner.autocommit = True
    for statement in (
        "UPDATE casework_caseevent SET kind = 'x'",
        "DELETE FROM casework_caseevent",
        "TRUNCATE casework_caseevent CASCADE",
        "UPDATE casework_eventcontent SET body = '{}'",
        "TRUNCATE casework_eventcontent",
        "DELETE FROM casework_stream",
        "TRUNCATE casework_stream CASCADE",
    ):
        with owner.cursor() as ask, pytest.raises(psycopg2.Error, match="pgtrigger: Cannot"):
            ask.execute(statement)
    owner.close()


def test_an_event_outside_a_transaction_is_refused(own_database: Database) -> None:
    stream = a_stream()
    with pytest.raises(transaction.TransactionManagementError):
        announce(stream=stream, kind=SILENT, by=None, at=MONDAY_MORNING)
    assert not CaseEvent.objects.exists()


def test_nothing_is_written_or_owed_when_the_transaction_fails(own_database: Database) -> None:
    kind, stream = a_kind(a_person(), followed_by=lambda _: None), a_stream()
    with transaction.atomic():
        announce(stream=stream, kind=kind, by=None, at=MONDAY_MORNING)
        assert Delivery.objects.exists()
        transaction.set_rollback(True)
    assert not CaseEvent.objects.exists()
    assert not Delivery.objects.exists()
    assert not Effect.objects.exists()
    stream.refresh_from_db()
    assert stream.length == 0


def test_two_who_announce_at_once_in_one_stream_keep_its_order(own_database: Database) -> None:
    stream, started = a_stream(), threading.Barrier(4)

    def announce_ten() -> None:
        started.wait()
        for _ in range(10):
            an_event(stream=Stream.objects.get(pk=stream.pk), content={"text": "Words"})
        connection.close()

    threads = [threading.Thread(target=announce_ten) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [event.place for event in stream.events.all()] == list(range(1, 41))
    assert list(broken_streams()) == []


def test_two_who_open_one_stream_at_once_open_one(own_database: Database) -> None:
    opened, started = [], threading.Barrier(3)

    def open_it() -> None:
        started.wait()
        opened.append(open_stream("enquiry:ENQ-7K4M-2").pk)
        connection.close()

    threads = [threading.Thread(target=open_it) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(opened) == 3
    assert len(set(opened)) == 1


def test_a_kind_that_tells_somebody_needs_a_policy_and_words() -> None:
    with pytest.raises(ValueError, match="needs a policy"):
        register(SILENT, recipients=lambda _: [], may_receive=lambda *_: unknown(), render=None)


@pytest.mark.django_db
def test_a_number_that_is_taken_is_passed_over_in_the_same_question(
    monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    drawn = iter(["ENQ-2222-2", "ENQ-3333-3", *["ENQ-4444-4"] * 4, *["ENQ-3333-3"] * 6, *["ENQ-5555-5"] * 6])
    monkeypatch.setattr(announcing, "new_reference", lambda prefix: next(drawn))
    open_stream("enquiry:ENQ-2222-2")
    with django_assert_num_queries(1):
        reference, stream = announcing.open_case("enquiry", "ENQ")
    assert (reference, stream.name) == ("ENQ-3333-3", "enquiry:ENQ-3333-3")
    assert Stream.objects.get(pk=stream.pk).name == stream.name
    assert announcing.open_case("enquiry", "ENQ")[0] == "ENQ-5555-5", "all of the next six are taken"
