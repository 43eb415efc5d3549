"""Who may hear of what is no case's own: the alarm about a broken chain."""

import datetime

from casework.models import CaseEvent
from council.models import Person
from council.queries import holds_any
from rulebook.decision import Decision, allowed, unknown
from rulebook.post import Post

ALARMED = frozenset({Post.MONITORING_OFFICER, Post.DEPUTY_MONITORING_OFFICER})


def may_receive_alarm(person: Person, event: CaseEvent, on: datetime.date) -> Decision:
    """The monitoring officer and the deputy of the day hear that it was changed, and their substitutes."""
    return allowed() if holds_any(person, ALARMED, on=on) else unknown()
