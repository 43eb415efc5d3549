"""Lists of cases narrowed by what stands in their address; figures narrow by the same, so that both agree."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Self
from urllib.parse import quote_plus

from django.db.models import F, Q
from django.db.models.functions import TruncDate

from casework.rules.periods import Period, month_of
from council.models import Person
from enquiries.clock import Clock
from enquiries.models import Message
from enquiries.queries import Enquiries
from enquiries.queries.referring import copied_to, referred
from enquiries.queries.treatment import of_group, with_last_word, with_office
from enquiries.queries.written import FirstReplyOn
from enquiries.screens.holding import stays
from enquiries.screens.rows import SOON
from enquiries.states import OPEN, State
from rulebook.duty import Duty

ANY, OPEN_ONES, NOBODY, MYSELF = "", "open", "none", "me"
OVERDUE, TODAY, SOON_DUE, LATER, NO_DATE = "overdue", "today", "soon", "later", "none"
IN_TIME, LATE, MOVED = "in-time", "late", "moved"
# What counts in figures of time, whatever came of it; and of those, the ones with a full reply.
COUNTED, REPLIED, PROMISED = "counted", "replied", "promised"
REFERRED = "open"
_NEVER_COUNTED = (State.DRAFT, State.WITHDRAWN, State.MERGED)
# Neither withdrawn nor merged, and without any first due date.
UNDATED = "undated"
COPIED = "me"
# What a member was told for an answer: each is the full reply, and may be judged or reopened.
ANSWERS = (Message.Kind.REPLY, Message.Kind.OUTCOME, Message.Kind.REFUSAL)
CONTENT, NOT_CONTENT, JUDGED = "yes", "no", "judged"
# So many late ones are read for the days that they lay with each directorate.
MOST_LATE = 2_000
# Many addresses of a page of figures say the same few things.
_quoted = lru_cache(maxsize=1_024)(quote_plus)
# Far enough that three working days lie within, whatever is closed between.
_LOOK_AHEAD = 30


def soon_until(clock: Clock, *, text: str, today: datetime.date) -> datetime.date:
    """The last day that is «soon»: three days ahead in the unit of the text's own limit."""
    limit = clock.limit(Duty.REPLY, text=text, on=today)
    ahead = [today + datetime.timedelta(days=count) for count in range(_LOOK_AHEAD)]
    if limit is None:
        return ahead[SOON]
    return max(day for day in ahead if limit.period.left(today, day, clock.calendar) <= SOON)


@dataclass(frozen=True)
class Day:
    """What «today» and «soon» mean in a list."""

    today: datetime.date
    soon: datetime.date


@dataclass(frozen=True)
class Narrowing:
    """The filters in use; an empty one narrows nothing."""

    state: str = ANY
    service: str = ANY
    directorate: str = ANY
    owner: str = ANY
    due: str = ANY
    received: str = ANY
    first: str = ANY
    promise: str = ANY
    group: str = ANY
    office: str = ANY
    verdict: str = ANY
    referral: str = ANY
    because: str = ANY
    lay: str = ANY
    acknowledged: str = ANY
    withheld: str = ANY

    @classmethod
    def read(cls, given: dict[str, str]) -> Self:
        """From a form's cleaned words; what the form refused is left out."""
        return cls(**{field.name: given.get(field.name) or ANY for field in fields(cls)})

    def of(self, enquiries: Enquiries, *, day: Day, me: Person | None = None) -> Enquiries:
        """The enquiries that pass every filter."""
        found = enquiries.filter(
            self._in_state() & self._with_owner(me) & self._due(day) & self._received_in() & self._where()
        )
        if self.referral:
            found = found.filter(referred())
        if self.withheld:
            found = found.filter(copied_to(me, day.today))
        if self.acknowledged:
            found = with_acknowledgement(found).filter(_ACKNOWLEDGED[self.acknowledged](day.today))
        return self._said(self._treated(self._explained(self._outcome(found, day.today), day.today)))

    def _explained(self, found: Enquiries, today: datetime.date) -> Enquiries:
        """By why the reply was late, as it was said at the reply, and by where the late ones lay."""
        if self.lay:
            late = list(newest_late(found, MOST_LATE, today=today))
            numbers = [one.enquiries for one in stays(late, today=today) if one.key == self.lay]
            found = found.filter(pk__in=frozenset[int]().union(*numbers))
        if not self.because:
            return found
        reason = Q(late_because="" if self.because == NOBODY else self.because)
        return with_outcomes(found).filter(counted(), answered_late(today), reason)

    def _outcome(self, found: Enquiries, today: datetime.date) -> Enquiries:
        """By what came of them in time; what is handed on in time is counted apart."""
        if self.first in _APART:
            return found.filter(_APART[self.first]())
        if not (self.first or self.promise):
            return found
        found = with_outcomes(found).filter(counted())
        first = {
            IN_TIME: in_first_time(today),
            LATE: late_at_first(today),
            REPLIED: Q(first_reply_on__isnull=False),
        }
        promise = {
            IN_TIME: promise_kept(today),
            LATE: promise_broken(today),
            PROMISED: promise_kept(today) | promise_broken(today),
        }
        return found.filter(first.get(self.first, Q()) & promise.get(self.promise, Q()))

    def _treated(self, found: Enquiries) -> Enquiries:
        """By the group and the office of the member on the day of receipt."""
        if self.group:
            found = of_group(found, self.group)
        return with_office(found).filter(Q(office=self.office)) if self.office else found

    def _said(self, found: Enquiries) -> Enquiries:
        """By what the member said of the reply last."""
        if not self.verdict:
            return found
        answers = {CONTENT: Q(is_content=True), NOT_CONTENT: Q(is_content=False)}
        return with_last_word(found).filter(answers.get(self.verdict, Q(is_content__isnull=False)))

    def query(self) -> str:
        """As it stands in an address."""
        return "&".join(f"{name}={_quoted(value)}" for name, value in self._in_use().items())

    @property
    def count(self) -> int:
        """How many filters are in use."""
        return len(self._in_use())

    def _in_use(self) -> dict[str, str]:
        return {name: value for name, value in vars(self).items() if value}

    def _in_state(self) -> Q:
        if self.state == OPEN_ONES:
            return Q(state__in=OPEN)
        return Q(state=self.state) if self.state else Q()

    def _with_owner(self, me: Person | None) -> Q:
        if self.owner == NOBODY:
            return Q(owner__isnull=True)
        if self.owner == MYSELF:
            return Q(owner=me)
        return Q(owner=self.owner) if self.owner else Q()

    def _where(self) -> Q:
        service = Q(service__isnull=True) if self.service == NOBODY else Q(service=self.service or None)
        directorate = (
            Q(team__isnull=True)
            if self.directorate == NOBODY
            else Q(team__directorate=self.directorate or None)
        )
        return (service if self.service else Q()) & (directorate if self.directorate else Q())

    def _due(self, day: Day) -> Q:
        still = Q(state__in=OPEN)
        return {
            OVERDUE: still & Q(owed_on__lt=day.today),
            TODAY: still & Q(owed_on=day.today),
            SOON_DUE: still & Q(owed_on__gte=day.today, owed_on__lte=day.soon),
            LATER: still & Q(owed_on__gt=day.soon),
            NO_DATE: without_figure(),
        }.get(self.due, Q())

    def _received_in(self) -> Q:
        """In a month («2026-04») or from a day to a day (`casework.rules.periods.Period.key`)."""
        if not self.received:
            return Q()
        period = Period.read(self.received)
        if period is None:
            year, month = (int(part) for part in self.received.split("-"))
            period = month_of(datetime.date(year, month, 1))
        return Q(received_on__range=(period.first, period.last))


def with_outcomes(enquiries: Enquiries) -> Enquiries:
    """With the day of the first full reply; the promise that it is held to stands in the row."""
    return enquiries.annotate(first_reply_on=FirstReplyOn())


def counted() -> Q:
    """What figures of time count: sent, with a date due; none withdrawn, merged, or handed on in time."""
    stays = Q(redirected_on__isnull=True) | Q(redirected_on__gt=F("due_on"))
    return ~Q(state__in=_NEVER_COUNTED) & Q(due_on__isnull=False) & stays


def moved_in_time() -> Q:
    """Handed on to another process by the first due date: counted apart, neither in time nor late.

    What was handed on after that date was late before, and stays so. Taken back, it counts as any other.
    Reopened after its outcome it may be merged or withdrawn, and then it is counted as that alone.
    """
    return ~Q(state__in=_NEVER_COUNTED) & Q(redirected_on__lte=F("due_on"))


def without_figure() -> Q:
    """Open, but neither the text nor the council says by when."""
    return Q(state__in=OPEN, owed_on__isnull=True)


def in_first_time(today: datetime.date) -> Q:
    """The full reply was sent on or before the first due date, or that date is not past."""
    return Q(first_reply_on__lte=F("due_on")) | Q(first_reply_on__isnull=True, due_on__gte=today)


def late_at_first(today: datetime.date) -> Q:
    """The full reply was sent after the first due date, or is not sent and the date is past."""
    return Q(first_reply_on__gt=F("due_on")) | Q(first_reply_on__isnull=True, due_on__lt=today)


def answered_late(today: datetime.date) -> Q:
    """The full reply was sent, and after the first due date."""
    return late_at_first(today) & Q(first_reply_on__isnull=False)


def newest_late(enquiries: Enquiries, most: int, *, today: datetime.date) -> Enquiries:
    """Those that were answered late, so many: the events of each are read for where it lay."""
    late = with_outcomes(enquiries).filter(counted(), answered_late(today))
    rows = late.order_by("-received_on", "-pk").only("stream", "received_on", "answered_on", "ended_on")
    return rows[:most]


def with_acknowledgement(enquiries: Enquiries) -> Enquiries:
    """With `acknowledged_on`, the day of the acknowledgement."""
    return enquiries.annotate(acknowledged_on=TruncDate("acknowledged_at"))


def acknowledgement_due() -> Q:
    """Counted in figures of time, and to be acknowledged by a day, because a term for it was set."""
    return counted() & Q(acknowledge_by__isnull=False)


def acknowledged_in_time(today: datetime.date) -> Q:
    """It was acknowledged by its day, or it is not and that day is not past."""
    kept = Q(acknowledged_on__lte=F("acknowledge_by"))
    return acknowledgement_due() & (kept | Q(acknowledged_on__isnull=True, acknowledge_by__gte=today))


def promise_kept(today: datetime.date) -> Q:
    """A holding reply promised a day, and the full reply was sent by then, or the day is not past.

    Of several promises the earliest day: another holding reply, or a date that was agreed, undoes no promise.
    """
    return Q(first_reply_on__lte=F("first_promised_on")) | Q(
        first_reply_on__isnull=True, first_promised_on__gte=today
    )


def promise_broken(today: datetime.date) -> Q:
    """A day that a holding reply promised passed without the full reply, while it was not handed on."""
    stays = Q(redirected_on__isnull=True) | Q(redirected_on__gt=F("first_promised_on"))
    return stays & (
        Q(first_reply_on__gt=F("first_promised_on"))
        | Q(first_reply_on__isnull=True, first_promised_on__lt=today)
    )


def undated() -> Q:
    """Sent, and without a first due date: counted apart, neither in time nor late."""
    return ~Q(state__in=_NEVER_COUNTED) & Q(due_on__isnull=True)


_ACKNOWLEDGED: Mapping[str, Callable[[datetime.date], Q]] = {
    IN_TIME: acknowledged_in_time,
    COUNTED: lambda today: acknowledgement_due(),
}
_APART = {MOVED: moved_in_time, UNDATED: undated}
