"""Which scenario answers change with a local term: what truly does, of every file; no fault hides."""

import json
import time
from datetime import date
from pathlib import Path

import pytest
from pytest_django import Settings

from protocol_portal.scenario_changes import (
    KEY_LABELS,
    QUESTION_LABELS,
    Comparison,
    KeyChange,
    compare,
    in_words,
    undated,
)
from protocol_portal.scenarios import QUESTIONS
from rulebook.bank_holidays import shipped_calendars
from rulebook.duty import Duty
from rulebook.local_term import LocalTerm
from rulebook.period import LONGEST
from rulebook.protocols import PROTOCOLS

EIGHT = LocalTerm(Duty.REPLY, 8, "calendar-days", "Minute 7", date(2026, 12, 1))
TEN = LocalTerm(Duty.REPLY, 10, "calendar-days", "Minute 8", date(2026, 12, 1))
CLOSES = LocalTerm(Duty.CLOSE, 5, "working-days", "Minute 9", date(2026, 12, 1))


def changes(text: str, *after: LocalTerm, before: tuple[LocalTerm, ...] = ()) -> Comparison:
    """Both sides, by the holidays that came with the portal."""
    return compare(before, after, calendars=shipped_calendars(), text=text)


def ids(comparison: Comparison) -> set[str]:
    """Of the lines whose answers change."""
    return {line.id for line in comparison.changed}


@pytest.fixture
def own(settings: Settings, tmp_path: Path) -> Path:
    """The council's own folder."""
    settings.SCENARIOS = str(tmp_path)
    return tmp_path


def written(folder: Path, *lines: object, name: str = "ours.jsonl") -> None:
    """A file of the council's own."""
    text = (line if isinstance(line, str) else json.dumps(line) for line in lines)
    (folder / name).write_text("\n".join(text))


def line(id_: str, received: object = "2030-01-07", **more: object) -> dict[str, object]:
    """A line of the council's own about a member's enquiry; far from the days of the terms."""
    facts = {"kind": "member-enquiry", "received": received}
    return {"id": id_, "question": "reply-deadline", "facts": facts, **more}


def test_a_term_changes_what_rests_on_it_whatever_the_day_of_the_scenario() -> None:
    found = changes("waltham-forest", EIGHT)
    first = next(line for line in found.changed if line.id == "DL-WF-1")
    assert KeyChange("Due", "Monday 30 November 2026", "Saturday 28 November 2026") in [
        KeyChange(key.label, key.before.replace("\xa0", " "), key.after.replace("\xa0", " "))
        for key in first.keys
    ]
    assert first.question == "When is the reply due?"
    assert first.why.startswith("ten calendar days")
    assert first.file == "given-reply-deadline.jsonl"
    # A statute's limit, a line whose day is unknown in both, and other texts stay as they are.
    assert not {"DL-FOI-19", "own-sar-sunday", "DL-MW-7", "own-ha-filled"} & ids(found)


def test_what_rests_on_the_first_deadline_changes_with_it() -> None:
    found = changes("waltham-forest", EIGHT)
    late = next(line for line in found.changed if line.id == "own-last-day")
    assert late.keys == (KeyChange("Late", "no", "yes"),)


def test_a_term_that_says_what_the_text_says_changes_who_set_it_and_no_date() -> None:
    found = changes("waltham-forest", TEN)
    for changed in found.changed:
        if changed.id != "own-wf-letters":
            assert {key.label for key in changed.keys} == {"Set by"}


@pytest.mark.parametrize("text", PROTOCOLS)
def test_a_term_for_another_duty_changes_no_answer(text: str) -> None:
    found = changes(text, CLOSES)
    assert (found.changed, found.unexpected, found.faults) == ((), (), ())
    assert found.asked == found.agreed[0] == found.agreed[1] > 0


def test_a_dated_term_stands_above_the_term_that_a_scenario_states() -> None:
    found = changes("haringey", EIGHT)
    assert {"own-ha-filled", "own-ha-none-set", "own-ha-sunday"} <= ids(found)
    assert next(one for one in found.changed if one.id == "own-ha-none-set").keys[0].before == "none"


def test_what_would_not_be_as_expected_is_told_with_both_counts() -> None:
    found = changes("waltham-forest", EIGHT)
    assert found.agreed[0] == found.asked
    assert found.agreed[1] == found.asked - len(found.unexpected)
    expected = next(line for line in found.unexpected if line.id == "own-wf-text-before-fact")
    assert KeyChange("Set by", "the protocol", "a local term") in expected.keys
    back = changes("waltham-forest", before=(EIGHT,))
    assert back.agreed == found.agreed[::-1]
    assert ids(back) == ids(found)
    assert back.unexpected == ()


def test_the_councils_own_files_are_asked_too_and_other_texts_in_them_are_not(own: Path) -> None:
    written(
        own,
        line("ours", expect={"due": "2030-01-17"}, why="Ours."),
        line("theirs", protocol="haringey"),
        line("no expectation"),
    )
    written(own, line("unread"), name="notes.txt")
    found = changes("waltham-forest", EIGHT)
    ours = [one for one in found.changed if one.file == "ours.jsonl"]
    assert [(one.id, one.why) for one in ours] == [("ours", "Ours."), ("no expectation", "")]
    assert [one.id for one in found.unexpected if one.file == "ours.jsonl"] == ["ours"]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["not json"], "ours.jsonl, line 1: not JSON"),
        ([line("one"), line("one")], "ours.jsonl, line 2: the id «one» stands on line 1 already"),
        ([line("one", question="divination")], "no question «divination»"),
        ([line("one", protocol="atlantis")], "There is no protocol «atlantis»"),
        (["[" * 100_000], "nested too deeply"),
    ],
)
def test_a_line_that_cannot_be_read_is_told_and_the_others_are_answered(
    own: Path, lines: list[object], told: str
) -> None:
    written(own, *lines, line("last"))
    found = changes("waltham-forest", EIGHT)
    assert told in found.faults[0]
    assert "last" in ids(found)


def test_a_folder_that_is_not_there_is_told_without_its_path(settings: Settings, tmp_path: Path) -> None:
    settings.SCENARIOS = str(tmp_path / "gone")
    found = changes("waltham-forest", EIGHT)
    assert found.faults == ("The folder of the council’s own scenario files cannot be read.",)
    assert ids(found)


def test_a_folder_named_like_a_file_is_told_by_its_name(own: Path) -> None:
    (own / "folder.jsonl").mkdir()
    assert changes("waltham-forest", EIGHT).faults == ("folder.jsonl: The file cannot be read.",)


def test_a_line_that_one_side_cannot_answer_says_why_in_the_place_of_an_answer(own: Path) -> None:
    written(own, line("the end of time", "9999-12-20"), line("of no kind", facts={"received": "soon"}))
    far = LocalTerm(Duty.REPLY, 20, "calendar-days", "Minute 7", date(2026, 12, 1))
    found = changes("waltham-forest", far)
    changed = next(one for one in found.changed if one.id == "the end of time")
    assert "leaves the calendar" in next(key.after for key in changed.keys if key.label == "Answer")
    assert "of no kind" not in ids(found)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "none"),
        ([], "none"),
        (True, "yes"),
        (False, "no"),
        (10, "10"),
        ("working-days", "working days"),
        (["local_term", "received"], "a local term, received"),
        ("2026-12-01", "Tuesday 1 December 2026"),
        ("2026-13-01", "2026-13-01"),
        ({"days": 3}, '{"days": 3}'),
    ],
)
def test_values_are_written_as_a_page_writes_them(value: object, words: str) -> None:
    assert in_words(value).replace("\xa0", " ") == words


def test_an_undated_term_has_always_held_and_keeps_what_it_says() -> None:
    (always,) = undated([EIGHT])
    assert always.is_in_force(date(1900, 1, 1))
    assert (always.value, always.paragraph) == (EIGHT.value, EIGHT.paragraph)


def test_the_shipped_files_are_compared_well_within_the_time_of_a_page() -> None:
    longest = LocalTerm(Duty.REPLY, LONGEST, "working-days", "Minute 7", date(2026, 12, 1))
    for term in (EIGHT, longest):
        # Of the processor: other work on the machine is not counted.
        began = time.process_time()
        changes("waltham-forest", term)
        assert time.process_time() - began < 0.3, term


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_question_and_every_key_of_its_answer_has_words_for_the_page(question: str) -> None:
    answer = QUESTIONS[question](
        PROTOCOLS["parish"], {}, local_terms=(), calendars=shipped_calendars()
    ).as_json()
    assert question in QUESTION_LABELS
    assert set(answer) - {"reason"} <= set(KEY_LABELS)
