"""Enquiries for tests, brought to their state by the portal's own actions; name only what matters."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from council.models import Person, Service
from council.queries import Standing, standing_of
from council.rules import Grade
from enquiries.actions.allocating import allocate_enquiry, hand_back
from enquiries.actions.following import close_enquiry, reopen_enquiry, withdraw_enquiry
from enquiries.actions.logging import Draft, save_draft, send_enquiry
from enquiries.actions.merging import merge_enquiries
from enquiries.actions.redirecting import Move, put_facts_right, redirect_enquiry
from enquiries.actions.replying import HoldingReply, ask_member, send_holding_reply, send_reply
from enquiries.models import Enquiry
from enquiries.policies.redirecting import open_processes
from enquiries.states import State
from tests.factories.council import a_member, a_service, an_officer

SUBJECT = "No heating at Larch Court"
DETAILS = "The boiler broke and was reported twice. When will it be fixed?"
QUESTION = "Which flats are without heating?"
REASON = "The part has to be ordered."
ACTION = "The contractor has ordered it and Dana Whitfield follows it up."
REPLY = "The boiler was mended this morning."
FORWARD = "Your boiler was mended this morning."
COMPLAINT = {"asks_for": "constituent-complaint", "for_constituent": True}
OWN_DATA = {
    "asks_for": "information",
    "for_constituent": False,
    "personal_data": True,
    "right_arises_under": "dpa",
}
PLACE = "Complaints team"
WHY_THERE = "A resident’s complaint is answered by the complaints team, who write to the resident too."
MISSING = "The reply does not say why it took so long."


@dataclass(frozen=True)
class Case:
    """One enquiry on its way, with those who act in it."""

    enquiry: Enquiry
    member: Standing
    officer: Standing
    at: datetime.datetime


def on_day(person: Person, day: datetime.date | None = None) -> Standing:
    """What the person is on the day; today unless another is given."""
    return standing_of(person, on=day or timezone.localdate())


def moment(day: datetime.date, hour: int = 10) -> datetime.datetime:
    """That day in the morning, in the council's own time."""
    return datetime.datetime.combine(day, datetime.time(hour), timezone.get_current_timezone())


def an_enquiry(
    *,
    state: State = State.SENT,
    member: Person | None = None,
    service: Service | None = None,
    unsure: bool = False,
    officer: Person | None = None,
    logged_by: Person | None = None,
    received_on: datetime.date | None = None,
    promised_on: datetime.date | None = None,
    forward: str = FORWARD,
    **typed: Any,
) -> Enquiry:
    """An enquiry in that state; all happened on the day of receipt, by people who held their posts then.

    `unsure` leaves the service open; `logged_by` is whoever wrote it; `typed` is what a Draft takes.
    """
    day = received_on or timezone.localdate()
    member = member or a_member(name="Priya Nair")
    service = service or (None if unsure and state in (State.DRAFT, State.SENT) else a_service())
    draft = Draft(**{"service": service, "subject": SUBJECT, "details": DETAILS, **typed})
    writer = on_day(logged_by or member, day)
    enquiry = save_draft(who=writer, member=member, draft=draft, at=moment(day))
    if state == State.DRAFT:
        return enquiry
    enquiry = send_enquiry(who=writer, enquiry=enquiry, at=moment(day))
    if state == State.SENT:
        return enquiry
    if officer is None:
        team = service.team if service else None
        officer = an_officer(name="Dana Whitfield", grade=Grade.SENIOR_OFFICER, team=team)
    case = Case(enquiry, on_day(member, day), on_day(officer, day), moment(day, 11))
    promise = promised_on or day + datetime.timedelta(days=14)
    for step in _steps(promise, forward)[state]:
        step(case)
    return Enquiry.objects.get(pk=enquiry.pk)


def _steps(promised_on: datetime.date, forward: str) -> dict[State, tuple[Callable[[Case], Any], ...]]:
    """The way from sent to each state."""

    def hold(case: Case) -> None:
        reply = HoldingReply(REASON, ACTION, promised_on)
        send_holding_reply(who=case.officer, enquiry=case.enquiry, reply=reply, at=case.at)

    def answer(case: Case) -> None:
        send_reply(who=case.officer, enquiry=case.enquiry, text=REPLY, forward_text=forward, at=case.at)

    answered = (_allocate, answer)
    return {
        State.ALLOCATED: (_allocate,),
        State.WAITING: (_allocate, _ask),
        State.HOLDING: (_allocate, hold),
        State.ANSWERED: answered,
        State.REOPENED: (*answered, _reopen),
        State.CLOSED: (*answered, _close),
        State.WITHDRAWN: (_withdraw,),
        State.REDIRECTED: (_allocate, _redirect),
        State.MERGED: (_allocate, _merge),
    }


def _allocate(case: Case) -> None:
    """By the addressee, who alone may give a confidential one to an officer; without one, by the officer."""
    addressee = case.enquiry.addressee
    who = on_day(addressee, case.officer.on) if addressee else case.officer
    allocate_enquiry(who=who, enquiry=case.enquiry, owner=case.officer.person, at=case.at)


def _ask(case: Case) -> None:
    ask_member(who=case.officer, enquiry=case.enquiry, question=QUESTION, at=case.at)


def _reopen(case: Case) -> None:
    reopen_enquiry(who=case.member, enquiry=case.enquiry, missing=MISSING, at=case.at)


def _close(case: Case) -> None:
    close_enquiry(who=case.member, enquiry=case.enquiry, at=case.at)


def _withdraw(case: Case) -> None:
    withdraw_enquiry(who=case.member, enquiry=case.enquiry, at=case.at)


def _redirect(case: Case) -> None:
    """As a resident's complaint, where the text sends those elsewhere; else as the member's own data."""
    enquiry = put_facts_right(who=case.officer, enquiry=case.enquiry, facts=COMPLAINT, at=case.at)
    if not open_processes(case.officer, enquiry):
        enquiry = put_facts_right(who=case.officer, enquiry=enquiry, facts=OWN_DATA, at=case.at)
    expected_on = case.officer.on + datetime.timedelta(days=28)
    [process] = open_processes(case.officer, enquiry)
    move = Move(process, PLACE, WHY_THERE, expected_on=expected_on)
    redirect_enquiry(who=case.officer, enquiry=enquiry, move=move, at=case.at)


def _merge(case: Case) -> None:
    """Into another enquiry of the same member, which the same officer answers."""
    into = an_enquiry(
        state=State.ALLOCATED,
        member=case.member.person,
        service=case.enquiry.service,
        officer=case.officer.person,
        received_on=case.officer.on,
        is_confidential=case.enquiry.is_confidential,
    )
    merge_enquiries(who=case.officer, merged=case.enquiry, into=into, at=case.at)


def handed_back(enquiry: Enquiry, *, by: Person, note: str = "This is for Highways.") -> Enquiry:
    """The same enquiry after an officer said «not ours»."""
    return hand_back(who=on_day(by), enquiry=enquiry, note=note, at=timezone.now())
