"""The share of enquiries that the council means to answer in time: the target of each month, and what met it.

A month is held against the target of its first day, and only once it is over. A target that is put on record
late, with an earlier first day, is the target of those months too: its review says so.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Self

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from casework.queries import all_local_terms
from casework.rules.periods import Period, month_of, months_of
from casework.screens.figures import Cell, Column, Row, Table, Unit
from casework.wording import amount
from protocol_portal.figures.scope import Figure, Scope
from rulebook.duty import Duty
from rulebook.local_term import LocalTerm, term_in_force

TARGET = "target"
# A share of fewer enquiries is neither drawn nor held against a target.
FEWEST = 5
# Where the column stands: after the share that it is the target of.
_IN_TIME, _PLACE = 1, 2


@dataclass(frozen=True)
class Targets:
    """Every target that the council has set, read once."""

    terms: tuple[LocalTerm, ...]

    @classmethod
    def read(cls) -> Self:
        """From the local terms."""
        return cls(all_local_terms())

    def of(self, months: Iterable[Period]) -> list[LocalTerm | None]:
        """The target of each month, None where none held on its first day."""
        days = (month_of(one.first).first for one in months)
        return [term_in_force(self.terms, Duty.ANSWER_IN_TIME, day) for day in days]


def held_against(figure: Figure, scope: Scope, targets: Targets) -> Figure:
    """The table of months with the target of each, and its message; as it is where no month has one."""
    found = targets.of(_counted(scope)) if figure.table.rows else []
    terms = list(dict.fromkeys(one for one in found if one is not None))
    if not terms:
        return figure
    shares = [None if one is None else one.value for one in found]
    before = [None if one is None else one.value for one in targets.of(_counted(scope.before))]
    column = Column(TARGET, _("Target"), Unit.PER_CENT)
    table = figure.table
    rows = tuple(_with(row, share) for row, share in zip(table.rows, shares, strict=True))
    columns = (*table.columns[:_PLACE], column, *table.columns[_PLACE:])
    going_on = _going_on(table.rows, scope)
    judged = [
        is_met(row.cells[_IN_TIME], share)
        for row, share in zip(table.rows, shares, strict=True)
        if row.key not in going_on
    ]
    told = [one for one in judged if one is not None]
    return Figure(
        replace(
            table,
            heading=in_words(told) if told else table.heading,
            columns=columns,
            rows=rows,
            total=table.total and _with(table.total, _common(shares)),
            means=(*table.means, (_("Target"), _means(terms))),
            going_on=going_on,
        ),
        figure.before and _with(figure.before, _common(before)),
    )


def target_of(table: Table, row: Row) -> int | None:
    """The target of a line of that table; None where it has none."""
    keys = [column.key for column in table.columns]
    return row.cells[keys.index(TARGET)].number if TARGET in keys else None


def is_met(cell: Cell, target: int | None) -> bool | None:
    """Whether a share reached the target, as it was counted; None where nobody can say."""
    if target is None or cell.number is None or (cell.of or 0) < FEWEST:
        return None
    return 100 * cell.number >= target * (cell.of or 0)


def in_words(met: Sequence[bool]) -> str:
    """«The target was met in 2 of 8 months», of what met it month by month."""
    words = ngettext(
        "The target was met in %(met)d of %(all)d month",
        "The target was met in %(met)d of %(all)d months",
        len(met),
    )
    return words % {"met": sum(met), "all": len(met)}


def _counted(scope: Scope) -> tuple[Period, ...]:
    return months_of(scope.period.until(scope.today))


def _going_on(rows: Sequence[Row], scope: Scope) -> tuple[str, ...]:
    """The months that are not over, and those of which the period holds only some days."""
    months = zip(rows, _counted(scope), strict=True)
    return tuple(row.key for row, days in months if days != month_of(days.first) or days.last >= scope.today)


def _with(row: Row, share: int | None) -> Row:
    return replace(row, cells=(*row.cells[:_PLACE], Cell(share), *row.cells[_PLACE:]))


def _common(shares: Sequence[int | None]) -> int | None:
    """The target of all these months, where they have the same."""
    return shares[0] if len(set(shares)) == 1 else None


def _means(terms: Iterable[LocalTerm]) -> str:
    words = _(
        "The share that the council means to answer in time: %(terms)s. A month is held against the target "
        "of its first day, by the exact share and not as it is rounded, once it is over; what is not due yet "
        "counts as in time until then. A month with fewer than %(fewest)d enquiries, or of which only some "
        "days are shown, counts neither as met nor as missed."
    )
    each = (
        _("%(share)s (%(paragraph)s)") % {"share": amount(one.value, one.unit), "paragraph": one.paragraph}
        for one in terms
    )
    return words % {"terms": ", ".join(each), "fewest": FEWEST}
