"""The list of meetings, and one meeting with its agenda, its notices and what is open to whom."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from access_rules.forms.meetings import MeetingsFilter
from access_rules.models import Meeting
from access_rules.policies import meetings as policies
from access_rules.policies.keeping import keeps_papers
from access_rules.queries.meetings import (
    MeetingClock,
    coming_meetings,
    open_meetings,
    past_meetings,
    stage_of,
    with_notices,
)
from access_rules.rules.meeting_clocks import inspections
from access_rules.rules.meeting_stages import Stage
from access_rules.screens import inspection, meetings, notices, papers
from access_rules.screens.parts import parts_of
from casework.paging import page_for
from casework.policies.asking import rule_of
from casework.wording import long_date
from council.models import Body
from council.sign_in import SignedInRequest, sign_in_required
from rulebook.decision import Refused, unknown
from rulebook.duty import Duty

PAST = "past"


def meeting_asked(meeting: str) -> Meeting:
    """The meeting with its agenda and notices. Raises Refused (unknown) for a number that none has."""
    found = with_notices(Meeting.objects.filter(reference=meeting)).first()
    if found is None:
        raise Refused(unknown())
    return found


@sign_in_required
@require_safe
def all_meetings(request: SignedInRequest) -> HttpResponse:
    """The meetings ahead or those that are past, of every body or of one; what keepers must do about them."""
    on = request.standing.on
    form = MeetingsFilter(request.GET or None)
    body = form.cleaned_data.get("body") if form.is_valid() else None
    is_past = request.GET.get("when") == PAST
    rows = past_meetings(on=on) if is_past else coming_meetings(on=on)
    page = page_for(
        request,
        rows.filter(body=body) if body else rows,
        order=("-on", "pk") if is_past else ("on", "pk"),
        size=50,
    )
    keeps = keeps_papers(request.standing)
    context = {
        "section": "meetings",
        "lists": parts_of(request.standing, current="meetings"),
        "form": form,
        "body": body,
        "parts": _parts(body, is_past=is_past),
        "is_past": is_past,
        "rows": meetings.meeting_rows(page.items, on=on),
        "newer_url": page.newer_url if is_past else "",
        "older_url": page.older_url if is_past else "",
        "more_url": "" if is_past else page.older_url,
        "keeps": keeps,
        "due": _due(request) if keeps and not is_past else [],
    }
    return render(request, "access_rules/meetings.html", context)


def _parts(body: Body | None, *, is_past: bool) -> list[dict[str, Any]]:
    of_body = {"body": body.pk} if body else {}
    address = reverse("meetings")
    return [
        {
            "text": _("Coming"),
            "url": f"{address}?{urlencode(of_body)}" if of_body else address,
            "current": not is_past,
        },
        {
            "text": _("Past"),
            "url": f"{address}?{urlencode({'when': PAST, **of_body})}",
            "current": is_past,
        },
    ]


def _due(request: SignedInRequest) -> list[meetings.DueRow]:
    on = request.standing.on
    return [*meetings.unconcluded_rows(open_meetings().filter(on__lt=on)), *meetings.due_rows(on=on)]


@sign_in_required
@require_safe
def meeting(request: SignedInRequest, meeting: str) -> HttpResponse:
    """The agenda with the papers that the viewer may know of, the notices, and when papers are open."""
    found, clock, who = meeting_asked(meeting), MeetingClock.read(), request.standing
    facts, stage = clock.facts(found), stage_of(found, on=who.on)
    is_over = stage in (Stage.CONCLUDED, Stage.CANCELLED)
    open_to = inspections(facts, calendars=clock.calendars, concluded_at=found.concluded_at)
    theirs = papers.papers_of(found, who)
    context = {
        "section": "meetings",
        "meeting": found,
        "title": f"{found.body.name}, {long_date(found.on)}",
        "when_and_where": meetings.when_and_where(found),
        "status": _(stage.label),
        "colour": stage.colour,
        "law": _(facts.regime.label),
        "agenda": meetings.agenda_rows(found, theirs),
        "papers": theirs.get(None, []),
        "notices": notices.notice_rows(found, clock.notices(found), on=who.on, is_over=is_over),
        "open_to": inspection.inspection_rows(open_to),
        "open_cites": rule_of(Duty.OPEN_PAPERS, clock.text.key).cites,
        "may_keep": policies.may_change_meeting(who, found).allowed,
        "may_conclude": policies.may_conclude_meeting(who, found).allowed,
    }
    return render(request, "access_rules/meeting.html", context)


@sign_in_required
@require_safe
def dates(request: HttpRequest, meeting: str) -> HttpResponse:
    """How the last day of each notice is worked out, day by day."""
    found, clock = meeting_asked(meeting), MeetingClock.read()
    context = {
        "section": "meetings",
        "meeting": found,
        "title": f"{found.body.name}, {long_date(found.on)}",
        "receipts": notices.receipts(clock.notices(found)),
    }
    return render(request, "access_rules/meeting_dates.html", context)
