"""A file of one register against what stands: the plan, which changes nothing yet."""

import datetime
from collections.abc import Callable, Sequence

from django.utils.translation import gettext as _

from council.files.cells import Cells
from council.files.columns import COLUMNS, Register
from council.files.known import everybody, what_stands
from council.files.members import KINDS as MEMBER_KINDS
from council.files.members import Members, gets_an_office
from council.files.officers import KINDS as OFFICER_KINDS
from council.files.officers import Officers
from council.files.offices import SEAT_KINDS, SERVICE_KINDS, Refusal, Seats, Services
from council.files.plans import Plan, RowPlan, tried
from council.files.reading import Sheet, read_sheet

_NAMED = ("name", "first_name")
WANTED: dict[Register, tuple[tuple[str, ...], ...]] = {
    Register.MEMBERS: (_NAMED,),
    Register.OFFICERS: (_NAMED,),
    Register.SERVICES: (("service",),),
    Register.SEATS: (("body",), _NAMED),
}
KINDS = {
    Register.MEMBERS: MEMBER_KINDS,
    Register.OFFICERS: OFFICER_KINDS,
    Register.SERVICES: SERVICE_KINDS,
    Register.SEATS: SEAT_KINDS,
}
Rows = Sequence[tuple[RowPlan, Cells]]


def read_register(register: Register, content: bytes) -> Sheet:
    """The rows of the file. Raises Unreadable."""
    return read_sheet(content, COLUMNS[register], wanted=WANTED[register])


def plan_register(
    register: Register, content: bytes, *, day: datetime.date, today: datetime.date, why_not: Refusal
) -> Plan:
    """What the file would change; what it says nothing of begins on `day`. Raises Unreadable.

    `why_not` says why an officer may not be addressed by members, or nothing.
    """
    sheet = read_register(register, content)
    registers = what_stands(KINDS[register])
    people = everybody(registers)
    plan = Plan(registers, day, unknown_heads=sheet.unknown)
    rows = [(RowPlan(cells.number, cells.any_name()), cells) for cells in sheet.rows]
    plan.rows = [row for row, _cells in rows]
    for row, _cells in rows:
        if row.number in sheet.too_wide:
            row.reason = _(
                "This row has more cells than there are heads: put a text with a separator in “ ”."
            )
    fit = [(row, cells) for row, cells in rows if not row.reason]
    if register is Register.OFFICERS:
        Officers(registers, people, day).plan(fit)
    elif register is Register.SEATS:
        Seats(registers, people, day).plan(fit)
    elif register is Register.MEMBERS:
        _each(sorted(fit, key=gets_an_office), Members(registers, people, day).plan)
    else:
        _each(fit, Services(registers, people, today, why_not).plan)
    return plan.finish()


def _each(rows: Rows, step: Callable[[RowPlan, Cells], None]) -> None:
    for row, cells in rows:
        tried(row, step, row, cells)
