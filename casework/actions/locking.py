"""How an action begins and ends: one row, locked, asked about, changed once, counted and announced."""

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from casework.actions.announcing import announce
from casework.events import EventKind
from casework.models import CaseEvent
from casework.rules import Fact
from council.models import Person
from rulebook.decision import Decision, Refused

# A case of any counter: it has a reference, a stream and a version.
Row = TypeVar("Row", bound=Any)


class Stale(Exception):
    """Somebody changed it while this person was typing; nothing was written."""


def locked(row: Row, *, seen_version: int | None = None) -> Row:
    """The same row, locked until the transaction ends. Raises Stale for a form opened before a change.

    Locked by itself, then read (docs/house.md, «Decisions»).
    """
    rows = type(row).objects
    rows.select_for_update(of=("self",)).values_list("pk").get(pk=row.pk)
    found: Row = rows.select_related("stream").get(pk=row.pk)
    if seen_version is not None and seen_version != found.version:
        raise Stale(f"{found.reference} was changed in the meantime.")
    return found


def demand(decision: Decision) -> None:
    """Raises Refused, with the decision, unless it allows."""
    if not decision.allowed:
        raise Refused(decision)


def finish(
    row: Row,
    *,
    kind: EventKind,
    by: Person | None,
    at: datetime.datetime,
    facts: Mapping[str, Fact] | None = None,
    content: Mapping[str, str] | None = None,
) -> CaseEvent:
    """Saves the row, counts the change and writes the event into its stream, in the caller’s transaction.

    `facts` are ids, figures and days; what somebody wrote is `content`, which retention may erase.
    """
    row.version += 1
    row.save()
    told = {name: words for name, words in (content or {}).items() if words}
    return announce(
        stream=row.stream,
        kind=kind,
        by=by,
        at=at,
        facts={row._meta.model_name or "": row.pk, **(facts or {})},
        content=told,
    )
