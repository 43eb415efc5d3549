"""Complaint terms of the six texts: each value rests on its own text, and decides the given lines."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass

import pytest

from rulebook.citation import Citation
from rulebook.complaint import (
    Allegation,
    Caution,
    Pairing,
    Part,
    Procedure,
    Route,
    Severity,
)
from rulebook.obligations import obligation, obligations
from rulebook.post import Post
from rulebook.protocol import Protocol
from rulebook.protocols import PROTOCOLS, protocol
from tests.rulebook.complaint_ways import MEMBER, OFFICER, PUBLIC, formal, pairing, to

TEXTS = pytest.mark.parametrize("text", PROTOCOLS.values(), ids=list(PROTOCOLS))


def cited_in(value: object) -> Iterator[Citation]:
    """Every citation that stands anywhere in a value."""
    if isinstance(value, Citation):
        yield value
    elif is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            yield from cited_in(getattr(value, one.name))
    elif isinstance(value, dict):
        for one in value.values():
            yield from cited_in(one)
    elif isinstance(value, tuple):
        for one in value:
            yield from cited_in(one)


@TEXTS
def test_every_value_rests_on_a_paragraph_of_its_own_text(text: Protocol) -> None:
    for cited in cited_in(text.complaints):
        row = obligation(cited.id)
        assert row is not None, cited.id
        assert row.protocol == text.key


@TEXTS
def test_every_paragraph_of_the_data_stands_beside_a_sentence_and_none_besides(text: Protocol) -> None:
    assert set(text.complaints.citations()) == set(cited_in(text.complaints))


def test_every_row_of_the_chapter_is_cited_by_the_terms_of_its_text() -> None:
    left = [
        row.id
        for row in obligations()
        if row.chapter == "complaints"
        and row.id not in {cited.id for cited in protocol(row.protocol).complaints.citations()}
    ]
    assert left == []


@TEXTS
def test_every_value_that_is_given_has_its_paragraph(text: Protocol) -> None:
    for pair in text.complaints.pairings:
        for route in pair.routes:
            values = [route.to, route.investigates, route.decided_by, route.progress_to]
            values += [*route.copy_to, *route.tell, *route.may_tell, *route.may_refer_to]
            values += route.tell_before_decision
            assert route.cites
            assert all(value.cites for value in values if value is not None)
        for asked in (*pair.also_open, *pair.may_lead_to, *pair.warn, *pair.bearing):
            assert asked.cites


@TEXTS
def test_where_several_receive_it_the_text_says_whether_one_or_all(text: Protocol) -> None:
    for pair in text.complaints.pairings:
        for route in pair.routes:
            assert (len(to(route)) > 1) is (route.to is not None and route.to.choose is not None)
            assert not {post for copied in route.copy_to for post in copied.values} & set(to(route))


@TEXTS
def test_every_kind_of_complaint_between_members_and_officers_has_a_way_for_anybody(text: Protocol) -> None:
    for pair in ((MEMBER, OFFICER), (OFFICER, MEMBER)):
        every_allegation = tuple(Allegation)
        assert to(formal(text.key, *pair, alleges=every_allegation))


def refers(route: Route, severity: Severity) -> tuple[str, ...]:
    """Where a matter so grave may be referred."""
    return tuple(
        v for said in route.may_refer_to if said.when.severity in (severity, None) for v in said.values
    )


def opened(pair: Pairing) -> set[Procedure]:
    """The other routes that a text leaves open."""
    return {procedure for left in pair.also_open for procedure in left.values}


def warned_by(pair: Pairing, paragraph: str) -> bool:
    """Whether the text warns of raising it in public, in that paragraph."""
    return any(
        said.values == (Caution.NEVER_IN_PUBLIC,)
        and said.when.in_public is True
        and paragraph in {cited.id for cited in said.cites}
        for said in pair.warn
    )


def wf_about_the_chief_executive() -> bool:
    """Both who are named are barred: one is the subject, the other answers to the subject."""
    terms, route = protocol("waltham-forest").complaints, formal("waltham-forest", MEMBER, OFFICER)
    return (
        to(route) == (Post.EXECUTIVE_DIRECTOR, Post.CHIEF_EXECUTIVE)
        and not route.names_outright
        and terms.head_of_paid_service.values == (Post.CHIEF_EXECUTIVE,)
    )


def mw_upheld() -> bool:
    """The Clerk decides once it is upheld, and tells two before."""
    route = formal("mwda", OFFICER, MEMBER)
    told = [post for said in route.tell_before_decision for post in said.values if said.when.upheld]
    decided = route.decided_by
    return (
        told == [Post.CHAIR, Post.GROUP_LEADER]
        and decided is not None
        and decided.values == (Post.CLERK,)
        and decided.when.upheld is True
    )


def wf_copies(route: Route) -> list[Post]:
    """Who gets a copy."""
    return [post for copied in route.copy_to for post in copied.values]


# Each line that was given with the texts, and the data that decide it.
DECIDED_BY: dict[str, Callable[[], bool]] = {
    "CR-WF-04": wf_about_the_chief_executive,
    "CR-WF-05": lambda: wf_copies(formal("waltham-forest", MEMBER, OFFICER)) == [Post.MONITORING_OFFICER],
    "CR-WF-10": lambda: formal("waltham-forest", MEMBER, OFFICER).decided_by.values == (Part.MANAGEMENT,),
    "CR-WF-14": lambda: (
        to(formal("waltham-forest", OFFICER, MEMBER)) == (Post.CHIEF_EXECUTIVE,)
        and wf_copies(formal("waltham-forest", OFFICER, MEMBER))
        == [Post.MONITORING_OFFICER, Post.HEAD_OF_SERVICE]
        and formal("waltham-forest", OFFICER, MEMBER).may_tell[0].values == (Post.GROUP_LEADER,)
    ),
    "CR-HA-01": lambda: to(formal("haringey", MEMBER, OFFICER, Post.OFFICER)) == (Post.DIRECTOR,),
    "CR-HA-03": lambda: (
        to(formal("haringey", MEMBER, OFFICER, Post.CHIEF_EXECUTIVE)) == (Post.MONITORING_OFFICER,)
    ),
    "CR-HA-05": lambda: pairing("haringey", MEMBER, OFFICER).has_informal_stage,
    "CR-HA-07": lambda: (
        to(formal("haringey", MEMBER, OFFICER, Post.ASSISTANT_DIRECTOR)) == (Post.CHIEF_EXECUTIVE,)
    ),
    "CR-WO-03": lambda: (
        to(formal("wokingham-2014", OFFICER, MEMBER)) == (Post.MONITORING_OFFICER,)
        and refers(formal("wokingham-2014", OFFICER, MEMBER), Severity.SERIOUS) == ("code-of-conduct",)
    ),
    "CR-WO-05": lambda: (
        to(formal("wokingham-2014", MEMBER, OFFICER, Post.DIRECTOR)) == (Post.CHIEF_EXECUTIVE,)
    ),
    "CR-WE-03": lambda: warned_by(pairing("wokingham-2007", MEMBER, OFFICER), "WO-E-9.3.35c"),
    "CR-WE-04": lambda: (
        refers(formal("wokingham-2007", OFFICER, MEMBER), Severity.MINOR) == (Post.GROUP_LEADER,)
    ),
    "CR-MW-04": lambda: (
        to(formal("mwda", OFFICER, MEMBER)) == (Post.MONITORING_OFFICER,)
        and opened(pairing("mwda", OFFICER, MEMBER)) == {Procedure.GRIEVANCE}
    ),
    "CR-MW-05": mw_upheld,
    "CR-MW-06": lambda: (
        to(formal("mwda", MEMBER, OFFICER, Post.OFFICER)) == (Post.DIRECTOR,)
        and warned_by(pairing("mwda", MEMBER, OFFICER), "MW-13.3a")
    ),
    "CR-MW-09": lambda: to(formal("mwda", OFFICER, MEMBER)) == (Post.MONITORING_OFFICER,),
    # The Chairman is the only one named: where the Chairman complains, nobody is left.
    "CR-PA-03": lambda: to(formal("parish", MEMBER, OFFICER)) == (Post.CHAIRMAN,),
    "CR-PA-04": lambda: (
        to(formal("parish", PUBLIC, MEMBER, alleges=(Allegation.CODE_OF_CONDUCT,)))
        == (Post.MONITORING_OFFICER,)
    ),
    "CR-PA-06": lambda: (
        to(formal("parish", MEMBER, OFFICER)) == (Post.CHAIRMAN,)
        and warned_by(pairing("parish", MEMBER, OFFICER), "PA-OCC.1")
    ),
}


@pytest.mark.parametrize("line", DECIDED_BY)
def test_the_data_hold_what_decides_a_line_that_was_given(line: str) -> None:
    assert DECIDED_BY[line]()
