"""Names as lists write them: taken apart, and recognised however they are spelt."""

import pytest

from council.files.names import Name, key_of, plain, split_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Councillor Geraldine Coggins", Name("Councillor", "Geraldine", "Coggins")),
        ("Cllr. Dr Zoë van der Berg MBE", Name("Councillor", "Dr Zoë", "van der Berg MBE")),
        ("Dr Ines Duarte", Name("Dr", "Ines", "Duarte")),
        ("O’Brien, Siân", Name("", "Siân", "O’Brien")),
        ("Marsh, Cllr Owen", Name("Councillor", "Owen", "Marsh")),
        ("Mary Ann Lloyd-Jones, JP", Name("", "Mary Ann", "Lloyd-Jones JP")),
        ("Ms Ade Okafor", Name("Ms", "Ade", "Okafor")),
        ("  Tom   Pell ", Name("", "Tom", "Pell")),
    ],
)
def test_a_name_is_taken_apart_and_nothing_of_it_is_lost(text: str, name: Name) -> None:
    assert split_name(text) == name


@pytest.mark.parametrize("text", ["", "Prince", "Cllr Khan", ","])
def test_half_a_name_is_none(text: str) -> None:
    assert split_name(text) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Siân O’Brien", "Sian OBrien"),
        ("Councillor Dr Zoë Lloyd-Jones MBE", "zoe lloyd jones"),
        ("Cllr Mary  Ann Lee JP", "Mary Ann Lee"),
        ("José D'Souza", "Jose D’Souza"),
    ],
)
def test_two_spellings_of_one_name_are_one(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)


@pytest.mark.parametrize(("one", "other"), [("Ann Lee", "Anne Lee"), ("Tom Pell", "Tom Pelling")])
def test_two_names_are_two(one: str, other: str) -> None:
    assert key_of(one) != key_of(other)


def test_and_is_written_in_two_ways() -> None:
    assert plain("Gorse Hill & Cornbrook") == plain("gorse-hill and cornbrook")
