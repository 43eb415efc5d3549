"""An enquiry finds its service, its officer and its right day."""

import datetime

import pytest
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from enquiries.models import Enquiry, Message
from enquiries.states import State
from rulebook.post import Post
from tests.factories.browsers import signed_in
from tests.factories.council import a_holder_of, a_service
from tests.factories.enquiries import an_enquiry, handed_back
from tests.factories.repairs import Council, a_case, the_repairs_team


@pytest.fixture
def council(db: None) -> Council:
    """Exampleshire's repairs."""
    return the_repairs_team()


def text_of(response: HttpResponse) -> str:
    """The page as text."""
    return response.content.decode()


def test_what_has_no_service_is_listed_suggested_and_sent(council: Council) -> None:
    case = an_enquiry(unsure=True, member=council.member, subject="A housing repair at Larch Court")
    client = signed_in(a_holder_of(Post.DEMOCRATIC_SERVICES))
    assert case.reference in text_of(client.get(reverse("to-route")))
    page = reverse("enquiry-route", args=[case.reference])
    assert "Suggested by its words: <strong>Housing repairs</strong>" in text_of(client.get(page))
    response = client.post(page, {"service": council.service.pk}, follow=True)
    assert f"{case.reference} sent to Housing repairs" in text_of(response)
    assert "Nothing to route." in text_of(response)
    after = Enquiry.objects.get(pk=case.pk)
    assert (after.team, after.addressee, after.due_on) == (council.team, council.head, case.due_on)


@pytest.mark.parametrize("service", ["", "0", "nonsense", "99999999999999999999"])
def test_no_service_or_none_that_is_open_is_said_beside_the_box(council: Council, service: str) -> None:
    case = an_enquiry(unsure=True)
    client = signed_in(a_holder_of(Post.DEMOCRATIC_SERVICES))
    response = client.post(reverse("enquiry-route", args=[case.reference]), {"service": service})
    assert "Choose a service" in text_of(response)
    assert Enquiry.objects.get(pk=case.pk).team is None


def test_what_was_handed_back_says_why_and_is_not_suggested_to_the_same_service(council: Council) -> None:
    case = handed_back(a_case(council), by=council.officer, note="This is for Highways.")
    client = signed_in(a_holder_of(Post.DEMOCRATIC_SERVICES))
    page = text_of(client.get(reverse("enquiry-route", args=[case.reference])))
    assert "Handed back by Dana Whitfield" in page
    assert "This is for Highways." in page
    assert "<strong>Housing repairs</strong>" not in page


def test_what_an_officer_has_is_not_routed(council: Council) -> None:
    case = a_case(council)
    other = a_service(name="Highways")
    response = signed_in(a_holder_of(Post.DEMOCRATIC_SERVICES)).post(
        reverse("enquiry-route", args=[case.reference]), {"service": other.pk}
    )
    assert response.status_code == 403
    assert "An officer has this enquiry." in text_of(response)
    assert Enquiry.objects.get(pk=case.pk).team == council.team


def test_officers_do_not_route(council: Council) -> None:
    case = a_case(council, State.SENT)
    response = signed_in(council.officer).get(reverse("enquiry-route", args=[case.reference]))
    assert response.status_code == 403


def test_a_case_is_given_to_a_colleague_with_a_note(council: Council) -> None:
    case = a_case(council)
    client = signed_in(council.officer)
    page = reverse("enquiry-allocate", args=[case.reference])
    assert "Amir Hussain, Officer (0 open cases)" in text_of(client.get(page))
    boxes = {"owner": council.colleague.pk, "note": "The report is with me.", "version": case.version}
    response = client.post(page, boxes, follow=True)
    assert f"{case.reference} is with Amir Hussain" in text_of(response)
    assert Enquiry.objects.get(pk=case.pk).owner == council.colleague
    assert case.messages.get().kind == Message.Kind.NOTE


def test_giving_a_confidential_case_away_keeps_the_note_and_leads_home(council: Council) -> None:
    case = a_case(council, is_confidential=True)
    boxes = {"owner": council.colleague.pk, "note": "It is with you.", "version": case.version}
    response = signed_in(council.officer).post(reverse("enquiry-allocate", args=[case.reference]), boxes)
    assert response.headers["Location"] == reverse("home")
    assert case.messages.get().text == "It is with you."


def test_a_stale_press_gives_nothing_away(council: Council) -> None:
    case = a_case(council)
    signed_in(council.colleague).post(reverse("enquiry-notes", args=[case.reference]), {"text": "Chased."})
    boxes = {"owner": council.colleague.pk, "note": "Mine to give.", "version": case.version}
    page = text_of(signed_in(council.officer).post(reverse("enquiry-allocate", args=[case.reference]), boxes))
    assert "Amir Hussain added a note at" in page
    assert "Mine to give." in page
    assert Enquiry.objects.get(pk=case.pk).owner == council.officer


@pytest.mark.parametrize("owner", ["", "0", "nonsense"])
def test_nobody_or_somebody_of_elsewhere_cannot_be_given_it(council: Council, owner: str) -> None:
    case = a_case(council)
    boxes = {"owner": owner, "version": case.version}
    response = signed_in(council.officer).post(reverse("enquiry-allocate", args=[case.reference]), boxes)
    assert "Choose a person" in text_of(response)


def test_the_day_of_receipt_is_put_right_with_its_reason(council: Council) -> None:
    case = a_case(council)
    earlier = timezone.localdate() - datetime.timedelta(days=3)
    client = signed_in(a_holder_of(Post.DEMOCRATIC_SERVICES))
    page = reverse("enquiry-correct", args=[case.reference])
    assert "On record it was received on" in text_of(client.get(page))
    boxes = {"received_on": earlier.isoformat(), "reason": "The letter came on that day."}
    response = client.post(page, boxes, follow=True)
    assert "Day received put right. The reply is due" in text_of(response)
    assert "The letter came on that day." in text_of(response)
    after = Enquiry.objects.get(pk=case.pk)
    assert case.due_on is not None
    assert (after.received_on, after.due_on) == (earlier, case.due_on - datetime.timedelta(days=3))


@pytest.mark.parametrize(
    ("box", "given", "sentence"),
    [
        ("received_on", "", "Enter the day it was received"),
        ("received_on", "1/1/2199", "The day must be today or earlier"),
        ("received_on", "1/1/2020", "The day must be within the last year"),
        ("reason", " ", "Say why the day is put right"),
    ],
)
def test_a_day_or_reason_that_cannot_be_is_told(
    council: Council, box: str, given: str, sentence: str
) -> None:
    case = a_case(council)
    boxes = {"received_on": timezone.localdate().isoformat(), "reason": "It came then.", box: given}
    response = signed_in(a_holder_of(Post.MONITORING_OFFICER)).post(
        reverse("enquiry-correct", args=[case.reference]), boxes
    )
    assert sentence in text_of(response)
    assert Enquiry.objects.get(pk=case.pk).version == case.version


def test_officers_do_not_correct_the_day(council: Council) -> None:
    case = a_case(council)
    page = reverse("enquiry-correct", args=[case.reference])
    assert signed_in(council.officer).get(page).status_code == 403
