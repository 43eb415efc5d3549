"""The papers of a meeting that the viewer may know of; this one place asks, for every page of a meeting."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse

from access_rules.models import Document, Meeting
from access_rules.queries.visible import visible_to
from council.queries import Standing


@dataclass(frozen=True)
class PaperLink:
    """One paper: what it is, its title, and its page."""

    kind: str
    title: str
    url: str


def papers_of(meeting: Meeting, who: Standing) -> dict[int | None, list[PaperLink]]:
    """By item, None for those of the meeting as a whole; no title of a paper that the viewer may not see."""
    found: dict[int | None, list[PaperLink]] = {}
    for row in visible_to(who).filter(meeting=meeting).order_by("kind", "title", "pk"):
        found.setdefault(row.item_id, []).append(
            PaperLink(str(row.get_kind_display()), row.title, _address(row))
        )
    return found


def _address(document: Document) -> str:
    """Its page; none while the page of documents is not wired."""
    try:
        return reverse("document", args=[document.reference])
    except NoReverseMatch:
        return ""
