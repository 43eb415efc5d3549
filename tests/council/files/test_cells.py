"""One cell: days as people write them, lists, and nothing that a spreadsheet would run."""

import csv
import datetime
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.files.cells import Cells, RowRefused, as_written, harmless, read_day
from council.files.columns import COLUMNS, Register

FOURTH = datetime.date(2026, 5, 4)


def cells(**given_cells: str) -> Cells:
    """A row of a file of members."""
    return Cells(2, given_cells, COLUMNS[Register.MEMBERS])


@pytest.mark.parametrize(
    "text",
    ["2026-05-04", "04/05/2026", "4/5/26", "4.5.2026", "4-5-2026", "4 May 2026", "Monday 4th May 2026",
     "04-May-26", "2026-05-04 00:00:00", "4\N{NO-BREAK SPACE}may 2026"],
)  # fmt: skip
def test_the_fourth_of_may_is_read_day_first(text: str) -> None:
    assert read_day(text) == FOURTH


@pytest.mark.parametrize(
    "text", ["31/02/2026", "05/13/2026", "May 2026", "4 Maj 2026", "20260504", "1/1/20026", "tomorrow"]
)
def test_what_is_no_day_is_refused_with_an_example(text: str) -> None:
    assert read_day(text) is None
    with pytest.raises(RowRefused, match="Enter a day like 11/5/2026"):
        cells(**{"from": text}).day("from")


def test_an_end_before_the_beginning_is_refused() -> None:
    with pytest.raises(RowRefused, match="before the first day"):
        cells(**{"from": "2026-05-11", "to": "2026-05-10"}).period()


@pytest.mark.parametrize("cell", ["=cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1", "  =1+1", "＝1", "＠x"])
def test_a_formula_is_refused_with_its_column(cell: str) -> None:
    with pytest.raises(RowRefused, match="“Name” begins as a formula does"):
        cells(name=cell).text("name")


def test_a_telephone_number_may_begin_with_a_plus() -> None:
    assert cells(telephone="+44 161 496 0001").text("telephone") == "+44 161 496 0001"
    assert harmless("+44 161") == "'+44 161"


@pytest.mark.parametrize("cell", ["'=1", "'+44 161", "''=1", "'O’Brien", "' =x"])
def test_what_an_export_made_harmless_is_read_as_it_was(cell: str) -> None:
    assert as_written(harmless(as_written(cell))) == as_written(cell)


@given(st.text(alphabet="'=+-@ \tabc＝", max_size=8))
def test_every_text_comes_back_from_the_file_as_it_was(text: str) -> None:
    out = io.StringIO()
    csv.writer(out).writerow([harmless(text)])
    [[cell]] = csv.reader(io.StringIO(out.getvalue(), newline=""))
    assert as_written(cell) == text
    assert not cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "＝"))


@pytest.mark.parametrize(
    ("word", "meant"), [("Yes", True), ("y", True), ("TRUE", True), ("0", False), ("no", False), ("", None)]
)
def test_yes_and_no_are_words_that_people_use(word: str, meant: bool | None) -> None:
    row = Cells(2, {"may_vote": word}, COLUMNS[Register.SEATS])
    assert row.yes("may_vote") is meant


def test_a_word_outside_the_list_names_the_list() -> None:
    choices = [("", "---"), ("leader", "Leader"), ("deputy-leader", "Deputy leader")]
    assert cells(office="DEPUTY_LEADER").choice("office", choices) == "deputy-leader"
    with pytest.raises(RowRefused, match="one of these: Leader, Deputy leader"):
        cells(office="boss").choice("office", choices)


def test_an_address_is_checked_and_written_small() -> None:
    assert cells(email="mailto:Zoe@Council.Example").email() == "zoe@council.example"
    with pytest.raises(RowRefused, match="not an email address"):
        cells(email="zoe at council").email()


def test_more_than_the_register_holds_is_refused_with_both_numbers() -> None:
    with pytest.raises(RowRefused, match="has 1,000 characters"):
        cells(ward="x" * 1_000).text("ward")
