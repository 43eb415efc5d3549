"""What every page of a document asks first: who is it, today, and which document may they know of."""

from django.http import Http404, HttpRequest

from access_rules.models import Document
from access_rules.policies.knowing import knows
from council.queries import Standing


def standing(request: HttpRequest) -> Standing:
    """The signed-in person on this day, as the door (council.middleware) found them; else 404."""
    found: Standing | None = getattr(request, "standing", None)
    if found is None:
        raise Http404
    return found


def document_for(who: Standing, reference: str) -> Document:
    """The document, if the person may know of it; else 404, as for a number that never was."""
    rows = Document.objects.select_related("stream", "body", "meeting", "item", "service", "group", "author")
    found = rows.filter(reference=reference.replace("\x00", "")).first()
    if found is None or not knows(who, found):
        raise Http404
    found.found_for = who
    return found
