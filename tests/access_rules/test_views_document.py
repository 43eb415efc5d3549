"""The page of one document: what readers and keepers find on it."""

from typing import Any

import pytest
from django.urls import reverse

from access_rules.models import Document
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.access import a_document, a_meeting, an_item
from tests.factories.browsers import signed_in
from tests.factories.pages import text_of

pytestmark = pytest.mark.django_db

LONG = 20_000


def page(person: object, document: Document) -> str:
    """The page as the person reads it."""
    answer = signed_in(person).get(f"/documents/{document.reference}/")  # type: ignore[arg-type]
    assert answer.status_code == 200
    return text_of(answer)


def test_a_reader_finds_what_it_is_and_nothing_of_how_it_was_weighed() -> None:
    keeper = make.a_holder_of(Post.DEMOCRATIC_SERVICES)
    document = a_document(
        title="Leisure centres",
        item=an_item(title="Leisure"),
        marking="exempt",
        sch12a=["3"],
        public_interest="maintain",
        public_interest_reasons="Bids are open until June.",
        public_interest_by=keeper,
    )
    shown = page(make.a_member(), document)
    assert "Leisure centres" in shown
    assert "Not for publication: paragraph 3 of Schedule 12A." in shown
    assert "Bids are open until June." not in shown
    assert "Bids are open until June." in page(keeper, document)


def test_whoever_may_not_read_it_is_told_why_and_where_to_ask() -> None:
    seated = make.a_member()
    document = a_document(item=an_item(), marking="exempt", sch12a=["5"], public_interest="not_done")
    make.a_seat(document.body, seated)
    way = f"{reverse('access-ask')}?document={document.reference}"
    refused = signed_in(make.a_member()).get(reverse("document", args=[document.reference]))
    assert way in refused.content.decode()
    allowed = signed_in(seated).get(reverse("document", args=[document.reference]))
    assert "Ask to see it" not in allowed.content.decode()


def test_a_number_that_never_was_is_not_found() -> None:
    assert signed_in(make.a_member()).get("/documents/DOC-2222-2/").status_code == 404


def test_the_page_of_one_document_never_asks_the_query_of_all_of_them(
    django_assert_max_num_queries: Any,
) -> None:
    document = a_document(item=an_item(meeting=a_meeting()))
    browser = signed_in(make.a_member())
    assert browser.get(reverse("document", args=[document.reference])).status_code == 200
    with django_assert_max_num_queries(30) as asked:
        browser.get(reverse("document", args=[document.reference]))
    # The query of everything that somebody may open is the longest of the portal.
    assert not [query for query in asked.captured_queries if len(query["sql"]) > LONG]
