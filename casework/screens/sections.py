"""Parts of a report: tables and sentences under a heading, and how they are kept until all are there."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from casework.rules.periods import Period
from casework.screens.figures import Cell, Column, Row, Table, Unit
from casework.screens.protected import Earlier


@dataclass(frozen=True)
class Section:
    """One part: its tables, and sentences that stand below them.

    `beside`: what its reader has of the same from a page, as it stood when this was counted.
    """

    key: str
    heading: str
    tables: tuple[Table, ...] = ()
    lines: tuple[str, ...] = ()
    beside: tuple[Earlier, ...] = ()


def kept(section: Section) -> dict[str, Any]:
    """As it is kept in the database; no address is, because what a list shows changes."""
    return {
        "key": section.key,
        "heading": section.heading,
        "tables": _kept(section.tables),
        "lines": list(section.lines),
        "beside": [
            {"period": one.period.key, "tables": _kept(one.tables), "shown": _kept(one.shown)}
            for one in section.beside
        ],
    }


def section_of(given: Mapping[str, Any]) -> Section:
    """What was kept."""
    beside = tuple(
        Earlier(period, _tables(one["tables"]), _tables(one["shown"]))
        for one in given.get("beside", ())
        if (period := Period.read(one["period"]))
    )
    return Section(given["key"], given["heading"], _tables(given["tables"]), tuple(given["lines"]), beside)


def _kept(tables: Iterable[Table]) -> list[dict[str, Any]]:
    return [_without_addresses(asdict(table)) for table in tables]


def _tables(given: Iterable[Mapping[str, Any]]) -> tuple[Table, ...]:
    return tuple(_table(table) for table in given)


def _without_addresses(table: dict[str, Any]) -> dict[str, Any]:
    for row in (*table["rows"], *([table["total"]] if table["total"] else ())):
        for cell in row["cells"]:
            cell["url"] = ""
    return table


def _table(given: Mapping[str, Any]) -> Table:
    return Table(
        key=given["key"],
        heading=given["heading"],
        about=given["about"],
        columns=tuple(Column(**{**one, "unit": Unit(one["unit"])}) for one in given["columns"]),
        rows=tuple(_row(one) for one in given["rows"]),
        total=_row(given["total"]) if given["total"] else None,
        means=tuple((name, words) for name, words in given["means"]),
        people=given["people"],
        going_on=tuple(given.get("going_on", ())),
    )


def _row(given: Mapping[str, Any]) -> Row:
    return Row(given["key"], given["label"], tuple(Cell(**cell) for cell in given["cells"]))
