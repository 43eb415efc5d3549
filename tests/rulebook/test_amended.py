"""A text as it reads with amendments."""

from rulebook.amended import next_after, reading
from rulebook.text import Kind, Paragraph

TEXT = (
    Paragraph("1", Kind.HEADING, 2, "Roles"),
    Paragraph("1-a", Kind.ITEM, 0, "- a) first"),
    Paragraph("1-b", Kind.ITEM, 0, "- b) second"),
)


def test_words_change_go_out_and_come_in_where_they_belong() -> None:
    words = {
        "1-a": "a) first of all",
        "1-b": "",
        "1-a~1": "after it",
        "1-a~2": "and more",
        "1-a~1~1": "between",
    }
    found = reading(TEXT, words)
    assert [(one.anchor, one.shown) for one in found] == [
        ("1", "Roles"),
        ("1-a", "a) first of all"),
        ("1-a~1", "after it"),
        ("1-a~1~1", "between"),
        ("1-a~2", "and more"),
    ]
    assert {one.kind for one in found[1:]} == {Kind.ITEM}
    assert found[0].level == 2


def test_what_was_put_in_after_a_paragraph_that_went_out_stays() -> None:
    assert [one.anchor for one in reading(TEXT, {"1-b": "", "1-b~1": "instead"})] == ["1", "1-a", "1-b~1"]


def test_no_words_and_words_for_nothing_change_nothing() -> None:
    assert reading(TEXT, {}) == TEXT
    assert reading(TEXT, {"9": "nowhere", "1-a~1": ""}) == TEXT


def test_the_tenth_paragraph_put_in_stands_after_the_ninth() -> None:
    words = {f"1~{number}": str(number) for number in range(1, 12)}
    assert [one.anchor for one in reading(TEXT, words)][1:12] == [f"1~{number}" for number in range(1, 12)]
    assert next_after("1", words) == "1~12"


def test_a_new_one_never_takes_the_number_of_one_that_something_still_stands_after() -> None:
    assert next_after("1", {"1", "1~2", "1~4~1"}) == "1~5"
    assert next_after("1~4", {"1~4~1", "1~41"}) == "1~4~2"
    assert next_after("1", {"1", "2~3"}) == "1~1"
