"""Checks that every message still says what its event in the chain proves that it said."""

import datetime

from casework.actions.announcing import record_security
from casework.events import CHAINS_BROKEN
from casework.models import CaseEvent
from enquiries.queries import rewritten_messages


def check_messages(*, at: datetime.datetime) -> tuple[CaseEvent, ...]:
    """Finds messages that somebody rewrote past the portal, and raises the alarm of a broken chain."""
    wrong = tuple(rewritten_messages())
    if wrong:
        first = wrong[0]
        record_security(
            CHAINS_BROKEN, None, at, {"broken": len(wrong), "stream": first.stream.name, "place": first.place}
        )
    return wrong
