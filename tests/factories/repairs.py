"""A team that answers enquiries: its officers, its director, the member who asks; and its cases."""

from dataclasses import dataclass
from typing import Any

from council.models import Person, Service, Team
from council.rules import Grade
from enquiries.models import Enquiry
from enquiries.states import State
from tests.factories.council import a_directorate, a_member, a_service, a_team, an_officer
from tests.factories.enquiries import an_enquiry


@dataclass(frozen=True)
class Council:
    """A team with its service, its officers, its head and its director."""

    member: Person
    team: Team
    service: Service
    officer: Person
    colleague: Person
    head: Person
    director: Person


def the_repairs_team() -> Council:
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


def a_case(council: Council, state: State = State.ALLOCATED, **more: Any) -> Enquiry:
    """One of the team's cases, with the officer."""
    more = {"member": council.member, "service": council.service, "officer": council.officer, **more}
    return an_enquiry(state=state, **more)
