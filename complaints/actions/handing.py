"""Handing on what somebody heard: a disclosure of wrongdoing, or words without respect in a group meeting."""

import datetime
from collections.abc import Collection

from django.db import transaction
from django.utils.translation import gettext as _

from casework.actions.announcing import open_case
from casework.actions.locking import demand, finish
from complaints import events
from complaints.clock import kept_from
from complaints.models import HandedOn
from complaints.policies.handing import duties_of, may_hand_on
from complaints.queries.handing import handed_to
from complaints.rules.people import NOBODY_TO_HAND_ON
from complaints.rules.retention import Ending
from council.queries import Standing, protocol_in_force
from rulebook.complaint import Handed, Procedure
from rulebook.decision import Refused, refused


@transaction.atomic
def hand_on(
    *, who: Standing, what: Handed, words: str, about: Collection[int], at: datetime.datetime
) -> HandedOn:
    """Records it and tells those to whom it goes. `about`: the numbers of those whom it is about.

    Raises Refused for whoever is not asked to hand this on, and where nobody is left to have it.
    """
    decision = may_hand_on(who)
    demand(decision)
    text = protocol_in_force()
    duty = next((one for one in duties_of(who) if one.what is what), None)
    to = handed_to(text, duty, on=who.on, by=who.person, about=about) if duty is not None else []
    if duty is None or not to:
        if decision.rule is not None:
            raise Refused(refused(decision.rule, _(NOBODY_TO_HAND_ON), ()))
        raise ValueError(f"{what} is handed on by no rule.")
    reference, stream = open_case("handed-on", "CMP")
    row = HandedOn(
        reference=reference,
        stream=stream,
        protocol=text.key,
        what=what.value,
        procedure=next((one.value for one in duty.to.values if isinstance(one, Procedure)), ""),
        words=words.strip(),
        by=who.person,
        at=at,
        keep_until=kept_from(Ending.HANDED_ON, who.on),
    )
    row.save()
    for one in to:
        row.handed_to.create(person=one.person, post=one.post.value)
    finish(row, kind=events.HANDED_ON, by=who.person, at=at)
    return row
