"""Disputes: the list, one dispute with both sides, and what each side may say and do."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from casework.actions import disputing as actions
from casework.actions.protecting import AlreadyUsed
from casework.forms.disputes import DoneForm, FurtherForm, RespondForm, TokenForm, WithdrawForm
from casework.models import Dispute
from casework.policies import disputes as policies
from casework.policies.digests import may_publish
from casework.screens import disputes as screens
from casework.screens.dispute_lists import groups
from casework.screens.elections import caution
from casework.subscribers.cases import face_of
from casework.views.asking import Asked, asked
from council.queries import Standing, protocol_in_force
from council.sign_in import SignedInRequest, fill_in, sign_in_required
from rulebook.decision import Decision, Outcome, Refused
from rulebook.pre_election import Matter
from rulebook.triage import Rung


@sign_in_required
@require_safe
def disputes(request: SignedInRequest) -> HttpResponse:
    """What the person must decide, answer or do, then the others that they may know of."""
    who = request.standing
    context = {
        "section": "disputes",
        "groups": groups(who),
        "may_look_back": policies.may_open_precedents(who).allowed,
    }
    return render(request, "disputes/list.html", context)


@sign_in_required
@require_safe
def dispute(request: SignedInRequest, dispute: str) -> HttpResponse:
    """Both sides in their own words, who decides and by when, and what was decided."""
    found = asked(request, dispute)
    return render(request, "disputes/dispute.html", page_of(found))


def page_of(found: Asked) -> dict[str, Any]:
    """What every page of a dispute shows."""
    row, who = found.dispute, found.who
    of_member = policies.speaks_for_opener(who, row)
    status, colour = screens.status_of(row, today=who.on, for_member=of_member)
    return {
        "section": "disputes",
        "dispute": row,
        "status": status,
        "colour": colour,
        "who": screens.who_line(row, on=who.on),
        "face": face_of(who, row),
        "cites": list(screens.cites_of(row.cites)),
        "member_said": screens.member_said(row),
        "respondent_said": screens.respondent_said(row),
        "done_said": screens.done_said(row),
        "decided": screens.decided(row, today=who.on),
        "may": {name: may(who, row) for name, may in _MAY.items()},
        "for_member": of_member,
    }


_MAY: dict[str, Callable[[Standing, Dispute], Decision]] = {
    "answer": policies.may_answer_dispute,
    "determine": policies.may_determine,
    "further": policies.may_go_further,
    "withdraw": policies.may_withdraw_dispute,
    "done": policies.may_record_done,
    "publish": may_publish,
}


@dataclass(frozen=True)
class Saying:
    """A page on which one side says or does something: policy, form, action and words."""

    may: Callable[[Standing, Dispute], Decision]
    form: Callable[..., TokenForm]
    act: Callable[..., object]
    heading: str | Promise
    lead: str | Promise
    button: str | Promise
    done: str | Promise
    # What an election that is near may have a word in.
    matter: Matter | None = None


def _further(*, rung: str, **given: Any) -> object:
    return actions.go_further(rung=Rung(rung), **given)


ANSWER = Saying(
    policies.may_answer_dispute,
    RespondForm,
    actions.answer_dispute,
    gettext_lazy("Answer the dispute"),
    gettext_lazy("Say in your own words why it was decided so. It stands beside what the member wrote."),
    gettext_lazy("Send answer"),
    gettext_lazy("Your answer was sent"),
)
FURTHER = Saying(
    policies.may_go_further,
    FurtherForm,
    _further,
    gettext_lazy("Take it further"),
    gettext_lazy("The protocol lets you go one step further. Whoever decides there reads all that was said."),
    gettext_lazy("Take it further"),
    gettext_lazy("The dispute goes further"),
)
WITHDRAW = Saying(
    policies.may_withdraw_dispute,
    WithdrawForm,
    actions.withdraw_dispute,
    gettext_lazy("Withdraw the dispute"),
    gettext_lazy("Nobody decides it then, and the decision stays as it is. Do you want to withdraw it?"),
    gettext_lazy("Withdraw the dispute"),
    gettext_lazy("The dispute is withdrawn"),
)
DONE = Saying(
    policies.may_record_done,
    DoneForm,
    actions.record_done,
    gettext_lazy("Record what was done"),
    gettext_lazy("Both sides are told, and the dispute is ended."),
    gettext_lazy("Record and end the dispute"),
    gettext_lazy("It is recorded as done. The dispute is ended"),
)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: SignedInRequest, dispute: str) -> HttpResponse:
    """Whose decision it is says why."""
    return say(request, asked(request, dispute), ANSWER)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def further(request: SignedInRequest, dispute: str) -> HttpResponse:
    """The member goes to the next rung."""
    found = asked(request, dispute)
    return say(request, found, FURTHER, rungs=screens.further_choices(found.dispute))


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: SignedInRequest, dispute: str) -> HttpResponse:
    """The member takes it back."""
    return say(request, asked(request, dispute), WITHDRAW)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def done(request: SignedInRequest, dispute: str) -> HttpResponse:
    """What had to happen has happened."""
    return say(request, asked(request, dispute), DONE)


def say(request: SignedInRequest, found: Asked, saying: Saying, **made_with: Any) -> HttpResponse:
    """The page with its form. Where it cannot be said any more, the sentence why, and what was typed."""
    decision = saying.may(found.who, found.dispute)
    if decision.outcome is Outcome.UNKNOWN or (request.method != "POST" and not decision.allowed):
        raise Refused(decision)
    form = saying.form(request.POST if request.method == "POST" else None, **made_with)
    if not form.is_bound:
        form.initial["token"] = secrets.token_urlsafe(24)
        fill_in(request, form)
    if form.is_bound and form.is_valid():
        try:
            saying.act(who=found.who, dispute=found.dispute, at=timezone.now(), **form.cleaned_data)
        except AlreadyUsed:
            return redirect("dispute", found.dispute.reference)
        except Refused as refusal:
            decision = refusal.decision
        except ValidationError as fault:
            form.add_error("words", fault)
        else:
            messages.success(request, str(saying.done))
            return redirect("dispute", found.dispute.reference)
    context = {
        **page_of(found),
        "form": form,
        "decision": decision,
        "typed": "\n\n".join(filter(None, map(request.POST.get, ("title", "words")))),
        "saying": saying,
        "caution": saying.matter and caution(saying.matter, found.who.on, text=protocol_in_force()),
    }
    return render(request, "disputes/say.html", context, status=200 if decision.allowed else 403)
