"""What the worker makes for the portal itself: reports to a committee."""

from celery import shared_task

from casework.actions.reporting import MAKE_REPORT
from protocol_portal.reports import making


@shared_task(name=MAKE_REPORT)
def make_report(pk: int) -> None:
    """Makes one report, right after it was asked for."""
    making.make_report(pk)


@shared_task(name="protocol_portal.take_up_reports")
def take_up_reports() -> int:
    """Goes on with reports whose worker was ended, or that none took; says how many."""
    return making.take_up_reports()
