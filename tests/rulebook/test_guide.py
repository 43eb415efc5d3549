"""The guides: every anchor stands in its text, and every row of the chapter «house» is shown by one."""

from collections.abc import Iterator
from itertools import groupby

import pytest

from rulebook.guide import Card, Guide, Part, anchors, where
from rulebook.guides import GUIDES, companion_title, companions
from rulebook.obligations import Coverage, Obligation, obligations
from rulebook.protocols import PROTOCOLS
from rulebook.text import Kind, paragraph


def shown(guide: Guide) -> Iterator[str]:
    """Every anchor that a page shows of that text."""
    yield from (*guide.scope, *guide.law)
    for found in guide.parts.values():
        yield from found
    yield from (one.anchor for one in guide.companions)
    for found in guide.prompts.values():
        yield from found
    for left, right in guide.compared:
        yield from (left, right)


def test_every_text_has_its_guide() -> None:
    assert list(GUIDES) == list(PROTOCOLS)


@pytest.mark.parametrize("key", list(GUIDES))
def test_every_anchor_stands_in_the_text_and_is_no_heading_and_no_page_number(key: str) -> None:
    kinds = {anchor: paragraph(key, anchor).kind for anchor in shown(GUIDES[key])}
    assert {anchor for anchor, kind in kinds.items() if kind in (Kind.HEADING, Kind.MARK)} == set()


@pytest.mark.parametrize("key", list(GUIDES))
def test_a_part_names_no_paragraph_twice(key: str) -> None:
    for part, found in GUIDES[key].parts.items():
        assert len(found) == len(set(found)), part


HOUSE = [one for one in obligations() if one.chapter == "house"]


@pytest.mark.parametrize("row", HOUSE, ids=lambda one: one.id)
def test_every_row_of_the_house_is_done_and_its_paragraph_is_shown(row: Obligation) -> None:
    assert row.coverage is not Coverage.NOT_COVERED
    # Guidance has a page of its own, on which its paragraph stands: tests/protocol_portal/test_guidance.py.
    assert row.anchor in set(shown(GUIDES[row.protocol])) or row.by == "keep-up-with-guidance"


def test_there_are_as_many_rows_of_the_house_as_were_counted() -> None:
    assert len(HOUSE) == 105


@pytest.mark.parametrize(
    ("key", "part"),
    [
        ("wokingham-2014", Part.FORMAL),
        ("wokingham-2014", Part.CRITICISM),
        ("haringey", Part.INFORMAL),
        ("mwda", Part.LEGAL_POSITION),
        ("parish", Part.MEMBERS),
        ("waltham-forest", Part.LEGAL_POSITION),
    ],
)
def test_a_text_that_says_nothing_has_no_paragraph_there(key: str, part: Part) -> None:
    assert part not in GUIDES[key].parts


def test_the_table_of_roles_is_waltham_forests_and_begins_with_its_headings() -> None:
    assert [key for key, guide in GUIDES.items() if guide.compared] == ["waltham-forest"]
    rows = [
        tuple(paragraph("waltham-forest", one).shown for one in row)
        for row in GUIDES["waltham-forest"].compared
    ]
    assert rows[0] == ("Members", "Officers")
    assert rows[-1] == ("Involved in senior appointments only.", "Day to day management of staff")


@pytest.mark.parametrize("part", list(Part))
def test_every_part_has_a_heading_a_page_and_a_sentence_for_silence(part: Part) -> None:
    assert part.label[0].isupper()
    assert part.when_silent.endswith(".")
    assert part.card in Card


@pytest.mark.parametrize("card", list(Card))
def test_every_page_has_a_name_and_a_lead_and_parts(card: Card) -> None:
    assert card.label
    assert card.lead.endswith(".")
    assert any(part.card is card for part in Part)


def test_anchors_can_be_written_short() -> None:
    assert anchors("1.3", "3.4-: a b") == ("1.3", "3.4-a", "3.4-b")


@pytest.mark.parametrize(
    ("key", "anchor", "id_", "label"),
    [
        ("waltham-forest", "2-b1", "WF-2.1", "protocol, section 2"),
        ("haringey", "2.2-a", "HA-2.2", "protocol, paragraph 2.2"),
        ("wokingham-2007", "9.3.8-c", "WO-E-9.3.8r", "protocol, paragraph 9.3.8"),
        ("waltham-forest", "2-roles-t3", "", "protocol, section 2"),
        ("wokingham-2007", "9.3.1-p2", "", "protocol, paragraph 9.3.1"),
        ("parish", "sig-2", "PA-SIG.1", "protocol, «Signature»"),
        ("parish", "int", "", "protocol, «Introduction»"),
        ("parish", "eq-1", "PA-EQ.1", "protocol, «Equalities issues»"),
    ],
)
def test_a_paragraph_goes_by_its_row_or_by_the_row_or_heading_before_it(
    key: str, anchor: str, id_: str, label: str
) -> None:
    citation = where(PROTOCOLS[key], anchor)
    assert (citation.id, citation.label) == (id_, label)


def test_documents_of_two_texts_never_share_a_name() -> None:
    names = [name for key in GUIDES for name in companions(key)]
    assert len(names) == len(set(names))
    assert companion_title("haringey:social-media") == "Social media policy"


@pytest.mark.parametrize("name", ["haringey:no-such", "atlantis:code", "nothing"])
def test_a_document_that_no_text_names_goes_by_its_name(name: str) -> None:
    assert companion_title(name) == name


def test_documents_of_one_paragraph_stand_together() -> None:
    for guide in GUIDES.values():
        runs = [anchor for anchor, _documents in groupby(one.anchor for one in guide.companions)]
        assert len(runs) == len(set(runs))
