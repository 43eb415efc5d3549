"""Where a complaint may go on, by which paragraph, who says so, and what comes back."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from complaints.actions.consulting import Asked, ask_independent, enter_views
from complaints.actions.referring import CameOfIt, record_what_came, refer
from complaints.models import Complaint, Told, Writing
from complaints.policies import referring as policies
from complaints.policies.consulting import may_ask_independent
from complaints.policies.seeing import writings_for
from complaints.queries.referring import onward
from complaints.states import ComplaintState
from council.models import GroupMembership, Person
from rulebook.complaint import Procedure
from rulebook.decision import Outcome, Refused
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.deciding import FOR_ONE, Case, about_a_member, about_an_officer, decided
from tests.factories.enquiries import on_day

pytestmark = pytest.mark.django_db
CAME = "The standards committee asked for an apology."
FILE = "A first warning."


def where(case: Case) -> dict[str, list[str]]:
    found = onward(case.complaint, on=timezone.localdate())
    return {one.to.value: [cite.id for cite in one.cites] for one in found}


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("waltham-forest", {"disciplinary": ["WF-8.4"], "whistleblowing": ["WF-8.13"]}),
        (
            "wokingham-2007",
            {"disciplinary": ["WO-E-9.3.7b", "WO-E-9.3.35e"], "whistleblowing": ["WO-E-9.3.35a"]},
        ),
        ("wokingham-2014", {"whistleblowing": ["WO-P-9.3.1b"]}),
        ("mwda", {"disciplinary": ["MW-13.3c"]}),
        ("haringey", {}),
        ("parish", {}),
    ],
)
def test_about_an_officer_it_goes_where_the_text_says(text: str, ways: dict[str, list[str]]) -> None:
    assert where(about_an_officer(protocol=text)) == ways


@pytest.mark.parametrize("text", ["wokingham-2007", "wokingham-2014"])
@pytest.mark.parametrize(
    ("severity", "goes", "not_there"),
    [("minor", "group-leader", "code-of-conduct"), ("serious", "code-of-conduct", "group-leader")],
)
def test_at_wokingham_minor_goes_to_the_leader_and_serious_to_the_code(
    text: str, severity: str, goes: str, not_there: str
) -> None:
    case = about_a_member(protocol=text, receives=Post.MONITORING_OFFICER, severity=severity)
    assert goes in where(case)
    assert not_there not in where(case)


def test_at_wokingham_the_page_says_that_the_standards_body_is_gone() -> None:
    case = about_a_member(protocol="wokingham-2007", receives=Post.MONITORING_OFFICER, severity="serious")
    code = next(one for one in onward(case.complaint, on=timezone.localdate()) if one.to == "code-of-conduct")
    assert code.overtaken is not None
    assert "abolished in 2012" in code.overtaken.says


def test_whoever_decides_sends_it_on_and_nobody_else() -> None:
    case = about_an_officer()
    allowed = [
        name
        for name, person in case.people.items()
        if policies.may_refer(on_day(person), case.complaint).allowed
    ]
    assert allowed == ["chief executive"]


@pytest.mark.parametrize("state", ComplaintState)
def test_it_goes_on_from_receipt_until_it_is_closed(state: ComplaintState) -> None:
    case = about_an_officer(state=state)
    may = policies.may_refer(on_day(case["chief executive"]), case.complaint).allowed
    assert may is (state in ("received", "acknowledged", "assessed", "investigating", "decided"))


def test_it_never_goes_where_the_text_does_not_let_it() -> None:
    case = about_an_officer()
    decision = policies.may_refer_to(on_day(case["chief executive"]), case.complaint, Procedure.GRIEVANCE)
    assert decision.sentence == "The protocol does not let this complaint go there."


def _refer(case: Case, by: str, to: Procedure | Post, for_leader: str = "") -> Complaint:
    refer(
        who=on_day(case[by]),
        row=case.complaint,
        to=to,
        because="It is for them.",
        for_leader=for_leader,
        seen_version=None,
        at=timezone.now(),
    )
    return case.again()


def _minor() -> Case:
    return about_a_member(protocol="wokingham-2014", receives=Post.MONITORING_OFFICER, severity="minor")


def test_the_leader_has_words_of_their_own_and_it_is_not_sent_without() -> None:
    case = _minor()
    with pytest.raises(ValidationError, match="what the group leader reads"):
        _refer(case, "receiver", Post.GROUP_LEADER)
    row = _refer(case, "receiver", Post.GROUP_LEADER, FOR_ONE)
    assert (row.state, row.referred_to) == (ComplaintState.REFERRED, "group-leader")
    told = Told.objects.get()
    assert told.writing is not None
    assert (told.person, told.writing.text) == (case["leader"], FOR_ONE)
    assert not writings_for(on_day(case["leader"]), row).exists()


def test_a_leader_who_is_complained_about_gets_no_minor_case_of_their_own() -> None:
    case = _minor()
    GroupMembership.objects.filter(person=case["leader"]).update(office="member")
    GroupMembership.objects.filter(person=case["subject"]).update(office="leader")
    with pytest.raises(Refused, match="is a side of this complaint"):
        _refer(case, "receiver", Post.GROUP_LEADER, FOR_ONE)


def _bring_back(case: Case, by: str, *, was_investigated: bool = True) -> Complaint:
    came = CameOfIt("upheld", CAME, FILE, was_investigated)
    record_what_came(
        who=on_day(case[by]), row=case.complaint, came=came, seen_version=None, at=timezone.now()
    )
    return case.again()


def _with_the_code() -> Case:
    case = about_a_member(protocol="wokingham-2014", receives=Post.MONITORING_OFFICER, severity="serious")
    _refer(case, "receiver", Procedure.CODE_OF_CONDUCT)
    return case


def _consult(case: Case, person: Person) -> None:
    """They are asked, and their view is entered for them, as they have no login."""
    who, at = on_day(case["receiver"]), timezone.now()
    asked = Asked(person, "Was this a breach?")
    ask_independent(who=who, row=case.complaint, asked=asked, seen_version=None, at=at)
    enter_views(who=who, row=case.again(), views="A breach.", seen_version=None, at=at)


def test_a_breach_of_the_code_is_not_decided_before_the_independent_person_was_asked() -> None:
    case = _with_the_code()
    with pytest.raises(Refused, match="Independent Person must be asked"):
        _bring_back(case, "receiver")
    independent = make.a_person()
    _consult(case, independent)
    row = case.again()
    assert row.handlers.get(part="independent-person").person == independent
    assert not may_ask_independent(on_day(case["receiver"]), row).allowed
    assert _bring_back(case, "receiver").state == ComplaintState.CLOSED


def test_what_was_not_investigated_needs_no_independent_person() -> None:
    case = _with_the_code()
    assert _bring_back(case, "receiver", was_investigated=False).state == ComplaintState.CLOSED


def test_what_came_of_it_is_told_to_both_sides_and_what_is_for_the_file_to_neither() -> None:
    case = about_an_officer()
    _refer(case, "chief executive", Procedure.DISCIPLINARY)
    row = _bring_back(case, "chief executive")
    assert (row.state, row.outcome) == (ComplaintState.CLOSED, "upheld")
    for name in ("complainant", "subject"):
        words = set(writings_for(on_day(case[name]), row).values_list("text", flat=True))
        assert CAME in words
        assert FILE not in words
    assert row.writings.filter(kind=Writing.Kind.CAME_OF_IT).count() == 2


def test_what_was_decided_and_told_before_is_told_again_with_what_came_of_it() -> None:
    case = about_an_officer()
    decided(case, "chief executive", told=True)
    _refer(case, "chief executive", Procedure.DISCIPLINARY)
    row = _bring_back(case, "chief executive")
    words = set(writings_for(on_day(case["complainant"]), row).values_list("text", flat=True))
    assert CAME in words
    assert row.told.filter(what=Told.What.OUTCOME).count() == 2


def test_it_stays_open_while_nobody_sees_to_what_is_put_right() -> None:
    case = about_an_officer()
    _refer(case, "chief executive", Procedure.DISCIPLINARY)
    row = case.complaint
    written = row.writings.create(
        kind="remedy", by=case["chief executive"], at=timezone.now(), text="Say sorry."
    )
    row.remedies.create(writing=written, owner=None, due_on=timezone.localdate())
    assert _bring_back(case, "chief executive").state == ComplaintState.REFERRED
    assert policies.may_bring_back(on_day(case["chief executive"]), row).outcome is Outcome.REFUSED
