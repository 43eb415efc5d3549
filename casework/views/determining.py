"""The determination: read, decide and record it on one page, with earlier ones beside it."""

import secrets
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from casework.actions.disputing import DisputeChanged, determine_dispute
from casework.actions.protecting import AlreadyUsed
from casework.forms.disputes import DetermineForm
from casework.policies.disputes import may_determine
from casework.queries.disputes import precedents_for, visible_to
from casework.screens import disputes as screens
from casework.views.asking import Asked, asked
from casework.views.disputes import page_of
from council.sign_in import SignedInRequest, fill_in, sign_in_required
from rulebook.decision import Decision, Outcome, Refused
from rulebook.dispute import OUTSIDE, Subject, who_decides
from rulebook.duty import Duty
from rulebook.protocols import protocol
from rulebook.protocols.cites import cited
from rulebook.triage import Rung

BESIDE = 5
_OFFERED = (Duty.DETERMINE, Duty.WITHHOLD, Duty.UNDERTAKE, Duty.SHOW_AUTHORITY, Duty.DECLINE, Duty.REDIRECT)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def determine(request: SignedInRequest, dispute: str) -> HttpResponse:
    """Outcome, reasons, paragraphs, and what must now happen by when; what was typed is never lost."""
    found = asked(request, dispute)
    decision = may_determine(found.who, found.dispute)
    if decision.outcome is Outcome.UNKNOWN or (request.method != "POST" and not decision.allowed):
        raise Refused(decision)
    form = _form(request, found)
    if not form.is_bound:
        fill_in(request, form)
    changed = False
    if form.is_bound and form.is_valid():
        try:
            return _record(request, found, form)
        except DisputeChanged as change:
            changed, found = True, Asked(found.who, change.dispute)
            decision = may_determine(found.who, found.dispute)
            form = _form(request, found, version=change.dispute.version)
        except Refused as refusal:
            decision = refusal.decision
    return _page(request, found, form, decision, changed=changed)


def _record(request: SignedInRequest, found: Asked, form: DetermineForm) -> HttpResponse:
    reference = found.dispute.reference
    try:
        determine_dispute(
            who=found.who,
            dispute=found.dispute,
            verdict=form.verdict(),
            at=timezone.now(),
            token=form.cleaned_data["token"],
            seen_version=form.cleaned_data["version"],
        )
    except AlreadyUsed:
        return redirect("dispute", reference)
    words = _("%(reference)s is determined. Both sides are told that it is, and can read your reasons")
    messages.success(request, words % {"reference": reference})
    return redirect("dispute", reference)


def _form(request: SignedInRequest, found: Asked, *, version: int | None = None) -> DetermineForm:
    row = found.dispute
    data = request.POST.copy() if request.method == "POST" else None
    if data is not None and version is not None:
        data["version"] = str(version)
    return DetermineForm(
        data,
        today=found.who.on,
        paragraphs=_offered(found),
        outside=Rung(row.rung) in OUTSIDE,
        initial={"version": row.version, "token": secrets.token_urlsafe(24)},
    )


def _offered(found: Asked) -> list[tuple[str, str]]:
    """What may be ticked: what the decision rests on, who decides by what, and the text's duties near it."""
    row = found.dispute
    text = protocol(row.protocol)
    near = [cited(line) for line in row.cites.splitlines() if line.strip()]
    near += who_decides(text, Subject(row.subject), Rung(row.rung)).cites
    near += [cite for duty in _OFFERED for cite in text.cite(duty)]
    return list({cite.id: (cite.id, f"{cite.id} ({cite.label})") for cite in near}.values())


def _page(
    request: SignedInRequest, found: Asked, form: DetermineForm, decision: Decision, *, changed: bool
) -> HttpResponse:
    row, who = found.dispute, found.who
    beside = precedents_for(who).exclude(dispute=row).filter(dispute__protocol=row.protocol)[:BESIDE]
    theirs = frozenset(visible_to(who).values_list("pk", flat=True))
    context: dict[str, Any] = {
        **page_of(found),
        "form": form,
        "decision": decision,
        "typed": request.POST.get("reasons", ""),
        "changed": changed,
        "precedents": screens.precedents(beside, open_to=theirs),
    }
    return render(request, "disputes/determine.html", context, status=200 if decision.allowed else 403)
