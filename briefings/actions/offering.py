"""Officers offer something to political groups of their own accord: to every group alike, at one moment."""

import datetime

from django.db import transaction

from briefings import events
from briefings.actions.opening import open_matter
from briefings.actions.sharing import share
from briefings.models import Matter
from briefings.policies.offering import may_offer
from casework.actions.locking import demand
from council.models import Person
from council.queries import Standing, protocol_in_force
from rulebook.briefing.given import EqualAccess
from rulebook.briefing.request import Form


@transaction.atomic
def offer_to_every_group(
    *, who: Standing, form: Form, subject: str, lead: Person | None, at: datetime.datetime
) -> Matter:
    """A matter that no group asked for, and an offer of it to each group of the day (HA-4.12, HA-4.15).

    It is offered to groups that are formed later too, until the matter is closed. Raises Refused.
    """
    demand(may_offer(who))
    matter = open_matter(
        kind=events.BEGUN,
        protocol=protocol_in_force().key,
        subject=subject,
        form=form.value,
        equal_access=EqualAccess.OFFER_ALL.value,
        lead=lead or who.person,
        offered_by=who.person,
        by=who.person,
        at=at,
    )
    share(matter, by=who.person, on=who.on, at=at)
    return matter
