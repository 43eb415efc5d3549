"""One enquiry, one address: officers see the case, a team its part, the rest what the member sees."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from council.sign_in import sign_in_required
from enquiries import policies
from enquiries.policies import preparing
from enquiries.policies.privacy import may_read
from enquiries.views.asking import asked_unread
from enquiries.views.member import case_page
from enquiries.views.officer import officer_case
from enquiries.views.privacy import question_page


@sign_in_required
@require_safe
def enquiry(request: HttpRequest, reference: str) -> HttpResponse:
    """Whoever deals with it gets the officers' page, with notes; whoever asks gets the member's.

    While privacy is asked for, officers get the question whether they can keep it private, and no text.
    """
    found = asked_unread(request, reference)
    if not may_read(found.who, found.enquiry).allowed:
        return question_page(request, found)
    if policies.is_handler(found.who, found.enquiry):
        return officer_case(request, found)
    if preparing.is_contributor(found.who, found.enquiry):
        return redirect("enquiry-part", reference)
    return case_page(request, found)
