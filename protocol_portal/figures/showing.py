"""Figures as the page and the file show them: each number in words, with its list and comparison."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from casework.files.spreadsheets import harmless
from casework.screens.figures import Cell, Column, Row, Table, Unit
from enquiries.screens.figures import share
from protocol_portal.charts import Chart, Point, month_chart
from protocol_portal.figures.choosing import days_of
from protocol_portal.figures.scope import Figure, Scope
from protocol_portal.figures.targets import FEWEST, in_words, target_of

# Columns that are drawn as well: table, column, colour.
_BARS = {
    ("overdue-directorate", "overdue"): "red",
    ("overdue-service", "overdue"): "red",
    ("workload", "open"): "teal",
}
# A chart needs so many points, and is read up to so many.
_FEWEST_POINTS, _MOST_POINTS = 3, 13
# Of these a line of all months says nothing where the months differ.
_OF_EACH_LINE = (Unit.DAYS, Unit.PER_CENT)


@dataclass(frozen=True)
class ShownCell:
    """One number in words; `width` of its bar from 0 to 100, where it has one."""

    label: str
    words: str
    url: str
    has_bar: bool = False
    width: int = 0
    colour: str = ""


@dataclass(frozen=True)
class ShownRow:
    """One line; `is_sum`: a total, or what the period before came to."""

    label: str
    cells: tuple[ShownCell, ...]
    is_sum: bool = False


@dataclass(frozen=True)
class Head:
    """The heading of a column; `has_bar`: a column for the bars stands after it."""

    label: str
    has_bar: bool


@dataclass(frozen=True)
class Shown:
    """One table of the page."""

    key: str
    heading: str
    about: str
    heads: tuple[Head, ...]
    rows: tuple[ShownRow, ...]
    nothing: str
    chart: Chart | None = None


def shown(figure: Figure, scope: Scope) -> Shown:
    """The table with everything said in words."""
    table = figure.table
    rows = [_row(table, row) for row in table.rows]
    if table.total is not None:
        rows.append(_row(table, table.total, is_sum=True))
    if figure.before is not None:
        rows.append(_row(table, figure.before, label=_before(scope), is_sum=True))
    heads = tuple(Head(column.label, (table.key, column.key) in _BARS) for column in table.columns)
    nothing = "" if rows else _("There is nothing to count in this period.")
    return Shown(table.key, table.heading, table.about, heads, tuple(rows), nothing, _chart(table))


def _before(scope: Scope) -> str:
    """Which days the last line is of: of a period that goes on, as many as have gone by."""
    words = _("The period before, %(days)s")
    if scope.before.period != scope.period.before:
        words = _("The period before up to the same day, %(days)s")
    return words % {"days": days_of(scope.before.period)}


def _row(table: Table, row: Row, *, label: str = "", is_sum: bool = False) -> ShownRow:
    cells = tuple(
        _cell(table, place, column, cell, is_sum)
        for place, (column, cell) in enumerate(zip(table.columns, row.cells, strict=True))
    )
    return ShownRow(label or row.label, cells, is_sum)


def _cell(table: Table, place: int, column: Column, cell: Cell, is_sum: bool) -> ShownCell:
    words, colour = words_of(column, cell), _BARS.get((table.key, column.key), "")
    if is_sum and column.unit in _OF_EACH_LINE and cell.number is None and not cell.is_hidden:
        words = _("not compared")
    # Behind nothing stands no list, and the link would be one more to step over; no days are days.
    is_nothing = cell.number is None if column.unit is Unit.DAYS else not cell.number
    url = "" if is_nothing else cell.url
    if not colour or is_sum:
        return ShownCell(column.label, words, url, bool(colour))
    most = max((row.cells[place].number or 0 for row in table.rows), default=0)
    width = round(100 * (cell.number or 0) / most) if most else 0
    return ShownCell(column.label, words, url, True, width, colour)


def words_of(column: Column, cell: Cell) -> str:
    """One number as it is read: «12», «87% (20 of 23)», «2 of 3», «90%»; hidden or absent, that."""
    if cell.is_hidden:
        return _("not shown")
    if cell.number is None or (column.unit is Unit.SHARE and not cell.of):
        return _("none")
    if column.unit is Unit.SHARE:
        return share(cell.number, cell.of or 0)
    if column.unit is Unit.PER_CENT:
        return f"{cell.number}%"
    return f"{cell.number:,}"


def means_of(figures: Iterable[Figure]) -> list[tuple[str, str]]:
    """Every definition of these tables, each once."""
    return list(dict.fromkeys(pair for figure in figures for pair in figure.table.means))


def _chart(table: Table) -> Chart | None:
    """In time by month, drawn; None where there are too few months, and the table says it all."""
    if table.key != "months" or not table.rows or len(table.rows) > _MOST_POINTS:
        return None
    points = [point for row in table.rows if (point := _point(table, row)) is not None]
    if len(points) < _FEWEST_POINTS:
        return None
    lowest = min(points, key=lambda point: point.per_cent)
    highest = max(points, key=lambda point: point.per_cent)
    pattern = _("The lowest month is %(low)s with %(least)d%%, the highest %(high)s with %(most)d%%.")
    given = {
        "low": lowest.name,
        "least": round(lowest.per_cent),
        "high": highest.name,
        "most": round(highest.per_cent),
    }
    met = [point.met for point in points if point.target is not None and point.is_over]
    chart = month_chart(
        points,
        identifier="months-chart",
        title=table.about,
        pattern=(f"{in_words(met)}. " if met else "") + pattern % given,
        headings=(),
        target_label=_("Target"),
    )
    # Its table stands below it, with every list.
    return replace(chart, rows=())


def _point(table: Table, row: Row) -> Point | None:
    cell = row.cells[1]
    if cell.is_hidden or (cell.of or 0) < FEWEST:
        return None
    per_cent = 100 * (cell.number or 0) / (cell.of or 1)
    target, is_over = target_of(table, row), row.key not in table.going_on
    return Point(row.label, row.label[:3], per_cent, (), target, is_over)


def scale_words(chart: Chart | None) -> str:
    """What is to be known of the drawing; empty without one."""
    if chart is None:
        return ""
    words = _("The scale starts at %(floor)d%%. Months with fewer than 5 enquiries are not drawn.")
    said = words % {"floor": chart.floor}
    if not any(chart.targets):
        return said
    dots = _("Filled dots met the target of their month.")
    if not all(chart.targets):
        dots = _("Filled dots met the target of their month, or had none.")
    if any(not dot.is_over for dot in chart.pictures[0].dots):
        dots += " " + _("A dashed dot is of a month that goes on, or of some days of one.")
    return f"{said} {dots}"


def as_csv(tables: Sequence[Table]) -> tuple[str, int]:
    """The file and its number of rows: a line for each number, the same as on the page."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([_("Table"), _("Line"), _("Figure"), _("Number"), _("Of")])
    count = 0
    for table in tables:
        for row in (*table.rows, *((table.total,) if table.total else ())):
            for column, cell in zip(table.columns, row.cells, strict=True):
                words = (table.about or table.heading, row.label, column.label, *_numbers(cell))
                writer.writerow([harmless(one) for one in words])
                count += 1
    return out.getvalue(), count


def _numbers(cell: Cell) -> tuple[str, str]:
    if cell.is_hidden:
        return _("not shown"), ""
    number, of = ("" if one is None else str(one) for one in (cell.number, cell.of))
    return number, of
