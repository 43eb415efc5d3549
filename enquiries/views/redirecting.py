"""An officer hands an enquiry on to another process: what the text says, what the member will read, sent."""

import secrets
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from casework.actions.protecting import AlreadyUsed, use_form_token
from council.queries import Standing
from council.sign_in import fill_in, sign_in_required
from enquiries.actions import redirecting as actions
from enquiries.actions.locking import Stale
from enquiries.forms.answering import AnswerForm
from enquiries.forms.facts import FactsForm
from enquiries.forms.redirecting import RedirectForm, ReferForm
from enquiries.models import Enquiry, Message, Redirection
from enquiries.policies import redirecting as policies
from enquiries.rules import PROCESSES
from enquiries.screens.redirecting import as_it_will_be
from enquiries.views import between
from enquiries.views.asking import Asked
from enquiries.views.officer import frame, staff_asked
from rulebook.decision import Decision, Refused
from rulebook.triage import Asker, Fact, Handling

LABELS = {Handling(process.value): process.label for process in Redirection.Process}


def new(found: Asked) -> dict[str, Any]:
    """What a form is begun with: the version that its writer reads, and a token of its own."""
    return {"version": found.enquiry.version, "token": secrets.token_urlsafe(24)}


def redirect_form(found: Asked, data: Any = None, *, to_send: bool = False) -> RedirectForm:
    """The form for the processes that are open to this person; what is sent is judged by its action."""
    who, enquiry = found.who, found.enquiry
    processes = PROCESSES if to_send else policies.open_processes(who, enquiry)
    dates = {one: actions.statutory_date(enquiry, one) for one in processes}
    return RedirectForm(
        data,
        initial={**new(found), "place": _place(enquiry, processes)},
        processes=[(one, str(LABELS[one])) for one in processes],
        by_statute={one: day for one, day in dates.items() if day},
        today=who.on,
    )


def _place(enquiry: Enquiry, processes: tuple[Handling, ...]) -> str:
    """A procedure is known by its name already."""
    named = policies.facts_of(enquiry).get(Fact.ESTABLISHED_PROCEDURE.value)
    return str(named) if named and processes == (Handling.ESTABLISHED_PROCEDURE,) else ""


def facts_form(found: Asked, data: Any = None) -> FactsForm:
    """The form of what is known, filled with what is on record."""
    facts = policies.facts_of(found.enquiry)
    asks_remit = facts[Fact.ASKED_BY.value] == Asker.CO_OPTED_MEMBER.value
    return FactsForm(data, initial={**FactsForm.shown(facts), **new(found)}, asks_remit=asks_remit)


def _page(request: HttpRequest, found: Asked, **given: Any) -> HttpResponse:
    """What the text says, the facts, and the form; `given` are the forms that were sent, and what came."""
    who, enquiry = found.who, found.enquiry
    decision = policies.may_redirect(who, enquiry)
    forms: dict[str, AnswerForm] = {
        "form": given.pop("form", None) or redirect_form(found),
        "known": given.pop("known", None) or facts_form(found),
        "refer": given.pop("refer", None) or ReferForm(initial=new(found)),
    }
    kept = [fill_in(request, form, action=_address(name, enquiry)) for name, form in forms.items()]
    way = policies.way_of(enquiry)
    processes = policies.open_processes(who, enquiry)
    context = {
        **frame(found),
        **forms,
        "why": decision,
        "may": decision.allowed,
        "may_refer": policies.may_refer(who, enquiry).allowed,
        "says": policies.sentence_of(way),
        "citations": list({cite.label: cite for cite in way.answer.cite}.values()),
        "processes": processes,
        "is_named": way.process is not None,
        "decides": policies.decides(who),
        "dates": [
            (str(LABELS[one]), day) for one in processes if (day := actions.statutory_date(enquiry, one))
        ],
        "has_errors": any(form.errors for form in forms.values()),
        "kept": any(kept),
        "typed": (),
        **given,
    }
    return render(request, "enquiries/redirect.html", context)


def _address(name: str, enquiry: Enquiry) -> str:
    names = {"form": "enquiry-redirect-check", "known": "enquiry-facts", "refer": "enquiry-refer"}
    return reverse(names[name], args=[enquiry.reference])


@sign_in_required
@require_http_methods(["GET", "HEAD"])
def page(request: HttpRequest, reference: str) -> HttpResponse:
    """Where does it belong? What the text says of what is known, and the way there."""
    return _page(request, staff_asked(request, reference))


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def facts(request: HttpRequest, reference: str) -> HttpResponse:
    """What is known of it is put right, and the page says what the text makes of that."""
    if request.method != "POST":
        return redirect("enquiry-redirect", reference)
    found = staff_asked(request, reference)
    form = facts_form(found, request.POST)
    if not form.is_valid():
        return _faulty(request, found, form, "known", policies.may_redirect)

    def act() -> Enquiry:
        return actions.put_facts_right(
            who=found.who,
            enquiry=found.enquiry,
            facts=form.facts(found.enquiry),
            at=timezone.now(),
            seen_version=form.cleaned_data["version"],
        )

    try:
        once(found, form, act)
    except Stale as changed:
        return _stale(request, replace(found, enquiry=changed.enquiry), form, "known")
    messages.success(request, _("What is known of it is put right"))
    return redirect("enquiry-redirect", reference)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def refer(request: HttpRequest, reference: str) -> HttpResponse:
    """The monitoring officer is asked where it belongs; until then it stays where it is."""
    if request.method != "POST":
        return redirect("enquiry-redirect", reference)
    found = staff_asked(request, reference)
    form = ReferForm(request.POST, initial=new(found))
    if not form.is_valid():
        return _faulty(request, found, form, "refer", policies.may_refer)
    given, at = form.cleaned_data, timezone.now()

    def act() -> Message:
        return actions.refer_to_monitoring_officer(
            who=found.who,
            enquiry=found.enquiry,
            note=given["note"],
            at=at,
            seen_version=given["version"],
        )

    try:
        once(found, form, act)
    except Stale as changed:
        return _stale(request, replace(found, enquiry=changed.enquiry), form, "refer")
    messages.success(request, _("The monitoring officer is asked. The clock runs on"))
    return redirect("enquiry", reference)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest, reference: str) -> HttpResponse:
    """Exactly what the member will read, and the sending; a form that is stale or faulty writes nothing."""
    if request.method != "POST":
        return redirect("enquiry-redirect", reference)
    found = staff_asked(request, reference)
    to_send = redirect_form(found, request.POST, to_send=True)
    if "send" in request.POST and to_send.is_valid():
        return _send(request, found, to_send)
    form = redirect_form(found, request.POST)
    if not form.is_valid() or "change" in request.POST or between.is_stale(form, found.enquiry):
        return _faulty(request, found, form, "form", policies.may_redirect)
    return _last_look(request, found, form)


def _last_look(request: HttpRequest, found: Asked, form: RedirectForm) -> HttpResponse:
    enquiry, move = found.enquiry, form.move()
    expected_on = form.by_statute.get(move.process) or move.expected_on or found.who.on
    context = {
        **frame(found),
        "moved": as_it_will_be(
            enquiry, move.process, place=move.place, number=move.their_reference, expected_on=expected_on
        ),
        "text": move.text,
        "hidden": [(name, form[name].value()) for name in form.fields if form[name].value()],
        "check_url": _address("form", enquiry),
        "send_to": _("Move it and tell %(name)s") % {"name": enquiry.member.short_name},
    }
    return render(request, "enquiries/redirect_check.html", context)


def _send(request: HttpRequest, found: Asked, form: RedirectForm) -> HttpResponse:
    """Hands it on. A press that comes again, or after somebody else's, changes nothing."""
    given, at = form.cleaned_data, timezone.now()

    def act() -> Message:
        return actions.redirect_enquiry(
            who=found.who, enquiry=found.enquiry, move=form.move(), at=at, seen_version=given["version"]
        )

    try:
        once(found, form, act)
    except Stale as changed:
        return _stale(request, replace(found, enquiry=changed.enquiry), form, "form")
    words = _("%(reference)s is moved. %(name)s is told where it went and by when to expect what")
    name = found.enquiry.member.short_name
    messages.success(request, words % {"reference": found.enquiry.reference, "name": name})
    return redirect("enquiry", found.enquiry.reference)


def once(found: Asked, form: AnswerForm, act: Callable[[], object]) -> None:
    """Runs the form's action; a form that was sent before makes no second record."""
    token = form.cleaned_data["token"] or secrets.token_urlsafe(24)
    try:
        with transaction.atomic():
            use_form_token(token, by=found.who.person, at=timezone.now(), result=found.enquiry.reference)
            act()
    except AlreadyUsed:
        return


def _faulty(
    request: HttpRequest,
    found: Asked,
    form: AnswerForm,
    name: str,
    may: Callable[[Standing, Enquiry], Decision],
) -> HttpResponse:
    """The page again with what is to be mended. Raises Refused for whoever may not."""
    if between.is_stale(form, found.enquiry):
        return _stale(request, found, form, name)
    decision = may(found.who, found.enquiry)
    if not decision.allowed:
        raise Refused(decision)
    return _page(request, found, **{name: form})


def _stale(request: HttpRequest, found: Asked, form: AnswerForm, name: str) -> HttpResponse:
    """What came in between, then everything that was typed, now on the version that is read."""
    came = between.came_in_between(found.enquiry, between.seen_version(form))
    data = request.POST.copy()
    data["version"] = str(found.enquiry.version)
    makers: dict[str, Callable[[], AnswerForm]] = {
        "form": lambda: redirect_form(found, data),
        "known": lambda: facts_form(found, data),
        "refer": lambda: ReferForm(data),
    }
    again = makers[name]()
    again.is_valid()
    typed = [(again[one].label, again[one].value()) for one in again.fields if not again[one].is_hidden]
    shown = [(label, text) for label, text in typed if text]
    return _page(request, found, came=came, typed=shown, **{name: again})
