"""What a case page shows beside the words: the clock, what has happened, who can see the case."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from casework.events import Audience
from casework.models import CaseEvent
from casework.rules import RUNGS, Told, rung_day
from casework.wording import date_time, days, long_date
from council.queries import protocol_in_force
from enquiries.clock import Clock
from enquiries.models import Enquiry
from enquiries.queries import Beside, beside, told_when_late
from enquiries.screens.rows import is_agreed, is_overdue, status_of, tile_of
from enquiries.states import OPEN, State

STAFF_READS = frozenset({Audience.EVERYBODY, Audience.STAFF, Audience.HANDLERS})
_MOST_BARS = 31


@dataclass(frozen=True)
class Fact:
    """One line beside the clock."""

    term: str
    text: str
    tag_colour: str = ""
    change_url: str = ""
    change_text: str = ""
    change_what: str = ""


@dataclass(frozen=True)
class ClockPanel:
    """What components/clock_panel.html shows."""

    headline: str
    colour: str
    lead: str
    date: str
    line: str
    days: tuple[bool, ...]
    bar_label: str
    receipt_url: str
    facts: tuple[Fact, ...]


def clock_panel(
    enquiry: Enquiry,
    *,
    clock: Clock,
    today: datetime.date,
    may_change: bool,
    may_correct: bool,
    known: Beside | None = None,
) -> ClockPanel:
    """The clock of a case for staff; `may_change` and `may_correct` open the links beside their facts.

    `known` is what stands beside it, where the page has read that already.
    """
    known = known or beside(enquiry, on=today)
    tile = tile_of(enquiry, clock=clock, today=today)
    passed, bar_label = _bar(enquiry, clock=clock, today=today)
    return ClockPanel(
        headline=f"{tile.number} {tile.label}".strip() if tile else _ended(enquiry),
        colour=tile.colour if tile else "grey",
        lead=_lead(enquiry, today=today),
        date=long_date(enquiry.owed_on) if enquiry.owed_on and enquiry.state in OPEN else "",
        line=_line(enquiry, clock=clock),
        days=passed,
        bar_label=bar_label,
        receipt_url=_receipt_url(enquiry),
        facts=tuple(_facts(enquiry, clock, today, known, may_change=may_change, may_correct=may_correct)),
    )


def _receipt_url(enquiry: Enquiry) -> str:
    """Where the date is worked out; the panel of what is handled elsewhere has the link for a date there."""
    if enquiry.due_on is None or enquiry.state == State.REDIRECTED:
        return ""
    return reverse("enquiry-receipt", args=[enquiry.reference])


def _ended(enquiry: Enquiry) -> str:
    if enquiry.state in OPEN:
        return _("No date set")
    return _(enquiry.face.staff)


def _lead(enquiry: Enquiry, *, today: datetime.date) -> str:
    if is_agreed(enquiry):
        return _("Another date was agreed:")
    if enquiry.state == State.REDIRECTED:
        late = is_overdue(enquiry, today=today)
        return _("An answer was expected there by") if late else _("An answer is expected there by")
    if enquiry.promised_on and enquiry.owed_on == enquiry.promised_on:
        return _("The full reply is promised by")
    return _("Reply was due on") if is_overdue(enquiry, today=today) else _("Reply due")


def _line(enquiry: Enquiry, *, clock: Clock) -> str:
    if enquiry.state not in OPEN:
        return (
            _("Answered on %(day)s.") % {"day": long_date(enquiry.answered_on)} if enquiry.answered_on else ""
        )
    if enquiry.state == State.REDIRECTED and enquiry.due_on is None:
        return ""
    if enquiry.owed_on is None or enquiry.due_on is None:
        return _("The protocol gives no number of days for a reply, and the council has set none.")
    if enquiry.state == State.REDIRECTED or enquiry.owed_on != enquiry.due_on:
        return _("It was first due %(day)s.") % {"day": long_date(enquiry.due_on)}
    before = clock.calendar.last_working_day_on_or_before(enquiry.owed_on)
    if before != enquiry.owed_on:
        return _("The last working day before it: %(day)s.") % {"day": long_date(before)}
    return ""


def _bar(enquiry: Enquiry, *, clock: Clock, today: datetime.date) -> tuple[tuple[bool, ...], str]:
    """One mark for each day of the first limit, and the words for it; none once the case is ended."""
    runs_here = enquiry.state in OPEN and enquiry.state != State.REDIRECTED
    receipt = clock.receipt(enquiry) if runs_here else None
    if receipt is None:
        return (), ""
    days_counted = [line.on for line in receipt.lines if line.counted]
    gone = sum(day <= today for day in days_counted)
    label = _("Day %(gone)d of %(all)d") % {"gone": gone, "all": len(days_counted)}
    if today > receipt.due_on:
        label = _("All %(all)s have passed") % {
            "all": days(len(days_counted), clock.unit(enquiry, today=today))
        }
    if len(days_counted) > _MOST_BARS:
        return (), label
    return tuple(place < gone for place in range(len(days_counted))), label


def _facts(
    enquiry: Enquiry,
    clock: Clock,
    today: datetime.date,
    known: Beside,
    *,
    may_change: bool,
    may_correct: bool,
) -> Iterator[Fact]:
    status, colour = status_of(enquiry, today=today, for_staff=True)
    yield Fact(_("Status"), status, tag_colour=colour)
    change = reverse("enquiry-allocate", args=[enquiry.reference]) if may_change else ""
    words = _("Change") if enquiry.owner else _("Choose")
    yield Fact(_("Owner"), _owner(enquiry, known), "", change, words, _("owner"))
    correct = reverse("enquiry-correct", args=[enquiry.reference]) if may_correct else ""
    if enquiry.received_on:
        received = long_date(enquiry.received_on)
        yield Fact(_("Received"), received, "", correct, _("Correct"), _("day received"))
    if enquiry.acknowledged_at:
        yield Fact(_("Acknowledged"), long_date(timezone.localdate(enquiry.acknowledged_at)))
    told = _told_if_late(enquiry, clock, today, known)
    if told:
        yield Fact(_("If it is late"), told)


def _owner(enquiry: Enquiry, known: Beside) -> str:
    if enquiry.owner is None:
        if enquiry.addressee:
            return _("No owner yet. Addressed to %(name)s") % {"name": enquiry.addressee.name}
        return _("No owner yet")
    job = known.jobs.get(enquiry.owner.pk)
    return f"{enquiry.owner.name}, {job}" if job else enquiry.owner.name


def _told_if_late(enquiry: Enquiry, clock: Clock, today: datetime.date, known: Beside) -> str:
    """Who hears of it and when, once the date owed is past: the ladder's own words."""
    if enquiry.state not in OPEN or enquiry.owed_on is None:
        return ""
    rung = next(rung for rung in RUNGS if Told.EXECUTIVE_DIRECTOR in rung.told)
    on = rung_day(rung, enquiry.owed_on, clock.calendar)
    whom, verb = _told(enquiry, today, known), _("is told on") if on >= today else _("was to be told on")
    return f"{whom} {verb} {long_date(on)}" if whom else ""


def _told(enquiry: Enquiry, today: datetime.date, known: Beside) -> str:
    """The directorate's director, as the text titles the post; the monitoring officer of a confidential case.

    Empty where nobody holds the post: no letter goes out, so none is promised.
    """
    found = told_when_late(enquiry, on=today, offices=known.offices)
    if found is None:
        return ""
    post, holder = found
    title = protocol_in_force().title_of(post)
    return _("%(name)s, %(title)s,") % {"name": holder.name, "title": title}


@dataclass(frozen=True)
class Happened:
    """One line of the timeline."""

    title: str
    by: str
    when: str
    at: str
    text: str = ""
    link_url: str = ""
    link_text: str = ""


def happened(events: Iterable[CaseEvent]) -> list[Happened]:
    """Newest first, with the reason where the event keeps one."""
    return [
        Happened(
            title=_(event.label),
            by=event.by.name if event.by else _("the system"),
            when=date_time(event.at),
            at=timezone.localtime(event.at).isoformat(timespec="minutes"),
            text=_reason(event),
        )
        for event in events
    ][::-1]


def _reason(event: CaseEvent) -> str:
    facts = {**event.facts, **event.body}
    reason, moved = facts.get("reason"), facts.get("to")
    if moved and facts.get("from"):
        try:
            before, after = (datetime.date.fromisoformat(str(facts[name])) for name in ("from", "to"))
        except ValueError:
            return str(reason or "")
        words = _("From %(before)s to %(after)s.") % {"before": long_date(before), "after": long_date(after)}
        return f"{words} {reason}" if reason else words
    return str(reason or "")
