"""A page on which one thing is done: its form, its action; nothing lost, nothing done twice."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from casework.actions.attaching import files_and_rows
from casework.actions.locking import Stale
from casework.actions.protecting import AlreadyUsed, made_before, use_form_token
from council.sign_in import SignedInRequest, fill_in
from rulebook.decision import Decision, Outcome, Refused


@dataclass(frozen=True)
class Deciding:
    """One such page. `may` is asked again each time; `act` gets the valid form and returns where to go.

    `row` is what is changed, None where something new is made; `context` is what the template shows besides.
    """

    may: Callable[[], Decision]
    form: Callable[..., forms.Form]
    act: Callable[[Any], str]
    template: str
    done: str | Promise = ""
    row: Any = None
    initial: dict[str, Any] = field(default_factory=dict)
    context: dict[str, Any] = field(default_factory=dict)
    takes_files: bool = False
    # The box beside which the fault of a file is told.
    file_box: str = "upload"


def decide(request: SignedInRequest, page: Deciding) -> HttpResponse:
    """The page with its form; what came of sending it; or why it cannot be done, with what was typed.

    Raises Refused (unknown) where the person may not learn that the thing exists.
    """
    decision = page.may()
    if decision.outcome is Outcome.UNKNOWN:
        raise Refused(decision)
    if request.method != "POST":
        form = page.form(initial=_initial(page))
        kept = decision.allowed and fill_in(request, form)
        return _show(request, page, form, decision, kept=kept)
    files = {"files": request.FILES} if page.takes_files else {}
    form = page.form(data=request.POST, initial=_initial(page), **files)
    if not decision.allowed:
        # Pressed twice: what the first press did is why it may not be done now.
        before = made_before(request.POST.get("token", ""), by=request.person)
        return redirect(before) if before else _show(request, page, form, decision)
    if not form.is_valid():
        return _show(request, page, form, decision)
    return _carry_out(request, page, form, decision)


def _initial(page: Deciding) -> dict[str, Any]:
    version = getattr(page.row, "version", None)
    return {"token": secrets.token_urlsafe(24), "version": version, **page.initial}


def _carry_out(
    request: SignedInRequest, page: Deciding, form: forms.Form, decision: Decision
) -> HttpResponse:
    token = form.cleaned_data.get("token") or secrets.token_urlsafe(24)
    try:
        with files_and_rows():
            used = use_form_token(token, by=request.person, at=timezone.now())
            url = page.act(form)
            # The page it led to, for whoever presses twice; a number is not long enough for it.
            used.result = url[:60]
            used.save(update_fields=["result"])
    except AlreadyUsed as before:
        return redirect(before.result or "home")
    except Stale:
        return _again(request, page, form)
    except ValidationError as fault:
        form.add_error(page.file_box if page.file_box in form.fields else None, fault)
        return _show(request, page, form, decision)
    except Refused as refusal:
        return _show(request, page, form, refusal.decision)
    if page.done:
        messages.success(request, str(page.done))
    return redirect(url)


def _again(request: SignedInRequest, page: Deciding, form: forms.Form) -> HttpResponse:
    """Somebody was quicker: what was typed stands in the boxes, on the version that is read now."""
    _read_again(page.row)
    data = request.POST.copy()
    data["version"] = str(page.row.version)
    again = page.form(data=data, initial=_initial(page))
    again.is_valid()
    again.add_error(
        None, _("Somebody changed this while you were typing. Read what stands now, then send yours again")
    )
    return _show(request, page, again, page.may())


def _read_again(row: Any) -> None:
    """The row as it stands, in the place of the one that was read.

    Not `refresh_from_db`: a state that only its steps may set refuses to be set once it was read.
    """
    fresh = type(row)._default_manager.get(pk=row.pk)
    row.__dict__.update(fresh.__dict__)


def _show(
    request: SignedInRequest, page: Deciding, form: forms.Form, decision: Decision, *, kept: bool = False
) -> HttpResponse:
    context = {
        "form": form if decision.allowed else None,
        "hidden": [box for box in form if box.is_hidden],
        "boxes": [box for box in form if not box.is_hidden],
        "why": decision,
        "typed": [] if decision.allowed else typed_in(form),
        "kept": kept,
        "takes_files": page.takes_files,
        **page.context,
    }
    return render(request, page.template, context, status=200 if decision.allowed else 403)


def typed_in(form: forms.Form) -> list[tuple[str, str]]:
    """What somebody typed, box by box, for a page on which it can no longer be sent."""
    if not form.is_bound:
        return []
    boxes = [box for box in form if not box.is_hidden and not isinstance(box.field, forms.FileField)]
    return [
        (str(box.label), str(box.value())) for box in boxes if isinstance(box.value(), str) and box.value()
    ]
