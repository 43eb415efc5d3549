"""A chart's marks stand where its numbers say, in both drawings."""

from protocol_portal.charts import Point, floor_of, month_chart

MONTHS = [("April", "Apr", 91), ("May", "May", 88), ("June", "Jun", 92), ("July", "Jul", 79)]


def test_a_chart_starts_its_scale_below_its_lowest_month() -> None:
    assert floor_of([91, 79], 90) == 70
    assert floor_of([80], 90) == 70
    assert floor_of([], 90) == 80
    assert floor_of([0], 90) == 0


def test_a_chart_fills_the_dots_that_met_the_target_in_both_drawings() -> None:
    points = [Point(name, short, share, ()) for name, short, share in MONTHS]
    chart = month_chart(
        points, identifier="x", title="t", pattern="p", headings=(), target=90, target_label="90%"
    )
    assert [[dot.met for dot in picture.dots] for picture in chart.pictures] == [
        [True, False, True, False]
    ] * 2
    wide = chart.pictures[0]
    assert wide.target
    assert wide.dots[0].y < wide.target.y1 < wide.dots[1].y


def test_without_a_target_a_chart_has_no_line_and_every_dot_is_filled() -> None:
    points = [Point(name, short, share, ()) for name, short, share in MONTHS]
    chart = month_chart(points, identifier="x", title="t", pattern="p", headings=())
    assert [picture.target for picture in chart.pictures] == [None, None]
    assert all(dot.met for picture in chart.pictures for dot in picture.dots)
    assert chart.floor == 70


def test_a_chart_of_no_month_has_no_dot_and_no_row() -> None:
    chart = month_chart(
        [], identifier="x", title="t", pattern="p", headings=(), target=90, target_label="90%"
    )
    assert chart.rows == ()
    assert [picture.dots for picture in chart.pictures] == [(), ()]


def test_the_table_behind_the_chart_has_every_month() -> None:
    points = [Point("April", "Apr", 91, ("44", "91%"))]
    chart = month_chart(
        points, identifier="x", title="t", pattern="p", headings=(), target=90, target_label="90%"
    )
    assert chart.rows == (("April", "44", "91%"),)
