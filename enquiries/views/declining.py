"""Declining an enquiry: the grounds that its text has, a last look, and what was sent."""

import secrets
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from casework.actions.protecting import AlreadyUsed
from council.sign_in import fill_in, sign_in_required
from enquiries import policies
from enquiries.actions.declining import decline_enquiry
from enquiries.actions.enclosing import send_once
from enquiries.actions.locking import Stale
from enquiries.forms.declining import DeclineForm
from enquiries.models import Message
from enquiries.views import between
from enquiries.views.asking import Asked
from enquiries.views.officer import frame, staff_asked
from rulebook.decision import Refused
from rulebook.declining import Declining, ways_to_decline
from rulebook.protocols import protocol


def _ways(found: Asked) -> tuple[Declining, ...]:
    return ways_to_decline(protocol(found.enquiry.protocol).triage)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def decline(request: HttpRequest, reference: str) -> HttpResponse:
    """Why it cannot be done and what is left, then a last look; nothing is sent by a form that is stale."""
    found = staff_asked(request, reference)
    if request.method != "POST":
        _refuse_unless_allowed(found)
        initial = {"version": found.enquiry.version, "token": secrets.token_urlsafe(24)}
        form = DeclineForm(initial=initial, ways=_ways(found))
        kept = fill_in(request, form)
        return _page(request, found, form, kept=kept)
    form = DeclineForm(request.POST, ways=_ways(found))
    if "send" in request.POST and form.is_valid():
        return _sent(request, found, form)
    if between.is_stale(form, found.enquiry):
        return _stale(request, found, form)
    _refuse_unless_allowed(found)
    if not form.is_valid() or "change" in request.POST:
        return _page(request, found, form)
    hidden = [(name, form[name].value()) for name in form.fields if form[name].value()]
    context = {
        **frame(found),
        "ground": _(form.way.label),
        "cites": form.way.cites,
        "text": form.refusal().text,
        "hidden": hidden,
    }
    return render(request, "enquiries/decline_check.html", context)


def _refuse_unless_allowed(found: Asked) -> None:
    decision = policies.may_decline(found.who, found.enquiry)
    if not decision.allowed:
        raise Refused(decision)


def _page(request: HttpRequest, found: Asked, form: DeclineForm, **more: Any) -> HttpResponse:
    exceptions = [(_(way.label), [_(one) for one in way.unless]) for way in _ways(found) if way.unless]
    context = {**frame(found), "form": form, "exceptions": exceptions, **more}
    return render(request, "enquiries/decline.html", context)


def _stale(request: HttpRequest, found: Asked, form: DeclineForm) -> HttpResponse:
    """What came in between, then what was typed, now on the version that is read."""
    came = between.came_in_between(found.enquiry, between.seen_version(form))
    decision = policies.may_decline(found.who, found.enquiry)
    data = request.POST.copy()
    data["version"] = str(found.enquiry.version)
    again = DeclineForm(data, ways=_ways(found))
    again.is_valid()
    return _page(request, found, again, came=came, why=None if decision.allowed else decision)


def _sent(request: HttpRequest, found: Asked, form: DeclineForm) -> HttpResponse:
    """Runs the action once for each form. Raises Refused for whoever may not."""
    who, enquiry, at = found.who, found.enquiry, timezone.now()
    refusal, seen = form.refusal(), form.cleaned_data["version"]

    def act() -> Message:
        return decline_enquiry(who=who, enquiry=enquiry, refusal=refusal, at=at, seen_version=seen)

    try:
        token = form.cleaned_data["token"] or secrets.token_urlsafe(24)
        send_once(token=token, who=who, enquiry=enquiry, at=at, send=act)
    except AlreadyUsed:
        pass
    except Stale as stale:
        return _stale(request, replace(found, enquiry=stale.enquiry), form)
    messages.success(request, _("The member is told that it is declined, and why"))
    return redirect("enquiry", enquiry.reference)
