"""Documents and meetings found by words: of those that the searcher may know of, and of no others."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from access_rules.models import Document, Item, Meeting
from access_rules.queries.reading import pages_open_to
from access_rules.queries.visible import known_to
from casework.finding import Wanted, headline, holding, ranked, vector, weighed, with_every_term
from council.models import Body
from council.queries import Standing

ORDER = ("-rank", "-made_on", "-pk")
MEETING_ORDER = ("-rank", "-on", "-pk")


@dataclass(frozen=True)
class FoundPage:
    """The first page of a file on which something was found; the words around it, marked."""

    kind: str
    number: int
    around: str


def found_by_words(documents: QuerySet[Document], words: str) -> QuerySet[Document]:
    """Those whose title has every word, or whose number it is: what narrows the list of documents."""
    wanted = Q()
    for word in words.split():
        wanted &= Q(title__icontains=word)
    return documents.filter(wanted | Q(reference__iexact=words.strip()))


def documents_found(who: Standing, wanted: Wanted) -> QuerySet[Document]:
    """Those with every term in the title, or in the pages of the file that the person is shown of it.

    The title is searched for whoever may know of the document, the words of a file for whoever may read that
    very file: what a redacted version leaves out is found by nobody who has only that.
    """

    def places(term: str) -> Iterable[QuerySet[Any, Any]]:
        return (
            Document.objects.filter(reference=term.upper()).values("pk"),
            holding(Document.objects.all(), term, "title").values("pk"),
            holding(pages_open_to(who), term, "text").values("version__document"),
        )

    rows = known_to(who).filter(
        **wanted.between("made_on"), **wanted.of(service=wanted.service, body=wanted.body)
    )
    rows = with_every_term(rows, wanted, places)
    return ranked(rows, wanted, weighed(title="A"), newest="-made_on").select_related("body")


def document_titles(who: Standing, wanted: Wanted, keys: Collection[int]) -> dict[int, str]:
    """The titles of these documents with what was found marked, by key."""
    rows = known_to(who).filter(pk__in=keys)
    return dict(rows.values_list("pk", headline("title", wanted, whole=True)))


def pages_found(who: Standing, wanted: Wanted, keys: Collection[int]) -> dict[int, FoundPage]:
    """The first page of each of these documents on which a term stands, as far as the person reads it."""
    rows = pages_open_to(who).filter(version__document__in=keys).alias(all_words=vector("text"))
    rows = rows.filter(all_words=wanted.any_of_them).order_by("version__document", "number")
    first = rows.distinct("version__document")
    found = first.values_list("version__document", "version__kind", "number", headline("text", wanted))
    return {document: FoundPage(kind, number, around) for document, kind, number, around in found}


def titles_known_to(who: Standing) -> QuerySet[Document, str]:
    """The titles of which the person knows, the newest first: what a spelling is compared with."""
    return known_to(who).order_by("-made_on", "-pk").values_list("title", flat=True)


def meetings_found(who: Standing, wanted: Wanted) -> QuerySet[Meeting]:
    """Meetings with every term in the name of the body, the place or an item of the agenda.

    Everybody in post reads which items an agenda has, those in private too: what is closed is their papers.
    """
    if not who.in_post:
        return Meeting.objects.none()

    def places(term: str) -> Iterable[QuerySet[Any, Any]]:
        return (
            Meeting.objects.filter(reference=term.upper()).values("pk"),
            Meeting.objects.filter(body__in=holding(Body.objects.all(), term, "name").values("pk")).values(
                "pk"
            ),
            holding(Item.objects.all(), term, "title").values("meeting"),
        )

    rows = Meeting.objects.filter(**wanted.between("on"), **wanted.of(body=wanted.body))
    if wanted.is_open is not None:
        ahead = Q(concluded_at__isnull=True, cancelled_at__isnull=True)
        rows = rows.filter(ahead if wanted.is_open else ~ahead)
    rows = with_every_term(rows, wanted, places)
    return ranked(rows, wanted, weighed(body__name="A"), newest="-on").select_related("body")


def items_found(wanted: Wanted, keys: Collection[int]) -> dict[int, str]:
    """The first item of each of these meetings in which a term stands, marked."""
    rows = Item.objects.filter(meeting__in=keys).alias(all_words=vector("title"))
    rows = rows.filter(all_words=wanted.any_of_them).order_by("meeting", "number").distinct("meeting")
    return dict(rows.values_list("meeting", headline("title", wanted, whole=True)))


def meetings_known_to(who: Standing) -> QuerySet[Meeting]:
    """Every meeting, for everybody in post."""
    return Meeting.objects.all() if who.in_post else Meeting.objects.none()
