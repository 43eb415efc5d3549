"""The journey: a councillor logs, the officer asks, sends a holding reply, answers; the councillor closes."""

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Page

from casework.wording import short_date
from enquiries.models import Enquiry
from enquiries.states import State
from rulebook.post import Post
from tests.factories import council as make
from tests.harness.processes import Running
from tests.journeys.acts import Visitor, mails, soon

SUBJECT = "No heating at Larch Court"
PRIVATE = (SUBJECT, "two young children", "Which flat", "Number 4", "Ivy Quennell")


@pytest.fixture
def town(own_database: object) -> dict[str, str]:
    """A member, an officer and a service, with their addresses."""
    directorate = make.a_directorate(name="Housing")
    team = make.a_team(name="Repairs", directorate=directorate)
    member = make.a_member(name="Priya Nair", email="priya.nair@council.example")
    officer = make.an_officer(
        name="Dana Whitfield",
        job_title="Head of repairs",
        grade=make.Grade.HEAD_OF_SERVICE,
        team=team,
        email="dana.whitfield@council.example",
    )
    make.a_holder_of(Post.EXECUTIVE_DIRECTOR, directorate=directorate)
    make.a_service(
        name="Housing repairs",
        team=team,
        addressee=officer,
        report_title="Is this a new repair?",
        report_hint="Report it first.",
        report_label="Report a repair",
        report_url="https://repairs.council.example/",
    )
    for person in (member, officer):
        make.a_login(person)
    return {"member": member.email, "officer": officer.email}


@pytest.mark.parametrize(
    ("width", "scripts"),
    [(1280, True), (390, True), (390, False)],
    ids=["a wide screen", "a telephone", "a telephone without JavaScript"],
)
def test_from_the_question_to_the_answer(
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

    reference = log(member, town["member"], scripts=scripts)
    ask_and_hold(officer, member, town["officer"], reference)
    answer_and_close(officer, member, reference)

    enquiry = Enquiry.objects.get(reference=reference)
    assert enquiry.state == State.CLOSED
    assert enquiry.due_on == timezone.localdate() + datetime.timedelta(days=10)
    letters_say_nothing(worker.mail, reference)


def log(member: Visitor, email: str, *, scripts: bool) -> str:
    """The councillor writes it: three fields, and the page says who will reply and by when."""
    member.sign_in(email)
    member.reads("My enquiries")
    member.look()
    member.press("New enquiry")
    member.look()
    page = member.page
    page.get_by_label("Which service is it about?").select_option(label="Housing repairs")
    if not scripts:
        member.press("Show who will reply")
    member.reads("Dana Whitfield")
    member.reads("Is this a new repair?")
    member.press("Send enquiry")
    member.reads("There is a problem")
    member.look()
    page.get_by_label("Subject").fill(SUBJECT)
    page.get_by_label("What do you want to know, or want done?").fill("It is cold, with two young children.")
    member.press("Send enquiry")
    member.reads("The number is")
    member.look()
    reference = page.locator(".govuk-panel__body strong").inner_text()
    member.press("Follow this enquiry")
    member.look()
    return reference


def ask_and_hold(officer: Visitor, member: Visitor, email: str, reference: str) -> None:
    """The officer acknowledges, asks, and sends a holding reply: why, what and when."""
    officer.sign_in(email)
    officer.reads("To acknowledge")
    officer.look()
    officer.press(SUBJECT)
    officer.look()
    officer.press("Acknowledge")
    case = f"/enquiries/{reference}/"
    officer.opens(f"{case}reply/?answer=question")
    officer.page.get_by_role("textbox").first.fill("Which flat is it?")
    officer.press("Check and send")
    officer.look()
    officer.press("Send")
    officer.reads("Question sent")

    member.opens(case)
    member.reads("Which flat is it?")
    member.press("Answer the question")
    member.look()
    member.page.get_by_role("textbox").first.fill("Number 4.")
    member.page.locator("main form button[type=submit]").first.click()

    officer.opens(f"{case}reply/?answer=holding")
    officer.press("Check and send")
    officer.reads("Say why the full reply is late")
    officer.look()
    promised = timezone.localdate() + datetime.timedelta(days=15)
    officer.page.get_by_label("Why the full reply is late").fill("The part is on order.")
    officer.page.get_by_label("What is being done").fill("The contractor comes on Friday.")
    officer.page.get_by_label("When you will send the full reply").fill(short_date(promised))
    officer.press("Check and send")
    officer.reads("The part is on order.")
    officer.press("Send")
    officer.reads("Holding reply sent")
    officer.look()


def answer_and_close(officer: Visitor, member: Visitor, reference: str) -> None:
    """The officer answers; the councillor reads it and closes."""
    case = f"/enquiries/{reference}/"
    member.opens(case)
    member.reads("The contractor comes on Friday.")
    officer.opens(f"{case}reply/?answer=full")
    officer.page.get_by_label("Your reply").fill("The boiler was mended this morning.")
    officer.page.get_by_label("Version fit to forward").fill("Your boiler is mended.")
    officer.press("Check and send")
    officer.look()
    officer.press("Send")
    officer.reads("Reply sent")
    member.opens(case)
    member.reads("The boiler was mended this morning.")
    member.opens(f"{case}date/")
    member.opens(case)
    member.press("Yes, close it")
    member.reads("Closed")
    member.look()


def letters_say_nothing(folder: Path, reference: str) -> None:
    """The letters that the worker sent hold the number and a link, and nothing of the matter."""
    letters = soon(lambda: [letter for letter in mails(folder) if reference in letter])
    assert not [text for text in PRIVATE for letter in letters if text in letter]
