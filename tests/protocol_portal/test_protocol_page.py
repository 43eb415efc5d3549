"""The page «Protocol»: the whole text, what the portal does about it, and the way there from a citation."""

import re
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from rulebook.obligations import obligations
from rulebook.protocols import PROTOCOLS
from rulebook.text import Kind, paragraphs

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("key", list(PROTOCOLS))
def test_every_text_is_shown_whole_with_its_anchors_and_rows(client: Client, key: str) -> None:
    answer = client.get(reverse("protocol-text", args=[key]))
    assert answer.status_code == 200
    page = unescape(answer.content.decode())
    for one in paragraphs(key):
        if one.kind is not Kind.MARK:
            assert f'id="{one.anchor}"' in page
            assert one.shown in page
    for row in obligations():
        if row.protocol == key and row.anchor:
            assert f"({row.id})" in page
    assert page.count("<h1") == 1
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert not re.search(r'<[^>]+ style="', page)


def test_the_text_in_force_says_that_it_is_and_another_that_it_is_not(client: Client) -> None:
    assert "This is the text as adopted" in client.get(reverse("protocol")).content.decode()
    other = client.get(reverse("protocol-text", args=["mwda"])).content.decode()
    assert "not the one in force" in other
    assert 'href="/protocol/texts/mwda/terms/"' in other


@pytest.mark.parametrize(
    ("id_", "address"),
    [
        ("WF-6.9", "/protocol/#6-enquiries-b2"),
        ("MW-7.6", "/protocol/texts/mwda/#7.6"),
        ("WO-P-REP.1", "/protocol/texts/wokingham-2014/"),
    ],
)
def test_a_citation_leads_to_its_paragraph(client: Client, id_: str, address: str) -> None:
    answer = client.get(reverse("protocol-paragraph", args=[id_]))
    assert (answer.status_code, answer.headers["Location"]) == (302, address)


@pytest.mark.parametrize("path", ["/protocol/texts/atlantis/", "/protocol/paragraphs/WF-99/"])
def test_what_no_text_has_is_not_found(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_the_page_asks_the_database_no_more_for_a_longer_text(
    client: Client, django_assert_max_num_queries: pytest.FixtureRequest
) -> None:
    with django_assert_max_num_queries(4):
        client.get(reverse("protocol"))
