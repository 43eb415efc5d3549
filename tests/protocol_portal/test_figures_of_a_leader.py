"""The periods of a leader: quarters that are over, so that no page less another tells of a member’s case."""

import csv
import datetime
import io
from collections.abc import Iterator
from itertools import combinations

import pytest
import time_machine
from django.urls import reverse

from casework.rules.periods import Period, month_of, quarter_of, year_of
from council.models import Person
from enquiries.models import Enquiry
from enquiries.states import State
from protocol_portal.figures.choosing import apart, days_of, offered
from tests.enquiries.many import copies
from tests.factories.browsers import signed_in
from tests.factories.council import a_group, a_member
from tests.factories.enquiries import moment
from tests.factories.repairs import a_case, the_repairs_team

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 8, 10)
SPRING = quarter_of(datetime.date(2026, 4, 1))
# Of each month how many were received, and how many of them were answered late.
MONTHS = {4: (22, 2), 5: (20, 8), 6: (14, 7)}
DAY = datetime.timedelta(days=1)


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    """The second quarter of 2026/27 goes on."""
    with time_machine.travel(moment(TODAY), tick=False):
        yield


@pytest.fixture
def leader() -> Person:
    """Of a group whose members asked in each of the months."""
    council, person = the_repairs_team(), a_member(group=a_group(), office="leader")
    for month, (received, late) in MONTHS.items():
        first = datetime.date(2026, month, 1)
        for number, answered in ((late, first + 20 * DAY), (received - late, first + 5 * DAY)):
            case = a_case(council, State.ANSWERED, received_on=first, member=person)
            Enquiry.objects.filter(pk=case.pk).update(due_on=first + 10 * DAY, answered_on=answered)
            copies(case, number - 1)
    return person


def file_of(person: Person, **asked: str) -> tuple[str, dict[str, str]]:
    """The name of the file, and the late ones of each line of the months."""
    answer = signed_in(person).get(reverse("figures-csv"), asked)
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    late = {row[1]: row[3] for row in rows if "by month" in row[0] and row[2].startswith("Late")}
    return answer["Content-Disposition"], late


@pytest.mark.parametrize("day", ["2026-03-31", "2026-04-01", "2026-06-30", "2026-08-10", "2028-02-29"])
def test_no_two_periods_of_a_leader_share_a_day_and_none_goes_on(day: str) -> None:
    on = datetime.date.fromisoformat(day)
    found = [period for period, _words in apart(on)]
    assert len(found) == 5
    assert all(period.is_over(on) for period in found)
    assert not [
        pair for pair in combinations(found, 2) if pair[0].first in pair[1] or pair[1].first in pair[0]
    ]


def test_the_page_of_a_leader_begins_with_the_last_quarter_that_is_over(leader: Person) -> None:
    page = signed_in(leader).get(reverse("dashboard")).content.decode()
    assert f"From {days_of(SPRING)}" in page
    assert "periods are quarters that are over" in page
    assert page.count("<option") == 5


@pytest.mark.parametrize(
    "period",
    [
        month_of(datetime.date(2026, 6, 1)),
        month_of(TODAY),
        quarter_of(TODAY),
        year_of(TODAY),
        year_of(TODAY).before,
        Period(SPRING.first, SPRING.last - DAY),
    ],
)
def test_a_period_within_another_is_not_among_them(leader: Person, period: Period) -> None:
    page = signed_in(leader).get(reverse("dashboard"), {"period": period.key}).content.decode()
    assert "Choose one of the periods of the list" in page
    assert f"From {days_of(SPRING)}" in page
    assert file_of(leader, period=period.key) == file_of(leader)


def test_april_is_hidden_and_no_other_page_gives_it_away(leader: Person) -> None:
    read = [file_of(leader, period=period.key) for period, _words in offered(TODAY)]
    assert {name for name, late in read if late.get("June 2026")} == {
        f'attachment; filename="figures-{SPRING.key}.csv"'
    }
    found = dict(read)[f'attachment; filename="figures-{SPRING.key}.csv"']
    hidden = [name for name in ("April 2026", "May 2026", "June 2026") if not found[name].isdigit()]
    assert "April 2026" in hidden
    assert len(hidden) == 2
    assert found["All months"] == "17"
