"""The worker makes the redacted version and the summary: limits, workers that end, what was left."""

from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from access_rules.actions.making_redacted import holds_what_was_taken_out, with_file
from access_rules.actions.reading_files import read_version
from access_rules.actions.redacting import ask_redacted, mark_page, take_back
from access_rules.actions.summarising import write_summary
from access_rules.files.caged import LIMITS, Limits
from access_rules.files.redacting import Box
from access_rules.models import Document, Redaction, Version
from access_rules.policies.reading import version_for
from access_rules.policies.seeing import may_open
from access_rules.queries.redacting import proposed, whole_of
from access_rules.rules.unreadable import Fault
from council.models import Person
from rulebook.decision import Refused
from tests.factories import council as make
from tests.factories.access import a_document
from tests.factories.documents import a_keeper, again, on_day, weighed
from tests.factories.reading import a_pdf, a_version
from tests.factories.redacting import (
    CITE,
    a_whole,
    made,
    marked,
    said_by_pdfium,
    worked_at,
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


def test_a_new_whole_file_begins_without_marks_and_the_redacted_version_stays(
    paper: Document, keeper: Person
) -> None:
    marked(paper, SECRET, by=keeper)
    version = made(again(paper), by=keeper)
    later = a_whole(again(paper), "Another text", by=keeper)
    assert whole_of(paper) == later
    assert not proposed(later).exists()
    version.refresh_from_db()
    assert version.is_current


def test_the_maker_is_limited_and_says_so_and_the_one_before_stays(paper: Document, keeper: Person) -> None:
    marked(paper, SECRET, by=keeper)
    first = made(again(paper), by=keeper)
    second = ask_redacted(who=on_day(keeper), document=again(paper), at=timezone.now())
    read_version(pk=second.pk, at=timezone.now(), limits=Limits(most_bytes=200))
    second.refresh_from_db()
    first.refresh_from_db()
    assert (second.stage, second.is_current, first.is_current) == ("failed", False, True)
    assert second.fault == Fault.TOO_LARGE
    # It can be asked for again.
    assert made(again(paper), by=keeper).stage == "ready"


def test_a_worker_that_was_ended_after_the_file_was_made_goes_on_with_it(
    paper: Document, keeper: Person
) -> None:
    marked(paper, SECRET, by=keeper)
    version = ask_redacted(who=on_day(keeper), document=again(paper), at=timezone.now())
    file = with_file(version, timezone.now(), LIMITS).attachment
    done = worked_at(version)
    assert (done.stage, done.attachment) == ("ready", file)
    assert read_version(pk=version.pk, at=timezone.now()) is None


def test_two_workers_make_one_file(paper: Document, keeper: Person) -> None:
    marked(paper, SECRET, by=keeper)
    version = ask_redacted(who=on_day(keeper), document=again(paper), at=timezone.now())
    # Both began before either had a file.
    first, second = (with_file(version, timezone.now(), LIMITS) for _worker in range(2))
    assert first.attachment == second.attachment
    assert paper.stream.attachments.filter(name__endswith="-redacted.pdf").count() == 1


def test_a_file_in_which_something_was_left_is_shown_to_nobody(paper: Document, keeper: Person) -> None:
    marked(paper, SECRET, by=keeper)
    version = ask_redacted(who=on_day(keeper), document=again(paper), at=timezone.now())
    # As if the maker had done nothing: the whole file stands in the place of the new one.
    whole = whole_of(paper)
    assert whole is not None
    attachment = whole.attachment
    assert attachment is not None
    twin = type(attachment).objects.get(pk=attachment.pk)
    twin.pk, twin._state.adding = None, True
    twin.save()
    Version.objects.filter(pk=version.pk).update(attachment=twin)
    done = worked_at(version)
    assert (done.stage, done.fault) == ("failed", Fault.LEFT)
    assert not done.pages.exists()
    assert holds_what_was_taken_out(done, [])


def test_a_text_laid_over_a_picture_page_is_marked_by_a_box_alone(keeper: Person) -> None:
    document = a_document()
    a_whole(document, by=keeper, content=a_pdf(SECRET, drawn=b"0 0 0 rg 60 690 400 40 re f"))
    mark_page(
        who=on_day(keeper),
        document=again(document),
        page=1,
        words=[],
        box=Box(0.05, 0.5, 0.5, 0.6),
        cite=CITE,
        at=timezone.now(),
    )
    # The word lies under a cover that somebody drew: it is not in the new file although nobody marked it.
    assert SECRET not in said_by_pdfium(content_of(made(again(document), by=keeper)))


def closed_minutes(keeper: Person) -> Document:
    """Minutes of what was done in private, with members."""
    document = weighed("3", by=keeper, kind="minutes", is_closed_minutes=True, title="Minutes of the panel")
    document.record_release(at=timezone.now())
    document.save()
    a_version(document, f"{SECRET} spoke", by=keeper)
    return again(document)


def test_a_summary_is_typed_and_read_in_place_of_closed_minutes(keeper: Person) -> None:
    document = closed_minutes(keeper)
    text = "The panel agreed the lease.\n\nNobody voted against."
    version = write_summary(who=on_day(keeper), document=document, text=text, at=timezone.now())
    assert (version.kind, version.typed) == ("summary", text)
    version = worked_at(version)
    [page] = version.pages.all()
    assert (
        " ".join(page.text.split())
        == f"Minutes of the panel Written summary of {document.reference} (LGA 1972 section 100C(2))"
        " The panel agreed the lease. Nobody voted against."
    )
    member = on_day(make.a_member())
    right = may_open(member, again(document))
    assert right.version_kind == "summary"
    assert version_for(right, document) == version


def test_a_summary_is_written_of_closed_minutes_alone(entry: Document, keeper: Person) -> None:
    with pytest.raises(Refused) as refusal:
        write_summary(who=on_day(keeper), document=entry, text="A summary", at=timezone.now())
    assert "minutes of what was done in private" in refusal.value.decision.sentence
    assert [cite.id for cite in refusal.value.decision.citations] == ["LGA 1972 s100C(2)"]


def test_a_member_marks_nothing_takes_nothing_back_and_makes_nothing(entry: Document, keeper: Person) -> None:
    marked(entry, SECRET, by=keeper)
    member = make.a_member()
    mark = Redaction.objects.first()
    assert mark is not None
    for attempt in (
        lambda: marked(again(entry), "nine", by=member),
        lambda: take_back(who=on_day(member), document=entry, mark=mark.pk),
        lambda: ask_redacted(who=on_day(member), document=again(entry), at=timezone.now()),
    ):
        with pytest.raises(Refused):
            attempt()
    assert Redaction.objects.count() == 2
