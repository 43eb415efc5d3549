"""Whoever had a redacted version made hears that it is ready, or that it could not be made; no word of it."""

from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from access_rules.actions.adding_files import add_file
from access_rules.actions.reading_files import read_version
from access_rules.actions.redacting import ask_redacted
from access_rules.files.caged import Limits
from access_rules.models import Document, Version
from council.models import Person
from tests.access_rules.test_subscribers_documents import letter, told
from tests.factories.access import a_document
from tests.factories.documents import a_keeper, again, on_day
from tests.factories.reading import a_version, an_upload
from tests.factories.redacting import made, marked

pytestmark = pytest.mark.django_db


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
    """A report with something marked, whose title gives something away."""
    document = a_document(title="Quernstone Hall is sold")
    a_version(document, "Rent of Threadgold", by=keeper)
    marked(document, "Threadgold", by=keeper)
    return again(document)


def test_the_maker_alone_hears_that_it_is_ready(paper: Document, keeper: Person) -> None:
    a_keeper()
    assert made(paper, by=keeper).stage == "ready"
    assert told(paper, "document.redacted") == {keeper}
    said = letter(paper, "document.redacted", keeper)
    assert f"The redacted version of {paper.reference} is ready." in said
    assert f"/documents/{paper.reference}/" in said
    assert "Quernstone" not in said
    assert "Threadgold" not in said


def test_the_maker_hears_that_it_could_not_be_made(paper: Document, keeper: Person) -> None:
    version = ask_redacted(who=on_day(keeper), document=paper, at=timezone.now())
    read_version(pk=version.pk, at=timezone.now(), limits=Limits(most_bytes=200))
    assert told(paper, "document.version_failed") == {keeper}
    assert "could not be made" in letter(paper, "document.version_failed", keeper)


def test_nobody_gets_a_letter_of_a_file_that_was_added(keeper: Person) -> None:
    document = a_document()
    upload, kind = an_upload(b"%PDF-1.7\nnothing more"), Version.Kind.WHOLE
    added = add_file(who=on_day(keeper), document=document, upload=upload, kind=kind, at=timezone.now())
    read_version(pk=added.pk, at=timezone.now())
    assert told(document, "document.version_failed") == set()
