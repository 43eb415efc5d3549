"""An officer's draft of a reply: their own alone, and no change of the case."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from council.rules import Grade
from enquiries.actions.approving import ask_approval, drop_reply_draft, save_reply_draft
from enquiries.actions.replying import Reply
from enquiries.models import Enquiry
from enquiries.policies import preparing
from rulebook.decision import Refused
from tests.factories import council as make
from tests.factories.browsers import signed_in
from tests.factories.enquiries import REPLY, on_day
from tests.factories.preparing import a_waiting_reply, wants_approval
from tests.factories.repairs import Council, a_case, the_repairs_team

pytestmark = pytest.mark.django_db


@pytest.fixture
def council() -> Council:
    """Exampleshire's repairs, whose directorate has its replies approved."""
    found = the_repairs_team()
    wants_approval(found)
    return found


def fresh(case: Enquiry) -> Enquiry:
    """As it stands in the database."""
    return Enquiry.objects.get(pk=case.pk)


def test_a_draft_is_its_writers_alone_and_changes_nothing_of_the_case(council: Council) -> None:
    case = a_case(council)
    for text in ("Half", "Half of it"):
        save_reply_draft(who=on_day(council.officer), enquiry=case, reply=Reply(text), at=timezone.now())
    assert fresh(case).version == case.version, "nobody's open form goes stale"
    assert [row.text for row in case.prepared.all()] == ["Half of it"]
    own = preparing.reply_in_hand(council.officer, case)
    assert own is not None
    assert preparing.reply_in_hand(council.colleague, case) is None
    assert drop_reply_draft(who=on_day(council.officer), enquiry=case)
    assert not drop_reply_draft(who=on_day(council.officer), enquiry=case), "twice is once"


def test_saving_a_draft_does_not_change_what_waits_for_approval(council: Council) -> None:
    case = a_case(council)
    a_waiting_reply(case, by=council.officer)
    save_reply_draft(who=on_day(council.officer), enquiry=case, reply=Reply("New"), at=timezone.now())
    assert case.prepared.get().text == REPLY
    assert not drop_reply_draft(who=on_day(council.officer), enquiry=case)


@pytest.mark.parametrize("who", ["member", "head elsewhere"])
def test_a_draft_is_kept_for_nobody_who_may_not_reply(council: Council, who: str) -> None:
    case = a_case(council)
    person = council.member if who == "member" else make.an_officer(grade=Grade.HEAD_OF_SERVICE)
    with pytest.raises(Refused):
        save_reply_draft(who=on_day(person), enquiry=case, reply=Reply("x"), at=timezone.now())
    with pytest.raises(Refused):
        ask_approval(who=on_day(person), enquiry=case, reply=Reply("x"), at=timezone.now())


def test_a_draft_that_comes_late_says_why_only_when_it_is_sent(council: Council) -> None:
    case = a_case(council, received_on=timezone.localdate() - datetime.timedelta(days=14))
    browser, path = signed_in(council.officer), reverse("enquiry-check", args=[case.reference])
    typed = {"answer": "full", "text": REPLY, "version": case.version, "token": "one"}
    assert "Choose why the reply comes after its date" in browser.post(path, typed).content.decode()
    assert browser.post(path, {**typed, "save": "1"}).status_code == 302
    own = preparing.reply_in_hand(council.officer, case)
    assert own is not None
    assert (own.text, own.late_because) == (REPLY, "")
