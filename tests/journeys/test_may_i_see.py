"""The journey: a member asks to see a document, is refused, does not agree, and can see it."""

from collections.abc import Callable

import pytest
from django.utils import timezone

from access_rules.models import AccessRequest
from casework.actions.delivering import deliver_event
from casework.models import Dispute
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.asking import an_exempt_report
from tests.factories.disputes import event_of
from tests.harness.processes import Running
from tests.journeys.acts import Visitor
from tests.journeys.conftest import ByRole

WHY = "I speak for the ward in which it would be built."
REASONS = "The prices are still being negotiated."


def ask(member: Visitor) -> AccessRequest:
    """Forgets which document, then describes it."""
    member.opens("/documents/ask/")
    member.page.get_by_label("My work as a member or officer").check()
    member.press("Ask")
    member.reads("Describe the document you want to see")
    member.look()
    member.page.get_by_label("Which document do you want to see?").fill("The report on the contractor")
    member.page.get_by_label("Why you need it, in your own words").fill(WHY)
    member.press("Ask")
    member.reads("We look for the document that you described")
    member.look()
    return AccessRequest.objects.get()


def find(keeper: Visitor, row: AccessRequest, number: str) -> None:
    """Democratic services say which document is meant; it goes to the monitoring officer."""
    keeper.opens("/documents/requests/")
    keeper.press(row.reference)
    keeper.press("Find the document")
    keeper.look()
    keeper.page.get_by_label("Number of the document").fill(number)
    keeper.press("Send")
    keeper.reads("The request goes on")


def refuse(judge: Visitor, row: AccessRequest) -> None:
    """A finding, then the decision: read before it is sent."""
    judge.opens("/documents/requests/")
    judge.press(row.reference)
    judge.press("Record what you find")
    judge.look()
    judge.page.get_by_label("The need to know is disputed").check()
    judge.page.get_by_label("Why you find that").fill("The report tells which streets are concerned.")
    judge.press("Record")
    judge.reads("The finding is recorded")
    judge.look()
    page = judge.page
    page.get_by_role("radio", name="No", exact=True).check()
    page.get_by_label("Why", exact=True).fill(REASONS)
    page.get_by_role("checkbox").first.check()
    page.get_by_label("The public interest").fill("Residents would pay more.")
    judge.press("Preview")
    judge.reads("Nothing is sent yet")
    judge.look()
    judge.press("Send decision")
    judge.reads("Your decision is sent")


def determine(deputy: Visitor, dispute: Dispute) -> None:
    """The member is right, and nothing else has to happen."""
    deputy.opens("/disputes/")
    deputy.press(dispute.reference)
    deputy.press("Determine this dispute")
    deputy.page.get_by_label("The member is right", exact=True).check()
    deputy.page.get_by_label("Reasons").fill("The ward is the one concerned.")
    deputy.page.get_by_role("checkbox").first.check()
    deputy.press("Record the determination")
    deputy.reads("is determined. Both sides are told")


@pytest.mark.parametrize("width", [1280, 390], ids=["a wide screen", "a telephone"])
def test_from_the_question_to_the_determination(
    width: int,
    own_database: object,
    broker: object,
    portal_process: Callable[..., Running],
    visitor_for: Callable[[Running, int], ByRole],
) -> None:
    judge = make.a_holder_of(Post.MONITORING_OFFICER, person=make.an_officer(name="Ada Quarshie"))
    deputy = make.a_holder_of(Post.DEPUTY_MONITORING_OFFICER, person=make.an_officer(name="Tom Reed"))
    keeper, asker = make.a_holder_of(Post.DEMOCRATIC_SERVICES), make.a_member()
    document = an_exempt_report()
    visitor = visitor_for(portal_process(), width)
    member = visitor(asker)
    row = ask(member)
    find(visitor(keeper), row, document.reference)
    refuse(visitor(judge), row)

    member.opens(f"/documents/requests/{row.reference}/")
    member.reads(REASONS)
    member.reads("Tom Reed")
    member.press("Challenge this decision")
    member.look()
    member.press("Send")
    member.reads("Say why you do not agree")
    member.page.get_by_label("Why you do not agree").fill("Nobody else speaks for these streets.")
    member.press("Send")
    dispute = Dispute.objects.get()
    determine(visitor(deputy), dispute)
    deliver_event(event_of(dispute, "dispute.determined").pk, at=timezone.now())

    member.opens(f"/documents/requests/{row.reference}/")
    member.reads("Yes")
    member.reads("The ward is the one concerned.")
    after = AccessRequest.objects.get()
    assert (after.state, after.outcome, after.decided_by) == ("decided", "yes", deputy)
