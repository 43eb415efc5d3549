"""What the clock starts and what follows a commit: delivery, the sweep, the nightly check of the chains."""

from celery import shared_task
from django.utils import timezone

from casework.actions import delivering, verifying
from casework.actions.announcing import DELIVER_EVENT
from council.models import Person


@shared_task(name=DELIVER_EVENT)
def deliver_event(event_id: int) -> None:
    """Deliver one event, right after it was committed."""
    delivering.deliver_event(event_id, at=timezone.now())


@shared_task(name="casework.sweep_deliveries")
def sweep_deliveries() -> None:
    """Deliver whatever was missed or put off."""
    delivering.deliver_due(at=timezone.now())


@shared_task(name="casework.verify_streams")
def verify_streams() -> None:
    """Check every chain, compare with the heads kept outside the database, and keep today's."""
    verifying.verify_streams(at=timezone.now())


@shared_task(name="casework.check_record", ignore_result=True)
def check_record(asked_by: int) -> None:
    """Look at everything now, because this person asked."""
    verifying.check_record(by=Person.objects.get(pk=asked_by), at=timezone.now())
