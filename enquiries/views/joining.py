"""Enquiries on one matter: linked and unlinked in one press, two of one member merged on a page."""

import secrets
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from casework.actions.protecting import AlreadyUsed
from casework.wording import long_date
from council.sign_in import fill_in, sign_in_required
from enquiries.actions.enclosing import send_once
from enquiries.actions.linking import link_enquiries, unlink_enquiries
from enquiries.actions.locking import Stale
from enquiries.actions.merging import merge_enquiries
from enquiries.forms.joining import OTHER, MergeForm
from enquiries.models import Enquiry
from enquiries.policies import joining
from enquiries.queries import visible_to, with_names
from enquiries.screens.joining import mergeable
from enquiries.views import between
from enquiries.views.asking import Asked
from enquiries.views.officer import frame, staff_asked
from rulebook.decision import Refused


def _other(found: Asked, number: str) -> Enquiry:
    """The other enquiry, if the person may know of it; else 404."""
    rows = with_names(visible_to(found.who)).select_related("stream")
    other = rows.filter(reference=number.replace("\x00", "")).first()
    if other is None:
        raise Http404
    return other


@sign_in_required
@require_POST
def link(request: HttpRequest, reference: str) -> HttpResponse:
    """«Link» and «Take the link away»; pressed twice each is done once."""
    found = staff_asked(request, reference)
    other = _other(found, request.POST.get("other", ""))
    change = unlink_enquiries if "unlink" in request.POST else link_enquiries
    if change(who=found.who, enquiry=found.enquiry, other=other, at=timezone.now()):
        words = _("%(reference)s is linked with this case.")
        if "unlink" in request.POST:
            words = _("%(reference)s is not linked with this case any more.")
        messages.success(request, words % {"reference": other.reference})
    return redirect("enquiry", reference)


def _words(enquiry: Enquiry) -> str:
    day = long_date(enquiry.owed_on) if enquiry.owed_on else _("no date set")
    words = _("%(reference)s: %(subject)s (reply due: %(day)s)")
    return words % {"reference": enquiry.reference, "subject": enquiry.subject, "day": day}


def _form(found: Asked, others: list[Enquiry], data: Any = None) -> MergeForm:
    initial = {
        "version": found.enquiry.version,
        "seen": MergeForm.versions_of(others),
        "token": secrets.token_urlsafe(24),
    }
    return MergeForm(data, others=[(str(one.pk), _words(one)) for one in others], initial=initial)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def merge(request: HttpRequest, reference: str) -> HttpResponse:
    """Two enquiries of one member become one; which goes on is chosen, the earlier date stays owed."""
    found = staff_asked(request, reference)
    decision = joining.may_merge(found.who, found.enquiry)
    if not decision.allowed:
        if request.method == "POST" and found.enquiry.merged_into_id:
            return _to(found, found.enquiry.merged_into_id)
        raise Refused(decision)
    others = mergeable(found.who, found.enquiry)
    form = _form(found, others, request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _merged(request, found, others, form)
    fill_in(request, form)
    return _page(request, found, others, form)


def _page(
    request: HttpRequest, found: Asked, others: list[Enquiry], form: MergeForm, **more: Any
) -> HttpResponse:
    context = {**frame(found), "form": form if others else None, **more}
    return render(request, "enquiries/merge.html", context)


def _merged(request: HttpRequest, found: Asked, others: list[Enquiry], form: MergeForm) -> HttpResponse:
    """Runs the action once for each form; where one of the two changed meanwhile, the page says what."""
    who, enquiry, given, at = found.who, found.enquiry, form.cleaned_data, timezone.now()
    other = next(one for one in others if str(one.pk) == given["other"])
    merged, into = (enquiry, other) if given["goes_on"] == OTHER else (other, enquiry)
    seen = {enquiry.pk: given["version"], other.pk: form.version_of(other.pk)}

    def act() -> Enquiry:
        return merge_enquiries(who=who, merged=merged, into=into, at=at, seen=seen)

    try:
        token = given["token"] or secrets.token_urlsafe(24)
        send_once(token=token, who=who, enquiry=enquiry, at=at, send=act)
    except AlreadyUsed:
        return _to(found, into.pk)
    except Stale as stale:
        return _stale(request, found, stale.enquiry, seen)
    words = _("%(merged)s goes on in this case. Nothing that was said is lost.")
    messages.success(request, words % {"merged": merged.reference})
    return _to(found, into.pk)


def _stale(request: HttpRequest, found: Asked, changed: Enquiry, seen: dict[int, int]) -> HttpResponse:
    now = replace(found, enquiry=_other(found, found.enquiry.reference))
    others = mergeable(now.who, now.enquiry)
    data = request.POST.copy()
    data["version"], data["seen"] = str(now.enquiry.version), MergeForm.versions_of(others)
    came = between.came_in_between(changed, seen[changed.pk])
    return _page(request, now, others, _form(now, others, data), came=came)


def _to(found: Asked, pk: int) -> HttpResponse:
    """The case that goes on, for whoever may see it."""
    into = visible_to(found.who).filter(pk=pk).first()
    return redirect("enquiry", (into or found.enquiry).reference)
