"""The rows of the register: what each document is, how it is marked, and what it waits for."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from access_rules.models import Document
from access_rules.policies.clearing import titles_of, waits_for
from access_rules.policies.marking import holds, is_in_doubt, is_to_be_marked
from access_rules.policies.releasing import waits_for_owner
from access_rules.states import DOCUMENT_FACES, DocumentState
from casework.wording import plain_date


@dataclass(frozen=True)
class Row:
    """One line of the list."""

    title: str
    url: str
    meta: str
    marking: str
    state: str
    colour: str
    waits: str


def rows(documents: Iterable[Document]) -> list[Row]:
    """A row for each."""
    return [row(document) for document in documents]


def row(document: Document) -> Row:
    """What it is, and what it waits for first."""
    staff, _members, colour = DOCUMENT_FACES[DocumentState(document.state)]
    place = document.body or document.group or document.service or document.author
    parts = [document.reference, document.get_kind_display(), str(place or ""), plain_date(document.made_on)]
    return Row(
        title=document.title,
        url=reverse("document", args=[document.reference]),
        meta=" · ".join(part for part in parts if part),
        marking=marking_of(document),
        state=_(staff),
        colour=colour,
        waits=waits_of(document),
    )


def marking_of(document: Document) -> str:
    """«Exempt, paragraphs 1 and 3»."""
    words = str(document.get_marking_display())
    if not document.sch12a:
        return words
    if len(document.sch12a) == 1:
        return _("%(marking)s, paragraph %(number)s") % {"marking": words, "number": document.sch12a[0]}
    return _("%(marking)s, paragraphs %(numbers)s") % {
        "marking": words,
        "numbers": _(" and ").join(document.sch12a),
    }


def waits_of(document: Document) -> str:
    """What is to be done next; nothing where members have it and nothing is open."""
    if document.state == DocumentState.WITHDRAWN:
        return ""
    if is_to_be_marked(document):
        return _("To be marked")
    if document.marking != Document.Marking.UNCLASSIFIED and holds(document).waits:
        in_doubt = is_in_doubt(document)
        return _("For the body to decide on") if in_doubt else _("Public interest to be weighed")
    if waits_for_owner(document):
        return _("For its owner’s consent")
    return _of_a_draft(document) if document.state == DocumentState.DRAFT else ""


def _of_a_draft(document: Document) -> str:
    waiting = waits_for(document)
    if not waiting:
        return _("To be released")
    if not document.clearances.all():
        return _("Comments to be asked for")
    return _("Comments of: %(posts)s") % {"posts": titles_of(waiting)}
