"""The question of a leaver's enquiries: who is proposed, in which order, and what an answer means."""

import pytest

from protocol_portal.electing import choice_of
from protocol_portal.leaving import Heir, Leaver, LeaversForm
from tests.factories.council import a_member

HEIRS = (
    Heir("row-2", "Councillor Bo Ray", "Manor", "Green"),
    Heir("row-3", "Councillor Cy Dee", "Hale", "Green"),
    Heir("row-4", "Councillor Eve New", "Hale", "Labour"),
)


def asked(ward: str, group: str, *, proposes: bool = True, chosen: str = "", **sent: str) -> LeaversForm:
    """The form for one leaver."""
    leaver = Leaver(7, "Councillor Ann Lee", ward, group, 2, chosen)
    return LeaversForm(sent or None, leavers=[leaver], heirs=HEIRS, proposes=proposes)


@pytest.mark.parametrize(
    ("ward", "group", "proposal"),
    [
        ("Hale", "Labour", "row-4"),
        ("Hale", "Green", "row-3"),
        ("Hale", "", "row-3"),
        ("Manor", "Labour", "row-2"),
        ("Nowhere", "Labour", "keep"),
        ("", "Labour", "keep"),
    ],
)
def test_somebody_of_the_ward_is_proposed_of_the_group_first(ward: str, group: str, proposal: str) -> None:
    assert asked(ward, group).fields["leaver-7"].initial == proposal


def test_nobody_is_proposed_where_nobody_was_just_elected() -> None:
    assert asked("Hale", "Labour", proposes=False).fields["leaver-7"].initial == "keep"
    assert asked("Hale", "Labour", proposes=False, chosen="end").fields["leaver-7"].initial == "end"


def test_the_ward_comes_first_then_the_answers_that_name_nobody() -> None:
    field = asked("Hale", "Labour").fields["leaver-7"]
    assert [value for value, _words in field.choices] == ["row-3", "row-4", "keep", "end", "row-2"]
    assert field.label == "Councillor Ann Lee: 2 open enquiries"


def test_what_was_chosen_comes_by_the_leavers_key() -> None:
    form = asked("Hale", "Labour", **{"leaver-7": "row-2"})
    assert form.is_valid()
    assert form.choices() == {7: "row-2"}
    assert not asked("Hale", "Labour", **{"leaver-7": "row-9"}).is_valid()


@pytest.mark.django_db
def test_an_answer_means_a_member_an_end_or_nothing() -> None:
    heir = a_member()
    assert choice_of(f"person-{heir.pk}").member == heir
    assert choice_of("end").ends
    assert choice_of("keep").keeps
