"""Pages on which keepers call, change, cancel and conclude a meeting."""

from functools import partial
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from access_rules.actions import meetings as actions
from access_rules.forms.meetings import BecauseForm, CallForm, ChangeForm, ConcludeForm
from access_rules.models import Meeting
from access_rules.policies import meetings as policies
from access_rules.views.meetings import meeting_asked
from casework.deciding import Deciding, decide
from casework.wording import long_date
from council.sign_in import SignedInRequest, sign_in_required

TEMPLATE = "access_rules/meeting_decide.html"


def page_of(meeting: Meeting) -> str:
    return reverse("meeting", args=[meeting.reference])


def frame(meeting: Meeting, *, heading: str, button: str, lines: tuple[str, ...] = ()) -> dict[str, Any]:
    """What every page of one meeting shows."""
    return {
        "section": "meetings",
        "meeting": meeting,
        "heading": heading,
        "caption": f"{meeting.body.name}, {long_date(meeting.on)}",
        "button": button,
        "back_url": page_of(meeting),
        "back_text": meeting.reference,
        "lines": lines,
    }


@sign_in_required
@require_http_methods(["GET", "POST"])
def call(request: SignedInRequest) -> HttpResponse:
    """A new meeting."""

    def act(form: CallForm) -> str:
        given = form.cleaned_data
        made = actions.call_meeting(
            who=request.standing,
            body=given["body"],
            entry=form.entry(),
            called_on=given["called_on"],
            at=timezone.now(),
        )
        return page_of(made)

    page = Deciding(
        may=lambda: policies.may_call_meeting(request.standing),
        form=partial(CallForm, on=request.standing.on),
        act=act,
        template=TEMPLATE,
        done=gettext_lazy("The meeting is called, and its members are told"),
        initial={"called_on": request.standing.on},
        context={
            "section": "meetings",
            "heading": _("Call a meeting"),
            "button": _("Call the meeting"),
            "back_url": reverse("meetings"),
            "back_text": _("Meetings"),
            "lines": (),
        },
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(["GET", "POST"])
def change(request: SignedInRequest, meeting: str) -> HttpResponse:
    """Another day, time or place; whether it is private."""
    found = meeting_asked(meeting)

    def act(form: ChangeForm) -> str:
        actions.change_meeting(
            who=request.standing,
            meeting=found,
            entry=form.entry(),
            at=timezone.now(),
            seen_version=form.cleaned_data["version"],
        )
        return page_of(found)

    lines = (
        _("If the day changes, the meeting counts as called today, and its agenda is published again."),
        _("The members of the body are told."),
    )
    columns = ("on", "at", "place", "is_private", "short_notice")
    page = Deciding(
        may=lambda: policies.may_change_meeting(request.standing, found),
        form=ChangeForm,
        act=act,
        template=TEMPLATE,
        done=gettext_lazy("The meeting is changed, and its members are told"),
        row=found,
        initial={name: getattr(found, name) for name in columns},
        context=frame(found, heading=_("Change the meeting"), button=_("Change the meeting"), lines=lines),
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(["GET", "POST"])
def cancel(request: SignedInRequest, meeting: str) -> HttpResponse:
    """It is not held."""
    found = meeting_asked(meeting)

    def act(form: BecauseForm) -> str:
        actions.cancel_meeting(
            who=request.standing,
            meeting=found,
            because=form.cleaned_data["because"],
            at=timezone.now(),
            seen_version=form.cleaned_data["version"],
        )
        return page_of(found)

    lines = (_("It stays in the list with your reason. The members of the body are told."),)
    page = Deciding(
        may=lambda: policies.may_cancel_meeting(request.standing, found),
        form=BecauseForm,
        act=act,
        template=TEMPLATE,
        done=gettext_lazy("The meeting is cancelled, and its members are told"),
        row=found,
        context=frame(found, heading=_("Cancel the meeting"), button=_("Cancel the meeting"), lines=lines),
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(["GET", "POST"])
def conclude(request: SignedInRequest, meeting: str) -> HttpResponse:
    """When it concluded."""
    found = meeting_asked(meeting)

    def act(form: ConcludeForm) -> str:
        actions.conclude_meeting(
            who=request.standing,
            meeting=found,
            concluded_at=form.concluded_at(),
            at=timezone.now(),
            seen_version=form.cleaned_data["version"],
        )
        return page_of(found)

    lines = (
        _("From this moment members no longer inspect papers as business still to be taken."),
        _("Papers of what the executive took in private open to members at once."),
    )
    heading = _("Enter when the meeting concluded")
    page = Deciding(
        may=lambda: policies.may_conclude_meeting(request.standing, found),
        form=ConcludeForm,
        act=act,
        template=TEMPLATE,
        done=gettext_lazy("The meeting is concluded"),
        row=found,
        initial={"on": found.on},
        context=frame(found, heading=heading, button=_("Conclude the meeting"), lines=lines),
    )
    return decide(request, page)
