"""Every opening is an event: of the document, and of the security stream where it is kept close."""

import datetime

from django.db import transaction

from access_rules import events
from access_rules.models import Document, Version
from access_rules.policies.reading import is_kept_close
from access_rules.policies.seeing import Seeing
from casework.actions.announcing import announce, record_security
from casework.events import EventKind
from casework.models import CaseEvent, Stream
from casework.rules import Fact
from council.queries import Standing

# One event an hour for whoever turns the pages: each event locks the stream of the document, so that three
# hundred pages would be three hundred waits for everybody else; what is asked afterwards is who looked, when.
_ONE_LOOK = datetime.timedelta(hours=1)


@transaction.atomic
def record_page(
    *, who: Standing, document: Document, version: Version, page: int, right: Seeing, at: datetime.datetime
) -> None:
    """Writes that the person opened it, with the page that came first: once an hour for each file."""
    if _looked(who, document, version, at):
        return
    # The same person may ask for a page and its picture at once: the second waits, and finds the first.
    Stream.objects.select_for_update(of=("self",)).values_list("pk").get(pk=document.stream_id)
    if not _looked(who, document, version, at):
        _write(events.DOCUMENT_OPENED, who, document, version, right, at, {"page": page})


@transaction.atomic
def record_copy(
    *,
    who: Standing,
    document: Document,
    version: Version,
    pages: tuple[int, int],
    right: Seeing,
    at: datetime.datetime,
) -> None:
    """Writes that the person was given a copy of these pages: each copy, however many."""
    first, last = pages
    _write(events.DOCUMENT_COPIED, who, document, version, right, at, {"from": first, "to": last})


@transaction.atomic
def record_export(*, who: Standing, document: Document, rows: int, at: datetime.datetime) -> None:
    """Writes that the list of who opened it was taken out of the portal."""
    facts: dict[str, Fact] = {"document": document.pk, "rows": rows}
    record_security(events.OPENINGS_EXPORTED, who.person, at, facts)


def _looked(who: Standing, document: Document, version: Version, at: datetime.datetime) -> bool:
    return CaseEvent.objects.filter(
        stream=document.stream_id,
        kind=events.DOCUMENT_OPENED.name,
        by=who.person,
        at__gt=at - _ONE_LOOK,
        facts__version=version.pk,
    ).exists()


def _write(
    kind: EventKind,
    who: Standing,
    document: Document,
    version: Version,
    right: Seeing,
    at: datetime.datetime,
    what: dict[str, Fact],
) -> None:
    cites = ",".join(citation.id for citation in right.citations)
    facts: dict[str, Fact] = {
        "document": document.pk,
        "version": version.pk,
        "version_kind": version.kind,
        "mode": right.mode,
        "rule": right.rule.id if right.rule is not None else "",
        "by": right.by,
        "cites": cites,
        **what,
    }
    announce(stream=document.stream, kind=kind, by=who.person, at=at, facts=facts)
    if is_kept_close(document):
        record_security(events.EXEMPT_OPENED, who.person, at, {"kind": kind.name, **facts})
