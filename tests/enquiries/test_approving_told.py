"""Who hears of approval, and where what waits for it is counted."""

import pytest
from django.utils import timezone

from casework.models import CaseEvent, Delivery
from council.models import Person
from enquiries.actions.approving import approve_reply
from enquiries.models import Enquiry, Message, PreparedReply
from enquiries.screens.figures import needing_officer
from tests.factories.enquiries import on_day
from tests.factories.preparing import a_waiting_reply, wants_approval
from tests.factories.repairs import Council, a_case, the_repairs_team

pytestmark = pytest.mark.django_db


@pytest.fixture
def council() -> Council:
    """Exampleshire's repairs, whose directorate has its replies approved."""
    found = the_repairs_team()
    wants_approval(found)
    return found


def approve(by: Person, case: Enquiry, reply: PreparedReply) -> Message:
    """The person approves what stands there now."""
    version = Enquiry.objects.get(pk=case.pk).version
    return approve_reply(
        who=on_day(by), enquiry=case, reply=reply.pk, at=timezone.now(), seen_version=version
    )


def told(case: Enquiry, kind: str) -> set[Person]:
    event = CaseEvent.objects.filter(stream=case.stream, kind=kind).latest("place")
    return {one.person for one in Delivery.objects.filter(event=event).select_related("person")}


def test_who_is_told_of_approval(council: Council) -> None:
    case = a_case(council)
    reply = a_waiting_reply(case, by=council.officer)
    assert told(case, "enquiry.approval_asked") == {council.head, council.director}
    approve(council.head, case, reply)
    assert told(case, "enquiry.reply_approved") == {council.officer}
    assert told(case, "enquiry.reply_sent") == {council.member}


def test_a_reply_to_approve_counts_beside_my_cases(council: Council) -> None:
    case = a_case(council)
    before = needing_officer(on_day(council.director))
    a_waiting_reply(case, by=council.officer)
    assert needing_officer(on_day(council.director)) == before + 1
    assert needing_officer(on_day(council.member)) == 0
