"""A reply that went to the wrong person is taken back: nobody on the member's side reads it, one is owed."""

import datetime
import secrets

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from casework.actions.attaching import attach
from casework.events import registration_of
from casework.models import CaseEvent
from casework.queries import broken_streams
from council.models import Person
from enquiries.actions import correcting as actions
from enquiries.actions.correcting import Sent
from enquiries.actions.replying import WhyLate, send_reply
from enquiries.models import Copy, Enquiry, Lateness, Message, PreparedReply, Retraction
from enquiries.queries import visible_to, with_messages
from enquiries.screens.figures import by_month
from enquiries.states import State
from enquiries.views.files import files_of
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.enquiries import FORWARD, REPLY, an_enquiry, moment, on_day

DAY = datetime.date(2026, 11, 23)
LATER = DAY + datetime.timedelta(days=3)

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper() -> Person:
    """Democratic services, who log for members."""
    return make.a_holder_of(Post.DEMOCRATIC_SERVICES)


def sent(person: Person, on: datetime.date = DAY, *, token: str = "", seen: int | None = None) -> Sent:
    """A form of that person."""
    reason = "She rang for the other councillor."
    token = token or secrets.token_urlsafe(12)
    return Sent(who=on_day(person, on), at=moment(on, 15), reason=reason, token=token, seen_version=seen)


def told(enquiry: Enquiry, kind: str) -> dict[str, set[Person]]:
    """Who is owed a letter, and the words of each."""
    event = CaseEvent.objects.filter(stream=enquiry.stream, kind=kind).latest("place")
    found: dict[str, set[Person]] = {}
    for one in event.deliveries.select_related("person"):
        registration = registration_of(kind)
        assert registration is not None
        letter = registration.render(one.person, event)  # type: ignore[misc]
        found.setdefault(letter.subject.split(":")[0], set()).add(one.person)
        assert registration.may_receive(one.person, event, timezone.localdate(event.at)).allowed  # type: ignore[misc]
        sees = visible_to(on_day(one.person, DAY)).filter(pk=enquiry.pk).exists()
        assert bool(letter.link) == sees
    return found


def again(enquiry: Enquiry) -> Enquiry:
    """The row as it stands now."""
    return Enquiry.objects.get(pk=enquiry.pk)


@pytest.mark.parametrize("state", [State.ANSWERED, State.CLOSED])
def test_a_reply_taken_back_is_read_by_nobody_on_the_members_side(keeper: Person, state: State) -> None:
    officer = make.a_holder_of(Post.MONITORING_OFFICER)
    enquiry = an_enquiry(state=state, received_on=DAY)
    event = CaseEvent.objects.get(stream=enquiry.stream, kind="enquiry.reply_sent")
    upload = SimpleUploadedFile("letter.txt", b"Dear Mr Li", content_type="text/plain")
    attach(stream=enquiry.stream, upload=upload, by=enquiry.owner, at=moment(DAY), event=event)
    message = enquiry.messages.get(kind=Message.Kind.REPLY)
    reader = make.a_member()
    Copy.objects.create(message=message, person=reader, permission="author", by=officer, at=moment(DAY))
    retraction = actions.take_back(sent=sent(keeper), enquiry=enquiry)
    open_again = again(enquiry)
    assert (retraction.message, retraction.reason) == (message, "She rang for the other councillor.")
    assert (open_again.state, open_again.owed_on) == (State.ALLOCATED, enquiry.due_on)
    assert (open_again.answered_on, open_again.closes_on, open_again.ended_on) == (None, None, None)
    shown = [one.kind for one in with_messages(open_again, staff=False)]
    assert Message.Kind.REPLY not in shown
    assert Message.Kind.REPLY in [one.kind for one in with_messages(open_again, staff=True)]
    assert (files_of(open_again, staff=False).count(), files_of(open_again, staff=True).count()) == (0, 1)
    assert not Copy.objects.exists()
    assert told(enquiry, "enquiry.reply_taken_back") == {
        "A reply was taken back": {enquiry.member, enquiry.owner, reader},
        "A reply went to the wrong person": {officer},
    }
    event = CaseEvent.objects.get(stream=enquiry.stream, kind="enquiry.reply_taken_back")
    assert "She rang" not in str(event.body)
    assert list(broken_streams()) == []


def test_the_clock_is_as_before_and_the_figures_count_no_reply() -> None:
    late = DAY + datetime.timedelta(days=14)
    enquiry = an_enquiry(state=State.ALLOCATED, received_on=DAY)
    officer = on_day(enquiry.owner, late)
    because = WhyLate(Lateness.STAFF)
    said = {"who": officer, "enquiry": enquiry, "text": "For Mr Li.", "forward_text": "", "late": because}
    send_reply(at=moment(late), **said)
    assert by_month(Enquiry.objects.all(), today=late)[0].in_time == 0
    actions.take_back(sent=sent(enquiry.owner, late), enquiry=enquiry)
    owed = again(enquiry)
    assert (owed.owed_on, owed.late_because, owed.late_words) == (enquiry.due_on, "", "")
    assert by_month(Enquiry.objects.all(), today=DAY)[0].in_time == 1


def test_a_reply_that_was_held_comes_back_to_its_promise(keeper: Person) -> None:
    enquiry = an_enquiry(state=State.HOLDING, received_on=DAY)
    who = on_day(enquiry.owner, LATER)
    send_reply(who=who, enquiry=enquiry, text="For Mr Li.", forward_text="", at=moment(LATER))
    actions.take_back(sent=sent(keeper, LATER), enquiry=enquiry)
    assert (again(enquiry).state, again(enquiry).owed_on) == (State.HOLDING, enquiry.promised_on)


def test_the_case_that_it_was_meant_for_has_the_text_as_a_draft() -> None:
    wrong, meant = (an_enquiry(state=state, received_on=DAY) for state in (State.ANSWERED, State.ALLOCATED))
    both = make.a_holder_of(Post.MONITORING_OFFICER, person=meant.owner)
    actions.take_back(sent=sent(both), enquiry=wrong, meant_for=meant)
    draft = PreparedReply.objects.get()
    assert (draft.enquiry, draft.by, draft.text, draft.forward_text) == (meant, both, REPLY, FORWARD)
    assert Retraction.objects.get().meant_for == meant
    assert again(meant).version == meant.version


def test_whoever_does_not_answer_there_leaves_no_draft_and_a_draft_in_hand_stays(keeper: Person) -> None:
    wrong, meant = (an_enquiry(state=state, received_on=DAY) for state in (State.ANSWERED, State.ALLOCATED))
    actions.take_back(sent=sent(keeper), enquiry=wrong, meant_for=meant)
    assert not PreparedReply.objects.exists()
    second = an_enquiry(state=State.ANSWERED, received_on=DAY)
    both = make.a_holder_of(Post.MONITORING_OFFICER, person=meant.owner)
    PreparedReply.objects.create(enquiry=meant, by=both, text="Mine.", saved_at=moment(DAY))
    actions.take_back(sent=sent(both), enquiry=second, meant_for=meant)
    assert PreparedReply.objects.get().text == "Mine."
