"""What every page about one matter, or one of its dates, begins with."""

from typing import Any

from django.http import Http404
from django.urls import reverse

from briefings.models import Matter, Session
from briefings.screens.deciding import Bears
from briefings.views.asking import matter_of
from council.queries import Standing

TEMPLATE = "briefings/giving/act.html"


def matter_frame(
    matter: Matter, heading: str, button: str, said: list[Bears] | None = None
) -> dict[str, Any]:
    """What every page about one matter begins with; `said` is what the text says of it."""
    return {
        "section": "briefings",
        "matter": matter,
        "heading": heading,
        "button": button,
        "said": said or [],
        "back_url": reverse("briefing-matter", args=[matter.reference]),
        "back_text": matter.reference,
    }


def to_matter(matter: Matter) -> str:
    """The address of the matter’s page."""
    return reverse("briefing-matter", args=[matter.reference])


def date_of(who: Standing, reference: str, pk: int) -> Session:
    """The date of a matter that the person works on; Http404 as for one that never was."""
    matter = matter_of(who, reference)
    found = Session.objects.select_related("matter").filter(matter=matter, pk=pk).first()
    if found is None:
        raise Http404
    return found
