"""The pages of the register in a browser: list, entry, marking, weighing, comments, release, withdrawal."""

from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import Settings

from access_rules.models import Document
from access_rules.policies.keeping import determines, keeps_papers
from council.models import Person
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.access import a_body, a_document
from tests.factories.browsers import signed_in
from tests.factories.documents import a_draft, a_keeper, again, exempt, on_day, weighed

pytestmark = pytest.mark.django_db

OF_A_DOCUMENT = (
    "document-edit",
    "document-mark",
    "document-weigh",
    "document-ask-comments",
    "document-comment",
    "document-owner",
    "document-consent",
    "document-release",
    "document-withdraw",
)


def read(browser: Client, name: str, *takes: object, query: str = "") -> str:
    """A page that opens, as somebody reads it."""
    answer = browser.get(reverse(name, args=takes) + query)
    assert answer.status_code == 200, answer.status_code
    return unescape(answer.content.decode()).replace("\xa0", " ")


def send(browser: Client, name: str, document: Document, **boxes: Any) -> Any:
    """What came of a press on the version that stands."""
    given = {"version": again(document).version, "token": f"token-{name}-{document.pk}", **boxes}
    return browser.post(reverse(name, args=[document.reference]), given)


def test_the_register_shows_first_what_waits_for_something() -> None:
    keeper = a_keeper()
    a_document(title="Out already")
    a_draft(title="Ready", marking="public")
    exempt("3", title="Bids")
    shown = read(signed_in(keeper), "documents-register")
    places = [shown.index(title) for title in ("Bids", "Ready", "Out already")]
    assert places == sorted(places)
    assert "Public interest to be weighed" in shown
    assert "To be released" in shown
    assert "Exempt, paragraph 3" in shown


def test_the_register_is_narrowed_and_says_so() -> None:
    keeper, body = a_keeper(), a_body(name="Planning Committee")
    a_document(title="Hedges", body=body)
    a_document(title="Bins")
    shown = read(signed_in(keeper), "documents-register", query=f"?body={body.pk}")
    assert "Hedges" in shown
    assert "Bins" not in shown
    assert "Body: Planning Committee" in shown
    empty = read(signed_in(keeper), "documents-register", query="?kind=minutes")
    assert "No document meets these filters." in empty


def test_an_empty_register_leads_to_the_first_entry() -> None:
    shown = read(signed_in(a_keeper()), "documents-register")
    assert "No document is in the register yet." in shown
    assert reverse("document-new") in shown


def test_a_longer_register_asks_the_database_no_more_often() -> None:
    browser = signed_in(a_keeper())

    def asked() -> int:
        with CaptureQueriesContext(
            connection,
        ) as caught:
            read(browser, "documents-register")
        return len(caught)

    for _number in range(2):
        exempt("3", item=None, body=a_body())
    read(browser, "documents-register")
    few = asked()
    for _number in range(15):
        exempt("3", body=a_body())
        a_draft(marking="public")
    assert asked() == few


@pytest.mark.parametrize("name", ["documents-register", "document-new"])
def test_whoever_does_not_keep_the_register_is_told_who_does(name: str) -> None:
    answer = signed_in(make.a_member()).get(reverse(name))
    assert answer.status_code == 403
    assert "Democratic services and the proper officer keep the register" in answer.content.decode()


def test_a_document_is_entered_by_its_kind() -> None:
    browser = signed_in(a_keeper())
    chosen = browser.post(reverse("document-new"), {"kind": "report"})
    assert chosen.headers["Location"] == reverse("document-new-kind", args=["report"])
    boxes = {"title": "Leisure centres", "made_on": "25/11/2026", "token": "once"}
    entered = browser.post(chosen.headers["Location"], boxes)
    document = Document.objects.get()
    assert entered.headers["Location"] == reverse("document", args=[document.reference])
    twice = browser.post(chosen.headers["Location"], boxes)
    assert twice.headers["Location"] == entered.headers["Location"]
    assert Document.objects.count() == 1


def test_a_kind_that_never_was_is_not_found() -> None:
    assert signed_in(a_keeper()).get(reverse("document-new-kind", args=["spell"])).status_code == 404


def test_an_entry_is_put_right() -> None:
    browser, document = signed_in(a_keeper()), a_draft(title="Leisure centers")
    assert "Leisure centers" in read(browser, "document-edit", document.reference)
    send(browser, "document-edit", document, title="Leisure centres", made_on="25/11/2026")
    assert again(document).title == "Leisure centres"


def test_the_page_of_marking_says_what_lapsed_and_what_no_longer_holds() -> None:
    browser = signed_in(a_keeper())
    document = exempt("3", "5", is_registrable=True)
    shown = read(browser, "document-mark", document.reference)
    assert "The protocol also lists paragraphs 7A, 7B, 7C." in shown
    assert "Paragraph 3 falls away" in shown
    assert "Not exempt yet: the public interest has not been weighed." in shown


def test_mwda_starts_from_confidence_on_the_page_of_a_letter(settings: Settings) -> None:
    settings.PROTOCOL = "mwda"
    letter = a_draft(kind="correspondence", author=make.a_member())
    shown = read(signed_in(a_keeper()), "document-mark", letter.reference)
    assert "are normally confidential" in shown


def test_a_paper_is_marked_weighed_and_released() -> None:
    keeper, proper = signed_in(a_keeper()), signed_in(make.a_holder_of(Post.PROPER_OFFICER))
    document = a_draft()
    assert "It is not marked yet." in read(keeper, "document", document.reference)
    send(keeper, "document-mark", document, marking="exempt", sch12a=["3"])
    page = read(keeper, "document", document.reference)
    assert "Closed for now: the public interest has not been weighed." in page
    assert "so it is not exempt yet. Weigh it first." in page
    assert "Information is exempt only while" in read(proper, "document-weigh", document.reference)
    send(
        proper,
        "document-weigh",
        document,
        outcome="maintain",
        reasons="Bids are open.",
        review_on="1/12/2030",
    )
    assert "Not for publication: paragraph 3 of Schedule 12A." in read(
        keeper, "document-release", document.reference
    )
    assert send(keeper, "document-release", document).status_code == 302
    assert again(document).state == "released"


def test_the_page_of_release_says_what_is_missing_where_the_button_would_be(settings: Settings) -> None:
    settings.PROTOCOL = "wokingham-2007"
    browser, document = signed_in(a_keeper()), a_draft(marking="public")
    answer = browser.get(reverse("document-release", args=[document.reference]))
    assert answer.status_code == 403
    shown = unescape(answer.content.decode())
    assert "It waits for the comments of:" in shown
    assert "WO-E-9.3.15c" in shown or "9.3.15" in shown


def test_the_statutory_officer_comments_on_a_page_of_their_own(settings: Settings) -> None:
    settings.PROTOCOL = "wokingham-2007"
    keeper, document = signed_in(a_keeper()), a_draft(marking="public", title="Hedges")
    finance = signed_in(make.a_holder_of(Post.SECTION_151_OFFICER))
    assert "Members have it once both have commented." in read(
        keeper, "document-ask-comments", document.reference
    )
    send(keeper, "document-ask-comments", document)
    assert "Comments of:" in read(keeper, "documents-register")
    assert "Hedges" in read(finance, "document-comment", document.reference)
    send(finance, "document-comment", document, comments="It costs what it says.")
    shown = read(keeper, "document", document.reference)
    assert "It costs what it says." in shown
    assert "Asked, and not given yet." in shown


def test_readers_find_neither_comments_nor_ways_of_the_keepers(settings: Settings) -> None:
    settings.PROTOCOL = "wokingham-2007"
    document = a_document(title="Hedges")
    keeper = a_keeper()
    document.clearances.create(
        post=Post.SECTION_151_OFFICER,
        asked_by=keeper,
        asked_at=document.released_at,
        comments="Too dear.",
        given_by=keeper,
        given_at=document.released_at,
    )
    assert "Too dear." in read(signed_in(keeper), "document", document.reference)
    shown = read(signed_in(make.a_member()), "document", document.reference)
    assert "Too dear." not in shown
    assert "Keep the register" not in shown


def test_an_owner_is_recorded_with_how_they_were_asked(settings: Settings) -> None:
    settings.PROTOCOL = "parish"
    browser, document = signed_in(a_keeper()), a_draft(marking="public")
    assert "Officers settle first" in read(browser, "document-owner", document.reference)
    boxes = {"ownership": "others", "owner": "The bowls club", "is_confidential": "on"}
    send(browser, "document-owner", document, **boxes)
    assert "For its owner’s consent" in read(browser, "documents-register")
    assert "The owner is: The bowls club." in read(browser, "document-consent", document.reference)
    send(browser, "document-consent", document, consent="given", words="Letter of 3 May; agreed.")
    assert "Letter of 3 May; agreed." in read(browser, "document", document.reference)


def test_a_withdrawn_document_says_why() -> None:
    browser, document = signed_in(a_keeper()), a_document()
    send(browser, "document-withdraw", document, because="Sent out by mistake.")
    assert "Sent out by mistake." in read(browser, "document", document.reference)


def test_a_form_that_was_read_before_a_change_is_given_back_with_what_was_typed() -> None:
    browser, document = signed_in(a_keeper()), a_draft()
    boxes = {"because": "A wrong draft of mine.", "version": document.version, "token": "mine"}
    send(browser, "document-mark", document, marking="public")
    answer = browser.post(reverse("document-withdraw", args=[document.reference]), boxes)
    assert answer.status_code == 200
    assert "A wrong draft of mine." in answer.content.decode()
    assert again(document).state == "draft"


def everybody() -> dict[str, Person]:
    """One person of each kind."""
    posts = (
        Post.DEMOCRATIC_SERVICES,
        Post.PROPER_OFFICER,
        Post.MONITORING_OFFICER,
        Post.SECTION_151_OFFICER,
        Post.CHIEF_EXECUTIVE,
    )
    return {
        "member": make.a_member(),
        "officer": make.an_officer(),
        **{post.value: make.a_holder_of(post) for post in posts},
    }


@pytest.mark.parametrize("name", OF_A_DOCUMENT)
def test_nobody_but_whom_the_policy_names_gets_a_form_or_changes_a_row(name: str) -> None:
    document = weighed("3", by=a_keeper())
    for role, person in everybody().items():
        browser, who = signed_in(person), on_day(person)
        shown = browser.get(reverse(name, args=[document.reference]))
        sent = send(browser, name, document)
        assert shown.status_code in (200, 403, 404), role
        assert sent.status_code < 500, role
        if not (keeps_papers(who) or determines(who)):
            assert shown.status_code != 200, role
            assert sent.status_code in (403, 404), role
            assert again(document).version == document.version, role
        document = again(document)
