"""Another officer sees to a matter from now on: the one before left, is away, or hands it over."""

import datetime

from django.db import transaction

from briefings import events
from briefings.models import Matter
from briefings.policies import leading as policies
from casework.actions.locking import demand, finish, locked
from council.models import Person
from council.queries import Standing


@transaction.atomic
def name_lead(
    *, who: Standing, matter: Matter, lead: Person, seen_version: int | None, at: datetime.datetime
) -> Matter:
    """From now on this officer finds dates and speakers, and sees that every group gets the same.

    Raises Refused, Stale.
    """
    matter = locked(matter, seen_version=seen_version)
    demand(policies.may_name_lead(who, matter))
    before, matter.lead = matter.lead_id, lead
    finish(matter, kind=events.LEAD_NAMED, by=who.person, at=at, facts={"lead": lead.pk, "before": before})
    return matter
