"""Where the marks of a chart stand: months against a target, drawn wide and narrow, from plain numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """One month: its name, its name on the axis, its share in per cent, and the rest of its table row."""

    name: str
    short: str
    per_cent: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True)
class Dot:
    """One point; filled when it met the target."""

    x: float
    y: float
    met: bool


@dataclass(frozen=True, slots=True)
class Word:
    """A word at a place: `kind` is value or axis, `anchor` start, middle or end."""

    x: float
    y: float
    text: str
    kind: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Picture:
    """One drawing, all marks placed."""

    kind: str
    width: int
    height: int
    radius: int
    grid: tuple[Line, ...]
    target: Line | None
    path: str
    dots: tuple[Dot, ...]
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """What templates/components/chart.html draws, and the same figures as a table."""

    id: str
    title: str
    pattern: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    pictures: tuple[Picture, ...]
    # Where the scale starts; the page says so.
    floor: int = 0


def month_chart(
    points: Sequence[Point],
    *,
    identifier: str,
    title: str,
    pattern: str,
    headings: tuple[str, ...],
    target: int | None = None,
    target_label: str = "",
) -> Chart:
    """A chart of at most 13 months. `pattern` says in words what the drawing shows; the table holds all.
    Without a target no line is drawn, and every dot is filled.

    The scale starts at the ten below the lowest share; the page says so (`floor_of`).
    """
    floor = floor_of([point.per_cent for point in points], target)
    rows = tuple((point.name, *point.cells) for point in points)
    pictures = (
        _wide(points, floor, target, target_label),
        _narrow(points, floor, target, target_label),
    )
    return Chart(identifier, title, pattern, headings, rows, pictures, floor)


def floor_of(shares: Sequence[int], target: int | None) -> int:
    """Where the scale starts: the ten below the lowest share, so that dots keep clear of the axis."""
    lowest = min([*shares, *([] if target is None else [target])], default=0)
    return max(0, (lowest - 1) // 10 * 10)


def _ticks(floor: int) -> Iterator[int]:
    """The marks of the scale: every 10, or every 20 where there would be more than six."""
    return iter(range(floor, 101, 10 if floor >= 50 else 20))


def _wide(points: Sequence[Point], floor: int, target: int | None, label: str) -> Picture:
    """Months from left to right."""

    def up(share: float) -> float:
        return round(266 - (share - floor) / (100 - floor) * 236, 1)

    step = 500 / max(1, len(points))
    dots = tuple(
        Dot(round(50 + step * (place + 0.5), 1), up(point.per_cent), _met(point, target))
        for place, point in enumerate(points)
    )
    words = [Word(42, up(tick) + 5, f"{tick}%", "axis", "end") for tick in _ticks(floor)]
    if target is not None:
        words.append(Word(550, up(target) - 9, label, "value", "end"))
    for dot, point in zip(dots, points, strict=True):
        words.append(Word(dot.x, dot.y + (-16 if dot.met else 28), f"{point.per_cent}%", "value", "middle"))
        words.append(Word(dot.x, 292, point.short, "axis", "middle"))
    grid = tuple(Line(50, up(tick), 550, up(tick)) for tick in _ticks(floor))
    line = None if target is None else Line(50, up(target), 550, up(target))
    return Picture("wide", 560, 300, 8, grid, line, _path(dots), dots, tuple(words))


def _narrow(points: Sequence[Point], floor: int, target: int | None, label: str) -> Picture:
    """Months from top to bottom, for a telephone: words keep their size."""

    def along(share: float) -> float:
        return round(52 + (share - floor) / (100 - floor) * 260, 1)

    bottom = 34 * len(points) + 28
    dots = tuple(
        Dot(along(point.per_cent), 45 + 34 * place, _met(point, target)) for place, point in enumerate(points)
    )
    words = [Word(along(tick), bottom + 18, f"{tick}%", "axis", "middle") for tick in _ticks(floor)]
    if target is not None:
        words.append(Word(along(target), 16, label, "value", "middle"))
    for dot, point in zip(dots, points, strict=True):
        aside = (13, "start") if dot.met else (-13, "end")
        words.append(Word(38, dot.y + 5, point.short, "axis", "end"))
        words.append(Word(round(dot.x + aside[0], 1), dot.y + 5, f"{point.per_cent}%", "value", aside[1]))
    grid = tuple(Line(along(tick), 28, along(tick), bottom) for tick in _ticks(floor))
    line = None if target is None else Line(along(target), 24, along(target), bottom)
    return Picture("narrow", 340, bottom + 24, 7, grid, line, _path(dots), dots, tuple(words))


def _met(point: Point, target: int | None) -> bool:
    return target is None or point.per_cent >= target


def _path(dots: Sequence[Dot]) -> str:
    """The line from dot to dot."""
    return " ".join(f"{dot.x},{dot.y}" for dot in dots)
