"""What changes entries in registers: made, approved or not, taken back, put right; and who is told."""

import datetime
from collections.abc import Collection

from django.db import transaction
from django.utils import timezone

from casework.actions.announcing import announce, open_case
from casework.actions.locking import demand, finish, locked
from casework.events import (
    ENTRY_APPROVED,
    ENTRY_BEFORE_ELECTION,
    ENTRY_CORRECTED,
    ENTRY_MADE,
    ENTRY_PROPOSED,
    ENTRY_REFUSED,
    ENTRY_WITHDRAWN,
)
from casework.models import Election, RegisterEntry, RegisterTold
from casework.policies.entries import (
    Filled,
    may_approve_entry,
    may_correct_entry,
    may_decide_entry,
    may_enter,
    may_stand,
    may_withdraw_entry,
    must_wait,
    touched_by_elections,
)
from casework.queries.entries import people_in, register_of, to_tell
from casework.states import EntryState
from council.models import OfficerAppointment, Person, Ward
from council.queries import Standing
from rulebook.register import Register


@transaction.atomic
def enter(
    *,
    who: Standing,
    protocol: str,
    register: Register,
    filled: Filled,
    wards: Collection[Ward] = (),
    at: datetime.datetime,
    instead_of: RegisterEntry | None = None,
) -> RegisterEntry:
    """A new entry in a register of that text; it stands, and those concerned are told, unless it must be
    approved first. Raises Refused.
    """
    demand(may_enter(who, register))
    demand(may_stand(who, register, filled, text=protocol, instead_of=instead_of))
    reference, stream = open_case("entry", "REG")
    waits = must_wait(who, register)
    entry = RegisterEntry.objects.create(
        reference=reference,
        stream=stream,
        register=register.kind.value,
        protocol=protocol,
        entered_by=who.person,
        entered_at=at,
        about=filled.about.strip(),
        happens_on=filled.day,
        answers=filled.answers,
        directorate_id=_directorate(register, filled, who),
        corrects=instead_of,
        state=EntryState.PROPOSED if waits else EntryState.STANDS,
    )
    entry.wards.set(wards)
    if not waits:
        _tell(entry, wards, who, at)
    kind = ENTRY_PROPOSED if waits else ENTRY_MADE
    announce(stream=stream, kind=kind, by=who.person, at=at, facts={"registerentry": entry.pk})
    return entry


def _directorate(register: Register, filled: Filled, who: Standing) -> int | None:
    """Where the officer works whose attendance is to be approved."""
    if register.approval is None or not register.approval.officer:
        return None
    named = people_in(register, filled.answers, register.approval.officer)
    jobs = OfficerAppointment.objects.on(who.on).filter(person__in=named).order_by("pk")
    found: int | None = jobs.values_list("directorate_id", flat=True).first()
    return found


def _tell(entry: RegisterEntry, wards: Collection[Ward], who: Standing, at: datetime.datetime) -> None:
    told = to_tell(register_of(entry), entry.answers, wards, who=who)
    told = {person: whom for person, whom in told.items() if person.pk != entry.entered_by_id}
    RegisterTold.objects.bulk_create(
        [RegisterTold(entry=entry, person=person, whom=whom.value, at=at) for person, whom in told.items()]
    )


@transaction.atomic
def approve_entry(
    *,
    who: Standing,
    entry: RegisterEntry,
    words: str,
    at: datetime.datetime,
    seen_version: int | None = None,
) -> RegisterEntry:
    """It stands from now on, and those concerned are told. Raises Refused and Stale."""
    entry = locked(entry, seen_version=seen_version)
    demand(may_approve_entry(who, entry, with_reason=bool(words.strip())))
    entry.record_approval(by=who.person, at=at, words=words.strip())
    _tell(entry, list(entry.wards.all()), who, at)
    finish(entry, kind=ENTRY_APPROVED, by=who.person, at=at)
    return entry


@transaction.atomic
def refuse_entry(
    *,
    who: Standing,
    entry: RegisterEntry,
    words: str,
    at: datetime.datetime,
    seen_version: int | None = None,
) -> RegisterEntry:
    """It is not approved; whoever entered it reads why. Raises Refused and Stale."""
    entry = locked(entry, seen_version=seen_version)
    demand(may_decide_entry(who, entry))
    entry.record_refusal(by=who.person, at=at, words=words.strip())
    finish(entry, kind=ENTRY_REFUSED, by=who.person, at=at)
    return entry


@transaction.atomic
def withdraw_entry(
    *,
    who: Standing,
    entry: RegisterEntry,
    words: str,
    at: datetime.datetime,
    seen_version: int | None = None,
) -> RegisterEntry:
    """It is taken back, and everybody who was told hears so. Raises Refused and Stale."""
    entry = locked(entry, seen_version=seen_version)
    demand(may_withdraw_entry(who, entry))
    entry.record_withdrawal(words=words.strip())
    finish(entry, kind=ENTRY_WITHDRAWN, by=who.person, at=at)
    return entry


@transaction.atomic
def correct_entry(
    *,
    who: Standing,
    entry: RegisterEntry,
    filled: Filled,
    wards: Collection[Ward] = (),
    because: str,
    at: datetime.datetime,
    seen_version: int | None = None,
) -> RegisterEntry:
    """Another entry stands in its place; both keep their words. Raises Refused and Stale."""
    entry = locked(entry, seen_version=seen_version)
    demand(may_correct_entry(who, entry))
    entry.record_correction(words=because.strip())
    finish(entry, kind=ENTRY_CORRECTED, by=who.person, at=at)
    return enter(
        who=who,
        protocol=entry.protocol,
        register=register_of(entry),
        filled=filled,
        wards=wards,
        at=at,
        instead_of=entry,
    )


@transaction.atomic
def enter_election(*, election: Election, by: Person, at: datetime.datetime) -> Election:
    """An election is entered or corrected; whoever entered what it touches now, and not before, is told."""
    on = timezone.localdate(at)
    before = touched_by_elections(on=on)
    election.save()
    for pk, entry in touched_by_elections(on=on).items():
        if pk not in before:
            announce(
                stream=entry.stream,
                kind=ENTRY_BEFORE_ELECTION,
                by=by,
                at=at,
                facts={"registerentry": pk, "election": election.pk},
            )
    return election
