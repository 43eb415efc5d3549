"""What every page asks first: who is it, today, and which enquiry may they know of."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest

from council.queries import Standing
from enquiries.models import Enquiry
from enquiries.queries import visible_to, with_names


def standing(request: HttpRequest) -> Standing:
    """The signed-in person on this day, as the door (council.middleware) found them; else 404."""
    found: Standing | None = getattr(request, "standing", None)
    if found is None:
        raise Http404
    return found


@dataclass(frozen=True)
class Asked:
    """Who asks, and the enquiry that they asked for."""

    who: Standing
    enquiry: Enquiry


def asked(request: HttpRequest, reference: str) -> Asked:
    """The enquiry, if the person may know of it; else 404, the same as for a number that never was."""
    who = standing(request)
    enquiry = with_names(visible_to(who)).select_related("stream").filter(reference=reference).first()
    if enquiry is None:
        raise Http404
    return Asked(who, enquiry)
