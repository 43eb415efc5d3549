"""The target of answers in time: of each month the one of its first day, the same for every reader."""

import csv
import datetime
import io
import re

import pytest
from django.db import connection
from django.db.utils import IntegrityError
from django.urls import reverse
from django.utils import timezone
from python_calamine import CalamineWorkbook

from casework.models import LocalTerm
from casework.rules.periods import Period, month_of, months_of
from casework.screens.figures import Cell
from council.models import Person
from enquiries.models import Enquiry
from enquiries.states import State
from protocol_portal.figures import of_period
from protocol_portal.figures.headline import headline
from protocol_portal.figures.scope import Figure, Scope, reach_of
from protocol_portal.figures.targets import Targets, is_met, target_of
from rulebook.duty import Duty
from rulebook.local_term import LocalTerm as Term
from rulebook.post import Post
from tests.enquiries.many import copies
from tests.factories.browsers import signed_in
from tests.factories.casework import a_local_term
from tests.factories.council import a_group, a_holder_of, a_member
from tests.factories.enquiries import on_day
from tests.factories.repairs import Council, a_case, the_repairs_team
from tests.factories.reports import a_report_that_is_made

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
# Four whole months that are over.
LAST = month_of(TODAY).first - datetime.timedelta(days=1)
MONTHS = months_of(Period(month_of(LAST - datetime.timedelta(days=95)).first, LAST))[-4:]
DAYS = Period(MONTHS[0].first, MONTHS[-1].last)
IN_SQL = """SELECT max(value) FROM casework_localterm WHERE duty = 'answer-in-time'
    AND daterange(from_on, to_on, '[]') @> %s"""


def a_target(share: int, **days: datetime.date) -> LocalTerm:
    """A target of so many per cent."""
    return a_local_term(Duty.ANSWER_IN_TIME, share, "per-cent", paragraph=f"Minute {share}", **days)


def some_months(council: Council, late: tuple[int, ...] = (0, 1, 2, 0)) -> Person:
    """A hundred enquiries of each month, ten times so many of them late, of a leader, who is returned."""
    group = a_group(name="Progressive Group")
    leader = a_member(group=group, office="leader")
    for month, number in zip(MONTHS, late, strict=True):
        for count, days in ((10 * number, 1), (100 - 10 * number, 0)):
            if count:
                case = a_case(council, State.ANSWERED, received_on=month.first, member=leader)
                answered = month.last + datetime.timedelta(days=days)
                Enquiry.objects.filter(pk=case.pk).update(due_on=month.last, answered_on=answered)
                copies(case, count - 1)
    return leader


def months_seen_by(person: Person, period: Period = DAYS) -> Figure:
    """The figure of months."""
    who = on_day(person)
    found = of_period(Scope(who, reach_of(who), period, TODAY))
    return next(one for one in found if one.table.key == "months")


def page_of(person: Person) -> str:
    """The page of the four months."""
    answer = signed_in(person).get(reverse("dashboard"), {"period": DAYS.key})
    return str(answer.content.decode()).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("from_on", "to_on", "share"),
    [
        ("2026-04-01", None, 90),
        ("2026-03-31", "2026-04-01", 90),
        ("2026-04-02", None, None),
        ("2026-04-30", None, None),
        ("2026-03-01", "2026-03-31", None),
    ],
)
def test_a_month_has_the_target_of_its_first_day(from_on: str, to_on: str | None, share: int | None) -> None:
    days = [datetime.date.fromisoformat(day) if day else None for day in (from_on, to_on)]
    term = Term(Duty.ANSWER_IN_TIME, 90, "per-cent", "Minute 9", days[0] or TODAY, days[1])
    reply = Term(Duty.REPLY, 5, "working-days", "Minute 3", datetime.date(2020, 1, 1))
    part = Period(datetime.date(2026, 4, 10), datetime.date(2026, 4, 20))
    [found] = Targets((reply, term)).of([part])
    assert (found and found.value) == share


@pytest.mark.parametrize(
    ("number", "of", "target", "met"),
    [
        (9, 10, 90, True),
        (896, 1000, 90, False),
        (899, 1000, 90, False),
        (900, 1000, 90, True),
        (4, 4, 90, None),
        (5, 5, 100, True),
        (9, 10, None, None),
        (None, None, 90, None),
    ],
)
def test_a_share_meets_its_target_by_what_was_counted(
    number: int | None, of: int | None, target: int | None, met: bool | None
) -> None:
    assert is_met(Cell(number, of), target) is met


def test_the_target_of_every_month_is_what_plain_sql_finds() -> None:
    council, reader = the_repairs_team(), a_holder_of(Post.MONITORING_OFFICER)
    some_months(council)
    a_target(80, from_on=MONTHS[0].first, to_on=MONTHS[2].first - datetime.timedelta(days=1))
    a_target(95, from_on=MONTHS[2].last)
    table = months_seen_by(reader).table
    expected = []
    with connection.cursor() as cursor:
        for month in MONTHS:
            cursor.execute(IN_SQL, [month.first])
            expected.append(cursor.fetchone()[0])
    assert [target_of(table, row) for row in table.rows] == expected == [80, 80, None, 95]
    assert table.total
    assert target_of(table, table.total) is None
    assert table.heading == "The target was met in 3 of 3 months"


def test_everybody_who_has_the_figures_reads_the_same_line_and_the_same_column() -> None:
    council = the_repairs_team()
    leader = some_months(council)
    a_target(90, from_on=datetime.date(2020, 1, 1))
    for person in (a_holder_of(Post.MONITORING_OFFICER), council.director, council.officer, leader):
        assert [one.key for one in months_seen_by(person).table.columns][2] == "target"
        page = page_of(person)
        section = page[page.index('id="figures-months"') :].partition("</section>")[0]
        assert set(re.findall(r'data-label="Target">([^<]*)', section)) == {"90%"}
        assert "Minute 90" in page
        assert "None was set for these months" not in page
        # A leader chooses no months; which there are hangs on the day.
        if person != leader:
            assert section.count('class="app-chart__target"') == 2
            assert "The target was met in 3 of 4 months." in section
            assert "Target 90%</text>" in section
            assert "Filled dots met the target of their month." in section


def test_the_period_before_is_held_against_its_own_target() -> None:
    council, reader = the_repairs_team(), a_holder_of(Post.MONITORING_OFFICER)
    some_months(council)
    a_case(council, State.ANSWERED, received_on=DAYS.before.last)
    a_target(70, from_on=DAYS.before.first, to_on=DAYS.before.last)
    a_target(90, from_on=DAYS.first)
    figure = months_seen_by(reader)
    assert figure.before
    assert target_of(figure.table, figure.before) == 70
    before = months_seen_by(reader, DAYS.before).table
    assert {target_of(before, row) for row in before.rows} == {70}


def test_a_month_is_judged_once_it_is_over_and_whole() -> None:
    council, reader = the_repairs_team(), a_holder_of(Post.MONITORING_OFFICER)
    some_months(council, (0, 0, 0, 0))
    for day in (TODAY, TODAY):
        copies(a_case(council, State.ALLOCATED, received_on=day), 2)
    a_target(90, from_on=DAYS.first)
    until_now = months_seen_by(reader, Period(DAYS.first, TODAY)).table
    assert until_now.heading == "The target was met in 4 of 4 months"
    assert until_now.going_on == (until_now.rows[-1].key,)
    some_days = months_seen_by(reader, Period(DAYS.first, DAYS.last - datetime.timedelta(days=1))).table
    assert some_days.heading == "The target was met in 3 of 3 months"
    said = page_of(reader)
    assert "app-chart__dot--open" not in said
    answer = signed_in(reader).get(reverse("dashboard"), {"period": Period(DAYS.first, TODAY).key})
    assert "app-chart__dot--open" in answer.content.decode()


@pytest.mark.parametrize(
    ("share", "late", "note", "colour"),
    [
        (90, (0, 1, 2, 0), "Target 90%: met.", ""),
        (95, (0, 1, 2, 0), "Target 95%: 2 points below.", "amber"),
        (93, (0, 1, 2, 0), "Target 93%: less than a point below.", "amber"),
        (100, (0, 1, 0, 3), "Target 100%: 10 points below.", "amber"),
    ],
)
def test_the_number_at_the_top_says_how_far_it_is_from_the_target(
    share: int, late: tuple[int, ...], note: str, colour: str
) -> None:
    some_months(the_repairs_team(), late)
    a_target(share, from_on=MONTHS[0].first)
    who = on_day(a_holder_of(Post.MONITORING_OFFICER))
    scope = Scope(who, reach_of(who), DAYS, TODAY)
    tile = headline(scope, of_period(scope))[0]
    assert tile.note.startswith(note)
    assert tile.colour == colour


def test_without_a_target_nothing_is_shown_and_the_page_says_where_one_is_set() -> None:
    council = the_repairs_team()
    some_months(council)
    a_target(90, from_on=TODAY + datetime.timedelta(days=400))
    keeper = a_holder_of(Post.DEMOCRATIC_SERVICES)
    for person, is_keeper in ((council.director, False), (keeper, True)):
        page = page_of(person)
        assert "app-chart__target" not in page
        assert 'data-label="Target"' not in page
        assert "90% in time for the first date" not in page
        assert "None was set for these months" in page
        assert (reverse("admin:casework_localterm_add") in page) is is_keeper
    assert "target" not in [one.key for one in months_seen_by(keeper).table.columns]


def test_a_report_and_every_file_have_the_target_and_hide_nothing_for_it() -> None:
    some_months(the_repairs_team(), (0, 0, 0, 0))
    reader = a_holder_of(Post.MONITORING_OFFICER)
    a_target(3, from_on=datetime.date(2020, 1, 1))
    report = a_report_that_is_made(period=Period(MONTHS[0].first, MONTHS[2].last), by=reader)
    client = signed_in(reader)
    page = client.get(reverse("report", args=[report.reference])).content.decode()
    assert page.count('data-label="Target"><span>3%') == 4
    assert "Minute 3" in page
    ods = client.get(reverse("report-file", args=[report.reference, "ods"]))
    book = CalamineWorkbook.from_filelike(io.BytesIO(b"".join(ods.streaming_content)))
    name = next(one for one in book.sheet_names if one.startswith("Enquiries by month"))
    heads, *rows = book.get_sheet_by_name(name).to_python()
    assert {row[heads.index("Target")] for row in rows} == {3}
    taken = client.get(reverse("figures-csv"), {"period": DAYS.key}).content.decode("utf-8-sig")
    targets = [row for row in csv.reader(io.StringIO(taken)) if row[2] == "Target"]
    assert [row[3:] for row in targets] == [["3", ""]] * 5


@pytest.mark.parametrize(
    ("duty", "share", "unit"),
    [
        (Duty.ANSWER_IN_TIME, 101, "per-cent"),
        (Duty.ANSWER_IN_TIME, 10, "working-days"),
        (Duty.REPLY, 10, "per-cent"),
    ],
)
def test_the_database_takes_no_target_in_days_and_no_time_in_per_cent(
    duty: Duty, share: int, unit: str
) -> None:
    with pytest.raises(IntegrityError):
        a_local_term(duty, share, unit)
