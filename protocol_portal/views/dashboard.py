"""The monitoring officer's first page: what is late, whether the protocol works, what did not arrive."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from access_rules.queries.advice import needing as questions_waiting
from briefings.queries import listing as briefings
from briefings.screens.watching import watched
from casework.models import Delivery
from casework.queries import disputes as dispute_queries
from casework.queries import failed_deliveries, failed_effects
from casework.screens import disputes as dispute_screens
from casework.states import DisputeState
from casework.wording import days, short_date
from complaints.policies.figures import may_see_figures
from complaints.queries import watching as complaints
from council.queries import Standing
from council.sign_in import SignedInRequest, sign_in_required
from enquiries.policies import lists as list_policies
from enquiries.queries import Enquiries
from enquiries.screens import figures, lateness
from enquiries.screens.figures import Month, Tally, share
from enquiries.screens.narrowing import IN_TIME, MOVED, NO_DATE, NOBODY, OPEN_ONES, OVERDUE, Narrowing
from enquiries.screens.verdicts import satisfaction
from rulebook.decision import Refused

SHOWN = 20
# The page of a case, by how the name of its stream begins.
_PAGES = {"enquiry": "enquiry", "complaint": "complaint", "briefing": "briefing", "matter": "briefing-matter"}


def _list(**filters: str) -> str:
    """The address of «All cases» with these filters."""
    return f"{reverse('all-cases')}?{Narrowing(**filters).query()}"


@sign_in_required
@require_safe
def dashboard(request: SignedInRequest) -> HttpResponse:
    """Figures of what the viewer may see, each with the list behind it."""
    who = request.standing
    decision = list_policies.may_open_dashboard(who)
    if not decision.allowed:
        raise Refused(decision)
    enquiries = figures.all_visible(who)
    directorates = figures.by_directorate(enquiries, today=who.on)
    months = figures.by_month(enquiries, today=who.on)
    hidden = complaints.letters_hidden_from(who) | briefings.letters_hidden_from(who)
    undelivered = failed_deliveries().exclude(hidden)
    undelivered_count, without_figure = (
        undelivered.count(),
        figures.without_figure_count(enquiries),
    )
    context = {
        "section": "dashboard",
        "figures": _figures(directorates, without_figure, undelivered_count),
        **_disputes(who),
        "complaints_waiting": complaints.needing(who),
        "briefings": watched(who),
        "sees_complaint_figures": may_see_figures(who).allowed,
        "to_route": figures.needing_route(who),
        "questions": questions_waiting(who),
        "directorates": [_bar(tally, directorates, who.on) for tally in directorates],
        "overdue_heading": _overdue_heading(directorates),
        "months": [_month(month) for month in months],
        "total": _month(total) if (total := figures.total(months)) else None,
        "months_heading": _months_heading(months),
        "lateness": _lateness(enquiries, who.on),
        "first_month": figures.first_month(who.on),
        "undelivered": [_undelivered(delivery) for delivery in undelivered[:SHOWN]],
        "undelivered_count": undelivered_count,
        "failed_effects": failed_effects().exclude(hidden).count(),
        "moved": figures.moved_count(enquiries),
        "moved_url": _list(first=MOVED),
        "without_figure": without_figure,
        "satisfaction": satisfaction(enquiries),
        "without_figure_url": _list(due=NO_DATE),
        "at": timezone.now(),
    }
    return render(request, "dashboard/dashboard.html", context)


def _lateness(enquiries: Enquiries, today: datetime.date) -> dict[str, Any]:
    """Why replies were late, where late enquiries lay, and how many were acknowledged in time."""
    kept = lateness.acknowledged(enquiries, today=today)
    return {
        "reasons": lateness.by_reason(enquiries, today=today),
        "days": lateness.days_by_directorate(enquiries, today=today),
        "acknowledged": share(kept.in_time, kept.due) if kept.due else "",
    }


def _disputes(who: Standing) -> dict[str, Any]:
    """Those that wait for a decision, the most urgent first, and those that are still to be carried out."""
    seen = dispute_queries.visible_to(who)
    waiting = seen.filter(state=DisputeState.OPENED)
    owed = dispute_queries.to_carry_out(seen)
    return {
        "disputes": dispute_screens.rows(waiting, today=who.on),
        "disputes_owed": dispute_screens.rows(owed, today=who.on),
    }


def _figures(directorates: Sequence[Tally], without_figure: int, undelivered: int) -> list[dict[str, Any]]:
    """The four numbers at the top, each a link to its list where it has one."""
    overdue = sum(tally.overdue for tally in directorates)
    opened = sum(tally.open for tally in directorates)
    unowned = sum(tally.unowned for tally in directorates)
    return [
        _figure(overdue, _("overdue"), _list(due=OVERDUE), _("of %(open)s open") % {"open": f"{opened:,}"}),
        _figure(opened, _("open"), _list(state=OPEN_ONES), alarm=False),
        _figure(unowned, _("without an owner"), _list(state=OPEN_ONES, owner=NOBODY), colour="amber"),
        _figure(undelivered, _("not delivered"), "#undelivered", colour="amber"),
    ]


def _figure(
    number: int, label: str, url: str, note: str = "", *, colour: str = "red", alarm: bool = True
) -> dict[str, Any]:
    return {
        "number": f"{number:,}",
        "label": label,
        "url": url,
        "note": note,
        "colour": colour if number and alarm else "",
    }


def _bar(tally: Tally, all_of_them: Sequence[Tally], today: datetime.date) -> dict[str, Any]:
    """One directorate in the table that is the chart."""
    most = max(one.overdue for one in all_of_them)
    oldest = days((today - tally.oldest_on).days) if tally.oldest_on else _("none")
    return {
        "label": tally.name or _("Not yet routed"),
        "url": _list(due=OVERDUE, directorate=tally.key),
        "value": tally.overdue,
        "width": round(100 * tally.overdue / most) if most else 0,
        "colour": "red",
        "open": tally.open,
        "open_url": _list(state=OPEN_ONES, directorate=tally.key),
        "oldest": oldest,
    }


def _overdue_heading(directorates: Sequence[Tally]) -> str:
    """The message of the table."""
    overdue = sum(tally.overdue for tally in directorates)
    if not overdue:
        return _("Nothing is overdue")
    worst = directorates[0]
    level = sum(tally.overdue == worst.overdue for tally in directorates)
    if level > 1:
        words = _("%(all)s enquiries are overdue, the most (%(worst)s each) in %(level)d directorates")
        return words % {"all": f"{overdue:,}", "worst": f"{worst.overdue:,}", "level": level}
    words = _("%(name)s has %(worst)s of the %(all)s overdue enquiries")
    if worst.overdue == overdue:
        words = _("%(name)s has all %(all)s overdue enquiries")
    if overdue == 1:
        words = _("%(name)s has the one overdue enquiry")
    return words % {
        "name": worst.name or _("What is not yet routed"),
        "worst": f"{worst.overdue:,}",
        "all": f"{overdue:,}",
    }


@dataclass(frozen=True)
class MonthRow:
    """One month as the table shows it; each figure with the list behind it."""

    name: str
    due: int
    due_url: str
    in_time: str
    in_time_url: str
    in_time_width: int
    kept: str
    kept_url: str
    kept_width: int


def _month(month: Month) -> MonthRow:
    day, key = month.first_day, month.key
    return MonthRow(
        name=date_format(day, "F Y"),
        due=month.due,
        due_url=_list(received=key),
        in_time=share(month.in_time, month.due),
        in_time_url=_list(received=key, first=IN_TIME),
        in_time_width=_width(month.in_time, month.due),
        kept=share(month.kept, month.promised) if month.promised else "",
        kept_url=_list(received=key, promise=IN_TIME),
        kept_width=_width(month.kept, month.promised),
    )


def _width(part: int, whole: int) -> int:
    return round(100 * part / whole) if whole else 0


def _months_heading(months: Sequence[Month]) -> str:
    """The message of the second table."""
    total = figures.total(months)
    if total is None:
        return _("No enquiries in this period")
    return _("%(share)s in time for the first date") % {"share": share(total.in_time, total.due)}


def _undelivered(delivery: Delivery) -> dict[str, str]:
    """What was owed to somebody and did not arrive: whom, of which case, since when."""
    counter, _colon, number = delivery.event.stream.name.partition(":")
    reference = number if counter in _PAGES else ""
    return {
        "person": delivery.person.name,
        "about": _(delivery.event.label),
        "reference": reference,
        "url": reverse(_PAGES[counter], args=[reference]) if reference else "",
        "since": short_date(timezone.localdate(delivery.not_before)),
    }
