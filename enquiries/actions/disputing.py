"""«I do not agree» from an enquiry, and what a determination does to it."""

import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from casework.actions.disputing import open_dispute
from casework.actions.protecting import use_form_token
from casework.models import CaseEvent, Determination, Dispute
from council.queries import Standing
from enquiries import events
from enquiries.actions.locking import ask, finish, locked
from enquiries.models import Enquiry
from enquiries.policies.asking import rule_of
from enquiries.policies.disputing import may_dispute, open_to_dispute
from enquiries.states import State
from rulebook.decision import Refused, refused
from rulebook.duty import Duty

_FOR_MEMBER = (Determination.Outcome.FOR_MEMBER.value, Determination.Outcome.PARTLY.value)


@transaction.atomic
def dispute_decision(
    *, who: Standing, enquiry: Enquiry, place: int, words: str, at: datetime.datetime, token: str = ""
) -> Dispute:
    """The member does not agree with the decision that the event at `place` tells of.

    Raises Refused where it is not the member's side that asks, or the decision is disputed already, and
    AlreadyUsed for a form that was sent before.
    """
    used = use_form_token(token, by=who.person, at=at) if token else None
    enquiry = locked(enquiry)
    ask(may_dispute, who, enquiry)
    chosen = next((one for one in open_to_dispute(enquiry) if one.contested.place == place), None)
    if chosen is None:
        rule = rule_of(Duty.DISPUTE, enquiry.protocol)
        raise Refused(refused(rule, _("This decision has been disputed already.")))
    dispute = open_dispute(who=who, contested=chosen.contested, member=enquiry.member, words=words, at=at)
    if used:
        used.result = dispute.reference
        used.save(update_fields=["result"])
    finish(
        enquiry,
        kind=events.DISPUTED,
        by=who.person,
        at=at,
        facts={"dispute": dispute.pk, "place": place},
        content={"reason": dispute.reference},
    )
    return dispute


@transaction.atomic
def bring_determination(*, event: CaseEvent) -> None:
    """What was determined goes into the history of the enquiry; where the member is right and something must
    happen by a day, a reply is owed again by that day. Once for each determination, however often it is run.
    """
    made = Determination.objects.select_related("dispute", "by").get(pk=event.facts["determination"])
    dispute = made.dispute
    found = Enquiry.objects.filter(stream=dispute.about_id).first()
    if found is None:
        return
    enquiry = locked(found)
    told = enquiry.stream.events.filter(kind=events.DISPUTE_DETERMINED.name, facts__determination=made.pk)
    if told.exists():
        return
    if made.outcome in _FOR_MEMBER and made.must_by is not None:
        _owe_again(enquiry, dispute, made, on=timezone.localdate(event.at), at=event.at)
    finish(
        enquiry,
        kind=events.DISPUTE_DETERMINED,
        by=made.by,
        at=event.at,
        facts={"dispute": dispute.pk, "determination": made.pk, "outcome": made.outcome},
        content={"reason": f"{dispute.reference}: {made.get_outcome_display()}"},
    )


def _owe_again(
    enquiry: Enquiry, dispute: Dispute, made: Determination, *, on: datetime.date, at: datetime.datetime
) -> None:
    """A reply is owed again by the day; an enquiry that was moved comes back; one in hand goes on."""
    if enquiry.state in (State.ANSWERED, State.CLOSED):
        enquiry.record_reopening(on=on, owed_on=made.must_by)
    elif enquiry.state == State.REDIRECTED and _was_about_moving(enquiry, dispute):
        enquiry.redirections.filter(ended_at__isnull=True).update(ended_at=at, ended_by=made.by)
        enquiry.bring_back(owed_on=made.must_by)


def _was_about_moving(enquiry: Enquiry, dispute: Dispute) -> bool:
    kinds = enquiry.stream.events.filter(place=dispute.decision_place, kind=events.REDIRECTED.name)
    return kinds.exists()
