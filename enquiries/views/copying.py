"""A letter in a case, copied openly: to whom, whether its author agrees, and what the copied person reads."""

import secrets
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from casework.actions.protecting import AlreadyUsed
from casework.paging import page_for
from council.sign_in import fill_in, sign_in_required
from enquiries.actions.copying import answer_consent, send_copy
from enquiries.actions.locking import Stale
from enquiries.actions.once import once
from enquiries.forms.privacy import CopyForm
from enquiries.policies.privacy import may_answer_copy, may_copy
from enquiries.queries import copies_to, shared_with, with_names
from enquiries.screens.privacy import letter_words, letters_to_copy
from enquiries.views import between
from enquiries.views.asking import Asked, asked, standing
from enquiries.views.officer import frame, staff_asked
from rulebook.decision import Refused
from rulebook.duty import Duty
from rulebook.protocols import protocol


def _start(found: Asked) -> dict[str, Any]:
    return {"version": found.enquiry.version, "token": secrets.token_urlsafe(24)}


def _again(request: HttpRequest, found: Asked) -> Any:
    """What was typed, now on the version that is read."""
    data = request.POST.copy()
    data["version"] = str(found.enquiry.version)
    return data


def _copy_form(found: Asked, data: Any = None) -> CopyForm:
    return CopyForm(
        data,
        initial=_start(found),
        letters=letters_to_copy(found.enquiry),
        today=found.who.on,
        text=protocol(found.enquiry.protocol),
    )


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def copy(request: HttpRequest, reference: str) -> HttpResponse:
    """A copy of a letter that was sent; where the author has to agree, the author is asked."""
    found = staff_asked(request, reference)
    decision = may_copy(found.who, found.enquiry)
    if not decision.allowed:
        raise Refused(decision)
    form = _copy_form(found, request.POST if request.method == "POST" else None)
    fill_in(request, form)
    if not form.is_bound or not form.is_valid():
        return _copy_page(request, found, form)
    given, at, wish = form.cleaned_data, timezone.now(), form.wish()

    def act() -> object:
        return send_copy(
            who=found.who, enquiry=found.enquiry, wish=wish, at=at, seen_version=given["version"]
        )

    try:
        made = once(act, token=given["token"], who=found.who, at=at, result=reference)
    except AlreadyUsed:
        return redirect("enquiry", reference)
    except Stale as stale:
        now = replace(found, enquiry=stale.enquiry)
        came = between.came_in_between(now.enquiry, given["version"])
        return _copy_page(request, now, _copy_form(now, _again(request, now)), came=came)
    except Refused as refusal:
        form.add_error("person", refusal.decision.sentence)
        return _copy_page(request, found, form)
    words = _("A copy went to %(name)s. Everybody on the case is told")
    if made is None:
        words = _("The member is asked whether %(name)s may have a copy. Nothing was sent yet")
    messages.success(request, words % {"name": wish.person.name})
    return redirect("enquiry", reference)


def _copy_page(request: HttpRequest, found: Asked, form: CopyForm, **more: Any) -> HttpResponse:
    context = {
        **frame(found),
        "form": form if form.fields["letter"].choices else None,  # type: ignore[attr-defined]
        "citations": protocol(found.enquiry.protocol).cite(Duty.COPY),
        **more,
    }
    return render(request, "enquiries/copy.html", context)


@sign_in_required
@require_POST
def answer_copy(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """The author says whether the copy may go; a second press changes nothing."""
    found = asked(request, reference)
    decision = may_answer_copy(found.who, found.enquiry)
    if not decision.allowed:
        raise Refused(decision)
    consent = found.enquiry.copy_consents.filter(pk=pk).select_related("enquiry", "message", "person").first()
    if consent is None or request.POST.get("answer") not in ("yes", "no"):
        raise Http404
    agrees = request.POST["answer"] == "yes"
    answer_consent(who=found.who, consent=consent, agrees=agrees, at=timezone.now())
    words = _("The copy may go to %(name)s") if agrees else _("%(name)s gets no copy")
    messages.success(request, words % {"name": consent.person.name})
    return redirect("enquiry", reference)


@sign_in_required
@require_safe
def copies(request: HttpRequest) -> HttpResponse:
    """Letters that were copied to the person, and enquiries that colleagues share with them."""
    who = standing(request)
    page = page_for(request, copies_to(who), order=("-at",))
    rows = [(copy_, letter_words(copy_.message)) for copy_ in page.items]
    shared = with_names(shared_with(who)).order_by("-sent_at", "-pk")
    context = {"section": "my-enquiries", "rows": rows, "page": page, "shared": shared}
    return render(request, "enquiries/copies.html", context)


@sign_in_required
@require_safe
def copied(request: HttpRequest, pk: int) -> HttpResponse:
    """One letter that was copied to the person, and nothing else of its case."""
    found = copies_to(standing(request)).filter(pk=pk).first()
    if found is None:
        raise Http404
    context = {"section": "my-enquiries", "copy": found, "message": found.message}
    return render(request, "enquiries/copied.html", context)
