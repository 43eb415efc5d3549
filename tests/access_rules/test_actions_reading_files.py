"""A keeper adds a file, a worker reads it: what readers have meanwhile, and what a bad file leaves behind."""

import datetime
import io
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.utils import timezone
from PIL import Image

from access_rules import events
from access_rules.actions.adding_files import add_file
from access_rules.actions.reading_files import MOST_TRIES, read_version
from access_rules.files.caged import Limits
from access_rules.models import Document, Page, Version
from access_rules.rules.unreadable import Fault
from access_rules.tasks import read_one, read_what_waits
from casework.actions.locking import Stale
from casework.models import CaseEvent
from council.models import Person
from rulebook.decision import Refused
from rulebook.post import Post
from tests.factories import reading as files
from tests.factories.access import a_document
from tests.factories.council import a_holder_of, a_member
from tests.factories.enquiries import on_day

pytestmark = pytest.mark.django_db
WHOLE = Version.Kind.WHOLE


@pytest.fixture(autouse=True)
def kept_in(settings: Any, tmp_path: Path) -> Path:
    """The folder of the files."""
    settings.MEDIA_ROOT = tmp_path / "files"
    (tmp_path / "files").mkdir()
    return tmp_path / "files"


@pytest.fixture
def keeper() -> Person:
    """Democratic services."""
    return a_holder_of(Post.DEMOCRATIC_SERVICES)


def added(
    document: Document, by: Person, content: bytes, *, name: str = "a.pdf", kind: str = WHOLE
) -> Version:
    """A file that the keeper added."""
    upload = files.an_upload(content, name)
    return add_file(who=on_day(by), document=document, upload=upload, kind=kind, at=timezone.now())


def read(version: Version, **limits: Any) -> Version:
    """The version once a worker had it."""
    read_version(pk=version.pk, at=timezone.now(), limits=Limits(**limits))
    return Version.objects.get(pk=version.pk)


def told(document: Document) -> list[str]:
    """The events of its files."""
    kinds = CaseEvent.objects.filter(stream=document.stream).order_by("place").values_list("kind", flat=True)
    return [kind for kind in kinds if kind.startswith("document.version")]


def test_a_file_waits_until_it_was_read_and_then_has_its_pages(keeper: Person, kept_in: Path) -> None:
    document = a_document()
    version = added(document, keeper, files.a_pdf("Lease", "Rent"))
    assert (version.stage, version.is_current, version.page_count) == ("waiting", True, 0)
    version = read(version)
    assert (version.stage, version.page_count, version.fault) == ("ready", 2, "")
    pages = list(version.pages.all())
    assert [(page.number, page.text) for page in pages] == [(1, "Lease"), (2, "Rent")]
    assert pages[0].words[0][0] == "Lease"
    # Under random names, without an ending, outside every folder that is served.
    assert all(page.picture.name.startswith("pages/") and "." not in page.picture.name for page in pages)
    with Image.open(kept_in / pages[0].picture.name) as picture:
        assert picture.size == (pages[0].width, pages[0].height)
    assert told(document) == [events.VERSION_ADDED.name, events.VERSION_READ.name]


def test_reading_a_file_makes_no_form_of_a_keeper_stale(keeper: Person) -> None:
    document = a_document()
    version = added(document, keeper, files.a_pdf())
    before = Document.objects.get(pk=document.pk).version
    read(version)
    assert Document.objects.get(pk=document.pk).version == before


def test_asked_twice_it_is_read_once(keeper: Person) -> None:
    version = read(added(a_document(), keeper, files.a_pdf()))
    assert read_version(pk=version.pk, at=timezone.now()) is None
    read_one(version.pk)
    assert Page.objects.filter(version=version).count() == 1


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (files.locked_with_a_password(files.a_pdf()), Fault.LOCKED),
        (b"%PDF-1.7\nnothing more", Fault.BROKEN),
        (files.without_pages(), Fault.EMPTY),
        (files.a_pdf(*["Page"] * 5000), Fault.TOO_LONG),
    ],
    ids=["locked", "damaged", "no pages", "five thousand pages"],
)
def test_a_bad_file_fails_with_a_sentence_and_the_one_before_it_stays(
    keeper: Person, content: bytes, fault: Fault, kept_in: Path
) -> None:
    document = a_document()
    good = read(added(document, keeper, files.a_pdf("Lease")))
    bad = read(added(document, keeper, content))
    assert (bad.stage, bad.fault, bad.is_current) == ("failed", fault, False)
    good.refresh_from_db()
    assert (good.stage, good.is_current) == ("ready", True)
    # Nothing is lost: the file is there to be looked at, and nothing half made lies about.
    assert bad.attachment.file.size == len(content)
    assert len(list((kept_in / "pages").iterdir())) == 1
    assert told(document)[-1] == events.VERSION_FAILED.name


def test_a_later_file_takes_the_place_of_the_earlier_once_it_is_ready(keeper: Person) -> None:
    document = a_document()
    first = read(added(document, keeper, files.a_pdf("First")))
    second = added(document, keeper, files.a_pdf("Second"))
    first.refresh_from_db()
    assert (first.is_current, second.is_current) == (True, False)
    second = read(second)
    first.refresh_from_db()
    assert (first.is_current, second.is_current) == (False, True)
    # The summary stands beside the whole, not in its place.
    read(added(document, keeper, files.a_pdf("Summary"), kind=Version.Kind.SUMMARY))
    second.refresh_from_db()
    assert second.is_current


def test_of_two_that_wait_the_later_is_shown_whichever_is_read_first(keeper: Person) -> None:
    document = a_document()
    read(added(document, keeper, files.a_pdf("First")))
    second, third = (added(document, keeper, files.a_pdf(text)) for text in ("Second", "Third"))
    third = read(third)
    second = read(second)
    third.refresh_from_db()
    assert (second.stage, second.is_current, third.is_current) == ("ready", False, True)


def test_a_file_that_covers_what_it_should_have_taken_out_is_not_shown_as_redacted(keeper: Person) -> None:
    document, over = a_document(), b"0 0 0 rg 60 690 400 40 re f"
    kind = Version.Kind.REDACTED
    assert read(added(document, keeper, files.a_pdf(drawn=over), kind=kind)).fault == Fault.COVERED
    assert read(added(document, keeper, files.a_pdf(drawn=over))).stage == "ready"
    assert read(added(document, keeper, files.a_pdf(), kind=kind)).stage == "ready"


def test_a_full_disk_loses_nothing_and_the_sweep_asks_again(
    keeper: Person, kept_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    version = added(a_document(), keeper, files.a_pdf("Lease", "Rent"))
    kept, save = [], default_storage.save

    def full(name: str, content: Any) -> str:
        if kept:
            raise OSError(28, "No space left on device")
        kept.append(save(name, content))
        return kept[0]

    monkeypatch.setattr(default_storage, "save", full)
    assert (read(version).stage, read(version).tries) == ("waiting", 0)
    assert list((kept_in / "pages").iterdir()) == []
    monkeypatch.undo()
    assert read_what_waits(at=timezone.now()) == 0
    assert read_what_waits(at=timezone.now() + datetime.timedelta(minutes=11)) == 1
    assert Version.objects.get(pk=version.pk).stage == "ready"


def test_a_file_that_ended_every_worker_is_given_up(keeper: Person) -> None:
    version = added(a_document(), keeper, files.a_pdf())
    Version.objects.filter(pk=version.pk).update(tries=MOST_TRIES)
    assert read(version).fault == Fault.TOO_SLOW


def test_a_file_that_is_gone_from_the_disk_says_so(keeper: Person) -> None:
    version = added(a_document(), keeper, files.a_pdf())
    version.attachment.file.storage.delete(version.attachment.file.name)
    assert read(version).fault == Fault.MISSING


def test_one_broken_file_does_not_stop_the_rest(keeper: Person) -> None:
    for content in (b"%PDF-1.7\nnothing more", files.a_pdf()):
        added(a_document(), keeper, content)
    assert read_what_waits(at=timezone.now() + datetime.timedelta(hours=1)) == 2
    assert sorted(Version.objects.values_list("stage", flat=True)) == ["failed", "ready"]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("notes.txt", b"Some notes", "notes.txt must be a PDF, a Word or OpenDocument text, or a picture"),
        ("program.pdf", b"MZ\x90\x00", "program.pdf is not the kind of file that its name says"),
        ("empty.pdf", b"", "empty.pdf is empty"),
    ],
)
def test_what_is_no_page_is_refused_at_the_door(keeper: Person, name: str, content: bytes, says: str) -> None:
    with pytest.raises(ValidationError) as fault:
        added(a_document(), keeper, content, name=name)
    assert fault.value.messages == [says]
    assert not Version.objects.exists()


def test_nobody_but_a_keeper_adds_a_file_and_nobody_to_a_withdrawn_document(keeper: Person) -> None:
    document = a_document()
    with pytest.raises(Refused) as refusal:
        added(document, a_member(), files.a_pdf())
    assert "Democratic services" in refusal.value.decision.sentence
    document.record_withdrawal(at=timezone.now(), because="Wrong report")
    document.save()
    with pytest.raises(Refused) as refusal:
        added(document, keeper, files.a_pdf())
    assert "withdrawn" in refusal.value.decision.sentence


def test_a_form_that_was_opened_before_a_change_adds_nothing(keeper: Person, kept_in: Path) -> None:
    document = a_document()
    upload = files.an_upload(files.a_pdf())
    with pytest.raises(Stale):
        add_file(
            who=on_day(keeper),
            document=document,
            upload=upload,
            kind=WHOLE,
            at=timezone.now(),
            seen_version=7,
        )
    assert not list(kept_in.rglob("attachments/*"))
    assert io.BytesIO(files.a_pdf()).read(4) == b"%PDF"
