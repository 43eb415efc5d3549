"""The journey: privacy declined before a word is read, and kept; a copy by consent; shared until a day."""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from casework.wording import short_date
from council.models import Person
from enquiries.models import Copy, Enquiry, Privacy
from enquiries.states import State
from tests.factories import council as make
from tests.harness.processes import Running
from tests.journeys.acts import Visitor

SECRET = "A colleague of mine is ill, and the contract of the transfer station worries me."
REPLY = "The contract is under review."


@dataclass(frozen=True)
class Town:
    """Who acts."""

    member: Person
    officer: Person
    colleague: Person


@pytest.fixture
def town(own_database: object) -> Town:
    """A member, the officer to whom letters are addressed, and a colleague of the same ward."""
    team = make.a_team(name="Contracts", directorate=make.a_directorate(name="Operations"))
    ward = make.a_ward(name="Larch")
    officer = make.an_officer(
        name="Dana Whitfield", job_title="Assistant Director", grade=make.Grade.ASSISTANT_DIRECTOR, team=team
    )
    make.a_service(name="Transfer stations", team=team, addressee=officer)
    people = Town(
        make.a_member(name="Priya Nair", ward=ward), officer, make.a_member(name="Owen Marsh", ward=ward)
    )
    for person in (people.member, people.officer, people.colleague):
        make.a_login(person)
    return people


def test_private_letters_copies_and_sharing(
    town: Town, broker: object, portal_process: Callable[..., Running], page: Callable[..., Page]
) -> None:
    portal = portal_process(PROTOCOL="mwda")
    member, officer, colleague = (Visitor(page(address=portal.address)) for _ in range(3))
    member.sign_in(town.member.email)
    officer.sign_in(town.officer.email)
    colleague.sign_in(town.colleague.email)

    declined = asks_privately(member)
    is_declined_before_it_is_read(officer, declined)
    is_withdrawn_unread(member, officer, declined)

    kept = asks_privately(member)
    is_kept_private_and_answered(officer, kept)
    member.opens(f"/enquiries/{kept}/")
    member.reads("This is kept private")
    member.reads(REPLY)

    ordinary = asks(member, "Ordinary")
    answers(officer, ordinary)
    is_copied_by_consent(officer, member, colleague, ordinary)
    is_shared_and_ended(member, colleague, ordinary)


def asks(member: Visitor, treatment: str) -> str:
    """A new letter, sent; returns its number."""
    member.opens("/enquiries/new/")
    member.page.get_by_label("Which service is it about?").select_option("Transfer stations")
    member.page.get_by_label("Subject").fill("The transfer station")
    member.page.get_by_label(re.compile("What do you want to know")).fill(SECRET)
    member.page.get_by_label(treatment, exact=True).check()
    member.press("Send enquiry")
    return str(Enquiry.objects.order_by("pk").last())


def asks_privately(member: Visitor) -> str:
    """The same with the wish for privacy."""
    number = asks(member, "Private")
    member.opens(f"/enquiries/{number}/")
    member.reads("You asked that this be kept private")
    return number


def sees_only_the_question(officer: Visitor, number: str) -> None:
    """The number, the service, the question, and none of the text."""
    officer.opens(f"/enquiries/{number}/")
    officer.reads("asks that this be kept private")
    assert SECRET not in officer.page.content()
    assert "The transfer station" not in officer.page.content()


def is_declined_before_it_is_read(officer: Visitor, number: str) -> None:
    """The list names no subject; without a reason nothing is sent; with one of the text's, it is."""
    officer.opens("/enquiries/cases/")
    assert "The transfer station" not in officer.page.content()
    sees_only_the_question(officer, number)
    officer.page.get_by_label("No, I cannot").check()
    officer.press("Send this answer")
    officer.reads("Say why it cannot be kept private")
    officer.look()
    officer.page.get_by_label("I am under an obligation to somebody else.").check()
    officer.press("Send this answer")
    officer.reads("Nobody has read it.")
    assert SECRET not in officer.page.content()


def is_withdrawn_unread(member: Visitor, officer: Visitor, number: str) -> None:
    """The member reads why, and takes it back; the officer never sees more than the question."""
    member.opens(f"/enquiries/{number}/")
    member.reads("This cannot be kept private")
    member.reads("I am under an obligation to somebody else.")
    member.press("Withdraw it")
    member.press("Withdraw it")
    member.reads("The enquiry is withdrawn")
    enquiry = Enquiry.objects.get(reference=number)
    assert (enquiry.state, enquiry.privacy) == (State.WITHDRAWN, Privacy.DECLINED)
    sees_only_the_question(officer, number)


def is_kept_private_and_answered(officer: Visitor, number: str) -> None:
    """Kept, then read, then answered; no copy is offered."""
    sees_only_the_question(officer, number)
    officer.page.get_by_label("Yes, I keep it private").check()
    officer.press("Send this answer")
    officer.reads(SECRET)
    officer.look()
    assert officer.page.get_by_role("link", name="Send a copy of a letter").count() == 0
    answers(officer, number)


def answers(officer: Visitor, number: str) -> None:
    """The full reply."""
    officer.opens(f"/enquiries/{number}/reply/")
    officer.page.get_by_label("Your reply").fill(REPLY)
    officer.press("Check and send")
    officer.press("Send to")
    officer.reads("Reply sent")


def is_copied_by_consent(officer: Visitor, member: Visitor, colleague: Visitor, number: str) -> None:
    """Asked, agreed, and shown to everybody who reads the letter."""
    officer.opens(f"/enquiries/{number}/copy/")
    officer.page.get_by_role("radio", name=re.compile("^Reply, ")).check()
    officer.page.get_by_label("To whom").fill("Owen Marsh")
    officer.page.get_by_label("Why they should have a copy").fill("The station is in the same ward.")
    officer.press("Send the copy")
    officer.reads("Nothing was sent yet")
    assert not Copy.objects.exists()
    member.opens(f"/enquiries/{number}/")
    member.reads("The station is in the same ward.")
    member.press("Yes, the copy may go")
    line = "Copied to: Councillor Owen Marsh"
    member.reads(line)
    officer.opens(f"/enquiries/{number}/")
    officer.reads(line)
    colleague.opens("/enquiries/copies/")
    colleague.page.get_by_role("link", name=re.compile("^Reply, ")).click()
    colleague.reads(REPLY)
    colleague.reads(line)
    colleague.look()
    assert SECRET not in colleague.page.content()
    assert colleague.page.goto(f"/enquiries/{number}/").status == 404  # type: ignore[union-attr]


def is_shared_and_ended(member: Visitor, colleague: Visitor, number: str) -> None:
    """Until a day, by the member; the colleague reads it, and then no more."""
    member.opens(f"/enquiries/{number}/share/")
    member.reads("Only you and officers can see this.")
    until = timezone.localdate() + datetime.timedelta(days=5)
    member.page.get_by_label("Which colleague").select_option(label="Councillor Owen Marsh, Larch")
    member.page.get_by_label("Until which day").fill(short_date(until))
    member.page.get_by_role("button", name="Share", exact=True).click()
    member.reads("can read this enquiry now")
    colleague.opens(f"/enquiries/{number}/")
    colleague.reads("shares this enquiry with you until")
    colleague.reads(SECRET)
    member.press("Stop sharing")
    expect(member.page.get_by_text("Only you and officers can see this.")).to_be_visible()
    assert colleague.page.goto(f"/enquiries/{number}/").status == 404  # type: ignore[union-attr]
