"""A complaint from its acknowledgement to the investigation: each step by whoever deals with it."""

import datetime
from collections.abc import Collection

from django.db import transaction
from django.utils import timezone

from casework.actions.locking import demand, finish, locked
from casework.rules import Fact
from complaints import events
from complaints.actions.writing import disclose_to, write
from complaints.models import Complaint, Handler, Side, Told, Writing
from complaints.policies import steps as policies
from complaints.policies.naming import may_be_named, post_in
from council.models import Person
from council.queries import Standing
from rulebook.duty import Duty
from rulebook.protocols import protocol


@transaction.atomic
def acknowledge(
    *,
    who: Standing,
    row: Complaint,
    at: datetime.datetime,
    seen_version: int | None,
    next_on: datetime.date,
    words: str,
) -> Complaint:
    """Whoever complains hears who has it, and when they hear again. Raises Refused, Stale."""
    row = locked(row, seen_version=seen_version)
    demand(policies.may_acknowledge(who, row))
    days = max((next_on - timezone.localdate(at)).days, 1)
    row.record_acknowledgement(at=at, progress_days=days, next_on=next_on)
    if words:
        _tell_complainant(row, who=who, at=at, words=words)
    facts = {"side": Side.COMPLAINANT.value, "next_on": next_on.isoformat()}
    finish(row, kind=events.ACKNOWLEDGED, by=who.person, at=at, facts=facts)
    return row


@transaction.atomic
def tell_subject(
    *,
    who: Standing,
    row: Complaint,
    at: datetime.datetime,
    seen_version: int | None,
    writings: Collection[Writing],
) -> Complaint:
    """The other side learns of it, and reads the writings that are chosen. Raises Refused, Stale."""
    row = locked(row, seen_version=seen_version)
    demand(policies.may_tell_subject(who, row))
    row.subject_told_at = at
    for writing in row.writings.filter(pk__in=[one.pk for one in writings]):
        disclose_to(writing, Side.SUBJECT, by=who.person, at=at)
    numbers = ",".join(str(one.pk) for one in writings)
    finish(row, kind=events.SUBJECT_TOLD, by=who.person, at=at, facts={"writings": numbers})
    return row


@transaction.atomic
def wait_to_tell(
    *, who: Standing, row: Complaint, at: datetime.datetime, seen_version: int | None, reason: str
) -> Complaint:
    """Why the other side does not hear of it yet, kept on the file. Raises Refused, Stale."""
    row = locked(row, seen_version=seen_version)
    demand(policies.may_tell_subject(who, row))
    note = write(row, Writing.Kind.NOTE, reason, by=who.person, at=at)
    finish(row, kind=events.ADDED, by=who.person, at=at, facts={"writing": note.pk})
    return row


@transaction.atomic
def assess(
    *,
    who: Standing,
    row: Complaint,
    at: datetime.datetime,
    seen_version: int | None,
    severity: str,
    follows: str,
    words: str,
) -> Complaint:
    """What happens with it is said, with reasons; how grave it is, where the text asks. Raises as above.

    `follows` is «investigate», «decide» or «refer»: the page that comes next.
    """
    row = locked(row, seen_version=seen_version)
    demand(policies.may_assess(who, row))
    row.record_assessment(severity=severity if policies.asks_how_grave(row) else "")
    kept = write(row, Writing.Kind.ASSESSMENT, words, by=who.person, at=at)
    facts: dict[str, Fact] = {"writing": kept.pk, "follows": follows}
    finish(row, kind=events.ASSESSED, by=who.person, at=at, facts=facts)
    return row


@transaction.atomic
def name_investigator(
    *, who: Standing, row: Complaint, at: datetime.datetime, seen_version: int | None, person: Person
) -> Handler:
    """Who investigates is chosen, where the text leaves it to whoever receives it. Raises Refused, Stale."""
    row = locked(row, seen_version=seen_version)
    demand(may_be_named(who, row, person))
    part, post = Handler.Part.INVESTIGATOR, post_in(person, on=who.on)
    # Who accepted to keep it confidential in another part need not say so again.
    accepted = row.handlers.filter(person=person, ended_at__isnull=True, accepted_at__isnull=False).first()
    handler = row.handlers.create(
        person=person,
        part=part,
        post=post.value,
        named_at=at,
        confirmed_by=who.person,
        accepted_at=accepted.accepted_at if accepted else None,
    )
    facts: dict[str, Fact] = {"handler": handler.pk, "part": part.value}
    finish(row, kind=events.HANDLER_NAMED, by=who.person, at=at, facts=facts)
    return handler


@transaction.atomic
def start_investigation(
    *, who: Standing, row: Complaint, at: datetime.datetime, seen_version: int | None
) -> Complaint:
    """Somebody looks into it from now on and hears both sides. Raises Refused, Stale."""
    row = locked(row, seen_version=seen_version)
    demand(policies.may_begin(who, row))
    investigator = policies.investigator_of(row)
    row.begin_investigation()
    facts = {"handler": investigator.pk} if investigator else {}
    finish(row, kind=events.INVESTIGATING, by=who.person, at=at, facts=facts)
    return row


@transaction.atomic
def report_progress(
    *,
    who: Standing,
    row: Complaint,
    at: datetime.datetime,
    seen_version: int | None,
    next_on: datetime.date,
    words: str,
) -> Complaint:
    """Whoever complains hears how it goes, and when they hear again (WF-8.3). Raises Refused, Stale."""
    row = locked(row, seen_version=seen_version)
    demand(policies.may_report_progress(who, row))
    _tell_complainant(row, who=who, at=at, words=words)
    row.progress_on = next_on
    facts = {"side": Side.COMPLAINANT.value, "next_on": next_on.isoformat()}
    finish(row, kind=events.PROGRESS, by=who.person, at=at, facts=facts)
    return row


def _tell_complainant(row: Complaint, *, who: Standing, at: datetime.datetime, words: str) -> None:
    """A note for whoever complains, which the other side does not read; and that they were told."""
    note = write(row, Writing.Kind.PROGRESS, words, by=who.person, at=at)
    disclose_to(note, Side.COMPLAINANT, by=who.person, at=at)
    Told.objects.create(
        complaint=row,
        person=row.complainant,
        told_as=Side.COMPLAINANT.value,
        what=Told.What.PROGRESS,
        writing=note,
        cites="\n".join(cite.id for cite in protocol(row.protocol).cite(Duty.TELL_OUTCOME)),
        by=who.person,
        at=at,
    )
