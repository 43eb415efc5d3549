"""Documents found by words: of those that the searcher may see, and of no others."""

from django.db.models import Q, QuerySet

from access_rules.models import Document
from access_rules.queries.visible import visible_to
from council.queries import Standing


def found_by_words(documents: QuerySet[Document], words: str) -> QuerySet[Document]:
    """Those whose title has every word, or whose number it is. Nothing else of a document is searched."""
    wanted = Q()
    for word in words.split():
        wanted &= Q(title__icontains=word)
    return documents.filter(wanted | Q(reference__iexact=words.strip()))


def documents_found(who: Standing, words: str) -> QuerySet[Document]:
    """What the person may see and finds by these words; the newest first. Nothing for no words."""
    if not words.strip():
        return Document.objects.none()
    return found_by_words(visible_to(who), words).select_related("body").order_by("-made_on", "-pk")
