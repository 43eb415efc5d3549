"""A senior officer reads a reply exactly as the member will, and sends it or sends it back."""

import secrets
from dataclasses import replace

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from casework.actions.attaching import open_attachment
from casework.actions.protecting import AlreadyUsed
from council.sign_in import fill_in, sign_in_required
from enquiries.actions.approving import approve_reply, return_reply
from enquiries.actions.enclosing import files_for_reply, send_once
from enquiries.actions.locking import Stale
from enquiries.forms.answering import FULL
from enquiries.forms.preparing import ReturnForm
from enquiries.models import Message, PreparedReply
from enquiries.policies import preparing
from enquiries.views import between
from enquiries.views.asking import Asked
from enquiries.views.officer import frame, staff_asked
from rulebook.decision import Refused


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def approve(request: HttpRequest, reference: str) -> HttpResponse:
    """The reply as the member will read it; one press sends it, or sends it back with words."""
    found = staff_asked(request, reference)
    if request.method != "POST":
        decision = preparing.may_judge(found.who, found.enquiry)
        if not decision.allowed:
            raise Refused(decision)
        form = _new_form(found)
        fill_in(request, form)
        return _page(request, found, form)
    back = "return" in request.POST
    form = ReturnForm(request.POST, approves=not back)
    if not form.is_valid():
        return _page(request, found, form)
    return _decided(request, found, form, back=back)


def _new_form(found: Asked) -> ReturnForm:
    reply = preparing.waiting_reply(found.enquiry)
    initial = {"version": found.enquiry.version, "reply": reply.pk if reply else None}
    return ReturnForm(initial={**initial, "token": secrets.token_urlsafe(24)})


def _page(request: HttpRequest, found: Asked, form: ReturnForm, **more: object) -> HttpResponse:
    """What the member will read, who wrote it, what it does to the clock; where it is too late, why."""
    who, enquiry = found.who, found.enquiry
    reply = preparing.waiting_reply(enquiry)
    context = {
        **frame(found),
        "form": form,
        "reply": reply,
        "decision": preparing.may_judge(who, enquiry),
        "sends": preparing.may_approve(who, enquiry),
        "files": files_for_reply(reply.by, enquiry) if reply else [],
        "clock_effect": between.clock_effect(enquiry, FULL, {}, on=who.on),
        "typed": form.data.get("remark", "") if form.is_bound else "",
        **more,
    }
    return render(request, "enquiries/approve.html", context)


def _decided(request: HttpRequest, found: Asked, form: ReturnForm, *, back: bool) -> HttpResponse:
    """Runs the action once for each form; a reply that changed since it was read is shown again."""
    who, enquiry, given, at = found.who, found.enquiry, form.cleaned_data, timezone.now()

    def act() -> Message | PreparedReply:
        read = {"reply": given["reply"], "seen_version": given["version"]}
        if back:
            return return_reply(who=who, enquiry=enquiry, remark=given["remark"], at=at, **read)
        return approve_reply(who=who, enquiry=enquiry, at=at, **read)

    try:
        send_once(
            token=given["token"] or secrets.token_urlsafe(24), who=who, enquiry=enquiry, at=at, send=act
        )
    except AlreadyUsed:
        return redirect("enquiry", enquiry.reference)
    except Stale as stale:
        return _stale(request, replace(found, enquiry=stale.enquiry), form)
    words = _("The reply is back with its writer.") if back else _("The reply is approved and sent.")
    messages.success(request, words)
    return redirect("enquiry", enquiry.reference)


def _stale(request: HttpRequest, found: Asked, form: ReturnForm) -> HttpResponse:
    """What came in between, and the reply that waits now, with the remark as it was typed."""
    came = between.came_in_between(found.enquiry, between.seen_version(form))
    again = _new_form(found)
    again.initial["remark"] = form.cleaned_data["remark"]
    return _page(request, found, again, came=came, typed=form.cleaned_data["remark"])


@sign_in_required
@require_safe
def file(request: HttpRequest, reference: str, pk: int) -> HttpResponseBase:
    """A file that goes with the reply, for whoever may approve it; else a page that never was."""
    found = staff_asked(request, reference)
    reply = preparing.waiting_reply(found.enquiry)
    if reply is None or not preparing.may_judge(found.who, found.enquiry).allowed:
        raise Http404
    attachment = files_for_reply(reply.by, found.enquiry).filter(pk=pk).first()
    if attachment is None:
        raise Http404
    return open_attachment(attachment)
