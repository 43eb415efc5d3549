"""Where a request goes, side by side: one situation a row, one text a column, as the six texts read."""

from datetime import date

import pytest

from enquiries.rules import enquiry_triage
from rulebook.duty import Duty
from rulebook.local_term import LocalTerm
from rulebook.protocols import PROTOCOLS, protocol

MEMBER: dict[str, object] = {
    "asked_by": "member",
    "asks_for": "information",
    "for_constituent": False,
    "party_political": False,
    "established_procedure": None,
}
ASSISTANT = {"asked_by": "political-assistant"}
CO_OPTED = {"asked_by": "co-opted-member"}
PUBLIC = {"asked_by": "public"}
FOR_CONSTITUENT = {"for_constituent": True}
THEIR_DATA = {"for_constituent": True, "personal_data": True}

WORDS = {
    "enquiry": "member-enquiry",
    "service": "service-request",
    "complaint": "corporate-complaint",
    "procedure": "established-procedure",
    "which": "ask-which-member",
    "authority": "ask-for-authority",
    "decline": "may-decline",
    "-": None,
}
# Columns: Waltham Forest, Haringey, Wokingham 2007, Wokingham 2014, Merseyside, parish.
TABLE = [
    ({}, "enquiry enquiry enquiry enquiry enquiry refer"),
    ({"party_political": True}, "refuse refuse refuse refuse refuse refuse"),
    ({"established_procedure": "planning-objection"}, "enquiry procedure enquiry enquiry enquiry refer"),
    (
        {"established_procedure": "school-admissions", **FOR_CONSTITUENT, "in_public_domain": True},
        "enquiry procedure procedure enquiry enquiry refer",
    ),
    ({"asks_for": "constituent-complaint"}, "complaint complaint complaint enquiry enquiry refer"),
    ({"asks_for": "service", **FOR_CONSTITUENT}, "refer service service refer enquiry refer"),
    ({"asks_for": "service"}, "refer service service refer enquiry refer"),
    ({"asks_for": "research"}, "decline decline decline refer decline decline"),
    ({**ASSISTANT, "on_behalf_of_named_member": True}, "refer enquiry enquiry refer refer refer"),
    ({**ASSISTANT, "on_behalf_of_named_member": False}, "refer which enquiry refer refer refer"),
    (CO_OPTED, "- refer enquiry refer refer refer"),
    ({**CO_OPTED, "within_remit": True}, "enquiry refer enquiry refer refer refer"),
    ({**CO_OPTED, "within_remit": False}, "foi refer enquiry refer refer refer"),
    ({"access_disputed": True}, "refer refer refer refer refer refer"),
    ({"information_withheld": True}, "refuse refuse refuse refuse refuse refuse"),
    (FOR_CONSTITUENT, "enquiry enquiry enquiry enquiry authority refer"),
    (THEIR_DATA, "enquiry enquiry enquiry enquiry authority authority"),
    ({**THEIR_DATA, "written_authority": False}, "refer refer enquiry enquiry authority authority"),
    ({**THEIR_DATA, "written_authority": True}, "enquiry enquiry enquiry enquiry enquiry enquiry"),
    (
        {**FOR_CONSTITUENT, "in_public_domain": False, "personal_data": False},
        "enquiry enquiry refuse refuse enquiry refer",
    ),
    ({**FOR_CONSTITUENT, "in_public_domain": True}, "enquiry enquiry enquiry enquiry enquiry refer"),
    ({**FOR_CONSTITUENT, "data_protection_bars": True}, "refuse refuse refuse refuse refuse refuse"),
    ({"data_protection_bars": True}, "refuse refuse refer refer refuse refuse"),
    ({"right_arises_under": "dpa"}, "sar enquiry sar sar sar sar"),
    ({"right_arises_under": "foia"}, "enquiry enquiry enquiry enquiry enquiry foi"),
    ({"addressed_to": "officer"}, "redirect redirect redirect redirect enquiry refer"),
    ({"addressed_to": "head-of-service"}, "enquiry redirect redirect redirect enquiry refer"),
    ({"addressed_to": "assistant-director"}, "enquiry enquiry redirect redirect enquiry refer"),
    (
        {"addressed_to": "officer", "factual_only": True},
        "redirect redirect enquiry redirect enquiry refer",
    ),
    ({"disproportionate": True}, "enquiry enquiry enquiry enquiry decline refer"),
    (PUBLIC, "foi foi foi foi foi foi"),
    ({**PUBLIC, "right_arises_under": "eir"}, "eir eir eir eir eir eir"),
    ({**PUBLIC, "personal_data": True}, "sar sar sar sar sar sar"),
    ({**PUBLIC, "asks_for": "constituent-complaint"}, "complaint refer refer refer refer refer"),
    ({**PUBLIC, "access_disputed": True}, "refer foi foi foi foi foi"),
]
ROWS = [(key, facts, word) for facts, row in TABLE for key, word in zip(PROTOCOLS, row.split(), strict=True)]


@pytest.mark.parametrize(("key", "facts", "word"), ROWS)
def test_each_text_handles_the_situation_in_its_own_way(
    key: str, facts: dict[str, object], word: str
) -> None:
    answer = enquiry_triage(protocol(key), {**MEMBER, **facts})
    assert answer["handling"] == WORDS.get(word, word)


@pytest.mark.parametrize(("key", "facts", "word"), [row for row in ROWS if row[2] == "refer"])
def test_whoever_is_referred_is_told_to_whom_and_why(key: str, facts: dict[str, object], word: str) -> None:
    answer = enquiry_triage(protocol(key), {**MEMBER, **facts}).as_json()
    to_director = key == "mwda" and "access_disputed" in facts
    assert answer["to"] == ["director" if to_director else "monitoring-officer"]
    assert answer["reason"]


def test_a_text_without_enquiries_gains_them_once_the_council_sets_a_time_for_replies() -> None:
    term = LocalTerm(Duty.REPLY, 10, "working-days", "Minute 12", date(2026, 5, 1))
    answer = enquiry_triage(protocol("parish"), MEMBER, local_terms=[term])
    assert (answer["handling"], answer.gap) == ("member-enquiry", False)
    assert "local-term reply" in [str(cite) for cite in answer.cite]
    research = enquiry_triage(protocol("parish"), {**MEMBER, "asks_for": "research"}, local_terms=[term])
    assert research["handling"] == "may-decline"
    elsewhere = LocalTerm(Duty.CLOSE, 5, "working-days", "Minute 12", date(2026, 5, 1))
    assert enquiry_triage(protocol("parish"), MEMBER, local_terms=[elsewhere])["handling"] == "refer"


def test_a_local_term_changes_nothing_where_the_text_has_enquiries_of_its_own() -> None:
    term = LocalTerm(Duty.REPLY, 10, "working-days", "Minute 12", date(2026, 5, 1))
    for key in ("waltham-forest", "haringey", "wokingham-2007", "wokingham-2014", "mwda"):
        for facts, _row in TABLE:
            asked = {**MEMBER, **facts}
            assert enquiry_triage(protocol(key), asked, local_terms=[term]) == enquiry_triage(
                protocol(key), asked
            )
