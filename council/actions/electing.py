"""An election carried over into the registers: kept, shown, and carried out whole or not at all."""

import datetime

from django.db import transaction

from council.actions.importing import (
    ChangedSince,
    RowsRefused,
    ask,
    finish,
    forget_files,
    lock_registers,
    made_by,
    write,
)
from council.files.election import ElectionPlan, plan_election, read_elected
from council.models import Person, RegisterFile

ELECTION = "election"


@transaction.atomic
def keep_election(
    *,
    name: str,
    content: bytes,
    from_on: datetime.date,
    last_on: datetime.date,
    wards_only: bool,
    by: Person,
    at: datetime.datetime,
) -> RegisterFile:
    """Keeps the list of those elected for this keeper. Raises Refused; Unreadable for another file."""
    ask(by, at=at)
    read_elected(content)
    forget_files(of=by, before=at)
    return RegisterFile.objects.create(
        register=ELECTION,
        keeper=by,
        name=name[-200:],
        content=content,
        from_on=from_on,
        last_on=last_on,
        wards_only=wards_only,
        all_or_nothing=True,
        kept_at=at,
    )


def plan_of_election(kept: RegisterFile) -> ElectionPlan:
    """What the list would change now."""
    assert kept.last_on is not None  # noqa: S101  # every list is kept with it
    return plan_election(
        bytes(kept.content), first=kept.from_on, last=kept.last_on, wards_only=kept.wards_only
    )


@transaction.atomic
def carry_out_election(
    *, kept: RegisterFile, seen: str, by: Person, at: datetime.datetime
) -> tuple[RegisterFile, ElectionPlan | None]:
    """Carries the list out as it was shown; with the plan, whose people have their keys now.

    No plan for a second press, which changes nothing. A refused row stops everything: whoever stands in it
    would leave. Raises Refused, ChangedSince, RowsRefused.
    """
    ask(by, at=at)
    row = RegisterFile.objects.select_for_update(of=("self",)).get(pk=kept.pk, keeper=by)
    if row.done_at is not None:
        return row, None
    lock_registers()
    plan = plan_of_election(row)
    if plan.mark() != seen:
        raise ChangedSince(plan)
    if plan.counts()["refused"]:
        raise RowsRefused
    write(plan.registers)
    outcome = {
        "counts": plan.counts(),
        "made": made_by(plan),
        "elected": [one.person.pk for one in plan.elected],
        "leavers": [person.pk for person in plan.leavers],
    }
    return finish(row, outcome=outcome, at=at), plan
