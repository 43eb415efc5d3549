"""What a list shows as open: the defaults that it states, and what it leaves to a question."""

import pytest

from access_rules.rules import may_open
from rulebook.facts import FactFault
from rulebook.protocols import protocol
from tests.access_rules.asking import (
    CABINET,
    FILE,
    HA,
    MEMBER,
    MW,
    OFFICER,
    ON_THE_BODY,
    PA,
    PAPER,
    PUBLIC,
    SCRUTINY,
    WF,
    Facts,
    exempt,
)

ACCEPTED: Facts = {**MEMBER, "need_to_know": "accepted"}
CASEWORK: Facts = {**FILE, "personal_data": "constituent"}


@pytest.mark.parametrize(
    ("text", "person", "document", "opens"),
    [
        (WF, PUBLIC, {**PAPER, "status": "public"}, True),
        (WF, PUBLIC, exempt("1"), False),
        (WF, PUBLIC, FILE, False),
        (WF, MEMBER, PAPER, True),
        (WF, MEMBER, exempt("3"), True),
        (WF, MEMBER, exempt("1"), False),
        (WF, MEMBER, {**PAPER, "stage": "after"}, False),
        (HA, MEMBER, exempt("3"), True),
        (WF, ON_THE_BODY, exempt("1"), True),
        (WF, {**ON_THE_BODY, "interest": "dpi"}, exempt("1"), False),
        (PA, ON_THE_BODY, exempt("1"), False),
        (WF, SCRUTINY, CABINET, True),
        (WF, MEMBER, CABINET, False),
        (WF, OFFICER, exempt("1"), False),
        (WF, {"kind": "monitoring_officer"}, exempt("1"), True),
        # A finding that was made for one request opens no list.
        (WF, ACCEPTED, FILE, False),
        (MW, ACCEPTED, FILE, False),
        # Nor does an authority, nor a part.
        (WF, MEMBER, CASEWORK, False),
        (WF, MEMBER, exempt("1", part_exempt=True), False),
        # What the lenses disagree on is not open.
        (WF, {**SCRUTINY, "scrutiny_link": "both"}, {**CABINET, "status": "confidential"}, False),
        # Nor what is not known.
        (WF, {}, PAPER, False),
        (WF, MEMBER, {"body": "committee"}, False),
    ],
)
def test_a_list_shows_what_needs_no_finding(text: str, person: Facts, document: Facts, opens: bool) -> None:
    assert may_open(protocol(text), person, document) is opens


def test_a_list_asks_as_strictly_as_a_question() -> None:
    with pytest.raises(FactFault, match="no fact «colour»"):
        may_open(protocol(WF), {"colour": "red"}, PAPER)
