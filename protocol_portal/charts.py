"""Where the marks of a chart stand: months against targets, drawn wide and narrow, from plain numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby


@dataclass(frozen=True, slots=True)
class Point:
    """One month: its name, that on the axis, its share in per cent, the rest of its table row, its target."""

    name: str
    short: str
    per_cent: float
    cells: tuple[str, ...]
    target: int | None = None
    is_over: bool = True

    @property
    def met(self) -> bool:
        """Whether it reached its target, as it was counted and not as it is written; so where it has none."""
        return self.target is None or (self.is_over and self.per_cent >= self.target)


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True)
class Dot:
    """One point; filled when it met the target, dashed while its month goes on."""

    x: float
    y: float
    met: bool
    is_over: bool = True


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
    targets: tuple[Line, ...]
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
    # Where the scale starts, and which targets it is drawn against; the page says so.
    floor: int = 0
    targets: tuple[int | None, ...] = ()


@dataclass(frozen=True, slots=True)
class _Run:
    """Months one after another with the same target: the places of the first and of the last."""

    first: int
    last: int
    target: int


# So many points lie between the lowest dot and the start of the scale, where the scale can start there.
_CLEAR = 4
# Below this a word under its dot would meet the name of the month.
_LOWEST = 244


def month_chart(
    points: Sequence[Point],
    *,
    identifier: str,
    title: str,
    pattern: str,
    headings: tuple[str, ...],
    target_label: str = "",
) -> Chart:
    """A chart of at most 13 months. `pattern` says in words what the drawing shows; the table holds all.
    Where no month has a target no line is drawn, and every dot is filled.

    The scale starts at the ten below the lowest share or target; the page says so (`floor_of`).
    """
    targets = tuple(point.target for point in points)
    floor = floor_of([*(point.per_cent for point in points), *(one for one in targets if one is not None)])
    rows = tuple((point.name, *point.cells) for point in points)
    pictures = (_wide(points, floor, target_label), _narrow(points, floor, target_label))
    return Chart(identifier, title, pattern, headings, rows, pictures, floor, targets)


def floor_of(shares: Sequence[float]) -> int:
    """Where the scale starts: the ten below the lowest of them, so that dots and their words keep clear of
    the axis.
    """
    return max(0, int(min(shares, default=0) - _CLEAR) // 10 * 10)


def _ticks(floor: int) -> Iterator[int]:
    """The marks of the scale: every 10, or every 20 where there would be more than six."""
    return iter(range(floor, 101, 10 if floor >= 50 else 20))


def _runs(points: Sequence[Point]) -> list[_Run]:
    """A line for each target as long as it held."""
    found = []
    for target, places in groupby(range(len(points)), key=lambda place: points[place].target):
        first, *others = places
        if target is not None:
            found.append(_Run(first, others[-1] if others else first, target))
    return found


def _wide(points: Sequence[Point], floor: int, label: str) -> Picture:
    """Months from left to right; what the last target is stands in a margin, so that no dot meets it."""

    def up(share: float) -> float:
        return round(266 - (share - floor) / (100 - floor) * 236, 1)

    step, runs = 500 / max(1, len(points)), _runs(points)
    dots = tuple(
        Dot(round(50 + step * (place + 0.5), 1), up(point.per_cent), point.met, point.is_over)
        for place, point in enumerate(points)
    )
    words = [Word(42, up(tick) + 5, f"{tick}%", "axis", "end") for tick in _ticks(floor)]
    for run in runs:
        if run == runs[-1] and run.last == len(points) - 1:
            words.append(Word(556, up(run.target) - 4, label, "value", "start"))
            words.append(Word(556, up(run.target) + 14, f"{run.target}%", "value", "start"))
        else:
            aside = 20 if points[run.first].met else -9
            left = round(54 + step * run.first, 1)
            words.append(Word(left, up(run.target) + aside, f"{label} {run.target}%", "value", "start"))
    for dot, point in zip(dots, points, strict=True):
        aside = 28 if not dot.met and dot.y < _LOWEST else -16
        words.append(Word(dot.x, dot.y + aside, _written(point), "value", "middle"))
        words.append(Word(dot.x, 292, point.short, "axis", "middle"))
    grid = tuple(Line(50, up(tick), 550, up(tick)) for tick in _ticks(floor))
    lines = tuple(
        Line(
            round(50 + step * one.first, 1),
            up(one.target),
            round(50 + step * (one.last + 1), 1),
            up(one.target),
        )
        for one in runs
    )
    return Picture("wide", 608 if runs else 560, 300, 8, grid, lines, _path(dots), dots, tuple(words))


def _narrow(points: Sequence[Point], floor: int, label: str) -> Picture:
    """Months from top to bottom, for a telephone: words keep their size, and each target has room for its."""

    def along(share: float) -> float:
        return round(52 + (share - floor) / (100 - floor) * 234, 1)

    runs = _runs(points)
    begun = {run.first for run in runs if run.first}
    down = [45 + 34 * place + 24 * sum(one <= place for one in begun) for place in range(len(points))]
    bottom = (down[-1] if down else 11) + 17
    dots = tuple(
        Dot(along(point.per_cent), y, point.met, point.is_over) for y, point in zip(down, points, strict=True)
    )
    words = [Word(along(tick), bottom + 18, f"{tick}%", "axis", "middle") for tick in _ticks(floor)]
    lines = []
    for run in runs:
        x, top = along(run.target), down[run.first] - 21
        words.append(Word(min(x, 296), top - 8, f"{label} {run.target}%", "value", "middle"))
        lines.append(Line(x, top, x, down[run.last] + 17))
    for dot, point in zip(dots, points, strict=True):
        aside = (13, "start") if dot.met else (-13, "end")
        words.append(Word(38, dot.y + 5, point.short, "axis", "end"))
        words.append(Word(round(dot.x + aside[0], 1), dot.y + 5, _written(point), "value", aside[1]))
    grid = tuple(Line(along(tick), 28, along(tick), bottom) for tick in _ticks(floor))
    return Picture("narrow", 340, bottom + 24, 7, grid, tuple(lines), _path(dots), dots, tuple(words))


def _written(point: Point) -> str:
    return f"{round(point.per_cent)}%"


def _path(dots: Sequence[Dot]) -> str:
    """The line from dot to dot."""
    return " ".join(f"{dot.x},{dot.y}" for dot in dots)
