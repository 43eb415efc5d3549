"""A talk with the member is written down, and the member has the note too."""

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
from enquiries.actions.locking import Stale
from enquiries.actions.once import once
from enquiries.actions.privacy import note_talk
from enquiries.forms.privacy import TalkForm
from enquiries.policies.privacy import may_note_talk
from enquiries.views import between
from enquiries.views.asking import Asked
from enquiries.views.officer import frame, staff_asked
from rulebook.decision import Refused
from rulebook.duty import Duty
from rulebook.protocols import protocol


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def talk(request: HttpRequest, reference: str) -> HttpResponse:
    """A note of a talk with the member, which the member gets too."""
    found = staff_asked(request, reference)
    decision = may_note_talk(found.who, found.enquiry)
    if not decision.allowed:
        raise Refused(decision)
    initial = {"version": found.enquiry.version, "token": secrets.token_urlsafe(24)}
    form = TalkForm(request.POST if request.method == "POST" else None, initial=initial)
    fill_in(request, form)
    if not form.is_bound or not form.is_valid():
        return _talk_page(request, found, form)
    given, at = form.cleaned_data, timezone.now()

    def act() -> object:
        return note_talk(
            who=found.who, enquiry=found.enquiry, text=given["text"], at=at, seen_version=given["version"]
        )

    try:
        once(act, token=given["token"], who=found.who, at=at, result=reference)
    except AlreadyUsed:
        return redirect("enquiry", reference)
    except Stale as stale:
        now = replace(found, enquiry=stale.enquiry)
        data = request.POST.copy()
        data["version"] = str(now.enquiry.version)
        came = between.came_in_between(now.enquiry, given["version"])
        return _talk_page(request, now, TalkForm(data), came=came)
    messages.success(request, _("The note stands in the case, and the member is told"))
    return redirect("enquiry", reference)


def _talk_page(request: HttpRequest, found: Asked, form: TalkForm, **more: Any) -> HttpResponse:
    citations = protocol(found.enquiry.protocol).cite(Duty.NOTE_TALK)
    return render(
        request, "enquiries/talk.html", {**frame(found), "form": form, "citations": citations, **more}
    )
