"""The next step of a complaint: in each stage the page leads whose part it is to where it is taken."""

from collections.abc import Callable

import pytest
from django.utils import timezone

from complaints.actions.steps import assess
from complaints.actions.telling import tell_outcome
from complaints.models import Complaint, Handler, Writing
from complaints.screens.next_links import next_link
from complaints.states import ENDED, ComplaintState
from council.models import Person
from rulebook.complaint import PartyKind
from rulebook.post import Post
from tests.complaints.test_case_pages import in_stage, send
from tests.factories import council as make
from tests.factories.complaints import a_complaint, dealing
from tests.factories.deciding import about_an_officer, decided
from tests.factories.enquiries import on_day
from tests.factories.settling import a_concern, a_helper, complainant, subject, told

pytestmark = pytest.mark.django_db
State = ComplaintState


def leads(person: Person | None, row: Complaint) -> str:
    """The last part of the address to which the page leads this person; nothing where it is not theirs."""
    assert person is not None
    link = next_link(on_day(person), Complaint.objects.get(pk=row.pk))
    return link.url.removeprefix(f"/complaints/{row.reference}/").strip("/") if link else ""


# Where whoever receives and investigates it is led in each stage.
STAGES = {
    State.RECEIVED: "acknowledge",
    State.ACKNOWLEDGED: "assess",
    State.ASSESSED: "begin",
    State.INVESTIGATING: "draft",
    State.DECIDED: "tell",
    State.REFERRED: "independent",
}


@pytest.mark.parametrize("state", STAGES)
def test_in_each_stage_whoever_deals_with_it_is_led_to_the_next_step(state: ComplaintState) -> None:
    row, officer = in_stage(state)
    assert leads(officer, row) == STAGES[state]
    copied = make.a_holder_of(Post.MONITORING_OFFICER)
    dealing(row, copied, Handler.Part.COPIED, post=Post.MONITORING_OFFICER)
    assert leads(copied, row) == ""
    assert leads(row.complainant, row) == ("bearing" if state == State.INVESTIGATING else "")
    assert leads(row.subject, row) == ""


@pytest.mark.parametrize("state", ENDED)
def test_what_is_over_leads_nowhere(state: ComplaintState) -> None:
    row, officer = in_stage(state)
    assert leads(officer, row) == leads(row.complainant, row) == ""


def test_a_note_leads_to_where_it_goes() -> None:
    row = a_complaint(state=State.RAISED)
    assert leads(row.complainant, row) == "where"


def test_in_the_informal_stage_each_is_led_to_their_own_step() -> None:
    row = a_concern()
    asked, helper = a_helper(row, helps=False), a_helper(row)
    assert leads(complainant(row), row) == "show"
    assert (leads(asked, row), leads(helper, row)) == ("help", "tried")
    told(row, tell_now=False)
    assert leads(helper, row) == "spoke"
    told(row, words="Come to the meeting on Friday.")
    assert leads(complainant(row), row) == leads(subject(row), row) == leads(helper, row) == "tried"


def _findings(row: Complaint) -> None:
    row.writings.create(kind=Writing.Kind.FINDINGS, at=timezone.now(), text="It was so.")


def _asked_for_comments(row: Complaint) -> None:
    row.writings.create(kind=Writing.Kind.DRAFT, at=timezone.now(), text="It seems so.")
    Complaint.objects.update(comments_by=timezone.localdate(), bearing_read_at=timezone.now())


@pytest.mark.parametrize(
    ("so_far", "officer_to", "side_to"),
    [(_findings, "decide", ""), (_asked_for_comments, "", "add")],
    ids=["findings", "draft"],
)
def test_an_investigation_leads_on_from_draft_to_findings_to_the_decision(
    so_far: Callable[[Complaint], None], officer_to: str, side_to: str
) -> None:
    row, officer = in_stage(State.INVESTIGATING)
    so_far(row)
    assert leads(officer, row) == officer_to
    assert leads(row.subject, row) == side_to


# What was said to follow, and the page to which assessing leads.
AFTER = {"investigate": "begin", "decide": "decide", "refer": "refer"}


@pytest.mark.parametrize("follows", AFTER)
def test_whoever_assesses_is_led_to_the_page_of_what_follows(follows: str) -> None:
    kinds = {"complainant_kind": PartyKind.OFFICER, "subject_kind": PartyKind.MEMBER}
    sides = {"complainant": make.an_officer(), "subject": make.a_member()}
    row, officer = in_stage(State.ACKNOWLEDGED, **kinds, **sides)
    answer = send(officer, "complaint-assess", row, follows=follows, words="So.", severity="serious")
    [(address, _status)] = answer.redirect_chain  # type: ignore[attr-defined]
    assert address == f"/complaints/{row.reference}/{AFTER[follows]}/"
    assert "The assessment is saved" in answer.content.decode()
    assert leads(officer, row) == AFTER[follows]


def test_where_what_follows_is_nobodys_to_do_the_page_leads_to_what_is() -> None:
    row, officer = in_stage(State.ACKNOWLEDGED)
    given = {"who": on_day(officer), "row": row, "seen_version": None, "at": timezone.now()}
    assess(severity="", follows="refer", words="So.", **given)
    assert leads(officer, row) in ("refer", "begin")


def test_a_decision_leads_to_telling_and_then_to_the_end() -> None:
    case = about_an_officer()
    row = decided(case, "chief executive")
    assert leads(case["chief executive"], row) == "tell"
    who, at = on_day(case["chief executive"]), timezone.now()
    tell_outcome(who=who, row=row, seen_version=None, at=at)
    assert leads(case["chief executive"], row) == "close"
