"""Letters to print and as PDF: the council's to the member, and the member's own to a resident."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from casework.letters import NoPdf, Sheet, as_pdf
from council.sign_in import sign_in_required
from enquiries import policies
from enquiries.actions.recording import record_opening
from enquiries.models import Message
from enquiries.policies.letters import may_issue_letter, may_write_own_letter
from enquiries.queries import letters_of
from enquiries.rules import own_letter as look_of_own_letter
from enquiries.screens.letters import letter_of, own_letter_of
from enquiries.views.asking import Asked, asked
from rulebook.decision import Refused
from rulebook.protocols import protocol


def letter_asked(request: HttpRequest, reference: str, message: int) -> tuple[Asked, Message]:
    """The case and its letter; 404 for a note, a letter taken back, and whatever is not theirs to know of."""
    found = asked(request, reference)
    said = letters_of(found.enquiry).filter(pk=message).first()
    if said is None:
        raise Http404
    return found, said


@sign_in_required
@require_safe
def letter(request: HttpRequest, reference: str, message: int) -> HttpResponse:
    """A reply as a letter; who on the staff's side opened a confidential one is kept."""
    found, said = letter_asked(request, reference, message)
    staff = policies.is_handler(found.who, found.enquiry)
    if staff and found.enquiry.is_confidential:
        record_opening(who=found.who, enquiry=found.enquiry, part="letter", at=timezone.now())
    more: dict[str, Any] = {}
    if staff:
        more = {
            "sign": may_issue_letter(found.who, found.enquiry, said),
            "sign_url": reverse("enquiry-letter-sign", args=[reference, message]),
        }
    return _shown(request, found, letter_of(found.enquiry, said), more)


@sign_in_required
@require_safe
def own_letter(request: HttpRequest, reference: str) -> HttpResponse:
    """The member's own letter to a resident, made of the version that is fit to forward.

    Raises Refused for whoever does not speak for the member.
    """
    found = asked(request, reference)
    decision = may_write_own_letter(found.who, found.enquiry)
    if not decision.allowed:
        raise Refused(decision)
    said = letters_of(found.enquiry).exclude(forward_text="").order_by("-at", "-pk").first()
    if said is None:
        raise Http404
    look = look_of_own_letter(protocol(found.enquiry.protocol).correspondence)
    sheet = own_letter_of(found.enquiry, said.forward_text, on=found.who.on)
    return _shown(request, found, sheet, {"look": _(look.says), "look_citations": look.cites})


def _shown(request: HttpRequest, found: Asked, sheet: Sheet, more: dict[str, Any]) -> HttpResponse:
    """The page to print, or the PDF where it is asked for and this machine can make one."""
    lacks_pdf = False
    if request.GET.get("format") == "pdf":
        try:
            made = as_pdf(sheet)
        except NoPdf:
            lacks_pdf = True
        else:
            name = f"{sheet.reference or 'letter'}.pdf"
            headers = {"Content-Disposition": f'attachment; filename="{name}"'}
            return HttpResponse(made, content_type="application/pdf", headers=headers)
    context = {
        "sheet": sheet,
        "lacks_pdf": lacks_pdf,
        "pdf_url": f"{request.path}?format=pdf",
        "case_url": reverse("enquiry", args=[found.enquiry.reference]),
        **more,
    }
    return render(request, "enquiries/letter.html", context)
