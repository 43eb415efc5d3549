"""A timeline as a page shows it, whichever counter’s case it is: newest first, no word of the case in it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from casework.models import CaseEvent
from casework.wording import date_time


@dataclass(frozen=True)
class Happened:
    """One line of the timeline (components/timeline.html)."""

    title: str
    by: str
    when: str
    at: str
    text: str = ""
    link_url: str = ""
    link_text: str = ""


def happened(events: Iterable[CaseEvent]) -> list[Happened]:
    """The lines of the events, which come oldest first."""
    return [
        Happened(
            title=_(event.label),
            by=event.by.name if event.by else _("the system"),
            when=date_time(event.at),
            at=timezone.localtime(event.at).isoformat(timespec="minutes"),
        )
        for event in events
    ][::-1]
