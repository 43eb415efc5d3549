"""Officers' pages: who may open them, what they say, what they do, and what they refuse."""

import datetime

import pytest
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from casework.models import CaseEvent
from council.models import OfficerAppointment, Person
from council.rules import Grade
from enquiries import events
from enquiries.models import Message
from enquiries.states import State
from rulebook.post import Post
from tests.factories.browsers import signed_in
from tests.factories.council import (
    a_holder_of,
    a_member,
    a_team,
    an_officer,
)
from tests.factories.repairs import Council, a_case, the_repairs_team

PAGES = ("enquiry", "enquiry-reply", "enquiry-notes", "enquiry-history", "enquiry-files", "enquiry-allocate")
LISTS = ("my-cases", "team-cases", "team-cases-csv")


@pytest.fixture
def council(db: None) -> Council:
    """Exampleshire's repairs."""
    return the_repairs_team()


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


# Who may open them.


def people_who_nearly_may(council: Council) -> dict[str, Person]:
    """Those who come near a confidential case of the team, and may not know of it."""
    directorate = council.team.directorate
    manager = an_officer(name="Lena Marsh", team=a_team(name="Management", directorate=directorate))
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    return {
        "officer of another team": an_officer(team=a_team(name="Parks")),
        "colleague in the team": council.colleague,
        "line manager": manager,
        "director of the directorate": council.director,
        "director of another directorate": an_officer(grade=Grade.DIRECTOR),
        "former officer": an_officer(team=council.team, to_on=yesterday),
        "another member": a_member(),
    }


@pytest.mark.parametrize("page", [*PAGES, "enquiry-receipt"])
def test_a_confidential_case_is_no_page_for_whoever_nearly_may(council: Council, page: str) -> None:
    case = a_case(council, is_confidential=True)
    for who, person in people_who_nearly_may(council).items():
        status = signed_in(person).get(reverse(page, args=[case.reference])).status_code
        assert status == (403 if who == "former officer" else 404), who


@pytest.mark.parametrize("page", PAGES)
def test_an_open_case_is_no_page_for_officers_of_elsewhere(council: Council, page: str) -> None:
    case = a_case(council)
    elsewhere = [an_officer(team=a_team(name="Parks")), an_officer(grade=Grade.DIRECTOR), a_member()]
    for person in elsewhere:
        assert signed_in(person).get(reverse(page, args=[case.reference])).status_code == 404


def test_democratic_services_do_not_learn_of_a_confidential_case_once_it_is_routed(council: Council) -> None:
    case = a_case(council, is_confidential=True)
    client = signed_in(a_holder_of(Post.DEMOCRATIC_SERVICES))
    assert client.get(reverse("enquiry", args=[case.reference])).status_code == 404
    assert case.reference not in text_of(client.get(reverse("all-cases")))
    assert case.reference not in text_of(client.get(reverse("all-cases-csv")))


def test_the_member_is_told_that_officers_pages_are_not_theirs(council: Council) -> None:
    case = a_case(council)
    for page in ("enquiry-reply", "enquiry-notes", "enquiry-files", "enquiry-allocate"):
        response = signed_in(council.member).get(reverse(page, args=[case.reference]))
        assert response.status_code == 403
        assert "Only the officers who deal with this enquiry" in text_of(response)


@pytest.mark.parametrize(
    ("page", "sentence"),
    [
        ("my-cases", "These lists are for officers."),
        ("team-cases", "These lists are for officers."),
        ("team-cases-csv", "These lists are for officers."),
        ("directorate", "This page is for directors."),
        ("to-route", "This list is for democratic services and the monitoring officer."),
        ("all-cases", "This list is for democratic services and the monitoring officer."),
        ("all-cases-csv", "This list is for democratic services and the monitoring officer."),
    ],
)
def test_a_list_for_other_posts_says_for_whom_it_is(council: Council, page: str, sentence: str) -> None:
    response = signed_in(council.member).get(reverse(page))
    assert response.status_code == 403
    assert sentence in text_of(response)


# What they say.


def test_the_case_page_shows_clock_member_owner_and_history(council: Council) -> None:
    a_holder_of(Post.EXECUTIVE_DIRECTOR, person=council.director, directorate=council.team.directorate)
    case = a_case(council)
    page = text_of(signed_in(council.officer).get(reverse("enquiry", args=[case.reference])))
    for words in (
        "days left",
        "Day 0 of 10",
        "Dana Whitfield, Repairs manager",
        "Councillor Priya Nair",
        "If it is late",
        "Ruth Adeyemi, Executive Director, is told on",
        "Acknowledged",
        "Who can see this case",
        "The team Repairs (2)",
    ):
        assert words in page


def test_the_case_page_promises_no_letter_to_a_post_that_nobody_holds(council: Council) -> None:
    case = a_case(council)
    address = reverse("enquiry", args=[case.reference])
    client = signed_in(council.officer)
    # The director by grade answers for the directorate while nobody holds the post by name.
    assert f"{council.director.name}, director, is told" in text_of(client.get(address))
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    OfficerAppointment.objects.filter(person=council.director).update(to_on=yesterday)
    assert "If it is late" not in text_of(client.get(address))


def test_the_title_of_a_confidential_case_is_its_number_alone(council: Council) -> None:
    case = a_case(council, is_confidential=True)
    for page in PAGES:
        text = text_of(signed_in(council.officer).get(reverse(page, args=[case.reference])))
        title = text[text.index("<title>") : text.index("</title>")]
        assert case.reference in title
        assert case.subject not in title
        assert "Confidential." in text


def test_opening_a_confidential_case_is_recorded(council: Council) -> None:
    case = a_case(council, is_confidential=True)
    signed_in(council.officer).get(reverse("enquiry", args=[case.reference]))
    event = CaseEvent.objects.get(kind=events.OPENED_CONFIDENTIAL.name)
    assert event.by == council.officer
    assert event.facts == {"enquiry": case.pk, "part": "case"}


def test_the_resident_is_shown_by_a_press_that_is_recorded(council: Council) -> None:
    case = a_case(council, resident_name="Joan Archer", resident_contact="01632 960210")
    client = signed_in(council.officer)
    assert "Joan Archer" not in text_of(client.get(reverse("enquiry", args=[case.reference])))
    shown = text_of(client.post(reverse("enquiry-resident", args=[case.reference])))
    assert "Joan Archer" in shown
    assert "01632 960210" in shown
    event = CaseEvent.objects.get(kind=events.OPENED_CONFIDENTIAL.name)
    assert event.facts["part"] == "resident"
    assert event.stream.name == "security"


def test_the_member_never_sees_notes_and_officers_read_the_warning(council: Council) -> None:
    case = a_case(council)
    client = signed_in(council.officer)
    page = reverse("enquiry-notes", args=[case.reference])
    assert "They can be released under freedom of information law." in text_of(client.get(page))
    assert "No notes yet." in text_of(client.get(page))
    client.post(page, {"text": "Contractor chased."})
    assert "Contractor chased." in text_of(client.get(page))
    member = signed_in(council.member)
    assert "Contractor chased." not in text_of(member.get(reverse("enquiry", args=[case.reference])))
    assert member.get(reverse("enquiry-history", args=[case.reference])).status_code == 302


def test_a_note_sent_twice_is_one_note(council: Council) -> None:
    case = a_case(council)
    client = signed_in(council.officer)
    for _time in range(2):
        client.post(reverse("enquiry-notes", args=[case.reference]), {"text": "Chased.", "token": "once"})
    assert case.messages.filter(kind=Message.Kind.NOTE).count() == 1


def test_an_empty_note_is_said_beside_its_box(council: Council) -> None:
    case = a_case(council)
    page = text_of(
        signed_in(council.officer).post(reverse("enquiry-notes", args=[case.reference]), {"text": " "})
    )
    assert "Enter a note" in page
    assert "<title>Error: " in page


@pytest.mark.parametrize("state", [State.ANSWERED, State.CLOSED, State.WITHDRAWN])
def test_what_cannot_be_done_is_said_with_its_paragraph(council: Council, state: State) -> None:
    case = a_case(council, state)
    page = text_of(signed_in(council.officer).get(reverse("enquiry", args=[case.reference])))
    assert "What you cannot do now, and why" in page
    assert "This enquiry is answered, ended or handled elsewhere, so it needs no reply now." in page
    assert "protocol, section" in page
