"""The dates of an enquiry: the text's figure, or this council's term, counted on this council's calendar.

One clock serves lists, case pages, letters, figures and exports: it is read once and asked many times.
"""

import datetime
from dataclasses import dataclass, field
from typing import Any, Self

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.timezone import localdate

from casework.queries import all_local_terms, calendars
from enquiries.models import Enquiry, Message
from enquiries.rules.limit import Limit, limit_of_reply
from enquiries.states import State
from rulebook.bank_holidays import Calendars
from rulebook.duty import Duty
from rulebook.local_term import LocalTerm, term_in_force
from rulebook.period import Calendar, CalendarDays, Months, ReceiptLine

# The duties for which the clock asks a local term; one for any other duty would change nothing.
TERMS_FOR = (Duty.ACKNOWLEDGE, Duty.REPLY, Duty.ASK_MEMBER, Duty.REOPEN, Duty.CLOSE)
# The clocks of a case, as its events and addresses name them.
FIRST, AGAIN, ACKNOWLEDGEMENT, MEMBERS_ANSWER = "reply", "reply-again", "acknowledgement", "member"
# When the message was sent from which a clock counts, as `with_moments` reads it beside its row.
_MOMENTS = {Message.Kind.QUESTION: "asked_at", Message.Kind.REOPENING: "reopened_at"}


@dataclass(frozen=True)
class DeadlineReceipt:
    """The arithmetic of a deadline, line by line, with what it rests on."""

    limit: Limit
    received_on: datetime.date
    due_on: datetime.date
    last_working_day: datetime.date
    lines: tuple[ReceiptLine, ...]


@dataclass(frozen=True)
class Dates:
    """The dates of an open enquiry that the calendar decides; a promise and an agreed date are not theirs."""

    due_on: datetime.date | None
    owed_on: datetime.date | None
    acknowledge_by: datetime.date | None
    member_owes_on: datetime.date | None

    @classmethod
    def kept(cls, enquiry: Enquiry) -> Self:
        """As they stand on the row."""
        return cls(enquiry.due_on, enquiry.owed_on, enquiry.acknowledge_by, enquiry.member_owes_on)


@dataclass(frozen=True, slots=True)
class Counted:
    """What a clock counts: its day 0, the day that came of it, and the limit."""

    start: datetime.date
    due_on: datetime.date | None
    limit: Limit | None


@dataclass(frozen=True, slots=True)
class Moved:
    """One date that is another by a changed calendar; `clock` names which."""

    clock: str
    was: datetime.date | None
    now: datetime.date | None

    @property
    def is_reply(self) -> bool:
        """Whether a reply is due by it."""
        return self.clock in (FIRST, AGAIN)


def moved_dates(was: Dates, now: Dates) -> list[Moved]:
    """Each date that moved, once: what is owed is told of only where it is not the first deadline itself."""
    found = [Moved(FIRST, was.due_on, now.due_on)]
    if was.owed_on != was.due_on:
        found.append(Moved(AGAIN, was.owed_on, now.owed_on))
    found += [
        Moved(ACKNOWLEDGEMENT, was.acknowledge_by, now.acknowledge_by),
        Moved(MEMBERS_ANSWER, was.member_owes_on, now.member_owes_on),
    ]
    return [one for one in found if one.was != one.now]


def with_moments(enquiries: QuerySet[Enquiry]) -> QuerySet[Enquiry]:
    """With the moments from which their clocks count, in the same question."""
    said = Message.objects.filter(enquiry=OuterRef("pk")).order_by("-at", "-pk").values("at")
    return enquiries.annotate(
        **{name: Subquery(said.filter(kind=kind)[:1]) for kind, name in _MOMENTS.items()}
    )


def said_at(enquiry: Enquiry, kind: Message.Kind) -> datetime.datetime | None:
    """When the last message of the kind was sent: read with the row, else asked for; None without one."""
    return _moment(enquiry, _MOMENTS[kind], "-at", "-pk", kind=kind)


def first_reply_at(enquiry: Enquiry) -> datetime.datetime | None:
    """When the first reply that stands was sent: read with the row, else asked for; None without one."""
    return _moment(enquiry, "first_reply_at", "at", "pk", kind=Message.Kind.REPLY, retraction=None)


def _moment(enquiry: Enquiry, name: str, *order: str, **which: Any) -> datetime.datetime | None:
    if name in vars(enquiry):
        read: datetime.datetime | None = vars(enquiry)[name]
        return read
    return enquiry.messages.filter(**which).order_by(*order).values_list("at", flat=True).first()


@dataclass(frozen=True)
class Clock:
    """This council's calendar and dated terms, read once."""

    calendars: Calendars
    terms: tuple[LocalTerm, ...]
    # Worked out once: a list asks for each of its rows.
    _limits: dict[tuple[str, LocalTerm | None], Limit | None] = field(default_factory=dict, compare=False)

    @classmethod
    def read(cls) -> Self:
        """From the database: closed days, holidays and terms."""
        return cls(calendars(), all_local_terms())

    @property
    def calendar(self) -> Calendar:
        """The council's own: weekends, bank holidays and closure days."""
        return self.calendars.protocol

    def limit(
        self, duty: Duty, *, text: str, on: datetime.date, opened_at: datetime.datetime | None = None
    ) -> Limit | None:
        """The limit in force on the day: the council's dated term, else the text's own figure.

        None where the text gives no figure and the council has set none. For a reply it is what the question
        `reply-deadline` answers. A case gives `opened_at`: terms that were set later are not its own.
        """
        term = term_in_force(self.terms, duty, on, opened_at=opened_at)
        if duty is not Duty.REPLY:
            return Limit(term.as_period(), (term.citation,), is_local=True) if term else None
        if (text, term) not in self._limits:
            self._limits[text, term] = limit_of_reply(text, term, self.calendars)
        return self._limits[text, term]

    def _end(
        self, duty: Duty, *, text: str, start: datetime.date, opened_at: datetime.datetime | None = None
    ) -> datetime.date | None:
        limit = self.limit(duty, text=text, on=start, opened_at=opened_at)
        return limit.period.due(start, self.calendar) if limit else None

    def first_deadline(self, text: str, received_on: datetime.date) -> datetime.date | None:
        """When the reply is due, counted from the day of receipt (day 0); None where no figure is set."""
        return self._end(Duty.REPLY, text=text, start=received_on)

    def deadline_of(self, enquiry: Enquiry) -> datetime.date | None:
        """The first deadline of this enquiry, by the text and the terms that it was opened under."""
        if enquiry.received_on is None:
            return None
        limit = self._reply_limit(enquiry, enquiry.received_on)
        return limit.period.due(enquiry.received_on, self.calendar) if limit else None

    def _reply_limit(self, enquiry: Enquiry, on: datetime.date) -> Limit | None:
        return self.limit(Duty.REPLY, text=enquiry.protocol, on=on, opened_at=enquiry.sent_at)

    def reply_after_reopening(
        self, text: str, reopened_on: datetime.date, *, at: datetime.datetime | None = None
    ) -> datetime.date | None:
        """When the next reply is owed: the term for reopened enquiries, else as long as for a new one.

        `at` is the moment of the reopening: terms that were set later are not its own.
        """
        for duty in (Duty.REOPEN, Duty.REPLY):
            if found := self._end(duty, text=text, start=reopened_on, opened_at=at):
                return found
        return None

    def acknowledgement_of(self, enquiry: Enquiry) -> datetime.date | None:
        """By when it is to be acknowledged, counted from the day of receipt; None where no term is set."""
        if enquiry.received_on is None:
            return None
        start, sent_at = enquiry.received_on, enquiry.sent_at
        return self._end(Duty.ACKNOWLEDGE, text=enquiry.protocol, start=start, opened_at=sent_at)

    def acknowledged_by(self, text: str, received_on: datetime.date) -> datetime.date | None:
        """By when an enquiry received on the day would have to be acknowledged; None where no term is set."""
        return self._end(Duty.ACKNOWLEDGE, text=text, start=received_on)

    def answer_of_member(
        self, text: str, asked_on: datetime.date, *, at: datetime.datetime | None = None
    ) -> datetime.date | None:
        """By when the member is to answer the officer's question; None where no term is set."""
        return self._end(Duty.ASK_MEMBER, text=text, start=asked_on, opened_at=at)

    def dates_of(self, enquiry: Enquiry) -> Dates:
        """Every date of an open enquiry worked out again: what is acknowledged or answered keeps its own."""
        due_on = self.deadline_of(enquiry)
        waits = enquiry.state == State.SENT and enquiry.acknowledged_at is None
        asks = enquiry.state == State.WAITING
        return Dates(
            due_on=due_on,
            owed_on=self._owed(enquiry, due_on),
            acknowledge_by=self.acknowledgement_of(enquiry) if waits else enquiry.acknowledge_by,
            member_owes_on=self._owed_by_member(enquiry) if asks else enquiry.member_owes_on,
        )

    def _owed(self, enquiry: Enquiry, due_on: datetime.date | None) -> datetime.date | None:
        if enquiry.promised_on or enquiry.state == State.REDIRECTED:
            return enquiry.owed_on
        if enquiry.reopened_on:
            at = said_at(enquiry, Message.Kind.REOPENING)
            return self.reply_after_reopening(enquiry.protocol, enquiry.reopened_on, at=at)
        return due_on if enquiry.owed_on == enquiry.due_on else enquiry.owed_on

    def _owed_by_member(self, enquiry: Enquiry) -> datetime.date | None:
        at = said_at(enquiry, Message.Kind.QUESTION)
        if at is None:
            return enquiry.member_owes_on
        return self.answer_of_member(enquiry.protocol, localdate(at), at=at)

    def closes_by_itself(self, text: str, answered_on: datetime.date) -> datetime.date | None:
        """The last day on which the member may say that it is not answered; None where no term is set."""
        return self._end(Duty.CLOSE, text=text, start=answered_on)

    def is_late(self, enquiry: Enquiry, *, on: datetime.date) -> bool:
        """Whether a reply on the day comes after its deadline: the first, or that of the reopened enquiry.

        A promise or an agreed date does not make it timely: figures keep the deadline itself.
        """
        deadline = enquiry.due_on
        if enquiry.reopened_on:
            at = said_at(enquiry, Message.Kind.REOPENING)
            deadline = self.reply_after_reopening(enquiry.protocol, enquiry.reopened_on, at=at)
        return deadline is not None and on > deadline

    def left(self, enquiry: Enquiry, until: datetime.date, *, today: datetime.date) -> int:
        """Days left in the limit's own unit: 0 on the day itself, negative when it is past."""
        limit = self._reply_limit(enquiry, enquiry.received_on or today)
        return limit.period.left(today, until, self.calendar) if limit else (until - today).days

    def unit(self, enquiry: Enquiry, *, today: datetime.date) -> str:
        """What the days of this enquiry are: `days`, `working days`, `clear days`, as pages write them."""
        limit = self._reply_limit(enquiry, enquiry.received_on or today)
        return limit.period.unit if limit and limit.period.unit != Months.unit else CalendarDays.unit

    def receipt(self, enquiry: Enquiry, which: str = FIRST) -> DeadlineReceipt | None:
        """How that date was worked out; None for a draft, without a figure, or where no such clock runs."""
        counted = self._counted(enquiry, which)
        if counted is None or counted.limit is None or counted.due_on is None:
            return None
        return DeadlineReceipt(
            limit=counted.limit,
            received_on=counted.start,
            due_on=counted.due_on,
            last_working_day=self.calendar.last_working_day_on_or_before(counted.due_on),
            lines=counted.limit.period.receipt(counted.start, self.calendar),
        )

    def _counted(self, enquiry: Enquiry, which: str) -> Counted | None:
        """From which day to which, under which limit."""
        if which == AGAIN:
            return self._counted_again(enquiry)
        if which == MEMBERS_ANSWER:
            at = said_at(enquiry, Message.Kind.QUESTION)
            if at is None:
                return None
            start, due_on, duty = localdate(at), enquiry.member_owes_on, Duty.ASK_MEMBER
        elif enquiry.received_on is None:
            return None
        else:
            at, start = enquiry.sent_at, enquiry.received_on
            first = which != ACKNOWLEDGEMENT
            duty = Duty.REPLY if first else Duty.ACKNOWLEDGE
            due_on = enquiry.due_on if first else enquiry.acknowledge_by
        return Counted(start, due_on, self.limit(duty, text=enquiry.protocol, on=start, opened_at=at))

    def _counted_again(self, enquiry: Enquiry) -> Counted | None:
        start, at = enquiry.reopened_on, said_at(enquiry, Message.Kind.REOPENING)
        if start is None:
            return None
        text = enquiry.protocol
        limits = (self.limit(duty, text=text, on=start, opened_at=at) for duty in (Duty.REOPEN, Duty.REPLY))
        due_on = self.reply_after_reopening(text, start, at=at)
        return Counted(start, due_on, next((limit for limit in limits if limit), None))
