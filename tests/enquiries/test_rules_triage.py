"""Where a request goes: faults, unknown facts, and the order of the matters, under all six texts."""

from collections.abc import Mapping
from itertools import combinations

import pytest

from enquiries.rules import TRIAGE_RULES, enquiry_triage
from rulebook.citation import is_met_by
from rulebook.decision import Answer
from rulebook.facts import FactFault
from rulebook.protocols import PROTOCOLS, protocol
from rulebook.triage import Fact, Matter

Facts = Mapping[str, object]
SIX = list(PROTOCOLS)
KEYS = {"handling", "to", "next_step", "formal_foi_required", "reasons_in_writing", "copy_to", "appeal"}
MEMBER: Facts = {
    "asked_by": "member",
    "asks_for": "information",
    "for_constituent": False,
    "party_political": False,
    "established_procedure": None,
}
ASSISTANT: Facts = {**MEMBER, "asked_by": "political-assistant"}


def ask(key: str, facts: Facts, **more: object) -> Answer:
    return enquiry_triage(protocol(key), {**facts, **more})


def decided_by(answer: Answer) -> str:
    return next(one.rule for one in answer.trace if one.matched)


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"colour": "blue"}, "no fact «colour»"),
        ({"asked_by": "councillor"}, "«asked_by» is one of member"),
        ({"asked_by": None}, "«asked_by» is one of"),
        ({"asks_for": ["information"]}, "«asks_for» is one of"),
        ({"asks_for": None}, "«asks_for» is one of"),
        ({"addressed_to": "janitor"}, "«addressed_to» is one of officer"),
        ({"right_arises_under": "gdpr"}, "«right_arises_under» is one of foia"),
        ({"channel": "pigeon"}, "«channel» is one of verbal"),
        ({"party_political": "no"}, "«party_political» is true or false"),
        ({"within_remit": 1}, "«within_remit» is true or false"),
        ({"established_procedure": True}, "«established_procedure» is text"),
        ({"established_procedure": " "}, "null where there is none"),
        ({"data_protection_bars": True, "personal_data": False}, "contradict"),
        ({"right_arises_under": "dpa", "personal_data": False}, "contradict"),
        ({"factual_only": True, "asks_for": "service"}, "contradict"),
        ({"factual_only": True, "asks_for": "constituent-complaint"}, "contradict"),
    ],
)
@pytest.mark.parametrize("key", SIX)
def test_a_fact_that_does_not_fit_or_contradicts_another_is_refused_by_name(
    key: str, facts: Facts, told: str
) -> None:
    with pytest.raises(FactFault, match=told):
        ask(key, {**MEMBER, **facts})


@pytest.mark.parametrize(
    "facts",
    [
        {"in_public_domain": True, "data_protection_bars": True},
        {"asks_for": "constituent-complaint", "for_constituent": False},
        {"on_behalf_of_named_member": True},
        {"factual_only": False, "asks_for": "service"},
        {"data_protection_bars": False, "personal_data": False},
    ],
)
def test_facts_that_only_look_odd_together_are_no_fault(facts: Facts) -> None:
    assert ask("waltham-forest", {**MEMBER, **facts})["handling"]


@pytest.mark.parametrize("key", SIX)
def test_null_is_no_and_none_and_is_known(key: str) -> None:
    nothing = {fact.value: None for fact in Fact if fact not in (Fact.ASKED_BY, Fact.ASKS_FOR)}
    answer = ask(key, {"asked_by": "member", "asks_for": "information"}, **nothing)
    assert (answer["handling"], answer.hangs_on) == ("refer" if key == "parish" else "member-enquiry", ())


@pytest.mark.parametrize("key", SIX)
def test_every_answer_has_every_key_and_a_sentence(key: str) -> None:
    for facts in ({}, MEMBER, {**MEMBER, "asked_by": "public"}, {**MEMBER, "party_political": True}):
        answer = ask(key, facts).as_json()
        assert set(answer) == KEYS | {"cite", "reason", "gap", "hangs_on"}
        assert str(answer["reason"]).endswith(".")


@pytest.mark.parametrize(
    ("key", "facts", "hangs_on"),
    [
        ("waltham-forest", {**MEMBER, "party_political": True}, set()),
        ("parish", {**MEMBER, "asks_for": "service"}, set()),
        ("parish", {"asked_by": "public", "asks_for": "service"}, {"party_political"}),
        ("haringey", {"asks_for": "service"}, {"party_political", "established_procedure"}),
        ("mwda", ASSISTANT, set()),
        ("haringey", {**MEMBER, "information_withheld": True}, set()),
        ("parish", MEMBER, set()),
        ("haringey", MEMBER, set()),
        ("waltham-forest", {**MEMBER, "asked_by": "co-opted-member"}, {"within_remit"}),
        (
            "wokingham-2014",
            {**MEMBER, "for_constituent": True},
            {"in_public_domain", "data_protection_bars"},
        ),
    ],
)
def test_an_answer_names_what_would_change_it_for_that_asker_and_text(
    key: str, facts: Facts, hangs_on: set[str]
) -> None:
    assert set(ask(key, facts).hangs_on) == hangs_on


@pytest.mark.parametrize(
    ("key", "facts", "fact", "handling"),
    [
        ("haringey", ASSISTANT, "on_behalf_of_named_member", "ask-which-member"),
        ("mwda", {**MEMBER, "for_constituent": True}, "written_authority", "ask-for-authority"),
        ("wokingham-2007", {**MEMBER, "addressed_to": "officer"}, "factual_only", "redirect"),
    ],
)
def test_what_the_answer_itself_asks_for_is_presumed_and_named(
    key: str, facts: Facts, fact: str, handling: str
) -> None:
    answer = ask(key, facts)
    assert answer["handling"] == handling
    assert fact in answer.hangs_on


def test_an_answer_waits_for_the_remit_and_gives_what_does_not_hang_on_it() -> None:
    answer = ask("waltham-forest", MEMBER, asked_by="co-opted-member", information_withheld=True)
    assert (answer["handling"], answer["next_step"], answer["copy_to"]) == (None, None, ())
    assert answer["reasons_in_writing"] is False
    assert answer["formal_foi_required"] is None
    assert "within_remit" in answer.hangs_on
    assert "whether it is within the remit" in answer.reason
    assert is_met_by("WF-6.14", [str(cite) for cite in answer.cite])


@pytest.mark.parametrize("key", SIX)
def test_nobody_can_say_where_a_request_goes_without_knowing_what_it_asks_for(key: str) -> None:
    assert ask(key, {"asked_by": "member"})["handling"] is None
    assert ask(key, {"asks_for": "information"})["handling"] is None
    assert ask(key, {"party_political": True})["handling"] == "refuse"


# For each matter the facts that bring it up in the text, where the text has it.
BRINGS_UP: dict[Matter, Facts] = {
    Matter.PARTY_POLITICAL: {"party_political": True},
    Matter.ESTABLISHED_PROCEDURE: {
        "established_procedure": "school-admissions",
        "for_constituent": True,
        "in_public_domain": True,
    },
    Matter.CONSTITUENT_COMPLAINT: {"asks_for": "constituent-complaint"},
    Matter.SERVICE_REQUEST: {"asks_for": "service"},
    Matter.WHICH_MEMBER: {"asked_by": "political-assistant", "on_behalf_of_named_member": False},
    Matter.DISPUTE: {"access_disputed": True},
    Matter.REMIT: {"asked_by": "co-opted-member", "within_remit": False},
    Matter.AUTHORITY: {"data_protection_bars": True},
    Matter.WITHHELD: {"information_withheld": True},
    Matter.REDIRECT: {"addressed_to": "officer"},
    Matter.ENQUIRY: {},
}
ABSENT = {
    "waltham-forest": {Matter.ESTABLISHED_PROCEDURE},
    "haringey": set(),
    "wokingham-2007": {Matter.WHICH_MEMBER, Matter.REMIT},
    "wokingham-2014": {Matter.ESTABLISHED_PROCEDURE, Matter.CONSTITUENT_COMPLAINT},
    "mwda": {
        Matter.ESTABLISHED_PROCEDURE,
        Matter.CONSTITUENT_COMPLAINT,
        Matter.SERVICE_REQUEST,
        Matter.REDIRECT,
    },
    "parish": {Matter.ESTABLISHED_PROCEDURE, Matter.REMIT, Matter.REDIRECT},
}


def pairs() -> list[tuple[str, Matter, Matter]]:
    """Two matters of one text whose facts can be so together; authority is a matter of information alone."""
    found = []
    for key in SIX:
        for earlier, later in combinations([one for one in Matter if one not in ABSENT[key]], 2):
            first, second = BRINGS_UP[earlier], BRINGS_UP[later]
            clash = any(second.get(name, value) != value for name, value in first.items())
            if not clash and not (later is Matter.AUTHORITY and "asks_for" in first):
                found.append((key, earlier, later))
    return found


@pytest.mark.parametrize(("key", "earlier", "later"), pairs())
def test_of_two_matters_the_earlier_decides(key: str, earlier: Matter, later: Matter) -> None:
    together = {**MEMBER, **BRINGS_UP[later], **BRINGS_UP[earlier]}
    assert decided_by(ask(key, together)) == earlier.value


@pytest.mark.parametrize("key", SIX)
def test_the_trace_tells_why_each_matter_before_did_not_decide(key: str) -> None:
    trace = ask(key, MEMBER).trace
    assert (
        [one.rule for one in trace]
        == [rule.id for rule in TRIAGE_RULES]
        == [matter.value for matter in Matter]
    )
    assert [one.matched for one in trace] == [False] * 10 + [True]
    assert "«party_political» is false" in trace[0].why
    assert "«asked_by» is member" in trace[4].why or trace[4].why == "the text has no such rule"
    assert "not known: «access_disputed»" in trace[5].why


def test_the_name_of_the_procedure_is_told_whatever_stands_in_it() -> None:
    assert "«{0} %s»" in ask("haringey", MEMBER, established_procedure="{0} %s").reason
