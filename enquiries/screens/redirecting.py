"""What pages show of an enquiry that is handled elsewhere: where, by which rule, its number, by when."""

import datetime
from dataclasses import dataclass

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from casework.wording import days, long_date
from council.queries import Standing
from enquiries import events
from enquiries.clock import Clock
from enquiries.models import Enquiry, Extra, Redirection
from enquiries.policies import redirecting as policies
from enquiries.queries import redirection_now
from enquiries.rules import Ground, ground_of, statutory_limit
from enquiries.screens.panel import Panel
from enquiries.states import State
from rulebook.citation import Citation
from rulebook.protocols import protocol
from rulebook.triage import Handling


@dataclass(frozen=True)
class Moved:
    """Where an enquiry is handled, as the member and the officers read it."""

    process: str
    place: str
    number: str
    by_when: str
    law: str
    says: str
    citations: tuple[Citation, ...]
    first: str
    moved: str = ""
    date_url: str = ""


@dataclass(frozen=True)
class Way:
    """Something that an officer may do with it, on a page of its own."""

    text: str
    url: str


def moved_to(enquiry: Enquiry, row: Redirection) -> Moved:
    """As a row has it; a row that is not kept yet shows what the member will read."""
    process = Handling(row.process)
    ground = ground_of(protocol(enquiry.protocol), process, row.cites.splitlines())
    law = _law(enquiry, process)
    return Moved(
        process=str(row.get_process_display()),
        place=row.place,
        number=row.their_reference,
        by_when=long_date(row.expected_on),
        law=law,
        says=_says(ground),
        citations=_named_once(ground),
        first=_first(enquiry),
        moved=long_date(enquiry.redirected_on) if enquiry.redirected_on else "",
        date_url=reverse("enquiry-date-there", args=[enquiry.reference]) if law and row.pk else "",
    )


def as_it_will_be(
    enquiry: Enquiry, process: Handling, *, place: str, number: str, expected_on: datetime.date
) -> Moved:
    """What the member will read, before anything is sent."""
    cites = "\n".join(cite.id for cite in policies.grounds_of(enquiry, process))
    row = Redirection(
        process=process.value, place=place, their_reference=number, cites=cites, expected_on=expected_on
    )
    return moved_to(enquiry, row)


def _says(ground: Ground) -> str:
    if ground.says:
        return _(ground.says)
    return _("The protocol leaves open where this goes. The monitoring officer decided.")


def _named_once(ground: Ground) -> tuple[Citation, ...]:
    """Paragraphs that a page would call by the same name are named once."""
    return tuple({cite.label: cite for cite in reversed(ground.cites)}.values())[::-1]


def _law(enquiry: Enquiry, process: Handling) -> str:
    """What the statute gives, in words; empty where no statute does."""
    limit = statutory_limit(protocol(enquiry.protocol), process, Clock.read().calendars)
    if limit is None or limit.period is None or enquiry.received_on is None:
        return ""
    return _("The law gives %(length)s from the day of receipt, %(received)s.") % {
        "length": days(limit.period.n, limit.period.unit),
        "received": long_date(enquiry.received_on),
    }


def _first(enquiry: Enquiry) -> str:
    if enquiry.due_on is None:
        return ""
    return _("The first date for a reply here, %(day)s, stays on record.") % {
        "day": long_date(enquiry.due_on)
    }


def member_panel(who: Standing, enquiry: Enquiry) -> Panel | None:
    """Where it is handled, while it is; afterwards, that it was."""
    return _panel(enquiry, "enquiries/moved_member.html")


def officer_panel(who: Standing, enquiry: Enquiry) -> Panel | None:
    """The same, with what may be done with it; before that, whether the monitoring officer was asked."""
    has_any = enquiry.may_have(Extra.REDIRECTIONS) and enquiry.redirections.exists()
    if enquiry.state != State.REDIRECTED and not has_any:
        return _referred(who, enquiry)
    panel = _panel(enquiry, "enquiries/moved_officer.html")
    if panel is not None:
        panel.given["ways"] = _ways(who, enquiry)
    return panel


def _panel(enquiry: Enquiry, template: str) -> Panel | None:
    if not enquiry.may_have(Extra.REDIRECTIONS):
        return None
    row = redirection_now(enquiry) or enquiry.redirections.last()
    if row is None:
        return None
    is_there = enquiry.state == State.REDIRECTED
    until = "" if is_there or row.ended_at is None else _day(row.ended_at)
    return Panel(template, {"moved": moved_to(enquiry, row), "is_there": is_there, "until": until})


def _day(at: datetime.datetime) -> str:
    return long_date(localdate(at))


def _ways(who: Standing, enquiry: Enquiry) -> list[Way]:
    ways = (
        (_("Record the outcome"), "enquiry-outcome", policies.may_record_outcome),
        (_("Add their number or another date"), "enquiry-redirection", policies.may_update_redirection),
        (_("Take it back as an enquiry"), "enquiry-bring-back", policies.may_bring_back),
    )
    return [
        Way(text, reverse(name, args=[enquiry.reference]))
        for text, name, policy in ways
        if policy(who, enquiry).allowed
    ]


def _referred(who: Standing, enquiry: Enquiry) -> Panel | None:
    if not enquiry.may_have(Extra.REFERRALS):
        return None
    asked = enquiry.stream.events.filter(kind=events.REFERRED.name).select_related("by").last()
    if asked is None or not policies.may_redirect(who, enquiry).allowed:
        return None
    url = reverse("enquiry-redirect", args=[enquiry.reference]) if policies.decides(who) else ""
    name = asked.by.name if asked.by else _("the system")
    return Panel("enquiries/referred.html", {"name": name, "day": _day(asked.at), "url": url})
