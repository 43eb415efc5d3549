"""The journeys: an officer complains about a member, and a member about the head of paid service."""

from collections.abc import Callable
from typing import Any

from django.utils import timezone

from casework.wording import short_date
from complaints.models import Complaint, Handler, Remedy
from complaints.states import ComplaintState
from rulebook.post import Post
from tests.complaints.a_council import Council
from tests.factories import council as make
from tests.harness.processes import Running
from tests.journeys import complaining as acts
from tests.journeys.acts import Visitor
from tests.journeys.complaining import Case
from tests.journeys.conftest import ByRole

At = Callable[..., ByRole]
REASONS = "Two people heard it, and she does not deny it."
FINDINGS = "She raised her voice twice."
ASKED = "Did you raise your voice in the corridor?"


def test_an_officer_complains_about_a_member(
    own_database: object, broker: object, portal_process: Callable[..., Running], visitor_for: At
) -> None:
    town = Council()
    assistant = make.an_assistant_to(town.member)
    others = (town.member, assistant, town.whip, town.leader, town.deputy, town.director)
    portal = portal_process(PROTOCOL="waltham-forest")
    by_telephone, wide = visitor_for(portal, 390), visitor_for(portal, 1280)
    officer, chief = by_telephone(town.officer), wide(town.chief)

    case = raised_informally(officer, wide(town.manager), town)
    for person in (*others, town.chief, town.monitoring):
        acts.knows_nothing(person, case)
    goes_formal(officer, case, town)
    for person in (*others, town.manager):
        acts.knows_nothing(person, case)
        assert not acts.letters_to(person) or person == town.manager

    acts.accept(chief, case)
    acts.acknowledge(chief, case)
    acts.tell_the_other_side(chief, case)
    acts.assess(chief, case, "Somebody looks into it")
    looked_into(wide(town.monitoring), officer, wide(town.member), case)
    acts.decide_and_tell(chief, case, "Upheld", REASONS)
    hears(officer, case)
    is_put_right(chief, wide(town.director), case, town)
    for person in (assistant, town.whip, town.leader, town.deputy):
        acts.knows_nothing(person, case)
        assert not acts.letters_to(person)
    assert acts.letters_to(town.member)


def raised_informally(officer: Visitor, helper: Visitor, town: Council) -> Case:
    """Raised; the line manager is asked to help, and reads nothing before she says that she does."""
    acts.note_a_concern(officer, town.member, "Not yet. I want to try that first")
    officer.reads("First: to be settled informally")
    officer.page.get_by_label(town.manager.name).check()
    officer.press("Send")
    officer.reads("It is sent")
    officer.look()
    case = Case(Complaint.objects.get().reference)
    helper.opens(case.page)
    helper.hides(acts.CONCERN)
    helper.page.get_by_label("I help, and I keep what I read and hear confidential").check()
    helper.press("Send")
    helper.reads(acts.CONCERN)
    return case


def goes_formal(officer: Visitor, case: Case, town: Council) -> None:
    """The other side was not spoken to, so a reason is asked for; whoever helped is out of it."""
    acts.on(officer, case, "Send it as a formal complaint")
    for person in (town.chief, town.monitoring, town.head):
        officer.reads(person.name)
    officer.press("Send it formally")
    officer.reads("Say why you do not wait")
    officer.page.get_by_label("Why you do not wait").fill("I do not want to be alone with her again.")
    officer.press("Send it formally")
    officer.reads("Your formal complaint is sent")
    officer.look()


def looked_into(keeper: Visitor, officer: Visitor, member: Visitor, case: Case) -> None:
    """The monitoring officer hears the member, and both sides comment on the draft before it is final."""
    acts.accept(keeper, case)
    acts.begin(keeper, case)
    acts.on(keeper, case, "Ask the other side to reply")
    keeper.page.get_by_label("What they are asked to reply to").fill(ASKED)
    keeper.page.get_by_label("By which day?").fill(acts.WEEK)
    keeper.press("Send")
    keeper.reads("They are asked to reply")
    member.opens(case.page)
    member.reads("You are asked to reply.")
    member.reads(acts.CONCERN)
    member.hides(acts.WANTED)
    acts.add(member, case, "Reply", "I was loud, and I am sorry for it.")
    officer.opens(case.page)
    officer.hides("I am sorry for it.")
    acts.on(keeper, case, "Send a draft of the findings")
    keeper.page.get_by_label("Draft of the findings").fill("It seems that she did.")
    keeper.page.get_by_label("By which day can they comment?").fill(acts.WEEK)
    keeper.press("Send to both sides")
    keeper.page.goto(case.page)
    keeper.reads("Both sides can still comment on the draft")
    for side in (officer, member):
        side.page.goto(case.page)
        side.reads("It seems that she did.")
        acts.add(side, case, "Comment on the draft", "So it was.")
    acts.on(keeper, case, "Record the findings")
    keeper.page.get_by_label("Findings").fill(FINDINGS)
    keeper.press("Record the findings")
    keeper.reads("The findings are with whoever decides")


def hears(officer: Visitor, case: Case) -> None:
    """Whoever complained reads how it ended and why, on the telephone."""
    acts.on(officer, case, "Read the outcome")
    officer.reads("Upheld")
    officer.reads(REASONS)


def is_put_right(chief: Visitor, director: Visitor, case: Case, town: Council) -> None:
    """A remedy with an owner, who reads that alone; then it is closed."""
    acts.on(chief, case, "Say what is put right")
    chief.page.get_by_label("What is put right").fill("A talk between the two, with a third person there.")
    chief.page.get_by_label("Who sees to it").fill(town.director.email)
    chief.page.get_by_label("By which day").fill(acts.WEEK)
    chief.press("Record")
    chief.reads("Whoever sees to it is told")
    director.opens("/complaints/")
    director.hides(case.reference)
    director.press("Something to put right")
    director.look()
    director.reads("A talk between the two")
    director.hides(case.reference)
    director.page.get_by_label("On which day was it done?").fill(acts.TODAY)
    director.press("Record")
    director.reads("It is recorded as done")
    director.page.goto(case.page)
    director.reads("Page not found")
    acts.on(chief, case, "Close the complaint")
    chief.page.get_by_label("What the authority learned").fill("Corridors are no place for a dispute.")
    chief.press("Close")
    chief.reads("The complaint is closed")
    assert Complaint.objects.get().state == ComplaintState.CLOSED
    assert Remedy.objects.get().done_on == timezone.localdate()


def test_a_member_complains_about_the_head_of_paid_service_to_whom_everybody_answers(
    own_database: object,
    broker: object,
    portal_process: Callable[..., Running],
    visitor_for: At,
    settings: Any,
) -> None:
    """The Director, whom the text names, answers to the Clerk; nothing of it needs JavaScript."""
    settings.PROTOCOL = "mwda"
    town, director = Council(), make.a_holder_of(Post.DIRECTOR)
    portal = portal_process(PROTOCOL="mwda")
    without_scripts = visitor_for(portal, 1280, scripts=False)
    member, keeper = without_scripts(town.member), without_scripts(town.monitoring)

    acts.note_a_concern(member, town.clerk, "Yes, and it is not settled", "We spoke twice in October.")
    member.reads("The protocol names the Director, who is left out because they answer to the person")
    member.reads("The protocol is silent on part of this")
    member.reads(town.monitoring.name)
    member.press("Send")
    member.reads("It is sent")
    case = Case(Complaint.objects.get().reference)
    hidden = (town.clerk, director, town.director, town.head, town.deputy, town.whip, town.leader)
    for person in hidden:
        acts.knows_nothing(person, case)
        assert not acts.letters_to(person)

    acts.accept(keeper, case)
    acts.acknowledge(keeper, case)
    acts.stands_aside(keeper, case, "I was in the corridor and heard it.", town.deputy)
    acts.knows_nothing(town.monitoring, case)
    goes_on_with(without_scripts(town.deputy), without_scripts(town.clerk), case)
    for person in (director, town.director, town.head, town.whip, town.leader, town.monitoring):
        acts.knows_nothing(person, case)
    for person in (director, town.director, town.head, town.whip, town.leader):
        assert not acts.letters_to(person)
    acts.on(member, case, "Read the outcome")
    member.reads("Not upheld")


def goes_on_with(deputy: Visitor, clerk: Visitor, case: Case) -> None:
    """Whoever follows reads nothing before accepting; the other side hears of it, and it is decided."""
    acts.accept(deputy, case)
    acts.assess(deputy, case, "It can be decided at once")
    clerk.page.goto(case.page)
    clerk.reads("Page not found")
    acts.tell_the_other_side(deputy, case)
    clerk.opens(case.page)
    clerk.reads(acts.CONCERN)
    clerk.hides("We spoke twice in October.")
    acts.decide_and_tell(deputy, case, "Not upheld", "Nobody else heard it.")
    aside = Handler.objects.get(ended_because=Handler.Ended.STOOD_ASIDE)
    assert aside.replaced_by is not None
    assert short_date(timezone.localdate(aside.ended_at)) == acts.TODAY
