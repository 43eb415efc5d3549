"""Privacy is asked for: the question before anybody reads the text, its answer, what the member decides."""

import secrets
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from casework.actions.protecting import AlreadyUsed
from council.sign_in import fill_in, sign_in_required
from enquiries.actions.locking import Stale
from enquiries.actions.once import once
from enquiries.actions.privacy import give_up_privacy, record_question_opened, settle_privacy
from enquiries.forms.privacy import SettleForm
from enquiries.models import Privacy
from enquiries.policies.privacy import may_read, may_settle_privacy
from enquiries.views.asking import Asked, asked, asked_unread
from rulebook.decision import Refused
from rulebook.protocols import protocol


def _form(found: Asked, request: HttpRequest | None = None) -> SettleForm:
    initial = {"version": found.enquiry.version, "token": secrets.token_urlsafe(24)}
    data = request.POST if request else None
    return SettleForm(data, initial=initial, text=protocol(found.enquiry.protocol))


def question_page(request: HttpRequest, found: Asked, form: SettleForm | None = None) -> HttpResponse:
    """That the member asks for privacy, the number, the service, and the question: none of the text.

    Who opened it is kept.
    """
    record_question_opened(who=found.who, enquiry=found.enquiry, at=timezone.now())
    decision = may_settle_privacy(found.who, found.enquiry)
    form = form or _form(found)
    fill_in(request, form)
    context: dict[str, Any] = {
        "section": "my-cases",
        "enquiry": found.enquiry,
        "decision": decision,
        "form": form if decision.allowed else None,
    }
    return render(request, "enquiries/privacy_asked.html", context)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def settle(request: HttpRequest, reference: str) -> HttpResponse:
    """The answer: kept private, and then it is read; or not, and then it is not."""
    found = asked_unread(request, reference)
    if may_read(found.who, found.enquiry).allowed:
        return redirect("enquiry", reference)
    if request.method != "POST":
        return question_page(request, found)
    form = _form(found, request)
    if not form.is_valid():
        return question_page(request, found, form)
    given, at = form.cleaned_data, timezone.now()

    def act() -> None:
        settle_privacy(
            who=found.who,
            enquiry=found.enquiry,
            answer=form.given(),
            at=at,
            seen_version=given["version"],
        )

    try:
        once(act, token=given["token"], who=found.who, at=at, result=reference)
    except AlreadyUsed:
        return redirect("enquiry", reference)
    except Stale:
        return _stale(request, found)
    if form.given().keeps:
        messages.success(request, _("You keep it private. The member is told."))
    else:
        messages.success(request, _("The member is told that it cannot be kept private. Nobody has read it."))
    return redirect("enquiry", reference)


def _stale(request: HttpRequest, found: Asked) -> HttpResponse:
    """Somebody came first: what was typed stays, and the page shows how the enquiry stands now."""
    again = asked_unread(request, found.enquiry.reference)
    if may_read(again.who, again.enquiry).allowed:
        messages.info(request, _("Somebody settled this while you were reading the page."))
        return redirect("enquiry", again.enquiry.reference)
    data = request.POST.copy()
    data["version"] = str(again.enquiry.version)
    form = SettleForm(data, text=protocol(again.enquiry.protocol))
    form.is_valid()
    form.add_error(None, _("This enquiry changed while you were reading the page. Look again, then send."))
    return question_page(request, again, form)


@sign_in_required
@require_POST
def go_on(request: HttpRequest, reference: str) -> HttpResponse:
    """The member lets it go on as an ordinary enquiry; a second press changes nothing."""
    found = asked(request, reference)
    if found.enquiry.privacy == Privacy.ORDINARY:
        return redirect("enquiry", reference)
    try:
        give_up_privacy(who=found.who, enquiry=found.enquiry, at=timezone.now())
    except Refused:
        if asked(request, reference).enquiry.privacy != Privacy.ORDINARY:
            raise
        return redirect("enquiry", reference)
    messages.success(request, _("It goes on as an ordinary enquiry"))
    return redirect("enquiry", reference)
