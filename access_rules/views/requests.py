"""The answer to «May I see this document?», and what whoever asked can do then."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from access_rules.actions.challenging import dispute_answer
from access_rules.actions.deciding_requests import answer_promise
from access_rules.actions.requesting import withdraw_request
from access_rules.forms.deciding import DisputeAnswerForm, PromiseAnswerForm
from access_rules.forms.requests import WithdrawRequestForm
from access_rules.models import AccessRequest
from access_rules.policies import challenges
from access_rules.policies import requests as policies
from access_rules.queries.asked import visible_requests
from access_rules.rules.outcomes import NO
from access_rules.screens.answers import answer_screen
from access_rules.screens.challenges import dispute_lines, steps
from access_rules.screens.handling import handling
from access_rules.screens.opening import opening_of
from access_rules.screens.other_roles import other_roles
from access_rules.screens.request_paper import answer_sheet
from access_rules.states import RequestState
from casework.deciding import Deciding, decide
from casework.letters import NoPdf, as_pdf
from casework.queries.disputes import visible_to as disputes_visible_to
from council.queries import Standing
from council.sign_in import SignedInRequest, sign_in_required
from rulebook.decision import Decision


def request_asked(request: SignedInRequest, case: str) -> AccessRequest:
    """The request, if the person may know of it; else 404, the same as for a number that never was."""
    rows = visible_requests(request.standing).select_related(
        "stream",
        "asked_by",
        "on_behalf_of",
        "decided_by",
        "copied_to",
        "document__body",
        "document__meeting",
        "document__item",
    )
    found = rows.filter(reference=case).first()
    if found is None:
        raise Http404
    return found


@sign_in_required
@require_safe
def answer(request: SignedInRequest, case: str) -> HttpResponse:
    """Yes, Partly or No; why; the rule; the duties; what to do for whoever does not agree. Also as PDF."""
    row, who = request_asked(request, case), request.standing
    lacks_pdf = False
    if request.GET.get("format") == "pdf":
        try:
            made = as_pdf(answer_sheet(who, row))
        except NoPdf:
            lacks_pdf = True
        else:
            headers = {"Content-Disposition": f'attachment; filename="{row.reference}.pdf"'}
            return HttpResponse(made, content_type="application/pdf", headers=headers)
    context = {
        "section": "documents",
        "row": row,
        "page": answer_screen(who, row),
        "handling": _handling(who, row),
        "steps": steps(who, row) if _is_answered(row) else (),
        "roles": other_roles(who, row),
        "disputes": dispute_lines(who, row),
        "may": _may(who, row),
        "is_asker": policies.asks(who, row),
        "opening": opening_of(who, row),
        "lacks_pdf": lacks_pdf,
    }
    return render(request, "access_rules/answer.html", context)


def _is_answered(row: AccessRequest) -> bool:
    return row.state in (RequestState.ANSWERED, RequestState.DECIDED)


def _handling(who: Standing, row: AccessRequest) -> object:
    """The duties with what was given; nothing while nothing is."""
    if row.document is None or not _is_answered(row) or row.outcome == NO:
        return None
    found = handling(who, row.document, text=row.protocol)
    return found if found.sentences else None


def _may(who: Standing, row: AccessRequest) -> dict[str, Decision]:
    """What the person may do on further pages."""
    return {
        "decide": policies.may_decide_request(who, row),
        "find": policies.may_find(who, row),
        "promise": policies.may_ask_for_promise(who, row),
        "answer_promise": policies.may_answer_promise(who, row),
        "withdraw": policies.may_withdraw_request(who, row),
        "dispute": challenges.may_dispute_answer(who, row),
    }


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: SignedInRequest, case: str) -> HttpResponse:
    """Whoever asked takes the request back."""
    row, who = request_asked(request, case), request.standing

    def send(form: WithdrawRequestForm) -> str:
        seen = form.cleaned_data["version"]
        withdraw_request(who=who, row=row, seen_version=seen, at=timezone.now())
        return reverse("access-request", args=[row.reference])

    page = Deciding(
        may=lambda: policies.may_withdraw_request(who, row),
        form=WithdrawRequestForm,
        act=send,
        template="deciding.html",
        done=_("The request is withdrawn"),
        row=row,
        context=frame(row, _("Withdraw this request"), _("Withdraw")),
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def undertake(request: SignedInRequest, case: str) -> HttpResponse:
    """Whoever asked promises confidentiality, refuses to, or contests that it is needed."""
    row, who = request_asked(request, case), request.standing

    def send(form: PromiseAnswerForm) -> str:
        given = form.cleaned_data
        answer_promise(
            who=who,
            row=row,
            value=given["answer"],
            words=given["words"],
            seen_version=given["version"],
            at=timezone.now(),
        )
        return reverse("access-request", args=[row.reference])

    context = frame(row, _("A promise of confidentiality"), _("Send"))
    page = Deciding(
        may=lambda: policies.may_answer_promise(who, row),
        form=PromiseAnswerForm,
        act=send,
        template="access_rules/undertake.html",
        done=_("Your answer is sent"),
        row=row,
        context={**context, "row": row},
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def dispute(request: SignedInRequest, case: str) -> HttpResponse:
    """«I do not agree»: a dispute is opened, on the first step of the text’s ladder."""
    row, who = request_asked(request, case), request.standing

    def send(form: DisputeAnswerForm) -> str:
        given = form.cleaned_data
        made = dispute_answer(
            who=who, row=row, words=given["words"], seen_version=given["version"], at=timezone.now()
        )
        if disputes_visible_to(who).filter(pk=made.pk).exists():
            return reverse("dispute", args=[made.reference])
        return reverse("access-request", args=[row.reference])

    context = frame(row, _("I do not agree"), _("Send"))
    page = Deciding(
        may=lambda: challenges.may_dispute_answer(who, row),
        form=DisputeAnswerForm,
        act=send,
        template="access_rules/disagree.html",
        done=_("The dispute is opened. Whoever decides it has been told"),
        row=row,
        context={**context, "page": answer_screen(who, row), "first": steps(who, row)[0]},
    )
    return decide(request, page)


def frame(row: AccessRequest, heading: str, button: str) -> dict[str, Any]:
    """What every page about one request begins with."""
    return {
        "section": "documents",
        "heading": heading,
        "button": button,
        "back_url": reverse("access-request", args=[row.reference]),
        "back_text": row.reference,
    }
