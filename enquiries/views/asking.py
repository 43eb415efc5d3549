"""What every page asks first: who is it, today, and which enquiry may they know of."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from casework.models import Stream
from council.queries import Standing
from enquiries.models import Enquiry
from enquiries.policies.asking import rule_of
from enquiries.policies.preparing import is_contributor
from enquiries.policies.privacy import may_read, reads_as_colleague
from enquiries.queries import marked, visible_to, with_names
from rulebook.decision import Refused, refused
from rulebook.duty import Duty


def standing(request: HttpRequest) -> Standing:
    """The signed-in person on this day, as the door (council.middleware) found them; else 404."""
    found: Standing | None = getattr(request, "standing", None)
    if found is None:
        raise Http404
    return found


@dataclass(frozen=True)
class Asked:
    """Who asks, and the enquiry that they asked for.

    `is_colleague`: its member shares it with them. They read it without the resident's details, which are
    not on the row that pages are given, and without files.
    """

    who: Standing
    enquiry: Enquiry
    is_colleague: bool = False


def asked(request: HttpRequest, reference: str) -> Asked:
    """The enquiry, if the person may know of it; else 404, the same as for a number that never was.

    Raises Refused while privacy is asked for and the person may not read it yet; and for a team that was
    asked for its part, which has a page of its own and no other: no letter, no file, no date.
    """
    found = asked_for_a_part(request, reference)
    if is_contributor(found.who, found.enquiry):
        sentence = _("Your team is asked for its part of the reply, and reads that page alone.")
        raise Refused(refused(rule_of(Duty.KEEP_CONFIDENTIAL, found.enquiry.protocol), sentence))
    return found


def to_the_case(found: Asked) -> HttpResponse:
    """To the case as it is now; home for whoever may not open it any more, a confidential one given away."""
    reference = found.enquiry.reference
    if visible_to(found.who).filter(pk=found.enquiry.pk).exists():
        return redirect("enquiry", reference)
    return redirect("home")


def asked_for_a_part(request: HttpRequest, reference: str) -> Asked:
    """The same for the one page that a team reads of which a part is asked. Raises Refused as above."""
    found = asked_unread(request, reference)
    decision = may_read(found.who, found.enquiry)
    if not decision.allowed:
        raise Refused(decision)
    return found


def asked_unread(request: HttpRequest, reference: str) -> Asked:
    """The same for the pages on which privacy is settled: they show none of its text."""
    who = standing(request)
    found = marked(who, with_names(visible_to(who)).filter(reference=reference))
    if not found:
        raise Http404
    enquiry = found[0]
    # Its events are found by its number; what else a stream keeps is read by whoever asks for it.
    enquiry.stream = Stream.from_db(None, ["id"], [enquiry.stream_id])
    is_colleague = reads_as_colleague(who, enquiry)
    if is_colleague:
        enquiry.resident_name = enquiry.resident_contact = ""
    return Asked(who, enquiry, is_colleague)
