"""Pure arithmetic: which team held a case for how many days, and whether a subject names a resident."""

from datetime import date

import pytest

from enquiries.rules.held import days_held
from enquiries.rules.subject import names_in

REPAIRS, LETTINGS = 1, 2


def day(number: int) -> date:
    """A day of November."""
    return date(2026, 11, number)


@pytest.mark.parametrize(
    ("moves", "held"),
    [
        ([], {}),
        ([(day(2), REPAIRS)], {REPAIRS: 10}),
        # A letter of the 2nd that was entered on the 4th counts for the team that it was entered for.
        ([(day(4), REPAIRS)], {REPAIRS: 10}),
        ([(day(2), REPAIRS), (day(5), LETTINGS)], {REPAIRS: 3, LETTINGS: 7}),
        # There and back again.
        ([(day(2), REPAIRS), (day(5), LETTINGS), (day(9), REPAIRS)], {REPAIRS: 6, LETTINGS: 4}),
        # Handed back, and nobody has it for two days.
        ([(day(2), REPAIRS), (day(5), None), (day(7), LETTINGS)], {REPAIRS: 3, None: 2, LETTINGS: 5}),
        ([(day(2), None), (day(2), REPAIRS)], {None: 0, REPAIRS: 10}),
        # Somebody takes it on within the team.
        ([(day(2), REPAIRS), (day(3), REPAIRS)], {REPAIRS: 10}),
        # What happens after the answer counts for nobody.
        ([(day(2), REPAIRS), (day(20), LETTINGS)], {REPAIRS: 10, LETTINGS: 0}),
    ],
)
def test_the_days_of_each_team_add_up_to_those_from_receipt_to_the_answer(
    moves: list[tuple[date, int | None]], held: dict[int | None, int]
) -> None:
    found = days_held(moves, received_on=day(2), until=day(12))
    assert found == held
    assert list(found) == list(held)
    assert sum(found.values()) in (0, 10)


@pytest.mark.parametrize(
    ("subject", "resident", "named"),
    [
        ("Damp at Larch Court", "Ivy Quennell", ()),
        ("Damp at Mrs Quennell’s flat", "Ivy Quennell", ("Quennell",)),
        ("Damp: Quennell, Larch Court", "Ivy Quennell", ("Quennell",)),
        ("IVY asks again", "Ivy Quennell", ("Ivy",)),
        ("Ó Briain is without heating", "Seán Ó Briain", ("Briain",)),
        ("Ivy House has no heating", "", ()),
        ("The family at number 9", "The Quennell family", ()),
        ("Bo is cold", "Bo Li", ()),
    ],
)
def test_a_subject_names_the_resident_by_any_word_of_the_name(
    subject: str, resident: str, named: tuple[str, ...]
) -> None:
    assert names_in(subject, resident) == named
