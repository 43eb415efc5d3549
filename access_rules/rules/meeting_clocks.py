"""When the papers of a meeting open to the public and to members, and when that ends."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from access_rules.rules.meeting_law import Regime, act_1960, act_1972, regulation
from access_rules.rules.meeting_notices import NOTICES, MeetingFacts, NoticeKind
from rulebook.access.rights import Inspection as Written
from rulebook.bank_holidays import Calendars
from rulebook.calendar import ONE_DAY
from rulebook.citation import Citation
from rulebook.period import CalendarDays, ReceiptLine
from rulebook.wording import gettext_noop

# SI 2012/2089 reg 16(4): when a private meeting has ended its papers open at once, and at the latest then.
AT_LATEST = timedelta(hours=24)
# The portal's own limit: then democratic services are asked for minutes that nobody has entered.
MINUTES_WITHIN = CalendarDays(10)


class Paper(StrEnum):
    """What of a meeting is open, or not."""

    REPORTS = "reports"
    BACKGROUND = "background"
    MINUTES = "minutes"
    RECORD = "record"
    BUSINESS = "business"
    PRIVATE = "private"

    @property
    def label(self) -> str:
        """Its name in plain English."""
        return PAPERS[self]


PAPERS = {
    Paper.REPORTS: gettext_noop("Agenda and open reports"),
    Paper.BACKGROUND: gettext_noop("Background papers listed in a report"),
    Paper.MINUTES: gettext_noop("Minutes"),
    Paper.RECORD: gettext_noop("Record of the decisions"),
    Paper.BUSINESS: gettext_noop("Papers on business to be taken"),
    Paper.PRIVATE: gettext_noop("Papers of business taken in private"),
}


class Reader(StrEnum):
    """To whom it is open."""

    PUBLIC = "public"
    ELECTORS = "electors"
    MEMBERS = "members"

    @property
    def label(self) -> str:
        """Who that is."""
        return READERS[self]


READERS = {
    Reader.PUBLIC: gettext_noop("Everybody"),
    Reader.ELECTORS: gettext_noop("Electors of the parish"),
    Reader.MEMBERS: gettext_noop("Members"),
}


class Begins(StrEnum):
    """What opens it."""

    CLEAR_DAYS_BEFORE = "clear-days-before"
    HELD = "held"
    MADE = "made"
    CONCLUSION = "conclusion"


class Ends(StrEnum):
    """What ends it; a number of years counts from the meeting."""

    CONCLUSION = "conclusion"
    YEARS = "years"
    NEVER = "never"


@dataclass(frozen=True)
class Opening:
    """The law of one kind of paper for one kind of reader. `written` is where a text may say the same."""

    paper: Paper
    reader: Reader
    begins: Begins
    ends: Ends
    cites: tuple[Citation, ...]
    years: int = 0
    written: tuple[Written, ...] = ()


_OF_BUSINESS = (Written.HELD_OR_CONTROLLED, Written.HELD_THEN, Written.BEFORE_ONLY)
OPENINGS: Mapping[Regime, tuple[Opening, ...]] = {
    Regime.COUNCIL: (
        Opening(
            Paper.REPORTS,
            Reader.PUBLIC,
            Begins.CLEAR_DAYS_BEFORE,
            Ends.YEARS,
            (act_1972("100B(3)"), act_1972("100C(1)")),
            years=6,
        ),
        Opening(
            Paper.BACKGROUND,
            Reader.PUBLIC,
            Begins.CLEAR_DAYS_BEFORE,
            Ends.YEARS,
            (act_1972("100D(2)"),),
            years=4,
        ),
        Opening(Paper.MINUTES, Reader.PUBLIC, Begins.MADE, Ends.YEARS, (act_1972("100C(1)"),), years=6),
        Opening(
            Paper.BUSINESS,
            Reader.MEMBERS,
            Begins.HELD,
            Ends.CONCLUSION,
            (act_1972("100F(1)"),),
            written=_OF_BUSINESS,
        ),
    ),
    Regime.EXECUTIVE: (
        Opening(
            Paper.REPORTS,
            Reader.PUBLIC,
            Begins.CLEAR_DAYS_BEFORE,
            Ends.YEARS,
            (regulation("7(3)"), regulation("21(6)")),
            years=6,
        ),
        Opening(
            Paper.BACKGROUND,
            Reader.PUBLIC,
            Begins.CLEAR_DAYS_BEFORE,
            Ends.YEARS,
            (regulation("15"), regulation("21(7)")),
            years=4,
        ),
        Opening(
            Paper.RECORD,
            Reader.PUBLIC,
            Begins.MADE,
            Ends.YEARS,
            (regulation("14(1)(a)"), regulation("21(6)")),
            years=6,
        ),
        Opening(
            Paper.BUSINESS,
            Reader.MEMBERS,
            Begins.CLEAR_DAYS_BEFORE,
            Ends.CONCLUSION,
            (regulation("16(1)"), regulation("16(2)")),
            written=(Written.EXECUTIVE_ALIKE,),
        ),
        Opening(
            Paper.PRIVATE,
            Reader.MEMBERS,
            Begins.CONCLUSION,
            Ends.NEVER,
            (regulation("16(3)"), regulation("16(4)")),
            written=(Written.PRIVATE_MEETINGS,),
        ),
    ),
    Regime.PARISH: (
        Opening(
            Paper.BUSINESS,
            Reader.MEMBERS,
            Begins.HELD,
            Ends.CONCLUSION,
            (),
            written=_OF_BUSINESS,
        ),
        Opening(Paper.MINUTES, Reader.ELECTORS, Begins.MADE, Ends.NEVER, (act_1972("228(1)"),)),
        Opening(
            Paper.REPORTS,
            Reader.PUBLIC,
            Begins.CLEAR_DAYS_BEFORE,
            Ends.CONCLUSION,
            (act_1960("1(4)(a)"),),
        ),
    ),
}


@dataclass(frozen=True)
class Inspection:
    """When one kind of paper opens to one kind of reader, and when that ends, with the arithmetic.

    `opens_on` and `until_on` are days, both included; `opens_at` and `ended_at` moments that are known only
    once the meeting has concluded; `at_latest` is the end of the time that the law allows for opening it.
    """

    opening: Opening
    begins: Begins
    cites: tuple[Citation, ...]
    opens_on: date | None = None
    opens_at: datetime | None = None
    at_latest: datetime | None = None
    until_on: date | None = None
    ended_at: datetime | None = None
    lines: tuple[ReceiptLine, ...] = ()


def inspections(
    meeting: MeetingFacts, *, calendars: Calendars, concluded_at: datetime | None = None
) -> tuple[Inspection, ...]:
    """What of the meeting is open to whom, and when (LGA 1972 ss100B to 100F; SI 2012/2089 regs 7 to 21)."""
    return tuple(
        _inspection(opening, meeting, calendars, concluded_at)
        for opening in OPENINGS[meeting.regime]
        if _applies(opening, meeting)
    )


def _applies(opening: Opening, meeting: MeetingFacts) -> bool:
    """Before a meeting that is all private reg 16(1) opens nothing; after an open one reg 16(3) nothing.

    Both speak of meetings of the executive alone.
    """
    if opening.paper is Paper.PRIVATE:
        return meeting.closes_to_public
    return not (_is_private_executive(meeting) and opening.paper is Paper.BUSINESS)


def _is_private_executive(meeting: MeetingFacts) -> bool:
    return meeting.is_private and meeting.regime is Regime.EXECUTIVE


def _inspection(
    opening: Opening, meeting: MeetingFacts, calendars: Calendars, concluded_at: datetime | None
) -> Inspection:
    period = NOTICES[meeting.regime][NoticeKind.AGENDA].period
    begins, law = opening.begins, opening.cites
    if begins is Begins.CLEAR_DAYS_BEFORE and _is_private_executive(meeting):
        # Reg 7 opens papers of public meetings; those of a private one open with the record (reg 14).
        begins, law = Begins.MADE, (regulation("14"), *opening.cites[1:])
    before = begins is Begins.CLEAR_DAYS_BEFORE
    after = begins is Begins.CONCLUSION and concluded_at is not None
    ends = opening.ends is Ends.CONCLUSION
    return Inspection(
        opening=opening,
        begins=begins,
        cites=(*_written(opening, meeting), *law),
        opens_on=opens_on(meeting, calendars=calendars) if before else None,
        opens_at=concluded_at if after else None,
        at_latest=concluded_at + AT_LATEST if after and concluded_at else None,
        until_on=last_day_of(meeting.on, years=opening.years) if opening.years else None,
        ended_at=concluded_at if ends else None,
        lines=period.notice_receipt(meeting.on, calendars.protocol) if before else (),
    )


def _written(opening: Opening, meeting: MeetingFacts) -> tuple[Citation, ...]:
    """The paragraphs in which the text writes the same right out, each once."""
    said = meeting.text.access.inspection
    found = [cite for right in opening.written for cite in said.get(right, ())]
    return tuple(dict.fromkeys(found))


def opens_on(meeting: MeetingFacts, *, calendars: Calendars, added_on: date | None = None) -> date:
    """The day on which agenda and reports open at the latest: so many clear days before the meeting.

    A meeting called at shorter notice opens them when it is called, an item added later when it is added
    (LGA 1972 s100B(3), SI 2012/2089 reg 7(3)); and never before members have them.
    """
    counted = NOTICES[meeting.regime][NoticeKind.AGENDA].period.notice_by(meeting.on, calendars.protocol)
    return max(counted, meeting.called_on, added_on or meeting.called_on)


def last_day_of(begins: date, *, years: int) -> date:
    """The last of so many years that begin with that day: the day before the same day so many years later."""
    try:
        return begins.replace(year=begins.year + years) - ONE_DAY
    except ValueError:
        # A 29 February has no same day in most years; the years then end with that February.
        return date(begins.year + years, 3, 1) - ONE_DAY


def minutes_due(concluded_on: date) -> date:
    """The last day on which nobody asks where the minutes are."""
    return concluded_on + timedelta(days=MINUTES_WITHIN.n)
