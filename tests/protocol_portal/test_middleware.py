"""No browser keeps what a signed-in person saw; a refusal is a page with its reason, or tells nothing."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone

from council.models import User
from council.queries import standing_of
from protocol_portal.middleware import signed_in_pages
from rulebook.citation import Citation, Source
from rulebook.decision import Refused, refused, unknown
from rulebook.rule import Rule
from tests.factories.council import a_login, a_member, a_person

pytestmark = pytest.mark.django_db

ACT = Citation("LGA 1972 s100F", Source.ACT, "Local Government Act 1972", "section 100F")
RULE = Rule(id="not-answered-yet", says="The full reply has not been sent", cites=(ACT,))


def never(request: HttpRequest) -> HttpResponse:
    """A view that is not reached."""
    raise AssertionError(request.path)


def a_request(user: User, path: str = "/") -> HttpRequest:
    """A request of this person, as the middleware before this one hands it on."""
    request = RequestFactory().get(path)
    request.user = user
    request.standing = standing_of(user.person, on=timezone.localdate())
    return request


def test_no_browser_keeps_what_a_signed_in_person_saw(client: Client) -> None:
    client.force_login(a_login(a_member()))
    assert "no-store" in client.get(reverse("help")).headers["Cache-Control"]
    assert "no-store" in client.get("/no-such-page/").headers["Cache-Control"]


def test_no_browser_keeps_a_page_of_signing_in(client: Client) -> None:
    assert "no-store" in client.get(reverse("account_login")).headers["Cache-Control"]


def test_no_browser_keeps_the_page_that_shows_somebody_out(client: Client) -> None:
    client.force_login(a_login(a_person()))
    answer = client.get(reverse("help"))
    assert answer.status_code == 403
    assert "no-store" in answer.headers["Cache-Control"]


def test_a_public_page_may_be_kept(client: Client) -> None:
    assert "no-store" not in client.get(reverse("help")).headers.get("Cache-Control", "")


def test_a_refused_action_becomes_its_sentence_with_the_paragraph() -> None:
    pages = signed_in_pages(never)
    answer = pages.process_exception(a_request(a_login(a_member())), Refused(refused(RULE)))
    assert answer is not None
    assert answer.status_code == 403
    page = answer.content.decode()
    assert "The full reply has not been sent" in page
    assert "Local Government Act 1972, section 100F" in page


def test_what_one_may_not_know_of_looks_byte_for_byte_like_what_never_was(client: Client) -> None:
    user = a_login(a_member())
    client.force_login(user)
    was_not = client.get("/no-such-page/")
    other = client.get("/enquiries/ENQ-0000-0/nor-this/")
    hidden = signed_in_pages(never).process_exception(a_request(user, "/enquiries/"), Refused(unknown()))
    assert hidden is not None
    assert was_not.status_code == other.status_code == hidden.status_code == 404
    assert was_not.content == other.content == hidden.content


def test_another_fault_is_left_to_be_told_as_one() -> None:
    pages = signed_in_pages(never)
    assert pages.process_exception(a_request(a_login(a_member())), ValueError("broken")) is None
