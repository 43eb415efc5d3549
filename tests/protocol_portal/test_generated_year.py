"""A generated year is sound: its chains hold, its dates are the clock's, its cases open for their people."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.db import transaction
from django.urls import reverse
from pytest_django import DjangoDbBlocker

from access_rules.models import AccessRequest, Document
from briefings.models import Briefing
from casework.actions.verifying import verify_all
from casework.models import CaseEvent, Delivery, Dispute, Effect, Reminder
from casework.queries import broken_streams
from casework.states import DisputeState
from casework.steps import steps_in
from complaints.models import Complaint
from council.models import Directorate, MemberTerm, Person, PoliticalGroup, Service, Team
from council.queries import standing_of
from enquiries import events
from enquiries.clock import Clock
from enquiries.models import Enquiry, Message, Privacy, Redirection, Verdict, Withholding
from enquiries.queries import rewritten_messages, visible_to
from enquiries.states import OPEN, State
from protocol_portal.benchmark.year import Year
from tests.factories.browsers import signed_in
from tests.factories.generated import CASES, NOW, TODAY, a_generated_year

EVERY = 97


@pytest.fixture(scope="module")
def _year(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Year]:
    with a_generated_year(django_db_blocker) as made:
        yield made


@pytest.fixture
def year(_year: Year) -> Iterator[Year]:
    """The year as it was made, whatever the test before did."""
    with transaction.atomic():
        yield _year
        transaction.set_rollback(True)


def some(**filters: Any) -> "list[Enquiry]":
    """One case in so many, the oldest first."""
    return list(Enquiry.objects.filter(**filters).order_by("pk"))[::EVERY]


def test_a_council_with_everything_has_a_year_of_cases_in_every_state(year):
    assert CASES <= year.enquiries <= CASES * 1.05
    assert PoliticalGroup.objects.count() == 4
    assert min(Directorate.objects.count(), Team.objects.count(), Service.objects.count()) > 4
    assert MemberTerm.objects.count() > 60
    states = Counter(Enquiry.objects.values_list("state", flat=True))
    assert set(states) == {state.value for state in State}
    assert states[State.CLOSED] > CASES * 0.75
    assert Enquiry.objects.filter(state__in=OPEN, owed_on__lt=TODAY).count() > 10
    assert set(Enquiry.objects.values_list("privacy", flat=True)) >= {Privacy.ORDINARY, Privacy.PRIVATE}
    assert Enquiry.objects.filter(is_confidential=True).exists()


def test_what_hangs_on_cases_is_there_too(year):
    kinds = set(Message.objects.values_list("kind", flat=True))
    assert kinds >= {
        "question",
        "answer",
        "holding-reply",
        "reply",
        "chase",
        "reopening",
        "outcome",
        "refusal",
    }
    assert {one.ended_at is None for one in Redirection.objects.all()} == {True, False}
    assert set(Verdict.objects.values_list("answers", flat=True)) == {True, False}
    for model in (Withholding, Reminder, Delivery):
        assert model.objects.exists(), model
    assert Dispute.objects.exclude(state=DisputeState.OPENED).exists()


def test_the_other_counters_have_their_year_too(year):
    for model in (Complaint, Briefing):
        assert len(set(model.objects.values_list("state", flat=True))) >= 3, model
    assert Document.objects.count() >= CASES // 20
    assert set(AccessRequest.objects.values_list("outcome", flat=True)) >= {AccessRequest.Outcome.YES}
    for owed in (Delivery, Effect):
        assert not owed.objects.filter(state=owed.State.PENDING).exists()


def test_every_chain_holds_and_every_message_says_what_its_event_proves(year):
    assert not list(broken_streams({}))
    assert not list(rewritten_messages())
    assert CaseEvent.objects.count() > 5 * CASES
    assert not verify_all()


def test_nothing_lies_in_the_future_and_every_case_was_told_in_order(year):
    assert not CaseEvent.objects.filter(at__gt=NOW).exists()
    assert not Message.objects.filter(at__gt=NOW).exists()
    for enquiry in some(sent_at__isnull=False):
        moments = list(enquiry.stream.events.order_by("place").values_list("at", flat=True))
        assert moments == sorted(moments), enquiry
        assert moments[0] == enquiry.sent_at


def test_its_dates_are_those_of_the_clock(year):
    clock = Clock.read()
    for enquiry in some(sent_at__isnull=False):
        assert enquiry.due_on == clock.deadline_of(enquiry)
        assert enquiry.acknowledge_by == clock.acknowledgement_of(enquiry)
        if enquiry.state in OPEN:
            dates = clock.dates_of(enquiry)
            assert (dates.due_on, dates.owed_on) == (enquiry.due_on, enquiry.owed_on), enquiry
        if enquiry.answered_on and enquiry.closes_on:
            assert enquiry.closes_on == clock.closes_by_itself(enquiry.protocol, enquiry.answered_on)


def test_only_members_who_sat_that_day_asked(year):
    for enquiry in some(sent_at__isnull=False):
        terms = MemberTerm.objects.on(enquiry.received_on).filter(person=enquiry.member)
        assert terms.exists(), enquiry


@pytest.mark.parametrize("state", [state for state in State if state is not State.DRAFT], ids=str)
def test_a_case_opens_for_its_member_and_its_officer(year, state):
    with time_machine.travel(NOW, tick=False):
        rows = Enquiry.objects.filter(state=state, team__isnull=False).order_by("-pk")
        enquiry = next(one for one in rows if _sits(one.member))
        for person in (enquiry.member, enquiry.owner or enquiry.addressee):
            assert visible_to(standing_of(person, on=TODAY)).filter(pk=enquiry.pk).exists(), person
            answer = signed_in(person).get(reverse("enquiry", args=[enquiry.reference]))
            assert answer.status_code == 200, (state, person)


def _sits(person: Person) -> bool:
    return MemberTerm.objects.on(TODAY).filter(person=person).exists()


# The steps that each kind of event may tell of; other kinds leave the state as it is.
STEPS = {
    events.ROUTED: ("route_to",),
    events.HANDED_BACK: ("route_to",),
    events.ALLOCATED: ("allocate_to",),
    events.QUESTION_ASKED: ("record_question",),
    events.QUESTION_ANSWERED: ("record_member_answer",),
    events.HOLDING_REPLY_SENT: ("record_holding_reply",),
    events.REPLY_SENT: ("record_reply",),
    events.DECLINED: ("record_reply",),
    events.CLOSED: ("record_closing",),
    events.CLOSED_BY_ITSELF: ("record_closing",),
    events.REOPENED: ("record_reopening",),
    events.WITHDRAWN: ("record_withdrawal",),
    events.REDIRECTED: ("record_redirection",),
    events.OUTCOME_RECORDED: ("record_outcome",),
    events.MERGED_INTO: ("record_merging",),
}


def test_every_case_came_to_its_state_by_legal_steps(year):
    arrows: dict[tuple[str, str], set[str]] = {}
    for step in steps_in(vars(Enquiry)):
        arrows.setdefault((step.name, step.source), set()).add(step.target)
    named = {kind.name: names for kind, names in STEPS.items()}
    told: dict[int, list[str]] = {}
    for stream, kind in CaseEvent.objects.order_by("stream_id", "place").values_list("stream_id", "kind"):
        told.setdefault(stream, []).append(kind)
    for stream, state in Enquiry.objects.exclude(state=State.DRAFT).values_list("stream_id", "state"):
        may_be = {State.SENT.value}
        for kind in told[stream]:
            for name in named.get(kind, ()):
                may_be = {to for now in may_be for to in arrows.get((name, now), ())}
        assert state in may_be, (stream, told[stream])
