"""The pages of redaction in a browser: phrase, words, box, a look at it, and what readers see."""

import io
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from access_rules.actions.handling import accept_handling
from access_rules.models import Document, Redaction, Version
from access_rules.queries.redacting import redacted_of
from casework.models import CaseEvent
from council.models import Person
from council.queries import protocol_in_force
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.access import a_document
from tests.factories.browsers import signed_in
from tests.factories.documents import a_keeper, again, on_day, weighed
from tests.factories.pages import body_of
from tests.factories.reading import a_version
from tests.factories.redacting import CITE, SAYS, a_whole, made, marked, worked_at

pytestmark = pytest.mark.django_db
SECRET = "Threadgold"


@pytest.fixture(autouse=True)
def kept_in(settings: Any, tmp_path: Path) -> None:
    """The folder of the files."""
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def keeper() -> Person:
    """Democratic services."""
    return a_keeper()


@pytest.fixture
def paper(keeper: Person) -> Document:
    """An open report with two pages."""
    document = a_document(title="Leisure centres")
    a_version(document, f"Rent of {SECRET}", "Nothing here", by=keeper)
    return again(document)


def read(browser: Client, name: str, *takes: object, query: str = "") -> str:
    """A page that opens, as somebody reads it."""
    answer = browser.get(reverse(name, args=takes) + query)
    assert answer.status_code == 200, answer.status_code
    return unescape(answer.content.decode()).replace("\xa0", " ")


def send(browser: Client, name: str, document: Document, *takes: object, **boxes: Any) -> Any:
    """What came of a press on the version that stands."""
    version = again(document).version
    given = {"version": version, "token": f"{name}-{version}-{len(boxes)}", **boxes}
    return browser.post(reverse(name, args=[document.reference, *takes]), given)


def shown(answer: Any) -> str:
    """What came of it, as somebody reads it."""
    return unescape(answer.content.decode()).replace("\xa0", " ")


def test_a_phrase_is_marked_on_every_page_without_scripts(paper: Document, keeper: Person) -> None:
    browser = signed_in(keeper)
    page = read(browser, "document-redact", paper.reference)
    assert "Nothing is marked yet." in page
    assert "the public is owed the rest of it" in page
    assert send(browser, "document-redact", paper, phrase=SECRET, cite=CITE).status_code == 302
    page = read(browser, "document-redact", paper.reference)
    assert "Marked in 1 place." in page
    assert "paragraph 3" in page
    assert reverse("document-redact-make", args=[paper.reference]) in page


@pytest.mark.parametrize(
    ("boxes", "says"),
    [
        ({"phrase": "", "cite": CITE}, "Enter the words"),
        ({"phrase": SECRET, "cite": ""}, "Choose the paragraph that it rests on"),
        ({"phrase": SECRET, "other": "My own rule"}, "Name it as answers do"),
        ({"phrase": "Quernstone", "cite": CITE}, "No page has these words as text."),
        ({"phrase": SECRET, "cite": "LGA 1972 Sch 12A para 7C"}, "Choose one of the paragraphs"),
    ],
)
def test_a_slip_is_told_beside_its_box_and_what_was_typed_stays(
    paper: Document, keeper: Person, boxes: dict[str, str], says: str
) -> None:
    answer = send(signed_in(keeper), "document-redact", paper, **boxes)
    assert says in shown(answer)
    assert f'value="{boxes["phrase"]}"' in shown(answer) or not boxes["phrase"]
    assert not Redaction.objects.exists()


def test_words_are_ticked_and_the_paragraph_is_another(paper: Document, keeper: Person) -> None:
    browser = signed_in(keeper)
    page = read(browser, "document-redact-page", paper.reference, 1)
    assert page.count('name="words"') == 3
    send(browser, "document-redact-page", paper, 1, words=["2"], other="FOIA 2000 s40")
    assert Redaction.objects.get().cite == "FOIA 2000 s40"
    page = read(browser, "document-redact-page", paper.reference, 1)
    assert "Marked on this page" in page
    assert f"«{SECRET}»" in page
    assert "(marked already)" in page


@pytest.mark.parametrize(
    ("boxes", "says"),
    [
        ({}, "Tick the words to take out, or draw a box"),
        ({"left": "10", "top": "10"}, "Enter all four edges of the box"),
        ({"left": "10", "top": "10", "right": "110", "bottom": "20"}, "each from 0 to 100"),
        ({"left": "50", "top": "10", "right": "20", "bottom": "20"}, "The right edge must be after the left"),
        ({"left": "nan", "top": "x", "right": "20", "bottom": "20"}, "Enter a number from 0 to 100"),
        ({"words": ["77"]}, "The page has changed."),
    ],
)
def test_a_box_needs_its_edges_on_the_page(
    paper: Document, keeper: Person, boxes: dict[str, Any], says: str
) -> None:
    answer = send(signed_in(keeper), "document-redact-page", paper, 1, cite=CITE, **boxes)
    assert says in shown(answer)
    assert not Redaction.objects.exists()


def test_what_was_ticked_stays_ticked_where_something_else_was_wrong(paper: Document, keeper: Person) -> None:
    answer = send(signed_in(keeper), "document-redact-page", paper, 1, words=["1"], cite="")
    assert 'value="1" checked' in shown(answer)


def test_a_box_is_typed_and_seen_in_the_picture_and_taken_back(paper: Document, keeper: Person) -> None:
    browser = signed_in(keeper)
    edges = {"left": "10", "top": "10", "right": "40", "bottom": "20"}
    send(browser, "document-redact-page", paper, 1, cite=CITE, **edges)
    mark = Redaction.objects.get()
    assert (mark.left, mark.top, mark.right, mark.bottom) == (0.1, 0.1, 0.4, 0.2)
    url = reverse("document-redact-picture", args=[paper.reference, 1])
    looks = [browser.get(url + query) for query in ("", "?as=made")]
    marked_one, as_made = (Image.open(io.BytesIO(look.content)).convert("L") for look in looks)
    assert marked_one.getpixel((100, 100)) > 150
    assert as_made.getpixel((65, 90)) < 10
    assert all("no-store" in look.headers["Cache-Control"] for look in looks)
    for _press in range(2):
        back = browser.post(reverse("document-unmark", args=[paper.reference, mark.pk]))
        assert back.status_code == 302
    assert not Redaction.objects.exists()


def test_it_is_looked_at_before_it_is_made_and_the_page_of_the_document_says_how_far_it_is(
    keeper: Person,
) -> None:
    document = a_document(title="Leisure centres", is_part_exempt=True)
    a_whole(document, f"Rent of {SECRET}", by=keeper)
    browser = signed_in(keeper)
    assert "None is made yet." in read(browser, "document", document.reference)
    refused = browser.get(reverse("document-redact-make", args=[document.reference]))
    assert refused.status_code == 403
    assert "Nothing is marked yet." in shown(refused)
    send(browser, "document-redact", document, phrase=SECRET, cite=CITE)
    assert "1 place is marked" in read(browser, "document", document.reference)
    page = read(browser, "document-redact-make", document.reference)
    assert "?as=made" in page
    assert send(browser, "document-redact-make", document).status_code == 302
    assert "is being made" in read(browser, "document", document.reference)
    version = redacted_of(document)
    assert version is not None
    worked_at(version)
    page = read(browser, "document", document.reference)
    assert f"{keeper.name} made the redacted version" in page
    assert "Left out: 1 place." in page
    assert "is marked for the next" not in page
    assert f"{document.reference}-redacted.pdf" in page


def test_a_reader_sees_at_each_gap_which_paragraph_and_nothing_of_the_rest(keeper: Person) -> None:
    document = weighed("3", by=keeper, is_part_exempt=True, title="Leases")
    document.record_release(at=timezone.now())
    document.save()
    a_whole(document, f"Rent of {SECRET} is nine", f"{SECRET} again", by=keeper)
    marked(again(document), SECRET, by=keeper)
    version = made(again(document), by=keeper)
    member = make.a_member()
    accept_handling(
        who=on_day(member), document=again(document), text=protocol_in_force().key, at=timezone.now()
    )
    browser = signed_in(member)
    for number in (1, 2):
        page = read(browser, "document-page", document.reference, number)
        assert SAYS in " ".join(page.split())
        assert SECRET not in page
        assert "Left out of this page" in page
        assert "financial or business affairs" in page
    picture = browser.get(reverse("document-picture", args=[document.reference, 1]))
    assert picture.status_code == 200
    assert CaseEvent.objects.filter(facts__version=version.pk, kind="document.opened", by=member).exists()
    for name, takes in (
        ("document-redact", ()),
        ("document-redact-page", (1,)),
        ("document-redact-picture", (1,)),
        ("document-redact-make", ()),
    ):
        answer = browser.get(reverse(name, args=[document.reference, *takes]))
        assert answer.status_code == 403, name
        assert SECRET not in body_of(answer).decode("utf-8", "replace")


@pytest.mark.parametrize("role", ["officer", "member", "chief executive"])
def test_no_page_of_it_opens_to_whoever_does_not_redact(paper: Document, role: str) -> None:
    makers = {
        "officer": make.an_officer,
        "member": make.a_member,
        "chief executive": lambda: make.a_holder_of(Post.CHIEF_EXECUTIVE),
    }
    browser = signed_in(makers[role]())
    for name, takes in (
        ("document-redact", ()),
        ("document-redact-page", (1,)),
        ("document-redact-picture", (1,)),
        ("document-redact-make", ()),
        ("document-summary", ()),
    ):
        assert browser.get(reverse(name, args=[paper.reference, *takes])).status_code == 403
    assert send(browser, "document-redact", paper, phrase=SECRET, cite=CITE).status_code == 403
    assert not Redaction.objects.exists()


def test_whoever_marks_an_exempt_paper_reads_first_how_to_handle_it_and_is_recorded(keeper: Person) -> None:
    document = weighed("3", by=keeper)
    version = a_version(document, "Bids", by=keeper)
    browser = signed_in(keeper)
    first = browser.get(reverse("document-redact-page", args=[document.reference, 1]))
    assert first.headers["Location"] == reverse("document-accept", args=[document.reference])
    assert browser.get(reverse("document-redact-picture", args=[document.reference, 1])).status_code == 404
    accept_handling(
        who=on_day(keeper), document=again(document), text=protocol_in_force().key, at=timezone.now()
    )
    page = read(browser, "document-redact-page", document.reference, 1)
    assert '<option value="LGA 1972 Sch 12A para 3" selected>' in page
    opened = CaseEvent.objects.filter(stream=document.stream, kind="document.opened", by=keeper)
    assert [event.facts["version"] for event in opened] == [version.pk]


def test_a_page_that_never_was_is_not_found(paper: Document, keeper: Person) -> None:
    browser = signed_in(keeper)
    for name in ("document-redact-page", "document-redact-picture"):
        assert browser.get(reverse(name, args=[paper.reference, 9])).status_code == 404
    answer = browser.post(reverse("document-unmark", args=[paper.reference, 77]))
    assert answer.headers["Location"] == reverse("document-redact", args=[paper.reference])


def test_a_summary_is_typed_kept_and_put_right(keeper: Person) -> None:
    document = weighed("3", by=keeper, kind="minutes", is_closed_minutes=True)
    a_version(document, SECRET, by=keeper)
    browser = signed_in(keeper)
    assert "Write the summary" in shown(send(browser, "document-summary", document, text=""))
    assert send(browser, "document-summary", document, text="The lease was agreed.").status_code == 302
    version = Version.objects.get(kind="summary")
    assert (version.typed, version.stage) == ("The lease was agreed.", "waiting")
    assert "The lease was agreed." in read(browser, "document-summary", document.reference)


def test_of_a_paper_that_is_no_minutes_the_page_says_why_no_summary_is_written(
    paper: Document, keeper: Person
) -> None:
    answer = signed_in(keeper).get(reverse("document-summary", args=[paper.reference]))
    assert answer.status_code == 403
    assert "minutes of what was done in private" in shown(answer)
