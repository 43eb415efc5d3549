"""The card to take into a meeting is one side of A4 when it is printed, under each of the six texts."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page, Route

from rulebook.protocols import PROTOCOLS
from tests.harness.processes import Running
from tests.journeys.town import Town, a_town

A_PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")
CARD = "protocol-meetings"


def card_of(town: Town, role: str) -> str:
    """The card's HTML, signed in for the line that says who printed it."""
    client: Client = town.client(role)
    return str(client.get(reverse(CARD)).content.decode())


def answering(html: str) -> Callable[[Route], None]:
    """What the browser is given for the address of the card: the page of the text that is tried."""

    def answer(route: Route) -> None:
        route.fulfill(body=html, content_type="text/html")

    return answer


@pytest.mark.parametrize("role", ["nobody", "member"])
def test_the_meeting_card_is_one_side_of_paper_under_every_text(
    own_database: object,
    portal_process: Callable[..., Running],
    page: Callable[..., Page],
    settings: pytest.FixtureRequest,
    role: str,
) -> None:
    town, address = a_town(), portal_process().address
    sides = {}
    for key in PROTOCOLS:
        settings.PROTOCOL = key
        tab = page(width=1280, address=address)
        tab.route(f"**{reverse(CARD)}", answering(card_of(town, role)))
        tab.goto(reverse(CARD))
        assert tab.locator("h1").inner_text().endswith("Conduct in meetings")
        sides[key] = len(A_PAGE.findall(tab.pdf(format="A4")))
        tab.close()
    assert sides == dict.fromkeys(PROTOCOLS, 1)
