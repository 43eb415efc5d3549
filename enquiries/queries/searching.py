"""Enquiries found by words or number: of those that the searcher may know of, and may read."""

from django.db.models import Q

from council.queries import Standing
from enquiries.models import UNSETTLED
from enquiries.queries.lists import with_names
from enquiries.queries.seeing import Enquiries, visible_to


def enquiries_found(who: Standing, words: str) -> Enquiries:
    """Those whose subject has every word, or whose number it is; the newest first. Nothing for no words.

    While a wish for privacy is not answered nobody on the council’s side reads the subject, so that it is
    found by its number alone, save by the member and whoever wrote it.
    """
    if not words.strip():
        return visible_to(who).none()
    own = Q(member=who.person) | Q(logged_by=who.person) | Q(member__in=who.assisted)
    wanted = own | ~Q(privacy__in=[one.value for one in UNSETTLED])
    for word in words.split():
        wanted &= Q(subject__icontains=word)
    found = visible_to(who).filter(wanted | Q(reference__iexact=words.strip()))
    return with_names(found).order_by("-pk")
