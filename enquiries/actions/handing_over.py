"""A case goes to a colleague with a note that says how it stands; or all cases of somebody who leaves."""

import datetime
from collections.abc import Collection

from django.db import transaction

from casework.actions.protecting import use_form_token
from council.models import Person
from council.queries import Standing
from enquiries import events, policies
from enquiries.actions.allocating import allocate_enquiry, refuse_unless_officer
from enquiries.actions.locking import ask, finish, locked
from enquiries.actions.replying import add_note
from enquiries.models import Enquiry
from enquiries.policies.lists import may_hand_over_cases
from enquiries.queries import open_with
from enquiries.states import State
from rulebook.decision import Refused


@transaction.atomic
def hand_over(
    *,
    who: Standing,
    enquiry: Enquiry,
    owner: Person,
    note: str,
    at: datetime.datetime,
    seen_version: int | None = None,
) -> Enquiry:
    """Gives the case to the colleague; the note is written first, while the giver still has it.

    Raises Refused, or Stale where the form was opened before another change.
    """
    enquiry = locked(enquiry, seen_version=seen_version)
    if note.strip():
        add_note(who=who, enquiry=enquiry, text=note, at=at)
    return allocate_enquiry(who=who, enquiry=enquiry, owner=owner, at=at)


@transaction.atomic
def hand_over_all(
    *,
    who: Standing,
    left: Person,
    owner: Person,
    chosen: Collection[str],
    note: str,
    token: str,
    at: datetime.datetime,
) -> list[Enquiry]:
    """Gives the chosen open cases of an officer who leaves to another, in one go; says which moved.

    What was answered or given to somebody else meanwhile is left alone. What nobody has taken on yet is
    addressed to the other, who acknowledges it. Raises Refused, and AlreadyUsed for a form sent before.
    """
    decision = may_hand_over_cases(who)
    if not decision.allowed:
        raise Refused(decision)
    use_form_token(token, by=who.person, at=at)
    rows = [locked(one) for one in open_with(who, left).filter(reference__in=chosen).order_by("pk")]
    # Asked again now that they are locked: somebody else may have given them away while we waited.
    still = set(open_with(who, left).filter(pk__in=[row.pk for row in rows]).values_list("pk", flat=True))
    return [_give(row, who=who, left=left, owner=owner, note=note, at=at) for row in rows if row.pk in still]


def _give(
    enquiry: Enquiry, *, who: Standing, left: Person, owner: Person, note: str, at: datetime.datetime
) -> Enquiry:
    ask(policies.may_allocate, who, enquiry)
    refuse_unless_officer(enquiry, owner, who.on)
    if note.strip():
        add_note(who=who, enquiry=enquiry, text=note, at=at)
        enquiry.refresh_from_db(fields=["version"])
    if enquiry.state == State.SENT:
        enquiry.route_to(service=enquiry.service, team=enquiry.team, addressee=owner)
    else:
        enquiry.reallocate_to(owner=owner)
    finish(enquiry, kind=events.HANDED_OVER, by=who.person, at=at, facts={"left": left.pk, "owner": owner.pk})
    return enquiry
