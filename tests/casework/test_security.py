"""The security stream hears of sign-ins and second factors, and keeps no address of strangers."""

from typing import Any

import pytest
from django.test import Client

from casework.models import CaseEvent
from tests.factories.council import PASSWORD, a_login, a_member


def heard() -> list[tuple[str, int | None, dict[str, Any]]]:
    events = CaseEvent.objects.filter(stream__name="security").order_by("place")
    return [(event.kind, event.by_id, event.facts) for event in events]


def sign_in(client: Client, address: str, password: str) -> None:
    client.post("/accounts/login/", {"login": address, "password": password})


@pytest.mark.django_db
def test_signing_in_and_out_is_heard(client: Client) -> None:
    member = a_member()
    login = a_login(member)
    sign_in(client, login.email, PASSWORD)
    client.post("/accounts/logout/")
    assert heard() == [
        ("security.signed-in", member.pk, {"login": login.pk}),
        ("security.signed-out", member.pk, {"login": login.pk}),
    ]


@pytest.mark.django_db
def test_a_wrong_password_is_heard_with_the_login_that_it_was_tried_on(client: Client) -> None:
    login = a_login(a_member())
    sign_in(client, login.email, "another-password-1")
    assert heard() == [("security.sign-in-failed", None, {"login": login.pk})]


@pytest.mark.django_db
def test_of_an_unknown_address_only_the_attempt_is_kept(client: Client) -> None:
    sign_in(client, "stranger@elsewhere.example", "another-password-1")
    assert heard() == [("security.sign-in-failed", None, {"login": None})]
    assert "stranger" not in str(list(CaseEvent.objects.values()))
