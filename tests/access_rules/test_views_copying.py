"""A copy in a browser: what every page of it says, to whom it is given, and that each stands on record."""

import datetime
import io
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader
from pytest_django import Settings

from access_rules import events
from access_rules.models import Document
from access_rules.screens import reading
from casework.models import CaseEvent
from casework.wording import plain_date
from council.models import Person
from tests.factories import council as make
from tests.factories.browsers import signed_in
from tests.factories.onward import asks, reads, words_of
from tests.factories.papers import a_closed_report, a_named_member, accepts

pytestmark = pytest.mark.django_db


@pytest.fixture
def paper() -> Document:
    return a_closed_report()


@pytest.fixture
def person(paper: Document) -> Person:
    """A member who may have a copy, and knows how to handle it."""
    found = a_named_member(paper, mode="copy")
    accepts(found, paper)
    return found


def copied(person: Person, paper: Document, first: object = 1) -> Any:
    return signed_in(person).post(reverse("document-copy", args=[paper.reference]), {"first": first})


def copies(paper: Document) -> list[CaseEvent]:
    return list(CaseEvent.objects.filter(stream=paper.stream, kind=events.DOCUMENT_COPIED.name))


def test_every_page_says_what_it_is_whose_of_which_day_and_what_is_owed(
    settings: Settings, paper: Document
) -> None:
    settings.PROTOCOL = "haringey"
    person = a_named_member(paper, mode="copy")
    accepts(person, paper)
    before = reads(person, "document-copy", paper.reference)
    answer = copied(person, paper)
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{paper.reference}-copy-1-2.pdf"'
    assert "no-store" in answer.headers["Cache-Control"]
    pages = PdfReader(io.BytesIO(answer.content)).pages
    assert len(pages) == 2
    for page, own in zip(pages, ("Quernstone", "Marrowfat"), strict=True):
        text = " ".join(page.extract_text().split())
        for words in (
            "Confidential.",
            "paragraph 5 of Schedule 12A",
            f"Copy for {person.name}, made on {plain_date(timezone.localdate())}.",
            "You must not",
            own,
        ):
            assert words in text
        assert page.extract_text().split()[0] in before


def test_each_copy_is_made_anew_and_stands_on_record_for_the_document_and_for_security(
    paper: Document, person: Person
) -> None:
    for _press in range(2):
        assert copied(person, paper).status_code == 200
    made = copies(paper)
    assert [(one.by, one.facts["from"], one.facts["to"], one.facts["by"]) for one in made] == [
        (person, 1, 2, "grant")
    ] * 2
    kept = CaseEvent.objects.filter(kind=events.EXEMPT_OPENED.name, stream__name="security")
    assert [one.facts["kind"] for one in kept] == [events.DOCUMENT_COPIED.name] * 2
    assert "Quernstone" not in str([one.facts for one in (*made, *kept)])


def test_a_long_paper_is_copied_in_parts(
    paper: Document, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "PAGES_OF_A_COPY", 1)
    shown = reads(person, "document-copy", paper.reference)
    assert "Pages 2 to 2 (PDF)" in shown
    pages = PdfReader(io.BytesIO(copied(person, paper, 2).content)).pages
    assert ["Marrowfat" in page.extract_text() for page in pages] == [True]
    assert [(one.facts["from"], one.facts["to"]) for one in copies(paper)] == [(2, 2)]


@pytest.mark.parametrize("first", ["2", "0", "-1", "x", "", "9" * 30])
def test_a_part_that_is_none_gives_the_page_again_and_no_copy(
    paper: Document, person: Person, first: str
) -> None:
    answer = copied(person, paper, first)
    assert answer.headers["Content-Type"].startswith("text/html")
    assert copies(paper) == []


def test_whoever_may_only_look_is_told_and_no_press_gives_a_copy(paper: Document) -> None:
    reader = a_named_member(paper)
    accepts(reader, paper)
    for answer in (asks(reader, "document-copy", paper.reference), copied(reader, paper)):
        assert answer.status_code == 403
        assert "You may read it here, and you are not given a copy." in words_of(answer)
    assert "you are not given a copy" in reads(reader, "document", paper.reference)
    assert copies(paper) == []


def test_no_copy_before_its_reader_said_how_it_is_handled(paper: Document) -> None:
    person = a_named_member(paper, mode="copy")
    answer = copied(person, paper)
    assert answer.url == reverse("document-accept", args=[paper.reference])
    assert copies(paper) == []


def test_an_open_paper_is_copied_for_any_member_without_a_marking() -> None:
    paper, member = a_closed_report(marking="public", sch12a=[]), make.a_member()
    text = PdfReader(io.BytesIO(copied(member, paper).content)).pages[0].extract_text()
    assert "Confidential" not in text
    assert f"Copy for {member.name}" in " ".join(text.split())
    assert len(copies(paper)) == 1
    assert not CaseEvent.objects.filter(kind=events.EXEMPT_OPENED.name).exists()


def test_a_right_that_ended_gives_no_copy_to_a_page_that_was_open(paper: Document, person: Person) -> None:
    assert "Have the copy" in reads(person, "document-copy", paper.reference)
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    paper.grants.update(expires_on=yesterday)
    assert copied(person, paper).status_code == 403
    assert copies(paper) == []
