"""Pages of what cannot be shown say what to do next and know nothing of the address that was asked for."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError
from django.test import Client, RequestFactory
from django.urls import reverse

from council.models import CouncilProfile
from protocol_portal.views import errors
from tests.factories.council import a_login, a_member

pytestmark = pytest.mark.django_db


def test_a_page_that_is_not_there_says_nothing_of_the_address(client: Client) -> None:
    answer = client.get("/enquiries/ENQ-7K4M-2/secret-appendix/")
    assert answer.status_code == 404
    page = answer.content.decode()
    assert "Page not found" in page
    assert "secret-appendix" not in page
    assert "7K4M" not in page
    assert "csrf" not in page.lower()


def test_somebody_without_the_post_is_told_whom_to_ask(client: Client) -> None:
    client.force_login(a_login(a_member()))
    request = RequestFactory().get("/")
    request.user = a_login(a_member())
    answer = errors.forbidden(request, PermissionDenied())
    assert answer.status_code == 403
    assert "You cannot see this page" in answer.content.decode()


def test_a_fault_of_ours_says_sorry_and_gives_the_telephone() -> None:
    CouncilProfile.objects.update_or_create(
        pk=1, defaults={"council_name": "Larchester Council", "phone": "01632 960100"}
    )
    answer = errors.problem(RequestFactory().get("/"))
    assert answer.status_code == 500
    page = answer.content.decode()
    assert "Sorry, there is a problem with the service" in page
    assert "01632 960100" in page


def test_the_page_of_a_fault_stands_without_the_database(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> CouncilProfile:
        raise DatabaseError("the server went away")

    monkeypatch.setattr(errors, "profile", gone)
    answer = errors.problem(RequestFactory().get("/"))
    assert answer.status_code == 500
    assert "Sorry, there is a problem" in answer.content.decode()


def test_what_no_page_sends_is_answered_plainly() -> None:
    answer = errors.bad_request(RequestFactory().get("/"))
    assert answer.status_code == 400
    assert "Nothing was changed" in answer.content.decode()


def test_a_form_that_came_too_late_shows_what_was_typed_and_no_password() -> None:
    strict = Client(enforce_csrf_checks=True)
    typed = {"login": "priya@council.example", "password": "hunter2-hunter2", "details": "<b>The boiler</b>"}
    answer = strict.post(reverse("account_login"), typed)
    assert answer.status_code == 403
    page = answer.content.decode()
    assert "This page was open too long" in page
    assert "&lt;b&gt;The boiler&lt;/b&gt;" in page
    assert "priya@council.example" in page
    assert "hunter2" not in page


def test_a_form_that_came_too_late_and_empty_shows_no_list() -> None:
    answer = Client(enforce_csrf_checks=True).post(reverse("account_login"), {"password": "hunter2"})
    assert "What you typed" not in answer.content.decode()
