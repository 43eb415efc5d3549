"""When a reply is due and what a holding reply holds: the answers beyond what scenario lines can say."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from enquiries.rules import holding_reply, reply_deadline
from rulebook.bank_holidays import Calendars, Region, calendar_of, shipped_calendars
from rulebook.calendar import DateOutOfRange
from rulebook.decision import Answer
from rulebook.duty import Duty
from rulebook.facts import FactFault
from rulebook.local_term import LocalTerm
from rulebook.obligations import obligation
from rulebook.protocol import EnquiryKind
from rulebook.protocols import PROTOCOLS, protocol

WF = protocol("waltham-forest")
CLOSED = {date(2026, 11, 23): "Office move"}
LOCAL = Calendars(
    calendar_of([Region.ENGLAND_AND_WALES], CLOSED),
    shipped_calendars().england_and_wales,
    shipped_calendars().united_kingdom,
)
keys = st.sampled_from(list(PROTOCOLS))
received = st.dates(date(2000, 1, 1), date(2040, 12, 31)).map(str)


@settings(deadline=None)
@given(keys, st.sampled_from(list(EnquiryKind)), received)
def test_every_text_answers_every_kind_with_ids_that_exist(key: str, kind: EnquiryKind, day: str) -> None:
    answer = reply_deadline(protocol(key), {"kind": kind.value, "received": day})
    assert answer.reason.endswith(".")
    assert (answer["due"] is None) is (answer.hangs_on == ("local_term",))
    for citation in answer.cite:
        assert " " in citation.id or obligation(citation.id) is not None


@pytest.mark.parametrize(
    "facts",
    [
        {"kind": "letter"},
        {"kind": None},
        {"kind": ["foi"]},
        {"received": "20 November 2026"},
        {"received": "20261120"},
        {"received": "2026-02-30"},
        {"received": 20261120},
        {"received": "２０２６-11-20"},
        {"colour": "blue"},
        {"local_term": 10},
        {"local_term": {"days": 10}},
        {"local_term": {"days": True, "calendar": "month"}},
        {"local_term": {"days": "10", "calendar": "month"}},
        {"local_term": {"days": 0, "calendar": "working-days"}},
        {"local_term": {"days": 10, "calendar": "clear-days"}},
        {"local_term": {"days": 10, "calendar": ["month"]}},
        {"local_term": {"days": 10, "calendar": "month", "from": "2026-01-01"}},
    ],
)
def test_a_fact_that_does_not_fit_is_refused_by_name(facts: dict[str, object]) -> None:
    with pytest.raises(FactFault, match=next(iter(facts))):
        reply_deadline(WF, {"kind": "member-enquiry", "received": "2026-11-20"} | facts)


@pytest.mark.parametrize("kind", ["member-enquiry", "foi", "sar"])
def test_a_date_at_the_end_of_the_calendar_is_refused_by_name(kind: str) -> None:
    with pytest.raises(DateOutOfRange):
        reply_deadline(WF, {"kind": kind, "received": "9999-12-30"})


def test_a_date_of_the_first_year_is_counted() -> None:
    assert reply_deadline(WF, {"kind": "member-enquiry", "received": "0001-01-01"})["due"] == date(1, 1, 11)


def test_holidays_that_are_not_known_are_owned_up_to() -> None:
    far = reply_deadline(protocol("mwda"), {"kind": "correspondence", "received": "2028-12-22"})
    assert "Bank holidays are known here only" in far.reason
    near = reply_deadline(protocol("mwda"), {"kind": "correspondence", "received": "2028-12-01"})
    assert "known here only" not in near.reason
    plain = reply_deadline(WF, {"kind": "member-enquiry", "received": "2035-12-20"})
    assert "known here only" not in plain.reason


def test_a_deadline_on_a_closed_day_names_the_last_working_day_before_it() -> None:
    answer = reply_deadline(WF, {"kind": "member-enquiry", "received": "2026-12-15"})
    assert answer["due"] == date(2026, 12, 25)
    assert (
        "It stays on that day (Christmas Day); the last working day before it is Thursday 24" in answer.reason
    )


def test_a_missing_term_is_named() -> None:
    answer = reply_deadline(protocol("haringey"), {"kind": "member-enquiry", "received": "2026-11-20"})
    assert "The local term for the duty «reply»" in answer.reason


def test_a_dated_term_amends_the_text_from_its_first_day() -> None:
    terms = [LocalTerm(Duty.REPLY, 5, "working days", "minute 12", date(2026, 11, 20))]
    ask = {"kind": "member-enquiry"}
    before = reply_deadline(WF, ask | {"received": "2026-11-19"}, local_terms=terms)
    assert (before["days"], before["set_by"]) == (10, "protocol")
    after = reply_deadline(WF, ask | {"received": "2026-11-20"}, local_terms=terms)
    assert (after["due"], after["set_by"]) == (date(2026, 11, 27), "local-setting")
    assert "minute 12" in after.reason
    assert "WF-6.9" in after.as_json()["cite"]


def test_closed_days_lengthen_the_protocol_s_working_days_and_no_statute_s() -> None:
    letter = {"kind": "correspondence", "received": "2026-11-20"}
    assert reply_deadline(protocol("mwda"), letter, calendars=LOCAL)["due"] == date(2026, 11, 30)
    request = {"kind": "foi", "received": "2026-11-20"}
    assert reply_deadline(WF, request, calendars=LOCAL) == reply_deadline(WF, request)


def test_the_trace_says_which_rule_matched_and_why_the_others_did_not() -> None:
    answer = reply_deadline(protocol("haringey"), {"kind": "member-enquiry", "received": "2026-11-20"})
    tried = {one.rule: one.matched for one in answer.trace}
    assert list(tried) == ["foi-reply", "eir-reply", "sar-reply", "protocol-reply", "local-term-reply"]
    assert not any(tried.values())
    assert all(one.why for one in answer.trace)


def holding(**changed: object) -> Answer:
    facts = {"received": "2026-11-20", "sent": "2026-11-27", "in_writing": True, "reason": "r", "action": "a"}
    return holding_reply(WF, facts | {"new_deadline": "2026-12-08"} | changed)


@pytest.mark.parametrize("blank", [None, "", " ", "\t\n", "\u00a0", "\u200b", "\u2060"])
@pytest.mark.parametrize("part", ["reason", "action"])
def test_a_part_that_nobody_can_read_is_missing(part: str, blank: object) -> None:
    assert holding(**{part: blank})["missing"] == [part]


@pytest.mark.parametrize(
    "facts", [{"in_writing": "true"}, {"in_writing": 1}, {"reason": 5}, {"sent": "soon"}, {"tone": "kind"}]
)
def test_a_part_of_the_wrong_type_is_a_fault(facts: dict[str, object]) -> None:
    with pytest.raises(FactFault, match=next(iter(facts))):
        holding(**facts)


def test_a_reply_sent_before_the_enquiry_came_contradicts_itself() -> None:
    with pytest.raises(FactFault, match="before"):
        holding(sent="2026-11-19")


def test_a_new_deadline_before_receipt_is_useless_whenever_it_was_sent() -> None:
    assert holding(sent=None, new_deadline="2026-11-20")["missing"] == ["sent", "new_deadline"]
    assert holding(sent=None)["missing"] == ["sent"]
