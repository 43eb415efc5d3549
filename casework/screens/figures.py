"""Figures as they go to the dashboard, to reports and to files: a table, its numbers, their lists."""

from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """What a number is; per cent is a share that was set and not counted."""

    COUNT = "count"
    SHARE = "share"
    DAYS = "days"
    PER_CENT = "per-cent"


@dataclass(frozen=True, slots=True)
class Cell:
    """One number. `url` opens as many rows as it says, for the same reader; of days, the rows that they were
    measured on. Empty where nothing is opened.

    Of a share, `number` is the part and `of` the whole. `number` None: there is nothing to count or measure,
    or, where it `is_hidden`, it is not shown, because it is small or would give a small one away.
    """

    number: int | None
    of: int | None = None
    url: str = ""
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its words, and what its numbers are. `is_whole`: the others of a row are parts of it."""

    key: str
    label: str
    unit: Unit = Unit.COUNT
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One line: a directorate, a month, a group; its cells stand in the order of the columns."""

    key: str
    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One table of figures. `heading` is its message, `about` what is shown, `means` what its words mean.

    `total` is the sum of the rows where they add up, and None where they do not. `people` says that its
    numbers are so small a part of so few people that a report for the public must not show every one.
    `going_on` are the keys of lines whose number is not known whole yet: nothing is judged by it.
    """

    key: str
    heading: str
    about: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    total: Row | None = None
    means: tuple[tuple[str, str], ...] = ()
    people: bool = True
    going_on: tuple[str, ...] = ()
