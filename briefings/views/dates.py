"""The pages on which officers offer, cancel and hold dates, and record that they left; the calendar file."""

import datetime
from functools import partial

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from briefings.actions import dates as actions
from briefings.forms import dates as forms
from briefings.models import Attendee
from briefings.policies import dates as policies
from briefings.screens.dates import said_of_dates, said_of_politics
from briefings.screens.invitation import Entry, invitation
from briefings.views.asking import matter_of
from briefings.views.matters import TEMPLATE, date_of, matter_frame, to_matter
from casework.deciding import Deciding, decide
from council.sign_in import SignedInRequest, sign_in_required

CALENDAR = "text/calendar; charset=utf-8"


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def offer(request: SignedInRequest, matter: str) -> HttpResponse:
    """Dates for every group that took it up."""
    who = request.standing
    row = matter_of(who, matter)

    def act(form: forms.DatesForm) -> str:
        actions.offer_dates(
            who=who,
            matter=row,
            slots=form.slots(),
            seen_version=form.cleaned_data["version"],
            at=timezone.now(),
        )
        return to_matter(row)

    page = Deciding(
        may=lambda: policies.may_offer_dates(who, row),
        form=forms.DatesForm,
        act=act,
        template=TEMPLATE,
        done=_("The dates are offered to every group that took it up"),
        row=row,
        context=matter_frame(row, _("Offer dates"), _("Offer them"), said_of_dates(row)),
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def cancel(request: SignedInRequest, matter: str, date: int) -> HttpResponse:
    """A date does not take place."""
    who = request.standing
    session = date_of(who, matter, date)

    def act(form: forms.CancelForm) -> str:
        given = form.cleaned_data
        actions.cancel_date(
            who=who,
            session=session,
            because=given["because"],
            seen_version=given["version"],
            at=timezone.now(),
        )
        return to_matter(session.matter)

    page = Deciding(
        may=lambda: policies.may_cancel(who, session),
        form=forms.CancelForm,
        act=act,
        template=TEMPLATE,
        done=_("The date is cancelled. Groups that had chosen it choose anew"),
        row=session.matter,
        context=matter_frame(session.matter, _("Cancel the date"), _("Cancel it")),
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def hold(request: SignedInRequest, matter: str, date: int) -> HttpResponse:
    """A date was held; who was there."""
    who = request.standing
    session = date_of(who, matter, date)
    listed = Attendee.objects.filter(briefing__session=session).select_related("briefing__group")

    def act(form: forms.HoldForm) -> str:
        actions.hold_date(
            who=who,
            session=session,
            there=form.came(),
            seen_version=form.cleaned_data["version"],
            at=timezone.now(),
        )
        return to_matter(session.matter)

    page = Deciding(
        may=lambda: policies.may_hold(who, session, at=timezone.now()),
        form=partial(forms.HoldForm, listed=listed),
        act=act,
        template=TEMPLATE,
        done=_("Recorded. The groups that chose the date have it now"),
        row=session.matter,
        initial={"there": [one.pk for one in listed]},
        context=matter_frame(session.matter, _("Record that it was held"), _("Record it")),
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def left(request: SignedInRequest, matter: str, date: int) -> HttpResponse:
    """An officer left while the talk was political."""
    who = request.standing
    session = date_of(who, matter, date)
    day = timezone.localdate(session.starts_at)

    def at(time: datetime.time | None) -> datetime.datetime | None:
        return timezone.make_aware(datetime.datetime.combine(day, time)) if time else None

    def act(form: forms.LeavingForm) -> str:
        given = form.cleaned_data
        actions.record_leaving(
            who=who,
            session=session,
            left_at=timezone.make_aware(datetime.datetime.combine(day, given["left"])),
            came_back_at=at(given["back"]),
            at=timezone.now(),
        )
        return to_matter(session.matter)

    heading = _("Record that you left while the talk was political")
    page = Deciding(
        may=lambda: policies.may_leave(who, session, at=timezone.now()),
        form=forms.LeavingForm,
        act=act,
        template=TEMPLATE,
        done=_("Recorded"),
        row=session.matter,
        context=matter_frame(session.matter, heading, _("Record it"), said_of_politics(session.matter)),
    )
    return decide(request, page)


@sign_in_required
@require_safe
def calendar(request: SignedInRequest, matter: str, date: int) -> HttpResponse:
    """The date as a file for the calendar of an officer who works on the matter."""
    session = date_of(request.standing, matter, date)
    url = request.build_absolute_uri(reverse("briefing-matter", args=[session.matter.reference]))
    content = invitation(Entry(session, session.matter.reference, url), at=timezone.now())
    return calendar_file(content, session.matter.reference)


def calendar_file(content: bytes, number: str) -> HttpResponse:
    """A download that a calendar opens."""
    response = HttpResponse(content, content_type=CALENDAR)
    response["Content-Disposition"] = f'attachment; filename="{number}.ics"'
    response["Cache-Control"] = "private, no-store"
    return response
