"""From findings to the decision: who decides is named, others are told before, and it is decided."""

import datetime

from django.db import transaction

from casework.actions.locking import demand, finish, locked
from casework.rules import Fact
from complaints import events
from complaints.models import Complaint, Handler, Side, Told, Writing
from complaints.policies import deciding as policies
from complaints.queries.hearing import Hearer, left_to_tell_before
from complaints.queries.judging import proposed_decider
from council.models import Person
from council.queries import Standing
from rulebook.citation import Citation


@transaction.atomic
def name_decider(
    *, who: Standing, row: Complaint, seen_version: int | None, at: datetime.datetime
) -> Complaint:
    """Whoever the text, or the general rule, has decide deals with it from now on. Raises Refused and Stale.

    They read nothing before they accept to keep it confidential.
    """
    row = locked(row, seen_version=seen_version)
    demand(policies.may_name_decider(who, row))
    proposed = proposed_decider(row, on=who.on)
    if proposed is not None and proposed.person is not None and proposed.post is not None:
        handler = row.handlers.create(
            person=proposed.person,
            part=Handler.Part.DECIDER,
            post=proposed.post.value,
            named_at=at,
            confirmed_by=who.person,
        )
        facts: dict[str, Fact] = {"handler": handler.pk, "part": handler.part}
        finish(row, kind=events.HANDLER_NAMED, by=who.person, at=at, facts=facts)
    return row


@transaction.atomic
def tell_before(
    *,
    who: Standing,
    row: Complaint,
    told_as: str,
    words: str,
    seen_version: int | None,
    at: datetime.datetime,
) -> Complaint:
    """Tell one of those whom the text has told before an upheld complaint is decided (MW-13.2c), in words.

    They read those words and nothing else. Raises Refused and Stale.
    """
    row = locked(row, seen_version=seen_version)
    demand(policies.may_tell_before(who, row))
    hearer = next(one for one in left_to_tell_before(row, on=who.on) if one.told_as == told_as)
    words_kept = write(row, Writing.Kind.NOTE, words, by=who.person, at=at)
    told = keep_told(row, hearer, Told.What.BEFORE, writing=words_kept, by=who.person, at=at)
    finish(row, kind=events.TOLD_BEFORE, by=who.person, at=at, facts={"told": told.pk})
    return row


@transaction.atomic
def decide_complaint(
    *,
    who: Standing,
    row: Complaint,
    outcome: str,
    reasons: str,
    seen_version: int | None,
    at: datetime.datetime,
) -> Complaint:
    """Decide how it ends, with reasons in writing, which nobody but the handlers reads before they are told.

    Raises Refused, also while somebody is to be told first, and Stale.
    """
    row = locked(row, seen_version=seen_version)
    demand(policies.may_decide_so(who, row, outcome))
    row.record_decision(outcome=outcome, at=at)
    written = write(row, Writing.Kind.DECISION, reasons, by=who.person, at=at)
    finish(row, kind=events.DECIDED, by=who.person, at=at, facts={"writing": written.pk})
    return row


def write(
    row: Complaint,
    kind: Writing.Kind,
    words: str,
    *,
    by: Person,
    at: datetime.datetime,
    side: Side = Side.HANDLERS,
) -> Writing:
    """Keep what somebody wrote, in a row of its own."""
    written: Writing = row.writings.create(kind=kind, side=side, by=by, at=at, text=words.strip())
    return written


def keep_told(
    row: Complaint,
    hearer: Hearer,
    what: Told.What,
    *,
    writing: Writing | None,
    by: Person,
    at: datetime.datetime,
) -> Told:
    """Keep that somebody was told, as whom, by which paragraphs."""
    told: Told = row.told.create(
        person=hearer.person,
        told_as=hearer.told_as,
        what=what,
        writing=writing,
        cites=names_of(hearer.cites),
        by=by,
        at=at,
    )
    return told


def names_of(cites: tuple[Citation, ...]) -> str:
    """The paragraphs by name, a line each, as rows keep them."""
    return "\n".join(dict.fromkeys(one.id for one in cites))
