"""What changes an enquiry: dates, records, and nothing half-written when somebody may not."""

import datetime
from itertools import cycle

import pytest
from django.utils import timezone

from casework.models import CaseEvent, ClosureDay
from council.models import Person, Service
from council.queries import Standing, standing_of
from enquiries.actions import allocating, following, keeping_time, logging, replying
from enquiries.actions.locking import Stale
from enquiries.clock import Clock
from enquiries.models import Channel, Enquiry, Message
from enquiries.states import State
from rulebook.decision import Refused
from rulebook.duty import Duty
from tests.factories import council as make
from tests.factories.casework import a_local_term

MONDAY = datetime.date(2026, 11, 23)
LATER = MONDAY + datetime.timedelta(days=15)

pytestmark = pytest.mark.django_db


def at(day: datetime.date, hour: int = 10) -> datetime.datetime:
    """A moment of the council's day."""
    return timezone.make_aware(datetime.datetime(day.year, day.month, day.day, hour))


def on(person: Person, day: datetime.date = MONDAY) -> Standing:
    """The person on a day."""
    return standing_of(person, on=day)


@pytest.fixture
def member() -> Person:
    return make.a_member()


@pytest.fixture
def officer() -> Person:
    return make.an_officer(team=make.a_team(name="Repairs"))


@pytest.fixture
def service(officer: Person) -> Service:
    return make.a_service(team=make.a_team(name="Repairs"), addressee=officer)


@pytest.fixture
def sent(member: Person, service: Service) -> Enquiry:
    return send(member, service)


def send(member: Person, service: Service | None, **draft: object) -> Enquiry:
    written = logging.Draft(service=service, subject="Damp", details="When?", **draft)
    enquiry = logging.save_draft(who=on(member), member=member, draft=written, at=at(MONDAY))
    return logging.send_enquiry(who=on(member), enquiry=enquiry, at=at(MONDAY))


def kinds(enquiry: Enquiry) -> list[str]:
    """What happened, in order."""
    return list(
        CaseEvent.objects.filter(stream=enquiry.stream).order_by("place").values_list("kind", flat=True)
    )


def test_the_clock_starts_on_the_day_of_receipt_which_is_day_nought(sent: Enquiry) -> None:
    assert sent.received_on == MONDAY
    assert sent.due_on == sent.owed_on == datetime.date(2026, 12, 3)
    assert kinds(sent) == ["enquiry.sent"]


def test_an_enquiry_goes_to_the_services_addressee_and_team(sent: Enquiry, service: Service) -> None:
    assert (sent.addressee, sent.team) == (service.addressee, service.team)


def test_a_letter_counts_from_the_day_it_was_received(member: Person, service: Service) -> None:
    clerk = make.a_holder_of(make.Post.DEMOCRATIC_SERVICES)
    saturday = datetime.date(2026, 11, 21)
    draft = logging.Draft(service, "Damp", "When?", channel=Channel.LETTER, received_on=saturday)
    enquiry = logging.save_draft(who=on(clerk), member=member, draft=draft, at=at(MONDAY))
    logging.send_enquiry(who=on(clerk), enquiry=enquiry, at=at(MONDAY))
    enquiry = Enquiry.objects.get(pk=enquiry.pk)
    assert enquiry.due_on == datetime.date(2026, 12, 1)
    assert enquiry.logged_by == clerk
    assert kinds(enquiry) == ["enquiry.logged_for_member"]


def test_a_text_without_a_figure_and_a_council_without_a_term_leave_the_date_open(
    member: Person, service: Service, settings: object
) -> None:
    settings.PROTOCOL = "haringey"
    assert send(member, service).due_on is None


def test_a_local_term_gives_the_figure(member: Person, service: Service, settings: object) -> None:
    settings.PROTOCOL = "haringey"
    a_local_term(Duty.REPLY, 10, paragraph="Council minute 41")
    enquiry = send(member, service)
    assert enquiry.due_on == datetime.date(2026, 12, 7)
    receipt = Clock.read().receipt(enquiry)
    assert receipt is not None
    assert receipt.limit.is_local
    assert "minute 41" in receipt.limit.citations[0].label


def test_the_first_answer_takes_the_enquiry_on(sent: Enquiry, officer: Person) -> None:
    replying.send_reply(who=on(officer), enquiry=sent, text="On Friday.", forward_text="", at=at(MONDAY, 12))
    enquiry = Enquiry.objects.get(pk=sent.pk)
    assert enquiry.state == State.ANSWERED
    assert (enquiry.owner, enquiry.acknowledged_by) == (officer, officer)
    assert kinds(enquiry) == ["enquiry.sent", "enquiry.allocated", "enquiry.reply_sent"]


def test_a_holding_reply_keeps_the_first_deadline_beside_the_promise(sent: Enquiry, officer: Person) -> None:
    reply = replying.HoldingReply("The survey is late.", "It was chased.", LATER)
    message = replying.send_holding_reply(who=on(officer), enquiry=sent, reply=reply, at=at(MONDAY))
    enquiry = Enquiry.objects.get(pk=sent.pk)
    assert enquiry.due_on == datetime.date(2026, 12, 3)
    assert enquiry.promised_on == enquiry.owed_on == LATER
    assert (message.text, message.action, message.promised_on) == (
        "The survey is late.",
        "It was chased.",
        LATER,
    )


@pytest.mark.parametrize(
    ("reply", "missing"),
    [
        (replying.HoldingReply(" ", "It was chased.", LATER), ("reason",)),
        (replying.HoldingReply("Late.", "\t", LATER), ("action",)),
        (replying.HoldingReply("Late.", "Chased.", None), ("new_deadline",)),
        (replying.HoldingReply("Late.", "Chased.", MONDAY), ("new_deadline",)),
        (replying.HoldingReply("", "", None), ("reason", "action", "new_deadline")),
    ],
)
def test_a_holding_reply_without_its_parts_is_refused_and_nothing_is_written(
    sent: Enquiry, officer: Person, reply: replying.HoldingReply, missing: tuple[str, ...]
) -> None:
    with pytest.raises(replying.MissingParts) as error:
        replying.send_holding_reply(who=on(officer), enquiry=sent, reply=reply, at=at(MONDAY))
    assert error.value.missing == missing
    assert Enquiry.objects.get(pk=sent.pk).state == State.SENT
    assert kinds(sent) == ["enquiry.sent"]


def test_handing_back_loses_no_day_and_says_why(sent: Enquiry, officer: Person) -> None:
    allocating.allocate_enquiry(who=on(officer), enquiry=sent, owner=officer, at=at(MONDAY))
    allocating.hand_back(who=on(officer), enquiry=sent, note="This is highways'.", at=at(MONDAY, 15))
    enquiry = Enquiry.objects.get(pk=sent.pk)
    assert (enquiry.state, enquiry.team, enquiry.owner) == (State.SENT, None, None)
    assert enquiry.due_on == datetime.date(2026, 12, 3)
    assert enquiry.messages.get().text == "This is highways'."


def test_the_second_officer_is_told_of_the_first_reply(sent: Enquiry, officer: Person) -> None:
    colleague = make.an_officer(team=sent.team)
    seen = Enquiry.objects.get(pk=sent.pk).version
    replying.send_reply(
        who=on(officer), enquiry=sent, text="Friday.", forward_text="", at=at(MONDAY), seen_version=seen
    )
    with pytest.raises(Stale):
        replying.send_reply(
            who=on(colleague), enquiry=sent, text="Monday.", forward_text="", at=at(MONDAY), seen_version=seen
        )
    assert [message.text for message in sent.messages.all()] == ["Friday."]


def test_a_question_does_not_stop_the_clock(sent: Enquiry, officer: Person, member: Person) -> None:
    replying.ask_member(who=on(officer), enquiry=sent, question="Which flat?", at=at(MONDAY))
    assert Enquiry.objects.get(pk=sent.pk).owed_on == datetime.date(2026, 12, 3)
    following.answer_question(who=on(member), enquiry=sent, text="Number 4.", at=at(MONDAY, 11))
    assert Enquiry.objects.get(pk=sent.pk).state == State.ALLOCATED


def test_an_answer_after_a_holding_reply_goes_back_to_the_holding_reply(
    sent: Enquiry, officer: Person, member: Person
) -> None:
    reply = replying.HoldingReply("Late.", "Chased.", LATER)
    replying.send_holding_reply(who=on(officer), enquiry=sent, reply=reply, at=at(MONDAY))
    replying.ask_member(who=on(officer), enquiry=sent, question="Which flat?", at=at(MONDAY))
    following.answer_question(who=on(member), enquiry=sent, text="Number 4.", at=at(MONDAY, 11))
    assert Enquiry.objects.get(pk=sent.pk).state == State.HOLDING


def test_a_reopened_enquiry_owes_a_reply_again_and_keeps_its_first_deadline(
    sent: Enquiry, officer: Person, member: Person
) -> None:
    replying.send_reply(who=on(officer), enquiry=sent, text="Friday.", forward_text="", at=at(MONDAY))
    friday = datetime.date(2026, 11, 27)
    following.reopen_enquiry(who=on(member, friday), enquiry=sent, missing="Which?", at=at(friday))
    enquiry = Enquiry.objects.get(pk=sent.pk)
    assert enquiry.state == State.REOPENED
    assert enquiry.due_on == datetime.date(2026, 12, 3)
    assert enquiry.owed_on == datetime.date(2026, 12, 7)


def test_it_closes_by_itself_only_after_the_councils_own_term(sent: Enquiry, officer: Person) -> None:
    a_local_term(Duty.CLOSE, 5)
    replying.send_reply(who=on(officer), enquiry=sent, text="Friday.", forward_text="", at=at(MONDAY))
    last = datetime.date(2026, 11, 30)
    assert Enquiry.objects.get(pk=sent.pk).closes_on == last
    assert not keeping_time.close_by_itself(enquiry=sent, on=last, at=at(last))
    after = last + datetime.timedelta(days=1)
    assert keeping_time.close_by_itself(enquiry=sent, on=after, at=at(after))
    assert not keeping_time.close_by_itself(enquiry=sent, on=after, at=at(after))
    assert Enquiry.objects.get(pk=sent.pk).state == State.CLOSED


def test_without_a_term_nothing_closes_by_itself(sent: Enquiry, officer: Person) -> None:
    replying.send_reply(who=on(officer), enquiry=sent, text="Friday.", forward_text="", at=at(MONDAY))
    assert Enquiry.objects.get(pk=sent.pk).closes_on is None


def test_a_corrected_day_of_receipt_works_the_date_out_again(sent: Enquiry) -> None:
    clerk = make.a_holder_of(make.Post.DEMOCRATIC_SERVICES)
    day = datetime.date(2026, 11, 20)
    logging.correct_receipt(
        who=on(clerk), enquiry=sent, received_on=day, reason="Postmarked Friday", at=at(MONDAY)
    )
    enquiry = Enquiry.objects.get(pk=sent.pk)
    assert enquiry.due_on == enquiry.owed_on == datetime.date(2026, 11, 30)
    assert kinds(enquiry)[-1] == "enquiry.receipt_corrected"


def test_a_case_keeps_the_terms_that_it_was_opened_under_whatever_is_set_later(
    member: Person, service: Service
) -> None:
    """A term that begins in the past, or on the day of receipt, was not known when the case was opened."""
    enquiry = send(member, service)
    text_says = datetime.date(2026, 12, 3)
    a_local_term(Duty.REPLY, 2, from_on=make.LONG_AGO, set_at=at(MONDAY, 14))
    ClosureDay.objects.create(on=datetime.date(2026, 11, 26), name="Burst main")
    assert not keeping_time.work_out_again(enquiry=enquiry, at=at(MONDAY, 15))
    enquiry = Enquiry.objects.get(pk=enquiry.pk)
    clock = Clock.read()
    receipt = clock.receipt(enquiry)
    assert receipt is not None
    assert (enquiry.due_on, receipt.limit.is_local, receipt.lines[-1].on) == (text_says, False, text_says)
    assert clock.unit(enquiry, today=MONDAY) == "days"
    clerk = make.a_holder_of(make.Post.DEMOCRATIC_SERVICES)
    friday = datetime.date(2026, 11, 20)
    logging.correct_receipt(who=on(clerk), enquiry=enquiry, received_on=friday, reason="Late", at=at(MONDAY))
    assert Enquiry.objects.get(pk=enquiry.pk).due_on == datetime.date(2026, 11, 30)
    later = send(member, service)
    assert later.due_on == datetime.date(2026, 11, 25)


def test_a_new_closed_day_moves_a_deadline_in_working_days_with_an_event(
    member: Person, service: Service
) -> None:
    a_local_term(Duty.REPLY, 5)
    enquiry = send(member, service)
    assert enquiry.due_on == datetime.date(2026, 11, 30)
    ClosureDay.objects.create(on=datetime.date(2026, 11, 26), name="Burst main")
    assert keeping_time.work_out_again(enquiry=enquiry, at=at(MONDAY))
    assert not keeping_time.work_out_again(enquiry=enquiry, at=at(MONDAY))
    assert Enquiry.objects.get(pk=enquiry.pk).due_on == datetime.date(2026, 12, 1)
    assert kinds(enquiry)[-1] == "enquiry.deadline_moved"


def test_whoever_may_not_is_refused_and_nothing_is_written(sent: Enquiry) -> None:
    stranger = make.an_officer()
    before = CaseEvent.objects.count()
    with pytest.raises(Refused):
        replying.send_reply(who=on(stranger), enquiry=sent, text="Hello.", forward_text="", at=at(MONDAY))
    assert Message.objects.count() == 0
    assert CaseEvent.objects.count() == before


def test_an_enquiry_is_given_only_to_somebody_who_is_an_officer_today(sent: Enquiry, officer: Person) -> None:
    gone = make.an_officer(team=sent.team, to_on=MONDAY - datetime.timedelta(days=1))
    with pytest.raises(Refused) as refusal:
        allocating.allocate_enquiry(who=on(officer), enquiry=sent, owner=gone, at=at(MONDAY))
    assert gone.name in refusal.value.decision.sentence


def test_a_draft_that_is_thrown_away_leaves_nothing_of_its_text(member: Person, service: Service) -> None:
    draft = logging.Draft(service, "Damp", "When?")
    enquiry = logging.save_draft(who=on(member), member=member, draft=draft, at=at(MONDAY))
    logging.discard_draft(who=on(member), enquiry=enquiry)
    assert not Enquiry.objects.exists()
    assert not CaseEvent.objects.exists()


def test_a_number_that_was_drawn_before_is_given_to_no_other(
    member: Person, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = cycle(["ENQ-2222-A", "ENQ-3333-B"])
    monkeypatch.setattr("casework.actions.announcing.new_reference", lambda _prefix: next(drawn))
    assert [send(member, service).reference for _ in range(2)] == ["ENQ-2222-A", "ENQ-3333-B"]
