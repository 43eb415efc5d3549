"""What is too particular for a reading that everybody reads."""

import pytest

from access_rules.rules.naming import particulars

PEOPLE = [("Priya", "Nair"), ("Mark", "Green"), ("Tom", "O’Neill"), ("Ann", "")]
GENERAL = (
    "A member may look at the file where the officer agrees.",
    "Members ask the green spaces team, not the officer who marks the file.",
    "The monitoring officer answers within 5 days (WF-6.7).",
    "A nairobi sentence holds no name.",
)
NAMING = {
    "As Priya Nair was told, a member may ask.": "Priya Nair",
    "Councillor Green may look at the file.": "Green",
    "What Cllr. O’Neill asked is open.": "O’Neill",
    "See DOC-7K4M-2 for the rest.": "DOC-7K4M-2",
    "Write to nair@council.example first.": "nair@council.example",
}


@pytest.mark.parametrize("words", GENERAL)
def test_general_words_stand(words: str) -> None:
    assert particulars(words, people=PEOPLE).is_general


@pytest.mark.parametrize("words", NAMING)
def test_a_name_a_number_and_an_address_are_found(words: str) -> None:
    assert particulars(words, people=PEOPLE).named == (NAMING[words],)


def test_of_who_asked_the_last_name_alone_is_found_and_of_others_it_is_a_word() -> None:
    words = "The member Nair asked in the green room; Nairn is a town."
    assert particulars(words, people=PEOPLE, parties=[("Priya", "Nair")]).named == ("Nair",)
    assert particulars(words, people=PEOPLE).named == ()


@pytest.mark.parametrize("words", ["You may look.", "It is open to your group.", "Ask YOURSELF."])
def test_a_reading_speaks_to_nobody(words: str) -> None:
    found = particulars(words, people=())
    assert found.speaks_to_somebody
    assert not found.is_general


def test_a_word_that_only_begins_like_you_is_no_address() -> None:
    assert particulars("Young people and youth clubs may be visited.", people=()).is_general
