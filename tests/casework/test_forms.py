"""A date is read as people type it, words without what no file holds; a slip is told beside its box."""

import datetime

import pytest
import time_machine
from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.datastructures import MultiValueDict

from casework.forms import DateField, MultipleFileField, PortalForm, read_day
from casework.forms.disputes import WordsField

TODAY = datetime.date(2026, 11, 23)


class Dated(PortalForm):
    """One date and some files."""

    day = DateField(error_messages={"required": "Enter the date"})
    files = MultipleFileField(required=False)


@pytest.mark.parametrize(
    "typed",
    [
        "25/11/2026",
        "25/11/26",
        "25.11.2026",
        "25-11-2026",
        "25 11 2026",
        "2026-11-25",
        "25 November 2026",
        "25 nov 2026",
        "25th November, 2026",
        "25 Nov",
        " 25  november ",
        "Wednesday 25 November 2026",
        "Wednesday 25\N{NO-BREAK SPACE}November\N{NO-BREAK SPACE}2026",
    ],
)
def test_a_day_is_read_however_it_is_typed(typed: str) -> None:
    assert read_day(typed, today=TODAY) == datetime.date(2026, 11, 25)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("5 January", datetime.date(2027, 1, 5)), ("28 Jun", datetime.date(2026, 6, 28))],
)
def test_a_day_without_a_year_is_the_nearest(typed: str, meant: datetime.date) -> None:
    assert read_day(typed, today=TODAY) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "31/2/2026",
        "11/25/2026",
        "tomorrow",
        "25",
        "25 No",
        "25/11/20026",
        "1/1/0202",
        "29 Feb 2027",
        "0/0/0",
        "٢٥",
    ],
)
def test_what_is_no_day_is_not_guessed_at(typed: str) -> None:
    assert read_day(typed, today=TODAY) is None


def test_the_twenty_ninth_of_february_without_a_year_waits_for_a_leap_year_near_by() -> None:
    assert read_day("29 Feb", today=datetime.date(2027, 12, 1)) == datetime.date(2028, 2, 29)
    assert read_day("29 Feb", today=datetime.date(2026, 6, 1)) is None


@time_machine.travel("2026-11-23 10:00 +0000", tick=False)
def test_a_date_field_keeps_a_slip_and_says_how() -> None:
    form = Dated({"day": "31 Feb"})
    assert form.errors == {"day": ["Enter a real date, like 25/11/2026"]}
    assert 'value="31 Feb"' in str(form)


def test_an_empty_date_has_the_forms_own_sentence() -> None:
    assert Dated({"day": " "}).errors == {"day": ["Enter the date"]}


def test_a_stored_day_is_shown_as_it_can_be_typed() -> None:
    form = Dated(initial={"day": datetime.date(2026, 12, 1)})
    assert 'value="1/12/2026"' in str(form)


def test_a_date_has_not_changed_when_it_is_sent_back_as_it_was_shown() -> None:
    form = Dated({"day": "1/12/2026"}, initial={"day": datetime.date(2026, 12, 1)})
    assert not form.has_changed()


def test_several_files_arrive_as_a_list() -> None:
    files = [SimpleUploadedFile(name, b"text") for name in ("one.txt", "two.txt")]
    form = Dated({"day": "1/12/2026"}, MultiValueDict({"files": files}))
    assert form.is_valid()
    assert [file.name for file in form.cleaned_data["files"]] == ["one.txt", "two.txt"]


def test_no_file_is_an_empty_list_and_an_empty_file_a_fault() -> None:
    assert Dated({"day": "1/12/2026"}).is_valid()
    form = Dated({"day": "1/12/2026"}, MultiValueDict({"files": [SimpleUploadedFile("none.txt", b"")]}))
    assert "files" in form.errors


def test_a_file_that_must_be_given_is_asked_for() -> None:
    field = MultipleFileField(error_messages={"required": "Choose a file"})
    with pytest.raises(forms.ValidationError, match="Choose a file"):
        field.clean([])


class Plain(PortalForm):
    """Fields whose author wrote no sentences, and one that did."""

    subject = forms.CharField(max_length=5)
    service = forms.ChoiceField(choices=[("a", "A")])
    email = forms.EmailField(label="Email address")
    why = forms.CharField(error_messages={"required": "Say why the full reply is late"})


def test_a_form_says_how_to_mend_it_where_its_author_said_nothing() -> None:
    assert Plain({}).errors == {
        "subject": ["Enter subject"],
        "service": ["Choose service"],
        "email": ["Enter email address"],
        "why": ["Say why the full reply is late"],
    }


def test_what_is_too_long_or_ill_formed_is_told_without_blame() -> None:
    errors = Plain({"subject": "x" * 6, "service": "a", "email": "nobody", "why": "y"}).errors
    assert errors == {
        "subject": ["Subject must be 5 characters or fewer"],
        "email": ["Enter an email address in the correct format, like name@example.com"],
    }


def test_a_choice_that_is_none_is_asked_for_again_in_the_fields_own_words() -> None:
    form = Plain({"subject": "x", "service": "b", "email": "a@b.example", "why": "y"})
    assert form.errors == {"service": ["Choose service"]}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Read\x0bthis\x0cfirst.", "Read this first."),
        ("One\r\nline,\tand another", "One\r\nline,\tand another"),
        ("\x1e A year \uffff", "A year"),
    ],
)
def test_words_keep_their_lines_and_nothing_that_no_file_could_hold(typed: str, kept: str) -> None:
    assert WordsField().clean(typed) == kept


def test_a_box_with_nothing_that_can_be_read_is_empty() -> None:
    with pytest.raises(ValidationError, match="Say why"):
        WordsField(empty="Say why").clean("\x01\x02")
