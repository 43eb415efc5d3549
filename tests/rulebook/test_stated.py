"""Values that stand beside their paragraphs, and terms in words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

import pytest

from rulebook.protocol import paragraphs_of
from rulebook.stated import SILENT, WHEN_SILENT, Cites, Stated, Terms, Unfounded, Worded
from rulebook.term import Term, Topic

wf = paragraphs_of("WF", "A text")


class Colour(Worded):
    """Values of a made-up term."""

    RED = "red", "The door is red."
    BLUE = "blue", "The door is blue."


class Room(Worded):
    """Forms of a made-up term."""

    HALL = "hall", "There is a hall."
    YARD = "yard", "There is a yard."


@dataclass(frozen=True)
class Doors(Terms):
    """Terms of every shape."""

    topic: ClassVar[Topic] = Topic.ACCESS

    front: Stated[Colour] = field(metadata={WHEN_SILENT: "The text does not speak of the front door."})
    others: Mapping[Colour, Cites] = field(metadata={WHEN_SILENT: "There are no other doors."})
    by_room: Mapping[Room, Stated[Colour]] = field(metadata={WHEN_SILENT: ""})


def test_a_value_is_its_name_in_scenario_files_and_has_a_sentence() -> None:
    assert Colour("red") is Colour.RED
    assert Colour.RED == "red"
    assert Colour.RED.says == "The door is red."


def test_a_value_without_a_paragraph_is_refused_and_so_are_paragraphs_without_a_value() -> None:
    with pytest.raises(Unfounded, match="«red» rests on no paragraph"):
        Stated(Colour.RED, ())
    with pytest.raises(Unfounded, match=r"«None» rests on .*WF-1\.1"):
        Stated(None, wf("1.1"))


def test_silence_is_no_value_and_no_paragraph() -> None:
    assert SILENT.is_silent
    assert not Stated(Colour.RED, wf("1.1")).is_silent


def test_a_silent_text_says_so_where_the_field_has_a_sentence_for_it() -> None:
    assert Doors(front=SILENT, others={}, by_room={}).in_words() == (
        Term(Topic.ACCESS, "The text does not speak of the front door."),
        Term(Topic.ACCESS, "There are no other doors."),
    )


def test_every_value_is_a_sentence_with_its_paragraphs_in_the_order_of_the_fields() -> None:
    doors = Doors(
        front=Stated(Colour.BLUE, wf("1.1", "1.2")),
        others={Colour.RED: wf("1.3"), Colour.BLUE: wf("2.1")},
        by_room={},
    )
    assert doors.in_words() == (
        Term(Topic.ACCESS, "The door is blue.", wf("1.1", "1.2")),
        Term(Topic.ACCESS, "The door is red.", wf("1.3")),
        Term(Topic.ACCESS, "The door is blue.", wf("2.1")),
    )


def test_what_holds_alike_for_several_forms_is_said_once() -> None:
    alike = Doors(front=SILENT, others={}, by_room=dict.fromkeys(Room, Stated(Colour.RED, wf("1.1"))))
    assert [term.says for term in alike.in_words()][2:] == ["The door is red."]
    apart = Doors(
        front=SILENT,
        others={},
        by_room={Room.HALL: Stated(Colour.RED, wf("1.1")), Room.YARD: Stated(Colour.BLUE, wf("1.2"))},
    )
    assert [term.says for term in apart.in_words()][2:] == ["The door is red.", "The door is blue."]
