"""The facts of a complaint: what is refused, what null means, and what follows from a post."""

import pytest

from complaints.rules.route.facts import known_complaint
from complaints.rules.route.parties import Party
from rulebook.complaint import Employer, PartyKind
from rulebook.facts import UNKNOWN, FactFault
from rulebook.post import Post
from tests.complaints.complaining import facts


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"colour": "blue"}, "no fact «colour»"),
        ({"complainant": "member"}, "«complainant» is an object"),
        ({"subject": None}, "«subject» is an object"),
        ({"subject": {"kind": "king"}}, "«subject»: «kind» is one of member"),
        ({"subject": {"kind": None}}, "«kind» is one of member"),
        ({"subject": {"kind": "officer", "post": "management"}}, "«post» is one of officer"),
        ({"subject": {"kind": "officer", "post": "proper-officer"}}, "contradict each other"),
        ({"subject": {"kind": "officer", "post": "mayor"}}, "«post» mayor and «kind» officer contradict"),
        ({"complainant": {"kind": "member", "post": "clerk"}}, "«post» clerk and «kind» member contradict"),
        ({"complainant": {"kind": "public", "post": "officer"}}, "contradict each other"),
        ({"complainant": {"kind": "member", "employer": "council"}}, "only an officer has one"),
        ({"subject": {"kind": "officer", "employer": "police"}}, "«employer» is one of council"),
        ({"subject": {"kind": "officer", "name": "Kim"}}, "no fact «name»"),
        ({"informal_tried": "yes"}, "«informal_tried» is true or false"),
        ({"in_public": 1}, "«in_public» is true or false"),
        ({"upheld": "true"}, "«upheld» is true or false"),
        ({"alleges": "conduct"}, "«alleges» is a list of conduct"),
        ({"alleges": ["theft"]}, "«alleges» is a list of conduct"),
        ({"alleges": [["conduct"]]}, "«alleges» is a list of conduct"),
        ({"severity": "grave"}, "«severity» is one of minor, serious"),
    ],
)
def test_a_fact_that_does_not_fit_is_refused_with_a_sentence(changed: dict[str, object], told: str) -> None:
    with pytest.raises(FactFault, match=told):
        known_complaint(facts("member", "officer", **changed))


def test_null_means_none_and_what_was_left_out_is_unknown() -> None:
    none = known_complaint(dict.fromkeys(("informal_tried", "in_public", "alleges", "severity", "upheld")))
    assert (none.informal_tried, none.in_public, none.upheld) == (False, False, False)
    assert none.alleges == frozenset()
    assert none.severity is None
    left = known_complaint({})
    assert {left.complainant, left.subject, left.informal_tried, left.severity, left.alleges} == {UNKNOWN}


def test_a_person_without_a_post_holds_none_and_is_the_authoritys_own() -> None:
    read = known_complaint({"subject": {"kind": "officer", "post": None, "employer": None}})
    assert read.subject == Party(PartyKind.OFFICER, frozenset(), Employer.COUNCIL)
    assert known_complaint({"subject": {"kind": "officer"}}).subject == read.subject


def test_a_post_tells_what_its_holder_is() -> None:
    read = known_complaint({"complainant": {"post": "mayor"}, "subject": {"post": "clerk"}})
    assert read.complainant == Party(PartyKind.MEMBER, frozenset({Post.MAYOR}))
    assert read.subject == Party(PartyKind.OFFICER, frozenset({Post.CLERK}))
    assert known_complaint({"subject": {"employer": "agency"}}).subject is UNKNOWN
