"""A note of a talk goes to the member; a letter may ask not to be passed on; both are what the chain says."""

import pytest

from casework.models import CaseEvent
from enquiries.actions.checking import check_messages
from enquiries.models import Enquiry, Message
from enquiries.states import State
from tests.factories import council as make
from tests.factories.enquiries import an_enquiry, moment
from tests.factories.portal import page, post, signed_in

pytestmark = pytest.mark.django_db
SAID = "We agreed on the telephone that the wall is looked at on Friday."


@pytest.fixture
def case() -> Enquiry:
    return an_enquiry(state=State.ALLOCATED)


def notes(case: Enquiry, **data: str) -> str:
    assert case.owner is not None
    given = {"version": str(case.version), "token": "t", "text": SAID, **data}
    return post(signed_in(case.owner), "enquiry-talk", case, **given).content.decode()


def test_the_member_reads_the_note_and_is_told(case: Enquiry) -> None:
    for _twice in range(2):
        notes(case)
    message = case.messages.get(kind=Message.Kind.TALK)
    assert message.text == SAID
    event = CaseEvent.objects.get(kind="enquiry.talk_noted")
    assert [one.person for one in event.deliveries.all()] == [case.member]
    assert SAID in page(signed_in(case.member), "enquiry", case)


def test_an_empty_note_and_one_on_an_older_version_are_not_kept(case: Enquiry) -> None:
    assert "Enter what was said" in notes(case, text="")
    Enquiry.objects.filter(pk=case.pk).update(version=case.version + 1)
    stale = notes(case)
    assert "This case changed while you were typing" in stale
    assert SAID in stale
    assert not case.messages.exists()


def test_who_does_not_deal_with_it_notes_nothing(case: Enquiry) -> None:
    assert post(signed_in(case.member), "enquiry-talk", case, text=SAID).status_code == 403
    assert post(signed_in(make.an_officer()), "enquiry-talk", case, text=SAID).status_code == 404


def test_a_reply_that_is_not_to_be_passed_on_says_so_to_its_readers(case: Enquiry) -> None:
    assert case.owner is not None
    browser = signed_in(case.owner)
    typed = {"answer": "full", "version": str(case.version), "text": "Mended.", "do_not_circulate": "on"}
    assert (
        "You ask the member not to pass this on."
        in post(browser, "enquiry-check", case, **typed).content.decode()
    )
    # The last look sends what it showed, from hidden boxes.
    post(browser, "enquiry-check", case, **{**typed, "do_not_circulate": "True"}, send="1", token="t")
    message = case.messages.get()
    assert message.do_not_circulate
    assert "You are asked not to pass this on." in page(signed_in(case.member), "enquiry", case)
    assert "The member is asked not to pass this on." in page(browser, "enquiry", case)
    assert check_messages(at=moment(case.received_on)) == ()  # type: ignore[arg-type]
    before = message.digest()
    message.do_not_circulate = False
    assert message.digest() != before
