"""Notes on law that has moved on: each at a paragraph that does name the old law."""

import re

import pytest

from rulebook.citation import Source
from rulebook.overtaken import (
    DATA_PROTECTION,
    EQUALITY,
    EXTERNAL_AUDITOR,
    INTERESTS,
    KEY_DECISIONS,
    NO_OFFICER_CODE,
    NO_STANDARDS_BOARD,
    OWN_CODE,
    Overtaken,
    all_overtaken,
    overtaken,
)
from rulebook.protocols import PROTOCOLS
from rulebook.text import paragraph, paragraphs

# The old law, as the texts write it.
OLD = {
    OWN_CODE.says: "statutory Code of Conduct|national code",
    NO_OFFICER_CODE.says: "statutory code",
    NO_STANDARDS_BOARD.says: "standardsboard|Standards for England",
    DATA_PROTECTION.says: "Data Protection",
    EQUALITY.says: "Human Rights Act",
    EXTERNAL_AUDITOR.says: "District Auditor",
    KEY_DECISIONS.says: "Forward Plan",
    INTERESTS.says: "prejudicial interest",
}


@pytest.mark.parametrize(("place", "note"), all_overtaken().items(), ids=lambda one: str(one)[:40])
def test_a_note_stands_where_the_text_names_the_old_law(place: tuple[str, str], note: Overtaken) -> None:
    assert re.search(OLD[note.says], paragraph(*place).text, re.IGNORECASE)


@pytest.mark.parametrize("note", dict.fromkeys(all_overtaken().values()), ids=lambda one: one.says[:40])
def test_a_note_is_a_sentence_and_rests_on_law_and_never_on_the_text(note: Overtaken) -> None:
    assert note.says.endswith(".")
    assert all(cite.source in (Source.ACT, Source.STATUTORY_INSTRUMENT) for cite in note.cites)


@pytest.mark.parametrize("words", ["Standards for England", "standardsboard", "District Auditor"])
def test_no_paragraph_that_names_a_body_that_is_gone_is_without_a_note(words: str) -> None:
    named = [
        (key, one.anchor) for key in PROTOCOLS for one in paragraphs(key) if words.lower() in one.text.lower()
    ]
    assert named
    assert [place for place in named if overtaken(*place) is None] == []


def test_a_paragraph_whose_law_still_stands_has_none() -> None:
    assert overtaken("waltham-forest", "2-b1") is None
    assert overtaken("atlantis", "1") is None
