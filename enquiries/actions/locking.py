"""How every action begins and ends: one enquiry, locked, asked about, changed once and counted."""

import datetime
from collections.abc import Callable, Mapping

from casework.actions.announcing import announce
from casework.events import EventKind
from casework.models import CaseEvent
from casework.rules import Fact
from council.models import Person
from council.queries import Standing
from enquiries.events import MOVES
from enquiries.models import Enquiry, Message
from rulebook.decision import Decision, Refused


class Stale(Exception):
    """Somebody changed the enquiry while this person was typing; nothing was written.

    The page shows what came in between, then the text that was typed.
    """

    def __init__(self, enquiry: Enquiry) -> None:
        super().__init__(f"{enquiry.reference} was changed in the meantime.")
        self.enquiry = enquiry


def locked(enquiry: Enquiry, *, seen_version: int | None = None) -> Enquiry:
    """The same row, locked until the transaction ends. Raises Stale for a form opened before a change.

    Locked by itself, then read: a row that was waited for is joined to whom it named before the wait, so
    that one whose member changed meanwhile would be none, and a new owner nobody.
    """
    Enquiry.objects.select_for_update().values_list("pk").get(pk=enquiry.pk)
    names = ("stream", "member", "service", "team__directorate", "owner", "addressee")
    row = Enquiry.objects.select_related(*names).get(pk=enquiry.pk)
    if seen_version is not None and seen_version != row.version:
        raise Stale(row)
    return row


def ask(policy: Callable[[Standing, Enquiry], Decision], who: Standing, enquiry: Enquiry) -> None:
    """Raises Refused, with the decision, unless the policy allows it."""
    decision = policy(who, enquiry)
    if not decision.allowed:
        raise Refused(decision)


def finish(
    enquiry: Enquiry,
    *,
    kind: EventKind,
    by: Person | None,
    at: datetime.datetime,
    facts: Mapping[str, Fact] | None = None,
    content: Mapping[str, str] | None = None,
    message: Message | None = None,
) -> CaseEvent:
    """Saves the row, counts the change and writes the event, in the caller's transaction.

    `facts` are ids and days, and where the case moves the team that has it from now on, so that the days of
    each can be counted; what somebody wrote is `content`, which retention may erase, or a `message`,
    whose digest goes into the chain.
    """
    enquiry.version += 1
    enquiry.save()
    return announce(
        stream=enquiry.stream,
        kind=kind,
        by=by,
        at=at,
        facts={"enquiry": enquiry.pk, **_held(enquiry, kind), **_told(message), **(facts or {})},
        content=content,
    )


def _held(enquiry: Enquiry, kind: EventKind) -> dict[str, Fact]:
    return {"team": enquiry.team_id} if kind in MOVES else {}


def _told(message: Message | None) -> dict[str, Fact]:
    return {"message": message.pk, "said": message.digest()} if message else {}


def say(
    enquiry: Enquiry, *, kind: Message.Kind, by: Person, at: datetime.datetime, text: str, **parts: object
) -> Message:
    """Adds what was said to the case."""
    return Message.objects.create(enquiry=enquiry, kind=kind, by=by, at=at, text=text.strip(), **parts)
