"""The registers of the six texts: on paragraphs of their own; each obligation stands in its own register."""

import pytest

from rulebook.citation import Citation
from rulebook.obligations import obligation, obligations
from rulebook.protocols import PROTOCOLS, protocol
from rulebook.register import GROUPS, TITLES, WORDS, Kind, Register, Takes, Wards, Whom, registers_in_words

EVERY = [(text.key, one) for text in PROTOCOLS.values() for one in text.registers]
NAMED = [f"{key} {one.kind.value}" for key, one in EVERY]


def cites_of(register: Register) -> set[Citation]:
    """Every paragraph that the register names, wherever it stands in it."""
    found = {cite for term in register.in_words() for cite in term.cites}
    found |= {cite for one in register.tells for cite in one.cites}
    return found | set(register.approval.cites if register.approval else ())


def test_a_text_that_asked_for_none_would_say_so() -> None:
    assert [key for key, text in PROTOCOLS.items() if not text.registers] == []
    [term] = registers_in_words(())
    assert "asks for no notices" in term.says
    assert term.cites == ()


@pytest.mark.parametrize(("key", "register"), EVERY, ids=NAMED)
def test_a_register_rests_on_paragraphs_of_its_own_text(key: str, register: Register) -> None:
    assert register.cites
    for cite in cites_of(register):
        row = obligation(cite.id)
        assert row is not None, cite.id
        assert row.protocol == key, cite.id


@pytest.mark.parametrize(("key", "register"), EVERY, ids=NAMED)
def test_a_register_can_be_filled_in_and_tells_somebody(key: str, register: Register) -> None:
    keys = [one.key for one in register.fields]
    assert len(keys) == len(set(keys))
    assert not {"about", "day", "wards", "because", "heeded", "token", "version"} & set(keys)
    assert register.tells
    for one in register.tells:
        box = register.field_of(one.field)
        assert (box is not None and box.takes is Takes.PEOPLE) == (one.whom in (Whom.NAMED, Whom.MANAGERS))
        assert register.wards is not Wards.NONE or one.whom not in (
            Whom.WARD_MEMBERS,
            Whom.WARD_MEMBERS_ELSEWHERE,
        )
    for box in register.fields:
        assert bool(box.choices) == (box.takes is Takes.CHOICE)
        if box.choices:
            assert any(not choice.bar and not choice.caution for choice in box.choices), box.key
        assert box.takes is Takes.PEOPLE or not (box.close or box.concerns or box.others)
        for choice in box.choices:
            others = (*choice.needs, *((choice.unless.key,) if choice.unless else ()))
            assert all(register.field_of(one) for one in others), choice.value
            assert set(choice.by) <= set(register.enters)
    approval = register.approval
    assert approval is None or not approval.officer or register.field_of(approval.officer) is not None


def test_no_text_has_two_registers_of_a_kind_and_every_kind_has_its_words() -> None:
    for text in PROTOCOLS.values():
        kinds = [one.kind for one in text.registers]
        assert len(kinds) == len(set(kinds)), text.key
    assert {one.kind for _key, one in EVERY} == set(Kind)
    assert set(TITLES) == set(WORDS) == {one.value for one in Kind}
    assert sorted(kind for kinds in GROUPS.values() for kind in kinds) == sorted(WORDS)


def test_every_obligation_that_a_register_carries_stands_in_that_register_of_its_text() -> None:
    carried = [row for row in obligations() if row.by.startswith("register-")]
    assert len(carried) == 115
    for row in carried:
        register = protocol(row.protocol).register(row.by.removeprefix("register-"))
        assert register is not None, row.id
        assert row.id in {cite.id for cite in cites_of(register)}, row.id


def test_the_waste_authority_has_no_right_of_entry_where_wokingham_has_one() -> None:
    visit = protocol("mwda").register("visit")
    assert visit is not None
    [bar] = visit.bars({"why": "general"})
    assert [cite.id for cite in bar.cites] == ["MW-9.1", "MW-9.2a"]
    wokingham = protocol("wokingham-2014").register("visit")
    assert wokingham is not None
    assert not [choice for box in wokingham.fields for choice in box.choices if choice.bar]
    assert [one.cites[0].id for one in wokingham.cautions({"kind": "sensitive"})] == ["WO-P-PR.3e"]
