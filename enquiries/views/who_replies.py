"""What the page says before an enquiry is sent: who will reply, by when, where a report goes instead."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

from django.utils.translation import gettext as _

from casework.wording import days, long_date
from council.models import Service
from council.queries import jobs_of, protocol_in_force
from enquiries.clock import Clock
from enquiries.forms.writing import UNSURE
from enquiries.models import Enquiry
from rulebook.duty import Duty


@dataclass(frozen=True, slots=True)
class Route:
    """The answer to one choice of service; the page's script reads the same words."""

    to: str
    due: str
    days: str
    closed: str
    title: str = ""
    hint: str = ""
    link: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class ReplyBy:
    """When an enquiry received on the day will be answered, and what to know of that date."""

    due: str
    days: str
    closed: str


def reply_by(received_on: datetime.date, *, today: datetime.date, says_from: bool = False) -> ReplyBy:
    """The date by this council's clock, under the text in force; `says_from` adds the day of receipt."""
    clock, text = Clock.read(), protocol_in_force().key
    due = clock.first_deadline(text, received_on)
    limit = clock.limit(Duty.REPLY, text=text, on=received_on)
    if due is None or limit is None:
        none = _("The protocol gives no number of days for a reply, and the council has set none.")
        return ReplyBy("", "", none)
    sentences = []
    if says_from:
        sentences.append(_("Counted from the day received, %(day)s.") % {"day": long_date(received_on)})
    before = clock.calendar.last_working_day_on_or_before(due)
    if before != due and before >= today:
        sentences.append(_("The last working day before it is %(day)s.") % {"day": long_date(before)})
    return ReplyBy(
        due=long_date(due),
        days=f"({days(limit.period.n, limit.period.unit)})",
        closed=" ".join(sentences),
    )


def routes(services: Iterable[Service], when: ReplyBy, *, on: datetime.date) -> dict[str, Route]:
    """By the value of the choice; two questions to the database, however many services there are."""
    services = list(services)
    jobs = jobs_of(sorted({service.addressee_id for service in services}), on=on)
    found = {
        str(service.pk): Route(
            to=", ".join(filter(None, (service.addressee.name, jobs.get(service.addressee_id, "")))),
            due=when.due,
            days=when.days,
            closed=when.closed,
            title=service.report_title,
            hint=service.report_hint,
            link=service.report_label,
            url=service.report_url,
        )
        for service in services
    }
    found[UNSURE] = Route(to=_unsure(), due=when.due, days=when.days, closed=when.closed)
    return found


def as_data(found: dict[str, Route]) -> dict[str, dict[str, str]]:
    """As the page's script reads it."""
    return {value: asdict(route) for value, route in found.items()}


def _unsure() -> str:
    return _("Democratic services, who will send it to the right officer the same day")


def told_to(enquiry: Enquiry, *, on: datetime.date, jobs: Mapping[int, str] | None = None) -> str:
    """To whom a sent enquiry went: name and job, or democratic services while it is to be routed.

    `jobs` are the titles of the day that were read already.
    """
    if enquiry.addressee is None:
        return _unsure()
    jobs = jobs_of([enquiry.addressee.pk], on=on) if jobs is None else jobs
    return ", ".join(filter(None, (enquiry.addressee.name, jobs.get(enquiry.addressee.pk))))
