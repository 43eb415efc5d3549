"""Files out of which something is taken, for tests: what is read of one, marked in it, and made of it."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2
from django.utils import timezone
from PIL import Image
from pypdf import PdfReader

from access_rules.actions.adding_files import add_file
from access_rules.actions.reading_files import read_version
from access_rules.actions.redacting import ask_redacted, mark_phrase
from access_rules.files.caged import sheets_of
from access_rules.files.phrases import boxes_around, found
from access_rules.files.redacting import Box
from access_rules.files.remaking import Marked, redacted_file
from access_rules.files.unseen import Word
from access_rules.models import Document, Version
from council.models import Person
from tests.factories.documents import on_day
from tests.factories.reading import a_pdf, an_upload

CITE = "LGA 1972 Sch 12A para 3"
SAYS = f"[Redacted: {CITE}]"


@dataclass(frozen=True)
class Read:
    """One page of a file as the portal reads it."""

    picture: bytes
    words: list[Word]
    text: str


def read_pages(content: bytes) -> list[Read]:
    """Every page, read in the cage."""
    with sheets_of(io.BytesIO(content), "application/pdf") as sheets:
        return [Read(sheet.picture.read_bytes(), list(sheet.words), sheet.text) for sheet in sheets]


def labelled(box: Box, cite: str = CITE) -> Box:
    """The same box, with its paragraph."""
    return Box(box.left, box.top, box.right, box.bottom, cite, f"[Redacted: {cite}]")


def boxes_of(words: Sequence[Word], phrase: str) -> list[Box]:
    """Boxes around every time that the phrase stands there."""
    return [labelled(box) for places in found(words, phrase) for box in boxes_around(words, places)]


def without(content: bytes, *phrases: str, boxes: Sequence[Box] = ()) -> bytes:
    """The file, with the phrases taken out of every page, and the boxes out of each."""
    marked = []
    for page in read_pages(content):
        mine = [box for phrase in phrases for box in boxes_of(page.words, phrase)]
        marked.append(Marked(io.BytesIO(page.picture), page.words, [*mine, *boxes]))
    return redacted_file(marked)


def said_by_pypdf(content: bytes) -> str:
    """The text as pypdf reads it."""
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)


def said_by_pdfium(content: bytes) -> str:
    """The text as pdfium reads it."""
    pdf = pypdfium2.PdfDocument(content)
    return "\n".join(page.get_textpage().get_text_range() for page in pdf)


def seen_of(content: bytes, page: int = 0) -> Image.Image:
    """The page as it is seen, at the size at which it is kept."""
    return pypdfium2.PdfDocument(content)[page].render(scale=2.0).to_pil().convert("L")


def unpacked(content: bytes) -> bytes:
    """Every object of the file, streams unpacked, and the file itself: whatever could hold a word."""
    reader, held = PdfReader(io.BytesIO(content)), [content]
    for number in range(1, int(reader.trailer["/Size"])):
        thing = reader.get_object(number)
        held.append(repr(thing).encode())
        if hasattr(thing, "get_data"):
            held.append(thing.get_data())
    return b"\n".join(held)


def a_whole(document: Document, *texts: str, by: Person, content: bytes = b"") -> Version:
    """The whole file of a document, added by the keeper and read by a worker."""
    upload = an_upload(content or a_pdf(*texts))
    kind = Version.Kind.WHOLE
    version = add_file(who=on_day(by), document=document, upload=upload, kind=kind, at=timezone.now())
    return worked_at(version)


def worked_at(version: Version) -> Version:
    """The version once a worker had it."""
    read_version(pk=version.pk, at=timezone.now())
    return Version.objects.get(pk=version.pk)


def marked(document: Document, phrase: str, *, by: Person, cite: str = CITE) -> int:
    """How many times the phrase was marked, wherever it stands."""
    return mark_phrase(who=on_day(by), document=document, phrase=phrase, cite=cite, at=timezone.now())


def made(document: Document, *, by: Person) -> Version:
    """The redacted version, asked for and made."""
    return worked_at(ask_redacted(who=on_day(by), document=document, at=timezone.now()))
