"""Officers' pages: who may open them, what they say, what they do, and what they refuse."""

import datetime
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from casework.models import CaseEvent
from council.models import Person, Service, Team
from council.rules import Grade
from enquiries import events
from enquiries.actions.replying import send_reply
from enquiries.models import Enquiry, Message
from enquiries.states import State
from rulebook.post import Post
from tests.factories.council import (
    a_directorate,
    a_holder_of,
    a_login,
    a_member,
    a_service,
    a_team,
    an_officer,
)
from tests.factories.enquiries import REPLY, an_enquiry, on_day

PAGES = ("enquiry", "enquiry-reply", "enquiry-notes", "enquiry-history", "enquiry-files", "enquiry-allocate")
LISTS = ("my-cases", "team-cases", "team-cases-csv")


@dataclass(frozen=True)
class Council:
    """A team with its service, its officers and its director; democratic services and the monitoring officer."""

    member: Person
    team: Team
    service: Service
    officer: Person
    colleague: Person
    head: Person
    director: Person


@pytest.fixture
def council(db: None) -> Council:
    """Exampleshire's repairs."""
    directorate = a_directorate(name="Housing")
    team = a_team(name="Repairs", directorate=directorate)
    head = an_officer(name="Marcus Bell", grade=Grade.HEAD_OF_SERVICE, directorate=directorate)
    return Council(
        member=a_member(name="Priya Nair"),
        team=team,
        service=a_service(name="Housing repairs", team=team, addressee=head),
        officer=an_officer(name="Dana Whitfield", team=team, job_title="Repairs manager"),
        colleague=an_officer(name="Amir Hussain", team=team),
        head=head,
        director=an_officer(name="Ruth Adeyemi", grade=Grade.DIRECTOR, directorate=directorate),
    )


def signed_in(person: Person) -> Client:
    """The person's browser."""
    client = Client()
    client.force_login(a_login(person))
    return client


def a_case(council: Council, state: State = State.ALLOCATED, **more: Any) -> Enquiry:
    """One of the team's cases, with the officer."""
    more = {"member": council.member, "service": council.service, "officer": council.officer, **more}
    return an_enquiry(state=state, **more)


def text_of(response: HttpResponse) -> str:
    """The page as text."""
    return response.content.decode()


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("state", [State.SENT, State.ALLOCATED, State.WAITING, State.HOLDING, State.REOPENED])
def test_an_officer_opens_every_page_of_an_open_case(council: Council, page: str, state: State) -> None:
    case = a_case(council, state)
    response = signed_in(council.officer).get(reverse(page, args=[case.reference]))
    assert response.status_code == 200
    assert case.reference in text_of(response)


@pytest.mark.parametrize("page", LISTS)
def test_an_officer_opens_every_list(council: Council, page: str) -> None:
    a_case(council)
    response = signed_in(council.officer).get(reverse(page))
    assert response.status_code == 200
    assert "No heating at Larch Court" in text_of(response)
