"""What would become of every row if two entries were one person: moved, taken out, or in the way."""

import datetime
import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.contrib.postgres.constraints import ExclusionConstraint
from django.core.exceptions import ValidationError
from django.db import models

from council.models import Absence, Dated, Person, PostHolding, User
from council.queries.merging import moving, naming

Row = Any
# What two rows that say the same thing may differ in.
_BESIDE_THE_POINT = {"id", "from_on", "to_on", "entered_by_id", "confirmed_by_id", "confirmed_at"}
# Rows that a second person confirms, and the column of whoever gains by it.
_CONFIRMED: dict[type[models.Model], str] = {PostHolding: "person_id", Absence: "substitute_id"}


class Login(StrEnum):
    """What becomes of the logins of both."""

    NONE = "none"
    STAYS = "stays"
    MOVES = "moves"
    ONE_IS_CLOSED = "one-is-closed"


@dataclass(frozen=True, slots=True)
class InTheWay:
    """A row that cannot move, because something would hold twice; `against` are the kept entry's own rows."""

    row: Row
    against: tuple[Row, ...]
    sentence: str

    @property
    def is_open(self) -> bool:
        """Whether the keepers of the registers read such rows."""
        return not getattr(type(self.row), "is_private", False)


@dataclass(slots=True)
class MergePlan:
    """What a merge would do today. `state` changes as soon as any of it would be different."""

    kept: Person
    merged: Person
    login: Login
    moves: dict[str, tuple[int, ...]] = field(default_factory=dict)
    taken_out: list[Row] = field(default_factory=list)
    in_the_way: list[InTheWay] = field(default_factory=list)
    confirmed_anew: list[Row] = field(default_factory=list)

    @property
    def state(self) -> str:
        """A digest of all that the review page showed: a page that is older than the registers is told so."""
        told = (
            *(_columns(person) for person in (self.kept, self.merged)),
            self.login,
            sorted(self.moves.items()),
            [_columns(row) for row in (*self.taken_out, *self.confirmed_anew)],
            [_columns(one.row) for one in self.in_the_way],
        )
        return hashlib.sha256(repr(told).encode()).hexdigest()


def plan_merge(kept: Person, merged: Person, *, on: datetime.date) -> MergePlan:
    """The plan for the day. It reads and changes nothing; the action makes it anew under its locks."""
    plan = MergePlan(kept, merged, _login(kept, merged))
    anew, as_they_are = _confirmations(plan, on)
    plan.confirmed_anew = anew
    moves: dict[str, list[int]] = defaultdict(list)
    for model, fields in moving().items():
        if issubclass(model, Dated):
            _place_dated(plan, model, fields, moves, {row.pk for row in as_they_are if type(row) is model})
        else:
            for name in fields:
                moves[_name(model, name)] += _free(model, name, kept, merged)
    plan.moves = {name: tuple(rows) for name, rows in sorted(moves.items()) if rows}
    gone = {(type(row), row.pk) for row in plan.taken_out}
    plan.confirmed_anew = [row for row in anew if (type(row), row.pk) not in gone]
    return plan


def _place_dated(
    plan: MergePlan,
    model: type[models.Model],
    fields: list[str],
    moves: dict[str, list[int]],
    fixed: set[int],
) -> None:
    """Each row of a register of days: taken out where it says the same again, in the way, or moved."""
    own = list(naming(plan.kept, model, fields))
    anew = {row.pk for row in plan.confirmed_anew if type(row) is model}
    for row in naming(plan.merged, model, fields):
        changed = [
            name
            for name in fields
            if getattr(row, f"{name}_id") == plan.merged.pk
            and not (row.pk in fixed and name in ("entered_by", "confirmed_by"))
        ]
        for name in changed:
            setattr(row, name, plan.kept)
        if any(_says_the_same(mine, row) for mine in own if mine.pk != row.pk):
            plan.taken_out.append(row)
            continue
        if row.pk in anew:
            row.confirmed_by = row.confirmed_at = None  # type: ignore[attr-defined]
        sentence = _forbidden(model, row)
        if sentence:
            plan.in_the_way.append(InTheWay(row, tuple(m for m in own if _overlap(m, row)), sentence))
        for name in changed:
            moves[_name(model, name)].append(row.pk)


def _says_the_same(mine: Row, row: Row) -> bool:
    """Does the kept entry's own row say all that this one says, on every day that it names?"""
    columns = {column.attname for column in mine._meta.concrete_fields} - _BESIDE_THE_POINT
    alike = all(getattr(mine, name) == getattr(row, name) for name in columns)
    lasts = mine.to_on is None or (row.to_on is not None and row.to_on <= mine.to_on)
    return alike and mine.from_on <= row.from_on and lasts


def _overlap(mine: Row, row: Row) -> bool:
    begins_in_time = row.to_on is None or mine.from_on <= row.to_on
    return mine.pk != row.pk and begins_in_time and (mine.to_on is None or row.from_on <= mine.to_on)


def _forbidden(model: type[models.Model], row: Row) -> str:
    """The sentence of the first constraint that the row would break, or nothing."""
    for constraint in model._meta.constraints:
        if not isinstance(constraint, ExclusionConstraint | models.CheckConstraint):
            continue
        try:
            constraint.validate(model, row)
        except ValidationError as fault:
            return " ".join(fault.messages)
    return ""


def _free(model: type[models.Model], name: str, kept: Person, merged: Person) -> list[int]:
    """The rows that can move; what is unique and stands beside the kept entry already stays where it is."""
    rows = model._default_manager.filter(**{name: merged}).order_by("pk")
    taken = models.Q(pk__in=[])
    for constraint in model._meta.constraints:
        if isinstance(constraint, models.UniqueConstraint) and name in constraint.fields:
            others = [other for other in constraint.fields if other != name]
            for values in model._default_manager.filter(**{name: kept}).values(*others):
                taken |= models.Q(**values)
    return list(rows.exclude(taken).values_list("pk", flat=True))


def _confirmations(plan: MergePlan, on: datetime.date) -> tuple[list[Row], list[Row]]:
    """Confirmed rows that a second person must confirm anew; and ended ones that keep who confirmed them.

    A login must not gain by a merge what only a second person may open, and nobody may turn out to have
    confirmed what they entered, or hold.
    """
    anew, as_they_are = [], []
    both = {plan.kept.pk, plan.merged.pk}
    for model, holder in _CONFIRMED.items():
        touched = (
            models.Q(entered_by__in=both)
            | models.Q(confirmed_by__in=both)
            | models.Q(**{f"{holder}__in": both})
        )
        rows: Iterable[Row] = model._default_manager.filter(touched, confirmed_at__isnull=False).order_by(
            "pk"
        )
        for row in rows:
            alone = _same(both, row.entered_by_id, row.confirmed_by_id)
            alone = alone or _same(both, getattr(row, holder), row.confirmed_by_id)
            if row.to_on is not None and row.to_on < on:
                as_they_are += [row] if alone else []
            elif alone or _gains(plan, getattr(row, holder)):
                anew.append(row)
    return anew, as_they_are


def _same(both: set[int], one: int | None, other: int | None) -> bool:
    return one in both and other in both


def _gains(plan: MergePlan, holder: int | None) -> bool:
    """Would a login open by this row what it did not open before?"""
    return holder == plan.merged.pk or (holder == plan.kept.pk and plan.login is Login.MOVES)


def _login(kept: Person, merged: Person) -> Login:
    having = set(User.objects.filter(person__in=[kept, merged]).values_list("person_id", flat=True))
    if merged.pk not in having:
        return Login.STAYS if having else Login.NONE
    return Login.ONE_IS_CLOSED if kept.pk in having else Login.MOVES


def _columns(row: Row) -> list[tuple[str, Any]]:
    return [(column.attname, getattr(row, column.attname)) for column in row._meta.concrete_fields]


def _name(model: type[models.Model], name: str) -> str:
    return f"{model._meta.label_lower}.{name}"
