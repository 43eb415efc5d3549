"""A dispute from «I do not agree» to what was done about it: each step locked, asked about and announced."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from casework.actions.announcing import announce, open_case, record_security
from casework.actions.protecting import use_form_token
from casework.events import (
    CONFIDENTIAL_DISPUTE_OPENED,
    DISPUTE_ANSWERED,
    DISPUTE_DETERMINED,
    DISPUTE_ENDED,
    DISPUTE_OPENED,
    DISPUTE_TAKEN_FURTHER,
    DISPUTE_WITHDRAWN,
    EventKind,
)
from casework.models import CaseEvent, Determination, Dispute
from casework.policies import disputes as policies
from casework.queries import calendar, local_term
from casework.queries.disputes import Contested
from casework.rules import Fact
from council.models import Person
from council.queries import Standing
from rulebook.decision import Decision, Refused, refused
from rulebook.dispute import further_rungs, who_decides
from rulebook.duty import Duty
from rulebook.protocols import protocol
from rulebook.rule import Rule
from rulebook.triage import Rung


@dataclass(frozen=True)
class Verdict:
    """What is decided: for whom, why, by which paragraphs, and what must then happen by when."""

    outcome: Determination.Outcome
    reasons: str
    cites: tuple[str, ...] = ()
    must_do: str = ""
    must_by: datetime.date | None = None
    decided_elsewhere: str = ""


class DisputeChanged(Exception):
    """Somebody changed the dispute while this person was typing; nothing was written."""

    def __init__(self, dispute: Dispute) -> None:
        super().__init__(f"{dispute.reference} was changed in the meantime.")
        self.dispute = dispute


def decide_by(on: datetime.date) -> datetime.date | None:
    """By when a dispute that begins on the day is to be determined; None where the council set no time."""
    term = local_term(Duty.DETERMINE, on=on)
    return term.as_period().due(on, calendar()) if term else None


@transaction.atomic
def open_dispute(
    *,
    who: Standing,
    contested: Contested,
    member: Person,
    words: str,
    at: datetime.datetime,
    token: str = "",
) -> Dispute:
    """«I do not agree», for the member, on the first rung of the text.

    Whether the person may say so is the counter's policy, asked before. Raises Refused where the decision is
    disputed already, and AlreadyUsed for a form that was sent before.
    """
    used = use_form_token(token, by=who.person, at=at) if token else None
    decider = who_decides(protocol(contested.protocol), contested.subject)
    reference, stream = open_case("dispute", "DIS")
    try:
        with transaction.atomic():
            dispute = Dispute.objects.create(
                reference=reference,
                stream=stream,
                about=contested.about,
                case_reference=contested.case_reference,
                decision_place=contested.place,
                cites="\n".join(contested.cites),
                subject=contested.subject.value,
                protocol=contested.protocol,
                is_confidential=contested.is_confidential,
                opened_by=member,
                opened_at=at,
                member_words=words.strip(),
                respondent=contested.respondent,
                rung=decider.rung.value,
                decide_by=decide_by(who.on),
            )
    except IntegrityError:
        rule = Rule(Duty.DISPUTE.value, Duty.DISPUTE.sentence, decider.cites)
        raise Refused(refused(rule, _("This decision has been disputed already."))) from None
    if used:
        used.result = reference
        used.save(update_fields=["result"])
    _tell(dispute, DISPUTE_OPENED, who, at)
    return dispute


@transaction.atomic
def answer_dispute(
    *, who: Standing, dispute: Dispute, words: str, at: datetime.datetime, token: str = ""
) -> Dispute:
    """Whose decision it is says why, in their own words. Raises Refused and AlreadyUsed."""
    dispute = _locked(dispute, who, policies.may_answer_dispute, at, token)
    dispute.respondent_words, dispute.answered_at = words.strip(), at
    return _finish(dispute, DISPUTE_ANSWERED, who, at)


@transaction.atomic
def determine_dispute(
    *,
    who: Standing,
    dispute: Dispute,
    verdict: Verdict,
    at: datetime.datetime,
    token: str = "",
    seen_version: int | None = None,
) -> Determination:
    """The decision on this rung, with reasons; ended at once where nothing is left to do or to go to.

    Raises Refused, AlreadyUsed, and DisputeChanged for a form that was opened before a change.
    """
    dispute = _locked(dispute, who, policies.may_determine, at, token, seen_version)
    made = Determination.objects.create(
        dispute=dispute,
        rung=dispute.rung,
        outcome=verdict.outcome,
        reasons=verdict.reasons.strip(),
        cites="\n".join(verdict.cites),
        must_do=verdict.must_do.strip(),
        must_by=verdict.must_by,
        decided_elsewhere=verdict.decided_elsewhere.strip(),
        by=who.person,
        at=at,
    )
    dispute.record_determination()
    facts: dict[str, Fact] = {"determination": made.pk, "outcome": made.outcome, "about": dispute.about_id}
    _finish(dispute, DISPUTE_DETERMINED, who, at, facts)
    if not made.must_do and not _may_go_on(dispute, made):
        dispute.record_end(on=who.on)
        dispute.save()
    return made


def _may_go_on(dispute: Dispute, made: Determination) -> bool:
    further = further_rungs(protocol(dispute.protocol), Rung(dispute.rung))
    return bool(further) and made.outcome != Determination.Outcome.FOR_MEMBER


@transaction.atomic
def go_further(
    *, who: Standing, dispute: Dispute, rung: Rung, words: str, at: datetime.datetime, token: str = ""
) -> Dispute:
    """The member does not agree with the determination either. Raises Refused, AlreadyUsed; ValueError for a
    rung that does not follow.
    """
    dispute = _locked(dispute, who, policies.may_go_further, at, token)
    if rung not in further_rungs(protocol(dispute.protocol), Rung(dispute.rung)):
        raise ValueError(f"{rung} does not follow {dispute.rung}.")
    dispute.take_further(rung=rung, decide_by=decide_by(who.on))
    return _finish(dispute, DISPUTE_TAKEN_FURTHER, who, at, {"rung": rung.value}, {"words": words.strip()})


@transaction.atomic
def withdraw_dispute(*, who: Standing, dispute: Dispute, at: datetime.datetime, token: str = "") -> Dispute:
    """The member takes it back. Raises Refused and AlreadyUsed."""
    dispute = _locked(dispute, who, policies.may_withdraw_dispute, at, token)
    dispute.record_withdrawal(on=who.on)
    return _finish(dispute, DISPUTE_WITHDRAWN, who, at)


@transaction.atomic
def record_done(
    *, who: Standing, dispute: Dispute, words: str, at: datetime.datetime, token: str = ""
) -> Dispute:
    """What had to happen has happened: the dispute is ended. Raises Refused and AlreadyUsed."""
    dispute = _locked(dispute, who, policies.may_record_done, at, token)
    dispute.record_end(on=who.on)
    return _finish(dispute, DISPUTE_ENDED, who, at, {}, {"words": words.strip()})


@transaction.atomic
def record_opening(*, who: Standing, dispute: Dispute, at: datetime.datetime) -> None:
    """Somebody other than the member opened the page of a confidential dispute. Raises Refused."""
    decision = policies.may_see_dispute(who, dispute)
    if not decision.allowed:
        raise Refused(decision)
    record_security(CONFIDENTIAL_DISPUTE_OPENED, who.person, at, {"dispute": dispute.pk})


def _locked(
    dispute: Dispute,
    who: Standing,
    policy: Callable[[Standing, Dispute], Decision],
    at: datetime.datetime,
    token: str,
    seen_version: int | None = None,
) -> Dispute:
    """The same row, locked, the form used up and the policy asked."""
    if token:
        use_form_token(token, by=who.person, at=at, result=dispute.reference)
    row = Dispute.objects.select_for_update(of=("self",)).select_related("stream").get(pk=dispute.pk)
    if seen_version is not None and seen_version != row.version:
        raise DisputeChanged(row)
    decision = policy(who, row)
    if not decision.allowed:
        raise Refused(decision)
    return row


def _finish(
    dispute: Dispute,
    kind: EventKind,
    who: Standing,
    at: datetime.datetime,
    facts: Mapping[str, Fact] | None = None,
    content: Mapping[str, str] | None = None,
) -> Dispute:
    dispute.version += 1
    dispute.save()
    _tell(dispute, kind, who, at, facts, content)
    return dispute


def _tell(
    dispute: Dispute,
    kind: EventKind,
    who: Standing,
    at: datetime.datetime,
    facts: Mapping[str, Fact] | None = None,
    content: Mapping[str, str] | None = None,
) -> CaseEvent:
    told = {name: text for name, text in (content or {}).items() if text}
    return announce(
        stream=dispute.stream,
        kind=kind,
        by=who.person,
        at=at,
        facts={"dispute": dispute.pk, **(facts or {})},
        content=told,
    )
