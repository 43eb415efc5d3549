"""Expectations, roles, conduct in meetings: the text in force, word for word, or honest silence."""

import re
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from casework.models import CompanionDocument
from rulebook.guide import Card, Part
from rulebook.guides import GUIDES
from rulebook.obligations import Obligation, obligations
from rulebook.protocols import PROTOCOLS
from rulebook.text import paragraph
from tests.factories.council import a_member
from tests.factories.enquiries import an_enquiry
from tests.factories.portal import page as page_of
from tests.factories.portal import signed_in

pytestmark = pytest.mark.django_db

CARDS = {card: f"protocol-{card.value}" for card in Card}
HOUSE = [row for row in obligations() if row.chapter == "house"]
EACH = pytest.mark.parametrize("key", list(PROTOCOLS))


def shown(client: Client, name: str) -> str:
    """The page as a reader reads it."""
    answer = client.get(reverse(name))
    assert answer.status_code == 200
    return unescape(answer.content.decode())


@EACH
@pytest.mark.parametrize("card", list(Card))
def test_a_card_shows_every_paragraph_word_for_word_with_the_way_to_it(
    client: Client, settings: pytest.FixtureRequest, key: str, card: Card
) -> None:
    settings.PROTOCOL = key
    page = shown(client, CARDS[card])
    for part, anchors in GUIDES[key].parts.items():
        if part.card is card:
            assert f'id="{part.value}"' in page
            for anchor in anchors:
                assert f">{paragraph(key, anchor).shown}</span>" in page
                assert f'href="{reverse("protocol")}#{anchor}"' in page
    assert page.count("<h1") == 1
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))


@EACH
@pytest.mark.parametrize("card", list(Card))
def test_where_the_text_says_nothing_the_card_says_so_and_what_applies(
    client: Client, settings: pytest.FixtureRequest, key: str, card: Card
) -> None:
    settings.PROTOCOL = key
    page = shown(client, CARDS[card])
    parts = [part for part in Part if part.card is card]
    guide = GUIDES[key]
    silent = [p for p in parts if p not in guide.parts and not (guide.compared and p is Part.WHO_DOES_WHAT)]
    assert page.count("The text says nothing here.") == len(silent)
    assert all(part.when_silent in page and f'id="{part.value}"' in page for part in silent)
    assert ("This protocol says nothing on any of this." in page) is (silent == parts)


def test_a_text_that_says_nothing_of_meetings_says_so_first(
    client: Client, settings: pytest.FixtureRequest
) -> None:
    settings.PROTOCOL = "wokingham-2014"
    page = shown(client, "protocol-meetings")
    assert "This protocol says nothing on any of this." in page
    assert "The standing orders, the chair’s rulings and the codes of conduct apply." in page


@pytest.mark.parametrize("row", HOUSE, ids=lambda row: row.id)
def test_every_rule_of_the_chapter_stands_on_a_page_under_its_own_text(
    client: Client, settings: pytest.FixtureRequest, row: Obligation
) -> None:
    settings.PROTOCOL = row.protocol
    pages = {name: shown(client, name) for name in CARDS.values()}
    if row.by == "law-prevails":
        assert all("Nothing in the protocol overrides the law" in page for page in pages.values())
        return
    where = f'href="{reverse("protocol")}#{row.anchor}"'
    words = paragraph(row.protocol, row.anchor).shown
    assert any(where in page and words in page for page in pages.values())
    assert f"{row.rule} ({row.id})" in shown(client, "protocol")


@pytest.mark.parametrize(
    ("key", "name", "note"),
    [
        ("waltham-forest", "protocol-roles", "No statutory code for officers ever came into force."),
        ("parish", "protocol-expectations", "The main duty on equality is now in the Equality Act 2010."),
        ("wokingham-2007", "protocol-roles", "The national standards body was abolished in 2012."),
        ("mwda", "protocol", "There is no District Auditor today."),
        ("waltham-forest", "protocol", "A key decision is announced 28 clear days before it is taken."),
    ],
)
def test_law_that_has_moved_on_is_told_beside_the_paragraph(
    client: Client, settings: pytest.FixtureRequest, key: str, name: str, note: str
) -> None:
    settings.PROTOCOL = key
    assert note in shown(client, name)


def test_what_the_portal_does_stands_beside_the_paragraph_that_it_does(client: Client) -> None:
    page = shown(client, "protocol-expectations")
    reply = page[page.index("A substantive response to a member enquiry") :]
    assert reply.index("Applied") < reply.index("Reply") < reply.index("</li>")


@EACH
@pytest.mark.parametrize("name", ["protocol", "protocol-terms", *CARDS.values(), "enquiry-date"])
def test_every_page_that_answers_says_that_the_law_prevails_and_what_silence_means(
    client: Client, settings: pytest.FixtureRequest, key: str, name: str
) -> None:
    settings.PROTOCOL = key
    client = signed_in(a_member())
    page = shown(client, name)
    assert "Nothing in the protocol overrides the law or a code of conduct." in page
    assert "where it says nothing, that is no permission" in page
    for title in {one.title for one in GUIDES[key].companions}:
        assert title in page


def test_a_document_is_linked_once_the_council_has_entered_its_address(client: Client) -> None:
    before = shown(client, "protocol-roles")
    assert before.count("(no address entered)") == len(GUIDES["waltham-forest"].companions)
    address = "https://www.council.example/code"
    CompanionDocument.objects.create(document="waltham-forest:members-code", url=address)
    CompanionDocument.objects.create(document="waltham-forest:complaints", url="")
    CompanionDocument.objects.create(document="haringey:social-media", url="https://elsewhere.example/")
    after = shown(client, "protocol-roles")
    assert f'href="{address}"' in after
    assert after.count("(no address entered)") == before.count("(no address entered)") - 1
    assert "elsewhere.example" not in after


def test_a_case_an_account_and_help_lead_to_what_can_be_expected() -> None:
    enquiry = an_enquiry()
    browser = signed_in(enquiry.member)
    expectations = reverse("protocol-expectations")
    assert f'href="{expectations}#of-officers"' in page_of(browser, "enquiry", enquiry)
    assert f'href="{expectations}"' in page_of(browser, "account")
    for name in ("protocol-expectations", "protocol-roles", "protocol-meetings", "protocol-terms"):
        assert f'href="{reverse(name)}"' in page_of(browser, "help")


@pytest.mark.parametrize("name", CARDS.values())
def test_a_card_asks_the_database_the_same_however_much_it_shows(
    client: Client, settings: pytest.FixtureRequest, name: str, django_assert_max_num_queries: object
) -> None:
    for key in PROTOCOLS:
        settings.PROTOCOL = key
        with django_assert_max_num_queries(4):
            client.get(reverse(name))
