"""Marks are kept and taken back, the worker makes the redacted version, and nothing of the rest is in it."""

from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from access_rules import events
from access_rules.actions import redacting
from access_rules.actions.redacting import ask_redacted, mark_page, take_back
from access_rules.files.redacting import Box
from access_rules.models import Document, Redaction, Version
from access_rules.policies.reading import version_for
from access_rules.policies.seeing import may_open
from access_rules.queries.redacting import proposed, redacted_of, taken_out, whole_of
from casework.actions.locking import Stale
from casework.models import CaseEvent
from council.models import Person
from rulebook.decision import Refused
from tests.factories import council as make
from tests.factories.documents import a_keeper, again, on_day, weighed
from tests.factories.reading import a_version
from tests.factories.redacting import (
    CITE,
    SAYS,
    a_whole,
    made,
    marked,
    said_by_pdfium,
    unpacked,
)

pytestmark = pytest.mark.django_db
SECRET = "Threadgold"
PERSONAL = "UK GDPR Art 6"


@pytest.fixture(autouse=True)
def kept_in(settings: Any, tmp_path: Path) -> Path:
    """The folder of the files."""
    settings.MEDIA_ROOT = tmp_path / "files"
    (tmp_path / "files").mkdir()
    return tmp_path / "files"


@pytest.fixture
def keeper() -> Person:
    """Democratic services."""
    return a_keeper()


TEXTS = (f"Rent of {SECRET} is nine", "Nothing here", f"{SECRET} again")


def a_paper(keeper: Person) -> Document:
    """A released report that is exempt in part."""
    document = weighed("3", by=keeper, is_part_exempt=True)
    document.record_release(at=timezone.now())
    document.save()
    return document


@pytest.fixture
def paper(keeper: Person) -> Document:
    """The report with a secret on two of its three pages, as a worker read its file."""
    document = a_paper(keeper)
    a_whole(document, *TEXTS, by=keeper)
    return again(document)


@pytest.fixture
def entry(keeper: Person) -> Document:
    """The same, without a worker: nothing is made of it."""
    document = a_paper(keeper)
    a_version(document, *TEXTS, by=keeper)
    return again(document)


def content_of(version: Version) -> bytes:
    """Its file."""
    assert version.attachment is not None
    with version.attachment.file.open("rb") as kept:
        return bytes(kept.read())


def kinds(document: Document) -> list[str]:
    """What happened to it."""
    return list(
        CaseEvent.objects.filter(stream=document.stream).order_by("place").values_list("kind", flat=True)
    )


def test_what_is_marked_is_gone_from_the_new_file_and_its_pages(paper: Document, keeper: Person) -> None:
    assert marked(paper, SECRET, by=keeper) == 2
    version = made(again(paper), by=keeper)
    assert (version.kind, version.stage, version.is_current) == ("redacted", "ready", True)
    assert version.page_count == 3
    said = said_by_pdfium(content_of(version))
    assert SECRET not in said
    assert SECRET.encode() not in unpacked(content_of(version))
    pages = list(version.pages.order_by("number"))
    assert [" ".join(page.text.split()) for page in pages] == [
        f"Rent of {SAYS} is nine",
        "Nothing here",
        f"{SAYS} again",
    ]
    assert not [word for page in pages for word in page.words if SECRET in str(word[0])]
    assert version.made_from == whole_of(paper)


def test_it_is_announced_with_its_paragraphs_and_who_made_it(paper: Document, keeper: Person) -> None:
    marked(paper, SECRET, by=keeper)
    marked(again(paper), "nine", by=keeper, cite=PERSONAL)
    made(again(paper), by=keeper)
    assert kinds(paper)[-2:] == [events.REDACTION_ASKED.name, events.REDACTED.name]
    asked, done = CaseEvent.objects.filter(stream=paper.stream).order_by("place")[len(kinds(paper)) - 2 :]
    assert asked.facts["marks"] == 3
    assert asked.facts["cites"] == done.facts["cites"] == f"{CITE},{PERSONAL}"
    assert done.by == keeper


def test_the_whole_stays_closed_to_whoever_gets_the_redacted_version(paper: Document, keeper: Person) -> None:
    marked(paper, SECRET, by=keeper)
    version = made(again(paper), by=keeper)
    member = on_day(make.a_member())
    right = may_open(member, again(paper))
    assert right.allowed
    assert right.version_kind == "redacted"
    assert version_for(right, paper) == version
    assert version_for(may_open(on_day(keeper), paper), paper) == whole_of(paper)


def test_the_next_version_begins_with_all_that_stood_before_and_the_earlier_stays_on_record(
    paper: Document, keeper: Person
) -> None:
    marked(paper, SECRET, by=keeper)
    first = made(again(paper), by=keeper)
    marked(again(paper), "nine", by=keeper, cite=PERSONAL)
    second = made(again(paper), by=keeper)
    first.refresh_from_db()
    assert (first.is_current, second.is_current) == (False, True)
    assert taken_out(first).count() == 2
    assert taken_out(second).count() == 3
    assert SECRET not in said_by_pdfium(content_of(second))
    assert "nine" in said_by_pdfium(content_of(first))
    assert redacted_of(paper) == second


def test_until_it_is_ready_readers_have_the_one_before(paper: Document, keeper: Person) -> None:
    marked(paper, SECRET, by=keeper)
    first = made(again(paper), by=keeper)
    second = ask_redacted(who=on_day(keeper), document=again(paper), at=timezone.now())
    first.refresh_from_db()
    assert (first.is_current, second.is_current, second.stage) == (True, False, "waiting")
    assert second.attachment is None
    with pytest.raises(Refused) as refusal:
        ask_redacted(who=on_day(keeper), document=again(paper), at=timezone.now())
    assert "is being made" in refusal.value.decision.sentence


def test_a_mark_taken_back_is_not_taken_out_and_pressed_twice_is_done_once(
    paper: Document, keeper: Person
) -> None:
    marked(paper, SECRET, by=keeper)
    whole = whole_of(paper)
    assert whole is not None
    first = proposed(whole).order_by("page").first()
    assert first is not None
    assert take_back(who=on_day(keeper), document=paper, mark=first.pk)
    assert not take_back(who=on_day(keeper), document=paper, mark=first.pk)
    said = said_by_pdfium(content_of(made(again(paper), by=keeper)))
    assert said.count(SECRET) == 1


def test_what_a_version_was_made_without_cannot_be_taken_back(paper: Document, keeper: Person) -> None:
    marked(paper, SECRET, by=keeper)
    version = made(again(paper), by=keeper)
    for one in taken_out(version):
        assert not take_back(who=on_day(keeper), document=paper, mark=one.pk)
    assert taken_out(version).count() == 2


def test_the_same_words_marked_again_take_the_paragraph_named_last(entry: Document, keeper: Person) -> None:
    marked(entry, SECRET, by=keeper)
    marked(again(entry), SECRET, by=keeper, cite=PERSONAL)
    assert sorted(Redaction.objects.values_list("page", "cite")) == [(1, PERSONAL), (3, PERSONAL)]


def test_words_are_ticked_and_a_box_is_drawn(paper: Document, keeper: Person) -> None:
    box = Box(0.0, 0.9, 1.0, 1.0)
    count = mark_page(
        who=on_day(keeper), document=paper, page=1, words=[0, 1], box=box, cite=CITE, at=timezone.now()
    )
    assert count == 2
    version = made(again(paper), by=keeper)
    said = " ".join(said_by_pdfium(content_of(version)).split())
    assert said.startswith(f"{SAYS} {SECRET} is nine {SAYS}")


@pytest.mark.parametrize(("page", "words"), [(9, [0]), (1, [99]), (1, [-1])])
def test_a_page_or_word_that_never_was_is_not_marked(
    entry: Document, keeper: Person, page: int, words: list[int]
) -> None:
    with pytest.raises(ValidationError):
        mark_page(
            who=on_day(keeper), document=entry, page=page, words=words, box=None, cite=CITE, at=timezone.now()
        )
    assert not Redaction.objects.exists()


def test_a_phrase_that_stands_nowhere_or_everywhere_is_told(
    entry: Document, keeper: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(ValidationError) as fault:
        marked(entry, "Quernstone", by=keeper)
    assert "No page has these words" in fault.value.messages[0]
    monkeypatch.setattr(redacting, "MOST_AT_ONCE", 1)
    with pytest.raises(ValidationError) as fault:
        marked(entry, SECRET, by=keeper)
    assert "more than" in fault.value.messages[0]


def test_a_mark_made_in_the_meantime_is_read_before_the_version_is_made(
    entry: Document, keeper: Person
) -> None:
    marked(entry, SECRET, by=keeper)
    seen = again(entry).version
    marked(again(entry), "nine", by=keeper)
    with pytest.raises(Stale):
        ask_redacted(who=on_day(keeper), document=again(entry), at=timezone.now(), seen_version=seen)
    assert redacted_of(entry) is None


def test_nothing_is_made_of_nothing(entry: Document, keeper: Person) -> None:
    with pytest.raises(Refused) as refusal:
        ask_redacted(who=on_day(keeper), document=entry, at=timezone.now())
    assert "Nothing is marked yet" in refusal.value.decision.sentence
