"""The facts of a group's request: what is refused, what null means, and what a page may build."""

from dataclasses import fields

import pytest

from briefings.rules import Fact, Facts, Organiser, RequestedBy, Speaker, answer
from briefings.rules.case import Case
from briefings.rules.facts import known_facts
from rulebook.briefing.request import Form
from rulebook.facts import UNKNOWN, FactFault
from rulebook.post import Post
from rulebook.protocols import protocol
from tests.briefings.asking import asked, facts


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"colour": "blue"}, "no fact «colour»"),
        ({"requested_by": "king"}, "«requested_by» is one of group-leader"),
        ({"requested_by": None}, "«requested_by» is one of group-leader"),
        ({"asked_of": "management"}, "«asked_of» is one of officer"),
        ({"asked_of": None}, "«asked_of» is one of officer"),
        ({"form": "lunch"}, "«form» is one of briefing"),
        ({"form": ["briefing"]}, "«form» is one of briefing"),
        ({"council_business": "yes"}, "«council_business» is true or false"),
        ({"party_political": 1}, "«party_political» is true or false"),
        ({"organised_by": "union"}, "«organised_by» is one of group, party"),
        ({"briefer": "director"}, "«briefer» is one of senior-officer"),
        ({"accompanied_by": True}, "«accompanied_by» is one of senior-officer"),
        ({"recommends": "true"}, "«recommends» is true or false"),
        ({"other_groups": -1}, "«other_groups» is how many"),
        ({"other_groups": 1.5}, "«other_groups» is how many"),
        ({"other_groups": True}, "«other_groups» is how many"),
        ({"other_groups": "2"}, "«other_groups» is how many"),
        ({"other_groups": 0, "already_briefed_another_group_on_this": True}, "contradict each other"),
        ({"other_groups": None, "already_briefed_another_group_on_this": True}, "contradict each other"),
    ],
)
def test_a_fact_that_does_not_fit_is_refused_with_a_sentence(changed: dict[str, object], told: str) -> None:
    with pytest.raises(FactFault, match=told):
        known_facts(facts("haringey", **changed))


def test_null_means_none_and_what_was_left_out_is_unknown() -> None:
    none = known_facts(
        dict.fromkeys(("party_political", "recommends", "briefer", "organised_by", "other_groups"))
    )
    assert (none.party_political, none.recommends, none.other_groups) == (False, False, 0)
    assert (none.briefer, none.organised_by) == (None, None)
    assert known_facts({}) == Facts()
    assert set(vars(Facts()).values()) == {UNKNOWN}


def test_a_whole_number_is_one_however_json_writes_it() -> None:
    assert known_facts({"other_groups": 2.0}).other_groups == 2


def test_facts_and_cases_have_the_facts_of_the_question_in_their_order() -> None:
    names = [fact.value for fact in Fact]
    assert [field.name for field in fields(Facts)] == names
    assert [field.name for field in fields(Case)] == names


def test_a_page_builds_the_facts_and_gets_the_answer_of_a_scenario() -> None:
    built = Facts(
        requested_by=RequestedBy.GROUP_LEADER,
        asked_of=Post.CHIEF_EXECUTIVE,
        form=Form.BRIEFING,
        council_business=True,
        seeks_confidential=False,
        party_political=False,
        non_members_attending=False,
        organised_by=Organiser.GROUP,
        briefer=Speaker.SENIOR,
        other_groups=2,
    )
    assert answer(built, protocol("haringey")) == asked("haringey")


def test_a_group_that_was_briefed_and_dissolved_is_no_contradiction_to_a_page() -> None:
    gone = known_facts(facts("haringey", other_groups=0))
    briefed = Facts(**{**vars(gone), "already_briefed_another_group_on_this": True})
    got = answer(briefed, protocol("haringey"))
    assert (got["outcome"], got["equal_access"]) == ("must-accept", None)
