"""Rows of the list of meetings, the agenda of one, and what keepers must do about them."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from access_rules.models import Item, Meeting
from access_rules.queries.meetings import MeetingClock, stage_of
from access_rules.queries.outstanding import Outstanding, all_outstanding
from access_rules.screens.notices import what_is_due
from access_rules.screens.papers import PaperLink
from casework.wording import clock_time, long_date

# What is due so far ahead is not yet anybody's work of the week.
AHEAD = datetime.timedelta(days=14)


@dataclass(frozen=True)
class MeetingRow:
    """One meeting in a list."""

    url: str
    title: str
    line: str
    status: str
    colour: str
    is_private: bool


def meeting_rows(meetings: Iterable[Meeting], *, on: datetime.date) -> list[MeetingRow]:
    """A row for each, in the order given."""
    return [_row(meeting, on=on) for meeting in meetings]


def _row(meeting: Meeting, *, on: datetime.date) -> MeetingRow:
    stage = stage_of(meeting, on=on)
    return MeetingRow(
        url=reverse("meeting", args=[meeting.reference]),
        title=f"{meeting.body.name}, {long_date(meeting.on)}",
        line=when_and_where(meeting),
        status=_(stage.label),
        colour=stage.colour,
        is_private=meeting.is_private,
    )


def when_and_where(meeting: Meeting) -> str:
    """«7:30pm, Council Chamber»; what is not known is left out."""
    time = ""
    if meeting.at:
        time = clock_time(timezone.make_aware(datetime.datetime.combine(meeting.on, meeting.at)))
    return ", ".join(part for part in (time, meeting.place) if part)


@dataclass(frozen=True)
class DueRow:
    """One thing that keepers must do, with its meeting."""

    url: str
    title: str
    says: str
    is_late: bool


def due_rows(*, on: datetime.date) -> list[DueRow]:
    """What is late or due within a fortnight, the most urgent first; and meetings that nobody concluded."""
    found = all_outstanding(clock=MeetingClock.read(), on=on)
    return [_due(what, on=on) for what in found if what.by <= on + AHEAD]


def unconcluded_rows(meetings: Iterable[Meeting]) -> list[DueRow]:
    """Meetings whose day is over, so that somebody must say when they concluded."""
    return [
        DueRow(
            url=reverse("meeting-conclude", args=[meeting.reference]),
            title=f"{meeting.body.name}, {long_date(meeting.on)}",
            says=_("Enter when the meeting concluded, or that it was cancelled."),
            is_late=True,
        )
        for meeting in meetings
    ]


def _due(what: Outstanding, *, on: datetime.date) -> DueRow:
    return DueRow(
        url=reverse("meeting", args=[what.meeting.reference]),
        title=f"{what.meeting.body.name}, {long_date(what.meeting.on)}",
        says=what_is_due(what, on=on),
        is_late=what.by < on,
    )


@dataclass(frozen=True)
class AgendaRow:
    """One item of the agenda, with the papers that the viewer may know of."""

    item: Item
    private: str
    added: str
    papers: list[PaperLink] = field(default_factory=list)
    is_withdrawn: bool = False


def agenda_rows(meeting: Meeting, papers: dict[int | None, list[PaperLink]]) -> list[AgendaRow]:
    """The items in their order; of a private one, why it is."""
    return [
        AgendaRow(
            item=item,
            private=private_words(item),
            added=_added(item),
            papers=papers.get(item.pk, []),
            is_withdrawn=item.withdrawn_at is not None,
        )
        for item in meeting.items.all()
    ]


def private_words(item: Item) -> str:
    """Under which paragraphs the public leaves; without any, the matter is confidential."""
    if not item.is_private:
        return ""
    if not item.private_under:
        return _("Taken in private: confidential information (LGA 1972 s100A(2)).")
    numbers = ", ".join(item.private_under)
    if len(item.private_under) == 1:
        return _("Taken in private: Schedule 12A, paragraph %(numbers)s.") % {"numbers": numbers}
    return _("Taken in private: Schedule 12A, paragraphs %(numbers)s.") % {"numbers": numbers}


def _added(item: Item) -> str:
    if item.added_on is None:
        return ""
    words = _("Added on %(day)s.") % {"day": long_date(item.added_on)}
    if not item.urgent_because:
        return words
    return f"{words} {_('Urgent: %(why)s') % {'why': item.urgent_because}}"
