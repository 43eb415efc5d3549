"""Which notices a meeting needs, by when each is published, and by which exception it may come later."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from access_rules.rules.meeting_law import (
    ELITESTONE,
    Regime,
    act_1960,
    act_1972,
    regime_of,
    regulation,
)
from council.rules import BodyType
from rulebook.access.duties import Overtaken
from rulebook.bank_holidays import Calendars
from rulebook.citation import Citation
from rulebook.duty import Duty
from rulebook.local_term import LocalTerm
from rulebook.period import Calendar, CalendarDays, ClearDays, Period, ReceiptLine
from rulebook.protocol import Protocol
from rulebook.wording import gettext_noop


class NoticeKind(StrEnum):
    """The notices that the law wants published ahead of a meeting."""

    AGENDA = "agenda"
    KEY_DECISION = "key-decision"
    PRIVATE_MEETING = "private-meeting"
    PRIVATE_MEETING_SECOND = "private-meeting-second"


@dataclass(frozen=True)
class LateGround:
    """An exception for a notice that comes late: what it needs, and how many clear days must be left."""

    key: str
    says: str
    cites: tuple[Citation, ...]
    at_least: ClearDays | None = None


SHORTER_NOTICE = LateGround(
    "shorter-notice",
    gettext_noop("The meeting was called, or the item added, with less time than that"),
    (act_1972("100B(3)"),),
)
URGENT_ITEM = LateGround(
    "urgent-item",
    gettext_noop("Special circumstances: the chair is of the opinion that it is urgent, as the minutes say"),
    (act_1972("100B(4)(b)"),),
)
EXECUTIVE_SHORTER_NOTICE = LateGround("executive-shorter-notice", SHORTER_NOTICE.says, (regulation("7(3)"),))
PARISH_SHORTER_NOTICE = LateGround(
    "parish-shorter-notice",
    gettext_noop("The meeting was called with less time than that"),
    (act_1960("1(4)(a)"),),
)
GENERAL_EXCEPTION = LateGround(
    "general-exception",
    gettext_noop(
        "General exception: the chair of scrutiny was told in writing, and five clear days are left"
    ),
    (regulation("10"),),
    ClearDays(5),
)
SPECIAL_URGENCY = LateGround(
    "special-urgency",
    gettext_noop("Special urgency: the chair of scrutiny agreed that the decision cannot wait"),
    (regulation("11"),),
)
URGENT_PRIVATE = LateGround(
    "urgent-private-meeting",
    gettext_noop("Urgent private meeting: the chair of scrutiny agreed that it cannot wait"),
    (regulation("5(6)"),),
)
GROUNDS = {
    ground.key: ground
    for ground in (
        SHORTER_NOTICE,
        URGENT_ITEM,
        EXECUTIVE_SHORTER_NOTICE,
        PARISH_SHORTER_NOTICE,
        GENERAL_EXCEPTION,
        SPECIAL_URGENCY,
        URGENT_PRIVATE,
    )
}


@dataclass(frozen=True)
class NoticeLaw:
    """The law of one kind of notice: how long before, where that stands, and which exceptions there are.

    `is_unsettled`: whether closed days count is not settled; the council may say that they do not.
    """

    period: ClearDays
    cites: tuple[Citation, ...]
    grounds: tuple[LateGround, ...]
    is_unsettled: bool = False


# SI 2012/2089 regs 5(2) and 9(2): councils publish by the calendar; the monitoring officer may set otherwise.
_LONG = ClearDays(28, every_day=True)
NOTICES: Mapping[Regime, Mapping[NoticeKind, NoticeLaw]] = {
    Regime.COUNCIL: {
        NoticeKind.AGENDA: NoticeLaw(
            ClearDays(5),
            (act_1972("100A(6)(a)"), act_1972("100B(3)"), ELITESTONE),
            (URGENT_ITEM, SHORTER_NOTICE),
        ),
    },
    Regime.EXECUTIVE: {
        NoticeKind.AGENDA: NoticeLaw(
            ClearDays(5), (regulation("6"), regulation("7(3)"), ELITESTONE), (EXECUTIVE_SHORTER_NOTICE,)
        ),
        NoticeKind.KEY_DECISION: NoticeLaw(
            _LONG, (regulation("9(2)"),), (GENERAL_EXCEPTION, SPECIAL_URGENCY), is_unsettled=True
        ),
        NoticeKind.PRIVATE_MEETING: NoticeLaw(
            _LONG, (regulation("5(2)"),), (URGENT_PRIVATE,), is_unsettled=True
        ),
        NoticeKind.PRIVATE_MEETING_SECOND: NoticeLaw(
            ClearDays(5), (regulation("5(4)"), regulation("5(5)"), ELITESTONE), (URGENT_PRIVATE,)
        ),
    },
    Regime.PARISH: {
        NoticeKind.AGENDA: NoticeLaw(ClearDays(3), (act_1960("1(4)(a)"),), (PARISH_SHORTER_NOTICE,)),
    },
}


@dataclass(frozen=True)
class ItemFacts:
    """What the law asks of an item that was not withdrawn; `key` is what the caller knows it by."""

    key: int
    is_private: bool = False
    is_key_decision: bool = False
    added_on: date | None = None


@dataclass(frozen=True)
class MeetingFacts:
    """What the law asks of a meeting: body, day, day of its call, whether it is private, items."""

    text: Protocol
    body: BodyType
    on: date
    called_on: date
    is_private: bool = False
    items: tuple[ItemFacts, ...] = ()

    @property
    def regime(self) -> Regime:
        """The law that its meetings follow."""
        return regime_of(self.text, self.body)

    @property
    def closes_to_public(self) -> bool:
        """Whether it, or a part of it, is held in private (SI 2012/2089 reg 2: part of a meeting is one)."""
        return self.is_private or any(item.is_private for item in self.items)


@dataclass(frozen=True)
class NoticeDue:
    """One notice that a meeting needs: its last day with the arithmetic, and where that stands.

    `counted` is the last day by the count alone; a meeting that is called later, or an item that is added
    later, has its notice at once (`at_once`), so that `by` is that later day. `key` is the item’s, if any.
    """

    kind: NoticeKind
    by: date
    counted: date
    last_working_day: date
    period: ClearDays
    lines: tuple[ReceiptLine, ...]
    cites: tuple[Citation, ...]
    grounds: tuple[LateGround, ...]
    at_once: bool = False
    key: int | None = None
    note: str = ""

    def is_late(self, published_on: date) -> bool:
        """Whether a notice of that day came after the last one."""
        return published_on > self.by


def clear_days_of(term: LocalTerm) -> ClearDays:
    """The council’s own way to count a notice: in calendar days, or in clear days without closed ones."""
    period: Period = term.as_period()
    return ClearDays(period.n, every_day=isinstance(period, CalendarDays))


def counted_by(
    law: NoticeLaw, meeting: date, calendar: Calendar, term: LocalTerm | None
) -> tuple[date, ClearDays, tuple[Citation, ...]]:
    """The last day for the notice, the period that gives it, and its sources.

    A term of the council lengthens an unsettled period and never shortens it: the earlier day stands.
    """
    by = law.period.notice_by(meeting, calendar)
    if law.is_unsettled and term is not None:
        own = clear_days_of(term)
        if own.notice_by(meeting, calendar) < by:
            return own.notice_by(meeting, calendar), own, (*law.cites, term.citation)
    return by, law.period, law.cites


def notices_due(
    meeting: MeetingFacts, *, calendars: Calendars, term: LocalTerm | None = None
) -> tuple[NoticeDue, ...]:
    """Every notice that the meeting needs, in the order of their last days. `term` is the council’s own."""
    found = [_due(kind, meeting, calendars.protocol, term, item) for kind, item in _needed(meeting)]
    return tuple(sorted(found, key=lambda due: (due.by, list(NoticeKind).index(due.kind), due.key or 0)))


def _needed(meeting: MeetingFacts) -> Iterable[tuple[NoticeKind, ItemFacts | None]]:
    law = NOTICES[meeting.regime]
    yield NoticeKind.AGENDA, None
    for item in meeting.items:
        if item.added_on is not None:
            yield NoticeKind.AGENDA, item
        if item.is_key_decision and NoticeKind.KEY_DECISION in law:
            yield NoticeKind.KEY_DECISION, item
    if meeting.closes_to_public and NoticeKind.PRIVATE_MEETING in law:
        yield NoticeKind.PRIVATE_MEETING, None
        yield NoticeKind.PRIVATE_MEETING_SECOND, None


def _due(
    kind: NoticeKind,
    meeting: MeetingFacts,
    calendar: Calendar,
    term: LocalTerm | None,
    item: ItemFacts | None,
) -> NoticeDue:
    law = NOTICES[meeting.regime][kind]
    counted, period, cites = counted_by(law, meeting.on, calendar, term)
    by = counted
    if kind is NoticeKind.AGENDA:
        by = max(counted, meeting.called_on, item.added_on if item and item.added_on else meeting.called_on)
    of_text = meeting.text.cite(Duty.GIVE_NOTICE) if kind is NoticeKind.KEY_DECISION else ()
    is_overtaken = bool(of_text) and Overtaken.KEY_DECISIONS in meeting.text.access.overtaken
    return NoticeDue(
        kind=kind,
        by=by,
        counted=counted,
        last_working_day=by if by != counted else calendar.last_working_day_on_or_before(by),
        period=period,
        lines=period.notice_receipt(meeting.on, calendar),
        cites=(*of_text, *cites),
        grounds=law.grounds,
        at_once=by > counted,
        key=item.key if item else None,
        note=Overtaken.KEY_DECISIONS.says if is_overtaken else "",
    )


def why_ground_fails(
    ground: LateGround, *, published_on: date, meeting: date, calendar: Calendar
) -> date | None:
    """The last day on which the exception could be used, where that is over; None where it can be."""
    if ground.at_least is None:
        return None
    last = ground.at_least.notice_by(meeting, calendar)
    return last if published_on > last else None
