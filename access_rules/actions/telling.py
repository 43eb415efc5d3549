"""A question before a disclosure: asked of whom the text names, held meanwhile, answered with reasons."""

import datetime
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from access_rules import events
from access_rules.models import Disclosure, Document
from access_rules.policies.telling import may_answer, may_ask, may_record_outside, may_withdraw
from access_rules.queries.telling import concerned, whom_it_reaches
from casework.actions.announcing import open_case
from casework.actions.locking import demand, finish, locked
from casework.policies.asking import rule_of
from council.models import Person
from council.queries import Standing, protocol_in_force
from rulebook.access.telling import Asked, Basis, may_rest_on, who_is_asked
from rulebook.decision import Refused, refused
from rulebook.duty import Duty
from rulebook.protocols import protocol


@dataclass(frozen=True)
class Wish:
    """What somebody wants to tell: what it is about, to whom, why, and who is asked first."""

    to_whom: str
    why: str
    asked_of: Asked
    document: Document | None = None
    described: str = ""
    regulator: str = ""
    is_public_interest: bool = False
    took_legal_advice: bool = False


@dataclass(frozen=True)
class Verdict:
    """May it be told, why, and on what that rests; `basis` is empty where it may not."""

    may_be_told: bool
    words: str
    basis: str = ""


@transaction.atomic
def ask_before_telling(*, who: Standing, wish: Wish, at: datetime.datetime) -> Disclosure:
    """Asks whoever the text names (MW 6.5, WF A4.3, HA 4.26, WO AI.9); until the answer, nobody is told.

    Raises Refused: for whoever is out of post; unknown for a document that the person may not know of; where
    the text does not name that post, or nobody but the person holds it; for a regulator without a name.
    """
    demand(may_ask(who, wish.document))
    text = protocol_in_force()
    rule = rule_of(Duty.CHECK_DISCLOSURE, text.key)
    if wish.asked_of not in who_is_asked(text.access):
        raise Refused(refused(rule, _("The protocol does not name that post for this.")))
    if wish.asked_of is Asked.REGULATOR:
        if not wish.regulator.strip():
            raise Refused(refused(rule, _("Name the regulator whom you ask.")))
    elif not whom_it_reaches(wish.asked_of, besides=concerned(who.person, wish.document), on=who.on):
        raise Refused(refused(rule, _("Nobody else holds that post today. Choose another.")))
    reference, stream = open_case("disclosure", "DSC")
    row = Disclosure(
        reference=reference,
        stream=stream,
        protocol=text.key,
        document=wish.document,
        described=wish.described,
        asked_by=who.person,
        asked_at=at,
        to_whom=wish.to_whom,
        why=wish.why,
        is_public_interest=wish.is_public_interest,
        took_legal_advice=wish.took_legal_advice,
        asked_of=wish.asked_of.value,
        regulator=wish.regulator if wish.asked_of is Asked.REGULATOR else "",
    )
    row.save()
    finish(row, kind=events.DISCLOSURE_ASKED, by=who.person, at=at, content={"why": wish.why})
    return row


@transaction.atomic
def answer_question(
    *,
    who: Standing,
    row: Disclosure,
    verdict: Verdict,
    at: datetime.datetime,
    seen_version: int | None = None,
) -> Disclosure:
    """The post that was asked answers. Raises Refused, also for a «yes» that rests on nothing; Stale."""
    row = locked(row, seen_version=seen_version)
    demand(may_answer(who, row))
    return _record(row, verdict, by=who.person, at=at)


@transaction.atomic
def record_regulators_answer(
    *,
    who: Standing,
    row: Disclosure,
    verdict: Verdict,
    at: datetime.datetime,
    seen_version: int | None = None,
) -> Disclosure:
    """Whoever asked a regulator outside writes down what it said (MW 6.5). Raises Refused and Stale."""
    row = locked(row, seen_version=seen_version)
    demand(may_record_outside(who, row))
    return _record(row, verdict, by=who.person, at=at)


def _record(row: Disclosure, verdict: Verdict, *, by: Person, at: datetime.datetime) -> Disclosure:
    rule = rule_of(Duty.CHECK_DISCLOSURE, row.protocol)
    if not verdict.words.strip():
        raise Refused(refused(rule, _("Give your reasons.")))
    if not verdict.may_be_told:
        row.record_bar(by=by, at=at, words=verdict.words)
        finish(row, kind=events.DISCLOSURE_BARRED, by=by, at=at, content={"reason": verdict.words})
        return row
    if verdict.basis not in {one.value for one in may_rest_on(protocol(row.protocol).access)}:
        raise Refused(refused(rule, _("Say on what it rests that it may be told.")))
    row.record_clearance(by=by, at=at, words=verdict.words, basis=Basis(verdict.basis).value)
    finish(row, kind=events.DISCLOSURE_CLEARED, by=by, at=at, content={"reason": verdict.words})
    return row


@transaction.atomic
def withdraw_question(
    *, who: Standing, row: Disclosure, at: datetime.datetime, seen_version: int | None = None
) -> Disclosure:
    """Whoever asked takes it back. Raises Refused and Stale."""
    row = locked(row, seen_version=seen_version)
    demand(may_withdraw(who, row))
    row.record_withdrawal()
    finish(row, kind=events.DISCLOSURE_WITHDRAWN, by=who.person, at=at)
    return row
