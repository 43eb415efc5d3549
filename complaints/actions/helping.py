"""Help in settling it: somebody whom the text names is asked, and says whether they help."""

import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from casework.actions.locking import demand, finish, locked
from casework.rules import Fact
from complaints import events
from complaints.actions.settling import OF_THE_COMPLAINANT
from complaints.models import Complaint, Handler
from complaints.policies import settling as policies
from complaints.queries.helping import offered_as
from complaints.queries.settling import helpers
from council.models import Person
from council.queries import Standing
from rulebook.decision import Refused, refused


@transaction.atomic
def ask_for_help(
    *, who: Standing, row: Complaint, helper: Person, seen_version: int | None, at: datetime.datetime
) -> Complaint:
    """Whoever raised it asks one of those whom the text names, by name (HA-5.1, WF-8.1, WO-P-9.3.8a).

    Raises Refused for anybody else, for whoever was asked already, and Stale.
    """
    row = locked(row, seen_version=seen_version)
    decision = policies.may_ask_for_help(who, row)
    demand(decision)
    found = offered_as(row, helper, on=who.on)
    if found is None and decision.rule:
        sentence = _("%(name)s cannot be asked to help with this. Choose somebody from the list.")
        raise Refused(refused(decision.rule, sentence % {"name": helper.name}))
    made = row.handlers.create(
        person=helper, part=Handler.Part.HELPER, post=found.post if found else "", named_at=at
    )
    facts: dict[str, Fact] = {"handler": made.pk, "part": Handler.Part.HELPER.value}
    finish(row, kind=events.HANDLER_NAMED, by=who.person, at=at, facts=facts)
    return row


@transaction.atomic
def say_whether_they_help(
    *, who: Standing, row: Complaint, helps: bool, seen_version: int | None, at: datetime.datetime
) -> Complaint:
    """Whoever was asked helps, and so keeps it confidential (WF-8.6), or does not, or no longer.

    Whoever does not help learns no more of it. Raises Refused and Stale.
    """
    row = locked(row, seen_version=seen_version)
    demand(policies.may_say_whether_they_help(who, row))
    mine = helpers(row).get(person=who.person)
    if helps:
        mine.accepted_at = mine.accepted_at or at
    else:
        mine.ended_at, mine.ended_because = at, Handler.Ended.DECLINED
    mine.save()
    facts = {**OF_THE_COMPLAINANT, "handler": mine.pk, "helps": helps}
    finish(row, kind=events.HELP_ANSWERED, by=who.person, at=at, facts=facts)
    return row
