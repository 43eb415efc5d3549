"""References: no lookalikes, not in sequence, and no slip of the pen passes."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.references import ALPHABET, is_valid, new_reference, reference_with

PREFIXES = st.sampled_from(["ENQ", "CMP", "BRF", "DOC", "AA", "ZZZZZ"])
ANY = string.digits + string.ascii_uppercase


@given(PREFIXES)
def test_a_new_reference_is_valid_and_has_its_shape(prefix: str) -> None:
    reference = new_reference(prefix)
    assert is_valid(reference)
    first, body, check = reference.split("-")
    assert first == prefix
    assert len(body) == 4
    assert set(body + check) <= set(ALPHABET)


@given(PREFIXES, st.data())
def test_any_single_wrong_character_is_caught(prefix: str, data: st.DataObject) -> None:
    reference = new_reference(prefix)
    for place, right in enumerate(reference):
        wrong = data.draw(st.sampled_from(sorted(set(ANY + "-") - {right})))
        assert not is_valid(reference[:place] + wrong + reference[place + 1 :])


@given(PREFIXES)
def test_any_swap_of_neighbours_is_caught(prefix: str) -> None:
    reference = new_reference(prefix)
    letters = reference.replace("-", "")
    for place in range(len(letters) - 1):
        if letters[place] == letters[place + 1]:
            continue
        swapped = letters[:place] + letters[place + 1] + letters[place] + letters[place + 2 :]
        assert not is_valid(f"{swapped[:-5]}-{swapped[-5:-1]}-{swapped[-1]}")
    for place in range(len(reference) - 1):
        if reference[place] != reference[place + 1]:
            assert not is_valid(
                reference[:place] + reference[place + 1] + reference[place] + reference[place + 2 :]
            )


@pytest.mark.parametrize(
    "typed", ["", "ENQ", "ENQ-", "enq-7k4m-2", "ENQ-7K4M-22", " ENQ-7K4M-2", "ENQ-7K4M-2\n"]
)
def test_what_is_no_reference_is_refused(typed: str) -> None:
    assert not is_valid(typed)


def test_lookalikes_are_never_drawn() -> None:
    assert not set("01BILOSZU") & set(ALPHABET)


@pytest.mark.parametrize("prefix", ["", "A", "enq", "EN1", "TOOLONG", "EN\n"])
def test_a_prefix_is_two_to_five_capitals(prefix: str) -> None:
    with pytest.raises(ValueError, match="capital letters"):
        new_reference(prefix)


@given(PREFIXES, st.text(alphabet=ALPHABET, min_size=4, max_size=4))
def test_the_same_characters_have_the_same_check_character_or_none_that_people_could_read(prefix, body):
    found = reference_with(prefix, body)
    assert found == reference_with(prefix, body)
    assert not found or (is_valid(found) and body in found)
