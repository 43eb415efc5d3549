"""Help, contact, privacy, keyboard and the accessibility statement are there for everybody."""

import datetime
import re

import pytest
from django.test import Client
from django.urls import reverse

from council.models import CouncilProfile
from tests.factories.council import a_login, a_member

pytestmark = pytest.mark.django_db

PAGES = ["help", "contact", "privacy", "keyboard", "accessibility"]


def the_council(**columns: object) -> None:
    """What democratic services entered."""
    CouncilProfile.objects.update_or_create(pk=1, defaults={"council_name": "Larchester Council", **columns})


@pytest.mark.parametrize("name", PAGES)
def test_a_static_page_is_read_without_signing_in(client: Client, name: str) -> None:
    the_council()
    answer = client.get(reverse(name))
    assert answer.status_code == 200
    page = answer.content.decode()
    assert re.search(r"<title>[^<]+ - Protocol portal - Larchester Council</title>", page)
    assert page.count("<h1") == 1
    for other in PAGES:
        assert f'href="{reverse(other)}"' in page


@pytest.mark.parametrize("name", PAGES)
def test_a_static_page_is_there_for_somebody_signed_in_too(client: Client, name: str) -> None:
    client.force_login(a_login(a_member()))
    page = client.get(reverse(name)).content.decode()
    assert "Sign out" in page
    assert "Printed on" in page


def test_a_static_page_is_only_read(client: Client) -> None:
    assert client.post(reverse("help")).status_code == 405


def test_the_statement_claims_nothing_before_the_council_has_tested(client: Client) -> None:
    page = client.get(reverse("accessibility")).content.decode()
    assert "has not yet been tested by the council" in page
    assert "The council has not completed this statement yet" in page
    assert "compliant with" not in page


@pytest.mark.parametrize(
    ("result", "words"),
    [
        ("fully", "This portal is fully compliant"),
        ("partially", "This portal is partially compliant"),
        ("not", "This portal is not compliant"),
    ],
)
def test_the_statement_says_what_the_council_found(client: Client, result: str, words: str) -> None:
    the_council(
        accessibility_result=result,
        accessibility_gaps="The map has no text.",
        accessibility_prepared_on=datetime.date(2026, 9, 1),
        accessibility_reviewed_on=datetime.date(2026, 11, 2),
        phone="01632 960100",
    )
    page = client.get(reverse("accessibility")).content.decode().replace("\N{NO-BREAK SPACE}", " ")
    assert words in page
    assert "The map has no text." in page
    assert "prepared on 1 September 2026" in page
    assert "last reviewed on 2 November 2026" in page
    assert "01632 960100" in page


def test_the_policy_of_the_page_allows_nothing_inline(client: Client) -> None:
    policy = client.get(reverse("help")).headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
