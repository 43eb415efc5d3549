"""Writing an enquiry: new, as a draft, for a member; what is typed is kept, whatever was wrong with it."""

import secrets
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from casework.actions.protecting import AlreadyUsed
from casework.forms import read_day
from casework.queries import attachments_shown
from casework.wording import date_time
from council.queries import profile
from council.rules import Role
from council.sign_in import fill_in, sign_in_required
from enquiries import policies
from enquiries.actions.logging import Draft, discard_draft
from enquiries.clock import Clock
from enquiries.forms.writing import EnquiryForm, treatment_of
from enquiries.models import Enquiry
from enquiries.queries import own
from enquiries.rules.stating import stated_in
from enquiries.screens.prompts import of_words
from enquiries.screens.triage import for_enquiry
from enquiries.states import State
from enquiries.views.asking import Asked, asked, standing
from enquiries.views.becoming import before_writing, beside_the_choice, say_if_barred
from enquiries.views.desk import (
    Desk,
    desk_of,
    draft_called,
    others_desk,
    own_desk,
    remember_saved,
    saved_by_itself,
)
from enquiries.views.receipts import receipt_of_day
from enquiries.views.who_replies import as_data, reply_by, routes, told_to
from rulebook.decision import Refused
from rulebook.protocols import protocol


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """A member's new enquiry; democratic services are taken to their own page."""
    who = standing(request)
    if who.has(Role.DEMOCRATIC_SERVICES) and not who.has(Role.MEMBER, Role.ASSISTANT):
        return redirect("enquiry-log")
    return _answer(request, own_desk(who, saved_by_itself(request, who)))


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def for_a_member(request: HttpRequest) -> HttpResponse:
    """«Log for a councillor»: brought in person, by telephone, email or letter (WF-6.8)."""
    who = standing(request)
    return _answer(request, others_desk(who, saved_by_itself(request, who)))


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def draft(request: HttpRequest, reference: str) -> HttpResponse:
    """A draft opened again; once it is sent, its own page."""
    found = asked(request, reference)
    if found.enquiry.state != State.DRAFT:
        return redirect("enquiry-sent" if request.method == "POST" else "enquiry", reference)
    return _answer(request, desk_of(found.who, found.enquiry))


def _answer(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The empty page, the page with what it says of the service, or what came of sending it."""
    if request.method != "POST":
        form = desk.form(initial=_first_words(request, desk), **desk.fields())
        fill_in(request, form, action=desk.address)
        return _page(request, desk, form)
    send = not {"draft", "preview"} & set(request.POST)
    form = desk.form(request.POST, request.FILES, to_send=send, **desk.fields())
    if "preview" in request.POST:
        return _previewed(request, desk, form)
    clock = Clock.read() if send else None
    if not form.is_valid() or (clock and say_if_barred(desk, form, clock=clock)):
        return _page(request, _files_kept(desk, form), form)
    try:
        handed = desk.hand_in(form, send=send, clock=clock)
    except AlreadyUsed as used:
        return redirect("enquiry-sent", used.result) if used.result else redirect("my-enquiries")
    if handed.faults:
        _say_unfit(form, handed.faults)
        return _page(request, desk.with_draft(handed.enquiry), form, token=_new_token())
    if send:
        return redirect("enquiry-sent", handed.enquiry.reference)
    messages.success(request, _("Draft saved"))
    return redirect("enquiry-draft", handed.enquiry.reference)


def _new_token() -> str:
    return secrets.token_urlsafe(24)


def _say_unfit(form: EnquiryForm, faults: tuple[str, ...]) -> None:
    for fault in faults:
        form.add_error("uploads", fault)


def _files_kept(desk: Desk, form: EnquiryForm) -> Desk:
    """Files cannot be put back into a form, so they wait in a draft while the rest is mended."""
    if not form.cleaned_data.get("uploads"):
        return desk
    if form.member_chosen is None:
        form.add_error("uploads", _("Choose the files again"))
        return desk
    handed = desk.hand_in(form, send=False)
    _say_unfit(form, handed.faults)
    return desk.with_draft(handed.enquiry)


def _previewed(request: HttpRequest, desk: Desk, form: EnquiryForm) -> HttpResponse:
    """«Show who will reply»: the same page, filled in, and nothing called wrong yet."""
    form.is_valid()
    desk = _files_kept(desk, form)
    typed = {name: form[name].data for name in form.fields if name != "uploads"}
    return _page(request, desk, desk.form(initial=typed, **desk.fields()))


def _first_words(request: HttpRequest, desk: Desk) -> dict[str, Any]:
    """What the empty form begins with: the draft, or the place of an earlier enquiry."""
    if desk.kept:
        draft = desk.draft()
        return {**vars(draft), **_choices_kept(desk.kept, draft)}
    like = own(desk.who).filter(reference=request.GET.get("like", "")).first()
    return {"service": like.service_id, "street": like.street, "member": like.member_id} if like else {}


def _choices_kept(kept: Enquiry, draft: Draft) -> dict[str, Any]:
    """What was chosen in a draft, as the form names it."""
    said = stated_in(kept.facts)
    return {
        "service": kept.service_id,
        "member": kept.member_id,
        "kind": said.kind.value,
        "remit": "no" if said.within_remit is False else "yes",
        "factual": said.factual_only,
        "addressed_to": kept.addressed_to_id,
        "treatment": treatment_of(draft),
    }


def _page(request: HttpRequest, desk: Desk, form: EnquiryForm, *, token: str = "") -> HttpResponse:
    today, kept = desk.who.on, desk.kept
    received_on = today
    if "received_on" in form.fields:
        received_on = min(read_day(str(form["received_on"].value() or ""), today=today) or today, today)
    when = reply_by(received_on, today=today, says_from=desk.for_others)
    found = as_data(routes(desk.services, when, on=today))
    receipt_url = f"{reverse('enquiry-date')}?received={received_on:%Y-%m-%d}"
    said = beside_the_choice(desk, form) if request.method == "POST" or kept else {}
    context = {
        **before_writing(desk),
        **said,
        "section": "to-route" if desk.for_others else "my-enquiries",
        "form": form,
        "token": token or request.POST.get("token", "") or _new_token(),
        "kept": kept,
        "files": list(attachments_shown(kept.stream)) if kept else [],
        "saved": _saved(kept) if kept else "",
        "address": desk.address,
        "autosave": reverse("enquiry-autosave") + (f"?draft={kept.reference}" if kept else ""),
        "for_others": desk.for_others,
        "routes": found,
        "preview": None if said and said["becomes"].is_barred else found.get(form.service_shown),
        "receipt_url": receipt_url,
        "safeguarding_phone": profile().safeguarding_phone,
        "resident_open": bool(form["resident_name"].value() or form["resident_contact"].value()),
    }
    return render(request, "enquiries/new.html", context)


def _saved(enquiry: Enquiry) -> str:
    return _("Draft saved on %(when)s") % {"when": date_time(enquiry.saved_at)}


@sign_in_required
@require_POST
def autosave(request: HttpRequest) -> HttpResponse:
    """Keeps what is typed every half minute, with scripts on; answers with the words beside the button."""
    who, reference = standing(request), request.GET.get("draft", "")
    kept = draft_called(who, reference) if reference else saved_by_itself(request, who)
    if reference and kept is None:
        raise Http404
    new_desk = others_desk if "channel" in request.POST else own_desk
    desk = desk_of(who, kept) if kept else new_desk(who)
    form = desk.form(request.POST, to_send=False, **desk.fields())
    form.is_valid()
    words = ""
    if form.member_chosen:
        enquiry = desk.hand_in(form, send=False, files=False).enquiry
        words = _saved(enquiry)
        if not reference:
            remember_saved(request, form.cleaned_data.get("token", ""), enquiry)
    return HttpResponse(words, content_type="text/plain; charset=utf-8")


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: HttpRequest, reference: str) -> HttpResponse:
    """Throws a draft away, after asking: this cannot be taken back."""
    found = asked(request, reference)
    decision = policies.may_send(found.who, found.enquiry)
    if not decision.allowed:
        raise Refused(decision)
    if request.method != "POST":
        return render(request, "enquiries/delete.html", {"enquiry": found.enquiry, "section": "my-enquiries"})
    discard_draft(who=found.who, enquiry=found.enquiry)
    messages.success(request, _("Draft deleted"))
    return redirect("my-enquiries")


@sign_in_required
@require_safe
def sent(request: HttpRequest, reference: str) -> HttpResponse:
    """«Enquiry sent»: its number, who will reply, by when, and what happens next."""
    found = asked(request, reference)
    enquiry = found.enquiry
    if enquiry.state == State.DRAFT:
        return redirect("enquiry-draft", reference)
    context = {
        "enquiry": enquiry,
        "to": told_to(enquiry, on=found.who.on),
        "becomes": for_enquiry(enquiry),
        "reminders": of_words(
            protocol(enquiry.protocol), subject=enquiry.subject, details=enquiry.details, addressed=None
        ),
        "note": reply_by(enquiry.received_on or found.who.on, today=found.who.on).closed,
        "alike": _alike(found),
        "for_others": enquiry.member_id != found.who.person.pk,
        "section": "my-enquiries" if found.who.has(Role.MEMBER, Role.ASSISTANT) else "to-route",
    }
    return render(request, "enquiries/sent.html", context)


def _alike(found: Asked) -> list[Enquiry]:
    """Earlier enquiries of the same member about the same place."""
    street = found.enquiry.street.strip()
    if not street:
        return []
    earlier = own(found.who).filter(member=found.enquiry.member_id, street__iexact=street)
    return list(earlier.exclude(pk=found.enquiry.pk).exclude(state=State.DRAFT).order_by("-sent_at")[:3])


@sign_in_required
@require_safe
def date_preview(request: HttpRequest) -> HttpResponse:
    """How the date on the page «New enquiry» is worked out, for an enquiry received that day."""
    who = standing(request)
    day = min(read_day(request.GET.get("received", ""), today=who.on) or who.on, who.on)
    context = {**receipt_of_day(day), "enquiry": None, "section": "my-enquiries"}
    return render(request, "enquiries/receipt.html", context)
