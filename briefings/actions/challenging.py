"""A group has a refusal looked at again, and what was determined comes back to whoever decides."""

import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from briefings import events
from briefings.models import Briefing
from briefings.policies import challenging as policies
from casework.actions.disputing import open_dispute
from casework.actions.locking import demand, finish, locked
from casework.models import CaseEvent, Determination, Dispute
from casework.policies.asking import rule_of
from council.queries import Standing
from rulebook.decision import Refused, refused
from rulebook.duty import Duty

_AT_LEAST_SOME = (Determination.Outcome.FOR_MEMBER.value, Determination.Outcome.PARTLY.value)


@transaction.atomic
def challenge(
    *, who: Standing, row: Briefing, words: str, seen_version: int | None, at: datetime.datetime
) -> Dispute:
    """The group does not agree with the refusal: a dispute, decided by somebody who did not refuse.

    Raises Refused where it is not theirs, is challenged already, or nobody answers for the refusal; Stale.
    """
    row = locked(row, seen_version=seen_version)
    demand(policies.may_challenge(who, row))
    contested = policies.contested_of(row, on=who.on)
    if contested is None:
        sentence = _(
            "Nobody holds a post today who could answer for this decision. Ask democratic services who does."
        )
        raise Refused(refused(rule_of(Duty.DISPUTE, row.protocol), sentence))
    return open_dispute(who=who, contested=contested, member=who.person, words=words, at=at)


@transaction.atomic
def bring_determination(*, event: CaseEvent) -> None:
    """What was determined comes back to the request; once for each determination, however often it is run.

    For the group, or partly: whoever has such requests to decide takes it up anew, with the determination.
    Against it: the refusal stays. The reason that was given first is kept with the event.
    """
    made = Determination.objects.select_related("dispute", "by").get(pk=event.facts["determination"])
    found = Briefing.objects.filter(stream=made.dispute.about_id).first()
    if found is None or made.outcome not in _AT_LEAST_SOME:
        return
    row = locked(found)
    if not policies.stands_disputed(row, made.dispute):
        return
    reasons = row.reasons
    if row.decided_by_id is None:
        # The text barred it, so that nobody was named to decide it.
        row.to_decide = policies.would_decide(row).value
    row.record_new_look()
    finish(
        row,
        kind=events.RECONSIDERED,
        by=made.by,
        at=event.at,
        facts={"dispute": made.dispute_id, "determination": made.pk},
        content={"reasons": reasons},
    )
