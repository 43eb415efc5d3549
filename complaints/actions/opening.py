"""That the duty of confidentiality was accepted, and each opening by those who deal with a complaint."""

import datetime

from django.db import transaction

from casework.actions.announcing import announce
from casework.actions.locking import demand, locked
from casework.rules import Fact
from complaints import events
from complaints.models import Complaint
from complaints.policies.accepting import may_accept
from complaints.policies.parts import SIDES, parts_of
from complaints.policies.seeing import may_read
from council.queries import Standing


@transaction.atomic
def accept_duty(*, who: Standing, complaint: Complaint, at: datetime.datetime) -> None:
    """The person says that they keep it confidential, in each of their parts (WF-8.6). Raises Refused."""
    row = locked(complaint)
    demand(may_accept(who, row))
    mine = row.handlers.filter(person=who.person, ended_at__isnull=True, accepted_at__isnull=True)
    numbers = ",".join(str(pk) for pk in mine.values_list("pk", flat=True))
    facts: dict[str, Fact] = {"complaint": row.pk, "handlers": numbers}
    mine.update(accepted_at=at)
    announce(stream=row.stream, kind=events.DUTY_ACCEPTED, by=who.person, at=at, facts=facts)


@transaction.atomic
def record_opening(
    *, who: Standing, complaint: Complaint, part: str, at: datetime.datetime, writing: int | None = None
) -> None:
    """Whoever is no side of it opened its page or a file: once for each time. Raises Refused.

    `part` is «case» or «file», with the number of the writing.
    """
    demand(may_read(who, complaint))
    if parts_of(who, complaint) & SIDES:
        return
    facts: dict[str, Fact] = {"complaint": complaint.pk, "part": part}
    if writing is not None:
        facts["writing"] = writing
    announce(stream=complaint.stream, kind=events.OPENED, by=who.person, at=at, facts=facts)
