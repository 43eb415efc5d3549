"""The dates of an enquiry: the text's figure, or this council's term, counted on this council's calendar.

One clock serves lists, case pages, letters, figures and exports: it is read once and asked many times.
"""

import datetime
from dataclasses import dataclass
from typing import Self

from casework.queries import all_local_terms, calendars
from enquiries.models import Enquiry
from enquiries.rules import reply_limit
from rulebook.bank_holidays import Calendars
from rulebook.citation import Citation
from rulebook.duty import Duty
from rulebook.local_term import LocalTerm, term_in_force
from rulebook.period import Calendar, CalendarDays, Months, Period, ReceiptLine
from rulebook.protocols import protocol

# The duties for which the clock asks a local term; one for any other duty would change nothing.
TERMS_FOR = (Duty.REPLY, Duty.REOPEN, Duty.CLOSE)


@dataclass(frozen=True)
class Limit:
    """How long somebody has for a duty, and the paragraph or minute that says so."""

    period: Period
    citations: tuple[Citation, ...]
    is_local: bool


@dataclass(frozen=True)
class DeadlineReceipt:
    """The arithmetic of a deadline, line by line, with what it rests on."""

    limit: Limit
    received_on: datetime.date
    due_on: datetime.date
    last_working_day: datetime.date
    lines: tuple[ReceiptLine, ...]


@dataclass(frozen=True)
class Clock:
    """This council's calendar and dated terms, read once."""

    calendars: Calendars
    terms: tuple[LocalTerm, ...]

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
        adopted = protocol(text)
        found = reply_limit(adopted, adopted.enquiries.kind, dated=term, calendars=self.calendars)
        if found.period is None:
            return None
        local = (term.citation,) if term else ()
        return Limit(found.period, (*local, *found.cites), is_local=term is not None)

    def _end(self, duty: Duty, *, text: str, start: datetime.date) -> datetime.date | None:
        limit = self.limit(duty, text=text, on=start)
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

    def reply_after_reopening(self, text: str, reopened_on: datetime.date) -> datetime.date | None:
        """When the next reply is owed: the term for reopened enquiries, else as long as for a new one."""
        return self._end(Duty.REOPEN, text=text, start=reopened_on) or self.first_deadline(text, reopened_on)

    def closes_by_itself(self, text: str, answered_on: datetime.date) -> datetime.date | None:
        """The last day on which the member may say that it is not answered; None where no term is set."""
        return self._end(Duty.CLOSE, text=text, start=answered_on)

    def left(self, enquiry: Enquiry, until: datetime.date, *, today: datetime.date) -> int:
        """Days left in the limit's own unit: 0 on the day itself, negative when it is past."""
        limit = self._reply_limit(enquiry, enquiry.received_on or today)
        if limit is None:
            return (until - today).days
        return limit.period.left(today, until, self.calendar)

    def unit(self, enquiry: Enquiry, *, today: datetime.date) -> str:
        """What the days of this enquiry are: `days`, `working days`, `clear days`, as pages write them."""
        limit = self._reply_limit(enquiry, enquiry.received_on or today)
        return limit.period.unit if limit and limit.period.unit != Months.unit else CalendarDays.unit

    def receipt(self, enquiry: Enquiry) -> DeadlineReceipt | None:
        """How the first deadline was worked out; None for a draft, or where no figure is set."""
        if enquiry.received_on is None or enquiry.due_on is None:
            return None
        limit = self._reply_limit(enquiry, enquiry.received_on)
        if limit is None:
            return None
        return DeadlineReceipt(
            limit=limit,
            received_on=enquiry.received_on,
            due_on=enquiry.due_on,
            last_working_day=self.calendar.last_working_day_on_or_before(enquiry.due_on),
            lines=limit.period.receipt(enquiry.received_on, self.calendar),
        )
