"""«Clocks of this case»: every date that runs or ran, from when, whether it was met, and what it rests on."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from casework.wording import long_date
from council.queries import Standing
from enquiries import policies
from enquiries.clock import (
    ACKNOWLEDGEMENT,
    AGAIN,
    FIRST,
    MEMBERS_ANSWER,
    Clock,
    first_reply_at,
    said_at,
)
from enquiries.models import Enquiry, Extra, Lateness, Message
from enquiries.rules.limit import Limit
from enquiries.screens.holding import held_by
from enquiries.screens.panel import Panel
from enquiries.states import OPEN, State
from rulebook.citation import Citation
from rulebook.duty import Duty
from rulebook.protocols import protocol

# Whose end is not that somebody did in time what was due.
_STOPPED = (State.WITHDRAWN, State.MERGED)


@dataclass(frozen=True)
class Running:
    """One clock: what it is about, its day 0, its end, when what was due was done, and its paragraphs."""

    what: str
    since: datetime.date | None
    due_on: datetime.date
    done_on: datetime.date | None
    citations: tuple[Citation, ...]
    receipt: str = ""


@dataclass(frozen=True)
class Row:
    """One line of the table, in words."""

    what: str
    since: str
    due: str
    status: str
    colour: str
    citations: tuple[Citation, ...]
    receipt_url: str


def clocks_of(enquiry: Enquiry, clock: Clock) -> list[Running]:
    """Every clock of the case that has a date, in the order of its life."""
    parts = (_acknowledgement, _first, _promised, _question, _again, _elsewhere)
    return [running for part in parts for running in part(enquiry, clock)]


def _acknowledgement(enquiry: Enquiry, clock: Clock) -> Iterator[Running]:
    if enquiry.acknowledge_by is None:
        return
    done_on = localdate(enquiry.acknowledged_at) if enquiry.acknowledged_at else None
    cites = _cites(enquiry, clock, Duty.ACKNOWLEDGE, enquiry.received_on, at=enquiry.sent_at)
    yield Running(
        _("Acknowledgement"), enquiry.received_on, enquiry.acknowledge_by, done_on, cites, ACKNOWLEDGEMENT
    )


def _first(enquiry: Enquiry, clock: Clock) -> Iterator[Running]:
    if enquiry.due_on is None:
        return
    cites = _cites(enquiry, clock, Duty.REPLY, enquiry.received_on, at=enquiry.sent_at)
    at = first_reply_at(enquiry)
    done_on = localdate(at) if at else enquiry.answered_on
    yield Running(_("First date for the reply"), enquiry.received_on, enquiry.due_on, done_on, cites, FIRST)


def _promised(enquiry: Enquiry, clock: Clock) -> Iterator[Running]:
    """What was promised or agreed: somebody chose the date, so there is no arithmetic."""
    if enquiry.promised_on is None:
        return
    agreed = enquiry.agreed_on == enquiry.promised_on
    duty = Duty.AGREE_ALTERNATIVE if agreed else Duty.HOLDING_REPLY
    held = enquiry.messages.filter(kind=Message.Kind.HOLDING_REPLY).order_by("-at", "-pk")
    at = None if agreed else held.values_list("at", flat=True).first()
    yield Running(
        _("Date agreed with the member") if agreed else _("Date promised in a holding reply"),
        localdate(at) if at else None,
        enquiry.promised_on,
        _answered_on(enquiry),
        protocol(enquiry.protocol).cite(duty),
    )


def _answered_on(enquiry: Enquiry) -> datetime.date | None:
    """When it was answered, if it is: of one that was reopened the row keeps the day before."""
    return None if enquiry.state in OPEN else enquiry.answered_on


def _question(enquiry: Enquiry, clock: Clock) -> Iterator[Running]:
    at = said_at(enquiry, Message.Kind.QUESTION)
    if enquiry.member_owes_on is None or at is None:
        return
    answers = enquiry.messages.filter(kind=Message.Kind.ANSWER, at__gte=at).order_by("at", "pk")
    answered = answers.values_list("at", flat=True).first()
    asked_on = localdate(at)
    yield Running(
        _("The member’s answer to the officer’s question"),
        asked_on,
        enquiry.member_owes_on,
        localdate(answered) if answered else None,
        _cites(enquiry, clock, Duty.ASK_MEMBER, asked_on, at=at),
        MEMBERS_ANSWER,
    )


def _again(enquiry: Enquiry, clock: Clock) -> Iterator[Running]:
    receipt = clock.receipt(enquiry, AGAIN)
    if enquiry.reopened_on is None or receipt is None:
        return
    cites = _all_of(enquiry, Duty.REOPEN, receipt.limit)
    yield Running(
        _("Reply after it was reopened"),
        enquiry.reopened_on,
        receipt.due_on,
        _answered_on(enquiry),
        cites,
        AGAIN,
    )


def _elsewhere(enquiry: Enquiry, clock: Clock) -> Iterator[Running]:
    """Where it was moved to another process, by when something comes of it there."""
    for one in enquiry.redirections.all() if enquiry.may_have(Extra.REDIRECTIONS) else ():
        done_on = localdate(one.ended_at) if one.ended_at else None
        cites = protocol(enquiry.protocol).cite(Duty.REDIRECT)
        yield Running(one.get_process_display(), one.received_on, one.expected_on, done_on, cites)


def _cites(
    enquiry: Enquiry, clock: Clock, duty: Duty, on: datetime.date | None, *, at: datetime.datetime | None
) -> tuple[Citation, ...]:
    """The minute that set the figure, where one did, and the text's own paragraphs."""
    limit = clock.limit(duty, text=enquiry.protocol, on=on, opened_at=at) if on else None
    return _all_of(enquiry, duty, limit)


def _all_of(enquiry: Enquiry, duty: Duty, limit: Limit | None) -> tuple[Citation, ...]:
    every = (*(limit.citations if limit else ()), *protocol(enquiry.protocol).cite(duty))
    return tuple({one.label: one for one in every}.values())


def rows(enquiry: Enquiry, *, clock: Clock, today: datetime.date) -> list[Row]:
    """The table's lines."""
    page = reverse("enquiry-receipt", args=[enquiry.reference])
    found = []
    for one in clocks_of(enquiry, clock):
        status, colour = _status(enquiry, one, today)
        url = f"{page}?clock={one.receipt}" if one.receipt else ""
        since = long_date(one.since) if one.since else ""
        found.append(Row(one.what, since, long_date(one.due_on), status, colour, one.citations, url))
    return found


def _status(enquiry: Enquiry, one: Running, today: datetime.date) -> tuple[str, str]:
    """How it stands, in a word, and its colour."""
    if one.done_on:
        return (_("Done in time"), "green") if one.done_on <= one.due_on else (_("Done late"), "orange")
    if enquiry.state in _STOPPED or enquiry.state not in OPEN:
        return _("Stopped"), "grey"
    return (_("Running"), "blue") if today <= one.due_on else (_("Overdue"), "red")


def clocks_panel(who: Standing, enquiry: Enquiry, clock: Clock) -> Panel | None:
    """The table; None where the first date for the reply is all there is, which stands above already."""
    found = rows(enquiry, clock=clock, today=who.on)
    if len(found) < 2:
        return None
    return Panel("enquiries/clocks.html", {"rows": found})


def held_panel(who: Standing, enquiry: Enquiry) -> Panel | None:
    """For those who deal with it, once it is answered: which team held it, and why it was late."""
    if enquiry.answered_on is None or not policies.is_handler(who, enquiry):
        return None
    held = held_by([enquiry], today=who.on)[enquiry.pk]
    if not held and not enquiry.late_because:
        return None
    reason = Lateness(enquiry.late_because).label if enquiry.late_because else ""
    return Panel("enquiries/held.html", {"held": held, "reason": reason, "words": enquiry.late_words})
