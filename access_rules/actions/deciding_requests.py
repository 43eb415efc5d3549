"""A person decides on a request: findings, a promise that is asked for, the decision, a second look."""

import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from access_rules import events
from access_rules.actions.granting import Given, end_grants_of_request, grant
from access_rules.actions.requesting import keep_answers, refer
from access_rules.models import AccessRequest, Finding, Version
from access_rules.policies import requests as policies
from access_rules.queries.answering import answers_to
from access_rules.rules.findings import Found
from access_rules.rules.ruling import Ruling
from access_rules.states import RequestState
from casework.actions.locking import demand, finish, locked
from casework.rules import Fact
from council.models import Person
from council.queries import Standing


@transaction.atomic
def record_finding(
    *,
    who: Standing,
    row: AccessRequest,
    found: Found,
    reasons: str,
    seen_version: int | None,
    at: datetime.datetime,
) -> Finding:
    """What only a person can find, with reasons; the rules are asked again with it. Raises Refused, Stale."""
    row = locked(row, seen_version=seen_version)
    demand(policies.may_decide_request(who, row))
    made = Finding.objects.create(
        request=row, kind=found.kind, value=found.value, reasons=reasons.strip(), by=who.person, at=at
    )
    keep_answers(row, answers_to(row, on=who.on))
    finish(
        row,
        kind=events.FINDING_RECORDED,
        by=who.person,
        at=at,
        facts={"finding": made.pk, "found": found.key},
        content={"reasons": made.reasons},
    )
    return made


@transaction.atomic
def ask_for_promise(
    *, who: Standing, row: AccessRequest, reasons: str, seen_version: int | None, at: datetime.datetime
) -> AccessRequest:
    """An undertaking of confidentiality is asked for, with the reasons in writing (MW-5.5a, MW-5.5b).

    Raises Refused, also where the text knows no undertaking, and Stale.
    """
    row = locked(row, seen_version=seen_version)
    demand(policies.may_ask_for_promise(who, row))
    row.promise_asked_by, row.promise_asked_at, row.promise_reasons = who.person, at, reasons.strip()
    finish(row, kind=events.CONDITION_ASKED, by=who.person, at=at, content={"reasons": row.promise_reasons})
    return row


@transaction.atomic
def answer_promise(
    *,
    who: Standing,
    row: AccessRequest,
    value: str,
    words: str,
    seen_version: int | None,
    at: datetime.datetime,
) -> AccessRequest:
    """The promise is given, refused, or contested; a contest goes to the monitoring officer (MW-5.5c).

    Raises Refused, Stale, and ValueError for another value.
    """
    if value not in ("given", "refused", "contested"):
        raise ValueError(f"A promise is given, refused or contested, not {value!r}.")
    row = locked(row, seen_version=seen_version)
    demand(policies.may_answer_promise(who, row))
    row.undertaking = value
    answers = answers_to(row, on=who.on)
    keep_answers(row, answers)
    to = answers.enforced.values.get("refer_to")
    if value == "contested" and to:
        row.refer_to = str(to)
    facts: dict[str, Fact] = {"undertaking": value}
    finish(
        row,
        kind=events.CONDITION_ANSWERED,
        by=who.person,
        at=at,
        facts=facts,
        content={"words": words.strip()},
    )
    return row


@transaction.atomic
def decide_request(
    *,
    who: Standing,
    row: AccessRequest,
    ruling: Ruling,
    seen_version: int | None,
    at: datetime.datetime,
) -> AccessRequest:
    """Yes, partly or no, with reasons. A refusal goes out only once its copy can be had (MW-5.1a).

    A Yes needs a document.
    What is given by a person’s finding is given by name, with a purpose, a rule and a last day. Raises
    Refused and Stale.
    """
    row = locked(row, seen_version=seen_version)
    demand(policies.may_answer_with(who, row, ruling.outcome))
    decide(row, ruling, by=who.person, on=who.on, at=at)
    if rests_on_need(row, ruling) and ruling.until is not None:
        _give(who, row, ruling, ruling.until, at=at)
    return row


def decide(
    row: AccessRequest, ruling: Ruling, *, by: Person, on: datetime.date, at: datetime.datetime
) -> None:
    """Takes the step on a locked row and tells of it; whether it may be taken was asked before."""
    row.record_decision(outcome=ruling.outcome, reasons=ruling.reasons.strip(), by=by, at=at)
    row.cites = "\n".join(ruling.cites)
    row.until, row.review_on, row.is_given_by_name = ruling.until, ruling.review_on, False
    row.mode = "" if ruling.outcome == AccessRequest.Outcome.NO else ruling.mode
    if row.document is not None:
        row.seen_marking, row.seen_sch12a = row.document.marking, list(row.document.sch12a)
    row.public_interest_note = ruling.public_interest_note.strip()
    is_refusal = ruling.outcome != AccessRequest.Outcome.YES
    row.copied_to = policies.copied_to(row, on=on) if is_refusal else None
    finish(
        row,
        kind=events.DECIDED,
        by=by,
        at=at,
        facts={"outcome": ruling.outcome, "until": str(ruling.until or "")},
        content={"reasons": row.reasons},
    )


def rests_on_need(row: AccessRequest, ruling: Ruling) -> bool:
    """Whether what is given rests on a need to know that a person found: it is given by name (rule N4)."""
    is_given = ruling.outcome != AccessRequest.Outcome.NO and ruling.until is not None
    last = row.findings.filter(kind=Finding.Kind.NEED_TO_KNOW).order_by("at", "pk").last()
    return is_given and row.document_id is not None and last is not None and last.value == "accepted"


def _give(
    who: Standing, row: AccessRequest, ruling: Ruling, until: datetime.date, *, at: datetime.datetime
) -> None:
    """Access by name, for whoever asked, until the last day of the decision."""
    if row.document is None:
        return
    in_part = ruling.outcome == AccessRequest.Outcome.PARTLY
    given = Given(
        purpose=(row.purpose_words or row.described)[:400],
        expires_on=until,
        mode=ruling.mode,
        version_kind=Version.Kind.REDACTED if in_part else "",
        rule=str(row.answer.get("enforced", {}).get("rule") or ""),
        cites="\n".join(ruling.cites),
        request=row,
    )
    grant(who=who, document=row.document, person=row.asked_by, given=given, at=at)
    row.is_given_by_name = True
    row.save(update_fields=["is_given_by_name"])


@transaction.atomic
def look_again(*, row: AccessRequest, on: datetime.date, at: datetime.datetime) -> bool:
    """On the day on which «we will look again» a decision waits to be decided anew; says whether it does.

    Computed from the stored day, so a fortnight without the clock loses none and does it once.
    """
    row = locked(row)
    is_due = row.state == RequestState.DECIDED and row.review_on is not None and row.review_on <= on
    if not is_due:
        return False
    answers = answers_to(row, on=on)
    keep_answers(row, answers)
    refer(row, answers, on=on, at=at)
    finish(row, kind=events.LOOKED_AT_AGAIN, by=None, at=at)
    because = _("The decision is looked at again.")
    end_grants_of_request(request=row, by=None, at=at, because=because)
    return True
