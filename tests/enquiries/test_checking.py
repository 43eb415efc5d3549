"""A reply that somebody rewrites past the portal is found at night, and told."""

import pytest
from django.db import connection
from django.utils import timezone

from casework.models import CaseEvent
from enquiries.actions.checking import check_messages
from enquiries.models import Message
from enquiries.states import State
from rulebook.post import Post
from tests.factories.council import a_holder_of
from tests.factories.enquiries import an_enquiry
from tests.harness.databases import Database, asking


@pytest.mark.django_db
def test_what_was_said_is_proved_by_the_chain() -> None:
    for state in (State.HOLDING, State.REOPENED, State.WAITING):
        an_enquiry(state=state)
    assert CaseEvent.objects.filter(facts__has_key="said").count() == Message.objects.count() > 3
    assert check_messages(at=timezone.now()) == ()


def test_a_reply_that_the_owner_of_the_tables_rewrote_is_found_and_told(own_database: Database) -> None:
    monitoring_officer = a_holder_of(Post.MONITORING_OFFICER)
    reply = an_enquiry(state=State.ANSWERED).messages.get(kind=Message.Kind.REPLY)
    with asking(own_database.owner_url, own_database.name) as ask:
        ask.execute("UPDATE enquiries_message SET text = 'Something else' WHERE id = %s", [reply.pk])
    [wrong] = check_messages(at=timezone.now())
    assert wrong.facts["message"] == reply.pk
    alarm = CaseEvent.objects.get(kind="security.chains-broken")
    assert [delivery.person for delivery in alarm.deliveries.all()] == [monitoring_officer]


@pytest.mark.django_db
def test_the_application_cannot_rewrite_a_message() -> None:
    an_enquiry(state=State.ANSWERED)
    with pytest.raises(Exception, match="permission denied"), connection.cursor() as cursor:
        cursor.execute("UPDATE enquiries_message SET text = 'Something else'")
