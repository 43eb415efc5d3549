"""A report as its page, its paper and its files show it: every word and number made here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from casework.letters import paragraphs_of
from casework.models import Report
from casework.rules.periods import Period, year_in_words
from casework.screens.figures import Cell, Row, Table, Unit
from casework.screens.sections import Section, section_of
from casework.wording import date_time, days, plain_date
from council.queries import profile
from enquiries.screens.figures import share
from protocol_portal.figures.choosing import days_of
from rulebook.wording import gettext_noop

HIDDEN = gettext_noop("not shown")
NONE = gettext_noop("none")
# Of lines that have a target each, the line of all of them has none of its own.
DIFFERS = gettext_noop("not compared")
SMALL_NUMBERS = gettext_noop(
    "A number below 5 is not shown, nor one from which it could be worked out. A nought is shown, unless all "
    "that were counted are fewer than 5."
)


@dataclass(frozen=True)
class Figure:
    """A number as words, under its heading."""

    label: str
    words: str


@dataclass(frozen=True)
class Line:
    """One line of a table; `is_sum` where it is that of all the others."""

    label: str
    cells: tuple[Figure, ...]
    is_sum: bool = False


@dataclass(frozen=True)
class ShownTable:
    """One table as words; the line of all stands last."""

    key: str
    caption: str
    heads: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class ShownSection:
    """One part of the report."""

    key: str
    heading: str
    tables: tuple[ShownTable, ...]
    lines: tuple[str, ...]


@dataclass(frozen=True)
class ShownReport:
    """The whole report. `about` are the facts at its head: a name and its words."""

    reference: str
    council: str
    title: str
    period: str
    so_far: str
    about: tuple[tuple[str, str], ...]
    foreword: tuple[str, ...]
    sections: tuple[ShownSection, ...]
    means: tuple[tuple[str, str], ...]


def title_of(kind: str, period: Period) -> str:
    """«Annual review 2026/27», «Quarterly report, July to September 2026»."""
    if kind == Report.Kind.ANNUAL:
        return _("Annual review %(year)s") % {"year": year_in_words(period.first.year)}
    return _("Quarterly report, %(days)s") % {"days": days_of(period)}


def shown(report: Report) -> ShownReport:
    """The report as everybody reads it; without parts while it is being made."""
    sections = tuple(section_of(one) for one in report.shown)
    return ShownReport(
        reference=report.reference,
        council=profile().council_name,
        title=title_of(report.kind, report.period),
        period=days_of(report.period),
        so_far=_so_far(report),
        about=_about(report),
        foreword=paragraphs_of(report.foreword),
        sections=tuple(_section(one) for one in sections),
        means=tuple(_means(sections)),
    )


def sections_of(report: Report) -> tuple[Section, ...]:
    """Its parts as numbers, those that are not shown hidden: for files."""
    return tuple(section_of(one) for one in report.shown)


def words_of(cell: Cell, unit: Unit) -> str:
    """A number as words; that it is not shown; or that there is none."""
    if cell.is_hidden:
        return _(HIDDEN)
    if cell.number is None:
        return _(NONE)
    if unit is Unit.SHARE:
        return share(cell.number, cell.of or 0) if cell.of else _(NONE)
    if unit is Unit.PER_CENT:
        return f"{cell.number}%"
    return days(cell.number) if unit is Unit.DAYS else f"{cell.number:,}"


def _so_far(report: Report) -> str:
    if not report.is_so_far:
        return ""
    words = _("So far: counted to %(day)s. These days go on, so this report is given to no committee.")
    return words % {"day": plain_date(report.counted_to)}


def _about(report: Report) -> tuple[tuple[str, str], ...]:
    facts = [
        (_("Period"), days_of(report.period)),
        (_("Asked for by"), report.asked_by.name),
        (_("Counted on"), date_time(report.asked_at)),
    ]
    if report.made_at:
        facts.append((_("Made"), date_time(report.made_at)))
    if report.committee and report.meeting_on:
        facts.append(
            (
                _("Given to"),
                _("%(body)s, for its meeting on %(day)s")
                % {"body": report.committee.name, "day": plain_date(report.meeting_on)},
            )
        )
    return tuple(facts)


def _section(section: Section) -> ShownSection:
    tables = tuple(_table(one) for one in section.tables)
    return ShownSection(section.key, section.heading, tables, section.lines)


def _table(table: Table) -> ShownTable:
    total = (_line(table, table.total, is_sum=True),) if table.total else ()
    return ShownTable(
        key=table.key,
        caption=table.heading,
        heads=tuple(column.label for column in table.columns),
        lines=(*(_line(table, row) for row in table.rows), *total),
    )


def _line(table: Table, row: Row, *, is_sum: bool = False) -> Line:
    cells = zip(row.cells, table.columns, strict=True)
    figures = tuple(Figure(column.label, _words(cell, column.unit, is_sum)) for cell, column in cells)
    return Line(row.label, figures, is_sum)


def _words(cell: Cell, unit: Unit, is_sum: bool) -> str:
    if is_sum and unit is Unit.PER_CENT and cell.number is None:
        return _(DIFFERS)
    return words_of(cell, unit)


def _means(sections: Iterable[Section]) -> Iterable[tuple[str, str]]:
    """Each definition once, and at the end what is not shown."""
    found: Mapping[str, str] = {
        name: words for section in sections for table in section.tables for name, words in table.means
    }
    yield from found.items()
    yield _("Not shown"), _(SMALL_NUMBERS)
