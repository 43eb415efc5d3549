"""Where each text lets a request be handed on to, by what is known of it; and a statute's own clock."""

import datetime

import pytest

from enquiries.models import Redirection
from enquiries.rules import PROCESSES, answer_by, elsewhere, ground_of, rests_on, statutory_limit
from rulebook.bank_holidays import shipped_calendars
from rulebook.protocols import PROTOCOLS, protocol
from rulebook.triage import Handling

MEMBER = {"asked_by": "member", "established_procedure": None}
REQUESTS: dict[str, dict[str, object]] = {
    "a resident's complaint": {**MEMBER, "asks_for": "constituent-complaint"},
    "a repair for a resident": {**MEMBER, "asks_for": "service", "for_constituent": True},
    "the member's own bin": {**MEMBER, "asks_for": "service", "for_constituent": False},
    "what has a procedure": {
        **MEMBER,
        "asks_for": "information",
        "for_constituent": True,
        "established_procedure": "Permits",
    },
    "the member's own data": {
        **MEMBER,
        "asks_for": "information",
        "for_constituent": False,
        "personal_data": True,
        "right_arises_under": "dpa",
    },
    "outside the remit": {
        **MEMBER,
        "asked_by": "co-opted-member",
        "asks_for": "information",
        "within_remit": False,
        "right_arises_under": None,
    },
    "environmental, outside the remit": {
        **MEMBER,
        "asked_by": "co-opted-member",
        "asks_for": "information",
        "within_remit": False,
        "right_arises_under": "eir",
    },
    "an ordinary question": {**MEMBER, "asks_for": "information"},
}
COMPLAINT, SERVICE, PROCEDURE = (
    Handling.CORPORATE_COMPLAINT,
    Handling.SERVICE_REQUEST,
    Handling.ESTABLISHED_PROCEDURE,
)
# In the order of the requests above; None is «the text has no such course for it».
GOES: dict[str, tuple[Handling | None, ...]] = {
    "waltham-forest": (COMPLAINT, None, None, None, Handling.SAR, Handling.FOI, Handling.EIR, None),
    "haringey": (COMPLAINT, SERVICE, SERVICE, PROCEDURE, None, None, None, None),
    "wokingham-2007": (COMPLAINT, SERVICE, SERVICE, PROCEDURE, Handling.SAR, None, None, None),
    "wokingham-2014": (None, None, None, None, Handling.SAR, None, None, None),
    "mwda": (None, None, None, None, Handling.SAR, None, None, None),
    "parish": (None, None, None, None, Handling.SAR, None, Handling.EIR, None),
}


@pytest.mark.parametrize("text", PROTOCOLS)
def test_a_text_names_the_process_for_what_it_sends_elsewhere_and_none_for_the_rest(text: str) -> None:
    found = tuple(elsewhere(protocol(text), facts).process for facts in REQUESTS.values())
    assert found == GOES[text]


@pytest.mark.parametrize("text", PROTOCOLS)
@pytest.mark.parametrize("request_", REQUESTS)
def test_the_ground_is_found_again_by_the_ids_that_were_kept(text: str, request_: str) -> None:
    found = elsewhere(protocol(text), REQUESTS[request_])
    assert found.says
    if found.process is None:
        return
    ids = [cite.id for cite in rests_on(protocol(text), found, found.process)]
    ground = ground_of(protocol(text), found.process, [*ids, "an id that is gone"])
    assert ground.says == found.says
    assert [cite.id for cite in ground.cites] == list(dict.fromkeys(ids))


@pytest.mark.parametrize("text", PROTOCOLS)
@pytest.mark.parametrize("process", PROCESSES)
def test_what_the_monitoring_officer_decides_rests_on_who_settles_what_is_left_open(
    text: str, process: Handling
) -> None:
    found = elsewhere(protocol(text), REQUESTS["an ordinary question"])
    cites = rests_on(protocol(text), found, process)
    assert cites
    ground = ground_of(protocol(text), process, [cite.id for cite in cites])
    assert (ground.says, ground.cites) == ("", cites)


def test_while_the_remit_is_not_known_nothing_is_said() -> None:
    facts = {name: fact for name, fact in REQUESTS["outside the remit"].items() if name != "within_remit"}
    found = elsewhere(protocol("waltham-forest"), facts)
    assert (found.process, found.says) == (None, "")
    assert "within_remit" in found.answer.hangs_on


def test_the_table_of_redirections_has_the_processes_of_the_rules() -> None:
    assert {process.value for process in Redirection.Process} == {process.value for process in PROCESSES}


# Received on Monday 16 March 2026: St Patrick's Day the day after counts for no statute of twenty working
# days, and Good Friday and Easter Monday (3 and 6 April) for none.
@pytest.mark.parametrize(
    ("process", "received", "due"),
    [
        (Handling.FOI, "2026-03-16", "2026-04-16"),
        (Handling.EIR, "2026-03-16", "2026-04-16"),
        (Handling.SAR, "2026-03-16", "2026-04-16"),
        (Handling.SAR, "2026-01-31", "2026-03-02"),
        (Handling.SAR, "2026-04-25", "2026-05-26"),
    ],
)
@pytest.mark.parametrize("text", PROTOCOLS)
def test_a_statutes_date_is_counted_on_its_own_calendar(
    text: str, process: Handling, received: str, due: str
) -> None:
    day = answer_by(protocol(text), process, datetime.date.fromisoformat(received), shipped_calendars())
    assert day == datetime.date.fromisoformat(due)


@pytest.mark.parametrize("process", [COMPLAINT, SERVICE, PROCEDURE])
def test_where_no_statute_gives_a_date_none_is_made_up(process: Handling) -> None:
    text = protocol("haringey")
    assert statutory_limit(text, process, shipped_calendars()) is None
    assert answer_by(text, process, datetime.date(2026, 3, 16), shipped_calendars()) is None
