"""Delivery: asked again and rendered at that moment, merged within the hour, once, and nothing lost."""

import datetime
import threading

import pytest
from django.core import mail
from django.db import connection

from casework.actions.announcing import open_stream
from casework.actions.delivering import deliver_due, deliver_event
from casework.events import Letter
from casework.models import CaseEvent, Delivery, Effect
from casework.queries import failed_deliveries, failed_effects, late_deliveries
from casework.rules import MOST_ATTEMPTS
from council.models import Person
from council.queries import members_on
from rulebook.decision import Decision, allowed, unknown
from tests.casework.mail_server import MailServer
from tests.factories.casework import MONDAY_MORNING, a_kind, an_event
from tests.factories.council import a_member, a_person
from tests.harness.databases import Database

MINUTE = datetime.timedelta(minutes=1)
HOUR = datetime.timedelta(hours=1)


def states() -> list[str]:
    return list(Delivery.objects.order_by("pk").values_list("state", flat=True))


@pytest.mark.django_db
def test_a_letter_holds_the_case_and_a_link_and_nothing_of_what_was_written(settings: object) -> None:
    settings.PORTAL_ADDRESS = "https://portal.council.example"  # type: ignore[attr-defined]
    person = a_person(name="Dana Whitfield", email="dana@council.example")
    event = an_event(
        kind=a_kind(person),
        stream=open_stream("enquiry:ENQ-7K4M-2"),
        content={"text": "Mrs Pell of Larch Road"},
    )
    assert deliver_event(event.pk, at=MONDAY_MORNING) == 1
    (letter,) = mail.outbox
    assert letter.to == ["dana@council.example"]
    assert letter.subject == "News of enquiry:ENQ-7K4M-2"
    assert "Dear Dana Whitfield" in letter.body
    assert "https://portal.council.example/cases/enquiry:ENQ-7K4M-2/" in letter.body
    assert "Pell" not in letter.body + str(letter.message())
    delivery = Delivery.objects.get()
    assert (delivery.state, delivery.sent_at) == ("sent", MONDAY_MORNING)
    assert letter.message()["Message-ID"] == delivery.message_id


@pytest.mark.django_db
def test_names_are_written_as_they_are() -> None:
    event = an_event(kind=a_kind(a_person(name="Aoife O'Neill & Sons")))
    deliver_event(event.pk, at=MONDAY_MORNING)
    assert "O'Neill & Sons" in mail.outbox[0].body


@pytest.mark.django_db
def test_what_is_owed_within_an_hour_goes_in_one_mail() -> None:
    person = a_person()
    kind = a_kind(person)
    first = an_event(kind=kind)
    deliver_event(first.pk, at=MONDAY_MORNING)
    for minutes in (5, 20, 40):
        event = an_event(kind=kind, at=MONDAY_MORNING + minutes * MINUTE)
        deliver_event(event.pk, at=event.at)
    assert len(mail.outbox) == 1
    deliver_due(at=MONDAY_MORNING + 59 * MINUTE)
    assert len(mail.outbox) == 1
    deliver_due(at=MONDAY_MORNING + HOUR)
    assert [letter.subject for letter in mail.outbox][1:] == ["3 things about your cases"]
    deliver_due(at=MONDAY_MORNING + 3 * HOUR)
    assert len(mail.outbox) == 2
    assert states() == ["sent"] * 4


@pytest.mark.django_db
def test_a_fortnight_without_a_worker_and_then_one_sweep_sends_each_person_one_mail() -> None:
    people = [a_person() for _ in range(3)]
    kind, stream = a_kind(*people), open_stream("enquiry:ENQ-7K4M-2")
    for day in range(14):
        an_event(kind=kind, stream=stream, at=MONDAY_MORNING + datetime.timedelta(days=day))
    later = MONDAY_MORNING + datetime.timedelta(days=14)
    assert deliver_due(at=later) == 3
    # Fourteen times the same words about one case are said once.
    assert [letter.subject for letter in mail.outbox] == ["News of enquiry:ENQ-7K4M-2"] * 3
    assert deliver_due(at=later + datetime.timedelta(days=1)) == 0


@pytest.mark.django_db
def test_a_member_who_was_unseated_at_midnight_gets_nothing() -> None:
    member = a_member(to_on=datetime.date(2026, 11, 23))

    def in_post(person: Person, event: CaseEvent, on: datetime.date) -> Decision:
        return allowed() if members_on(on).filter(pk=person.pk).exists() else unknown()

    late = datetime.datetime(2026, 11, 23, 23, 50, tzinfo=datetime.UTC)
    event = an_event(kind=a_kind(member, may_receive=in_post), at=late)
    deliver_event(event.pk, at=late + 20 * MINUTE)
    assert mail.outbox == []
    delivery = Delivery.objects.get()
    assert (delivery.state, delivery.error) == ("withdrawn", "The person may not know of this today.")


@pytest.mark.django_db
def test_one_broken_case_does_not_stop_the_rest() -> None:
    person = a_person()

    def breaks(person: Person, event: CaseEvent) -> Letter:
        Person.objects.get(pk=0)
        raise AssertionError

    broken = an_event(kind=a_kind(person, render=breaks))
    an_event(kind=a_kind(person))
    assert deliver_due(at=MONDAY_MORNING) == 1
    delivery = Delivery.objects.get(event=broken)
    assert (delivery.state, delivery.error, delivery.not_before) == (
        "pending",
        "DoesNotExist",
        MONDAY_MORNING + MINUTE,
    )


@pytest.mark.django_db
def test_what_fails_for_good_stands_on_the_dashboard() -> None:
    def breaks(person: Person, event: CaseEvent) -> Letter:
        raise RuntimeError

    an_event(kind=a_kind(a_person(), render=breaks))
    at = MONDAY_MORNING
    for _ in range(MOST_ATTEMPTS):
        assert not failed_deliveries().exists()
        deliver_due(at=at)
        at += datetime.timedelta(days=2)
    assert [row.error for row in failed_deliveries()] == ["RuntimeError"]
    assert deliver_due(at=at) == 0


@pytest.mark.django_db
def test_a_person_without_an_address_is_a_failure_that_shows() -> None:
    person = a_person()
    Person.objects.filter(pk=person.pk).update(email="")
    an_event(kind=a_kind(person))
    deliver_due(at=MONDAY_MORNING)
    assert [row.error for row in failed_deliveries()] == ["The person has no email address."]


@pytest.mark.django_db
def test_a_dead_mail_server_loses_nothing_and_costs_no_try(mail_server: MailServer, settings: object) -> None:
    settings.EMAIL_PORT = 1  # type: ignore[attr-defined]
    kind = a_kind(a_person())
    an_event(kind=kind)
    for day in range(20):
        assert deliver_due(at=MONDAY_MORNING + datetime.timedelta(days=day)) == 0
    later = MONDAY_MORNING + datetime.timedelta(days=20)
    assert [row.attempts for row in late_deliveries(at=later)] == [0]
    settings.EMAIL_PORT = mail_server.port  # type: ignore[attr-defined]
    assert deliver_due(at=later) == 1
    assert len(mail_server.accepted) == 1
    assert not late_deliveries(at=later).exists()


@pytest.mark.django_db
def test_a_refused_mail_is_tried_again_later_with_what_came_since(mail_server: MailServer) -> None:
    kind = a_kind(a_person())
    an_event(kind=kind)
    mail_server.refuses = "450 try later"
    assert deliver_due(at=MONDAY_MORNING) == 0
    delivery = Delivery.objects.get()
    assert (delivery.not_before, delivery.attempts, delivery.message_id) == (MONDAY_MORNING + MINUTE, 1, "")
    mail_server.refuses = ""
    an_event(kind=kind)
    assert deliver_due(at=MONDAY_MORNING + MINUTE) == 1
    assert [letter["Subject"] for letter in mail_server.accepted] == ["2 things about your cases"]


@pytest.mark.django_db
def test_a_mail_server_that_hangs_up_after_accepting_gets_the_same_message_again(
    mail_server: MailServer,
) -> None:
    kind = a_kind(a_person())
    an_event(kind=kind)
    mail_server.hangs_up_after_accepting = True
    assert deliver_due(at=MONDAY_MORNING) == 0
    mail_server.hangs_up_after_accepting = False
    assert deliver_due(at=MONDAY_MORNING + MINUTE) == 1
    first, second = mail_server.message_ids()
    assert first == second
    assert deliver_due(at=MONDAY_MORNING + 3 * HOUR) == 0


def test_two_sweeps_at_once_send_once(own_database: Database, mail_server: MailServer) -> None:
    people = [a_person() for _ in range(12)]
    kind = a_kind(*people)
    for _ in range(2):
        an_event(kind=kind)
    started, sent = threading.Barrier(4), []

    def sweep() -> None:
        started.wait()
        sent.append(deliver_due(at=MONDAY_MORNING))
        connection.close()

    threads = [threading.Thread(target=sweep) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(sent) == 12
    assert sorted(letter["To"] for letter in mail_server.accepted) == sorted(
        person.email for person in people
    )
    assert set(states()) == {"sent"}


@pytest.mark.django_db
def test_what_follows_elsewhere_runs_once_and_is_tried_again_until_it_succeeds() -> None:
    seen: list[int] = []

    def brings_back(event: CaseEvent) -> None:
        seen.append(event.pk)
        if len(seen) == 1:
            raise RuntimeError

    event = an_event(kind=a_kind(followed_by=brings_back))
    deliver_event(event.pk, at=MONDAY_MORNING)
    assert Effect.objects.get().state == "pending"
    deliver_due(at=MONDAY_MORNING + MINUTE)
    deliver_due(at=MONDAY_MORNING + HOUR)
    assert seen == [event.pk, event.pk]
    assert Effect.objects.get().state == "sent"


@pytest.mark.django_db
def test_what_cannot_follow_shows_in_the_end() -> None:
    def breaks(event: CaseEvent) -> None:
        raise RuntimeError

    an_event(kind=a_kind(followed_by=breaks))
    for day in range(MOST_ATTEMPTS):
        deliver_due(at=MONDAY_MORNING + datetime.timedelta(days=2 * day))
    assert [effect.error for effect in failed_effects()] == ["RuntimeError"]


@pytest.mark.django_db
def test_a_sweep_asks_a_fixed_number_of_times_for_each_mail(django_assert_max_num_queries: object) -> None:
    kind = a_kind(*[a_person() for _ in range(20)])
    for _ in range(10):
        an_event(kind=kind)
    # Two hundred rows, twenty mails: nine for the sweep itself, and for each mail its turn, its
    # name, its lock, a savepoint for each letter, the council's name and one write.
    with django_assert_max_num_queries(9 + 20 * (7 + 2 * 10)):  # type: ignore[operator]
        assert deliver_due(at=MONDAY_MORNING) == 20
