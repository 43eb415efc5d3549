"""The journey: an officer is away, whoever stands in hears of it and replies, and sees nothing afterwards."""

import datetime
import quopri
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from casework.wording import short_date
from enquiries.models import Enquiry, Message
from enquiries.states import State
from tests.factories import council as make
from tests.factories.enquiries import an_enquiry
from tests.harness.processes import Running
from tests.journeys.acts import Visitor, mails
from tests.journeys.town import Town

REPLY = "The boiler was mended this morning."
WHY = "You get this because Dana Whitfield is away."
PATIENCE = 30.0


@pytest.fixture
def town(own_database: object) -> Town:
    """A member, an officer, and a colleague of another team and directorate."""
    team = make.a_team(name="Repairs", directorate=make.a_directorate(name="Housing"))
    people = {
        "member": make.a_member(name="Priya Nair"),
        "officer": make.an_officer(name="Dana Whitfield", team=team),
        "substitute": make.an_officer(name="Amir Hussain", team=make.a_team(name="Lettings")),
    }
    for person in people.values():
        make.a_login(person)
    return Town(people, make.a_service(name="Housing repairs", team=team))


@pytest.mark.parametrize(
    ("width", "scripts"), [(1280, True), (390, False)], ids=["a wide screen", "a telephone without scripts"]
)
def test_whoever_stands_in_answers_and_then_sees_it_no_more(
    town: Town,
    broker: object,
    portal_process: Callable[..., Running],
    worker_process: Callable[..., Running],
    page: Callable[..., Page],
    width: int,
    scripts: bool,
) -> None:
    portal, worker = portal_process(), worker_process()
    people = town.people
    enquiry = an_enquiry(
        state=State.ALLOCATED, member=people["member"], officer=people["officer"], service=town.service
    )
    case = f"/enquiries/{enquiry.reference}/"

    def visitor(role: str) -> Visitor:
        tab = page(width=width, javascript=scripts, address=portal.address)
        tab.context.add_cookies([town.cookie(role, portal.address)])
        return Visitor(tab, scripts=scripts)

    officer, member, substitute = visitor("officer"), visitor("member"), visitor("substitute")
    sees_nothing(substitute, case)
    goes_away(officer)
    member.opens(case)
    member.press("Ask where the reply is")
    is_told_why(worker.mail, people["substitute"].email, enquiry)
    replies(substitute, case)
    member.opens(case)
    member.reads(REPLY)
    member.reads("Amir Hussain")
    assert Message.objects.get(kind=Message.Kind.REPLY).by == people["substitute"]
    comes_back(officer)
    sees_nothing(substitute, case)
    substitute.opens("/enquiries/cases/")
    expect(substitute.page.get_by_text(enquiry.reference)).to_have_count(0)
    officer.opens(case)
    officer.reads(REPLY)


def sees_nothing(substitute: Visitor, case: str) -> None:
    """The page that never was, of which nothing can be learned."""
    substitute.opens(case)
    substitute.reads("Page not found")
    expect(substitute.page.get_by_text("Larch Court")).to_have_count(0)


def goes_away(officer: Visitor) -> None:
    """From today; a name that nobody has is told, and the days that were typed are still there."""
    day = timezone.localdate()
    today, last = short_date(day), short_date(day + datetime.timedelta(days=7))
    officer.opens("/accounts/")
    officer.press("Say when you will be away")
    officer.page.get_by_label("First day away").fill(today)
    officer.page.get_by_label("Last day away").fill(last)
    officer.page.get_by_label("Who stands in").fill("Amir Husain")
    officer.press("Save these days")
    officer.reads("Nobody in office today has this name or email address")
    officer.look()
    expect(officer.page.get_by_label("First day away")).to_have_value(today)
    officer.page.get_by_label("Who stands in").fill("Amir Hussain")
    officer.press("Save these days")
    officer.reads("Your days away are in the register.")
    officer.reads("Amir Hussain")
    officer.look()


def is_told_why(mail: Path, address: str, enquiry: Enquiry) -> None:
    """A letter to whoever stands in, which says why they get it and nothing of the case."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        letters = [quopri.decodestring(one.encode()).decode() for one in mails(mail)]
        theirs = [one for one in letters if address in one and WHY in " ".join(one.split())]
        if theirs:
            assert enquiry.reference in theirs[0]
            assert enquiry.subject not in theirs[0]
            return
        time.sleep(0.2)
    pytest.fail(f"No letter said why.\n{letters}")


def replies(substitute: Visitor, case: str) -> None:
    """They open the case, which says for whom they act, and send the reply."""
    substitute.opens("/enquiries/cases/")
    substitute.reads("Larch Court")
    substitute.opens(case)
    substitute.reads("stands in while they are away")
    substitute.opens(f"{case}reply/?answer=full")
    substitute.press("Check and send")
    substitute.reads("Enter your reply")
    substitute.page.get_by_label("Your reply").fill(REPLY)
    substitute.press("Check and send")
    substitute.look()
    substitute.press("Send to")
    substitute.reads("Reply sent")
    substitute.look()


def comes_back(officer: Visitor) -> None:
    """«I am back» in the account; the absence ends at once."""
    officer.opens("/accounts/")
    officer.press("I am back")
    officer.reads("The register is changed.")
    officer.look()
