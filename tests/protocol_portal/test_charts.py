"""A chart's marks stand where its numbers say, in both drawings."""

from collections.abc import Sequence

import pytest

from protocol_portal.charts import Chart, Point, floor_of, month_chart

MONTHS = [("April", "Apr", 91), ("May", "May", 88), ("June", "Jun", 92), ("July", "Jul", 79)]


def a_chart(targets: Sequence[int | None], shares: Sequence[float] = (91, 88, 92, 79)) -> Chart:
    """The four months with these shares and targets."""
    points = [
        Point(name, short, share, (), target)
        for (name, short, _share), share, target in zip(MONTHS, shares, targets, strict=True)
    ]
    return month_chart(points, identifier="x", title="t", pattern="p", headings=(), target_label="Target")


def said(chart: Chart, drawing: int) -> list[str]:
    """What a drawing says of targets."""
    words = [word.text for word in chart.pictures[drawing].words if word.kind == "value"]
    return [one for one in words if one.startswith("Target")]


@pytest.mark.parametrize(
    ("shares", "floor"), [([91, 79, 90], 70), ([80, 90], 70), ([90], 80), ([0, 90], 0), ([70.4], 60), ([], 0)]
)
def test_a_chart_starts_its_scale_below_its_lowest_month_and_target(shares: list[float], floor: int) -> None:
    assert floor_of(shares) == floor


def test_a_chart_fills_the_dots_that_met_the_target_in_both_drawings() -> None:
    chart = a_chart([90] * 4)
    assert [[dot.met for dot in picture.dots] for picture in chart.pictures] == [
        [True, False, True, False]
    ] * 2
    wide, narrow = chart.pictures
    [line] = wide.targets
    assert wide.dots[0].y < line.y1 < wide.dots[1].y
    assert (line.x1, line.x2) == (50, 550)
    [line] = narrow.targets
    assert narrow.dots[1].x < line.x1 < narrow.dots[0].x
    assert line.y1 < narrow.dots[0].y < narrow.dots[-1].y < line.y2
    assert said(chart, 0) == ["Target"]
    assert said(chart, 1) == ["Target 90%"]


def test_a_share_that_is_only_rounded_to_the_target_has_not_met_it() -> None:
    chart = a_chart([90] * 4, [89.6, 90, 90.4, 100])
    wide = chart.pictures[0]
    assert [dot.met for dot in wide.dots] == [False, True, True, True]
    assert "90%" in [word.text for word in wide.words if word.x == wide.dots[0].x]


def test_each_month_is_drawn_against_its_own_target() -> None:
    chart = a_chart([None, 85, 85, 90])
    wide, narrow = chart.pictures
    assert [dot.met for dot in wide.dots] == [True, True, True, False]
    assert [(line.x1, line.x2) for line in wide.targets] == [(175, 425), (425, 550)]
    assert [line.y1 > other.y1 for line, other in [wide.targets]] == [True]
    assert said(chart, 0) == ["Target 85%", "Target"]
    assert said(chart, 1) == ["Target 85%", "Target 90%"]
    for line, first, last in zip(narrow.targets, (1, 3), (2, 3), strict=True):
        assert narrow.dots[first - 1].y < line.y1 < narrow.dots[first].y
        assert narrow.dots[last].y < line.y2 <= narrow.height
    assert all(word.y <= narrow.height for word in narrow.words)
    assert chart.targets == (None, 85, 85, 90)


def test_a_target_of_all_is_written_within_the_drawing() -> None:
    wide, narrow = a_chart([100] * 4, [100, 99, 98, 97]).pictures
    for picture in (wide, narrow):
        assert all(word.x + 40 <= picture.width for word in picture.words if word.anchor == "start")
    [word] = [one for one in narrow.words if one.text == "Target 100%"]
    assert word.x + 42 <= narrow.width


def test_without_a_target_a_chart_has_no_line_and_every_dot_is_filled() -> None:
    chart = a_chart([None] * 4)
    assert [picture.targets for picture in chart.pictures] == [(), ()]
    assert all(dot.met for picture in chart.pictures for dot in picture.dots)
    assert chart.floor == 70


def test_a_chart_of_no_month_has_no_dot_and_no_row() -> None:
    chart = month_chart([], identifier="x", title="t", pattern="p", headings=())
    assert chart.rows == ()
    assert [picture.dots for picture in chart.pictures] == [(), ()]


def test_the_table_behind_the_chart_has_every_month() -> None:
    points = [Point("April", "Apr", 91, ("44", "91%"), 90)]
    chart = month_chart(points, identifier="x", title="t", pattern="p", headings=())
    assert chart.rows == (("April", "44", "91%"),)
