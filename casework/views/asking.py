"""What every page of disputes asks first: who is it, today, and which dispute may they know of."""

from dataclasses import dataclass

from django.http import Http404
from django.utils import timezone

from casework.actions.disputing import record_opening
from casework.models import Dispute
from casework.policies.disputes import speaks_for_opener
from casework.queries.disputes import visible_to
from council.queries import Standing
from council.sign_in import SignedInRequest


@dataclass(frozen=True)
class Asked:
    """Who asks, and the dispute that they asked for."""

    who: Standing
    dispute: Dispute


def asked(request: SignedInRequest, reference: str) -> Asked:
    """The dispute, if the person may know of it; else 404, the same as for a number that never was.

    Who opens a confidential one is kept, the member's own side apart.
    """
    who = request.standing
    found = (
        visible_to(who)
        .select_related("opened_by", "respondent", "about", "stream")
        .filter(reference=reference)
        .first()
    )
    if found is None:
        raise Http404
    if found.is_confidential and not speaks_for_opener(who, found):
        record_opening(who=who, dispute=found, at=timezone.now())
    return Asked(who, found)
