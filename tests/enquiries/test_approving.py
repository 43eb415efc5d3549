"""Approval before sending: who may give it, that nobody gets round it, and that the clock runs."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from casework.models import Attachment
from council.models import OfficerAppointment, Person
from council.rules import Grade
from enquiries.actions.approving import (
    approve_reply,
    return_reply,
    take_reply_back,
)
from enquiries.actions.enclosing import keep_files, waiting_files
from enquiries.actions.locking import Stale
from enquiries.actions.replying import add_note, send_reply
from enquiries.models import Enquiry, Message, PreparedReply
from enquiries.policies import preparing
from enquiries.queries import to_approve
from enquiries.states import UNANSWERED, State
from rulebook.decision import Outcome, Refused
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.enquiries import REPLY, on_day
from tests.factories.preparing import a_waiting_reply, wants_approval
from tests.factories.repairs import Council, a_case, the_repairs_team

pytestmark = pytest.mark.django_db
Stage = PreparedReply.Stage
A, R, U = Outcome.ALLOWED, Outcome.REFUSED, Outcome.UNKNOWN


@pytest.fixture
def council() -> Council:
    """Exampleshire's repairs, whose directorate has its replies approved."""
    found = the_repairs_team()
    wants_approval(found)
    return found


def fresh(case: Enquiry) -> Enquiry:
    """As it stands in the database."""
    return Enquiry.objects.select_related("team__directorate", "stream").get(pk=case.pk)


def approve(by: Person, case: Enquiry, reply: PreparedReply) -> Message:
    """The person approves what they read just now."""
    return approve_reply(
        who=on_day(by), enquiry=case, reply=reply.pk, at=timezone.now(), seen_version=fresh(case).version
    )


def send_straight(by: Person, case: Enquiry) -> Message:
    return send_reply(who=on_day(by), enquiry=case, text=REPLY, forward_text="", at=timezone.now())


def test_a_reply_sent_straight_is_refused_where_approval_is_wanted(council: Council) -> None:
    case = a_case(council)
    with pytest.raises(Refused) as refusal:
        send_straight(council.officer, case)
    assert "Replies of Housing are approved before they are sent" in refusal.value.decision.sentence
    assert not case.messages.exists()


def test_elsewhere_a_reply_goes_straight_and_approval_is_not_asked_for(council: Council) -> None:
    wants_approval(council, wants=False)
    case = a_case(council)
    with pytest.raises(Refused):
        a_waiting_reply(case, by=council.officer)
    assert send_straight(council.officer, case).text == REPLY


def test_an_approved_reply_goes_in_the_writers_name_and_the_record_says_who_approved(
    council: Council,
) -> None:
    case = a_case(council)
    reply = a_waiting_reply(case, by=council.officer)
    assert fresh(case).state == State.ALLOCATED, "the clock runs"
    message = approve(council.head, case, reply)
    assert (message.by, message.text) == (council.officer, REPLY)
    reply.refresh_from_db()
    assert (reply.stage, reply.decided_by) == (Stage.SENT, council.head)
    kinds = list(case.stream.events.order_by("place").values_list("kind", "by"))[-2:]
    assert kinds == [("enquiry.reply_approved", council.head.pk), ("enquiry.reply_sent", council.officer.pk)]
    assert case.stream.events.get(kind="enquiry.reply_sent").facts["approved_by"] == council.head.pk
    assert fresh(case).state == State.ANSWERED


def test_the_clock_runs_while_a_reply_waits(council: Council) -> None:
    case = a_case(council, received_on=timezone.localdate() - datetime.timedelta(days=30))
    before = (case.due_on, case.owed_on)
    a_waiting_reply(case, by=council.officer)
    after = fresh(case)
    assert (after.due_on, after.owed_on) == before
    assert after.answered_on is None


@pytest.mark.parametrize(
    ("who", "outcome"),
    [
        ("the head of service", A),
        ("the director", A),
        ("the writer", R),
        ("a colleague of no such grade", R),
        ("a head of service in the team", A),
        ("a head of service in the team until yesterday", R),
        ("a head of service elsewhere", U),
        ("the director of another directorate", U),
        ("the member", R),
        ("another member", U),
        ("democratic services", R),
        ("the monitoring officer", R),
        ("nobody in post", R),
    ],
)
def test_who_may_approve_a_reply(council: Council, who: str, outcome: Outcome) -> None:
    case = a_case(council)
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    high = Grade.HEAD_OF_SERVICE
    people = {
        "the head of service": lambda: council.head,
        "the director": lambda: council.director,
        "the writer": lambda: council.officer,
        "a colleague of no such grade": lambda: council.colleague,
        "a head of service in the team": lambda: make.an_officer(team=council.team, grade=high),
        "a head of service in the team until yesterday": lambda: make.an_officer(
            team=council.team, grade=high, to_on=yesterday
        ),
        "a head of service elsewhere": lambda: make.an_officer(team=make.a_team(), grade=high),
        "the director of another directorate": lambda: make.an_officer(grade=Grade.DIRECTOR),
        "the member": lambda: council.member,
        "another member": make.a_member,
        "democratic services": lambda: make.a_holder_of(Post.DEMOCRATIC_SERVICES),
        "the monitoring officer": lambda: make.a_holder_of(Post.MONITORING_OFFICER),
        "nobody in post": make.a_person,
    }
    person = people[who]()
    a_waiting_reply(case, by=council.officer)
    found = on_day(person)
    assert preparing.may_approve(found, fresh(case)).outcome is outcome
    listed = to_approve(found).filter(pk=case.pk).exists()
    assert listed == (outcome is A), "the list and the policy agree"
    named = person in preparing.approvers(fresh(case), writer=council.officer.pk, on=found.on)
    assert named == (outcome is A), "and so does whoever is told"


def test_a_head_who_writes_is_approved_by_somebody_else(council: Council) -> None:
    case = a_case(council)
    reply = a_waiting_reply(case, by=council.head)
    decision = preparing.may_approve(on_day(council.head), fresh(case))
    assert decision.sentence == "You wrote this reply, so somebody else must approve it."
    assert not to_approve(on_day(council.head)).exists()
    approve(council.director, case, reply)
    assert fresh(case).state == State.ANSWERED


def test_where_nobody_else_may_approve_the_reply_goes_straight(council: Council) -> None:
    """The head of service is the only senior officer of a confidential one, of which no director knows."""
    case = a_case(council, is_confidential=True)
    with pytest.raises(Refused):
        send_straight(council.officer, case)
    assert send_straight(council.head, case).by == council.head


def test_whoever_stands_in_for_a_director_may_approve(council: Council) -> None:
    directorate = council.team.directorate
    boss = make.an_officer(grade=Grade.EXECUTIVE_DIRECTOR, directorate=directorate)
    make.a_holding(Post.EXECUTIVE_DIRECTOR, person=boss, directorate=directorate)
    substitute = make.an_officer(directorate=directorate)
    case = a_case(council)
    a_waiting_reply(case, by=council.officer)
    assert not preparing.may_approve(on_day(substitute), fresh(case)).allowed
    make.an_absence(boss, substitute)
    assert preparing.may_approve(on_day(substitute), fresh(case)).allowed
    assert to_approve(on_day(substitute)).exists()


def test_the_writer_may_be_away_and_gone(council: Council) -> None:
    case = a_case(council)
    reply = a_waiting_reply(case, by=council.officer)
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    OfficerAppointment.objects.filter(person=council.officer).update(to_on=yesterday)
    assert approve(council.head, case, reply).by == council.officer


def test_two_approvers_at_once_send_one_reply(council: Council) -> None:
    case = a_case(council)
    reply = a_waiting_reply(case, by=council.officer)
    seen = fresh(case).version
    for by in (council.head, council.director):
        try:
            approve_reply(who=on_day(by), enquiry=case, reply=reply.pk, at=timezone.now(), seen_version=seen)
        except Stale:
            assert by == council.director
    assert case.messages.filter(kind=Message.Kind.REPLY).count() == 1


def test_what_changed_since_it_was_read_is_not_approved(council: Council) -> None:
    case = a_case(council)
    reply = a_waiting_reply(case, by=council.officer)
    seen = fresh(case).version
    add_note(who=on_day(council.colleague), enquiry=case, text="Chased.", at=timezone.now())
    with pytest.raises(Stale):
        approve_reply(
            who=on_day(council.head), enquiry=case, reply=reply.pk, at=timezone.now(), seen_version=seen
        )
    assert not case.messages.filter(kind=Message.Kind.REPLY).exists()


def test_a_reply_that_is_another_than_the_one_read_is_not_approved(council: Council) -> None:
    case = a_case(council)
    first = a_waiting_reply(case, by=council.officer)
    take_reply_back(who=on_day(council.officer), enquiry=case, at=timezone.now())
    a_waiting_reply(case, by=council.colleague, text="Another.")
    with pytest.raises(Stale):
        approve(council.head, case, first)


def test_a_reply_sent_back_is_changed_and_asked_for_again(council: Council) -> None:
    case = a_case(council)
    reply = a_waiting_reply(case, by=council.officer)
    return_reply(
        who=on_day(council.head),
        enquiry=case,
        reply=reply.pk,
        remark="Say when the pump was checked.",
        at=timezone.now(),
        seen_version=fresh(case).version,
    )
    reply.refresh_from_db()
    assert (reply.stage, reply.remark) == (Stage.RETURNED, "Say when the pump was checked.")
    event = case.stream.events.get(kind="enquiry.reply_returned")
    assert event.body["reason"] == "Say when the pump was checked."
    again = a_waiting_reply(case, by=council.officer, text="Checked on Monday.")
    assert (again.pk, again.remark) == (reply.pk, "")
    assert approve(council.director, case, again).text == "Checked on Monday."


def test_only_one_reply_waits_at_a_time(council: Council) -> None:
    case = a_case(council)
    a_waiting_reply(case, by=council.officer)
    with pytest.raises(Refused) as refusal:
        a_waiting_reply(case, by=council.colleague)
    assert refusal.value.decision.sentence == "A reply by Dana Whitfield waits for approval already."


@pytest.mark.parametrize("state", [state for state in State if state not in (State.REDIRECTED, State.MERGED)])
def test_approval_is_asked_for_only_while_a_reply_is_owed(council: Council, state: State) -> None:
    wants_approval(council, wants=False)
    case = a_case(council, state)
    wants_approval(council)
    decision = preparing.may_ask_approval(on_day(council.officer), fresh(case))
    assert decision.allowed == (state in UNANSWERED)


def test_whoever_asks_for_approval_of_a_new_case_takes_it_on(council: Council) -> None:
    case = a_case(council, State.SENT)
    a_waiting_reply(case, by=council.officer)
    case = fresh(case)
    assert (case.state, case.owner) == (State.ALLOCATED, council.officer)


def test_the_files_chosen_go_with_the_approved_reply(council: Council) -> None:
    case = a_case(council)
    upload = SimpleUploadedFile("report.txt", b"All mended", content_type="text/plain")
    keep_files(who=on_day(council.officer), enquiry=case, uploads=[upload], at=timezone.now())
    reply = a_waiting_reply(case, by=council.officer)
    assert not Attachment.objects.filter(stream=case.stream).exists()
    message = approve(council.head, case, reply)
    file = Attachment.objects.get(stream=case.stream)
    assert file.event is not None
    assert file.event.facts["message"] == message.pk
    assert not waiting_files(who=on_day(council.officer), enquiry=case).exists()


def test_the_writer_takes_a_waiting_reply_back_once(council: Council) -> None:
    case = a_case(council)
    reply = a_waiting_reply(case, by=council.officer)
    who = on_day(council.officer)
    assert take_reply_back(who=who, enquiry=case, at=timezone.now())
    assert not take_reply_back(who=who, enquiry=case, at=timezone.now())
    assert not to_approve(on_day(council.head)).exists()
    with pytest.raises(Refused):
        approve(council.head, case, reply)
