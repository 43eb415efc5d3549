"""Who decides a dispute under each of the six texts, and to whom it may go after that."""

import pytest

from rulebook.dispute import OUTSIDE, RECORDERS, STAND_INS, Subject, further_rungs, title_of, who_decides
from rulebook.obligations import obligation
from rulebook.post import Post
from rulebook.protocols import PROTOCOLS, protocol
from rulebook.protocols.cites import cited
from rulebook.triage import Rung

MO, DIRECTOR = Rung.MONITORING_OFFICER, Rung.DIRECTOR
# text, subject: the rung, the paragraphs, and whether the text is silent.
FIRST = {
    ("waltham-forest", Subject.ACCESS): (MO, ["WF-6.7"], False),
    ("waltham-forest", Subject.UNDERTAKING): (MO, ["WF-6.7"], False),
    ("waltham-forest", Subject.OTHER): (MO, ["WF-1.2", "WF-6.7"], False),
    ("waltham-forest", Subject.GROUP_HELP): (MO, ["WF-1.2", "WF-6.7"], True),
    ("haringey", Subject.ACCESS): (MO, ["HA-1.2b"], False),
    ("haringey", Subject.UNDERTAKING): (MO, ["HA-1.2b"], False),
    ("haringey", Subject.OTHER): (MO, ["HA-1.2b"], False),
    ("haringey", Subject.GROUP_HELP): (MO, ["HA-1.2b"], True),
    ("wokingham-2014", Subject.ACCESS): (MO, ["WO-P-AI.5"], False),
    ("wokingham-2014", Subject.UNDERTAKING): (MO, ["WO-P-AI.5"], False),
    ("wokingham-2014", Subject.OTHER): (MO, ["WO-P-AI.5"], False),
    ("wokingham-2014", Subject.GROUP_HELP): (MO, ["WO-P-AI.5"], True),
    ("wokingham-2007", Subject.ACCESS): (MO, ["WO-E-AI.5"], False),
    ("wokingham-2007", Subject.UNDERTAKING): (MO, ["WO-E-AI.5"], False),
    ("wokingham-2007", Subject.OTHER): (MO, ["WO-E-9.3.35b", "WO-E-AI.5"], False),
    ("wokingham-2007", Subject.GROUP_HELP): (MO, ["WO-E-9.3.32n"], False),
    ("mwda", Subject.ACCESS): (DIRECTOR, ["MW-5.7a", "MW-5.7b"], False),
    ("mwda", Subject.UNDERTAKING): (MO, ["MW-5.5c"], False),
    ("mwda", Subject.OTHER): (MO, ["MW-5.5c", "MW-6.4b"], False),
    ("mwda", Subject.GROUP_HELP): (MO, ["MW-5.5c", "MW-6.4b"], True),
    ("parish", Subject.ACCESS): (MO, ["PA-INT.3"], True),
    ("parish", Subject.UNDERTAKING): (MO, ["PA-INT.3"], True),
    ("parish", Subject.OTHER): (MO, ["PA-INT.2", "PA-INT.3"], True),
    ("parish", Subject.GROUP_HELP): (MO, ["PA-INT.2", "PA-INT.3"], True),
}


def test_the_table_has_every_text_and_every_subject() -> None:
    assert set(FIRST) == {(key, subject) for key in PROTOCOLS for subject in Subject}


@pytest.mark.parametrize(("key", "subject"), FIRST)
def test_who_decides_first_and_by_which_paragraph(key: str, subject: Subject) -> None:
    decider = who_decides(protocol(key), subject)
    assert (decider.rung, [str(cite) for cite in decider.cites], decider.gap) == FIRST[key, subject]
    assert not decider.outside


@pytest.mark.parametrize("key", PROTOCOLS)
def test_in_a_partys_place_the_monitoring_officer_the_deputy_then_the_section_151_officer(key: str) -> None:
    posts = who_decides(protocol(key), Subject.ACCESS).posts
    assert posts[-3:] == STAND_INS
    assert posts[:-3] == ((Post.DIRECTOR,) if key == "mwda" else ())


FURTHER = {
    ("mwda", Rung.DIRECTOR): (Rung.AUTHORITY, Rung.DISTRICT_AUDITOR),
    ("mwda", Rung.AUTHORITY): (),
    ("mwda", Rung.DISTRICT_AUDITOR): (),
    ("mwda", Rung.MONITORING_OFFICER): (),
    **{(key, Rung.MONITORING_OFFICER): () for key in PROTOCOLS if key != "mwda"},
    ("waltham-forest", Rung.DIRECTOR): (),
}


@pytest.mark.parametrize(("key", "rung"), FURTHER)
def test_the_authority_and_the_auditor_are_a_choice_and_after_either_the_text_knows_no_more(
    key: str, rung: Rung
) -> None:
    assert further_rungs(protocol(key), rung) == FURTHER[key, rung]


def test_what_is_decided_outside_the_portal_is_recorded_by_those_who_keep_its_papers() -> None:
    for rung in OUTSIDE:
        decider = who_decides(protocol("mwda"), Subject.ACCESS, rung)
        assert decider.outside
        assert decider.posts == RECORDERS


def test_a_rung_is_called_as_the_text_calls_it_and_the_district_auditor_as_today_too() -> None:
    assert title_of(protocol("mwda"), Rung.DIRECTOR) == "Director"
    assert title_of(protocol("waltham-forest"), Rung.MONITORING_OFFICER) == "Monitoring Officer"
    assert "appointed external auditor" in title_of(protocol("mwda"), Rung.DISTRICT_AUDITOR)


@pytest.mark.parametrize("key", PROTOCOLS)
def test_every_paragraph_named_stands_in_the_register(key: str) -> None:
    named = [cite for subject in Subject for cite in who_decides(protocol(key), subject).cites]
    assert all(obligation(cite.id) for cite in named)


@pytest.mark.parametrize(
    ("id_", "label"),
    [
        ("WF-6.7", "protocol, section 6"),
        ("WO-E-AI.5", "protocol, access guidance, paragraph 5"),
        ("WO-P-AI.5", "protocol, access guidance, paragraph 5"),
        ("FOIA 2000 s40", "FOIA 2000 s40"),
    ],
)
def test_an_id_that_a_case_kept_is_read_back_as_its_source(id_: str, label: str) -> None:
    assert (cited(id_).id, cited(id_).label) == (id_, label)
