"""Which documents a person may know of: the query that every list, search and count begins with."""

from django.db.models import QuerySet

from access_rules.models import Document
from council.queries import Standing


def visible_to(who: Standing) -> QuerySet[Document]:
    """The documents that the person may open today without anybody’s finding."""
    return Document.objects.none() if not who.in_post else Document.objects.all()
