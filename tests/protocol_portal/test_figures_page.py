"""The page of figures: whose, of which days, beside which days before, and what is taken out of it."""

import contextlib
import csv
import datetime
import io

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, get_resolver, reverse
from django.utils import timezone

from casework.models import CaseEvent
from casework.rules.periods import Period, quarter_of, year_of
from council.models import Person, PoliticalGroup, User
from enquiries.models import Enquiry
from enquiries.queries import of_group_to_count
from enquiries.states import State
from protocol_portal.figures import tables
from protocol_portal.figures.choosing import days_of
from rulebook.post import Post
from tests.enquiries.many import copies
from tests.factories.browsers import signed_in
from tests.factories.council import a_group, a_holder_of, a_member
from tests.factories.enquiries import on_day
from tests.factories.repairs import Council, a_case, the_repairs_team

TODAY = timezone.localdate()
# The whole page, with what waits for a decision and with the links above it.
MOST_QUERIES = 75
# The tables alone, each of the period and of the one before.
MOST_OF_TABLES = 26


@pytest.fixture
def council(db: None) -> Council:
    """Exampleshire's repairs."""
    return the_repairs_team()


@pytest.fixture
def monitoring_officer(db: None) -> Person:
    """Who sees all of it."""
    return a_holder_of(Post.MONITORING_OFFICER)


def ago(days: int) -> datetime.date:
    """So many days before today."""
    return TODAY - datetime.timedelta(days=days)


def page_of(person: Person, query: str = "") -> str:
    """The page as text."""
    response = signed_in(person).get(reverse("dashboard") + query)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("?first=3/6/2026&last=2/6/2026", "The end date must be after the start date"),
        ("?first=3/6/2026", "Enter your own last day too"),
        ("?last=3/6/2026", "Enter your own first day too"),
        ("?first=soon&last=3/6/2026", "Enter a real date, like 25/11/2026"),
        ("?first=1/1/1990&last=1/1/2026", "Choose ten years or less"),
    ],
)
def test_wrong_days_give_a_sentence_and_the_figures_of_the_council_year(
    monitoring_officer: Person, query: str, sentence: str
) -> None:
    page = page_of(monitoring_officer, query)
    assert sentence in page
    assert "There is a problem" in page
    assert f"1\N{NO-BREAK SPACE}April\N{NO-BREAK SPACE}{year_of(TODAY).first.year}" in page


@pytest.mark.parametrize(
    "query",
    ["", "?period=", "?period=nonsense", "?period=2026-02-31--2026-03-01", "?period=1901-01-01--2026-01-01"],
)
def test_without_days_the_page_is_of_the_council_year(monitoring_officer: Person, query: str) -> None:
    page = page_of(monitoring_officer, query)
    assert f"From {days_of(year_of(TODAY))}" in page
    assert "There is a problem" not in page


def test_own_days_are_counted_beside_as_many_before(council: Council, monitoring_officer: Person) -> None:
    for back in (1, 2, 3, 11, 12, 40):
        a_case(council, State.ANSWERED, received_on=ago(back))
    first, last = (f"{day.day}/{day.month}/{day.year}" for day in (ago(9), TODAY))
    page = page_of(monitoring_officer, f"?first={first}&last={last}")
    assert "Where each of the 3 enquiries received is counted" in page
    assert "The period before" in page
    who = on_day(monitoring_officer)
    before = Period(ago(9), TODAY).before
    [table] = [one for one in tables(who, before, today=TODAY) if one.key == "accounted"]
    assert table.total
    assert table.total.cells[0].number == 2


def test_the_file_holds_the_numbers_of_the_page_and_its_taking_is_recorded(
    council: Council, monitoring_officer: Person
) -> None:
    PoliticalGroup.objects.filter(pk=a_group(name="=cmd()").pk).update(name="=cmd()")
    a_case(council, State.ANSWERED, member=a_member(group=a_group(name="=cmd()")))
    response = signed_in(monitoring_officer).get(reverse("figures-csv"))
    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert rows[0] == ["Table", "Line", "Figure", "Number", "Of"]
    assert any(row[1].startswith("'=cmd()") for row in rows)
    assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row)
    event = CaseEvent.objects.filter(kind="enquiry.list_exported").latest("pk")
    assert event.by == monitoring_officer
    assert event.facts["filters"] == f"figures?period={year_of(TODAY).key}"
    assert event.facts["rows"] == len(rows) - 1


def test_a_director_reads_the_directorate_and_an_officer_the_team(council: Council) -> None:
    a_case(council, received_on=ago(30))
    assert "Figures of Housing" in page_of(council.director)
    page = page_of(council.officer)
    assert "Figures of Repairs" in page
    assert reverse("team-cases") in page
    assert reverse("all-cases") not in page


def test_a_leader_reads_counts_of_ordinary_enquiries_and_no_small_number(council: Council) -> None:
    group = a_group(name="Progressive Group")
    leader, member = a_member(group=group, office="leader"), a_member(group=group)
    case = a_case(council, member=member, received_on=ago(30), subject="A secret of the ward")
    a_case(council, member=member, received_on=ago(30), is_confidential=True)
    page = page_of(leader)
    assert "Figures of Progressive Group" in page
    assert "A secret of the ward" not in page
    assert reverse("team-cases") not in page
    [table] = [one for one in tables(on_day(leader), year_of(TODAY), today=TODAY) if one.key == "accounted"]
    assert {cell.is_hidden for row in table.rows for cell in row.cells} == {True}
    copies(case, 6)
    assert of_group_to_count(on_day(leader)).count() == 7
    # Two periods that differ by a day would tell what happened on it.
    for query in ("?first=1/6/2026&last=2/6/2026", "?period=2026-06-01--2026-06-02"):
        assert f"From {days_of(quarter_of(TODAY).before)}" in page_of(leader, query)
    assert not of_group_to_count(on_day(member)).exists()


def test_no_address_without_a_reference_moves_the_dates_of_a_case(
    council: Council, monitoring_officer: Person
) -> None:
    for state in (State.ALLOCATED, State.HOLDING, State.REOPENED):
        a_case(council, state, received_on=ago(12))
    names = ("due_on", "owed_on", "promised_on", "first_promised_on")
    dates = Enquiry.objects.order_by("pk").values_list(*names)
    before, pressed = list(dates), 0
    later = ago(-30)
    given = dict.fromkeys(("due_on", "owed_on", "promised_on", "date", "on"), f"{later:%d/%m/%Y}")
    given |= {"send": "1", "state": "open", "cases": [str(pk) for pk in Enquiry.objects.values_list("pk")]}
    for person in (monitoring_officer, council.director, council.officer):
        client, user = signed_in(person), User.objects.get(person=person)
        client.raise_request_exception = False
        for address in without_arguments():
            with transaction.atomic():
                client.force_login(user)
                pressed += client.post(address, given).status_code < 400
    assert pressed > 30
    assert list(dates) == before


def without_arguments() -> list[str]:
    """Every address of the portal that names no case and nothing else."""
    names = {str(name) for name in get_resolver().reverse_dict if isinstance(name, str)}
    found = []
    for name in sorted(names):
        with contextlib.suppress(NoReverseMatch):
            found.append(reverse(name))
    return found


def test_a_holding_reply_moves_the_promise_and_never_the_first_date(
    council: Council, monitoring_officer: Person
) -> None:
    case = a_case(council, State.HOLDING, received_on=ago(30), promised_on=TODAY)
    found = {one.key: one for one in tables(on_day(monitoring_officer), year_of(TODAY), today=TODAY)}
    assert Enquiry.objects.get(pk=case.pk).due_on == ago(20)
    total = found["months"].total
    assert total
    assert [cell.number for cell in total.cells] == [1, 0, 1, 1]


def test_the_page_asks_few_questions_and_no_more_with_more_cases(
    council: Council, monitoring_officer: Person
) -> None:
    case = a_case(council, State.ANSWERED, received_on=ago(20), member=a_member(group=a_group()))
    client, counted = signed_in(monitoring_officer), []
    client.get(reverse("dashboard"))
    for more in (3, 300):
        copies(case, more)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(reverse("dashboard")).status_code == 200
        counted.append(len(queries))
    assert counted[0] == counted[1] <= MOST_QUERIES
    who = on_day(monitoring_officer)
    with CaptureQueriesContext(connection) as queries:
        tables(who, year_of(TODAY), today=TODAY)
    assert len(queries) <= MOST_OF_TABLES
