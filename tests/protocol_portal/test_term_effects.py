"""What a local term does, in sentences: the date with it and without it, on the first day that is to come."""

from datetime import date, timedelta

import pytest

from casework.models import LocalTerm as Row
from enquiries.states import State
from protocol_portal.term_effects import TERMS_FOR, Effect, beginning, effect, ending, open_cases
from rulebook.bank_holidays import shipped_calendars
from rulebook.duty import Duty
from rulebook.local_term import SHARES, LocalTerm
from rulebook.post import Post
from rulebook.protocols import PROTOCOLS
from tests.factories.council import a_holder_of
from tests.factories.enquiries import an_enquiry, on_day

TODAY = date(2026, 11, 25)
TOMORROW = TODAY + timedelta(days=1)


def a_term(duty: Duty = Duty.REPLY, value: int = 4, unit: str = "working-days", **days: date) -> LocalTerm:
    """A term from today."""
    return LocalTerm(duty, value, unit, "Minute 7", **{"from_on": TODAY, **days})


def said(found: Effect) -> tuple[str, ...]:
    """Its sentences, with plain spaces."""
    return tuple(line.replace("\xa0", " ") for line in (found.says, found.otherwise, *found.notes))


def begins(term: LocalTerm, *others: LocalTerm, text: str = "waltham-forest") -> tuple[str, ...]:
    """What is said of a new term."""
    turn = beginning(term, others)
    return said(effect(term.duty, turn, text=text, calendars=shipped_calendars(), today=TODAY))


def ends(term: LocalTerm, last: date, *others: LocalTerm, text: str = "waltham-forest") -> tuple[str, ...]:
    """What is said of its end."""
    turn = ending(term, last, (term, *others))
    return said(effect(term.duty, turn, text=text, calendars=shipped_calendars(), today=TODAY))


def test_a_term_from_today_says_the_date_with_it_and_without_it() -> None:
    assert begins(a_term()) == (
        "An enquiry sent today would be due Tuesday 1 December 2026 (4 working days).",
        "Without the term it would be due Saturday 5 December 2026 (10 calendar days).",
    )


@pytest.mark.parametrize("text", ["haringey", "wokingham-2007", "wokingham-2014", "parish"])
def test_where_the_text_gives_no_number_nothing_would_be_due_without_it(text: str) -> None:
    assert begins(a_term(), text=text)[1] == (
        "Without the term it would have no date: the protocol gives no number of days."
    )
    assert ends(a_term(), TODAY, text=text)[:2] == (
        "An enquiry sent on Thursday 26 November 2026 would have no date: "
        "neither the protocol nor the council sets one.",
        "With the term it would be due Wednesday 2 December 2026 (4 working days).",
    )


@pytest.mark.parametrize(
    ("value", "unit", "length"),
    [
        (1, "calendar-days", "Thursday 26 November 2026 (1 calendar day)"),
        (10, "calendar-days", "Saturday 5 December 2026 (10 calendar days)"),
        (1, "working-days", "Thursday 26 November 2026 (1 working day)"),
        (1, "month", "Friday 25 December 2026 (1 month)"),
        (2, "month", "Monday 25 January 2027 (2 months)"),
    ],
)
def test_each_unit_is_named_so_that_none_is_taken_for_another(value: int, unit: str, length: str) -> None:
    assert length in begins(a_term(value=value, unit=unit))[0]


def test_a_term_that_begins_later_speaks_of_its_first_day_and_of_what_holds_until_then() -> None:
    old = a_term(value=8, from_on=date(2020, 1, 1), to_on=TODAY)
    assert begins(a_term(from_on=TOMORROW), old) == (
        "An enquiry sent on Thursday 26 November 2026 "
        "would be due Wednesday 2 December 2026 (4 working days).",
        "Without the term it would be due Sunday 6 December 2026 (10 calendar days).",
        "The term begins on Thursday 26 November 2026. Until then it changes nothing.",
        "Until Wednesday 25 November 2026 it is 8 working days (Minute 7).",
    )


def test_a_term_that_began_in_the_past_says_for_what_it_holds() -> None:
    told = begins(a_term(from_on=date(2026, 5, 1)))
    assert told[0].startswith("An enquiry sent today would be due Tuesday 1 December 2026")
    assert "cases that are open already are not under it" in told[2]


def test_an_end_speaks_of_the_day_after_and_of_the_term_that_follows() -> None:
    follows = a_term(value=2, from_on=TOMORROW)
    assert ends(a_term(), TODAY, follows)[:2] == (
        "An enquiry sent on Thursday 26 November 2026 would be due Monday 30 November 2026 (2 working days).",
        "With the term it would be due Wednesday 2 December 2026 (4 working days).",
    )


def test_closing_and_reopening_have_their_own_sentences() -> None:
    assert begins(a_term(Duty.CLOSE)) == (
        "An enquiry answered today would close by itself after Tuesday 1 December 2026 (4 working days), "
        "unless the member says that it is not answered.",
        "Without the term it would stay open until the member closes it.",
    )
    assert begins(a_term(Duty.REOPEN)) == (
        "An enquiry reopened today would be due Tuesday 1 December 2026 (4 working days).",
        "Without the term it would be due Saturday 5 December 2026 (10 calendar days).",
    )
    assert begins(a_term(Duty.REOPEN), text="parish")[1].endswith("the protocol gives no number of days.")


@pytest.mark.parametrize("text", PROTOCOLS)
def test_the_other_clocks_have_their_own_sentences_under_each_text(text: str) -> None:
    assert begins(a_term(Duty.ACKNOWLEDGE, 1), text=text) == (
        "An enquiry sent today would have to be acknowledged by Thursday 26 November 2026 (1 working day).",
        "Without the term it would have no date by which it is acknowledged.",
    )
    assert begins(a_term(Duty.ASK_MEMBER, 5), text=text) == (
        "A question put to a member today would have to be answered by Wednesday 2 December 2026 "
        "(5 working days).",
        "Without the term it would have no date by which it is answered.",
    )


def test_a_term_that_repeats_the_text_makes_no_difference() -> None:
    term = a_term(value=10, unit="calendar-days")
    turn = beginning(term, ())
    found = effect(Duty.REPLY, turn, text="waltham-forest", calendars=shipped_calendars(), today=TODAY)
    assert not found.changes


@pytest.mark.parametrize(
    ("duty", "sentences"),
    [
        (
            Duty.ACKNOWLEDGE_COMPLAINT,
            (
                "A complaint received today would have to be acknowledged by "
                "Tuesday 1 December 2026 (4 working days).",
                "Without the term it would be due Wednesday 2 December 2026 (5 working days), "
                "as the portal promises by itself.",
            ),
        ),
        (
            Duty.TELL_OUTCOME,
            (
                "Whoever is told today how their complaint goes would hear again by "
                "Tuesday 1 December 2026 (4 working days).",
                "Without the term it would be by Wednesday 9 December 2026 (10 working days), "
                "as the portal promises by itself.",
            ),
        ),
    ],
)
def test_a_term_for_complaints_says_what_the_portal_promises_without_it(
    duty: Duty, sentences: tuple[str, ...]
) -> None:
    assert begins(a_term(duty)) == sentences
    assert ends(a_term(duty), TODAY)[0].count("working days") == 1


def a_target(value: int = 90, **days: date) -> LocalTerm:
    """A share from today."""
    return a_term(Duty.ANSWER_IN_TIME, value, "per-cent", **days)


@pytest.mark.parametrize(
    ("days", "sentences"),
    [
        (
            {},
            (
                "From December 2026 on figures hold what was answered in time against 90%.",
                "Without the term no target would be shown.",
            ),
        ),
        (
            {"from_on": date(2026, 11, 1)},
            (
                "From November 2026 on figures hold what was answered in time against 90%.",
                "Without the term no target would be shown.",
                "The term begins in the past: figures of the months since are held against it, too. Reports "
                "that were made stay as they are.",
            ),
        ),
        (
            {"to_on": date(2026, 11, 30)},
            ("No month begins while the term holds, so that figures show nothing of it.", ""),
        ),
    ],
)
def test_a_target_says_from_which_month_it_is_shown(
    days: dict[str, date], sentences: tuple[str, ...]
) -> None:
    assert begins(a_target(**days)) == sentences


def test_a_target_that_follows_another_says_both() -> None:
    before = a_target(85, from_on=date(2025, 4, 1), to_on=TODAY - timedelta(days=1))
    assert begins(a_target(), before)[-1] == ("Until Tuesday 24 November 2026 it is 85% (Minute 7).")
    assert ends(a_target(), TODAY)[:2] == (
        "From December 2026 on figures show no target.",
        "With the term it would be 90%.",
    )


@pytest.mark.parametrize("duty", Duty)
@pytest.mark.parametrize("text", PROTOCOLS)
def test_every_duty_either_changes_a_date_or_says_plainly_that_nothing_does(duty: Duty, text: str) -> None:
    if duty in SHARES:
        assert "against 4%" in begins(a_term(duty, unit="per-cent"), text=text)[0]
        return
    says, otherwise, *_notes = begins(a_term(duty), text=text)
    if duty in TERMS_FOR:
        assert "Tuesday 1 December 2026 (4 working days)" in says
        assert otherwise
    else:
        assert (says, otherwise) == (
            "The portal keeps this term on record and works no date out by it.",
            "",
        )


@pytest.mark.django_db
def test_open_cases_are_counted_as_far_as_the_keeper_may_see_them() -> None:
    keeper = on_day(a_holder_of(Post.DEMOCRATIC_SERVICES))
    an_enquiry()
    assert open_cases(Duty.REPLY, keeper)[0].startswith("1 open enquiry that you may see keeps its date,")
    an_enquiry()
    an_enquiry(state=State.CLOSED)
    an_enquiry(is_confidential=True)
    (kept,) = open_cases(Duty.REPLY, keeper)
    assert kept.startswith("2 open enquiries that you may see keep their dates,")


@pytest.mark.django_db
def test_open_cases_without_a_date_get_none(settings: object) -> None:
    settings.PROTOCOL = "haringey"  # type: ignore[attr-defined]
    an_enquiry()
    found = open_cases(Duty.REPLY, on_day(a_holder_of(Post.DEMOCRATIC_SERVICES)))
    assert found[0].startswith("0 open enquiries")
    assert found[1] == "1 has no date, because no number of days held when it was sent, and gets none."
    assert not Row.objects.exists()


@pytest.mark.django_db
def test_of_other_duties_the_page_says_what_becomes_of_cases_on_their_way() -> None:
    keeper = on_day(a_holder_of(Post.DEMOCRATIC_SERVICES))
    assert "keep the day on which they close" in open_cases(Duty.CLOSE, keeper)[0]
    assert "keep their dates" in open_cases(Duty.REOPEN, keeper)[0]
    assert "keep the date that they have" in open_cases(Duty.ACKNOWLEDGE, keeper)[0]
    assert "Questions that were put already keep" in open_cases(Duty.ASK_MEMBER, keeper)[0]
    assert open_cases(Duty.ANSWER_IN_TIME, keeper) == ("A target moves no date of any enquiry.",)
    assert open_cases(Duty.REDIRECT, keeper) == ()
