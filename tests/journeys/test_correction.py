"""The journey: a wrong day, a wrong service and a wrong member are put right, and a reply is taken back."""

import datetime
from collections.abc import Callable

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.utils import timezone
from playwright.sync_api import Page, expect

from casework.wording import short_date
from enquiries.models import Enquiry, Retraction
from enquiries.states import State
from rulebook.duty import Duty
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.casework import a_local_term
from tests.factories.enquiries import an_enquiry
from tests.harness.processes import Running
from tests.journeys.acts import Visitor, mails
from tests.journeys.town import Town, ago

WRONG = "This was for Mr Li of Heron Street."
RIGHT = "The boiler was mended this morning."


@pytest.fixture
def town(own_database: object) -> Town:
    """Two members whose names are nearly alike, two services, democratic services, the monitoring officer."""
    for duty, days in ((Duty.ACKNOWLEDGE, 2), (Duty.ASK_MEMBER, 5)):
        a_local_term(duty, days)
    people = {
        "keeper": make.a_holder_of(Post.DEMOCRATIC_SERVICES),
        "monitoring officer": make.a_holder_of(Post.MONITORING_OFFICER),
        "wrong member": make.a_member(name="Priya Nair", email="priya.nair@council.example"),
        "right member": make.a_member(name="Peter Nairn", email="peter.nairn@council.example"),
        "officer": make.an_officer(name="Dana Whitfield", grade=make.Grade.HEAD_OF_SERVICE),
    }
    for role, person in people.items():
        login = make.a_login(person)
        if role in ("keeper", "monitoring officer"):
            TOTP.activate(login, "JBSWY3DPEHPK3PXP")
    make.a_service(name="Street lights")
    team = make.a_team(name="Repairs")
    return Town(people, make.a_service(name="Housing repairs", team=team, addressee=people["officer"]))


@pytest.mark.parametrize("width", [1280, 390], ids=["a wide screen", "a telephone"])
def test_what_went_wrong_is_put_right(
    town: Town,
    broker: object,
    portal_process: Callable[..., Running],
    worker_process: Callable[..., Running],
    page: Callable[..., Page],
    width: int,
) -> None:
    portal, worker = portal_process(), worker_process()
    people = town.people
    enquiry = an_enquiry(
        state=State.ALLOCATED,
        member=people["wrong member"],
        logged_by=people["keeper"],
        service=make.a_service(name="Waste"),
        received_on=ago(1),
    )
    case = f"/enquiries/{enquiry.reference}/"

    def visitor(role: str) -> Visitor:
        tab = page(width=width, address=portal.address)
        tab.context.add_cookies([town.cookie(role, portal.address)])
        return Visitor(tab)

    keeper, wrong, right = visitor("keeper"), visitor("wrong member"), visitor("right member")
    the_day(keeper, case)
    the_member(keeper, wrong, right, case)
    the_service(keeper, case)
    officer = visitor("officer")
    the_reply(officer, right, case)
    assert Enquiry.objects.get(pk=enquiry.pk).due_on == ago(2) + datetime.timedelta(days=10)
    told(visitor("monitoring officer"), case)
    letters = "\n".join(mails(worker.mail))
    for words in (WRONG, RIGHT, "Heron Street", enquiry.subject):
        assert words not in letters


def the_day(keeper: Visitor, case: str) -> None:
    """It came a day earlier than was entered: the dates move, and the case says why."""
    keeper.opens(f"{case}day-received/")
    keeper.page.get_by_label("Day it was received").fill(short_date(ago(2)))
    keeper.page.get_by_label("Why the day is put right").fill("The letter is stamped.")
    keeper.press("Put the day right")
    keeper.reads("Day received put right. The reply is due")
    keeper.reads("Clocks of this case")
    keeper.look()


def the_member(keeper: Visitor, wrong: Visitor, right: Visitor, case: str) -> None:
    """It was entered for a member of nearly the same name, who cannot open it from that moment."""
    wrong.opens(case)
    keeper.press("It was entered for the wrong member")
    keeper.press("Put the member right")
    keeper.reads("There is a problem")
    keeper.look()
    keeper.page.get_by_label("Whose enquiry is it?").select_option(index=1)
    keeper.page.get_by_label("Why it is put right").fill("Their names are nearly alike.")
    keeper.press("Put the member right")
    keeper.reads("both members are told")
    wrong.page.goto(case)
    expect(wrong.page.get_by_text("Larch Court")).to_have_count(0)
    right.opens(case)
    right.reads("From Councillor Priya Nair to Councillor Peter Nairn.")


def the_service(keeper: Visitor, case: str) -> None:
    """It was with the wrong service: the dates stay."""
    keeper.opens(case)
    keeper.press("It is with the wrong service")
    keeper.look()
    keeper.page.get_by_label("Which service should have it?").select_option(label="Housing repairs")
    keeper.page.get_by_label("Why it is put right").fill("It is about a boiler.")
    keeper.press("Send it to the right service")
    keeper.reads("No date has moved")
    keeper.look()


def reply(officer: Visitor, case: str, text: str) -> None:
    """The officer answers in two pages."""
    officer.opens(f"{case}reply/?answer=full")
    officer.page.get_by_label("Your reply").fill(text)
    officer.press("Check and send")
    officer.press("Send to")
    officer.reads("Reply sent")


def the_reply(officer: Visitor, member: Visitor, case: str) -> None:
    """A reply for somebody else is taken back, and the right one is sent."""
    reply(officer, case, WRONG)
    member.opens(case)
    member.reads(WRONG)
    officer.opens(case)
    officer.press("The reply went to the wrong person")
    officer.page.get_by_label("Number of the enquiry that it was meant for").fill("ENQ-2222-2")
    officer.press("Take the reply back")
    officer.reads("Say what went wrong")
    officer.look()
    officer.page.get_by_label("What went wrong").fill("Two windows were open.")
    officer.press("Take the reply back")
    officer.reads("There is no enquiry with this number that you may open")
    officer.page.get_by_label("Number of the enquiry that it was meant for").fill("")
    officer.press("Take the reply back")
    officer.reads("The reply is taken back.")
    officer.look()
    member.opens(case)
    member.reads("Do not use or pass on what you read.")
    expect(member.page.get_by_text(WRONG)).to_have_count(0)
    reply(officer, case, RIGHT)
    officer.opens(case)
    officer.reads("Which team held it")
    member.opens(case)
    member.reads(RIGHT)
    expect(member.page.get_by_text(WRONG)).to_have_count(0)


def told(monitoring_officer: Visitor, case: str) -> None:
    """The monitoring officer reads what was sent and why it was wrong."""
    monitoring_officer.opens(case)
    monitoring_officer.reads("Sent to the wrong person and taken back")
    monitoring_officer.reads("Two windows were open.")
    assert Retraction.objects.get().at <= timezone.now()
