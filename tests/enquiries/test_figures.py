"""Counts for lists and dashboards, and that each agrees with the list behind it."""

import datetime

import pytest
from django.utils import timezone

from enquiries.actions.replying import HoldingReply, send_holding_reply, send_reply
from enquiries.clock import Clock
from enquiries.models import Enquiry
from enquiries.screens import figures
from enquiries.screens.narrowing import IN_TIME, LATE, Day, Narrowing, soon_until
from enquiries.states import State
from rulebook.post import Post
from tests.enquiries.many import copies
from tests.enquiries.months import total
from tests.factories.council import a_holder_of, a_member
from tests.factories.enquiries import an_enquiry, moment, on_day
from tests.factories.odd_figures import agreed_alone, declined, promised_twice
from tests.factories.repairs import Council, a_case, the_repairs_team

TODAY = timezone.localdate()


@pytest.fixture
def council(db: None) -> Council:
    """Exampleshire's repairs."""
    return the_repairs_team()


def ago(days: int) -> datetime.date:
    """So many days before today."""
    return TODAY - datetime.timedelta(days=days)


def everything() -> figures.Enquiries:
    """What a deputy monitoring officer sees; each call makes another."""
    return figures.all_visible(on_day(a_holder_of(Post.DEPUTY_MONITORING_OFFICER)))


def reply(council: Council, case: Enquiry, *, on: datetime.date) -> None:
    """The full reply, sent that day."""
    who = on_day(council.officer, on)
    send_reply(who=who, enquiry=case, text="Done.", forward_text="", at=moment(on, 12))


@pytest.mark.parametrize(("days_taken", "in_time"), [(0, 1), (9, 1), (10, 1), (11, 0), (25, 0)])
def test_a_reply_on_or_before_the_first_date_is_in_time(
    council: Council, days_taken: int, in_time: int
) -> None:
    case = a_case(council, received_on=ago(40))
    reply(council, case, on=ago(40 - days_taken))
    month = total(figures.by_month(everything(), today=TODAY))
    assert month
    assert (month.due, month.in_time, month.promised) == (1, in_time, 0)


@pytest.mark.parametrize(("received", "in_time"), [(0, 1), (10, 1), (11, 0)])
def test_an_open_enquiry_is_in_time_until_its_date_is_past(
    council: Council, received: int, in_time: int
) -> None:
    a_case(council, received_on=ago(received))
    month = total(figures.by_month(everything(), today=TODAY))
    assert month
    assert (month.due, month.in_time) == (1, in_time)


@pytest.mark.parametrize(("answered", "kept"), [(13, 1), (14, 1), (15, 0)])
def test_a_promise_is_figured_beside_the_first_date_and_never_in_its_place(
    council: Council, answered: int, kept: int
) -> None:
    case = a_case(council, State.HOLDING, received_on=ago(40), promised_on=ago(26))
    reply(council, case, on=ago(40 - answered))
    month = total(figures.by_month(everything(), today=TODAY))
    assert month
    assert (month.due, month.in_time, month.promised, month.kept) == (1, 0, 1, kept)


def test_withdrawn_ones_and_drafts_are_left_out(council: Council) -> None:
    a_case(council, State.WITHDRAWN)
    an_enquiry(state=State.DRAFT)
    assert figures.by_month(everything(), today=TODAY) == []


def test_a_later_reply_does_not_hide_that_the_first_was_in_time(council: Council) -> None:
    case = a_case(council, State.REOPENED, received_on=ago(40))
    reply(council, case, on=ago(5))
    month = total(figures.by_month(everything(), today=TODAY))
    assert month
    assert (month.due, month.in_time) == (1, 1)


def test_a_promise_after_reopening_is_not_the_promise_of_the_first_reply(council: Council) -> None:
    case = a_case(council, State.REOPENED, received_on=ago(40))
    promise = HoldingReply("The part is late.", "It is ordered.", TODAY + datetime.timedelta(days=9))
    send_holding_reply(who=on_day(council.officer), enquiry=case, reply=promise, at=timezone.now())
    month = total(figures.by_month(everything(), today=TODAY))
    assert month
    assert month.promised == 0


def test_a_second_holding_reply_does_not_undo_a_broken_promise(council: Council) -> None:
    case = promised_twice(council, ago(45), TODAY)
    assert case.promised_on is not None
    assert case.promised_on > TODAY
    month = total(figures.by_month(everything(), today=TODAY))
    assert month
    assert (month.promised, month.kept) == (1, 0)
    assert Narrowing(promise=LATE).of(everything(), day=Day(TODAY, TODAY)).get() == case


def test_a_date_that_was_agreed_is_no_holding_reply(council: Council) -> None:
    case = agreed_alone(council, ago(45), TODAY)
    assert case.promised_on == case.agreed_on == ago(1)
    month = total(figures.by_month(everything(), today=TODAY))
    assert month
    assert (month.due, month.promised) == (1, 0)


def test_what_was_declined_was_answered_whether_it_is_reopened_or_not(council: Council) -> None:
    case = declined(council, ago(45))
    assert case.reopened_on is not None
    assert case.answered_on == ago(25)
    month = total(figures.by_month(everything(), today=TODAY))
    assert month
    assert (month.due, month.in_time) == (1, 1)


def test_every_figure_of_a_month_agrees_with_the_list_behind_it(council: Council) -> None:
    for back in (2, 12, 40, 70):
        a_case(council, received_on=ago(back))
        a_case(council, State.HOLDING, received_on=ago(back), promised_on=ago(back - 15))
        a_case(council, State.REOPENED, received_on=ago(back))
        a_case(council, State.WITHDRAWN, received_on=ago(back))
    seen, day = everything(), Day(TODAY, TODAY)
    months = figures.by_month(seen, today=TODAY)
    assert len(months) >= 2
    for month in months:
        behind = {
            name: narrowing.of(seen, day=day).count()
            for name, narrowing in {
                "in_time": Narrowing(received=month.key, first=IN_TIME),
                "late": Narrowing(received=month.key, first=LATE),
                "kept": Narrowing(received=month.key, promise=IN_TIME),
                "broken": Narrowing(received=month.key, promise=LATE),
            }.items()
        }
        assert behind["in_time"] == month.in_time
        assert behind["in_time"] + behind["late"] == month.due
        assert behind["kept"] == month.kept
        assert behind["kept"] + behind["broken"] == month.promised


def test_directorates_stand_most_overdue_first_and_agree_with_their_lists(council: Council) -> None:
    a_case(council, received_on=ago(30))
    a_case(council, received_on=ago(13))
    a_case(council, State.SENT)
    an_enquiry()
    an_enquiry(unsure=True)
    tallies = figures.by_directorate(everything(), today=TODAY)
    first = tallies[0]
    assert (first.name, first.open, first.overdue, first.unowned) == ("Housing", 3, 2, 1)
    assert first.oldest_on == ago(20)
    assert any(tally.name == "" for tally in tallies)
    day = Day(TODAY, TODAY)
    for tally in tallies:
        late = Narrowing(due="overdue", directorate=tally.key)
        opened = Narrowing(state="open", directorate=tally.key)
        assert late.of(everything(), day=day).count() == tally.overdue
        assert opened.of(everything(), day=day).count() == tally.open


def test_a_confidential_case_is_in_no_count_of_whoever_may_not_see_it(council: Council) -> None:
    a_case(council, is_confidential=True)
    director = on_day(council.director)
    assert figures.by_directorate(figures.all_visible(director), today=TODAY) == []
    colleague = on_day(council.colleague)
    assert figures.capped(figures.all_visible(colleague)) == "0"
    assert figures.needing_officer(colleague) == 0


def test_the_badge_counts_what_waits_for_the_officer(council: Council) -> None:
    for state in (State.ALLOCATED, State.HOLDING, State.WAITING, State.ANSWERED, State.CLOSED):
        a_case(council, state)
    assert figures.needing_officer(on_day(council.officer)) == 2
    assert figures.needing_officer(on_day(a_member())) == 0
    assert figures.needing_route(on_day(council.officer)) == 0


def test_counts_stop_at_the_cap(council: Council) -> None:
    copies(a_case(council), 11)
    assert figures.capped(Enquiry.objects.all(), cap=12) == "12"
    assert figures.capped(Enquiry.objects.all(), cap=11) == "11+"


@pytest.mark.parametrize(
    ("part", "whole", "words"),
    [(2, 3, "2 of 3"), (4, 5, "80% (4 of 5)"), (0, 0, "0 of 0"), (1999, 2000, "100% (1,999 of 2,000)")],
)
def test_small_numbers_have_no_percentage(part: int, whole: int, words: str) -> None:
    assert figures.share(part, whole) == words


@pytest.mark.parametrize(
    ("today", "first"),
    [
        (datetime.date(2026, 11, 23), datetime.date(2025, 12, 1)),
        (datetime.date(2026, 12, 31), datetime.date(2026, 1, 1)),
        (datetime.date(2026, 1, 1), datetime.date(2025, 2, 1)),
    ],
)
def test_the_table_covers_this_month_and_the_eleven_before(
    today: datetime.date, first: datetime.date
) -> None:
    assert figures.first_month(today) == first


def test_soon_is_three_days_in_the_unit_of_the_text(db: None) -> None:
    friday = datetime.date(2026, 11, 20)
    clock = Clock.read()
    assert soon_until(clock, text="waltham-forest", today=friday) == datetime.date(2026, 11, 23)
