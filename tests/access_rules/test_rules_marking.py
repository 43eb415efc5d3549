"""Which paragraphs close a paper, what undoes them, and what stands on its face: under each text and lens."""

from itertools import product

import pytest

from access_rules.rules.marking import (
    CONTRACT_TERMS,
    DISCLOSED,
    HISTORIC,
    IN_DOUBT,
    NOT_WEIGHED,
    NOT_YET,
    NOTHING_LEFT,
    OWN_DEVELOPMENT,
    REGISTRABLE,
    UNMARKED,
    Lens,
    Marked,
    Weighed,
    confidential_cites,
    defaults,
    face,
    faults,
    may_doubt,
    plans,
    stands,
    weighing,
)
from access_rules.rules.schedule import PARAGRAPHS, Said, called, choosable, historic
from rulebook.protocols import PROTOCOLS, protocol

TEXTS = tuple(PROTOCOLS)
TODAY = tuple(one.number for one in choosable())
WF, HA, WO, MW, PA = "waltham-forest", "haringey", "wokingham-2007", "mwda", "parish"
COUNCILS = ("waltham-forest", "haringey", "wokingham-2007", "wokingham-2014")


def exempt(*paragraphs: str, weighed: str = Weighed.MAINTAIN, **more: bool) -> Marked:
    """A paper that is marked exempt, and weighed in favour of closing it unless something else is said."""
    return Marked("exempt", paragraphs, weighed, **more)


def words(said: tuple[Said, ...]) -> list[str]:
    """The sentences."""
    return [one.words for one in said]


def cites(said: Said | None) -> list[str]:
    """What a sentence rests on, as answers write it."""
    assert said is not None
    return [cite.id for cite in said.cites]


def test_seven_paragraphs_can_be_chosen_and_those_of_standards_hearings_cannot() -> None:
    assert TODAY == ("1", "2", "3", "4", "5", "6", "7")
    assert [number for number, one in PARAGRAPHS.items() if one.is_historic] == ["7A", "7B", "7C"]


@pytest.mark.parametrize("key", TEXTS)
def test_a_text_shows_the_lapsed_paragraphs_only_where_it_writes_them_out(key: str) -> None:
    shown = [one.number for one in historic(protocol(key))]
    assert shown == (["7A", "7B", "7C"] if key == WF else [])


@pytest.mark.parametrize(("key", "number"), list(product(TEXTS, TODAY)))
def test_each_paragraph_is_called_as_the_text_writes_it_or_as_the_statute_does(key: str, number: str) -> None:
    said = called(protocol(key), number)
    assert f"LGA 1972 Sch 12A para {number}" in cites(said)
    if key == WF:
        assert cites(said)[0] == f"WF-S12A.{number}"
        assert said.words.startswith("Information")
        assert not said.words.endswith("—")
    else:
        assert said.words == PARAGRAPHS[number].words


@pytest.mark.parametrize(("key", "lens", "number"), list(product(TEXTS, Lens, TODAY)))
def test_a_paragraph_closes_once_the_public_interest_is_weighed_for_it(
    key: str, lens: Lens, number: str
) -> None:
    found = stands(protocol(key), lens, exempt(number))
    assert (found.paragraphs, found.is_open, found.waits) == ((number,), False, False)


@pytest.mark.parametrize(("key", "lens", "number"), list(product(TEXTS, Lens, TODAY)))
def test_until_it_is_weighed_it_waits_and_is_neither_open_nor_exempt(
    key: str, lens: Lens, number: str
) -> None:
    found = stands(protocol(key), lens, exempt(number, weighed=Weighed.NOT_DONE))
    assert (found.is_open, found.waits) == (False, True)
    assert words(found.notes)[0] == NOT_WEIGHED
    assert (IN_DOUBT in words(found.notes)) is (key == HA)


@pytest.mark.parametrize(("key", "lens"), list(product(TEXTS, Lens)))
def test_weighed_in_favour_of_opening_it_is_open_to_everybody(key: str, lens: Lens) -> None:
    found = stands(protocol(key), lens, exempt("3", weighed=Weighed.DISCLOSE))
    assert found.is_open
    assert words(found.notes) == [DISCLOSED]


@pytest.mark.parametrize(("key", "lens", "number"), list(product(TEXTS, Lens, TODAY)))
def test_what_must_be_registered_drops_paragraph_3_alone(key: str, lens: Lens, number: str) -> None:
    found = stands(protocol(key), lens, exempt(number, is_registrable=True))
    assert found.is_open is (number == "3")
    assert words(found.dropped) == ([REGISTRABLE] if number == "3" else [])
    beside = stands(protocol(key), lens, exempt("3", "5", is_registrable=True))
    assert beside.paragraphs == ("5",)


def test_waltham_forest_is_cited_for_what_must_be_registered_beside_the_schedule() -> None:
    dropped = stands(protocol(WF), Lens.AS_ADOPTED, exempt("3", is_registrable=True)).dropped
    assert cites(dropped[0]) == ["WF-S12A.Q2", "LGA 1972 Sch 12A para 8"]


@pytest.mark.parametrize(("key", "number"), list(product(TEXTS, TODAY)))
def test_own_development_drops_every_paragraph_under_current_law_where_the_council_plans(
    key: str, number: str
) -> None:
    marked = exempt(number, is_own_development=True)
    now = stands(protocol(key), Lens.CURRENT_LAW, marked)
    assert now.is_open is (key in COUNCILS)
    if now.is_open:
        assert words(now.dropped) == [OWN_DEVELOPMENT]
        assert words(now.notes) == [NOTHING_LEFT]
        assert cites(now.dropped[0]) == ["LGA 1972 Sch 12A para 9"]
    assert stands(protocol(key), Lens.AS_ADOPTED, marked).paragraphs == (number,)


@pytest.mark.parametrize("number", ["7A", "7B", "7C"])
def test_the_lapsed_paragraphs_hold_as_adopted_in_standards_hearings_and_nowhere_today(number: str) -> None:
    text = protocol(WF)
    hearing = exempt(number, is_standards_hearing=True)
    assert stands(text, Lens.AS_ADOPTED, hearing).paragraphs == (number,)
    assert stands(text, Lens.AS_ADOPTED, exempt(number)).paragraphs == ()
    today = stands(text, Lens.CURRENT_LAW, hearing)
    assert words(today.dropped) == [HISTORIC]
    assert today.dropped[0].about == {"number": number}


def test_terms_of_a_contract_are_told_only_beside_paragraph_3() -> None:
    text = protocol(WF)
    with_terms = stands(text, Lens.CURRENT_LAW, exempt("3", has_contract_terms=True))
    assert words(with_terms.notes) == [CONTRACT_TERMS]
    assert stands(text, Lens.CURRENT_LAW, exempt("5", has_contract_terms=True)).notes == ()


@pytest.mark.parametrize(
    ("marked", "is_open", "waits"),
    [
        (Marked("public"), True, False),
        (Marked("confidential", source="court"), False, False),
        (Marked("unclassified"), False, True),
    ],
)
def test_what_is_not_exempt_has_no_paragraphs(marked: Marked, is_open: bool, waits: bool) -> None:
    found = stands(protocol(WF), Lens.CURRENT_LAW, marked)
    assert (found.paragraphs, found.is_open, found.waits) == ((), is_open, waits)


@pytest.mark.parametrize(
    ("key", "wanted"),
    [
        (WF, ["WF-A2.1.3", "WF-S12A.Q1", "LGA 1972 Sch 12A para 10"]),
        (HA, ["HA-4.24a", "LGA 1972 Sch 12A para 10"]),
        (WO, ["LGA 1972 Sch 12A para 10"]),
    ],
)
def test_the_public_interest_test_rests_on_the_text_and_on_paragraph_10(key: str, wanted: list[str]) -> None:
    assert [cite.id for cite in weighing(protocol(key))] == wanted


@pytest.mark.parametrize("key", TEXTS)
def test_haringey_alone_leaves_a_doubt_to_the_body(key: str) -> None:
    assert may_doubt(protocol(key)) is (key == HA)


@pytest.mark.parametrize("key", TEXTS)
def test_only_councils_grant_themselves_planning_permission(key: str) -> None:
    assert plans(protocol(key)) is (key in COUNCILS)


@pytest.mark.parametrize(
    ("key", "is_executive", "last"),
    [
        (WF, False, "LGA 1972 s100B(5)"),
        (WF, True, "SI 2012/2089 reg 7(5)"),
        (HA, False, "LGA 1972 s100B(5)"),
        (MW, False, "LGA 1972 s100B(5)"),
        (PA, False, "LGA 1972 Sch 12A para 3"),
    ],
)
def test_an_exempt_paper_says_by_which_paragraph_it_is_not_for_publication(
    key: str, is_executive: bool, last: str
) -> None:
    said = face(protocol(key), Marked("exempt", ("3",), Weighed.MAINTAIN, is_executive=is_executive))
    assert said is not None
    assert said.words % said.about == "Not for publication: paragraph 3 of Schedule 12A."
    assert cites(said)[-1] == last


def test_several_paragraphs_stand_on_one_face() -> None:
    said = face(protocol(WF), exempt("1", "3"))
    assert said is not None
    assert said.words % said.about == "Not for publication: paragraphs 1, 3 of Schedule 12A."


def test_mwda_adds_that_what_is_marked_is_treated_as_confidential() -> None:
    assert "MW-6.2" in cites(face(protocol(MW), exempt("3")))


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        (Marked("public"), None),
        (Marked("unclassified"), UNMARKED),
        (exempt("3", weighed=Weighed.NOT_DONE), NOT_YET),
        (exempt("3", weighed=Weighed.DISCLOSE), None),
        (exempt("3", is_registrable=True), None),
        (exempt("3", is_own_development=True), None),
    ],
)
def test_the_face_is_empty_where_nothing_closes_the_paper(marked: Marked, wanted: str | None) -> None:
    said = face(protocol(WF), marked)
    assert (said.words if said else None) == wanted


@pytest.mark.parametrize(
    ("key", "wanted"),
    [
        (WF, ["WF-A2.1.2", "LGA 1972 s100A(3)"]),
        (HA, ["HA-4.23", "LGA 1972 s100A(3)"]),
        (MW, ["MW-6.2", "MW-6.3", "LGA 1972 s100A(3)"]),
        (PA, []),
    ],
)
def test_confidence_rests_on_the_text_and_for_principal_councils_on_the_act(
    key: str, wanted: list[str]
) -> None:
    assert [cite.id for cite in confidential_cites(protocol(key))] == wanted


def test_a_confidential_paper_says_so_on_its_face() -> None:
    said = face(protocol(HA), Marked("confidential", source="court"))
    assert said is not None
    assert said.words == "Not for publication: confidential information."
    assert "LGA 1972 s100A(3)" in cites(said)


@pytest.mark.parametrize(
    ("marked", "boxes"),
    [
        (Marked("exempt"), {"sch12a"}),
        (Marked("exempt", ("7A",)), {"sch12a"}),
        (Marked("exempt", ("3",)), set()),
        (Marked("public"), set()),
        (Marked("confidential"), {"confidential_source", "confidential_terms"}),
    ],
)
def test_a_marking_without_its_ground_is_told_beside_its_box(marked: Marked, boxes: set[str]) -> None:
    assert set(faults(protocol(WF), marked)) == boxes


@pytest.mark.parametrize("key", TEXTS)
def test_a_body_without_planning_or_assistants_cannot_say_that_it_has_them(key: str) -> None:
    wrong = faults(protocol(key), Marked("public", is_own_development=True), advice="whole")
    impossible = {"is_own_development", "political_adviser_advice"}
    assert set(wrong) == (set() if key in COUNCILS else impossible)


def test_mwda_starts_from_private_affairs_being_confidential_and_no_other_text_does() -> None:
    started = {key: cites_of(key) for key in TEXTS}
    assert started == {**{key: [] for key in TEXTS}, MW: ["MW-6.3", "MW-6.2"]}
    assert len(defaults(protocol(MW), is_private=False)) == 1


def cites_of(key: str) -> list[str]:
    """What the text says beforehand of a private letter, by its paragraphs."""
    return [cite.id for said in defaults(protocol(key), is_private=True) for cite in said.cites]
