"""What a group gets under each of the six texts: each form and bar, and the case that it nearly is."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import rulebook
from briefings.rules import Trying
from protocol_portal.scenarios import Fault, Scenario, Setting, differences, read
from protocol_portal.scenarios import answer as answer_to
from rulebook.obligations import obligation
from rulebook.protocols import PROTOCOLS
from tests.briefings.asking import answer, asked, deciding

SHIPPED = Path(rulebook.__file__).parent / "scenarios"
LINES = ("given-briefing-request.jsonl", "briefing-request.jsonl")

# What a request comes to in each text, by one fact that is otherwise than in the request that nothing bars:
# Waltham Forest, Haringey, Wokingham 2007 and 2014, Merseyside, a parish.
TABLE: list[tuple[dict[str, object], str]] = [
    ({}, "allow allow allow refer allow refer"),
    ({"form": "briefing"}, "allow allow allow refer refer refer"),
    ({"form": "report"}, "refer allow refer refer allow refer"),
    ({"form": "attendance"}, "allow allow allow refer allow refer"),
    ({"requested_by": "group-member"}, "allow decline allow refer allow refer"),
    ({"requested_by": "member-without-group"}, "decline decline decline refer decline refer"),
    ({"council_business": False}, "decline decline decline refer decline decline"),
    ({"party_political": True}, "decline decline decline decline decline decline"),
    (
        {"form": "attendance", "party_political": True},
        "decline may-decline decline decline may-decline decline",
    ),
    ({"seeks_confidential": True}, "allow decline allow refer allow refer"),
    ({"form": "attendance", "seeks_confidential": True}, "allow allow allow refer allow refer"),
    (
        {"form": "attendance", "non_members_attending": True},
        "may-decline decline may-decline refer allow refer",
    ),
    ({"form": "report", "non_members_attending": True}, "refer allow refer refer allow refer"),
    ({"organised_by": "party"}, "decline refer decline decline refer refer"),
    ({"organised_by": None}, "allow allow allow refer allow refer"),
    ({"asked_of": "officer"}, "refer refer decline refer refer refer"),
    ({"asked_of": "director"}, "refer allow allow refer refer refer"),
    ({"briefer": "junior-officer"}, "decline allow decline refer allow refer"),
    ({"briefer": None}, "allow allow allow refer allow refer"),
    ({"briefer": "officer", "nominated_by_director": True}, "decline allow allow refer allow refer"),
    (
        {"briefer": "officer", "accompanied_by": "senior-officer", "junior_has_specialist_knowledge": True},
        "allow allow decline refer allow refer",
    ),
    (
        {"form": "attendance", "briefer": "officer", "representative": True},
        "decline allow decline refer allow refer",
    ),
    ({"deemed_unreasonable": True}, "allow refer allow refer allow refer"),
    ({"recommends": True}, "allow allow allow refer allow refer"),
    (
        {"already_briefed_another_group_on_this": True},
        "must-accept must-accept must-accept refer must-accept refer",
    ),
    (
        {"already_briefed_another_group_on_this": True, "form": "attendance"},
        "must-accept must-accept must-accept refer allow refer",
    ),
    ({"other_groups": 0}, "allow allow allow refer allow refer"),
]


@pytest.mark.parametrize(("changed", "outcomes"), TABLE)
def test_one_fact_otherwise_comes_to_what_each_text_has_for_it(
    changed: dict[str, object], outcomes: str
) -> None:
    assert {key: str(asked(key, **changed)["outcome"]) for key in PROTOCOLS} == dict(
        zip(
            ("waltham-forest", "haringey", "wokingham-2007", "wokingham-2014", "mwda", "parish"),
            outcomes.split(),
            strict=True,
        )
    )


EVERY_GROUP = {
    ("waltham-forest", "briefing"): "on-request",
    ("waltham-forest", "attendance"): "on-request",
    ("haringey", "briefing"): "offer-all",
    ("haringey", "report"): "offer-all",
    ("haringey", "attendance"): "offer-all",
    ("wokingham-2007", "briefing"): "same-advice-on-request",
    ("wokingham-2007", "attendance"): "same-advice-on-request",
    ("mwda", "report"): "inform-all-copy-on-request",
    ("mwda", "attendance"): "inform-all",
}


@pytest.mark.parametrize("form", ["briefing", "report", "attendance"])
@pytest.mark.parametrize("key", PROTOCOLS)
def test_what_every_other_group_gets_follows_the_form_and_needs_another_group(key: str, form: str) -> None:
    assert answer(key, form=form)["equal_access"] == EVERY_GROUP.get((key, form))
    assert answer(key, form=form, other_groups=0)["equal_access"] is None


@pytest.mark.parametrize("key", PROTOCOLS)
def test_what_is_declined_brings_nothing_with_it(key: str) -> None:
    got = answer(key, party_political=True, form="report")
    assert got["outcome"] == "decline"
    assert (got["decided_by"], got["equal_access"], got["content"], got["confidentiality"]) == (
        None,
        None,
        [],
        None,
    )


def lines() -> Iterator[Scenario | Fault]:
    """The lines that were given, and our own."""
    for name in LINES:
        with (SHIPPED / name).open("rb") as file:
            yield from read(file)


def test_every_line_is_answered_as_it_expects_and_cites_its_own_text() -> None:
    decided: set[str] = set()
    count = 0
    for line in lines():
        assert isinstance(line, Scenario)
        got = answer_to(line, Setting())
        assert differences(line.expect or {}, got.as_json()) == [], line.id
        assert line.why, line.id
        for cite in got.cite:
            row = obligation(cite.id)
            assert row is not None
            assert row.protocol == line.protocol.key
        if got["outcome"] is not None:
            decided.add(deciding(got))
        count += 1
    assert count > 70
    brought = {Trying.EQUAL_ACCESS, Trying.CONTENT, Trying.MUST_NOT, Trying.CONFIDENCE}
    assert decided == set(Trying) - brought
