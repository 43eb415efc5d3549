"""An officer answers in two pages: what they write, and what the member will read."""

import secrets
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from casework.actions.protecting import AlreadyUsed
from council.sign_in import fill_in, sign_in_required
from enquiries.actions.allocating import hand_back
from enquiries.actions.enclosing import drop_file, keep_files, send_once, waiting_files
from enquiries.actions.locking import Stale
from enquiries.actions.replying import MissingParts
from enquiries.clock import Clock
from enquiries.forms.answering import (
    FULL,
    HAND_BACK,
    HOLDING,
    QUESTION,
    AnswerForm,
    HandBackForm,
    HoldingForm,
    QuestionForm,
    ReplyForm,
)
from enquiries.models import Enquiry, Message
from enquiries.policies import preparing
from enquiries.screens.joining import same_reply_choices
from enquiries.screens.preparing import drafting
from enquiries.views import between, lists, parts, standard_letters
from enquiries.views.asking import Asked
from enquiries.views.officer import POLICIES, Part, frame, staff_asked
from enquiries.views.sending import (
    asked_for_approval,
    draft_pressed,
    is_kept_back,
    keep_what_came_back,
    save_draft,
    say_what_is_missing,
    sending,
)
from rulebook.decision import Refused
from rulebook.duty import Duty
from rulebook.protocols import protocol

_TEMPLATES = {HAND_BACK: "enquiries/hand_back.html"}
_KINDS = {
    FULL: Message.Kind.REPLY,
    HOLDING: Message.Kind.HOLDING_REPLY,
    QUESTION: Message.Kind.QUESTION,
}


def _kind(given: str | None) -> str:
    """Which answer; a word that is none means the full reply."""
    return given if given in POLICIES else FULL


def _form(kind: str, found: Asked, request: HttpRequest | None = None) -> AnswerForm:
    """The form of that answer; new ones carry the version that their writer reads, and a token."""
    initial: dict[str, Any] = {"version": found.enquiry.version, "token": secrets.token_urlsafe(24)}
    own = preparing.reply_in_hand(found.who.person, found.enquiry) if kind == FULL else None
    if own:
        names = ("text", "forward_text", "do_not_circulate", "late_because", "late_words")
        initial |= {name: getattr(own, name) for name in names}
    data: dict[str, Any] = {"initial": initial}
    if request is not None:
        data |= {"data": request.POST, "files": request.FILES}
    if kind == HOLDING:
        return HoldingForm(**data, today=found.who.on, due_on=found.enquiry.due_on)
    if kind == FULL:
        form = ReplyForm(**data, late=Clock.read().is_late(found.enquiry, on=found.who.on))
        if request is not None and "save" in request.POST and "late_because" in form.fields:
            # A draft goes to nobody: why it is late is said when it is sent.
            form.fields["late_because"].required = False
        return form
    return {QUESTION: QuestionForm, HAND_BACK: HandBackForm}[kind](**data)


def _page(
    request: HttpRequest, found: Asked, kind: str, form: AnswerForm | None, **more: Any
) -> HttpResponse:
    """The page with that form; where it may not be sent now, the reason stands in its place."""
    enquiry = found.enquiry
    decision = POLICIES[kind](found.who, enquiry)
    page = reverse("enquiry-reply", args=[enquiry.reference])
    state = drafting(found.who, enquiry) if kind == FULL and decision.allowed else None
    words = {
        FULL: _("Full reply"),
        HOLDING: _("Holding reply"),
        QUESTION: _("Ask a question"),
        HAND_BACK: _("Not ours"),
    }
    context = {
        **frame(found),
        "kind": kind,
        "ways": [Part(text, f"{page}?answer={name}", name == kind) for name, text in words.items()],
        "other_ways": parts.links(parts.ANSWERS, found),
        "form": form if decision.allowed and not (state and state.own_waits) else None,
        "drafting": state,
        "why": decision,
        "citations": protocol(enquiry.protocol).cite(Duty.HOLDING_REPLY),
        "chosen": waiting_files(who=found.who, enquiry=enquiry) if kind == FULL else [],
        "check_url": reverse("enquiry-check", args=[enquiry.reference]),
        "standard": standard_letters.groups(found) if kind == FULL else (),
        **more,
    }
    return render(request, _TEMPLATES.get(kind, "enquiries/reply.html"), context)


@sign_in_required
@require_safe
def reply(request: HttpRequest, reference: str) -> HttpResponse:
    """Four ways to answer, each with its own address."""
    found = staff_asked(request, reference)
    kind = _kind(request.GET.get("answer"))
    form = _form(kind, found)
    action = "enquiry-hand-back" if kind == HAND_BACK else "enquiry-check"
    kept = fill_in(request, form, action=reverse(action, args=[reference]))
    if kept and kind == FULL:
        keep_what_came_back(found, form)
    return _page(request, found, kind, form, kept=kept)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest, reference: str) -> HttpResponse:
    """The last look, and the sending. Nothing is written by a form that is stale, faulty or not allowed."""
    if request.method != "POST":
        return redirect("enquiry-reply", reference)
    found = staff_asked(request, reference)
    kind = _kind(request.POST.get("answer"))
    if kind == HAND_BACK:
        return give_back(request, reference)
    return draft_pressed(request, found, kind) or _checked(request, found, kind)


def _checked(request: HttpRequest, found: Asked, kind: str) -> HttpResponse:
    """The page again with what is wrong, the draft kept, the last look, or the sending."""
    form = _form(kind, found, request)
    fit = form.is_valid()
    if standard_letters.PUT_IN in request.POST and _files_kept(request, found, form):
        return _page(request, found, kind, standard_letters.put_in(request, found, _form(kind, found)))
    if "send" in request.POST and fit and not is_kept_back(found, kind):
        return _send(request, found, kind, form)
    if between.is_stale(form, found.enquiry):
        return _stale(request, found, kind, form)
    decision = POLICIES[kind](found.who, found.enquiry)
    if not decision.allowed:
        raise Refused(decision)
    if not form.is_valid() or not _files_kept(request, found, form) or "change" in request.POST:
        return _page(request, found, kind, form)
    if kind == FULL and "save" in request.POST:
        return save_draft(request, found, form)
    if is_kept_back(found, kind):
        return _page(request, found, kind, form)
    return _last_look(request, found, kind, form)


def _files_kept(request: HttpRequest, found: Asked, form: AnswerForm) -> bool:
    """Files chosen are kept at once; a faulty one is said beside its box, and the page comes again."""
    drop = request.POST.get("drop", "")
    if drop.isdecimal() and len(drop) < 18:
        drop_file(who=found.who, enquiry=found.enquiry, pk=int(drop))
        return False
    uploads = form.cleaned_data.get("attachments") or []
    if not uploads:
        return True
    try:
        keep_files(who=found.who, enquiry=found.enquiry, uploads=uploads, at=timezone.now())
    except ValidationError as fault:
        form.add_error("attachments", fault)
        return False
    return True


def _last_look(request: HttpRequest, found: Asked, kind: str, form: AnswerForm) -> HttpResponse:
    enquiry = found.enquiry
    state = drafting(found.who, enquiry) if kind == FULL else None
    chosen = waiting_files(who=found.who, enquiry=enquiry) if kind == FULL else []
    for_approval = bool(state and state.for_approval)
    send_to = _("Send to %(name)s") % {"name": enquiry.member.short_name}
    context = {
        **frame(found),
        "kind": kind,
        "given": form.cleaned_data,
        "hidden": [
            (name, form[name].value()) for name in form.fields if name != "attachments" and form[name].value()
        ],
        "clock_effect": between.clock_effect(enquiry, kind, form.cleaned_data, on=found.who.on),
        "chosen": chosen,
        "for_approval": for_approval,
        "also": same_reply_choices(found.who, enquiry) if state and not for_approval else [],
        "send_to": _("Ask for approval") if for_approval else send_to,
        "check_url": reverse("enquiry-check", args=[enquiry.reference]),
    }
    return render(request, "enquiries/check.html", context)


def _send(request: HttpRequest, found: Asked, kind: str, form: AnswerForm) -> HttpResponse:
    """Runs the answer's action. Raises Refused for whoever may not, or a case in no state for it."""
    who, enquiry, given, at = found.who, found.enquiry, form.cleaned_data, timezone.now()
    sends = sending(found, kind, form, also=request.POST.getlist("also"), at=at)
    token = given["token"] or secrets.token_urlsafe(24)
    try:
        send_once(token=token, who=who, enquiry=enquiry, at=at, send=sends.act, with_files=sends.with_files)
    except AlreadyUsed:
        pass
    except Stale as stale:
        if stale.enquiry.pk != enquiry.pk:
            return _other_is_stale(request, found, form, stale.enquiry)
        return _stale(request, replace(found, enquiry=stale.enquiry), kind, form)
    except MissingParts as fault:
        say_what_is_missing(form, fault)
        return _page(request, found, kind, form)
    if sends.for_approval:
        return asked_for_approval(request, found)
    return redirect(f"{reverse('enquiry-replied', args=[enquiry.reference])}?answer={kind}")


def _other_is_stale(request: HttpRequest, found: Asked, form: AnswerForm, changed: Enquiry) -> HttpResponse:
    """A linked enquiry that was to get the same reply changed meanwhile: nothing was sent to anybody."""
    words = _("%(reference)s changed while you were typing. Nothing was sent. Read it, then check again.")
    form.add_error(None, words % {"reference": changed.reference})
    return _page(request, found, FULL, form)


def _stale(request: HttpRequest, found: Asked, kind: str, form: AnswerForm) -> HttpResponse:
    """What came in between, then everything that was typed, now on the version that is read."""
    seen = between.seen_version(form)
    data = request.POST.copy()
    data["version"] = str(found.enquiry.version)
    again = type(form)(data, **between.limits(form, found))
    again.is_valid()
    came = between.came_in_between(found.enquiry, seen)
    typed = [(again[name].label, again[name].value()) for name in again.fields if not again[name].is_hidden]
    return _page(
        request, found, kind, again, came=came, typed=[(label, text) for label, text in typed if text]
    )


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def give_back(request: HttpRequest, reference: str) -> HttpResponse:
    """«Not ours»: back to be routed, with a note; no day is lost by it."""
    if request.method != "POST":
        return redirect(f"{reverse('enquiry-reply', args=[reference])}?answer={HAND_BACK}")
    found = staff_asked(request, reference)
    form = _form(HAND_BACK, found, request)
    if between.is_stale(form, found.enquiry):
        return _stale(request, found, HAND_BACK, form)
    decision = POLICIES[HAND_BACK](found.who, found.enquiry)
    if not decision.allowed:
        raise Refused(decision)
    if not form.is_valid():
        return _page(request, found, HAND_BACK, form)
    given = form.cleaned_data
    try:
        hand_back(
            who=found.who,
            enquiry=found.enquiry,
            note=given["note"],
            at=timezone.now(),
            seen_version=given["version"],
        )
    except Stale as stale:
        return _stale(request, replace(found, enquiry=stale.enquiry), HAND_BACK, form)
    words = _("%(reference)s is back with democratic services. No day is lost.")
    messages.success(request, words % {"reference": reference})
    return redirect("my-cases")


@sign_in_required
@require_safe
def replied(request: HttpRequest, reference: str) -> HttpResponse:
    """What was sent, what happens next, and the next case."""
    found = staff_asked(request, reference)
    kind = _kind(request.GET.get("answer"))
    sent = _KINDS.get(kind, Message.Kind.REPLY)
    said = found.enquiry.messages.filter(by=found.who.person, kind=sent).last()
    if said is None:
        return redirect("enquiry", reference)
    context = {
        **frame(found),
        "kind": kind,
        "said": said,
        "next_cases": lists.next_case(found.who),
        "page_title": _("Sent"),
    }
    return render(request, "enquiries/replied.html", context)
