"""Who may take which step of a complaint, in each of its stages: whose part it is, and the nearly allowed."""

from collections.abc import Callable

import pytest
from django.utils import timezone

from complaints.models import Complaint, Handler
from complaints.policies import investigating, steps
from complaints.policies.accepting import may_accept
from complaints.states import ComplaintState
from council.models import Person
from council.queries import Standing
from rulebook.complaint import PartyKind
from rulebook.decision import Decision, Outcome
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.complaints import a_complaint, dealing
from tests.factories.enquiries import on_day

pytestmark = pytest.mark.django_db
LETTER = {Outcome.ALLOWED: "a", Outcome.REFUSED: "r", Outcome.UNKNOWN: "u"}
QUESTIONS: tuple[Callable[[Standing, Complaint], Decision], ...] = (
    steps.may_acknowledge,
    steps.may_tell_subject,
    steps.may_assess,
    steps.may_name_investigator,
    steps.may_begin,
    steps.may_report_progress,
    investigating.may_add,
    investigating.may_note_interview,
    investigating.may_ask_reply,
    investigating.may_disclose,
    investigating.may_send_draft,
    investigating.may_record_findings,
    investigating.may_read_bearing,
)
PARTS = {
    "receives": (Handler.Part.RECIPIENT, Post.CHIEF_EXECUTIVE),
    "has a copy": (Handler.Part.COPIED, Post.MONITORING_OFFICER),
    "investigates": (Handler.Part.INVESTIGATOR, Post.HEAD_OF_SERVICE),
    "decides": (Handler.Part.DECIDER, Post.EXECUTIVE_DIRECTOR),
    "helps": (Handler.Part.HELPER, Post.LINE_MANAGER),
}
STRANGERS = ("another member", "another monitoring officer", "leader of the group", "whoever left")


def a_crowd(complaint: Complaint) -> dict[str, Person]:
    """Everybody who has a part in the complaint, and those who nearly have."""
    assert complaint.complainant is not None
    assert complaint.subject is not None
    people = {"complains": complaint.complainant, "it is about": complaint.subject}
    for name, (part, post) in PARTS.items():
        people[name] = make.an_officer()
        dealing(complaint, people[name], part, post=post)
    people["receives, not accepted"] = make.an_officer()
    dealing(complaint, people["receives, not accepted"], accepted=False)
    people["received before"] = make.an_officer()
    row = dealing(complaint, people["received before"])
    row.ended_at, row.ended_because = timezone.now(), Handler.Ended.REPLACED
    row.save()
    people["another member"] = make.a_member()
    people["another monitoring officer"] = make.a_holder_of(Post.MONITORING_OFFICER)
    people["leader of the group"] = make.a_member(group=make.a_group(), office="leader")
    people["whoever left"] = make.an_officer(to_on=make.LONG_AGO)
    return people


def answers(complaint: Complaint) -> dict[str, str]:
    return {
        name: "".join(LETTER[asked(on_day(person), complaint).outcome] for asked in QUESTIONS)
        for name, person in a_crowd(complaint).items()
    }


def table(**changed: str) -> dict[str, str]:
    """Strangers learn of nothing; everybody else is refused what is not named."""
    unknown, refused = "u" * len(QUESTIONS), "r" * len(QUESTIONS)
    names = ("complains", "it is about", *PARTS, "receives, not accepted", "received before", *STRANGERS)
    found = dict.fromkeys(names, refused) | dict.fromkeys((*STRANGERS, "received before"), unknown)
    found["whoever left"] = refused
    return found | {name.replace("_", " "): letters for name, letters in changed.items()}


# acknowledge, tell, assess, name, begin, progress; add, interview, reply, disclose, draft, findings, bearing
def told(state: ComplaintState, **more: object) -> Complaint:
    return a_complaint(state=state, subject_knows=True, **more)


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (
            ComplaintState.RECEIVED,
            table(complains="rrrrrrarrrrrr", it_is_about="rrrrrrarrrrrr", receives="arrrrrrrrrrrr"),
        ),
        (
            ComplaintState.ACKNOWLEDGED,
            table(
                complains="rrrrrrarrrrrr",
                it_is_about="rrrrrrarrrrrr",
                receives="rrarrarrrrrrr",
                investigates="rrrrrarrrrrrr",
            ),
        ),
        (
            ComplaintState.ASSESSED,
            table(
                complains="rrrrrrarrrrrr",
                it_is_about="rrrrrrarrrrrr",
                receives="rrrraarrrrrrr",
                investigates="rrrraarrrrrrr",
            ),
        ),
        (
            ComplaintState.INVESTIGATING,
            table(
                complains="rrrrrrarrrrra",
                it_is_about="rrrrrrarrrrrr",
                receives="rrrrrarrrrrrr",
                investigates="rrrrraraaaarr",
            ),
        ),
        (ComplaintState.DECIDED, table()),
        (ComplaintState.REFERRED, table(receives="rrrrrarrrrrrr", investigates="rrrrrarrrrrrr")),
        (ComplaintState.CLOSED, table()),
        (ComplaintState.WITHDRAWN, table()),
    ],
)
def test_each_step_is_taken_by_whose_part_it_is_in_its_stage(
    state: ComplaintState, expected: dict[str, str]
) -> None:
    assert answers(told(state)) == expected


def test_whoever_it_is_about_learns_nothing_before_they_are_told() -> None:
    found = answers(a_complaint(state=ComplaintState.INVESTIGATING))
    assert found["it is about"] == "u" * len(QUESTIONS)
    # Who investigates tells them first: nothing is put to somebody who knows of nothing.
    assert found["receives"][1] == found["investigates"][1] == found["decides"][1] == "a"
    assert found["investigates"][8:12] == "rrrr"


def test_a_note_that_was_not_sent_is_nobodys_but_its_authors() -> None:
    found = answers(a_complaint(state=ComplaintState.RAISED))
    for name in (*PARTS, "receives, not accepted"):
        assert found[name] == "u" * len(QUESTIONS), name


@pytest.mark.parametrize("state", ComplaintState)
def test_whoever_has_not_accepted_the_duty_takes_no_step(state: ComplaintState) -> None:
    letters = answers(told(state))["receives, not accepted"]
    assert "a" not in letters


def test_whoever_receives_it_chooses_who_investigates_where_nobody_does() -> None:
    complaint = told(ComplaintState.ASSESSED)
    chief = make.an_officer()
    dealing(complaint, chief)
    assert steps.may_name_investigator(on_day(chief), complaint).allowed
    assert "Choose somebody first" in steps.may_begin(on_day(chief), complaint).sentence
    dealing(complaint, chief, Handler.Part.INVESTIGATOR)
    assert not steps.may_name_investigator(on_day(chief), complaint).allowed
    assert steps.may_begin(on_day(chief), complaint).allowed


@pytest.mark.parametrize(
    ("text", "member_may"),
    [("waltham-forest", False), ("mwda", False), ("parish", True), ("haringey", True)],
)
def test_a_member_reports_or_gives_evidence_in_a_matter_of_an_officer_where_the_text_says_so(
    text: str, member_may: bool
) -> None:
    complaint = told(ComplaintState.INVESTIGATING, protocol=text)
    member = make.a_member()
    dealing(complaint, member, Handler.Part.INVESTIGATOR, post=Post.CHAIRMAN)
    decision = investigating.may_send_draft(on_day(member), complaint)
    assert decision.allowed is member_may
    if not member_may:
        assert "a member reports the matter and gives evidence, no more" in decision.sentence
        assert decision.citations
    assert complaint.complainant is not None
    assert investigating.may_add(on_day(complaint.complainant), complaint).allowed


def test_of_a_member_a_member_may_write_findings() -> None:
    kinds = {"complainant_kind": PartyKind.OFFICER, "subject_kind": PartyKind.MEMBER}
    complaint = told(
        ComplaintState.INVESTIGATING, complainant=make.an_officer(), subject=make.a_member(), **kinds
    )
    member = make.a_member()
    dealing(complaint, member, Handler.Part.INVESTIGATOR, post=Post.CHAIRMAN)
    assert investigating.may_send_draft(on_day(member), complaint).allowed


def test_the_duty_is_accepted_by_whoever_deals_with_it_and_no_other() -> None:
    complaint = told(ComplaintState.RECEIVED)
    people = a_crowd(complaint)
    may = {name: LETTER[may_accept(on_day(one), complaint).outcome] for name, one in people.items()}
    assert [name for name, letter in may.items() if letter == "a"] == ["receives, not accepted"]
    assert {name for name, letter in may.items() if letter == "u"} == {
        "received before",
        "another member",
        "another monitoring officer",
        "leader of the group",
    }


@pytest.mark.parametrize(
    ("text", "asks"),
    [("wokingham-2014", True), ("wokingham-2007", True), ("waltham-forest", False), ("mwda", False)],
)
def test_how_grave_it_is_is_asked_where_the_text_makes_something_hang_on_it(text: str, asks: bool) -> None:
    kinds = {"complainant_kind": PartyKind.OFFICER, "subject_kind": PartyKind.MEMBER}
    complaint = a_complaint(protocol=text, **kinds)
    assert steps.asks_how_grave(complaint) is asks
