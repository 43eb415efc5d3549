"""Briefings found by number or words: a group’s own by that group alone, and by those who deal with it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from briefings.models import Briefing, Matter
from briefings.queries import matters_visible_to, visible_to
from briefings.states import GOES_ON
from casework.finding import Wanted, headline, holding, numbered, ranked, weighed, with_every_term
from council.queries import Standing
from council.queries.prepared import Named, Written
from council.queries.shape import Asking


@dataclass(frozen=True)
class Words:
    """What a result shows besides its row, with what was found marked."""

    subject: str
    matter: str
    around: str


def briefings_found(who: Standing, wanted: Wanted) -> list[int]:
    """The keys of those with every term in what the group asked, or in the neutral subject of the matter, the
    best first. One query.

    Each group’s row stands for itself: what one group wrote is searched in its own row, which no other knows.
    """
    return [pk for (pk,) in _FOUND(Asking(who), wanted)]


def briefings_matching(who: Standing, wanted: Wanted) -> QuerySet[Briefing, Any]:
    """The same as a query: for one person, or written ahead for all alike."""

    def places(term: Named) -> Iterable[QuerySet[Any, Any]]:
        matters = holding(Matter.objects.all(), term, "subject")
        return (
            Briefing.objects.filter(reference=numbered(term)).values("pk"),
            holding(Briefing.objects.all(), term, "subject", "words").values("pk"),
            Briefing.objects.filter(matter__in=matters.order_by().values("pk")).values("pk"),
        )

    rows = visible_to(who).filter(
        **wanted.between("asked_at__date"), **wanted.of(directorate=wanted.directorate)
    )
    if wanted.is_open is not None:
        open_ones = Q(state__in=[one.value for one in GOES_ON])
        rows = rows.filter(open_ones if wanted.is_open else ~open_ones)
    by = weighed(subject="A", matter__subject="A", words="B")
    return ranked(with_every_term(rows, wanted, places), wanted, by, newest="-asked_at")


_FOUND = Written(briefings_matching)


def briefing_words(who: Standing, wanted: Wanted, keys: Iterable[int]) -> dict[int, Words]:
    """What was found in each of these, marked: by key, in one query."""
    found = _WORDS(Asking(who), wanted, tuple(keys))
    return {pk: Words(subject, matter or "", words) for pk, subject, matter, words in found}


def _words(who: Standing, wanted: Wanted, keys: Any) -> QuerySet[Briefing, Any]:
    return (
        visible_to(who)
        .filter(pk__in=keys)
        .order_by()
        .values_list(
            "pk",
            headline("subject", wanted, whole=True),
            headline("matter__subject", wanted, whole=True),
            headline("words", wanted),
        )
    )


_WORDS = Written(_words)


def subjects_known_to(who: Standing) -> QuerySet[Briefing, str]:
    """The subjects that the person reads, the newest first: what a spelling is compared with."""
    return visible_to(who).order_by("-asked_at", "-pk").values_list("subject", flat=True)


def matter_of_number(who: Standing, reference: str) -> QuerySet[Matter]:
    """The matter of that number, if the person works on it."""
    return matters_visible_to(who).filter(reference=reference)
