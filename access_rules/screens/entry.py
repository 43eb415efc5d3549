"""The entry of a document as its page shows it: what stands on its face, and line by line what it is."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from access_rules.models import Document
from access_rules.policies.keeping import keeps_papers
from access_rules.policies.marking import holds, is_in_doubt, marked_of
from access_rules.rules.marking import TREAT_AS_CONFIDENTIAL, defaults, face
from access_rules.rules.schedule import called
from access_rules.screens.saying import Sentence, sentence, sentences
from access_rules.states import DOCUMENT_FACES, DocumentState
from casework.wording import date_time, plain_date
from council.queries import Standing, protocol_in_force

Line = tuple[str, str]


@dataclass(frozen=True)
class Entry:
    """What the page shows: the marking on its face, the lines, and what follows from the marking."""

    face: str = ""
    face_text: str = ""
    rows: list[Line] = field(default_factory=list)
    follows: list[Sentence] = field(default_factory=list)


def entry(who: Standing, document: Document) -> Entry:
    """For readers what it is and how it is marked; for keepers every column that is filled in."""
    text = protocol_in_force()
    marked = marked_of(document)
    on_face = face(text, marked)
    keeps = keeps_papers(who)
    rows = [*_what(document, keeps=keeps), *_marking(document)]
    if keeps:
        rows += [*_weighed(document), *_whose(document)]
    found = holds(document)
    return Entry(
        face=sentence(on_face).sentence if on_face else "",
        face_text=_(TREAT_AS_CONFIDENTIAL) if on_face and defaults(text, is_private=False) else "",
        rows=[(label, words) for label, words in rows if words],
        follows=sentences((*found.dropped, *found.notes)) if keeps else [],
    )


def _what(document: Document, *, keeps: bool) -> Iterator[Line]:
    staff, members, _colour = DOCUMENT_FACES[DocumentState(document.state)]
    yield _("What it is"), document.get_kind_display()
    yield _("Body"), document.body.name if document.body else ""
    if document.meeting:
        yield _("Meeting"), f"{document.meeting.reference}, {plain_date(document.meeting.on)}"
    if document.item:
        yield _("Item"), f"{document.item.number}. {document.item.title}"
    yield _("Service"), document.service.name if document.service else ""
    yield _("Decided by"), document.get_decided_by_display() if document.decided_by else ""
    yield _("Written on"), plain_date(document.made_on)
    yield _("State"), _(staff if keeps else members)
    yield _("With members since"), date_time(document.released_at) if document.released_at else ""
    if document.withdrawn_at:
        yield _("Withdrawn"), f"{date_time(document.withdrawn_at)}. {document.withdrawn_because}"


def _marking(document: Document) -> Iterator[Line]:
    text = protocol_in_force()
    yield _("Marking"), document.get_marking_display()
    for number in document.sch12a:
        words = sentence(called(text, number)).sentence
        yield _("Paragraph %(number)s of Schedule 12A") % {"number": number}, words
    if document.marking == Document.Marking.CONFIDENTIAL:
        yield _("Why it is confidential"), document.get_confidential_source_display()
    if document.is_part_exempt:
        made = document.versions.filter(kind="redacted", is_current=True).exists()
        ready = _("Only part of it. A redacted version is on file.")
        owed = _("Only part of it. The redacted version is still to be made.")
        yield _("How much is exempt"), ready if made else owed


def _weighed(document: Document) -> Iterator[Line]:
    if document.marking != Document.Marking.EXEMPT:
        return
    words = document.get_public_interest_display()
    if is_in_doubt(document):
        words = _("In doubt: closed until the body has taken a view")
    yield _("Public interest"), words
    yield _("Reasons"), document.public_interest_reasons
    if document.public_interest_by and document.public_interest_on:
        day = plain_date(document.public_interest_on)
        yield _("Weighed by"), f"{document.public_interest_by.name}, {day}"
    yield _("To be looked at again"), plain_date(document.review_on) if document.review_on else ""


def _whose(document: Document) -> Iterator[Line]:
    yield _("Group"), document.group.name if document.group else ""
    if document.author:
        consents = _("may be shown to other members")
        does_not = _("not to be shown to other members")
        yield _("Letter of"), f"{document.author.name}, {consents if document.author_consents else does_not}"
    yield _("Whose information"), document.get_ownership_display() if document.ownership else ""
    yield _("Owner"), document.owner_words
    yield _("Owner’s consent"), document.get_owner_consent_display() if document.owner_consent else ""
    yield _("How the owner was asked"), document.owner_consent_words
    yield _("Held by"), document.held_by
