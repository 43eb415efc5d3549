"""What is confidential or private is found by whoever reads it; no word of it stands beside the result."""

import pytest

from casework.models import CaseEvent
from enquiries import events
from enquiries.models import Message, Privacy
from enquiries.states import State
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.browsers import signed_in
from tests.factories.enquiries import an_enquiry
from tests.factories.letters import a_private_enquiry
from tests.protocol_portal.searching import asked

pytestmark = pytest.mark.django_db

NOTE = "Found in what was written. Opening it is recorded."


@pytest.mark.parametrize("is_private", [False, True])
def test_no_word_of_a_marked_case_is_shown_before_its_opening_is_recorded(is_private: bool) -> None:
    given = {"subject": "A word", "details": "The Quernstone fell.", "officer": make.an_officer()}
    enquiry = (
        a_private_enquiry(Privacy.PRIVATE, **given)
        if is_private
        else an_enquiry(is_confidential=True, state=State.ALLOCATED, **given)
    )
    for kind, text in ((Message.Kind.REPLY, "The Yarrowby came."), (Message.Kind.NOTE, "Mugwort rang.")):
        enquiry.messages.create(kind=kind, by=given["officer"], at=enquiry.saved_at, text=text)
    officer = signed_in(make.a_holder_of(Post.MONITORING_OFFICER))
    for word in ("Quernstone", "Yarrowby", "Mugwort"):
        shown = asked(officer, word)
        assert enquiry.reference in shown, word
        assert NOTE in shown, word
        assert f"<mark>{word}</mark>" not in shown
        assert "fell" not in shown
    assert NOTE not in asked(officer, "word", kind="enquiries")
    assert not CaseEvent.objects.filter(kind=events.OPENED_CONFIDENTIAL.name).exists()


def test_the_member_whose_case_it_is_reads_the_words_and_everybody_those_of_an_ordinary_one() -> None:
    member = make.a_member()
    an_enquiry(member=member, details="The Quernstone fell.", is_confidential=True, state=State.ALLOCATED)
    own = asked(signed_in(member), "quernstone")
    assert "<mark>Quernstone</mark> fell" in own
    assert NOTE not in own
    an_enquiry(details="The Mugwort grew.", state=State.ALLOCATED)
    shown = asked(signed_in(make.a_holder_of(Post.MONITORING_OFFICER)), "mugwort")
    assert "<mark>Mugwort</mark> grew" in shown
    assert NOTE not in shown
