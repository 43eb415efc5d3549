"""Enters a document into the register, changes its entry, withdraws it."""

import datetime
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from access_rules import events
from access_rules.models import Document
from access_rules.policies.registering import may_change, may_keep, may_withdraw
from casework.actions.announcing import open_case
from casework.actions.locking import demand, finish, locked
from council.queries import Standing

# What regulation 2 of SI 2012/2089 calls a report or a background paper; the rest is neither.
_REPORTS = frozenset({Document.Kind.REPORT, Document.Kind.BACKGROUND_PAPER})
# What may be typed of an entry; everything else of the row has an action of its own.
COLUMNS = frozenset(
    {
        "title",
        "body",
        "meeting",
        "item",
        "service",
        "decided_by",
        "decided_on",
        "made_on",
        "is_held",
        "held_by",
        "is_planning_application",
        "is_closed_minutes",
        "is_session_talk",
        "group",
        "author",
        "author_consents",
        "is_private_letter",
    }
)


def _write(document: Document, columns: Mapping[str, Any]) -> None:
    for name in COLUMNS.intersection(columns):
        setattr(document, name, columns[name])
    if document.item is not None:
        document.meeting = document.item.meeting
    if document.meeting is not None:
        document.body = document.meeting.body


def register_document(
    *, who: Standing, kind: str, columns: Mapping[str, Any], at: datetime.datetime
) -> Document:
    """A new entry, a draft that nobody has marked yet. Raises Refused for all but the keepers."""
    demand(may_keep(who))
    with transaction.atomic():
        reference, stream = open_case("document", "DOC")
        document = Document(reference=reference, stream=stream, kind=kind)
        document.is_report_or_background_paper = kind in _REPORTS
        _write(document, columns)
        finish(document, kind=events.DOCUMENT_REGISTERED, by=who.person, at=at)
    return document


def change_entry(
    *,
    who: Standing,
    document: Document,
    columns: Mapping[str, Any],
    at: datetime.datetime,
    seen_version: int | None = None,
) -> Document:
    """The entry with other columns. Raises Stale, and Refused for whoever may not or once it is withdrawn."""
    with transaction.atomic():
        document = locked(document, seen_version=seen_version)
        demand(may_change(who, document))
        _write(document, columns)
        finish(document, kind=events.DOCUMENT_CHANGED, by=who.person, at=at)
    return document


def withdraw(
    *,
    who: Standing,
    document: Document,
    because: str,
    at: datetime.datetime,
    seen_version: int | None = None,
) -> Document:
    """Takes it out of use, with a reason that its readers see. Raises Stale and Refused."""
    with transaction.atomic():
        document = locked(document, seen_version=seen_version)
        demand(may_withdraw(who, document))
        document.record_withdrawal(at=at, because=because)
        finish(
            document,
            kind=events.DOCUMENT_WITHDRAWN,
            by=who.person,
            at=at,
            content={"reason": because},
        )
    return document
