"""The member follows a case: answers, adds, chases, says whether the reply answers, withdraws."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from casework.actions.protecting import AlreadyUsed, use_form_token
from council.queries import Standing
from council.sign_in import fill_in, sign_in_required
from enquiries import policies
from enquiries.actions import following as actions
from enquiries.actions.handing_in import Says, say_with_files
from enquiries.forms.following import AnswerForm, MissingForm, SayingForm
from enquiries.models import Enquiry, Message
from enquiries.queries import visible_to, with_messages
from enquiries.states import State
from enquiries.views.asking import Asked, asked
from rulebook.decision import Decision, Outcome, Refused


@dataclass(frozen=True)
class Saying:
    """A page on which the member says something: its policy, form, action and words."""

    may: Callable[[Standing, Enquiry], Decision]
    form: type[SayingForm]
    says: Says
    template: str
    done: str | Promise


ANSWER = Saying(
    policies.may_answer_question,
    AnswerForm,
    actions.answer_question,
    "enquiries/answer.html",
    gettext_lazy("Your answer was sent"),
)
ADD = Saying(
    policies.may_add_information,
    SayingForm,
    actions.add_information,
    "enquiries/add.html",
    gettext_lazy("Your information was sent"),
)


def _reopen(*, who: Standing, enquiry: Enquiry, text: str, at: Any) -> Message:
    return actions.reopen_enquiry(who=who, enquiry=enquiry, missing=text, at=at)


REOPEN = Saying(
    policies.may_reopen,
    MissingForm,
    _reopen,
    "enquiries/verdict.html",
    gettext_lazy("The enquiry is open again. The officer has what you wrote"),
)


# What the member says yes or no to.
ANSWERS = (Message.Kind.REPLY, Message.Kind.OUTCOME, Message.Kind.REFUSAL)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, reference: str) -> HttpResponse:
    """The answer to the officer's question."""
    return _say(request, asked(request, reference), ANSWER)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, reference: str) -> HttpResponse:
    """More information, with files."""
    return _say(request, asked(request, reference), ADD)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def verdict(request: HttpRequest, reference: str) -> HttpResponse:
    """«Does this answer you?»: yes closes in one press, no asks what is missing and reopens."""
    found = asked(request, reference)
    if request.method == "POST" and request.POST.get("answer") == "yes":
        try:
            actions.close_enquiry(who=found.who, enquiry=found.enquiry, at=timezone.now())
        except Refused:
            if not _is_so_already(found, State.CLOSED):
                raise
        messages.success(request, _("The enquiry is closed"))
        return redirect("enquiry", reference)
    return _say(request, found, REOPEN)


def _is_so_already(found: Asked, state: State) -> bool:
    """Pressed twice: the second press finds what the first one did, and nobody is told off for it."""
    return visible_to(found.who).filter(pk=found.enquiry.pk, state=state).exists()


def _say(request: HttpRequest, found: Asked, saying: Saying) -> HttpResponse:
    """The page with its form. Where it cannot be said any more, the sentence why, and what was typed."""
    decision = saying.may(found.who, found.enquiry)
    if decision.outcome is Outcome.UNKNOWN or (request.method != "POST" and not decision.allowed):
        raise Refused(decision)
    form = saying.form(request.POST, request.FILES) if request.method == "POST" else saying.form()
    fill_in(request, form)
    if not form.is_bound or not form.is_valid():
        return _page(request, found, saying, form, decision)
    try:
        say_with_files(
            saying.says,
            who=found.who,
            enquiry=found.enquiry,
            text=form.cleaned_data["text"],
            files=form.cleaned_data["uploads"],
            token=form.cleaned_data["token"],
            at=timezone.now(),
        )
    except AlreadyUsed:
        return redirect("enquiry", found.enquiry.reference)
    except ValidationError as fault:
        form.add_error("uploads", fault)
        return _page(request, found, saying, form, decision)
    except Refused as refusal:
        return _page(request, found, saying, form, refusal.decision)
    messages.success(request, str(saying.done))
    return redirect("enquiry", found.enquiry.reference)


def _page(
    request: HttpRequest, found: Asked, saying: Saying, form: SayingForm, decision: Decision
) -> HttpResponse:
    said = list(with_messages(found.enquiry, staff=False))
    question = [message for message in said if message.kind == Message.Kind.QUESTION]
    reply = [message for message in said if message.kind in ANSWERS]
    context = {
        "section": "my-enquiries",
        "enquiry": found.enquiry,
        "form": form,
        "token": request.POST.get("token", "") or secrets.token_urlsafe(24),
        "decision": decision,
        "typed": request.POST.get("text", ""),
        "question": question[-1] if question else None,
        "reply": reply[-1] if reply else None,
        "may_close": policies.may_close(found.who, found.enquiry).allowed,
    }
    status = 200 if decision.allowed else 403
    return render(request, saying.template, context, status=status)


@sign_in_required
@require_POST
def chase(request: HttpRequest, reference: str) -> HttpResponse:
    """«Where is my reply?» in one press; pressing twice asks once."""
    found = asked(request, reference)
    # As a form field would: a token that no form of ours made counts as none.
    at, token = timezone.now(), request.POST.get("token", "").replace("\x00", "")[:64]
    try:
        with transaction.atomic():
            if token:
                use_form_token(token, by=found.who.person, at=at, result=reference)
            actions.chase(who=found.who, enquiry=found.enquiry, at=at)
    except AlreadyUsed:
        return redirect("enquiry", reference)
    messages.success(request, _("The officer was asked where the reply is. It stands on the record"))
    return redirect("enquiry", reference)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, reference: str) -> HttpResponse:
    """In one press until it is acknowledged; after that a page asks first, because somebody works on it."""
    found = asked(request, reference)
    decision = policies.may_withdraw(found.who, found.enquiry)
    if not decision.allowed:
        if request.method == "POST" and _is_so_already(found, State.WITHDRAWN):
            return redirect("enquiry", reference)
        raise Refused(decision)
    sure = found.enquiry.acknowledged_at is None or "sure" in request.POST
    if request.method != "POST" or not sure:
        return render(
            request, "enquiries/withdraw.html", {"enquiry": found.enquiry, "section": "my-enquiries"}
        )
    actions.withdraw_enquiry(who=found.who, enquiry=found.enquiry, at=timezone.now())
    messages.success(request, _("The enquiry is withdrawn. Nobody will reply to it"))
    return redirect("enquiry", reference)
