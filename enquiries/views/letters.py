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
from enquiries.models import Enquiry, Message
from enquiries.policies.letters import may_issue_letter, may_write_own_letter
from enquiries.queries import copies_to, letters_of, merged_into_it
from enquiries.rules import own_letter as look_of_own_letter
from enquiries.screens.letters import letter_of, own_letter_of
from enquiries.views.asking import Asked, asked, standing
from rulebook.decision import Refused
from rulebook.protocols import protocol


def letter_asked(request: HttpRequest, reference: str, message: int) -> tuple[Asked, Message]:
    """The case and its letter; 404 for a note, a letter taken back, and whatever is not theirs to know of."""
    found = asked(request, reference)
    said = _letter_in(found.enquiry, found, message)
    if said is None:
        raise Http404
    return found, said


def _letter_in(enquiry: Enquiry, found: Asked, message: int) -> Message | None:
    return letters_of(enquiry, colleague=found.is_colleague).filter(pk=message).first()


def _letter_of_a_merged_one(found: Asked, message: int) -> Message:
    """Whoever reads a case reads what was merged into it, and its letters; else 404."""
    letters = (_letter_in(enquiry, found, message) for enquiry in merged_into_it(found.enquiry))
    said = next((letter for letter in letters if letter), None)
    if said is None:
        raise Http404
    return said


@sign_in_required
@require_safe
def letter(request: HttpRequest, reference: str, message: int) -> HttpResponse:
    """A reply as a letter; who on the staff's side opened a confidential or private one is kept."""
    found = asked(request, reference)
    said = _letter_in(found.enquiry, found, message)
    staff = policies.is_handler(found.who, found.enquiry)
    if staff and found.enquiry.marking:
        record_opening(who=found.who, enquiry=found.enquiry, part="letter", at=timezone.now())
    more: dict[str, Any] = {}
    if staff and said is not None:
        more = {
            "sign": may_issue_letter(found.who, found.enquiry, said),
            "sign_url": reverse("enquiry-letter-sign", args=[reference, message]),
        }
    said = said or _letter_of_a_merged_one(found, message)
    return _shown(request, letter_of(said.enquiry, said), {**_back_to(found.enquiry), **more})


@sign_in_required
@require_safe
def copied_letter(request: HttpRequest, pk: int) -> HttpResponse:
    """The letter of which the person has a copy, and nothing else of its case."""
    copy = copies_to(standing(request)).filter(pk=pk).first()
    if copy is None or not copy.message.is_letter:
        raise Http404
    back = {"back_url": reverse("enquiry-copied", args=[pk]), "back_text": _("Back to the copy")}
    return _shown(request, letter_of(copy.message.enquiry, copy.message), back)


def _back_to(enquiry: Enquiry) -> dict[str, Any]:
    return {
        "back_url": reverse("enquiry", args=[enquiry.reference]),
        "back_text": _("Back to the enquiry"),
    }


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
    more = {"look": _(look.says), "look_citations": look.cites}
    return _shown(request, sheet, {**_back_to(found.enquiry), **more})


def _shown(request: HttpRequest, sheet: Sheet, more: dict[str, Any]) -> HttpResponse:
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
        **more,
    }
    return render(request, "enquiries/letter.html", context)
