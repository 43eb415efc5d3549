"""Whom each text lets people ask, and where the monitoring officer's reading prevails."""

import pytest

from rulebook.advice import STAND_INS, adviser, advisers, has_paragraph, prevails
from rulebook.post import Post
from rulebook.protocols import PROTOCOLS, protocol

MO, CE = Post.MONITORING_OFFICER, Post.CHIEF_EXECUTIVE
ASKED = {
    "waltham-forest": [(MO, ("WF-1.2", "WF-A0.1"))],
    "haringey": [(MO, ("HA-1.2b",)), (CE, ("HA-1.2b",))],
    "wokingham-2014": [(MO, ("WO-P-AI.5",))],
    "wokingham-2007": [(MO, ("WO-E-9.3.35b", "WO-E-AI.5")), (CE, ("WO-E-9.3.32n",))],
    "mwda": [(MO, ("MW-6.4b",))],
    "parish": [(MO, ("PA-INT.2", "PA-ATI.5"))],
}


@pytest.mark.parametrize("key", PROTOCOLS)
def test_each_text_says_whom_to_ask_and_where(key: str) -> None:
    found = [(one.post, tuple(cite.id for cite in one.cites)) for one in advisers(protocol(key))]
    assert found == ASKED[key]


def test_the_chief_executive_is_asked_in_wokingham_about_groups_alone() -> None:
    assert adviser(protocol("wokingham-2007"), CE).about_groups_only
    assert not adviser(protocol("haringey"), CE).about_groups_only


def test_a_post_that_the_text_does_not_name_leads_to_the_monitoring_officer() -> None:
    assert adviser(protocol("parish"), CE).post is MO


def test_a_reading_prevails_in_the_parish_alone() -> None:
    binding = {key: [cite.id for cite in prevails(text)] for key, text in PROTOCOLS.items() if prevails(text)}
    assert binding == {"parish": ["PA-INT.3"]}


def test_whoever_may_be_asked_has_somebody_to_answer_in_their_place() -> None:
    asked = {one.post for text in PROTOCOLS.values() for one in advisers(text)}
    assert asked == STAND_INS.keys()
    assert all(order[0] is post and len(order) > 1 for post, order in STAND_INS.items())


def test_a_paragraph_is_known_by_its_anchor_in_its_own_text_alone() -> None:
    assert has_paragraph(protocol("parish"), "int-2")
    assert not has_paragraph(protocol("haringey"), "int-2")
