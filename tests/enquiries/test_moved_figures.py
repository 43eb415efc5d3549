"""What was moved to another process is counted apart, unless it was late before; lists and files show it."""

import csv
import datetime
import io
import re

import pytest
from django.db.models import Value
from django.urls import reverse
from django.utils import timezone

from council.models import Person
from enquiries.actions import following
from enquiries.actions import redirecting as actions
from enquiries.actions.keeping_time import remind
from enquiries.actions.merging import merge_enquiries
from enquiries.clock import Clock
from enquiries.models import Enquiry
from enquiries.screens import figures
from enquiries.screens.narrowing import IN_TIME, LATE, MOVED, Day, Narrowing
from enquiries.screens.outcomes import by_end, outcomes
from enquiries.screens.rows import row
from enquiries.states import State
from rulebook.post import Post
from rulebook.triage import Handling
from tests.enquiries.months import total
from tests.factories.browsers import signed_in
from tests.factories.council import a_holder_of
from tests.factories.enquiries import COMPLAINT, MISSING, PLACE, WHY_THERE, moment, on_day
from tests.factories.repairs import Council, a_case, the_repairs_team

TODAY = timezone.localdate()
DAY = Day(TODAY, TODAY + datetime.timedelta(days=3))


@pytest.fixture
def council(db: None) -> Council:
    """Exampleshire's repairs."""
    return the_repairs_team()


def ago(days: int) -> datetime.date:
    """So many days before today."""
    return TODAY - datetime.timedelta(days=days)


def moved(
    council: Council, *, received: int, on: int, expected: int = -20, state: State = State.ALLOCATED
) -> Enquiry:
    """Received, moved and expected so many days ago; ten days were given for the reply."""
    enquiry = a_case(council, state, received_on=ago(received))
    Enquiry.objects.filter(pk=enquiry.pk).update(facts=COMPLAINT)
    move = actions.Move(Handling.CORPORATE_COMPLAINT, PLACE, WHY_THERE, expected_on=ago(expected))
    who = on_day(council.officer, ago(on))
    actions.redirect_enquiry(who=who, enquiry=enquiry, move=move, at=moment(ago(on)))
    return Enquiry.objects.get(pk=enquiry.pk)


def brought_back(council: Council, enquiry: Enquiry, on: int) -> Enquiry:
    """The outcome, told so many days ago."""
    who = on_day(council.officer, ago(on))
    actions.record_outcome(who=who, enquiry=enquiry, text="Upheld.", at=moment(ago(on), 12))
    return Enquiry.objects.get(pk=enquiry.pk)


def monitoring_officer() -> Person:
    """Sees every enquiry."""
    return a_holder_of(Post.DEPUTY_MONITORING_OFFICER)


def counted(who: Person) -> tuple[int, int, int, int]:
    """Due and in time by month, moved apart, and late in the list."""
    found = figures.all_visible(on_day(who))
    month = total(figures.by_month(found, today=TODAY))
    late = Narrowing(first=LATE).of(found, day=DAY).count()
    return (
        month.due if month else 0,
        month.in_time if month else 0,
        Narrowing(first=MOVED).of(found, day=DAY).count(),
        late,
    )


# Received 40 days ago, so due 30 days ago: moved on which day, with an outcome or not.
@pytest.mark.parametrize(
    ("on", "outcome", "expected"),
    [
        (39, None, (0, 0, 1, 0)),
        (30, None, (0, 0, 1, 0)),
        (29, None, (1, 0, 0, 1)),
        (30, 2, (0, 0, 1, 0)),
        (29, 2, (1, 0, 0, 1)),
    ],
)
def test_what_was_moved_by_the_first_date_is_counted_apart_and_what_was_late_stays_late(
    council: Council, on: int, outcome: int | None, expected: tuple[int, int, int, int]
) -> None:
    enquiry = moved(council, received=40, on=on)
    if outcome is not None:
        brought_back(council, enquiry, outcome)
    assert counted(monitoring_officer()) == expected


def test_taken_back_it_counts_as_any_other(council: Council) -> None:
    enquiry = moved(council, received=40, on=39)
    who = on_day(council.officer, ago(35))
    actions.bring_back(who=who, enquiry=enquiry, reason="It is none.", at=moment(ago(35)))
    assert counted(monitoring_officer()) == (1, 0, 0, 1)


@pytest.mark.parametrize("end", [State.MERGED, State.WITHDRAWN])
def test_moved_in_time_reopened_and_ended_it_stands_in_one_line_and_its_list(
    council: Council, end: State
) -> None:
    enquiry = brought_back(council, moved(council, received=40, on=39), 2)
    member, officer = on_day(council.member), on_day(council.officer)
    following.reopen_enquiry(who=member, enquiry=enquiry, missing=MISSING, at=timezone.now())
    if end is State.MERGED:
        merge_enquiries(who=officer, merged=enquiry, into=a_case(council), at=timezone.now())
    else:
        following.withdraw_enquiry(who=member, enquiry=enquiry, at=timezone.now())
    found = figures.all_visible(on_day(monitoring_officer()))
    rows = outcomes(found.annotate(earlier=Value(value=False)), today=TODAY, place="service")
    number = by_end(rows)
    assert number[end] == 1
    assert Narrowing(state=end).of(found, day=DAY).count() == 1
    assert number[MOVED] == Narrowing(first=MOVED).of(found, day=DAY).count() == 0


def test_a_promise_is_not_broken_by_moving_it_before_its_day(council: Council) -> None:
    # The holding reply was sent on the day of receipt and promised a day four after the first date.
    enquiry = moved(council, received=40, on=28, state=State.HOLDING)
    assert enquiry.promised_on == ago(26)
    found = figures.all_visible(on_day(monitoring_officer()))
    assert Narrowing(promise=LATE).of(found, day=DAY).count() == 0
    assert Narrowing(promise=IN_TIME).of(found, day=DAY).count() == 0
    assert Narrowing(first=LATE).of(found, day=DAY).count() == 1


def test_the_figure_of_the_dashboard_is_the_list_behind_it(council: Council) -> None:
    officer = monitoring_officer()
    for number in range(3):
        moved(council, received=20 + number, on=15 + number)
    a_case(council)
    browser = signed_in(officer)
    page = browser.get(reverse("dashboard")).content.decode()
    assert re.search(r'all/\?received=[^"]*&amp;first=moved">3<', page)
    listed = browser.get(f"{reverse('all-cases')}?first=moved").content.decode()
    assert "3 cases" in listed
    assert "Moved to another process in time" in listed
    found = figures.all_visible(on_day(officer))
    assert Narrowing(first=MOVED).of(found, day=DAY).count() == 3


@pytest.mark.parametrize(
    ("expected", "number", "label", "status", "line"),
    [
        (-20, "20", "days to the date there", "Redirected", "is expected there by"),
        (-1, "1", "day to the date there", "Redirected", "is expected there by"),
        (0, "Today", "the date there", "Redirected", "is expected there by"),
        (2, "2", "days past the date there", "Overdue", "was expected there by"),
    ],
)
def test_a_list_counts_the_days_to_the_date_there(
    council: Council, expected: int, number: str, label: str, status: str, line: str
) -> None:
    enquiry = moved(council, received=9, on=8, expected=expected)
    shown = row(enquiry, clock=Clock.read(), today=TODAY, for_staff=True)
    assert shown.tile
    assert (shown.tile.number, shown.tile.label, shown.status) == (number, label, status)
    assert line in shown.line


def test_an_outcome_is_called_neither_late_nor_in_time_where_it_was_moved_in_time(council: Council) -> None:
    enquiry = brought_back(council, moved(council, received=40, on=35), 2)
    enquiry = Enquiry.objects.get(pk=enquiry.pk)
    enquiry.__dict__["state"] = State.CLOSED.value
    shown = row(enquiry, clock=Clock.read(), today=TODAY, for_staff=True)
    assert shown.line == "Moved to another process; outcome in 38 days"


def test_it_needs_the_officer_again_once_the_date_there_is_past(council: Council) -> None:
    moved(council, received=9, on=8)
    assert figures.needing_officer(on_day(council.officer)) == 0
    page = signed_in(council.officer).get(reverse("my-cases")).content.decode()
    assert "Handled elsewhere</h2>" in page
    late = moved(council, received=9, on=8, expected=1)
    assert figures.needing_officer(on_day(council.officer)) == 1
    assert remind(enquiry=late, on=TODAY, at=moment(TODAY)) or TODAY.weekday() > 4


def test_the_file_says_when_it_was_moved(council: Council) -> None:
    moved(council, received=9, on=8)
    answer = signed_in(monitoring_officer()).get(reverse("all-cases-csv"))
    [heading, line] = csv.reader(io.StringIO(answer.content.decode("utf-8-sig")))
    told = dict(zip(heading, line, strict=True))
    assert told["Moved to another process"] == ago(8).isoformat()
    assert line[5] == "Redirected"
