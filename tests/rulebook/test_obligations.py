"""The register of obligations: whole, pointing at paragraphs and rules that exist."""

from collections import Counter
from dataclasses import replace

import pytest

from protocol_portal.rule_names import NAMES
from rulebook.obligations import (
    FINISHED_CHAPTERS,
    OUTSIDE_THE_TEXT,
    Coverage,
    Obligation,
    Tier,
    anchor_of,
    obligation,
    obligations,
    obligations_at,
)
from rulebook.protocols import PROTOCOLS
from rulebook.text import paragraph


def faults(row: Obligation, finished: frozenset[str]) -> list[str]:
    """What is wrong with a row."""
    doing = row.coverage in (Coverage.APPLIED, Coverage.PROMPTED, Coverage.RECORDED)
    return [
        fault
        for fault, there in {
            "says that something is done and not by what": doing and not row.by,
            "names a rule that does not exist": bool(row.by) and row.by not in NAMES,
            "names a rule and does nothing": bool(row.by) and not doing,
            "is not covered in a finished chapter": row.chapter in finished
            and row.tier is Tier.OPERATE
            and not row.is_covered,
        }.items()
        if there
    ]


def test_all_584_rows_are_there_each_once() -> None:
    ids = [row.id for row in obligations()]
    assert len(ids) == len(set(ids)) == 584
    assert Counter(row.protocol for row in obligations()) == {
        "waltham-forest": 118,
        "haringey": 91,
        "wokingham-2014": 78,
        "wokingham-2007": 155,
        "mwda": 107,
        "parish": 35,
    }


def test_every_row_stands_at_a_paragraph_of_its_own_text() -> None:
    outside = {row.id for row in obligations() if not row.anchor}
    assert outside == OUTSIDE_THE_TEXT
    for row in obligations():
        assert row.id.startswith(f"{PROTOCOLS[row.protocol].prefix}-")
        if row.anchor:
            assert paragraph(row.protocol, row.anchor).kind != "mark"


def test_every_row_says_truly_what_the_portal_does() -> None:
    assert {
        row.id: faults(row, FINISHED_CHAPTERS) for row in obligations() if faults(row, FINISHED_CHAPTERS)
    } == {}


def test_a_row_left_open_in_a_finished_chapter_is_told() -> None:
    row = obligation("WF-6.12")
    assert row is not None
    row = replace(row, coverage=Coverage.NOT_COVERED, by="")
    assert faults(row, frozenset({"enquiries"})) == ["is not covered in a finished chapter"]


def test_every_citation_of_every_protocol_stands_in_the_register() -> None:
    for text in PROTOCOLS.values():
        cited = [c for cites in text.duties.values() for c in cites]
        cited += [c for title in text.posts.values() for c in title.cites]
        cited += [c for cites in text.enquiries.other_cites.values() for c in cites]
        for citation in cited:
            row = obligation(citation.id)
            assert row is not None, citation.id
            assert row.protocol == text.key


@pytest.mark.parametrize(
    ("id_", "anchor"),
    [("WF-6.9", "6-enquiries-b2"), ("MW-7.6", "7.6"), ("HA-4.6n", "note-2"), ("FOIA 2000 s10(6)", "")],
)
def test_an_id_leads_to_its_paragraph(id_: str, anchor: str) -> None:
    assert anchor_of(id_) == anchor


def test_a_paragraph_lists_the_rows_that_rest_on_it() -> None:
    assert [row.id for row in obligations_at("waltham-forest", "1-purpose-p3")] == [
        "WF-1.1",
        "WF-1.2",
        "WF-1.3",
    ]
    assert obligations_at("waltham-forest", "1-purpose-p1") == ()
