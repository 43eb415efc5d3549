"""What each text says of signing it: each value at its paragraph, and silence said as such."""

import pytest

from rulebook.obligations import Coverage, obligation
from rulebook.period import Months
from rulebook.protocols import PROTOCOLS
from rulebook.signing import AS_READ, BY_MANAGER, CODES, Again, Block, Bound, Code, Shown, Signer

SAID = {
    "waltham-forest": {Bound.ENGAGED_TOO: ["WF-1.4"], Shown.BY_MANAGER: ["WF-1.5"]},
    "haringey": {Bound.ALL: ["HA-1.1a"], Again.EACH_YEAR: ["HA-1.1a"]},
    "wokingham-2007": {
        Bound.ALL: ["WO-E-9.3.3"],
        Code.MEMBERS: ["WO-E-9.3.6a"],
        Code.OFFICERS: ["WO-E-9.3.6b"],
        Code.ASSISTANTS: ["WO-E-9.3.33a"],
    },
    "wokingham-2014": {},
    "mwda": {},
    "parish": {Block.READ: ["PA-SIG.1"]},
}


@pytest.mark.parametrize("key", SAID)
def test_each_text_says_what_it_says_and_no_more(key: str) -> None:
    terms = PROTOCOLS[key].signing
    found = {
        one.value: [cite.id for cite in one.cites]
        for one in (terms.bound, terms.block, terms.again, terms.shown)
        if one.value is not None
    }
    found |= {code: [cite.id for cite in cites] for code, cites in terms.codes.items()}
    assert found == SAID[key]
    for ids in found.values():
        for id_ in ids:
            row = obligation(id_)
            assert row is not None
            assert row.coverage is Coverage.RECORDED
            assert row.by in (AS_READ, BY_MANAGER, CODES)


def test_only_where_the_text_has_it_a_signature_ends_by_itself() -> None:
    again = {key: text.signing.again_after for key, text in PROTOCOLS.items()}
    assert again.pop("haringey") == Months(12)
    assert set(again.values()) == {None}


def test_a_silent_text_says_that_everybody_is_asked_anyway() -> None:
    said = [term.says for term in PROTOCOLS["mwda"].signing.in_words()]
    assert any("The portal asks everybody" in one for one in said)
    assert not any(term.by for term in PROTOCOLS["mwda"].signing.in_words())
    assert all(signer.label for signer in Signer)
