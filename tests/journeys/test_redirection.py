"""The journey: a resident’s complaint comes as an enquiry, moves to the complaints procedure, comes back."""

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Page

from casework.wording import short_date
from enquiries.models import Enquiry
from enquiries.states import State
from tests.factories import council as make
from tests.harness.processes import Running
from tests.journeys.acts import Visitor, mails, soon

SUBJECT = "Rude on the telephone"
WHY = "A resident’s complaint is answered by the complaints team, who write to the resident too."
ADDED = "It happened again on Monday."
UPHELD = "The complaint is upheld, and the resident has an apology."
PRIVATE = (SUBJECT, "shouted at", "apology", "Monday.", "Complaints team")


@pytest.fixture
def town(own_database: object) -> dict[str, str]:
    """A member, an officer and a service, with their addresses."""
    team = make.a_team(name="Repairs", directorate=make.a_directorate(name="Housing"))
    member = make.a_member(name="Priya Nair", email="priya.nair@council.example")
    officer = make.an_officer(
        name="Dana Whitfield",
        grade=make.Grade.HEAD_OF_SERVICE,
        team=team,
        email="dana.whitfield@council.example",
    )
    make.a_service(name="Housing repairs", team=team, addressee=officer)
    for person in (member, officer):
        make.a_login(person)
    return {"member": member.email, "officer": officer.email}


@pytest.mark.parametrize(
    ("width", "scripts"),
    [(1280, True), (390, False)],
    ids=["a wide screen", "a telephone without JavaScript"],
)
def test_from_the_complaint_to_its_outcome(
    town: dict[str, str],
    broker: object,
    portal_process: Callable[..., Running],
    worker_process: Callable[..., Running],
    page: Callable[..., Page],
    width: int,
    scripts: bool,
) -> None:
    portal, worker = portal_process(), worker_process()
    member = Visitor(page(width=width, javascript=scripts, address=portal.address), scripts)
    officer = Visitor(page(width=width, javascript=scripts, address=portal.address), scripts)

    case = complain(member, town["member"])
    put_right_and_move(officer, town["officer"], case)
    read_where_it_went(member, case)
    bring_the_outcome(officer, member, case)

    enquiry = Enquiry.objects.get(subject=SUBJECT)
    assert enquiry.state == State.CLOSED
    assert f"/enquiries/{enquiry.reference}/" == case
    assert enquiry.due_on == timezone.localdate() + datetime.timedelta(days=10)
    letters_say_nothing(worker.mail, enquiry.reference)


def complain(member: Visitor, email: str) -> str:
    """The councillor sends it as an enquiry, as a councillor would; the address of its page."""
    member.sign_in(email)
    member.press("New enquiry")
    page = member.page
    page.get_by_label("Which service is it about?").select_option(label="Housing repairs")
    page.get_by_label("Subject").fill(SUBJECT)
    page.get_by_label("What do you want to know, or want done?").fill("A resident was shouted at.")
    member.press("Send enquiry")
    member.reads("The number is")
    return f"/enquiries/{page.locator('.govuk-panel__body strong').inner_text()}/"


def put_right_and_move(officer: Visitor, email: str, case: str) -> None:
    """The officer says that it is a complaint; the text then says where it goes, and the officer moves it."""
    officer.sign_in(email)
    officer.press(SUBJECT)
    officer.press("Move it to another process")
    officer.reads("So it cannot be moved by what is on record.")
    officer.look()
    officer.page.get_by_label("It is a resident’s complaint").check()
    officer.page.get_by_label("Is it for a resident?").select_option(label="Yes")
    officer.press("Put this right")
    officer.reads("Corporate Complaints Procedure")
    officer.look()
    officer.press("Check and move")
    officer.reads("Enter who handles it there")
    officer.look()
    expected = timezone.localdate() + datetime.timedelta(days=28)
    officer.page.get_by_label("Who handles it there?").fill("Complaints team")
    officer.page.get_by_label("When the member can expect an answer there").fill(short_date(expected))
    officer.page.get_by_label("Why it goes there").fill(WHY)
    officer.press("Check and move")
    officer.reads(WHY)
    officer.look()
    officer.press("Move it and tell")
    officer.reads("Handled elsewhere")
    officer.look()
    officer.press("Add their number")
    officer.page.get_by_label("Its number there").fill("CC-2026-18")
    officer.press("Save it and tell the member")
    officer.reads("CC-2026-18")


def read_where_it_went(member: Visitor, case: str) -> None:
    """The councillor reads where, under which rule and by when, and adds to it."""
    member.opens(case)
    for words in (
        "Corporate complaints procedure, Complaints team",
        "CC-2026-18",
        WHY,
        "protocol, section 6",
    ):
        member.reads(words)
    member.press("Add more information")
    member.page.get_by_role("textbox").first.fill(ADDED)
    member.page.locator("main form button[type=submit]").first.click()
    member.reads(ADDED)


def bring_the_outcome(officer: Visitor, member: Visitor, case: str) -> None:
    """The officer tells what came of it; the councillor says that it answers."""
    officer.opens(case)
    officer.reads(ADDED)
    officer.press("Record the outcome")
    officer.look()
    officer.page.get_by_label("What came of it").fill(UPHELD)
    officer.press("Send the outcome")
    officer.reads("The outcome is sent to the member")
    member.opens(case)
    member.reads(UPHELD)
    member.press("Yes, close it")
    member.reads("Closed")
    member.look()


def letters_say_nothing(folder: Path, reference: str) -> None:
    """The letters that left hold the number and a link, and nothing of the matter."""
    letters = soon(lambda: [letter for letter in mails(folder) if reference in letter])
    assert not [text for text in PRIVATE for letter in letters if text in letter]
