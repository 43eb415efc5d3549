"""Documents and meetings found by words: of those that the searcher may know of, and of no others."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from access_rules.models import Document, Item, Meeting, Page, Version
from access_rules.queries.beside import beside_the_rules
from access_rules.queries.reading import UNSAID, files_shown, pages_shown
from access_rules.queries.shape import AskingPapers, SeerShape
from access_rules.queries.visible import in_place_of_members, known_by_place, opened_to
from casework.finding import Wanted, headline, holding, numbered, ranked, vector, weighed, with_every_term
from council.models import Body
from council.queries import Standing
from council.queries.prepared import Keys, Named, Written
from council.queries.shape import Asking


@dataclass(frozen=True)
class FoundDocument:
    """A document that was found, by key; and the kind of file of it that the searcher is shown."""

    key: int
    shown: str


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


def _read_by(who: Standing, wanted: Wanted) -> tuple[set[int], dict[str, set[int]]]:
    """Papers with any of the terms of which the person may know, by key; and the files that they are shown.

    Read first, because the rules of access are a long question: asked once, and not for each term again.
    Three queries, each with the rule of who may know or open it inside, and those of `files_shown`; more for
    an assistant who was answered in a member’s place.
    """
    beside = beside_the_rules(who)
    in_place = in_place_of_members(who, beside)
    opened = [pk for (pk,) in _OPENED(AskingPapers(who, beside, in_place), wanted)]
    shown = files_shown(who, opened, beside=beside, in_place=in_place)
    known = {pk for (pk,) in _KNOWN(Asking(who), wanted)}
    return known.union(opened), shown


def documents_opened(seer: SeerShape, wanted: Wanted) -> QuerySet[Document, Any]:
    """Those with any of the terms that they may open, a term in the title or on any page."""
    words = vector("text")
    pages = Page.objects.alias(all_words=words).filter(
        all_words=wanted.any_of_them, version__is_current=True, version__stage=Version.Stage.READY
    )
    places = _titled(wanted).union(pages.order_by().values("version__document"))
    rows = Document.objects.filter(Q(pk__in=places) | _has_number(wanted))
    return rows.filter(opened_to(seer, seer.beside, seer.in_place)).order_by().values_list("pk")


def documents_known(who: Standing, wanted: Wanted) -> QuerySet[Document, Any]:
    """Those with any of the terms in the title of which they know by their place."""
    rows = known_by_place(who).filter(Q(pk__in=_titled(wanted)) | _has_number(wanted))
    return rows.order_by().values_list("pk")


def _titled(wanted: Wanted) -> QuerySet[Document, Any]:
    rows = Document.objects.alias(all_words=vector("title")).filter(all_words=wanted.any_of_them)
    return rows.order_by().values("pk")


def _has_number(wanted: Wanted) -> Q:
    return Q(reference__in=[numbered(term) for term in wanted.terms])


_OPENED, _KNOWN = Written(documents_opened), Written(documents_known)


def documents_found(who: Standing, wanted: Wanted) -> list[FoundDocument]:
    """Those with every term in the title, or in the pages of the file that the person is shown of it, the
    best first.

    The title is searched for whoever may know of the document, the words of a file for whoever may read that
    very file: what a redacted version leaves out is found by nobody who has only that. One query more than
    to know which they may read, and that only where there are any.
    """
    if not wanted.terms or not who.in_post:
        return []
    known, shown = _read_by(who, wanted)
    if not known:
        return []
    kind_of = {key: kind for kind, keys in shown.items() for key in keys}
    files = (Keys(shown.get(kind, ())) for kind in Version.Kind.values)
    return [FoundDocument(pk, kind_of.get(pk, UNSAID)) for (pk,) in _DOCUMENTS(wanted, Keys(known), *files)]


def _documents(wanted: Wanted, keys: Any, *files: Any) -> QuerySet[Document, Any]:
    known = Document.objects.filter(pk__in=keys)
    pages = pages_shown(dict(zip(Version.Kind.values, files, strict=True)))

    def places(term: Named) -> Iterable[QuerySet[Any, Any]]:
        return (
            known.filter(reference=numbered(term)).values("pk"),
            holding(known, term, "title").values("pk"),
            holding(pages, term, "text").values("version__document"),
        )

    rows = known.filter(**wanted.between("made_on"), **wanted.of(service=wanted.service, body=wanted.body))
    return ranked(with_every_term(rows, wanted, places), wanted, weighed(title="A"), newest="-made_on")


_DOCUMENTS = Written(_documents)


def document_titles(wanted: Wanted, keys: Collection[int]) -> dict[int, str]:
    """The titles of documents that were found, with what was found marked, by key."""
    rows = Document.objects.filter(pk__in=keys)
    return dict(rows.values_list("pk", headline("title", wanted, whole=True)))


def pages_found(wanted: Wanted, shown: Mapping[str, Collection[int]]) -> dict[int, FoundPage]:
    """The first page of each document that was found on which a term stands, in the file that is shown."""
    rows = pages_shown(shown).alias(all_words=vector("text")).filter(all_words=wanted.any_of_them)
    first = rows.order_by("version__document", "number").distinct("version__document")
    found = first.values_list("version__document", "version__kind", "number", headline("text", wanted))
    return {document: FoundPage(kind, number, around) for document, kind, number, around in found}


def titles_known_to(who: Standing) -> QuerySet[Document, str]:
    """Titles of which the person knows by their place, the newest first: what a spelling is compared with.

    Those that a rule alone opens are left out: the rules are a long question, and were asked just now.
    """
    return known_by_place(who).order_by("-made_on", "-pk").values_list("title", flat=True)


def meetings_found(who: Standing, wanted: Wanted) -> list[int]:
    """The keys of meetings with every term in the name of the body or an item of the agenda, the best first;
    one query.

    Everybody in post reads which items an agenda has, those in private too: what is closed is their papers.
    """
    return [pk for (pk,) in _MEETINGS(wanted)] if who.in_post else []


def _meetings(wanted: Wanted) -> QuerySet[Meeting, Any]:
    def places(term: Named) -> Iterable[QuerySet[Any, Any]]:
        return (
            Meeting.objects.filter(reference=numbered(term)).values("pk"),
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
    return ranked(rows, wanted, weighed(body__name="A"), newest="-on")


_MEETINGS = Written(_meetings)


def items_found(wanted: Wanted, keys: Collection[int]) -> dict[int, str]:
    """The first item of each of these meetings in which a term stands, marked."""
    rows = Item.objects.filter(meeting__in=keys).alias(all_words=vector("title"))
    rows = rows.filter(all_words=wanted.any_of_them).order_by("meeting", "number").distinct("meeting")
    return dict(rows.values_list("meeting", headline("title", wanted, whole=True)))


def meetings_known_to(who: Standing) -> QuerySet[Meeting]:
    """Every meeting, for everybody in post."""
    return Meeting.objects.all() if who.in_post else Meeting.objects.none()
