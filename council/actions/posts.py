"""Posts entered in the register, and confirmed by a second person."""

import datetime

from django.db import transaction
from django.utils import timezone

from council.actions.telling import write_letters
from council.models import Person, PostHolding
from council.policies import may_confirm_post, may_enter_post
from rulebook.decision import Refused


@transaction.atomic
def enter_post(*, holding: PostHolding, by: Person, at: datetime.datetime) -> PostHolding:
    """The row as it was typed, saved; what opens more must be confirmed anew. Raises Refused.

    Whoever loses a post that opens confidential matter gets a letter. Ending it, or ending it sooner, opens
    nothing and keeps the confirmation.
    """
    decision = may_enter_post(by, holding, on=timezone.localdate(at))
    if not decision.allowed:
        raise Refused(decision)
    before = PostHolding.objects.select_for_update(of=("self",)).filter(pk=holding.pk).first()
    if before is None or _opens_more(before, holding):
        holding.entered_by, holding.confirmed_by, holding.confirmed_at = by, None, None
        holding.save()
        write_letters(row=holding, by=by, at=at, anew=True)
    else:
        holding.save()
    return holding


def _opens_more(before: PostHolding, after: PostHolding) -> bool:
    """Is it another post, another holder, or a day on which it did not hold before?

    Held from outside it holds without a job, and not acting also beside another holder: both open more.
    """
    same = (before.post, before.person_id, before.directorate_id) == (
        after.post,
        after.person_id,
        after.directorate_id,
    )
    longer = before.to_on is not None and (after.to_on is None or after.to_on > before.to_on)
    wider = (after.from_outside and not before.from_outside) or (before.is_acting and not after.is_acting)
    return not same or longer or wider or after.from_on < before.from_on


@transaction.atomic
def confirm_post(*, holding: PostHolding, by: Person, at: datetime.datetime) -> PostHolding:
    """The second person's word: the post takes effect. Raises Refused."""
    locked: PostHolding = PostHolding.objects.select_for_update(of=("self",)).get(pk=holding.pk)
    decision = may_confirm_post(by, locked, on=timezone.localdate(at))
    if not decision.allowed:
        raise Refused(decision)
    locked.confirmed_by, locked.confirmed_at = by, at
    locked.save(update_fields=["confirmed_by", "confirmed_at"])
    return locked
