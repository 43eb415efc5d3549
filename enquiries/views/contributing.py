"""Other teams' parts of a reply: asked for, given, done without."""

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
from enquiries.actions.contributing import ask_contribution, give_contribution, waive_contribution
from enquiries.actions.enclosing import send_once
from enquiries.actions.locking import Stale
from enquiries.forms.preparing import AskPartForm, PartForm, WaiveForm
from enquiries.models import Contribution
from enquiries.policies import preparing
from enquiries.rules import last_day_for_a_part
from enquiries.screens.preparing import parts_of
from enquiries.views import between
from enquiries.views.asking import Asked, asked_for_a_part
from enquiries.views.officer import frame, staff_asked
from rulebook.decision import Decision, Refused


def _ask(decision: Decision) -> None:
    if not decision.allowed:
        raise Refused(decision)


def _ask_form(found: Asked, data: Any = None) -> AskPartForm:
    enquiry, today = found.enquiry, found.who.on
    return AskPartForm(
        data,
        not_team=enquiry.team,
        today=today,
        latest=last_day_for_a_part(enquiry.owed_on, today),
        initial={"version": enquiry.version, "token": secrets.token_urlsafe(24)},
    )


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def parts(request: HttpRequest, reference: str) -> HttpResponse:
    """What other teams were asked for, a form to ask another, and one to do without."""
    found = staff_asked(request, reference)
    if request.method == "POST" and "waive" in request.POST:
        return _waive(request, found)
    _ask(preparing.may_ask_contribution(found.who, found.enquiry))
    if request.method != "POST":
        form = _ask_form(found)
        fill_in(request, form)
        return _page(request, found, form)
    form = _ask_form(found, request.POST)
    return _asked_for(request, found, form) if form.is_valid() else _page(request, found, form)


def _page(
    request: HttpRequest, found: Asked, form: AskPartForm | None, waive: WaiveForm | None = None, **more: Any
) -> HttpResponse:
    """The page; `waive` is the form of the part that was done without, with its fault."""
    shown = [
        (part, waive if waive and waive["part"].value() == str(part.row.pk) else _waive_form(part.row))
        for part in parts_of(found.who, found.enquiry)
    ]
    context = {**frame(found), "form": form, "faulty": waive or form, "shown": shown, **more}
    return render(request, "enquiries/parts.html", context)


def _waive_form(part: Contribution, data: Any = None) -> WaiveForm:
    """Each on the page has names of its own, so that the boxes have theirs."""
    return WaiveForm(data, initial={"part": part.pk}, auto_id=f"id_%s_{part.pk}")


def _asked_for(request: HttpRequest, found: Asked, form: AskPartForm) -> HttpResponse:
    who, enquiry, given, at = found.who, found.enquiry, form.cleaned_data, timezone.now()

    def act() -> Contribution:
        return ask_contribution(
            who=who,
            enquiry=enquiry,
            team=given["team"],
            question=given["question"],
            due_on=given["due_on"],
            at=at,
            seen_version=given["version"],
        )

    try:
        token = given["token"] or secrets.token_urlsafe(24)
        send_once(token=token, who=who, enquiry=enquiry, at=at, send=act)
    except AlreadyUsed:
        return redirect("enquiry-contributions", enquiry.reference)
    except Stale as stale:
        now = replace(found, enquiry=stale.enquiry)
        data = request.POST.copy()
        data["version"] = str(stale.enquiry.version)
        came = between.came_in_between(stale.enquiry, given["version"])
        return _page(request, now, _ask_form(now, data), came=came)
    except Refused as refusal:
        # What was typed stays; the sentence stands beside it.
        form.add_error(None, refusal.decision.sentence)
        return _page(request, found, form)
    messages.success(request, _("%(team)s is asked for its part.") % {"team": given["team"].name})
    return redirect("enquiry-contributions", enquiry.reference)


def _waive(request: HttpRequest, found: Asked) -> HttpResponse:
    """The reply does without a part; pressed twice it is done once."""
    _ask(preparing.may_waive_contribution(found.who, found.enquiry))
    form = WaiveForm(request.POST, auto_id=f"id_%s_{request.POST.get('part', '')}")
    if not form.is_valid():
        may_ask = preparing.may_ask_contribution(found.who, found.enquiry)
        return _page(request, found, _ask_form(found) if may_ask.allowed else None, form)
    given = form.cleaned_data
    waived = waive_contribution(
        who=found.who, enquiry=found.enquiry, part=given["part"], reason=given["reason"], at=timezone.now()
    )
    if waived is None:
        messages.info(request, _("This part is not owed any more."))
    else:
        words = _("The reply does not wait for %(team)s any more.")
        messages.success(request, words % {"team": waived.team.name})
    return redirect("enquiry", found.enquiry.reference)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def part(request: HttpRequest, reference: str) -> HttpResponse:
    """For the team that was asked: the enquiry, the question, and its part of the reply."""
    found = asked_for_a_part(request, reference)
    decision = preparing.may_contribute(found.who, found.enquiry)
    if not decision.allowed and not preparing.is_contributor(found.who, found.enquiry):
        raise Refused(decision)
    owed = preparing.open_parts(found.enquiry) if decision.allowed else []
    mine = next((one for one in owed if one.team_id == found.who.team_id), None)
    initial = {"part": mine.pk if mine else None, "token": secrets.token_urlsafe(24)}
    form = PartForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid() and decision.allowed:
        try:
            return _given(request, found, form)
        except Refused as refusal:
            # Given by a colleague, or done without, while this was on its way: what was typed stays.
            decision = refusal.decision
    fill_in(request, form)
    theirs = [one for one in parts_of(found.who, found.enquiry) if one.row.team_id == found.who.team_id]
    context = {
        **frame(found),
        "form": form if decision.allowed else None,
        "decision": decision,
        "parts": theirs,
        "section": "team-cases",
        "typed": request.POST.get("text", ""),
    }
    return render(request, "enquiries/part.html", context)


def _given(request: HttpRequest, found: Asked, form: PartForm) -> HttpResponse:
    who, enquiry, given, at = found.who, found.enquiry, form.cleaned_data, timezone.now()

    def act() -> Contribution:
        return give_contribution(who=who, enquiry=enquiry, part=given["part"], text=given["text"], at=at)

    try:
        token = given["token"] or secrets.token_urlsafe(24)
        send_once(token=token, who=who, enquiry=enquiry, at=at, send=act)
    except AlreadyUsed:
        return redirect("enquiry-part", enquiry.reference)
    messages.success(request, _("Your part is with the officers who write the reply."))
    return redirect("enquiry-part", enquiry.reference)
