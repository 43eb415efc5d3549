"""A group's request: which rule comes first, who decides, what is not known, and what the reason says."""

import pytest

from briefings.rules import REQUEST_RULES, Trying, briefing_request
from rulebook.decision import Answer
from rulebook.protocols import PROTOCOLS, protocol
from tests.briefings.asking import asked, deciding, without

SECOND = {"already_briefed_another_group_on_this": True}


def got(key: str, *left_out: str, **changed: object) -> Answer:
    """The answer with facts left out."""
    return briefing_request(protocol(key), without(key, *left_out, **changed))


@pytest.mark.parametrize(
    ("key", "changed", "rule"),
    [
        # What the text bars comes before everything, the second group's right too.
        ("haringey", {"non_members_attending": True, **SECOND}, Trying.NON_MEMBERS),
        ("haringey", {"seeks_confidential": True, "deemed_unreasonable": True}, Trying.CONFIDENTIAL),
        ("haringey", {"requested_by": "group-member", "party_political": True}, Trying.REQUESTER),
        ("wokingham-2007", {"asked_of": "officer", "non_members_attending": True}, Trying.OTHER_OFFICERS),
        ("waltham-forest", {"form": "report", "organised_by": "party"}, Trying.PARTY_MEETING),
        # Then what the text is silent on, even where another group had it.
        ("mwda", {"form": "briefing", **SECOND}, Trying.SILENT),
        ("haringey", {"organised_by": "party", "deemed_unreasonable": True}, Trying.SILENT),
        # Then the second group, before whatever leaves a choice to somebody.
        ("haringey", {"deemed_unreasonable": True, **SECOND}, Trying.SECOND_GROUP),
        ("haringey", {"asked_of": "head-of-service", **SECOND}, Trying.SECOND_GROUP),
        ("haringey", {"form": "attendance", "party_political": True, **SECOND}, Trying.SECOND_GROUP),
        ("waltham-forest", {"non_members_attending": True, **SECOND}, Trying.SECOND_GROUP),
        # Then whoever else decides, before whoever may decline.
        ("waltham-forest", {"asked_of": "director", "non_members_attending": True}, Trying.OTHER_POST),
        ("haringey", {"asked_of": "officer", "deemed_unreasonable": True}, Trying.OTHER_POST),
        ("mwda", {"form": "attendance", "party_political": True}, Trying.TOO_POLITICAL),
        ("wokingham-2007", {"non_members_attending": True}, Trying.STRANGERS),
        ("wokingham-2007", {}, Trying.NOT_BARRED),
    ],
)
def test_the_first_rule_that_matches_decides(key: str, changed: dict[str, object], rule: Trying) -> None:
    assert deciding(asked(key, **changed)) == rule


@pytest.mark.parametrize(
    ("key", "changed", "post"),
    [
        ("waltham-forest", {}, "chief-executive"),
        ("waltham-forest", {"chief_executive_absent": True}, "executive-director"),
        (
            "waltham-forest",
            {"chief_executive_absent": True, "non_members_attending": True},
            "executive-director",
        ),
        ("waltham-forest", {"chief_executive_absent": True, **SECOND}, "executive-director"),
        ("waltham-forest", {"asked_of": "executive-director"}, "chief-executive"),
        ("waltham-forest", {"asked_of": "head-of-paid-service"}, "chief-executive"),
        # No other text says who decides while the Chief Executive is absent.
        ("haringey", {"chief_executive_absent": True}, "chief-executive"),
        ("haringey", {"asked_of": "director", "deemed_unreasonable": True}, "chief-executive"),
        ("haringey", {"asked_of": "executive-director"}, "executive-director"),
        ("haringey", {"asked_of": "section-151-officer"}, "chief-executive"),
        ("wokingham-2007", {"asked_of": "section-151-officer"}, "section-151-officer"),
        ("wokingham-2007", {"asked_of": "officer", "nominated_by_director": True}, "director"),
        ("mwda", {"asked_of": "director"}, "clerk"),
        ("mwda", {"asked_of": "head-of-paid-service"}, "clerk"),
        ("mwda", {"form": "briefing"}, "monitoring-officer"),
        ("parish", {}, "monitoring-officer"),
        ("wokingham-2014", {"asked_of": "monitoring-officer"}, "monitoring-officer"),
        ("parish", {"party_political": True}, None),
    ],
)
def test_who_decides_is_whom_the_text_names_or_the_monitoring_officer(
    key: str, changed: dict[str, object], post: str | None
) -> None:
    assert asked(key, **changed)["decided_by"] == post


@pytest.mark.parametrize(
    ("key", "left_out", "changed", "hangs_on"),
    [
        ("haringey", "requested_by", {}, {"requested_by"}),
        ("mwda", "requested_by", {}, {"requested_by"}),
        ("parish", "requested_by", {}, set()),
        ("haringey", "asked_of", {}, {"asked_of"}),
        ("haringey", "seeks_confidential", {}, {"seeks_confidential"}),
        ("haringey", "seeks_confidential", {"form": "attendance"}, set()),
        ("waltham-forest", "seeks_confidential", {}, set()),
        ("mwda", "non_members_attending", {}, set()),
        ("haringey", "non_members_attending", {"form": "report"}, set()),
        ("waltham-forest", "briefer", {}, {"briefer"}),
        ("haringey", "briefer", {}, set()),
        ("haringey", "organised_by", {}, {"organised_by"}),
        ("wokingham-2014", "organised_by", {}, {"organised_by"}),
        ("haringey", "other_groups", {}, {"other_groups"}),
        # What is declined already hangs on nothing else.
        ("haringey", "other_groups", {"party_political": True}, set()),
        ("haringey", "seeks_confidential", {"party_political": True}, set()),
        # What is told when it is so is not asked for at every turn.
        ("haringey", "other_groups", {"other_groups": 2, "deemed_unreasonable": False}, {"other_groups"}),
        ("haringey", "", {}, set()),
        ("waltham-forest", "", {}, set()),
        # Whoever comes and is not senior is asked about.
        (
            "waltham-forest",
            "",
            {"briefer": "junior-officer"},
            {"accompanied_by", "junior_has_specialist_knowledge"},
        ),
        ("waltham-forest", "", {"accompanied_by": "junior-officer"}, {"junior_has_specialist_knowledge"}),
        ("waltham-forest", "", {"briefer": "junior-officer", "accompanied_by": None}, set()),
        ("wokingham-2007", "", {"briefer": "officer"}, {"nominated_by_director"}),
        ("waltham-forest", "", {"asked_of": "executive-director"}, {"chief_executive_absent"}),
        ("haringey", "", {"asked_of": "executive-director"}, set()),
    ],
)
def test_an_unknown_fact_is_named_only_where_it_would_change_the_answer(
    key: str, left_out: str, changed: dict[str, object], hangs_on: set[str]
) -> None:
    assert set(got(key, left_out, **changed).hangs_on) == hangs_on


def test_what_does_not_hang_on_the_unknown_is_given() -> None:
    known = got("haringey", "seeks_confidential").as_json()
    assert (known["outcome"], known["decided_by"], known["equal_access"]) == (None, None, None)
    assert known["must_not"] == ["recommendation", "political-implications"]
    assert known["reason"] == (
        "What becomes of this hangs on whether confidential or personal information is asked for. Say so, "
        "and ask again."
    )
    strangers = got("waltham-forest", "non_members_attending").as_json()
    assert (strangers["outcome"], strangers["decided_by"]) == (None, "chief-executive")
    assert "WF-4.4" in strangers["cite"]


def test_an_answer_that_stands_names_what_some_of_it_hangs_on() -> None:
    known = got("mwda", "other_groups")
    assert (known["outcome"], known["equal_access"]) == ("allow", None)
    assert known.reason.endswith("It may be otherwise once it is known how many other groups there are.")


@pytest.mark.parametrize(
    ("key", "changed", "said"),
    [
        ("haringey", {"requested_by": "group-member"}, "Ask the leader of your group"),
        ("haringey", {"requested_by": "member-without-group"}, "in an enquiry, as any member does"),
        ("haringey", {"seeks_confidential": True}, "asked for as a document"),
        ("haringey", {"non_members_attending": True}, "a meeting of members and officers only"),
        ("wokingham-2007", {"asked_of": "officer"}, "Ask the Chief Executive or the Director"),
        ("waltham-forest", {"briefer": "officer"}, "Ask for a senior officer to speak"),
        ("waltham-forest", {"accompanied_by": "officer"}, "the senior officer may come alone"),
        ("waltham-forest", {"asked_of": "director"}, "goes on to the Chief Executive"),
        ("waltham-forest", {"organised_by": "party"}, "a meeting of the group itself"),
        ("waltham-forest", {"form": "report"}, "The protocol is silent on a report"),
        ("mwda", {"organised_by": "party"}, "silent on help for a meeting that a political party arranges"),
        (
            "mwda",
            {"form": "attendance", "party_political": True},
            "The Clerk to the Authority may decline, and says why.",
        ),
        ("mwda", {"recommends": True}, "without the recommendation that the group asks for"),
        ("mwda", {"other_groups": 0}, "no other group today"),
    ],
)
def test_the_reason_says_what_whoever_asks_can_do(key: str, changed: dict[str, object], said: str) -> None:
    assert said in asked(key, **changed).reason


def test_no_sentence_speaks_of_a_recommendation_that_the_text_does_not_bar() -> None:
    assert "recommend" not in asked("wokingham-2007", recommends=True).reason


def test_the_trace_names_rules_of_the_house_in_their_order() -> None:
    names = [rule.id for rule in REQUEST_RULES]
    for key in PROTOCOLS:
        tried = [one.rule for one in asked(key).trace]
        assert tried == [name for name in names if name in tried]
        assert tried[-4:] == names[-4:]
    declined = asked("haringey", requested_by="group-member").trace
    assert [one.matched for one in declined] == [True, False, False, True, False]
