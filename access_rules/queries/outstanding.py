"""What a meeting still needs: notices that are not published, minutes that nobody has entered."""

import datetime
from dataclasses import dataclass

from access_rules.models import Document, Item, Meeting
from access_rules.queries.meetings import (
    MeetingClock,
    NoticeOwed,
    coming_meetings,
    stage_of,
    with_notices,
    without_minutes,
)
from access_rules.rules.meeting_clocks import minutes_due
from access_rules.rules.meeting_notices import NoticeKind
from access_rules.rules.meeting_stages import Stage

_MARKS = {
    NoticeKind.AGENDA: "agenda",
    NoticeKind.KEY_DECISION: "key",
    NoticeKind.PRIVATE_MEETING: "private",
    NoticeKind.PRIVATE_MEETING_SECOND: "second",
}
MINUTES = "minutes"


@dataclass(frozen=True)
class Outstanding:
    """One thing that is not done yet and its last day; `notice` is None where it is the minutes.

    `mark` names it among what the same meeting needs, as reminders and their letters keep it.
    """

    meeting: Meeting
    mark: str
    by: datetime.date
    notice: NoticeOwed | None = None

    @property
    def item(self) -> Item | None:
        """The item that a notice is of."""
        return self.notice.item if self.notice else None


def outstanding(meeting: Meeting, *, clock: MeetingClock, on: datetime.date) -> list[Outstanding]:
    """What of it is not done on the day, in the order of the last days; nothing once it was cancelled.

    A notice is of use until the meeting is held, the minutes are asked for once it has concluded.
    """
    stage = stage_of(meeting, on=on)
    if stage is Stage.CONCLUDED:
        entered = Document.objects.filter(meeting=meeting, kind=Document.Kind.MINUTES).exists()
        return [] if entered else [Outstanding(meeting, MINUTES, minutes_due(meeting.on))]
    if stage is Stage.CANCELLED or meeting.on < on:
        return []
    return [
        Outstanding(meeting, f"{_MARKS[one.due.kind]}-{one.due.key or 0}", one.due.by, one)
        for one in clock.notices(meeting)
        if one.published is None
    ]


def all_outstanding(*, clock: MeetingClock, on: datetime.date) -> list[Outstanding]:
    """The same of every meeting: four queries, however many there are."""
    ahead = with_notices(coming_meetings(on=on))
    found = [what for meeting in ahead for what in outstanding(meeting, clock=clock, on=on)]
    late = [Outstanding(row, MINUTES, minutes_due(row.on)) for row in without_minutes(on=on)]
    return sorted([*late, *found], key=lambda what: (what.by, what.meeting.pk, what.mark))
