"""A close relationship is declared to whom the text names, ends, and what was settled is written down."""

import datetime
from dataclasses import dataclass

from django.db import transaction

from casework.actions.announcing import record_security
from casework.actions.locking import demand
from casework.events import EventKind
from complaints import events
from complaints.policies import relationships as policies
from complaints.queries.relationships import may_be_told
from council.actions.relating import end_relationship, enter_relationship, write_down_settled
from council.models import Person, Relationship
from council.queries import Standing


@dataclass(frozen=True)
class Declared:
    """What somebody declares: with whom, which tie, in which words; `to` is the post they chose to tell."""

    other: Person
    tie: str
    words: str = ""
    at_meetings: bool = False
    to: str = ""


@transaction.atomic
def declare_relationship(*, who: Standing, declared: Declared, at: datetime.datetime) -> Relationship:
    """One row of the register, and a letter to whoever is told of it; nobody is where the text names nobody.

    The same said twice is one row. Raises Refused for whoever is neither member nor officer today.
    """
    demand(policies.may_declare_relationship(who))
    offered = may_be_told(who, declared.other)
    told = next((one for one in offered if one.post.value == declared.to), offered[0] if offered else None)
    row, is_new = enter_relationship(
        person=who.person,
        other=declared.other,
        tie=declared.tie,
        words=declared.words.strip(),
        at_meetings=declared.at_meetings,
        told=told.person if told else None,
        told_post=told.post.value if told else "",
        on=who.on,
    )
    if is_new:
        _record(events.RELATIONSHIP_DECLARED, row, who, at)
    return row


@transaction.atomic
def end_it(*, who: Standing, row: Relationship, at: datetime.datetime) -> Relationship:
    """Whoever declared it says that it is over: today is its last day. Raises Refused."""
    row = _locked(row)
    demand(policies.may_end_relationship(who, row))
    end_relationship(row=row, on=who.on)
    _record(events.RELATIONSHIP_ENDED, row, who, at)
    return row


@transaction.atomic
def settle(*, who: Standing, row: Relationship, words: str, at: datetime.datetime) -> Relationship:
    """Whoever was told writes down what they advised or what was settled (WF-3.9). Raises Refused."""
    row = _locked(row)
    demand(policies.may_write_down_settled(who, row))
    write_down_settled(row=row, words=words.strip())
    _record(events.RELATIONSHIP_SETTLED, row, who, at)
    return row


def _locked(row: Relationship) -> Relationship:
    found: Relationship = Relationship.objects.select_for_update(of=("self",)).get(pk=row.pk)
    return found


def _record(kind: EventKind, row: Relationship, who: Standing, at: datetime.datetime) -> None:
    """In the security stream: the row’s number alone, so that no record says who is close to whom."""
    record_security(kind, who.person, at, {"relationship": row.pk})
