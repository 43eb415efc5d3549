"""A calendar address is made or ended; a new one ends the old, which opens nothing any more."""

import datetime

from django.db import transaction

from briefings import events
from briefings.models import CalendarFeed
from briefings.policies.feeds import may_have_feed
from casework.actions.announcing import record_security
from casework.actions.locking import demand
from council.models import Person
from council.queries import Standing


@transaction.atomic
def make_feed(*, who: Standing, at: datetime.datetime) -> CalendarFeed:
    """A new address for the person. Raises Refused."""
    demand(may_have_feed(who))
    _end(who.person, at)
    record_security(events.FEED_MADE, who.person, at, {})
    return CalendarFeed.objects.create(person=who.person, made_at=at)


@transaction.atomic
def end_feed(*, who: Standing, at: datetime.datetime) -> None:
    """The person’s address opens nothing any more."""
    if _end(who.person, at):
        record_security(events.FEED_ENDED, who.person, at, {})


def _end(person: Person, at: datetime.datetime) -> int:
    # One press after the other, however many there are.
    Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    return CalendarFeed.objects.filter(person=person, ended_at__isnull=True).update(ended_at=at)
