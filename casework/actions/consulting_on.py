"""What others say to an amendment: who is asked, what they answer, what members and officers send to it."""

import datetime
from collections.abc import Collection
from dataclasses import dataclass

from django.db import transaction

from casework.actions.locking import demand, finish, locked
from casework.events import (
    AMENDMENT_ANSWERED,
    AMENDMENT_COMMENTED,
    AMENDMENT_RECOMMENDED,
    AMENDMENT_SENT_OUT,
)
from casework.models import Amendment, AmendmentWords, Consulted
from casework.policies import amendments as policies
from casework.states import AmendmentState
from council.models import Body, Person
from council.queries import Standing


@dataclass(frozen=True)
class Asked:
    """Whom to ask: bodies of the council, people in the portal, and others by name."""

    bodies: Collection[Body] = ()
    people: Collection[Person] = ()
    others: Collection[str] = ()


@transaction.atomic
def send_out(
    *,
    who: Standing,
    amendment: Amendment,
    asked: Asked,
    answer_by: datetime.date,
    at: datetime.datetime,
    seen_version: int | None = None,
) -> Amendment:
    """Those named are asked by letter until that day, and every member and officer may read it.

    A draft goes out to consultation; of one that is out already, more are asked. (WO-P-REP.1) Raises Refused
    and Stale.
    """
    amendment = locked(amendment, seen_version=seen_version)
    demand(policies.may_send_out(who, amendment))
    rows = [
        *(Consulted(body=body, name=body.name) for body in asked.bodies),
        *(Consulted(person=person, name=person.name) for person in asked.people),
        *(Consulted(name=name) for name in asked.others),
    ]
    for row in rows:
        row.amendment, row.asked_at, row.answer_by = amendment, at, answer_by
    Consulted.objects.bulk_create(rows)
    if amendment.state == AmendmentState.DRAFTED:
        amendment.send_out(answer_by=answer_by)
    amendment.answer_by = max(answer_by, amendment.answer_by or answer_by)
    finish(amendment, kind=AMENDMENT_SENT_OUT, by=who.person, at=at, facts={"asked": len(rows)})
    return amendment


@transaction.atomic
def record_answer(
    *, who: Standing, consulted: Consulted, answer: str, on: datetime.date, at: datetime.datetime
) -> Consulted:
    """What somebody who was asked has answered, once. Raises Refused."""
    amendment = locked(consulted.amendment)
    row = Consulted.objects.select_related("amendment").get(pk=consulted.pk)
    demand(policies.may_record_answer(who, row))
    row.answer, row.answered_on = answer.strip(), on
    row.save()
    finish(amendment, kind=AMENDMENT_ANSWERED, by=who.person, at=at, facts={"consulted": row.pk})
    return row


@transaction.atomic
def say(*, who: Standing, amendment: Amendment, words: str, at: datetime.datetime) -> AmendmentWords:
    """A member or an officer sends words to it. Raises Refused."""
    amendment = locked(amendment)
    demand(policies.may_say(who, amendment))
    said = AmendmentWords.objects.create(amendment=amendment, by=who.person, at=at, words=words.strip())
    finish(amendment, kind=AMENDMENT_COMMENTED, by=who.person, at=at, facts={"amendmentwords": said.pk})
    return said


@transaction.atomic
def recommend(
    *,
    who: Standing,
    amendment: Amendment,
    committee: str,
    on: datetime.date,
    minute: str,
    at: datetime.datetime,
    seen_version: int | None = None,
) -> Amendment:
    """The committee recommends it to the council. (WO-P-REP.1, WO-E-9.3.3a) Raises Refused and Stale."""
    amendment = locked(amendment, seen_version=seen_version)
    demand(policies.may_recommend(who, amendment))
    amendment.record_recommendation(by=committee.strip(), on=on, minute=minute.strip())
    finish(amendment, kind=AMENDMENT_RECOMMENDED, by=who.person, at=at)
    return amendment
