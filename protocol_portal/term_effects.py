"""What a local term does, in sentences: the day on which it turns, and the dates on both sides of it.

A target moves no date: of it is said from which month on figures are held against which share.
"""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from access_rules.clock import OWN_PROMISE
from access_rules.clock import TERMS_FOR as TERMS_OF_ACCESS
from briefings.clock import OWN_PROMISES as PROMISES_OF_BRIEFINGS
from briefings.clock import TERMS_FOR as TERMS_OF_BRIEFINGS
from casework.rules.periods import month_of
from casework.wording import amount, days, long_date
from complaints.clock import OWN_PROMISES as PROMISES_OF_COMPLAINTS
from complaints.clock import TERMS_FOR as TERMS_OF_COMPLAINTS
from complaints.clock import TERMS_OF_KEEPING
from council.queries import Standing
from enquiries.clock import TERMS_FOR as TERMS_OF_ENQUIRIES
from enquiries.clock import Clock
from enquiries.queries import still_open, visible_to
from protocol_portal.scenario_changes import undated
from protocol_portal.term_wordings import WORDINGS
from rulebook.bank_holidays import Calendars
from rulebook.duty import Duty
from rulebook.local_term import SHARES, LocalTerm, term_in_force
from rulebook.period import CalendarDays

ONE_DAY = datetime.timedelta(days=1)
# Of every counter, in the order in which the form offers them.
TERMS_FOR = (
    *TERMS_OF_ENQUIRIES,
    Duty.ANSWER_IN_TIME,
    *TERMS_OF_ACCESS,
    *TERMS_OF_COMPLAINTS,
    *TERMS_OF_BRIEFINGS,
)
# What the portal promises by itself where no term sets a time.
_OWN_PROMISES = {Duty.OPEN_DOCUMENT: OWN_PROMISE, **PROMISES_OF_COMPLAINTS, **PROMISES_OF_BRIEFINGS}


@dataclass(frozen=True)
class Turn:
    """The first day on which it is otherwise; the terms of the day before, of that day, and in comparison."""

    on: datetime.date
    before: tuple[LocalTerm, ...]
    after: tuple[LocalTerm, ...]
    other: tuple[LocalTerm, ...]
    ends: bool


@dataclass(frozen=True)
class Effect:
    """What the term does to whatever happens on the day; how it would be on the other side; what to know."""

    says: str
    otherwise: str
    notes: tuple[str, ...]
    changes: bool


def beginning(term: LocalTerm, others: Iterable[LocalTerm]) -> Turn:
    """The turn that a new term makes; `others` are all that are set already."""
    others = tuple(others)
    on = term.from_on
    rest = tuple(one for one in _in_force(others, on) if one.duty is not term.duty)
    return Turn(on, _in_force(others, on - ONE_DAY), (*rest, term), rest, ends=False)


def ending(term: LocalTerm, last_day: datetime.date, terms: Iterable[LocalTerm]) -> Turn:
    """The turn that an end makes, the day after the last; `terms` are all that are set, this one too."""
    terms = tuple(terms)
    on = last_day + ONE_DAY
    others = tuple(one for one in terms if one != term)
    before, after = (*_in_force(others, last_day), term), _in_force(others, on)
    return Turn(on, before, after, before, ends=True)


def effect(duty: Duty, turn: Turn, *, text: str, calendars: Calendars, today: datetime.date) -> Effect:
    """What the turn does for the duty, on the first day that is still to come: today, or the turn's own."""
    if duty not in TERMS_FOR:
        sentence = gettext("The portal keeps this term on record and works no date out by it.")
        return Effect(sentence, "", (), changes=False)
    if duty in SHARES:
        return _effect_of_target(duty, turn, today=today)
    day = max(today, turn.on)
    when = gettext("today") if day == today else gettext("on %(day)s") % {"day": long_date(day)}
    found = _date(duty, turn.after, day, text=text, calendars=calendars)
    other = _date(duty, turn.other, day, text=text, calendars=calendars)
    words = WORDINGS[duty]
    first = words.dated if found else words.open
    beside = words.without_dated if other else words.without_open
    if turn.ends:
        beside = words.with_dated
    return Effect(
        says=str(first) % {"when": when, **(found or {})},
        otherwise=str(beside) % (other or {}),
        notes=_notes(duty, turn, today=today),
        changes=found != other,
    )


def _effect_of_target(duty: Duty, turn: Turn, *, today: datetime.date) -> Effect:
    """A month is held against the target of its first day; of months that are over a note tells."""
    first = turn.on if turn.on.day == 1 else month_of(turn.on).last + ONE_DAY
    term, other = (term_in_force(terms, duty, turn.on) for terms in (turn.after, turn.other))
    month = date_format(first, "F Y")
    if term is None:
        says = gettext("From %(month)s on figures show no target.") % {"month": month}
    elif term.to_on and term.to_on < first:
        says = gettext("No month begins while the term holds, so that figures show nothing of it.")
        return Effect(says, "", _notes(duty, turn, today=today), changes=False)
    else:
        says = gettext("From %(month)s on figures hold what was answered in time against %(share)s.")
        says %= {"month": month, "share": amount(term.value, term.unit)}
    beside = gettext("Without the term no target would be shown.")
    if other is not None:
        beside = gettext("With the term it would be %(share)s.") % {"share": amount(other.value, other.unit)}
    return Effect(says, beside, _notes(duty, turn, today=today), changes=True)


def _length(number: int, unit: str) -> str:
    return days(number, "calendar days" if unit == CalendarDays.unit else unit)


def _in_force(terms: Iterable[LocalTerm], on: datetime.date) -> tuple[LocalTerm, ...]:
    return tuple(term for term in terms if term.is_in_force(on))


def _date(
    duty: Duty, terms: tuple[LocalTerm, ...], day: datetime.date, *, text: str, calendars: Calendars
) -> dict[str, str] | None:
    """The date that the clock gives under these terms, and the length that it counted."""
    if duty in (*TERMS_OF_ACCESS, *TERMS_OF_COMPLAINTS, *TERMS_OF_BRIEFINGS):
        return _date_of_term(duty, terms, day, calendars)
    clock = Clock(calendars, undated(terms))
    asked: dict[Duty, Callable[[str, datetime.date], datetime.date | None]] = {
        Duty.ACKNOWLEDGE: clock.acknowledged_by,
        Duty.ASK_MEMBER: clock.answer_of_member,
        Duty.REPLY: clock.first_deadline,
        Duty.REOPEN: clock.reply_after_reopening,
        Duty.CLOSE: clock.closes_by_itself,
    }
    due = asked[duty](text, day)
    limit = clock.limit(duty, text=text, on=day)
    if limit is None and duty is Duty.REOPEN:
        limit = clock.limit(Duty.REPLY, text=text, on=day)
    if due is None or limit is None:
        return None
    return {"due": long_date(due), "length": _length(limit.period.n, limit.period.unit)}


def _date_of_term(
    duty: Duty, terms: tuple[LocalTerm, ...], day: datetime.date, calendars: Calendars
) -> dict[str, str] | None:
    """The date by the term alone, as no text gives a time; else the portal’s own promise."""
    term = term_in_force(terms, duty, day)
    period = term.as_period() if term else _OWN_PROMISES.get(duty)
    if period is None:
        return None
    return {
        "due": long_date(period.due(day, calendars.protocol)),
        "length": _length(period.n, period.unit),
    }


def _notes(duty: Duty, turn: Turn, *, today: datetime.date) -> tuple[str, ...]:
    notes = []
    before = term_in_force(turn.before, duty, turn.on - ONE_DAY)
    if turn.ends:
        return ()
    if turn.on > today:
        notes.append(
            gettext("The term begins on %(day)s. Until then it changes nothing.")
            % {"day": long_date(turn.on)}
        )
    if turn.on < today:
        notes.append(
            gettext(
                "The term begins in the past: figures of the months since are held against it, too. Reports "
                "that were made stay as they are."
            )
            if duty in SHARES
            else gettext(
                "The term begins in the past. It holds for what is entered from now on, such as a letter "
                "received on or after %(day)s; cases that are open already are not under it."
            )
            % {"day": long_date(turn.on)}
        )
    if before:
        notes.append(
            gettext("Until %(day)s it is %(length)s (%(paragraph)s).")
            % {
                "day": long_date(turn.on - ONE_DAY),
                "length": amount(before.value, before.unit),
                "paragraph": before.paragraph,
            }
        )
    return tuple(notes)


# What becomes of those that are past the point at which their date was worked out.
_KEPT = {
    Duty.ANSWER_IN_TIME: _("A target moves no date of any enquiry."),
    Duty.ACKNOWLEDGE: _("Enquiries that were sent already keep the date that they have for this, or none."),
    Duty.ASK_MEMBER: _("Questions that were put already keep the date that they have, or none."),
    Duty.ASK_MONITORING_OFFICER: _("Questions asked already keep the date that they have, or none."),
    Duty.OPEN_DOCUMENT: _("Requests that were made already keep the date that they have."),
    Duty.SETTLE_INFORMALLY: _("Attempts that were made already keep the date that they have."),
    Duty.ACKNOWLEDGE_COMPLAINT: _("Complaints that were received already keep the date that they have."),
    Duty.PREPARE_BRIEFING: _("What was agreed or taken up already keeps the date that it has."),
    Duty.SHARE_BRIEFING: _("Offers that were made to groups already keep the date that they have."),
    Duty.TELL_OUTCOME: _(
        "Whoever complains keeps the day that was promised to them; the next is set by the new term."
    ),
    **dict.fromkeys(
        TERMS_OF_KEEPING,
        _("What ended, was noted or was handed on already keeps the last day that it has."),
    ),
    Duty.CLOSE: _("Enquiries that are answered already keep the day on which they close."),
    Duty.REOPEN: _("Enquiries that were reopened already keep their dates."),
}


def open_cases(duty: Duty, who: Standing) -> tuple[str, ...]:
    """What becomes of enquiries that are on their way, in sentences."""
    if duty in _KEPT:
        return (str(_KEPT[duty]),)
    if duty is not Duty.REPLY:
        return ()
    mine = still_open(visible_to(who))
    number, bare = mine.count(), mine.filter(due_on__isnull=True).count()
    kept = ngettext(
        "%(number)d open enquiry that you may see keeps its date, "
        "because a case keeps the terms that it was opened under.",
        "%(number)d open enquiries that you may see keep their dates, "
        "because a case keeps the terms that it was opened under.",
        number - bare,
    ) % {"number": number - bare}
    if not bare:
        return (kept,)
    without = ngettext(
        "%(number)d has no date, because no number of days held when it was sent, and gets none.",
        "%(number)d have no date, because no number of days held when they were sent, and get none.",
        bare,
    ) % {"number": bare}
    return (kept, without)
