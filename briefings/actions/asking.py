"""A group asks, and takes it back."""

import datetime

from django.db import transaction

from briefings import events
from briefings.models import Briefing
from briefings.policies import asking as policies
from briefings.queries.answering import Request, answer_to, own_group
from briefings.rules import Outcome
from casework.actions.announcing import open_case
from casework.actions.locking import demand, finish, locked
from council.queries import Standing, protocol_in_force
from rulebook.decision import Answer
from rulebook.post import Post


@transaction.atomic
def ask_for_group(*, who: Standing, request: Request, at: datetime.datetime) -> Briefing:
    """The request of the person’s group, under the text of the day: it goes to whoever decides it.

    What the text itself bars is recorded as declined, with its paragraphs, so that it can be challenged; what
    the text leaves open goes to the monitoring officer. Raises Refused for one who may not ask.
    """
    demand(policies.may_ask(who))
    text = protocol_in_force().key
    group = own_group(who)
    asked_as = policies.requester(who)
    answer = answer_to(request, group=group, asked_as=asked_as, text=text, on=who.on)
    reference, stream = open_case("briefing", "BRF")
    row = Briefing(
        reference=reference,
        stream=stream,
        protocol=text,
        group=group,
        form=request.form.value,
        asked_by=who.person,
        asked_as=asked_as.value,
        asked_at=at,
        subject=request.subject,
        words=request.words,
        asked_of=request.asked_of.value,
        directorate=request.directorate,
        wanted_by=request.wanted_by,
        council_business=request.council_business,
        party_political=request.party_political,
        seeks_confidential=request.seeks_confidential,
        recommends=request.recommends,
        organised_by=request.organised_by,
        others_present=request.others_present,
        answer=answer.as_json(),
        to_decide=_decider(answer),
    )
    finish(row, kind=events.ASKED, by=who.person, at=at)
    if answer["outcome"] == Outcome.DECLINE:
        _decline_by_text(row, answer, at=at)
    return row


def _decider(answer: Answer) -> str:
    """The post that decides; the monitoring officer where the answer names none (scenarios/README.md)."""
    named = answer["decided_by"]
    return str(named) if named else Post.MONITORING_OFFICER.value


def _decline_by_text(row: Briefing, answer: Answer, *, at: datetime.datetime) -> None:
    """The text bars it: nobody decided, and the reason is the answer’s own."""
    row.record_refusal(by=None, at=at, reasons=answer.reason)
    row.cites = list(dict.fromkeys(cite.id for cite in answer.cite))
    finish(row, kind=events.DECLINED, by=None, at=at)


@transaction.atomic
def withdraw(*, who: Standing, row: Briefing, seen_version: int | None, at: datetime.datetime) -> Briefing:
    """The group takes its request back; what other groups were offered stays. Raises Refused, Stale."""
    if row.matter is not None:
        # First, as every step on a matter with its rows does.
        locked(row.matter)
    row = locked(row, seen_version=seen_version)
    demand(policies.may_withdraw(who, row))
    row.record_withdrawal(on=who.on)
    finish(row, kind=events.WITHDRAWN, by=who.person, at=at)
    return row
