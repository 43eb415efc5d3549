"""Registers brought in by file: kept for its keeper, shown before it changes anything, carried out once."""

import datetime
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from council.files.columns import Register
from council.files.entries import TABLES, Entry, Registers
from council.files.planning import plan_register, read_register
from council.files.plans import Plan
from council.models import Person, RegisterFile, Seat
from council.policies import may_be_addressed_in, may_keep_registers
from council.queries import protocol_in_force
from council.rules import Grade
from rulebook.decision import Refused

BATCH = 1_000
# Of a seat and of a membership of a group.
_NO_OFFICE = Seat.Office.MEMBER.value
KEPT_FOR = datetime.timedelta(days=1)


class ChangedSince(Exception):
    """The registers changed after the preview: the file would now do something else. Nothing was done."""

    def __init__(self, plan: Plan) -> None:
        """Keeps what the file would do now."""
        super().__init__("The registers changed after the preview.")
        self.plan = plan


class RowsRefused(Exception):
    """The keeper wanted all rows or none, and one is refused; nothing was done."""


def ask(by: Person, *, at: datetime.datetime) -> None:
    """Raises Refused unless the person keeps the registers on the day."""
    decision = may_keep_registers(by, on=timezone.localdate(at))
    if not decision.allowed:
        raise Refused(decision)


@transaction.atomic
def keep_file(
    *,
    register: Register,
    name: str,
    content: bytes,
    from_on: datetime.date,
    all_or_nothing: bool,
    by: Person,
    at: datetime.datetime,
) -> RegisterFile:
    """Keeps the file for this keeper until they have seen what it would change.

    Raises Refused; Unreadable for what is no list of this register.
    """
    ask(by, at=at)
    read_register(register, content)
    forget_files(of=by, before=at)
    return RegisterFile.objects.create(
        register=register.value,
        keeper=by,
        name=name[-200:],
        content=content,
        from_on=from_on,
        all_or_nothing=all_or_nothing,
        kept_at=at,
    )


def forget_files(*, of: Person | None = None, before: datetime.datetime) -> int:
    """Removes files that were kept before the moment and never carried out; says how many."""
    files = RegisterFile.objects.filter(done_at__isnull=True, kept_at__lt=before)
    if of is not None:
        files = files.filter(keeper=of)
    return files.delete()[0]


def plan_of(kept: RegisterFile, *, today: datetime.date) -> Plan:
    """What the file would change today."""
    return plan_register(
        Register(kept.register), bytes(kept.content), day=kept.from_on, today=today, why_not=_why_not
    )


def _why_not(name: str, job: Entry | None) -> str:
    """Why members may not address the officer, in the policy's own sentence; empty if they may."""
    grade = Grade(job.now["grade"]) if job else None
    is_liaison = bool(job and job.now["is_member_liaison"])
    decision = may_be_addressed_in(name, grade, protocol_in_force(), is_liaison=is_liaison)
    return "" if decision.allowed else decision.sentence


@transaction.atomic
def make_changes(*, kept: RegisterFile, seen: str, by: Person, at: datetime.datetime) -> RegisterFile:
    """Carries the file out as it was shown; a second press changes nothing and gives what the first one did.

    `seen` is the mark of the plan that was shown. Raises Refused, ChangedSince, RowsRefused.
    """
    ask(by, at=at)
    row = RegisterFile.objects.select_for_update(of=("self",)).get(pk=kept.pk, keeper=by)
    if row.done_at is not None:
        return row
    lock_registers()
    plan = plan_of(row, today=timezone.localdate(at))
    if plan.mark() != seen:
        raise ChangedSince(plan)
    counts = plan.counts()
    if row.all_or_nothing and counts["refused"]:
        raise RowsRefused
    write(plan.registers)
    return finish(row, outcome={"counts": counts, "made": made_by(plan)}, at=at)


def finish(row: RegisterFile, *, outcome: dict[str, Any], at: datetime.datetime) -> RegisterFile:
    """The file is carried out: its content goes, what it did stays."""
    row.content, row.done_at, row.outcome = b"", at, outcome
    row.save(update_fields=["content", "done_at", "outcome"])
    return row


def made_by(plan: Plan) -> dict[str, list[str]]:
    """What the file makes beside its own rows, by table."""
    kinds = ("ward", "group", "directorate", "team", "body")
    return {kind: names for kind in kinds if (names := plan.made(kind))}


def lock_registers() -> None:
    """Nobody else changes the registers until the transaction ends; everybody reads on."""
    tables = ", ".join(connection.ops.quote_name(table.model._meta.db_table) for table in TABLES.values())
    with connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {tables} IN SHARE ROW EXCLUSIVE MODE")


def write(registers: Registers) -> None:
    """Writes what a plan makes and changes, table by table, in batches: ends first, then what begins.

    Keys of new rows go into their entries. Triggers keep the history of every row.
    """
    for kind, entries in groupby(registers.touched(), key=lambda entry: entry.kind):
        found = list(entries)
        _change(kind, [entry for entry in found if not entry.is_new])
        _make(kind, [entry for entry in found if entry.is_new])


def _change(kind: str, entries: Iterable[Entry]) -> None:
    """Rows with the same columns changed go together, so that no other column is written.

    Who gives up days or an office goes first: the database refuses that two hold it for a moment.
    """
    by_columns: dict[tuple[bool, tuple[str, ...]], list[Entry]] = {}
    for entry in entries:
        by_columns.setdefault((_takes(entry), tuple(entry.changes())), []).append(entry)
    for (_last, columns), alike in sorted(by_columns.items(), key=lambda found: found[0][0]):
        rows = [_row(entry) for entry in alike]
        TABLES[kind].model.objects.bulk_update(rows, columns, batch_size=BATCH // 2)


def _takes(entry: Entry) -> bool:
    """Does the row hold longer than before, or get an office?"""
    changes = entry.changes()
    was, will = changes.get("to_on", (None, None))
    longer = was is not None and (will is None or will > was)
    return longer or changes.get("office", ("", _NO_OFFICE))[1] != _NO_OFFICE


def _make(kind: str, entries: list[Entry]) -> None:
    made = TABLES[kind].model.objects.bulk_create([_row(entry) for entry in entries], batch_size=BATCH)
    for entry, row in zip(entries, made, strict=True):
        entry.pk = row.pk


def _row(entry: Entry) -> Any:
    """The entry as a row of its table; what it names has its key by now."""
    table = TABLES[entry.kind]
    values = {
        f"{name}_id" if name in table.names else name: value.pk if isinstance(value, Entry) else value
        for name, value in entry.now.items()
    }
    return table.model(pk=entry.pk, **values)
