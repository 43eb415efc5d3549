"""The reminder sweep: what is due and not yet reminded, and the same sweep when nothing is left."""

import time
from dataclasses import dataclass

from django.utils import timezone

from enquiries.tasks import send_reminders
from protocol_portal.benchmark.measuring import asked_by


@dataclass(frozen=True)
class Sweep:
    """How many reminders went out, in how many questions and milliseconds; and a sweep that finds none."""

    sent: int
    queries: int
    milliseconds: float
    idle_queries: int
    idle_milliseconds: float


def swept() -> Sweep:
    """Runs it twice: whatever is due now is sent by the first, so that the second finds nothing."""
    at = timezone.now()
    on = timezone.localdate(at)
    sent: list[int] = []
    begun = time.perf_counter()
    queries = asked_by(lambda: sent.append(send_reminders(on=on, at=at)))
    busy = time.perf_counter() - begun
    begun = time.perf_counter()
    idle_queries = asked_by(lambda: send_reminders(on=on, at=at))
    return Sweep(sent[0], queries, busy * 1000, idle_queries, (time.perf_counter() - begun) * 1000)
