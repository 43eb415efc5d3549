"""In whose name a letter goes: the officer's who wrote it, or a member's whom the text names."""

import secrets
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from casework.actions.protecting import AlreadyUsed
from council.sign_in import fill_in, sign_in_required
from enquiries.actions.issuing import Signature, issue_letter
from enquiries.actions.locking import Stale
from enquiries.forms.letters import OFFICER, SignForm
from enquiries.models import Enquiry, Message
from enquiries.policies import is_handler
from enquiries.policies.letters import may_issue_letter, may_sign, signers
from enquiries.views import between
from enquiries.views.asking import Asked
from enquiries.views.letters import letter_asked
from enquiries.views.officer import frame
from rulebook.decision import Refused
from rulebook.duty import Duty
from rulebook.protocols import protocol


def _form(found: Asked, said: Message, **given: Any) -> SignForm:
    members = [
        (one.key, f"{one.person.name}, {one.title}") for one in signers(found.enquiry, on=found.who.on)
    ]
    initial = {
        "version": found.enquiry.version,
        "token": secrets.token_urlsafe(24),
        "signed_by": OFFICER,
    }
    return SignForm(writer=said.by.name, members=members, initial=initial, **given)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def sign(request: HttpRequest, reference: str, message: int) -> HttpResponse:
    """Who signs it? Raises Refused for whoever does not deal with the case, and once it was issued."""
    found, said = letter_asked(request, reference, message)
    decision = may_issue_letter(found.who, found.enquiry, said)
    if request.method != "POST":
        if not decision.allowed:
            raise Refused(decision)
        form = _form(found, said)
        fill_in(request, form)
        return _page(request, found, said, form)
    if not is_handler(found.who, found.enquiry):
        raise Refused(decision)
    form = _form(found, said, data=request.POST)
    if form.is_valid():
        return _issue(request, found, said, form)
    return _page(request, found, said, form)


def _issue(request: HttpRequest, found: Asked, said: Message, form: SignForm) -> HttpResponse:
    """Issues it. A refusal stands beside the question; what came in between is shown before another try."""
    given = form.cleaned_data
    letter_page = redirect("enquiry-letter", found.enquiry.reference, said.pk)
    if given["signed_by"] == OFFICER:
        return letter_page
    try:
        issued = issue_letter(
            who=found.who,
            enquiry=found.enquiry,
            message=said,
            signature=Signature(given["signed_by"], form.binds),
            token=given["token"] or secrets.token_urlsafe(24),
            at=timezone.now(),
            seen_version=given["version"],
        )
    except AlreadyUsed:
        return letter_page
    except Stale as stale:
        came = between.came_in_between(stale.enquiry, given["version"])
        again = _form(found, said, data=_on_version(request, stale.enquiry))
        return _page(request, found, said, again, came=came)
    except Refused as refusal:
        if not form.binds:
            raise
        form.add_error("undertakes", refusal.decision.sentence)
        return _page(request, found, said, form, why=refusal.decision)
    words = _("The letter goes in the name of %(name)s") % {"name": issued.signed_by.name}
    messages.success(request, words)
    return letter_page


def _on_version(request: HttpRequest, enquiry: Enquiry) -> QueryDict:
    """What was typed, on the version that is read now."""
    data = request.POST.copy()
    data["version"] = str(enquiry.version)
    return data


def _page(request: HttpRequest, found: Asked, said: Message, form: SignForm, **more: Any) -> HttpResponse:
    """The page with its form; what the text says of it stands above."""
    enquiry = found.enquiry
    context = {
        **frame(found),
        "form": form,
        "writer": said.by.name,
        "offers": len(form.fields["signed_by"].choices) > 1,  # type: ignore[attr-defined]
        "nobody": may_sign(enquiry, None, undertakes=False),
        "citations": protocol(enquiry.protocol).cite(Duty.SIGN_LETTER),
        "letter_url": reverse("enquiry-letter", args=[enquiry.reference, said.pk]),
        **more,
    }
    return render(request, "enquiries/letter_sign.html", context)
