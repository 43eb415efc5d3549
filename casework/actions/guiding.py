"""Somebody says that they have read a piece of guidance."""

import datetime

from django.db import transaction
from django.utils import timezone

from casework.actions.announcing import announce, open_stream
from casework.events import GUIDANCE_READ
from casework.models import Guidance, GuidanceReading
from casework.policies import may_say_it_is_read
from council.models import Person
from rulebook.decision import Refused

GUIDANCE = "register:guidance"


@transaction.atomic
def record_reading(*, guidance: Guidance, by: Person, at: datetime.datetime) -> GuidanceReading:
    """The person's receipt; pressed twice, the first stands. Raises Refused."""
    locked = Guidance.objects.select_for_update(of=("self",)).get(pk=guidance.pk)
    decision = may_say_it_is_read(by, locked, on=timezone.localdate(at))
    if not decision.allowed:
        raise Refused(decision)
    reading, is_new = GuidanceReading.objects.get_or_create(
        guidance=locked, read_by=by, defaults={"read_at": at}
    )
    if is_new:
        announce(
            stream=open_stream(GUIDANCE), kind=GUIDANCE_READ, by=by, at=at, facts={"guidance": locked.pk}
        )
    return reading
