"""What no browser sends: marks that no database keeps, broken bodies, absurd numbers; never an error page."""

import secrets

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from casework.models import CaseEvent
from enquiries.models import Enquiry
from enquiries.states import State
from tests.factories.council import a_member, a_service
from tests.factories.enquiries import an_enquiry
from tests.factories.portal import a_democratic_services_officer, signed_in

pytestmark = pytest.mark.django_db

# Whoever is refused is refused before anything that is typed is read; one odd thing proves it.
SHUT = (403, 404)
BROKEN_QUERIES = ("%00", "%ff%fe", "%ED%A0%80", "%f0%9f%92%a1", "%25%25", "a" * 5000, "%E0%A4%A")
PARAMETERS = (
    "after",
    "before",
    "tab",
    "show",
    "service",
    "street",
    "state",
    "q",
    "due",
    "owner",
    "member",
    "order",
    "team",
    "month",
    "like",
    "draft",
    "received",
    "answer",
    "next",
    "back",
    "directorate",
    "words",
    "from",
    "to",
)
PAGES = (
    "home",
    "my-enquiries",
    "enquiry-download",
    "enquiry-new",
    "enquiry-date",
    "enquiry-log",
    "my-cases",
    "team-cases",
    "team-cases-csv",
    "to-route",
    "directorate",
    "all-cases",
    "all-cases-csv",
    "dashboard",
    "account",
    "account_login",
    "account_reset_password",
)
ACTIONS = (
    "enquiry-draft",
    "enquiry-delete",
    "enquiry-answer",
    "enquiry-add",
    "enquiry-chase",
    "enquiry-verdict",
    "enquiry-withdraw",
    "enquiry-check",
    "enquiry-hand-back",
    "enquiry-acknowledge",
    "enquiry-allocate",
    "enquiry-route",
    "enquiry-correct",
    "enquiry-correct-member",
    "enquiry-correct-service",
    "enquiry-correct-subject",
    "enquiry-take-back",
    "enquiry-resident",
    "enquiry-notes",
    "enquiry-files",
)


def everybody() -> dict[str, Client]:
    """One browser for each kind of person who works with enquiries."""
    enquiry = an_enquiry(state=State.ALLOCATED)
    return {
        "member": signed_in(enquiry.member),
        "officer": signed_in(enquiry.owner),
        "democratic services": signed_in(a_democratic_services_officer()),
        "nobody": Client(),
    }


def bearable(answer, what: str) -> None:
    """Anything but an error of ours; whatever was refused came with a page."""
    assert answer.status_code < 500, what


def test_no_parameter_of_a_page_is_too_odd_for_it() -> None:
    for role, browser in everybody().items():
        browser.raise_request_exception = False
        for page in PAGES:
            for odd in BROKEN_QUERIES:
                address = f"{reverse(page)}?" + "&".join(f"{name}={odd}" for name in PARAMETERS)
                answer = browser.get(address)
                bearable(answer, f"{role}: {address[:120]}")
                if answer.status_code in SHUT:
                    break


def test_a_cookie_with_a_nul_is_no_session() -> None:
    browser = Client(raise_request_exception=False)
    for name in ("sessionid", "csrftoken", "portal_last_login", "django_language"):
        answer = browser.get("/", headers={"cookie": f'{name}="\\000aaaaaaaaaaaaaaaa"'})
        bearable(answer, name)


@pytest.mark.parametrize("odd", BROKEN_QUERIES)
def test_no_number_in_an_address_is_too_odd(odd: str) -> None:
    for role, browser in everybody().items():
        browser.raise_request_exception = False
        for name in ("", "date/", "files/1/", "files/99999999999999999999999/", "reply/", "sent/"):
            address = f"/enquiries/{odd}/{name}"
            bearable(browser.get(address), f"{role}: {address[:120]}")
        for before in ("draft/", "draft/x/delete/?y="):
            bearable(browser.get(f"/enquiries/{before}{odd}/"), f"{role}: {before}{odd[:80]}")
        for page in ("/protocol/paragraphs/", "/protocol/texts/", "/accounts/invitation/"):
            bearable(browser.get(f"{page}{odd}/"), f"{role}: {page}{odd[:80]}")


def test_a_body_that_is_no_form_is_refused_and_breaks_nothing() -> None:
    enquiry = an_enquiry(state=State.ALLOCATED)
    browser = signed_in(enquiry.member)
    browser.raise_request_exception = False
    address = reverse("enquiry-add", args=[enquiry.reference])
    bodies = (
        (b"{}", "application/json"),
        (b"\xff\xfe\x00text=x", "application/x-www-form-urlencoded"),
        (b"text=%00", "application/x-www-form-urlencoded"),
        (b"text=%ED%A0%80", "application/x-www-form-urlencoded; charset=nonsense"),
        (b"text=x", "application/x-www-form-urlencoded; charset=utf-16"),
        (b"--x\r\nbroken", "multipart/form-data; boundary=x"),
        (b"", "multipart/form-data"),
        (b"", "multipart/form-data; boundary="),
        (
            b'--x\r\nContent-Disposition: form-data; name="uploads"; filename="\x00"\r\n\r\nx\r\n--x--\r\n',
            "multipart/form-data; boundary=x",
        ),
        (
            b'--x\r\nContent-Disposition: form-data; name="a"\r\n'
            b"Content-Transfer-Encoding: base64\r\n\r\n!\r\n--x--",
            "multipart/form-data; boundary=x",
        ),
        (b"&".join(b"a%d=1" % number for number in range(1500)), "application/x-www-form-urlencoded"),
        (b"text=" + b"x" * 17_000_000, "application/x-www-form-urlencoded"),
    )
    before = CaseEvent.objects.count()
    for body, kind in bodies:
        answer = browser.generic("POST", address, body, content_type=kind)
        bearable(answer, f"{kind} {body[:40]!r}")
    assert CaseEvent.objects.count() - before <= 2, "only a body that is a form after all may be taken"


def test_too_many_boxes_and_too_many_files_are_refused() -> None:
    browser = signed_in(a_member())
    browser.raise_request_exception = False
    many = {f"box{number}": "x" for number in range(2000)}
    assert browser.post(reverse("enquiry-new"), many).status_code == 400
    files = {"uploads": [SimpleUploadedFile(f"{n}.txt", b"x") for n in range(150)]}
    assert browser.post(reverse("enquiry-new"), files).status_code == 400
    assert not Enquiry.objects.exists()


@pytest.mark.parametrize(
    "day",
    [
        "1/1/0001",
        "31/12/9999",
        "31/2/2026",
        "32/13/26",
        "0/0/0",
        "💡",
        "-1/1/26",
        "1e9/1/26",
        "2026-11-23T10:00",
        "99999999999/1/1",
        "today",
    ],
)
def test_an_absurd_day_is_told_beside_its_box(day: str) -> None:
    browser = signed_in(a_democratic_services_officer())
    member = a_member()
    data = {
        "member": member.pk,
        "channel": "letter",
        "received_on": day,
        "service": a_service().pk,
        "subject": "Bins",
        "details": "Not emptied.",
        "token": secrets.token_urlsafe(8),
    }
    answer = browser.post(reverse("enquiry-log"), data)
    assert answer.status_code == 200
    assert "received_on" in answer.context["form"].errors
    assert "Bins" in answer.content.decode()
    assert not Enquiry.objects.exists()


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "HEAD", "PROPFIND"])
def test_a_method_that_no_page_has_changes_nothing(method: str) -> None:
    enquiry = an_enquiry(state=State.ALLOCATED)
    version = enquiry.version
    for person in (enquiry.member, enquiry.owner):
        browser = signed_in(person)
        browser.raise_request_exception = False
        for name in (*ACTIONS, "enquiry", "enquiry-receipt"):
            answer = browser.generic(
                method, reverse(name, args=[enquiry.reference]), b"sure=1&answer=yes&text=x"
            )
            bearable(answer, f"{method} {name}")
    assert Enquiry.objects.get(pk=enquiry.pk).version == version


@pytest.mark.parametrize(
    "back",
    [
        "nonsense",
        "home",
        "//evil.example/",
        "https://evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "\x00",
        "/x\r\nSet-Cookie: a=b",
        "http:///evil.example",
    ],
)
def test_after_an_acknowledgement_nobody_is_sent_away_from_the_portal(back: str) -> None:
    enquiry = an_enquiry(state=State.SENT)
    browser = signed_in(enquiry.addressee)
    answer = browser.post(reverse("enquiry-acknowledge", args=[enquiry.reference]), {"back": back})
    assert answer.status_code == 302
    assert answer["Location"].startswith("/")
    assert not answer["Location"].startswith(("//", "/\\"))
    assert "Set-Cookie" not in answer["Location"] or "\r" not in answer["Location"]
