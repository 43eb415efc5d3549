"""A page on which one thing is decided in a case: its form, its action; nothing lost, nothing done twice."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.functional import Promise

from casework.actions.attaching import files_and_rows
from casework.actions.protecting import AlreadyUsed, use_form_token
from council.queries import Standing
from council.sign_in import fill_in
from enquiries.actions.locking import Stale
from enquiries.forms.answering import AnswerForm
from enquiries.models import Enquiry
from enquiries.views import between
from enquiries.views.asking import Asked
from enquiries.views.officer import frame
from rulebook.decision import Decision, Outcome, Refused

MakeForm = Callable[..., forms.Form]
Typed = list[tuple[str, str]]


def _nothing(found: Asked) -> dict[str, Any]:
    return {}


@dataclass(frozen=True)
class Deciding:
    """One such page: who may, the form, the action, the template, what is said when it is done.

    `form` is called with the case and Django’s own arguments; `act` with the case and the valid form; `given`
    makes what the template shows beside the form. `for_staff` draws the officers’ frame of a case.
    """

    may: Callable[[Standing, Enquiry], Decision]
    form: MakeForm
    act: Callable[[Asked, Any], object]
    template: str
    done: str | Promise
    given: Callable[[Asked], dict[str, Any]] = field(default=_nothing)
    for_staff: bool = True
    takes_files: bool = False


def new_token() -> str:
    """A token that no form has had."""
    return secrets.token_urlsafe(24)


def decide(request: HttpRequest, found: Asked, page: Deciding) -> HttpResponse:
    """The page with its form; what came of sending it; or why it cannot be done, with what was typed."""
    decision = page.may(found.who, found.enquiry)
    if decision.outcome is Outcome.UNKNOWN:
        raise Refused(decision)
    if request.method != "POST":
        form = page.form(found, initial={"token": new_token(), "version": found.enquiry.version})
        kept = decision.allowed and fill_in(request, form)
        return show(request, found, page, form, decision=decision, kept=kept)
    files = {"files": request.FILES} if page.takes_files else {}
    form = page.form(found, data=request.POST, **files)
    if not form.is_valid():
        return show(request, found, page, form, decision=decision)
    return carry_out(request, found, page, form)


def carry_out(request: HttpRequest, found: Asked, page: Deciding, form: forms.Form) -> HttpResponse:
    """Runs the action, once for each form. A form sent before leads to what it made the first time."""
    reference = found.enquiry.reference
    token = form.cleaned_data.get("token") or new_token()
    try:
        with files_and_rows():
            use_form_token(token, by=found.who.person, at=timezone.now(), result=reference)
            page.act(found, form)
    except AlreadyUsed:
        return redirect("enquiry", reference)
    except Stale as stale:
        return came_meanwhile(request, replace(found, enquiry=stale.enquiry), page, form)
    except ValidationError as fault:
        form.add_error("uploads", fault)
        return show(request, found, page, form, decision=page.may(found.who, found.enquiry))
    except Refused as refusal:
        return show(request, found, page, form, decision=refusal.decision)
    messages.success(request, str(page.done))
    return redirect("enquiry", reference)


def came_meanwhile(request: HttpRequest, found: Asked, page: Deciding, form: forms.Form) -> HttpResponse:
    """What came in between, then everything that was typed, now on the version that is read."""
    seen = between.seen_version(form) if isinstance(form, AnswerForm) else None
    data = request.POST.copy()
    data["version"] = str(found.enquiry.version)
    again = page.form(found, data=data)
    again.is_valid()
    came = between.came_in_between(found.enquiry, seen)
    decision = page.may(found.who, found.enquiry)
    return show(request, found, page, again, decision=decision, came=came)


def show(
    request: HttpRequest, found: Asked, page: Deciding, form: forms.Form, *, decision: Decision, **more: Any
) -> HttpResponse:
    """The page; where it may not be done now, the sentence in the form’s place, and what was typed."""
    around = frame(found) if page.for_staff else {"section": "my-enquiries", "enquiry": found.enquiry}
    context = {
        **around,
        "form": form if decision.allowed else None,
        "hidden": [box for box in form if box.is_hidden],
        "boxes": [box for box in form if not box.is_hidden],
        "why": decision,
        "typed": [] if decision.allowed else typed_in(form),
        "came": [],
        "kept": False,
        "given": page.given(found),
        **more,
    }
    return render(request, page.template, context, status=200 if decision.allowed else 403)


def typed_in(form: forms.Form) -> Typed:
    """What somebody typed, box by box, for a page on which it can no longer be sent."""
    if not form.is_bound:
        return []
    boxes = [box for box in form if not box.is_hidden and not isinstance(box.field, forms.FileField)]
    return [
        (str(box.label), str(box.value())) for box in boxes if isinstance(box.value(), str) and box.value()
    ]
