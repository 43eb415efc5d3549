"""Which route a text gives for a complaint: by the post complained about, what is alleged, and the stage."""

import pytest

from rulebook.complaint import Allegation, Choose, ComplaintTerms, Employer, Step, Wrong
from rulebook.post import Post
from rulebook.protocols import PROTOCOLS, protocol
from tests.rulebook.complaint_ways import MEMBER, OFFICER, formal, pairing, to


def test_whom_a_text_names_for_one_post_may_answer_to_its_holder() -> None:
    route = formal("wokingham-2014", MEMBER, OFFICER, Post.CHIEF_EXECUTIVE)
    assert to(route) == (Post.DIRECTOR_FINANCE_RESOURCES, Post.LEADER)
    assert route.names_outright
    assert route.to is not None
    assert route.to.choose is Choose.ONE
    assert not formal("wokingham-2014", MEMBER, OFFICER).names_outright


def test_the_chairman_of_a_parish_is_discussed_with_the_clerk_and_the_monitoring_officer_in_private() -> None:
    for complainant in (MEMBER, OFFICER):
        route = formal("parish", complainant, MEMBER, Post.CHAIRMAN, (Allegation.CODE_OF_CONDUCT,))
        assert to(route) == (Post.CLERK, Post.MONITORING_OFFICER)
        assert route.private


def test_a_route_that_is_kept_for_one_allegation_fits_no_other() -> None:
    terms = protocol("parish").complaints
    pair = pairing("parish", OFFICER, MEMBER)
    assert terms.route(pair, Step.FORMAL, about=Post.LEADER, alleges={Allegation.CONDUCT}) is None
    assert terms.route(pair, Step.FORMAL, about=Post.LEADER, alleges={Allegation.CODE_OF_CONDUCT}) is not None
    assert terms.route(pair, Step.INFORMAL) is None


def test_a_director_takes_in_the_posts_that_the_text_says_and_no_other() -> None:
    haringey, mwda = protocol("haringey").complaints, protocol("mwda").complaints
    assert haringey.counts_as(Post.ASSISTANT_DIRECTOR) == (Post.ASSISTANT_DIRECTOR, Post.DIRECTOR)
    assert haringey.counts_as(Post.HEAD_OF_SERVICE) == (Post.HEAD_OF_SERVICE,)
    assert mwda.counts_as(Post.ASSISTANT_DIRECTOR) == (Post.ASSISTANT_DIRECTOR,)
    assert to(formal("mwda", MEMBER, OFFICER, Post.ASSISTANT_DIRECTOR)) == (Post.DIRECTOR,)
    assert to(formal("mwda", MEMBER, OFFICER, Post.DIRECTOR)) == (Post.CLERK,)
    wokingham = formal("wokingham-2014", MEMBER, OFFICER, Post.DIRECTOR_FINANCE_RESOURCES)
    assert to(wokingham) == (Post.CHIEF_EXECUTIVE,)


INFORMAL_FIRST = {
    ("waltham-forest", MEMBER, OFFICER),
    ("waltham-forest", OFFICER, MEMBER),
    ("haringey", MEMBER, OFFICER),
    ("haringey", OFFICER, MEMBER),
    ("haringey", MEMBER, MEMBER),
    ("wokingham-2014", OFFICER, MEMBER),
    ("mwda", MEMBER, OFFICER),
    ("mwda", OFFICER, MEMBER),
}


def test_an_informal_stage_is_where_the_text_gives_that_complainant_one() -> None:
    found = {
        (key, pair.complainant, pair.subject)
        for key, text in PROTOCOLS.items()
        for pair in text.complaints.pairings
        if pair.has_informal_stage
    }
    assert found == INFORMAL_FIRST


def test_who_counts_as_an_officer_differs() -> None:
    employers = {key: set(text.complaints.officers.values) for key, text in PROTOCOLS.items()}
    assert Employer.ARMS_LENGTH in employers["haringey"]
    assert Employer.AGENCY in employers["waltham-forest"] & employers["wokingham-2007"]
    assert employers["parish"] == employers["mwda"] == {Employer.COUNCIL}


def test_the_head_of_paid_service_is_the_clerk_where_there_is_no_chief_executive() -> None:
    heads = {key: text.complaints.head_of_paid_service.values for key, text in PROTOCOLS.items()}
    assert heads.pop("mwda") == heads.pop("parish") == (Post.CLERK,)
    assert set(heads.values()) == {(Post.CHIEF_EXECUTIVE,)}


def test_officers_are_warned_off_public_criticism_of_members_only_where_the_text_says_so() -> None:
    warned = {
        (key, pair.complainant)
        for key, text in PROTOCOLS.items()
        for pair in text.complaints.pairings
        if pair.warn
    }
    members = {(key, MEMBER) for key in ("haringey", "wokingham-2007", "mwda", "parish")}
    assert warned == {*members, ("mwda", OFFICER)}


FORBIDDEN = {
    Wrong.BULLYING: {"haringey", "wokingham-2014", "mwda"},
    Wrong.UNDUE_PRESSURE: {"wokingham-2007", "wokingham-2014", "mwda", "parish"},
    Wrong.BREACH_OF_CONFIDENCE: set(PROTOCOLS) - {"parish"},
    Wrong.VICTIMISATION: {"haringey", "mwda"},
    Wrong.PERSONAL_ISSUES: {"haringey", "mwda"},
    Wrong.BACKING: {"waltham-forest"},
    Wrong.PERSONAL_MATTERS: {"wokingham-2007"},
}


@pytest.mark.parametrize("wrong", FORBIDDEN)
def test_a_wrong_is_forbidden_where_the_text_forbids_it(wrong: Wrong) -> None:
    found = {
        key for key, text in PROTOCOLS.items() if wrong in {one.wrong for one in text.complaints.forbids}
    }
    assert found == FORBIDDEN[wrong]


def test_terms_without_a_pairing_say_that_there_is_none() -> None:
    terms = protocol("mwda").complaints
    empty = ComplaintTerms(terms.head_of_paid_service, terms.officers, ())
    assert empty.pairing(MEMBER, OFFICER) is None
    assert empty.citations() == terms.officers.cites
