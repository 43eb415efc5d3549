"""The page of figures on complaints and a report read together: neither tells what the other hides."""

import datetime
import random
from collections.abc import Iterator, Mapping

import pytest
import time_machine

from casework.models import Report
from casework.rules.periods import Period, quarters, year_of
from casework.rules.suppression import is_small
from casework.screens.figures import Row, Table
from casework.screens.given import shows_too_much
from casework.screens.protected import protect
from complaints.models import Complaint
from complaints.queries.figures import Counts
from complaints.screens.figures import HIDDEN, LINES, figures, shown_of
from complaints.states import ComplaintState
from council.models import Person
from protocol_portal.reports.counted import lines, shown_by_quarter
from protocol_portal.reports.making import make_report
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.complaints import a_complaint
from tests.factories.enquiries import moment
from tests.factories.reports import a_report, given
from tests.protocol_portal.test_figures_given_away import Line, Name, small

TODAY = datetime.date(2026, 5, 4)
YEAR = year_of(datetime.date(2025, 4, 1))
QUARTERS = quarters(2025)
# The reviewer's numbers: so many upheld in each quarter.
UPHELD = (6, 5, 2, 0)


@pytest.fixture
def monitoring(db: None) -> Iterator[Person]:
    """The year is over, and its complaints are closed."""
    with time_machine.travel(moment(TODAY), tick=False):
        for quarter, number in zip(QUARTERS, UPHELD, strict=True):
            for outcome, count in (("upheld", number), ("not-upheld", 9), ("settled", 12)):
                rows = [a_complaint(state=ComplaintState.CLOSED).pk for _one in range(count)]
                Complaint.objects.filter(pk__in=rows).update(received_on=quarter.first, outcome=outcome)
        yield make.a_holder_of(Post.MONITORING_OFFICER)


def on_the_page() -> tuple[str, ...]:
    """The quarters of «Upheld»."""
    [table] = [one for one in figures(2025, today=TODAY).tables if one.key == "stages"]
    return next(row.cells for row in table.rows if row.label == "Upheld")


def a_made_report(period: Period, by: Person) -> Report:
    """As the worker makes it."""
    report = a_report(period=period, by=by)
    make_report(report.pk)
    return Report.objects.get(pk=report.pk)


def in_the_report(report: Report) -> Mapping[str, int | None]:
    """The stages of complaints that it shows."""
    [tables] = [one["tables"] for one in report.shown if one["key"] == "complaints"]
    [stages] = [one for one in tables if one["key"] == "stages"]
    return {row["key"]: row["cells"][0]["number"] for row in stages["rows"]}


def test_the_year_does_not_tell_the_quarter_that_the_page_hides(monitoring: Person) -> None:
    page = on_the_page()
    assert page == ("6", "5", HIDDEN, "0")
    report = a_made_report(YEAR, monitoring)
    assert in_the_report(report)["upheld"] is None
    # What was held against the page when it was made is held against the same when it is given.
    assert not shows_too_much(report)
    given(report, committee=make.a_body(name="Standards Committee"))
    assert on_the_page() == page


def test_a_quarter_hides_what_the_page_hides_of_it(monitoring: Person) -> None:
    report = a_made_report(QUARTERS[2], monitoring)
    on_page = {row.label: row.cells[2] for row in figures(2025, today=TODAY).tables[1].rows}
    shown = in_the_report(report)
    assert shown["upheld"] is None
    assert (on_page["Not upheld"] == HIDDEN) == (shown["not-upheld"] is None)
    assert (on_page["Settled informally"] == HIDDEN) == (shown["settled"] is None)
    assert not shows_too_much(report)


def by_line(table: Table) -> dict[str, Row]:
    """Its lines, the total among them."""
    return {row.key: row for row in table.rows} | ({"": table.total} if table.total else {})


def read_together(found: Mapping[str, Counts], period: Period) -> list[tuple[Name, int]]:
    """What a reader of the page and of one report works out."""
    whole = tuple(
        lines(key, {day: one for day, one in counted.items() if day in period})
        for key, counted in found.items()
    )
    covered = protect(whole, period=period, earlier=shown_by_quarter(found, QUARTERS))
    page = shown_of(found, QUARTERS)
    values: dict[Name, int] = {}
    open_: set[Name] = set()
    every: list[Line] = []
    for table, seen in zip(whole, covered, strict=True):
        for line, row in by_line(table).items():
            of_year = (table.key, "report", line, "")
            values[of_year] = row.cells[0].number or 0
            open_ |= set() if by_line(seen)[line].cells[0].is_hidden else {of_year}
            for one in QUARTERS:
                name = (table.key, one.key, line, "")
                counts = found[table.key][one.first]
                values[name] = counts.get(line, 0) if line else sum(counts.values())
                open_ |= set() if page[table.key, one.first, line] is None else {name}
            within = [one for one in QUARTERS if one.first in period]
            every.append({of_year: 1} | {(table.key, one.key, line, ""): -1 for one in within})
        for column in ("report", *(one.key for one in QUARTERS)):
            parts: Line = {(table.key, column, row.key, ""): -1 for row in table.rows}
            every.append({(table.key, column, "", ""): 1} | parts)
    for column in ("report", *(one.key for one in QUARTERS)):
        every.append({("pairings", column, "", ""): 1, ("stages", column, "", ""): -1})
    return small(values, open_, every)


def a_year_by_chance(chance: random.Random) -> dict[str, Counts]:
    """Complaints of each quarter: each with one pairing, and in one place."""
    found: dict[str, Counts] = {key: {} for key in LINES}
    for quarter in QUARTERS:
        number = chance.randrange(5, 60)
        for key, lines_of_it in LINES.items():
            some = chance.sample(list(lines_of_it), min(4, len(lines_of_it)))
            drawn = chance.choices(some, weights=[9, 6, 2, 1][: len(some)], k=number)
            found[key][quarter.first] = {line: drawn.count(line) for line in set(drawn)}
    return found


def test_no_year_by_chance_is_worked_out_from_the_page_and_a_report() -> None:
    chance = random.Random(11)  # noqa: S311 - complaints for a test, no secret
    hidden_quarters = 0
    for _year in range(40):
        found = a_year_by_chance(chance)
        for period in (YEAR, *QUARTERS):
            assert not read_together(found, period)
        hidden_quarters += any(
            is_small(number) for counts in found["stages"].values() for number in counts.values()
        )
    assert hidden_quarters > 20
