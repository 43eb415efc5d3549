"""Does what other parts of the portal owe after an event (subscribers), each in a transaction of its own."""

import datetime
import logging

from django.db import transaction

from casework.events import subscribers_of
from casework.models import Effect
from casework.rules import retry_at

_log = logging.getLogger(__name__)


def follow(*, at: datetime.datetime, event_id: int | None = None) -> int:
    """Run what is owed, of one event or of all, and return how many succeeded; the others are tried again."""
    owed = Effect.objects.filter(state=Effect.State.PENDING, not_before__lte=at).order_by("pk")
    if event_id is not None:
        owed = owed.filter(event_id=event_id)
    return sum(_follow_one(effect, at) for effect in owed.values_list("pk", flat=True))


def _follow_one(effect_id: int, at: datetime.datetime) -> bool:
    with transaction.atomic():
        effect = (
            Effect.objects.filter(pk=effect_id, state=Effect.State.PENDING)
            .select_related("event__stream", "event__by", "event__content")
            .select_for_update(of=("self",), skip_locked=True)
            .first()
        )
        if effect is None:
            return False
        effect.attempts += 1
        _run(effect, at)
        effect.save(update_fields=["state", "attempts", "not_before", "sent_at", "error"])
    return effect.state == Effect.State.SENT


def _run(effect: Effect, at: datetime.datetime) -> None:
    """Run the subscriber, what it wrote undone if it fails, and note on the row what came of it."""
    subscriber = subscribers_of(effect.event.kind).get(effect.subscriber)
    if subscriber is None:
        effect.state, effect.error = (
            Effect.State.WITHDRAWN,
            "Nothing of this name follows the event now.",
        )
        return
    try:
        with transaction.atomic():
            subscriber(effect.event)
    except Exception as fault:
        # One broken case does not stop the rest, whatever is broken about it.
        _log.exception("%s failed after event %s.", effect.subscriber, effect.event_id)
        again = retry_at(effect.attempts, at)
        effect.error = type(fault).__name__
        effect.not_before = again or effect.not_before
        effect.state = Effect.State.PENDING if again else Effect.State.FAILED
    else:
        effect.state, effect.sent_at, effect.error = Effect.State.SENT, at, ""
