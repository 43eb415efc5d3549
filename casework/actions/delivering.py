"""Delivers what events owe to people: asks again whether they may know, renders at that moment, merges.

First the mail's Message-ID is fixed on its rows and committed, then the rows are locked and the mail is sent.
A process that is killed in between leaves rows that the next sweep finds, with the Message-ID they had.
"""

import datetime
import logging
from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from casework.actions.following import follow
from casework.actions.posting import NoMailServer, NotAccepted, PerhapsAccepted, Post, compose, new_message_id
from casework.events import Letter, registration_of
from casework.models import Delivery
from casework.queries import due_deliveries
from casework.rules import MERGED_WITHIN, MOST_ATTEMPTS, retry_at
from council.actions.turns import Turn, take_turn, turn_is_free

PEOPLE_AT_ONCE = 100
ENDED_WHILE_SENDING = "The process that sent it ended each time."
_WRITTEN = ("message_id", "state", "attempts", "not_before", "sent_at", "error")
_log = logging.getLogger(__name__)


def deliver_event(event_id: int, *, at: datetime.datetime) -> int:
    """Deliver what one event owes, and whatever else the same people are owed; returns the mails sent."""
    follow(at=at, event_id=event_id)
    people = _ready(at).filter(event_id=event_id).values_list("person_id", flat=True)
    post = Post()
    sent = _deliver(sorted(set(people)), at, post)
    post.close()
    return sent


def deliver_due(*, at: datetime.datetime) -> int:
    """The sweep: deliver whatever is owed and was missed or put off; returns the mails sent."""
    follow(at=at)
    post, sent, last = Post(), 0, 0
    while people := _next_people(last, at):
        sent += _deliver(people, at, post)
        last = people[-1]
    post.close()
    return sent


def _ready(at: datetime.datetime) -> QuerySet[Delivery]:
    """What is due to people who got no mail within the hour."""
    recent = Delivery.objects.filter(
        person=OuterRef("person"), state=Delivery.State.SENT, sent_at__gt=at - MERGED_WITHIN
    )
    return due_deliveries(at=at).filter(~Exists(recent))


def _next_people(after: int, at: datetime.datetime) -> list[int]:
    people = _ready(at).filter(person_id__gt=after).order_by("person_id")
    return list(people.values_list("person_id", flat=True).distinct()[:PEOPLE_AT_ONCE])


def _deliver(people: Sequence[int], at: datetime.datetime, post: Post) -> int:
    """One mail to each of them. A mail server that does not answer leaves every row as it was, still due."""
    if not people:
        return 0
    sent = 0
    try:
        post.open()
        for message_id in _claim(people, at):
            sent += _try_one(message_id, at, post)
    except NoMailServer as fault:
        _log.warning("Letters wait for the next sweep: the mail server does not answer (%s).", fault)
    return sent


def _claim(people: Sequence[int], at: datetime.datetime) -> list[str]:
    """Fix one Message-ID for each person on the rows of the mail, committed before anything is sent.

    A mail that was fixed earlier and not seen through comes first, alone, under the name that it had.
    """
    with transaction.atomic():
        take_turn(Turn.LETTERS_NAMED)
        begun = _begun(people, at)
        locked = (
            _ready(at)
            .filter(person_id__in=people)
            .select_for_update(of=("self",), skip_locked=True)
            .order_by("person_id", "pk")
        )
        rows = [row for row in locked if begun.get(row.person_id, row.message_id) == row.message_id]
        new: dict[int, str] = {}
        for row in rows:
            row.message_id = row.message_id or new.setdefault(row.person_id, new_message_id())
            row.attempts += 1
            if row.attempts > MOST_ATTEMPTS:
                row.state, row.error = Delivery.State.FAILED, ENDED_WHILE_SENDING
        _write(rows)
    return list(dict.fromkeys(row.message_id for row in rows if row.state == Delivery.State.PENDING))


def _begun(people: Sequence[int], at: datetime.datetime) -> dict[int, str]:
    """The oldest mail to each person that was begun and not seen through; another may be sending it now."""
    rows = due_deliveries(at=at).filter(person_id__in=people).exclude(message_id="").order_by("-pk")
    return dict(rows.values_list("person_id", "message_id"))


def _try_one(message_id: str, at: datetime.datetime, post: Post) -> int:
    """As `_send_one`; a fault that nobody thought of costs this mail a try, and the others nothing."""
    try:
        return _send_one(message_id, at, post)
    except Exception:
        _log.exception("A mail could not be sent; it is tried again.")
        return 0


def _send_one(message_id: str, at: datetime.datetime, post: Post) -> int:
    """Send one mail, its rows locked; nothing when another process is at it or has sent it.

    Whoever has the turn waits for a row that another names its mail on for a moment: passed over, the half of
    a letter would leave, and the other half later under the same Message-ID.
    """
    with transaction.atomic():
        if not turn_is_free(Turn.LETTER_SENT, message_id):
            return 0
        rows = list(
            Delivery.objects.filter(message_id=message_id, state=Delivery.State.PENDING)
            .select_related("event__stream", "event__by", "event__content", "person")
            .select_for_update(of=("self",))
            .order_by("event__at", "pk")
        )
        letters = {row.pk: letter for row in rows if (letter := _letter(row, at))}
        ready = [row for row in rows if row.pk in letters]
        if ready:
            _hand_over(ready, list(letters.values()), at, post)
        _write(rows)
    return int(any(row.state == Delivery.State.SENT for row in ready))


def _letter(row: Delivery, at: datetime.datetime) -> Letter | None:
    """What the person may be told today; None when that is nothing, with the reason on the row."""
    registration = registration_of(row.event.kind)
    if registration is None or registration.may_receive is None or registration.render is None:
        _withdraw(row, _("Nothing is sent about this kind of event any more."))
        return None
    if not row.person.email:
        row.state, row.error = Delivery.State.FAILED, _("The person has no email address.")
        return None
    try:
        with transaction.atomic():
            decision = registration.may_receive(row.person, row.event, timezone.localdate(at))
            if not decision.allowed:
                _withdraw(row, decision.sentence or _("The person may not know of this today."))
                return None
            letter: Letter = registration.render(row.person, row.event)
    except Exception as fault:
        # One broken case does not stop the rest, whatever is broken about it.
        _log.exception("Event %s could not be put into words.", row.event_id)
        _put_off(row, type(fault).__name__, at)
        row.message_id = ""
        return None
    return letter


def _hand_over(
    rows: Sequence[Delivery], letters: Sequence[Letter], at: datetime.datetime, post: Post
) -> None:
    """Give the mail to the mail server and write on its rows what came of it."""
    message_id = rows[0].message_id
    try:
        post.send(compose(rows[0].person, letters, message_id))
    except PerhapsAccepted as fault:
        # The next try is a repeat, perhaps: the same Message-ID lets the reader's mail program see that.
        for row in rows:
            _put_off(row, str(fault), at)
    except (NotAccepted, NoMailServer) as fault:
        for row in rows:
            _put_off(row, str(fault), at)
            row.message_id = ""
    else:
        for row in rows:
            row.state, row.sent_at, row.error = Delivery.State.SENT, at, ""


def _write(rows: Sequence[Delivery]) -> None:
    """Write the rows, those with the same outcome in one statement: mostly all rows of a mail."""
    alike: dict[tuple[Any, ...], list[int]] = {}
    for row in rows:
        alike.setdefault(tuple(getattr(row, column) for column in _WRITTEN), []).append(row.pk)
    for values, keys in alike.items():
        Delivery.objects.filter(pk__in=keys).update(**dict(zip(_WRITTEN, values, strict=True)))


def _withdraw(row: Delivery, reason: str) -> None:
    row.state, row.error, row.message_id = Delivery.State.WITHDRAWN, reason[:300], ""


def _put_off(row: Delivery, fault: str, at: datetime.datetime) -> None:
    """Try again later; after the last try it has failed for good and stands on the dashboard."""
    again = retry_at(row.attempts, at)
    row.error = fault[:300]
    if again is None:
        row.state = Delivery.State.FAILED
    else:
        row.not_before = again
