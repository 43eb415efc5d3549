"""Meetings by their days, who sits there, and which of the notices that they need were published."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from access_rules.models import Document, Item, Meeting, Notice
from access_rules.rules import meeting_notices as law
from access_rules.rules import meeting_stages as stages
from access_rules.rules.meeting_clocks import minutes_due
from access_rules.rules.meeting_notices import ItemFacts, MeetingFacts, NoticeDue, NoticeKind
from casework.queries import all_local_terms, calendars
from council.models import Body, MemberTerm, Person, Seat
from council.queries import protocol_in_force
from council.rules import BodyType
from rulebook.bank_holidays import Calendars
from rulebook.duty import Duty
from rulebook.local_term import LocalTerm, term_in_force
from rulebook.protocol import Protocol


def stage_of(meeting: Meeting, *, on: datetime.date) -> stages.Stage:
    """Where it stands on the day."""
    return stages.stage_of(
        meeting.on,
        on,
        concluded=meeting.concluded_at is not None,
        cancelled=meeting.cancelled_at is not None,
    )


def open_meetings() -> QuerySet[Meeting]:
    """Neither concluded nor cancelled, the next one first."""
    rows = Meeting.objects.filter(concluded_at__isnull=True, cancelled_at__isnull=True)
    return rows.select_related("body").order_by("on", "at", "pk")


def past_meetings(*, on: datetime.date) -> QuerySet[Meeting]:
    """Concluded or past its day; the last one first."""
    ahead = Meeting.objects.filter(concluded_at__isnull=True, on__gte=on)
    return Meeting.objects.exclude(pk__in=ahead.values("pk")).select_related("body").order_by("-on", "pk")


def coming_meetings(*, on: datetime.date) -> QuerySet[Meeting]:
    """Today’s that have not concluded and those ahead, also where they are cancelled; the next one first."""
    rows = Meeting.objects.filter(concluded_at__isnull=True, on__gte=on)
    return rows.select_related("body").order_by("on", "at", "pk")


def bodies_that_meet(*, on: datetime.date) -> QuerySet[Body]:
    """The bodies for which a meeting can be called on the day; outside bodies call their own."""
    found: QuerySet[Body] = Body.objects.on(on).exclude(kind=BodyType.OUTSIDE).order_by("name")
    return found


def seated_on(body_id: int, *, on: datetime.date) -> QuerySet[Person]:
    """The members in office who have a seat on the body on the day, substitutes too."""
    seats = Seat.objects.on(on).filter(body_id=body_id, person__in=MemberTerm.objects.on(on).values("person"))
    return Person.objects.filter(pk__in=seats.values("person"))


def with_notices(meetings: QuerySet[Meeting]) -> QuerySet[Meeting]:
    """With items and notices at hand: three queries, however many meetings there are."""
    return meetings.select_related("body", "stream").prefetch_related(
        Prefetch("items", Item.objects.order_by("number")),
        Prefetch("notices", Notice.objects.select_related("by", "item").order_by("published_on", "pk")),
    )


def facts_of(meeting: Meeting, *, text: Protocol) -> MeetingFacts:
    """What the law asks of it, with the items that were not withdrawn."""
    items = [item for item in meeting.items.all() if item.withdrawn_at is None]
    return MeetingFacts(
        text=text,
        body=BodyType(meeting.body.kind),
        on=meeting.on,
        called_on=meeting.called_on,
        is_private=meeting.is_private,
        items=tuple(
            ItemFacts(item.pk, item.is_private, item.is_key_decision, item.added_on) for item in items
        ),
    )


@dataclass(frozen=True)
class NoticeOwed:
    """A notice that the meeting needs, its item, and the notice that was published, if one was."""

    due: NoticeDue
    item: Item | None
    published: Notice | None

    @property
    def was_late(self) -> bool:
        """Whether it was published after its last day."""
        return self.published is not None and self.due.is_late(self.published.published_on)

    def is_overdue(self, on: datetime.date) -> bool:
        """Whether its last day is over and it was not published."""
        return self.published is None and self.due.is_late(on)


@dataclass(frozen=True)
class MeetingClock:
    """This council’s text, calendar and terms, read once and asked about many meetings."""

    text: Protocol
    calendars: Calendars
    terms: tuple[LocalTerm, ...]

    @classmethod
    def read(cls) -> Self:
        """From the database."""
        return cls(protocol_in_force(), calendars(), all_local_terms())

    def facts(self, meeting: Meeting) -> MeetingFacts:
        """What the law asks of it."""
        return facts_of(meeting, text=self.text)

    def dues(self, facts: MeetingFacts) -> tuple[NoticeDue, ...]:
        """The notices that it needs, under the council’s term of the day on which it was called."""
        term = term_in_force(self.terms, Duty.GIVE_NOTICE, facts.called_on)
        return law.notices_due(facts, calendars=self.calendars, term=term)

    def notices(self, meeting: Meeting) -> list[NoticeOwed]:
        """Each notice that it needs, with the one that was published."""
        items: Mapping[int, Item] = {item.pk: item for item in meeting.items.all()}
        notices = list(meeting.notices.all())
        found = []
        for due in self.dues(self.facts(meeting)):
            item = items.get(due.key or 0)
            serving = (one for one in notices if _serves(one, due.kind, meeting, item))
            found.append(NoticeOwed(due, item, next(serving, None)))
        return found


def _serves(notice: Notice, kind: NoticeKind, meeting: Meeting, item: Item | None) -> bool:
    """Whether it is the notice that is needed. That of an agenda names the day: once that moves, another is.

    An item added later has a notice of its own, or is in an agenda that was published when it stood there.
    """
    if notice.kind != kind:
        return False
    of_item = notice.item_id == (item.pk if item else None)
    if kind is not NoticeKind.AGENDA:
        return of_item
    with_it = bool(item and item.added_on and notice.item_id is None and notice.published_on >= item.added_on)
    return notice.for_on == meeting.on and (of_item or with_it)


def without_minutes(*, on: datetime.date) -> list[Meeting]:
    """Concluded meetings whose minutes nobody has entered in time, the oldest first."""
    entered = Document.objects.filter(meeting=OuterRef("pk"), kind=Document.Kind.MINUTES)
    rows = (
        Meeting.objects.filter(~Exists(entered), concluded_at__isnull=False, cancelled_at__isnull=True)
        .select_related("body", "stream")
        .order_by("on", "pk")
    )
    return [meeting for meeting in rows if minutes_due(meeting.on) < on]
