"""Files of registers for tests: written in a line, planned, carried out."""

import datetime
from collections.abc import Sequence
from pathlib import Path

from django.utils import timezone

from council.actions import keep_file, make_changes, plan_of
from council.files.columns import Register
from council.files.plans import Plan, RowPlan
from council.models import Person, PostHolding, RegisterFile
from rulebook.post import Post
from tests.factories.council import a_holder_of

DAY = datetime.date(2026, 5, 11)
TRAFFORD = Path(__file__).resolve().parent.parent / "data" / "trafford-councillors.csv"


def a_keeper() -> Person:
    """Whoever keeps the registers; somebody new if nobody does yet."""
    holdings = PostHolding.objects.filter(post=Post.DEMOCRATIC_SERVICES, to_on=None)
    held = holdings.select_related("person").first()
    return held.person if held else a_holder_of(Post.DEMOCRATIC_SERVICES)


def lines(*rows: str) -> bytes:
    """A file of these lines."""
    return "\r\n".join(rows).encode() + b"\r\n"


def kept(
    register: Register,
    content: bytes,
    *,
    day: datetime.date = DAY,
    by: Person | None = None,
    all_or_nothing: bool = False,
) -> RegisterFile:
    """The file, kept for a keeper."""
    return keep_file(
        register=register,
        name="list.csv",
        content=content,
        from_on=day,
        all_or_nothing=all_or_nothing,
        by=by or a_keeper(),
        at=timezone.now(),
    )


def planned(register: Register, *rows: str, day: datetime.date = DAY) -> Plan:
    """What a file of these lines would change."""
    return plan_of(kept(register, lines(*rows), day=day), today=timezone.localdate())


def carried_out(register: Register, *rows: str, day: datetime.date = DAY) -> Plan:
    """What the lines changed: they were shown, then carried out."""
    return carried_out_file(kept(register, lines(*rows), day=day))


def carried_out_file(file: RegisterFile) -> Plan:
    """The same for a file that is kept."""
    plan = plan_of(file, today=timezone.localdate())
    make_changes(kept=file, seen=plan.mark(), by=file.keeper, at=timezone.now())
    return plan


def outcomes(plan: Plan) -> list[str]:
    """What becomes of each row, in the order of the file."""
    return [row.outcome.value for row in plan.rows]


def spaced(words: str) -> str:
    """Days are kept on one line; a test writes them as they are read."""
    return words.replace("\N{NO-BREAK SPACE}", " ")


def said(row: RowPlan) -> list[str]:
    """The changes of a row as the preview writes them."""
    return [
        spaced(f"{one.label}: {one.before} → {one.after}" if one.before else f"{one.label}: {one.after}")
        for one in row.lines
    ]


def reasons(plan: Plan) -> Sequence[str]:
    """Why rows are refused."""
    return [spaced(row.reason) for row in plan.rows if row.reason]
