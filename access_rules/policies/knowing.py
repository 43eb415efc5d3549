"""Whether a person may know of a document: asked in this one place of all that hangs on a document."""

from access_rules.models import Document
from access_rules.queries.visible import visible_to
from council.queries import Standing


def knows(who: Standing, document: Document) -> bool:
    """Whether the query that lists use has the document for the person."""
    return visible_to(who).filter(pk=document.pk).exists()
