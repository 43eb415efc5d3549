"""The pages of one case, as officers see it: the case, its files, its notes, its history."""

import secrets
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from casework.actions.protecting import AlreadyUsed
from casework.queries import timeline
from council.queries import Standing, term_of
from council.sign_in import fill_in, sign_in_required
from enquiries import policies
from enquiries.actions.enclosing import add_files, files_of, send_once
from enquiries.actions.recording import record_opening
from enquiries.actions.replying import add_note
from enquiries.clock import Clock
from enquiries.forms.answering import FULL, HAND_BACK, HOLDING, QUESTION, FilesForm, NoteForm
from enquiries.models import Enquiry, Extra, Message
from enquiries.queries import NOTES, Beside, beside, with_beside, with_messages
from enquiries.screens.panels import STAFF_READS, clock_panel, happened
from enquiries.screens.viewers import who_can_see
from enquiries.states import State
from enquiries.views import parts
from enquiries.views.asking import Asked, asked
from rulebook.decision import Decision, Refused

POLICIES = {
    FULL: policies.may_reply,
    HOLDING: policies.may_send_holding_reply,
    QUESTION: policies.may_ask_member,
    HAND_BACK: policies.may_hand_back,
}


@dataclass(frozen=True)
class Action:
    """A button of the identity bar."""

    text: str
    url: str
    secondary: bool = False


@dataclass(frozen=True)
class Part:
    """A link among the parts of a case, or among the ways to answer it."""

    text: str
    url: str
    current: bool


def staff_asked(request: HttpRequest, reference: str) -> Asked:
    """The enquiry, for whoever deals with it. Raises Refused for the member whose own it is."""
    found = asked(request, reference)
    decision = policies.may_add_note(found.who, found.enquiry)
    if not decision.allowed:
        raise Refused(decision)
    return found


def decisions(found: Asked) -> dict[str, Decision]:
    """What the person may do with the case, by the names that the pages use."""
    named = {**POLICIES, "allocate": policies.may_allocate, "correct": policies.may_correct_receipt}
    named["route"] = policies.may_route
    return {name: policy(found.who, found.enquiry) for name, policy in named.items()}


def frame(
    found: Asked,
    may: dict[str, Decision] | None = None,
    *,
    current: str = "",
    known: Beside | None = None,
) -> dict[str, Any]:
    """What every page of a case shows: marking, identity bar, parts."""
    enquiry = found.enquiry
    known = known or beside(enquiry, on=found.who.on)
    return {
        "enquiry": enquiry,
        "page_title": enquiry.reference if enquiry.marking else _title(enquiry),
        "case_title": enquiry.subject or _("No subject yet"),
        "case_url": reverse("enquiry", args=[enquiry.reference]),
        "actions": _actions(enquiry, may) if may else [],
        "parts": _parts(enquiry, current, known),
        "section": "my-cases",
        "may_mark": bool(enquiry.marking),
    }


def _title(enquiry: Enquiry) -> str:
    return f"{enquiry.reference}: {enquiry.subject}"


def _actions(enquiry: Enquiry, may: dict[str, Decision]) -> list[Action]:
    words = {
        FULL: _("Reply"),
        HOLDING: _("Holding reply"),
        QUESTION: _("Ask a question"),
        HAND_BACK: _("Not ours"),
    }
    page = reverse("enquiry-reply", args=[enquiry.reference])
    found = [
        Action(text, f"{page}?answer={kind}", secondary=kind != FULL)
        for kind, text in words.items()
        if may[kind].allowed
    ]
    if may["route"].allowed:
        found.insert(0, Action(_("Send to a service"), reverse("enquiry-route", args=[enquiry.reference])))
    return found


def _parts(enquiry: Enquiry, current: str, known: Beside) -> list[Part]:
    names = {
        "enquiry": _("Case"),
        "enquiry-files": _("Files (%(count)d)") % {"count": known.files},
        "enquiry-notes": _("Notes (%(count)d)") % {"count": known.notes},
        "enquiry-history": _("History"),
    }
    return [
        Part(words, reverse(name, args=[enquiry.reference]), name == current) for name, words in names.items()
    ]


def officer_case(request: HttpRequest, found: Asked, *, show_resident: bool = False) -> HttpResponse:
    """The case as officers see it. Who opened a marked one is kept, and who saw the resident."""
    who, enquiry = found.who, found.enquiry
    if enquiry.marking or show_resident:
        part = "resident" if show_resident else "case"
        record_opening(who=who, enquiry=enquiry, part=part, at=timezone.now())
    known = with_beside(who, enquiry)
    may = decisions(found)
    clock = Clock.read()
    events = timeline(enquiry.stream, audience=STAFF_READS)
    term = term_of(enquiry.member, on=who.on)
    panel = clock_panel(
        enquiry,
        clock=clock,
        today=who.on,
        may_change=may["allocate"].allowed,
        may_correct=may["correct"].allowed,
        known=known,
    )
    context = {
        **frame(found, may, current="enquiry", known=known),
        "clock": panel,
        "said": said(enquiry),
        "ward": term.ward if term else None,
        "may_pass_on": term is None and policies.may_pass_on(who, enquiry).allowed,
        "has_resident": bool(enquiry.resident_name or enquiry.resident_contact),
        "show_resident": show_resident,
        "timeline": happened(events),
        "viewers": who_can_see(enquiry, on=who.on, known=known),
        "may_acknowledge": may["allocate"].allowed and enquiry.state == State.SENT,
        "may_allocate": may["allocate"].allowed,
        "refusals": [*refusals(may), *parts.refusals(parts.ANSWERS, found)],
        "panels": parts.panels(parts.OFFICER_PANELS, found, clock),
        "records": parts.panels(parts.OFFICER_RECORDS, found, clock),
        "groups": parts.groups(found),
    }
    return render(request, "enquiries/case_officer.html", context)


def refusals(may: dict[str, Decision]) -> list[Decision]:
    """Why what is missing is missing: each sentence once. What only routers do is said to routers alone."""
    found: dict[str, Decision] = {}
    shown = (FULL, HOLDING, QUESTION, HAND_BACK, "allocate")
    for name in shown:
        if not may[name].allowed:
            found.setdefault(may[name].sentence, may[name])
    return list(found.values())


@dataclass(frozen=True)
class Said:
    """One message with the files that came with it."""

    message: Message
    files: list[Any]


def said(enquiry: Enquiry) -> list[Said]:
    """What was said between member and officers, oldest first; notes stand on their own page."""
    with_files: dict[Any, list[Any]] = {}
    for attachment in files_of(enquiry) if enquiry.may_have(Extra.FILES) else ():
        number = attachment.event.facts.get("message") if attachment.event else None
        with_files.setdefault(number, []).append(attachment)
    messages_ = with_messages(enquiry, staff=False)
    return [Said(message, with_files.get(message.pk, [])) for message in messages_]


@sign_in_required
@require_POST
def resident(request: HttpRequest, reference: str) -> HttpResponse:
    """The case with the resident's details; who looked is kept."""
    return officer_case(request, staff_asked(request, reference), show_resident=True)


@sign_in_required
@require_safe
def history(request: HttpRequest, reference: str) -> HttpResponse:
    """Everything that happened."""
    found = asked(request, reference)
    if not policies.is_handler(found.who, found.enquiry):
        return redirect("enquiry", reference)
    events = timeline(found.enquiry.stream, audience=STAFF_READS)
    context = {**frame(found, current="enquiry-history"), "timeline": happened(events)}
    return render(request, "enquiries/history.html", context)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def notes(request: HttpRequest, reference: str) -> HttpResponse:
    """Officers' notes: members cannot see them, information law may reach them."""
    found = staff_asked(request, reference)
    form = NoteForm(request.POST or None, initial={"token": secrets.token_urlsafe(24)})
    if request.method == "POST" and form.is_valid():
        _keep_note(found.who, found.enquiry, form)
        messages.success(request, _("Note added"))
        return redirect("enquiry-notes", reference)
    fill_in(request, form)
    written = (
        found.enquiry.messages.filter(kind__in=NOTES).select_related("by__merged_into").order_by("-at", "-pk")
    )
    context = {**frame(found, current="enquiry-notes"), "form": form, "notes": written}
    return render(request, "enquiries/notes.html", context)


def _keep_note(who: Standing, enquiry: Enquiry, form: NoteForm) -> None:
    at, text = timezone.now(), form.cleaned_data["text"]

    def write() -> Message:
        return add_note(who=who, enquiry=enquiry, text=text, at=at)

    try:
        send_once(token=_token(form), who=who, enquiry=enquiry, at=at, send=write)
    except AlreadyUsed:
        return


def _token(form: NoteForm | FilesForm) -> str:
    """The form's own; a form that lost it counts as a new one."""
    return form.cleaned_data["token"] or secrets.token_urlsafe(24)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def files(request: HttpRequest, reference: str) -> HttpResponse:
    """The files of the case."""
    found = staff_asked(request, reference)
    given = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = FilesForm(*given, initial={"token": secrets.token_urlsafe(24)})
    if request.method == "POST" and form.is_valid() and _files_kept(found, form):
        messages.success(request, _("Files added"))
        return redirect("enquiry-files", reference)
    context = {**frame(found, current="enquiry-files"), "form": form, "files": files_of(found.enquiry)}
    return render(request, "enquiries/files.html", context)


def _files_kept(found: Asked, form: FilesForm) -> bool:
    """Puts them on the case; a fault of one stands beside the box, and none is kept."""
    uploads = form.cleaned_data["attachments"]
    try:
        add_files(
            who=found.who, enquiry=found.enquiry, uploads=uploads, token=_token(form), at=timezone.now()
        )
    except AlreadyUsed:
        return True
    except ValidationError as fault:
        form.add_error("attachments", fault)
        return False
    return True
