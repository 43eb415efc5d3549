"""Complaints found by number, or by words that the searcher may read: of those that they may know of."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from casework.finding import Wanted, holding, numbered, ranked, weighed, with_every_term
from complaints.models import Complaint, Disclosed, Handler, Side, Writing
from complaints.queries import visible_to
from complaints.states import OPEN
from council.queries import Standing
from council.queries.prepared import Named, Written
from council.queries.shape import Asking

_PART = Handler.Part
_KEEPS = (_PART.RECIPIENT, _PART.INVESTIGATOR, _PART.DECIDER)


def complaints_found(who: Standing, wanted: Wanted) -> list[int]:
    """The keys of those with every term in what the person may read of the file, the best first; an exact
    number counts as a term. One query.
    """
    return [pk for (pk,) in _FOUND(Asking(who), wanted, timezone.now())]


def complaints_matching(who: Standing, wanted: Wanted, at: Any) -> QuerySet[Complaint, Any]:
    """The same as a query, now: for one person, or written ahead for all alike."""

    def places(term: Named) -> Iterable[QuerySet[Any, Any]]:
        return (
            Complaint.objects.filter(reference=numbered(term)).values("pk"),
            holding(writings_read_by(who), term, "text").values("complaint"),
        )

    rows = visible_to(who, at=at).filter(**wanted.between("raised_at__date"))
    if wanted.is_open is not None:
        open_ones = Q(state__in=[one.value for one in OPEN])
        rows = rows.filter(open_ones if wanted.is_open else ~open_ones)
    return ranked(with_every_term(rows, wanted, places), wanted, weighed(reference="A"), newest="-raised_at")


_FOUND = Written(complaints_matching)


def writings_read_by(who: Standing) -> QuerySet[Writing]:
    """What of every file the person may read, as `policies.seeing.writings_for` says it of one.

    Each side its own and what was disclosed to it; those who deal with it all, once they said that they keep
    it confidential; whoever has a copy or helps what both sides have. Whoever opened one in an emergency
    reads it on its page, which is kept, and finds no words of it. To be asked together with `visible_to`.
    """
    me = who.person
    complains = Q(complaint__complainant=me) | Q(complaint__logged_by=me)
    subject = ~complains & Q(complaint__subject=me, complaint__subject_told_at__isnull=False)
    party = complains | Q(complaint__subject=me)
    parts = Handler.objects.filter(complaint=OuterRef("complaint"), person=me, ended_at__isnull=True)
    accepted = Exists(parts) & ~Exists(parts.filter(accepted_at__isnull=True))
    keeps = Exists(parts.filter(part__in=[one.value for one in _KEEPS]))
    read = (
        complains & _of_side(Side.COMPLAINANT)
        | subject & _of_side(Side.SUBJECT)
        | ~party & Q(accepted) & (Q(keeps) | _of_side(Side.COMPLAINANT))
    )
    return Writing.objects.filter(read, erased_at__isnull=True, complaint__erased_at__isnull=True)


def _of_side(side: Side) -> Q:
    """Its own, and what was disclosed to it."""
    disclosed = Disclosed.objects.filter(writing=OuterRef("pk"), side=side)
    return Q(side=side) | Q(Exists(disclosed))
