"""Plays the council's meetings: called, notices published in time or by an exception, held or cancelled."""

import datetime
from collections.abc import Mapping

from access_rules.actions.agenda import ItemEntry, add_item
from access_rules.actions.meetings import MeetingEntry, call_meeting, cancel_meeting, conclude_meeting
from access_rules.actions.notices import NoticeEntry, publish_notice
from access_rules.models import Meeting
from access_rules.queries.meetings import MeetingClock, NoticeOwed
from access_rules.rules.meeting_notices import GENERAL_EXCEPTION, NoticeKind
from casework.wording import long_date
from council.models import Body
from council.queries import Standing
from protocol_portal.demonstration.moments import ONE_DAY, day_of, moment
from protocol_portal.demonstration.papers import ItemTold, MeetingTold
from protocol_portal.demonstration.registry import Registry
from rulebook.access.papers import Public

# Long enough before for every notice that the law wants, with Christmas between.
CALLED = 45 * ONE_DAY
# An urgent item comes when the agenda is out; a key decision by the general exception with clear days left.
URGENT, EXCEPTED = 3 * ONE_DAY, 20 * ONE_DAY
LASTS = datetime.timedelta(hours=1, minutes=50)
_WORDS: Mapping[NoticeKind, str] = {
    NoticeKind.AGENDA: "{body} meets on {day}. The agenda and the reports that are open to the public can be "
    "inspected at the council’s offices and on its website.",
    NoticeKind.KEY_DECISION: "{body} is to take this key decision on {day}. The documents that it will have "
    "before it can be asked for from democratic services.",
    NoticeKind.PRIVATE_MEETING: "{body} is to meet in private on {day}, because information about the "
    "business affairs of other parties would be disclosed (Schedule 12A, paragraph 3).",
    NoticeKind.PRIVATE_MEETING_SECOND: "{body} is to meet in private on {day}. What was said against it, "
    "and the answer, stand below.",
}
_AGAINST = "A resident asked that the meeting be open, because public money is spent."
_ANSWER = "What is spent is published with the decision. The owner’s terms are not known to other bidders."


def play_meetings(registry: Registry, meetings: tuple[MeetingTold, ...]) -> None:
    """All of them, each from its call to where it stands today."""
    bodies = {body.name: body for body in Body.objects.all()}
    for told in meetings:
        registry.meetings[told.key] = _Play(registry, told).perform(bodies[told.body])


class _Play:
    """One meeting."""

    def __init__(self, registry: Registry, told: MeetingTold) -> None:
        self.registry, self.told = registry, told
        self.on = registry.past(-told.days) if told.days < 0 else registry.coming(told.days)

    def perform(self, body: Body) -> Meeting:
        told, registry = self.told, self.registry
        called_on = registry.working_day(min(self.on - CALLED, registry.today - ONE_DAY))
        at = moment(called_on, 9, 15)
        place, time = told.place, datetime.time(*told.at)
        in_public = Public.CABINET_IN_PUBLIC in registry.text.access.public
        is_private = told.is_private and not in_public
        entry = MeetingEntry(self.on, time, place, is_private=is_private)
        meeting = call_meeting(who=self.who(at), body=body, entry=entry, called_on=called_on, at=at)
        for number, item in enumerate(told.items):
            if not item.urgent:
                self._add(meeting, item, at + datetime.timedelta(minutes=5 + number))
        self._add_what_is_urgent(meeting)
        for at, notice in self._in_order(meeting):
            self._publish(meeting, notice, at)
        return self._end(meeting)

    def who(self, at: datetime.datetime) -> Standing:
        return self.registry.keeper(at)

    def _version(self, meeting: Meeting) -> int:
        return Meeting.objects.values_list("version", flat=True).get(pk=meeting.pk)

    def _add(self, meeting: Meeting, item: ItemTold, at: datetime.datetime) -> None:
        entry = ItemEntry(item.title, bool(item.under), item.under, item.is_key, item.urgent)
        add_item(who=self.who(at), meeting=meeting, entry=entry, at=at, seen_version=self._version(meeting))

    def _add_what_is_urgent(self, meeting: Meeting) -> None:
        """As soon as somebody knew of it: after the agenda, on the same day as its own notice."""
        day = self.registry.working_day(self.on - URGENT)
        if day < self.registry.today:
            for item in self.told.items:
                if item.urgent:
                    self._add(meeting, item, moment(day, 9, 40))

    def _in_order(self, meeting: Meeting) -> list[tuple[datetime.datetime, NoticeOwed]]:
        """The notices that were published by now, each at its moment."""
        owed = [(self._published_at(one, meeting), one) for one in MeetingClock.read().notices(meeting)]
        past = [(at, one) for at, one in owed if day_of(at) < self.registry.today]
        return sorted(past, key=lambda pair: (pair[0], pair[1].due.by, pair[1].due.key or 0))

    def _published_at(self, owed: NoticeOwed, meeting: Meeting) -> datetime.datetime:
        """The working day before the last one; late by an exception, at once where the law wants that."""
        if self._exception(owed):
            return moment(self.registry.working_day(self.on - EXCEPTED), 11)
        if owed.due.at_once:
            return moment(owed.due.by, 11)
        return moment(max(self.registry.working_day(owed.due.by - ONE_DAY), meeting.called_on), 11)

    def _exception(self, owed: NoticeOwed) -> str:
        """Why the notice of a key decision came late; empty where it did not."""
        if owed.due.kind is not NoticeKind.KEY_DECISION or owed.item is None:
            return ""
        return next(item.exception for item in self.told.items if item.title == owed.item.title)

    def _publish(self, meeting: Meeting, owed: NoticeOwed, at: datetime.datetime) -> None:
        kind, exception = owed.due.kind, self._exception(owed)
        is_second = kind is NoticeKind.PRIVATE_MEETING_SECOND
        words = _WORDS[kind].format(body=self.told.body, day=long_date(self.on))
        entry = NoticeEntry(
            kind=kind,
            published_on=day_of(at),
            words=words,
            item=owed.item.pk if owed.item else None,
            representations=_AGAINST if is_second else "",
            answer=_ANSWER if is_second else "",
            exception_under=GENERAL_EXCEPTION.key if exception else "",
            exception=exception,
        )
        publish_notice(
            who=self.who(at), meeting=meeting, entry=entry, at=at, seen_version=self._version(meeting)
        )

    def _end(self, meeting: Meeting) -> Meeting:
        """Cancelled yesterday, or concluded on its day; else it is still to come."""
        version = self._version(meeting)
        if self.told.cancelled:
            at = moment(self.registry.past(1), 15, 30)
            because = self.told.cancelled
            return cancel_meeting(
                who=self.who(at), meeting=meeting, because=because, at=at, seen_version=version
            )
        if self.told.days < 0:
            ended = moment(self.on, *self.told.at) + LASTS
            at = ended + datetime.timedelta(minutes=20)
            return conclude_meeting(
                who=self.who(at), meeting=meeting, concluded_at=ended, at=at, seen_version=version
            )
        return Meeting.objects.get(pk=meeting.pk)
