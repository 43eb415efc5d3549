"""What a letter may not be made to do: carry another header, hold up the others, say what a case is about."""

import datetime

import pytest
from django.utils import timezone

from casework.actions.delivering import deliver_due
from casework.models import CaseEvent, Delivery
from council.models import Person
from enquiries.actions.logging import correct_receipt
from enquiries.states import State
from enquiries.subscribers import PLANS
from tests.casework.mail_server import MailServer
from tests.factories.casework import MONDAY_MORNING, a_kind, an_event
from tests.factories.council import a_person
from tests.factories.enquiries import an_enquiry, moment, on_day
from tests.factories.portal import a_democratic_services_officer

pytestmark = pytest.mark.django_db

HOUR = datetime.timedelta(hours=1)


@pytest.mark.parametrize(
    "forged",
    [
        {"email": "a@b.example\nBcc: spy@evil.example"},
        {"email": "a@b.example, spy@evil.example"},
        {"email": "a@b.example\r\nRCPT TO:<spy@evil.example>"},
        {"first_name": "Priya\r\nBcc: spy@evil.example"},
        {"last_name": "Nair\nSubject: Bought"},
        {"email": "no address at all"},
    ],
)
def test_no_name_and_no_address_writes_a_header_or_stops_another_letter(
    forged: dict[str, str], mail_server: MailServer
) -> None:
    first, good = a_person(), a_person()
    Person.objects.filter(pk=first.pk).update(**forged)
    an_event(kind=a_kind(Person.objects.get(pk=first.pk), good))
    deliver_due(at=MONDAY_MORNING)
    for mail in mail_server.accepted:
        assert mail["Bcc"] is None
        assert mail.get_all("Subject") is None or "Bought" not in mail["Subject"]
        assert "spy@evil.example" not in str(mail["To"]).replace("Bcc: spy@evil.example", "")
    assert Delivery.objects.get(person=good).state == Delivery.State.SENT


def test_an_address_that_the_mail_server_refuses_stops_nobody_else(mail_server: MailServer) -> None:
    people = [a_person() for _ in range(4)]
    an_event(kind=a_kind(*people))
    mail_server.refuses, mail_server.refuses_address = "550 no such user", people[1].email
    assert deliver_due(at=MONDAY_MORNING) == 3
    left = Delivery.objects.exclude(state=Delivery.State.SENT).get()
    assert (left.person_id, left.state) == (people[1].pk, Delivery.State.PENDING)
    assert left.error
    for hours in range(1, 400):
        deliver_due(at=MONDAY_MORNING + hours * HOUR)
    left.refresh_from_db()
    assert left.state == Delivery.State.FAILED


def test_no_letter_of_an_enquiry_says_what_it_is_about(mail_server: MailServer) -> None:
    an_enquiry(state=State.REOPENED, subject="Quernstone", details="Threadgold", resident_name="Marrowfat")
    # What happened stands at fixed hours of today: whenever this runs, all of it is past late in the evening.
    deliver_due(at=moment(timezone.localdate(), 23))
    assert mail_server.accepted
    for mail in mail_server.accepted:
        for word in ("Quernstone", "Threadgold", "Marrowfat", "boiler"):
            assert word not in mail.as_string()


def test_why_a_day_was_put_right_can_be_erased_later() -> None:
    enquiry = an_enquiry(state=State.ALLOCATED)
    who = on_day(a_democratic_services_officer())
    earlier = enquiry.received_on - datetime.timedelta(days=2)
    correct_receipt(
        who=who, enquiry=enquiry, received_on=earlier, reason="Mrs Threadgold rang.", at=timezone.now()
    )
    event = CaseEvent.objects.latest("pk")
    assert "Threadgold" not in str(event.facts)
    assert event.body == {"reason": "Mrs Threadgold rang."}


def test_no_letter_of_any_kind_says_more_than_a_number_a_date_and_a_page() -> None:
    enquiry = an_enquiry(
        state=State.REOPENED, subject="Quernstone", details="Threadgold", resident_name="Marrowfat"
    )
    event = CaseEvent.objects.filter(stream=enquiry.stream).latest("place")
    event.facts = {**event.facts, "copy": 7}
    pages = {"", f"/enquiries/{enquiry.reference}/", "/enquiries/copies/", "/enquiries/copies/7/"}
    for kind, plans in PLANS.items():
        for plan in plans:
            said = " ".join(plan.words(enquiry, event))
            assert not [word for word in ("Quernstone", "Threadgold", "Marrowfat", "boiler") if word in said]
            assert enquiry.member.last_name not in said, kind.name
            assert plan.link(enquiry, event) in pages, kind.name
