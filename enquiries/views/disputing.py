"""«I do not agree»: what was decided, who would decide the dispute and by when, and the member's words."""

import secrets

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from casework.actions.disputing import decide_by
from casework.actions.protecting import AlreadyUsed, made_before
from casework.queries.disputes import visible_to
from council.sign_in import fill_in, sign_in_required
from enquiries.actions.disputing import dispute_decision
from enquiries.forms.disputing import DisputeForm
from enquiries.policies.disputing import may_dispute, open_to_dispute
from enquiries.screens.disputing import choices
from enquiries.views.asking import Asked, asked
from rulebook.decision import Decision, Outcome, Refused


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def disagree(request: HttpRequest, reference: str) -> HttpResponse:
    """The page and its form. Where it cannot be sent any more, the sentence why, and what was typed."""
    found = asked(request, reference)
    made = made_before(request.POST.get("token", ""), by=found.who.person)
    if made:
        return _to(found, made)
    decision = may_dispute(found.who, found.enquiry)
    decisions = open_to_dispute(found.enquiry)
    offered = [(str(one.contested.place), one.label) for one in decisions]
    form = DisputeForm(
        request.POST if request.method == "POST" else None,
        decisions=offered,
        initial={"token": secrets.token_urlsafe(24)},
    )
    if not form.is_bound:
        fill_in(request, form)
    if form.is_bound and form.is_valid():
        try:
            return _open(request, found, form)
        except Refused as refusal:
            decision = refusal.decision
    if decision.outcome is Outcome.UNKNOWN or (request.method != "POST" and not decision.allowed):
        raise Refused(decision)
    shown = choices(decisions, found.enquiry, on=found.who.on)
    return _page(request, found, form, decision, {"decisions": shown})


def _open(request: HttpRequest, found: Asked, form: DisputeForm) -> HttpResponse:
    given = form.cleaned_data
    try:
        dispute = dispute_decision(
            who=found.who,
            enquiry=found.enquiry,
            place=int(given["place"]),
            words=given["words"],
            at=timezone.now(),
            token=given["token"],
        )
    except AlreadyUsed as used:
        return _to(found, used.result)
    words = _("%(reference)s is opened. Whoever decides it has been told")
    messages.success(request, words % {"reference": dispute.reference})
    return _to(found, dispute.reference)


def _to(found: Asked, number: str) -> HttpResponse:
    """The dispute; the case for whoever opened it in the member's place and may not follow it."""
    if visible_to(found.who).filter(reference=number).exists():
        return redirect("dispute", number)
    return redirect("enquiry", found.enquiry.reference)


def _page(
    request: HttpRequest,
    found: Asked,
    form: DisputeForm,
    decision: Decision,
    shown: dict[str, object],
) -> HttpResponse:
    context = {
        "section": "my-enquiries",
        "enquiry": found.enquiry,
        "form": form,
        "decision": decision,
        "decide_by": decide_by(found.who.on),
        "typed": request.POST.get("words", ""),
        **shown,
    }
    return render(request, "enquiries/disagree.html", context, status=200 if decision.allowed else 403)
