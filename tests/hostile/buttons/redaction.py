"""Buttons of redaction, pressed by two at the same moment."""

from access_rules.models import Document, Redaction
from tests.factories.access import a_document
from tests.factories.documents import again
from tests.factories.reading import a_version
from tests.hostile.buttons.documents import CHANGED, keepers
from tests.hostile.buttons.press import Button, Case, Scene, Second, each, press

CITE = "LGA 1972 Sch 12A para 3"


def a_paper(**columns: object) -> Document:
    """An open report with a page; whoever marks it needs to read nothing first."""
    document = a_document(**columns)
    a_version(document, "These are the words of number 0. These are the words of number 1.")
    return again(document)


def marks(case: Case) -> int:
    """How many presses left a mark: every word of the page stands in the same place."""
    return Redaction.objects.filter(version__document=case.pk).values("by").distinct().count()


def a_mark(document: Document) -> Redaction:
    """One that stands already."""
    version = document.versions.get()
    return Redaction.objects.create(
        version=version,
        page=1,
        left=0.1,
        top=0.1,
        right=0.2,
        bottom=0.2,
        cite=CITE,
        by=version.made_by,
        at=version.made_at,
    )


def marking_a_phrase() -> Scene:
    """Each enters a phrase of their own."""
    paper = a_paper()
    return Scene(paper, each(keepers(), "document-redact", paper, "phrase", cite=CITE))


def marking_a_page() -> Scene:
    """Each ticks words, and names a paragraph of their own."""
    paper = a_paper()
    one, other = (
        press(by, "document-redact-page", paper, 1, words=["0"], other=f"FOIA 2000 s4{number}")
        for number, by in enumerate(keepers())
    )
    return Scene(paper, (one, other))


def taking_back() -> Scene:
    """Each takes the same mark back."""
    paper = a_paper()
    mark = a_mark(paper)
    one, other = (press(by, "document-unmark", paper, mark.pk) for by in keepers())
    return Scene(paper, (one, other))


def left(case: Case) -> int:
    """Minus the marks that still stand, so that one more is one that was taken back."""
    return -Redaction.objects.filter(version__document=case.pk).count()


def making() -> Scene:
    """Each has it made."""
    paper = a_paper()
    a_mark(paper)
    return Scene(paper, each(keepers(), "document-redact-make", paper, "said"))


def summarising() -> Scene:
    """Each writes a summary of their own."""
    paper = a_paper(kind="minutes", is_closed_minutes=True)
    return Scene(paper, each(keepers(), "document-summary", paper, "text"))


TABLE = (
    Button("document-redact", marking_a_phrase, (), words="phrase", says=CHANGED, kept=marks),
    Button("document-redact-page", marking_a_page, (), words="other", says=CHANGED, kept=marks),
    Button("document-unmark", taking_back, (), second=Second.LED, kept=left),
    Button(
        "document-redact-make",
        making,
        ("document.redaction_asked",),
        says="A redacted version is being made.",
    ),
    Button("document-summary", summarising, ("document.version_added",), words="text", says=CHANGED),
)
