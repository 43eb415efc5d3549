"""One enquiry, one address: officers see the case, a team its part, the rest what the member sees."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from council.sign_in import sign_in_required
from enquiries import policies
from enquiries.policies import preparing
from enquiries.views.asking import asked
from enquiries.views.member import case_page
from enquiries.views.officer import officer_case


@sign_in_required
@require_safe
def enquiry(request: HttpRequest, reference: str) -> HttpResponse:
    """Whoever deals with it gets the officers' page, with notes; whoever asks gets the member's."""
    found = asked(request, reference)
    if policies.is_handler(found.who, found.enquiry):
        return officer_case(request, found)
    if preparing.is_contributor(found.who, found.enquiry):
        return redirect("enquiry-part", reference)
    return case_page(request, found)
