"""Asking to see a document: the answer of the rules at once, or the day by which a person says."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from access_rules import events
from access_rules.clock import decide_by
from access_rules.models import AccessRequest, Document
from access_rules.policies import requests as policies
from access_rules.queries.answering import Answers, answers_to
from access_rules.queries.asked import ASSISTANT, MEMBER
from access_rules.rules.outcomes import NO, PARTLY, WAITING, is_made_by_hand, outcome_of, until_day
from access_rules.states import RequestState
from casework.actions.announcing import open_case
from casework.actions.locking import demand, finish, locked
from casework.rules import Fact
from council.models import Person
from council.queries import Standing, protocol_in_force
from rulebook.decision import Refused, refused
from rulebook.post import Post


@dataclass(frozen=True)
class Wanted:
    """What somebody asks for, and why: as the form has it."""

    described: str
    capacity: str
    purpose: str
    document: Document | None = None
    on_behalf_of: Person | None = None
    purpose_words: str = ""
    scope: str = "specific"
    wants: str = "inspect"
    regime: str = ""
    authority: str = ""
    interest: str = ""
    interest_words: str = ""


@transaction.atomic
def ask_for(*, who: Standing, wanted: Wanted, at: datetime.datetime) -> AccessRequest:
    """One request, answered by the rules at once where they can; else referred, with a day.

    What is only described waits for those who keep the register. Raises Refused for a role that the person
    does not hold, or where an assistant names no member (HA-4.9).
    """
    demand(policies.may_ask_as(who, wanted.capacity, wanted.on_behalf_of))
    is_assistant = wanted.capacity == ASSISTANT
    reference, stream = open_case("access", "ACC")
    row = AccessRequest(
        reference=reference,
        stream=stream,
        protocol=protocol_in_force().key,
        asked_by=who.person,
        asked_at=at,
        document=wanted.document,
        described=wanted.described,
        capacity=MEMBER if is_assistant else wanted.capacity,
        on_behalf_of=wanted.on_behalf_of if is_assistant else None,
        purpose=wanted.purpose,
        purpose_words=wanted.purpose_words,
        scope=wanted.scope,
        wants=wanted.wants,
        regime=wanted.regime,
        authority=wanted.authority,
        interest=wanted.interest,
        interest_words=wanted.interest_words,
    )
    if row.document is None:
        row.refer_to = Post.DEMOCRATIC_SERVICES.value
        row.decide_by = decide_by(regime=row.regime, is_scrutiny=False, received_on=who.on)[0]
    finish(row, kind=events.DOCUMENT_ASKED_FOR, by=who.person, at=at)
    if row.document is not None:
        _answer(row, on=who.on, at=at)
    return row


@transaction.atomic
def find_document(
    *, who: Standing, row: AccessRequest, document: Document, seen_version: int | None, at: datetime.datetime
) -> AccessRequest:
    """A keeper names the entry that is meant; the rules answer at once. Raises Refused and Stale.

    What a determination sent back to be decided stays with whoever decides it.
    """
    row = locked(row, seen_version=seen_version)
    demand(policies.may_find(who, row))
    row.document = document
    if row.state == RequestState.REFERRED:
        answers = answers_to(row, on=who.on)
        keep_answers(row, answers)
        refer(row, answers, on=who.on, at=at, by=who.person)
    else:
        _answer(row, on=who.on, at=at, by=who.person)
    return row


@transaction.atomic
def say_not_held(
    *, who: Standing, row: AccessRequest, reasons: str, seen_version: int | None, at: datetime.datetime
) -> AccessRequest:
    """The authority holds no such document; `reasons` say so and who may hold it (rule G1 of `access`).

    Raises Refused, also while nobody can have the copy of a refusal that the text wants, and Stale.
    """
    row = locked(row, seen_version=seen_version)
    decision = policies.may_say_not_held(who, row)
    demand(decision)
    vacant = policies.why_no_refusal(row, on=who.on)
    if vacant and decision.rule:
        raise Refused(refused(decision.rule, vacant))
    row.reasons = reasons.strip()
    row.decided_by = who.person
    _answer(row, on=who.on, at=at, by=who.person)
    return row


@transaction.atomic
def withdraw_request(
    *, who: Standing, row: AccessRequest, seen_version: int | None, at: datetime.datetime
) -> AccessRequest:
    """Whoever asked takes it back. Raises Refused and Stale."""
    row = locked(row, seen_version=seen_version)
    demand(policies.may_withdraw_request(who, row))
    row.record_withdrawal()
    finish(row, kind=events.REQUEST_WITHDRAWN, by=who.person, at=at)
    return row


def _answer(
    row: AccessRequest, *, on: datetime.date, at: datetime.datetime, by: Person | None = None
) -> None:
    """What the rules say goes out at once; what they leave to a person, or somebody must make, is referred.

    A refusal of which the text wants a copy waits for a person while nobody can have the copy (MW-5.1a).
    """
    answers = answers_to(row, on=on)
    keep_answers(row, answers)
    enforced = answers.enforced.as_json()
    outcome = outcome_of(enforced)
    vacant = outcome in (NO, PARTLY) and policies.why_no_refusal(row, on=on)
    if outcome == WAITING or vacant or _needs_a_hand(row, enforced):
        refer(row, answers, on=on, at=at, by=by)
        return
    row.record_answer(outcome=outcome, at=at)
    row.refer_to, row.decide_by = "", None
    row.cites = "\n".join(dict.fromkeys(cite.id for cite in answers.enforced.cite))
    row.until = ends_on(row, answers)
    if outcome in (NO, PARTLY):
        row.copied_to = policies.copied_to(row, on=on)
    facts: dict[str, Fact] = {"outcome": outcome, "rule": str(answers.enforced["rule"])}
    finish(row, kind=events.ANSWERED_BY_RULE, by=by, at=at, facts=facts)


def _needs_a_hand(row: AccessRequest, enforced: Mapping[str, object]) -> bool:
    is_public = row.document is not None and row.document.marking == Document.Marking.PUBLIC
    return is_made_by_hand(enforced, is_public=is_public)


def keep_answers(row: AccessRequest, answers: Answers) -> None:
    """The answers as they were given, for as long as the request is kept."""
    row.answer = answers.as_json()


def refer(
    row: AccessRequest,
    answers: Answers,
    *,
    on: datetime.date,
    at: datetime.datetime,
    by: Person | None = None,
    by_day: datetime.date | None = None,
) -> None:
    """A person is to decide, by a day: the statute’s own, a local term’s, or the portal’s promise."""
    facts = send_to_decide(row, answers, on=on, by_day=by_day)
    finish(row, kind=events.REFERRED, by=by, at=at, facts=facts)


def send_to_decide(
    row: AccessRequest, answers: Answers, *, on: datetime.date, by_day: datetime.date | None = None
) -> dict[str, Fact]:
    """Takes the step on a locked row, and returns what is told of it; nothing is saved or told yet."""
    to = str(answers.enforced.values.get("refer_to") or Post.MONITORING_OFFICER.value)
    is_scrutiny = row.capacity == MEMBER and is_for_scrutiny(row.answer)
    day = by_day or decide_by(regime=row.regime, is_scrutiny=is_scrutiny, received_on=on)[0]
    if row.state == RequestState.REFERRED:
        row.refer_to = to
    else:
        row.record_referral(to=to, by=day)
    row.decided_by, row.decided_at, row.until, row.review_on = None, None, None, None
    row.mode, row.is_given_by_name = "", False
    return {"to": to, "by_day": str(row.decide_by)}


def is_for_scrutiny(answer: dict[str, Any]) -> bool:
    """Whether scrutiny’s right to copies comes into it, whose time is the statute’s (reg 17(2))."""
    lens = answer.get("current_law", {})
    cited = [str(id_) for id_ in lens.get("cite", [])]
    return lens.get("rule") == "S5" or any(id_.startswith("SI 2012/2089 reg 17") for id_ in cited)


def ends_on(row: AccessRequest, answers: Answers) -> datetime.date | None:
    """The last day of what is given, where the answer names one that the register knows."""
    document = row.document
    if document is None:
        return None
    return until_day(
        answers.enforced.values.get("until"),
        meeting_on=document.meeting.on if document.meeting else None,
        decided_on=document.decided_on,
    )
