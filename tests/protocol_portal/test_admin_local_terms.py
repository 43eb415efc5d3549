"""Local terms in the admin: nothing is saved that was not read, and nothing that was typed is lost."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from casework.models import LocalTerm
from casework.wording import long_date
from council.models import Person
from rulebook.duty import Duty
from rulebook.period import LONGEST
from rulebook.post import Post
from tests.factories.browsers import signed_in
from tests.factories.casework import a_local_term
from tests.factories.council import a_holder_of, a_member, a_person, an_officer
from tests.factories.enquiries import an_enquiry
from tests.factories.reviewed import page_of, seen_on

LIST = "/admin/casework/localterm/"
ADD = f"{LIST}add/"
TERM = {
    "duty": "reply",
    "value": "8",
    "unit": "calendar-days",
    "paragraph": "Council, minute 7",
    "from_on": "",
    "to_on": "",
}

pytestmark = pytest.mark.django_db


@pytest.fixture
def person() -> Person:
    """Democratic services."""
    return a_holder_of(Post.DEMOCRATIC_SERVICES)


@pytest.fixture
def keeper(person: Person) -> Client:
    """Their browser."""
    return signed_in(person)


def ahead(days: int) -> str:
    """So many days from today, as it is typed."""
    return f"{timezone.localdate() + timedelta(days=days):%d/%m/%Y}"


def typed(**changed: object) -> dict[str, object]:
    """A good term from today, save what is given."""
    return {**TERM, "from_on": ahead(0), **changed}


def change(term: LocalTerm) -> str:
    """The address of a term."""
    return f"{LIST}{term.pk}/change/"


def test_nothing_is_saved_before_the_page_of_what_it_does_was_read(keeper: Client, person: Person) -> None:
    page = page_of(keeper, ADD, typed())
    assert not LocalTerm.objects.exists()
    due = long_date(timezone.localdate() + timedelta(days=8))
    assert f"An enquiry sent today would be due {due} (8 calendar days)." in page
    assert "Without the term it would be due" in page
    assert "DL-WF-1" in page
    assert "Save this term" in page
    answer = keeper.post(ADD, {**typed(), "seen": seen_on(page), "_save": "1"})
    assert (answer.status_code, answer["Location"]) == (302, LIST)
    term = LocalTerm.objects.get()
    assert (term.duty, term.value, term.unit, term.set_by) == ("reply", 8, "calendar-days", person)
    assert term.set_at <= timezone.now()


def test_a_target_is_kept_as_a_share_with_its_minute(keeper: Client) -> None:
    share = typed(duty="answer-in-time", value="90", unit="per-cent", from_on=ahead(40))
    page = page_of(keeper, ADD, share)
    assert "on figures hold what was answered in time against 90%." in page
    assert "A target moves no date of any enquiry." in page
    keeper.post(ADD, {**share, "seen": seen_on(page), "_save": "1"})
    term = LocalTerm.objects.get()
    assert str(term) == "Reach the target for answers in time: 90%"
    assert "Reach the target for answers in time: 90%" in keeper.get(LIST).content.decode()


def test_all_that_was_typed_comes_back_to_be_changed(keeper: Client) -> None:
    asked = typed(paragraph='Minute "7" & <b>8</b>', to_on=ahead(40), from_on="1 Dec 2031", value="9")
    asked["to_on"] = "31/12/2031"
    page = keeper.post(ADD, asked)
    again = keeper.get(page.context["change_it"])
    form = again.context["adminform"].form
    assert {name: form[name].value() for name in asked} == asked
    assert "<b>8</b>" not in page.content.decode() + again.content.decode()


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"value": "0"}, "Enter a whole number from 1 to 3660"),
        ({"value": str(LONGEST + 1)}, "Enter a whole number from 1 to 3660"),
        ({"value": "-3"}, "Enter a whole number from 1 to 3660"),
        ({"value": "eight"}, "Enter a whole number from 1 to 3660"),
        ({"value": "9" * 5000}, "Enter a whole number from 1 to 3660"),
        ({"value": ""}, "Enter a whole number from 1 to 3660"),
        ({"duty": ""}, "Choose what it is about"),
        ({"duty": "redirect"}, "a term for another rule would change nothing"),
        ({"duty": "divination"}, "a term for another rule would change nothing"),
        ({"unit": "clear-days"}, "clear days are counted before a meeting"),
        ({"unit": "fortnights"}, "Choose calendar days, working days or months"),
        ({"unit": "per-cent"}, "per cent is for a target alone"),
        ({"duty": "answer-in-time"}, "Choose per cent: a target is a share"),
        (
            {"duty": "answer-in-time", "unit": "per-cent", "value": "101"},
            "Enter a whole number from 1 to 100",
        ),
        ({"paragraph": ""}, "Enter the paragraph or minute"),
        ({"paragraph": " \t"}, "Enter the paragraph or minute"),
        ({"paragraph": "\u200b\u2060"}, "Enter the paragraph or minute"),
        ({"paragraph": "m" * 201}, "must be 200 characters or fewer"),
        ({"from_on": ""}, "Enter first day"),
        ({"from_on": "31/02/2026"}, "Enter a real date, like 25/11/2026"),
        ({"from_on": "1/1/20026"}, "Enter a real date, like 25/11/2026"),
        ({"to_on": "tomorrow"}, "Enter a real date, like 25/11/2026"),
        ({"from_on": ahead(9), "to_on": ahead(8)}, "The last day must be on or after the first day"),
        ({"from_on": ahead(-9), "to_on": ahead(-1)}, "The last day must be today or later"),
    ],
)
def test_each_fault_is_told_in_a_sentence_and_nothing_typed_is_lost(
    keeper: Client, wrong: dict[str, str], told: str
) -> None:
    answer = keeper.post(ADD, typed(**wrong))
    assert told in answer.content.decode()
    assert not seen_on(answer.content.decode())
    form = answer.context["adminform"].form
    assert {name: form[name].value() for name in TERM} == typed(**wrong)
    assert not LocalTerm.objects.exists()


def test_a_nul_in_a_box_is_refused_before_anything_is_saved(keeper: Client) -> None:
    answer = keeper.post(ADD, typed(paragraph="Minute\x007"))
    assert "paragraph" in answer.context["adminform"].form.errors
    assert not LocalTerm.objects.exists()


@pytest.mark.parametrize(
    ("first", "told"), [(0, "holds since"), (30, "holds since"), (-1000, "holds since"), (-4000, "begins on")]
)
def test_a_term_that_overlaps_one_that_goes_on_says_what_to_end_first(
    keeper: Client, first: int, told: str
) -> None:
    a_local_term(Duty.REPLY, 5, paragraph="Minute 3", from_on=date(2020, 5, 7))
    answer = keeper.post(ADD, typed(from_on=ahead(first)))
    page = answer.content.decode()
    assert "Reply: 5 working days (Minute 3)" in page
    assert told in page
    assert ("End it first" in page) is (told == "holds since")


def test_a_term_that_overlaps_one_with_an_end_or_one_to_come_says_so(keeper: Client) -> None:
    today = timezone.localdate()
    a_local_term(from_on=today - timedelta(days=5), to_on=today + timedelta(days=5))
    a_local_term(from_on=today + timedelta(days=20), paragraph="Minute 4")
    ended = keeper.post(ADD, typed(from_on=ahead(5), to_on=ahead(6))).content.decode()
    assert "Choose days on which no other term holds" in ended
    to_come = keeper.post(ADD, typed(from_on=ahead(6))).content.decode()
    assert "(Minute 4) begins on" in to_come
    assert "Enter a last day before it" in to_come
    assert seen_on(page_of(keeper, ADD, typed(from_on=ahead(6), to_on=ahead(19))))
    assert seen_on(page_of(keeper, ADD, typed(duty="close")))


def test_a_second_press_of_save_saves_once_and_says_so(keeper: Client) -> None:
    page = page_of(keeper, ADD, typed())
    sent = {**typed(), "seen": seen_on(page), "_save": "1"}
    keeper.post(ADD, sent)
    second = keeper.post(ADD, sent, follow=True)
    assert second.redirect_chain == [(LIST, 302)]
    assert "This term is saved already." in second.content.decode()
    assert LocalTerm.objects.count() == 1


def test_a_second_press_of_something_else_is_no_second_press(keeper: Client) -> None:
    page = page_of(keeper, ADD, typed())
    sent = {**typed(), "seen": seen_on(page), "_save": "1"}
    keeper.post(ADD, sent)
    for other in ({"value": "9"}, {"paragraph": "Minute 8"}, {"value": "none"}, {"to_on": ahead(9)}):
        assert "End it first" in keeper.post(ADD, {**sent, **other}).content.decode()


def test_what_another_keeper_saved_in_between_is_told_and_nothing_is_lost(keeper: Client) -> None:
    page = page_of(keeper, ADD, typed())
    a_local_term(Duty.REPLY, 3, paragraph="Minute 99", from_on=timezone.localdate())
    answer = keeper.post(ADD, {**typed(), "seen": seen_on(page), "_save": "1"})
    assert "Reply: 3 working days (Minute 99)" in answer.content.decode()
    assert answer.context["adminform"].form["paragraph"].value() == TERM["paragraph"]
    assert LocalTerm.objects.count() == 1


@pytest.mark.parametrize("seen", ["", "forged", "0" * 64])
def test_without_the_page_that_was_read_nothing_is_saved(keeper: Client, seen: str) -> None:
    answer = keeper.post(ADD, {**typed(), "seen": seen, "_save": "1"})
    assert answer.status_code == 200
    assert not LocalTerm.objects.exists()
    assert ("Something changed while you were reading" in answer.content.decode()) is bool(seen)


def test_what_changed_while_the_page_was_read_is_read_again(
    keeper: Client, settings: Settings, tmp_path: Path
) -> None:
    settings.SCENARIOS = str(tmp_path)
    page = page_of(keeper, ADD, typed())
    facts = '{"kind": "member-enquiry", "received": "2026-01-05"}'
    line = f'{{"id": "new", "question": "reply-deadline", "facts": {facts}}}'
    (tmp_path / "ours.jsonl").write_text(line)
    sent = {**typed(), "seen": seen_on(page), "_save": "1"}
    again = keeper.post(ADD, sent)
    assert "Something changed while you were reading" in again.content.decode()
    assert "ours.jsonl" in again.content.decode()
    assert not LocalTerm.objects.exists()
    keeper.post(ADD, {**sent, "seen": seen_on(again.content.decode())})
    assert LocalTerm.objects.exists()


def test_an_enquiry_that_arrives_meanwhile_is_no_reason_to_read_again(keeper: Client) -> None:
    page = page_of(keeper, ADD, typed())
    an_enquiry()
    assert keeper.post(ADD, {**typed(), "seen": seen_on(page)}).status_code == 302


@pytest.mark.parametrize("key", ["waltham-forest", "haringey", "wokingham-2007", "mwda", "parish"])
def test_where_no_number_of_days_holds_the_list_and_the_first_page_say_so(
    keeper: Client, settings: Settings, key: str
) -> None:
    settings.PROTOCOL = key
    says = "The protocol gives no number of days. Add one before opening."
    bare = key not in ("waltham-forest", "mwda")
    for page in (LIST, "/admin/", "/enquiries/to-route/"):
        assert (says in keeper.get(page).content.decode()) is bare, page
    a_local_term(from_on=timezone.localdate() + timedelta(days=1))
    later = keeper.get(LIST).content.decode()
    assert ("No number of days holds today" in later) is bare


def test_the_list_shows_what_holds_today_first_and_is_searched_by_who_and_what(keeper: Client) -> None:
    today, judith = timezone.localdate(), a_person(name="Judith Lavenham")
    a_local_term(Duty.CLOSE, paragraph="Minute 1", to_on=today - timedelta(days=1))
    a_local_term(Duty.REPLY, paragraph="Minute 2", from_on=today + timedelta(days=1))
    a_local_term(Duty.REOPEN, paragraph="Minute 3", set_by=judith)
    page = keeper.get(LIST).content.decode()
    assert page.index("Holds today") < page.index("Begins later") < page.index("Ended</td>")
    for query, count in (("q=lavenham", 1), ("q=Minute", 3), ("duty=close", 1), ("when=later", 1)):
        found = keeper.get(f"{LIST}?{query}").context["cl"].result_count
        assert (query, found) == (query, count)


def test_only_democratic_services_of_the_day_open_or_change_anything() -> None:
    term = a_local_term()
    yesterday = timezone.localdate() - timedelta(days=1)
    others = (
        a_member(),
        an_officer(),
        a_holder_of(Post.MONITORING_OFFICER),
        a_holder_of(Post.DEMOCRATIC_SERVICES, to_on=yesterday),
    )
    for person in others:
        browser = signed_in(person)
        for path in (LIST, ADD, change(term)):
            assert browser.get(path).status_code in {302, 403, 404}, path
            assert browser.post(path, typed()).status_code in {302, 403, 404}, path
    assert Client().post(ADD, typed()).status_code == 302
    term.refresh_from_db()
    assert (LocalTerm.objects.count(), term.to_on) == (1, None)


def test_a_term_that_is_not_there_is_no_page(keeper: Client) -> None:
    for key in ("999999", "none"):
        assert keeper.post(f"{LIST}{key}/change/", {"to_on": ahead(1)}).status_code == 302


def test_every_box_has_help_and_no_address_lists_what_is_no_register(keeper: Client) -> None:
    for page in ("localterm", "closureday", "bankholiday"):
        form = keeper.get(f"/admin/casework/{page}/add/").context["adminform"].form
        assert all(field.help_text for field in form.fields.values()), page
        assert keeper.get(f"/admin/casework/{page}/").status_code == 200
    for page in ("caseevent", "delivery", "attachment", "eventcontent", "stream", "effect", "formtoken"):
        assert keeper.get(f"/admin/casework/{page}/").status_code == 404
