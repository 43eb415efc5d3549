"""What the six texts say of help for political groups."""

import pytest

from rulebook.briefing import BriefingTerms
from rulebook.briefing.given import (
    Briefer,
    Confidentiality,
    Content,
    EqualAccess,
    MustNot,
    Routine,
    Safeguard,
    SecondGroup,
)
from rulebook.briefing.request import (
    Asked,
    ConfidentialMatter,
    Decider,
    Form,
    NonMembers,
    OthersAsked,
    PartyMeetings,
    PartyPolitical,
    PoliticalTalk,
    Requester,
    Subject,
    Substitute,
    Unreasonable,
)
from rulebook.post import Post
from rulebook.protocol import Protocol
from rulebook.protocols import PROTOCOLS
from rulebook.stated import Stated, Worded

TEXTS = pytest.mark.parametrize("text", PROTOCOLS.values(), ids=PROTOCOLS)


def terms(key: str) -> BriefingTerms:
    """The terms of one text."""
    return PROTOCOLS[key].briefings


@pytest.mark.parametrize("values", [Asked, Substitute, Unreasonable])
def test_who_is_asked_or_decides_is_a_post(values: type[Worded]) -> None:
    assert {Post(value.value) for value in values} <= set(Post)
    assert {value.value for value in Decider} - set(Post) == {Decider.WHO_IS_ASKED}


@TEXTS
def test_no_form_gets_an_answer_that_the_text_does_not_know(text: Protocol) -> None:
    known = set(text.briefings.forms)
    for by_form in (text.briefings.confidential, text.briefings.unreasonable):
        assert set(by_form) <= known
    assert set(text.briefings.equal_access) == known
    assert set(text.briefings.second_group) <= set(text.briefings.equal_access)


def test_a_group_may_ask_for_what_its_text_names() -> None:
    assert {key: set(text.briefings.forms) for key, text in PROTOCOLS.items()} == {
        "waltham-forest": {Form.BRIEFING, Form.ATTENDANCE},
        "haringey": {Form.BRIEFING, Form.REPORT, Form.ATTENDANCE},
        "wokingham-2007": {Form.BRIEFING, Form.ATTENDANCE},
        "wokingham-2014": set(),
        "mwda": {Form.REPORT, Form.ATTENDANCE},
        "parish": set(),
    }


def test_the_text_of_2014_says_of_groups_only_what_officers_are_not_permitted_to_give() -> None:
    silent = terms("wokingham-2014")
    assert [term.says for term in silent.in_words() if term.cites] == [
        PartyPolitical.BARRED.says,
        PartyMeetings.BARRED.says,
        Routine.ADMINISTRATION_DIFFERS.says,
    ]
    assert silent.decided_by.is_silent


def test_business_of_a_party_is_barred_on_paper_in_every_text() -> None:
    for key, text in PROTOCOLS.items():
        barred = text.briefings.party_political[Form.REPORT]
        assert barred.value in (PartyPolitical.BARRED, PartyPolitical.NO_REPORT), key


def test_a_second_group_gets_the_report_at_mwda_and_no_promise_of_an_officer() -> None:
    assert {form: said.value for form, said in terms("mwda").second_group.items()} == {
        Form.REPORT: SecondGroup.COPY_GIVEN
    }


def test_what_each_other_group_gets_differs_from_text_to_text_and_form_to_form() -> None:
    given = {
        (key, form): stated.value
        for key, text in PROTOCOLS.items()
        for form, stated in text.briefings.equal_access.items()
    }
    assert given == {
        ("waltham-forest", Form.BRIEFING): EqualAccess.ON_REQUEST,
        ("waltham-forest", Form.ATTENDANCE): EqualAccess.ON_REQUEST,
        ("haringey", Form.BRIEFING): EqualAccess.OFFER_ALL,
        ("haringey", Form.REPORT): EqualAccess.OFFER_ALL,
        ("haringey", Form.ATTENDANCE): EqualAccess.OFFER_ALL,
        ("wokingham-2007", Form.BRIEFING): EqualAccess.SAME_ADVICE_ON_REQUEST,
        ("wokingham-2007", Form.ATTENDANCE): EqualAccess.SAME_ADVICE_ON_REQUEST,
        ("mwda", Form.REPORT): EqualAccess.INFORM_ALL_COPY_ON_REQUEST,
        ("mwda", Form.ATTENDANCE): EqualAccess.INFORM_ALL,
    }


def test_strangers_at_a_meeting_bar_it_free_the_officer_or_are_not_expected() -> None:
    assert {key: text.briefings.non_members.value for key, text in PROTOCOLS.items()} == {
        "waltham-forest": NonMembers.MAY_DECLINE,
        "haringey": NonMembers.BARRED,
        "wokingham-2007": NonMembers.NOT_EXPECTED,
        "wokingham-2014": None,
        "mwda": None,
        "parish": None,
    }


def test_officers_keep_silent_in_three_texts_and_ask_for_silence_in_one() -> None:
    assert {key: text.briefings.confidentiality.value for key, text in PROTOCOLS.items()} == {
        "waltham-forest": Confidentiality.OFFICERS_RESPECT,
        "haringey": Confidentiality.OFFICERS_REQUEST,
        "wokingham-2007": Confidentiality.OFFICERS_RESPECT,
        "wokingham-2014": None,
        "mwda": Confidentiality.OFFICERS_RESPECT,
        "parish": None,
    }


def test_party_meetings_are_barred_where_a_text_speaks_of_them() -> None:
    barred = {key for key, text in PROTOCOLS.items() if text.briefings.party_meetings.value}
    assert barred == {"waltham-forest", "wokingham-2007", "wokingham-2014"}
    assert terms("waltham-forest").party_meetings.value is PartyMeetings.BARRED


def test_where_no_text_speaks_of_posts_the_question_has_nobody_to_go_to() -> None:
    assert {key for key, text in PROTOCOLS.items() if not text.briefings.asked} == {
        "wokingham-2014",
        "parish",
    }
    assert {key for key, text in PROTOCOLS.items() if text.briefings.decided_by.is_silent} == {
        "wokingham-2014",
        "parish",
    }


# The datum that decides each of the scenarios that were given, by its name.


def test_br_wf_03_a_junior_with_specialist_knowledge_may_accompany() -> None:
    assert set(terms("waltham-forest").briefers) == {Briefer.SENIOR, Briefer.JUNIOR_BESIDE}


def test_br_wf_06_council_business_only() -> None:
    forest = terms("waltham-forest")
    assert forest.party_political[Form.BRIEFING].value is PartyPolitical.BARRED
    assert forest.subject.value is Subject.OWN_BUSINESS
    assert forest.political_talk.value is PoliticalTalk.KEPT_OUT


def test_br_wf_08_the_executive_director_decides_while_the_chief_executive_is_absent() -> None:
    forest = terms("waltham-forest")
    assert forest.decided_by.value is Decider.CHIEF_EXECUTIVE
    assert forest.in_absence.value is Substitute.EXECUTIVE_DIRECTOR
    assert [key for key, text in PROTOCOLS.items() if text.briefings.in_absence.value] == ["waltham-forest"]


def test_br_ha_01_facts_and_options_are_offered_to_every_other_group() -> None:
    haringey = terms("haringey")
    assert haringey.equal_access[Form.BRIEFING].value is EqualAccess.OFFER_ALL
    assert "HA-4.12" in map(str, haringey.equal_access[Form.BRIEFING].cites)
    assert set(haringey.content) == {Content.FACTS, Content.OPTIONS}
    assert set(haringey.must_not) == {MustNot.RECOMMENDATION, MustNot.POLITICAL_IMPLICATIONS}
    assert Safeguard.JOINT in haringey.safeguards


def test_br_ha_04_only_the_leader_of_the_group_asks() -> None:
    assert set(terms("haringey").requesters) == {Requester.GROUP_LEADER, Requester.COUNCIL_LEADER}


def test_br_we_01_whoever_accepts_one_group_gives_each_the_same_advice() -> None:
    wokingham = terms("wokingham-2007")
    assert wokingham.second_group[Form.ATTENDANCE].value is SecondGroup.MUST_ACCEPT
    assert wokingham.equal_access[Form.ATTENDANCE].value is EqualAccess.SAME_ADVICE_ON_REQUEST
    assert Asked.DIRECTOR in wokingham.asked


def test_br_we_02_an_officer_who_is_not_a_director_is_not_invited() -> None:
    wokingham = terms("wokingham-2007")
    assert wokingham.others_asked.value is OthersAsked.BARRED
    assert [str(cite) for cite in wokingham.others_asked.cites] == ["WO-E-9.3.32k"]
    assert Briefer.NOMINEE in wokingham.briefers


def test_br_we_04_officers_are_not_expected_where_outsiders_attend() -> None:
    assert terms("wokingham-2007").non_members.value is NonMembers.NOT_EXPECTED


def test_br_mw_01_all_groups_are_told_of_a_report_and_the_clerk_decides() -> None:
    mwda = terms("mwda")
    assert mwda.decided_by.value is Decider.CLERK
    assert mwda.equal_access[Form.REPORT].value is EqualAccess.INFORM_ALL_COPY_ON_REQUEST
    assert set(mwda.content) == {Content.FACTS, Content.OPTIONS}


def test_br_mw_04_the_clerk_may_send_a_representative() -> None:
    assert set(terms("mwda").briefers) == {Briefer.REPRESENTATIVE}


def test_br_mw_05_any_political_group_may_ask() -> None:
    assert set(terms("mwda").requesters) == {Requester.GROUP_LEADER, Requester.GROUP_MEMBER}


def test_only_haringey_bars_confidential_matter_and_sends_the_unreasonable_to_the_chief_executive() -> None:
    papers = {Form.BRIEFING, Form.REPORT}
    haringey = terms("haringey")
    assert set(haringey.confidential) == set(haringey.unreasonable) == papers
    assert haringey.confidential[Form.REPORT] == Stated(
        ConfidentialMatter.BARRED, haringey.confidential[Form.BRIEFING].cites
    )
    assert haringey.unreasonable[Form.REPORT].value is Unreasonable.CHIEF_EXECUTIVE
    others = [text.briefings for key, text in PROTOCOLS.items() if key != "haringey"]
    assert not any(other.confidential or other.unreasonable for other in others)


def test_a_matter_too_political_is_not_written_on_and_frees_the_officer_from_attending() -> None:
    for key in ("haringey", "mwda"):
        said = {form: said.value for form, said in terms(key).party_political.items()}
        assert said.pop(Form.ATTENDANCE) is PartyPolitical.MAY_DECLINE
        assert set(said.values()) == {PartyPolitical.NO_REPORT}
        assert set(said) | {Form.ATTENDANCE} == set(terms(key).forms)


def test_dealings_with_those_in_office_are_named_in_four_texts() -> None:
    assert {
        key: len(text.briefings.routine) for key, text in PROTOCOLS.items() if text.briefings.routine
    } == {
        "haringey": 3,
        "wokingham-2007": 3,
        "wokingham-2014": 1,
        "mwda": 1,
    }
