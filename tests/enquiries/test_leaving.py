"""An officer leaves: all open cases go to another in one go, confidential ones apart."""

import datetime
import secrets
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from casework.actions.protecting import AlreadyUsed
from casework.models import CaseEvent, Delivery
from council.models import OfficerAppointment, Person
from council.rules import Grade
from enquiries.actions.handing_over import hand_over_all
from enquiries.models import Enquiry, Message
from enquiries.queries import cases_of_leavers, open_with
from enquiries.states import IN_HAND, State
from rulebook.decision import Refused
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.enquiries import an_enquiry, on_day
from tests.factories.portal import a_democratic_services_officer, signed_in

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
YESTERDAY = TODAY - datetime.timedelta(days=1)


@pytest.fixture
def keeper() -> Person:
    return a_democratic_services_officer()


@pytest.fixture
def left() -> Person:
    """A head of service whom members address; leaves when the test says so."""
    return make.an_officer(name="Dana Whitfield", grade=Grade.HEAD_OF_SERVICE, team=make.a_team())


def leaves(officer: Person, last: datetime.date = YESTERDAY) -> Person:
    OfficerAppointment.objects.filter(person=officer).update(to_on=last)
    return officer


def cases_with(left: Person) -> list[Enquiry]:
    """One in each state in hand, and one that nobody has taken on."""
    appointment = OfficerAppointment.objects.get(person=left)
    service = make.a_service(team=appointment.team, addressee=left)
    found = [an_enquiry(state=state, service=service, officer=left) for state in IN_HAND]
    return [*found, an_enquiry(service=service)]


def hand_over(
    keeper: Person, left: Person, owner: Person, chosen: list[Enquiry], **more: Any
) -> list[Enquiry]:
    given = {"note": "Dana has left.", "token": secrets.token_urlsafe(8), **more}
    references = [one.reference for one in chosen]
    return hand_over_all(
        who=on_day(keeper), left=left, owner=owner, chosen=references, at=timezone.now(), **given
    )


def test_every_open_case_moves_with_its_state_and_its_dates(keeper: Person, left: Person) -> None:
    cases, owner = cases_with(left), make.an_officer()
    before = {one.pk: (one.state, one.due_on, one.owed_on) for one in cases}
    assert len(hand_over(keeper, leaves(left), owner, cases)) == len(cases)
    for one in Enquiry.objects.filter(pk__in=before):
        assert (one.state, one.due_on, one.owed_on) == before[one.pk]
        assert owner.pk in (one.owner_id, one.addressee_id if one.state == State.SENT else None)
        event = CaseEvent.objects.get(stream=one.stream, kind="enquiry.handed_over")
        told = set(Delivery.objects.filter(event=event).values_list("person", flat=True))
        assert {one.member_id, owner.pk} <= told
        assert Message.objects.filter(enquiry=one, kind=Message.Kind.NOTE).count() == 1
    assert not open_with(on_day(keeper), left).exists()


def test_what_was_answered_ended_or_is_confidential_stays(keeper: Person, left: Person) -> None:
    team = OfficerAppointment.objects.get(person=left).team
    service = make.a_service(team=team, addressee=left)
    stays = [
        an_enquiry(state=State.ANSWERED, service=service, officer=left),
        an_enquiry(state=State.CLOSED, service=service, officer=left),
        an_enquiry(state=State.ALLOCATED, service=service, officer=left, is_confidential=True),
        an_enquiry(state=State.ALLOCATED),
    ]
    leaves(left)
    assert hand_over(keeper, left, make.an_officer(), stays) == []
    assert cases_of_leavers(on_day(keeper)) == {}
    assert not CaseEvent.objects.filter(kind="enquiry.handed_over").exists()


@pytest.mark.parametrize("role", ["officer of the team", "director", "another member", "left yesterday"])
def test_only_democratic_services_and_the_monitoring_officer_hand_over(left: Person, role: str) -> None:
    cases = cases_with(left)
    team = OfficerAppointment.objects.get(person=left).team
    people = {
        "officer of the team": lambda: make.an_officer(team=team),
        "director": lambda: make.an_officer(grade=Grade.DIRECTOR, directorate=team.directorate),
        "another member": make.a_member,
        "left yesterday": lambda: make.an_officer(team=team, to_on=YESTERDAY),
    }
    with pytest.raises(Refused):
        hand_over(people[role](), left, make.an_officer(), cases)


def test_the_monitoring_officer_hands_over_too(left: Person) -> None:
    cases = cases_with(left)
    officer = make.a_holder_of(Post.MONITORING_OFFICER)
    assert len(hand_over(officer, leaves(left), make.an_officer(), cases)) == len(cases)


def test_nobody_who_is_no_officer_takes_them_and_then_none_moves(keeper: Person, left: Person) -> None:
    cases = cases_with(left)
    with pytest.raises(Refused, match="is not an officer today"):
        hand_over(keeper, left, make.a_member(), cases)
    assert not CaseEvent.objects.filter(kind="enquiry.handed_over").exists()


def test_the_form_counts_once(keeper: Person, left: Person) -> None:
    cases, token = cases_with(left), secrets.token_urlsafe(8)
    hand_over(keeper, left, make.an_officer(), cases[:1], token=token)
    with pytest.raises(AlreadyUsed):
        hand_over(keeper, left, make.an_officer(), cases[1:], token=token)


def test_leavers_are_those_who_left_or_leave_on_a_day_that_is_entered(keeper: Person, left: Person) -> None:
    count = len(cases_with(left))
    an_enquiry(state=State.ALLOCATED)
    assert cases_of_leavers(on_day(keeper)) == {}
    leaves(left, TODAY + datetime.timedelta(days=20))
    assert cases_of_leavers(on_day(keeper)) == {left.pk: count}
    leaves(left)
    assert cases_of_leavers(on_day(keeper)) == {left.pk: count}


def test_the_list_takes_as_many_queries_for_many_as_for_one(
    keeper: Person, django_assert_max_num_queries: Any
) -> None:
    for _number in range(4):
        officer = make.an_officer(team=make.a_team())
        an_enquiry(state=State.ALLOCATED, officer=officer)
        leaves(officer)
    browser = signed_in(keeper)
    browser.get(reverse("officer-leavers"))
    with django_assert_max_num_queries(30):
        assert b"1 open case" in browser.get(reverse("officer-leavers")).content


def test_two_pages_and_what_was_typed_is_kept(keeper: Person, left: Person) -> None:
    cases, owner = cases_with(left), make.an_officer(name="Amir Hussain")
    leaves(left)
    browser = signed_in(keeper)
    assert left.name in browser.get(reverse("officer-leavers")).content.decode()
    page = reverse("officer-leaver", args=[left.pk])
    shown = browser.get(page).content.decode()
    assert all(one.reference in shown for one in cases)
    assert "still addressed to them" in shown
    faulty = send(browser, page, cases, owner="", note="She has left.")
    assert "Choose a new owner" in faulty.content.decode()
    assert "She has left." in faulty.content.decode()
    done = send(browser, page, cases, owner=str(owner.pk))
    assert (done.status_code, done["Location"]) == (302, reverse("officer-leavers"))
    assert "5 cases are with Amir Hussain" in browser.get(reverse("officer-leavers")).content.decode()
    assert "No open cases." in browser.get(page).content.decode()


def test_a_case_that_was_answered_while_the_page_was_open_is_said_to_be_so(
    keeper: Person, left: Person
) -> None:
    cases = cases_with(left)
    Enquiry.objects.filter(pk=cases[0].pk).update(owner=make.an_officer())
    answer = send(
        signed_in(keeper), reverse("officer-leaver", args=[left.pk]), cases, owner=str(make.an_officer().pk)
    )
    assert "Look at the list again" in answer.content.decode()


def send(browser: Client, page: str, cases: list[Enquiry], **typed: str) -> Any:
    return browser.post(
        page, {"cases": [one.reference for one in cases], "token": secrets.token_urlsafe(8), **typed}
    )
