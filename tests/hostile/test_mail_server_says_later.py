"""A mail server that answers 451 for an hour: every letter arrives, once, and nobody's page is in the way."""

import datetime
from collections import Counter

import pytest
from django.utils import timezone

from casework.actions.delivering import deliver_due
from casework.models import Delivery
from casework.queries import failed_deliveries, late_deliveries
from enquiries.models import Enquiry
from enquiries.states import State
from tests.casework.mail_server import MailServer
from tests.factories.enquiries import an_enquiry

pytestmark = pytest.mark.django_db
LATER = "451 4.3.0 try again later"


def test_an_hour_of_451_loses_no_letter_and_doubles_none(mail_server: MailServer) -> None:
    mail_server.refuses = LATER
    enquiry = an_enquiry(state=State.REOPENED)
    at = timezone.now()
    owed = Delivery.objects.count()
    assert owed >= 6
    for minute in range(0, 60, 5):
        deliver_due(at=at + datetime.timedelta(minutes=minute))
    assert mail_server.accepted == []
    assert Enquiry.objects.get(pk=enquiry.pk).state == State.REOPENED
    assert not failed_deliveries().exists()
    mail_server.refuses = ""
    for hour in range(1, 15):
        deliver_due(at=at + datetime.timedelta(hours=hour, minutes=5))
    assert set(Delivery.objects.values_list("state", flat=True)) <= {"sent", "withdrawn"}
    assert max(Counter(mail_server.message_ids()).values()) == 1
    told = {str(mail["To"]) for mail in mail_server.accepted}
    assert enquiry.member.email in told
    assert not late_deliveries(at=at + datetime.timedelta(days=2)).exists()
