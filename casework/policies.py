"""Who may hear of what is no case's own: the alarm about a broken chain."""

import datetime

from casework.models import CaseEvent
from council.models import Person
from council.queries import posts_in_effect
from rulebook.decision import Decision, allowed, unknown
from rulebook.post import Post

ALARMED = (Post.MONITORING_OFFICER, Post.DEPUTY_MONITORING_OFFICER)


def may_receive_alarm(person: Person, event: CaseEvent, on: datetime.date) -> Decision:
    """The monitoring officer and the deputy of the day hear that the record was changed; nobody else."""
    return allowed() if posts_in_effect(on=on).filter(person=person, post__in=ALARMED).exists() else unknown()
