"""A report held against those that were given: what each counted whole, and what it showed."""

from casework.models import Report
from casework.queries.reports import given_beside
from casework.screens.figures import Cell, Table, Unit
from casework.screens.protected import Earlier, protect
from casework.screens.sections import Section, section_of


def whole(report: Report) -> list[Section]:
    """Its parts as they were counted, for no page."""
    return [section_of(part.section) for part in report.parts.order_by("place")]


def earlier(report: Report) -> list[Earlier]:
    """What a reader has from which, together with it, something could be worked out: other reports, and what
    pages showed of the same when its parts were counted.
    """
    found = given_beside(report).exclude(first_on=report.first_on, last_on=report.last_on)
    given = [
        Earlier(one.period, tuple(_tables(whole(one))), tuple(_shown(one)))
        for one in found.order_by("first_on", "pk")
    ]
    # The pages last: they were counted with the report itself, so their numbers add up with its own.
    return [*given, *(one for section in whole(report) for one in section.beside)]


def shows_too_much(report: Report) -> bool:
    """Whether it shows a number that it must not, beside what was given since it was made."""
    must = protect(_tables(whole(report)), period=report.period, earlier=earlier(report))
    return any(
        new.is_hidden and not old.is_hidden
        for table, again in zip(_shown(report), must, strict=True)
        for old, new in zip(_counts(table), _counts(again), strict=True)
    )


def _shown(report: Report) -> list[Table]:
    return _tables([section_of(kept) for kept in report.shown])


def _tables(sections: list[Section]) -> list[Table]:
    return [table for section in sections for table in section.tables]


def _counts(table: Table) -> list[Cell]:
    """Its cells without days, which are hidden with the counts on which they rest."""
    return [
        cell
        for row in (*table.rows, *([table.total] if table.total else ()))
        for column, cell in zip(table.columns, row.cells, strict=True)
        if column.unit is not Unit.DAYS
    ]
