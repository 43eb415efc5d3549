"""One short journey under each of the six texts: its date or what it leaves open, its words and titles."""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from casework.models import BankHoliday, ClosureDay
from casework.wording import long_date, short_date
from council.models import Directorate, Person
from council.rules import BodyType
from council.rules.posts import FOLLOWING_POSTS
from enquiries.clock import Clock
from enquiries.models import Enquiry
from enquiries.states import State
from rulebook.duty import Duty
from rulebook.period import CalendarDays, Period, WorkingDays
from rulebook.post import Post
from rulebook.protocols import PROTOCOLS, protocol
from tests.factories import council as make
from tests.factories.casework import a_local_term
from tests.harness.processes import Running
from tests.journeys.acts import Visitor

SUBJECT = "A lamp out at Larch Court"
MINUTE = "Minute 14 of 7 May 2026"
TERM = WorkingDays(8)


@dataclass(frozen=True)
class Text:
    """What pages show under a text: its own limit with the paragraph, and what it calls those who answer."""

    limit: Period | None
    paragraph: str
    leading: Post | None
    titled: str
    holding: str = ""


TEXTS = {
    "waltham-forest": Text(
        CalendarDays(10),
        "section 6",
        Post.EXECUTIVE_DIRECTOR,
        "Executive Director",
        holding="A holding reply must say 3 things",
    ),
    "haringey": Text(None, "paragraph 3.2", Post.DIRECTOR, "Director"),
    "wokingham-2007": Text(None, "paragraph 9.3.17", Post.DIRECTOR, "Director"),
    "wokingham-2014": Text(None, "paragraph 9.3.7", Post.DIRECTOR, "Director"),
    "mwda": Text(WorkingDays(5), "paragraph 7.6", Post.DIRECTOR, "Director"),
    "parish": Text(None, "", None, "Parish Clerk"),
}
SILENT = "As a local term, a holding reply says 3 things."


@dataclass(frozen=True)
class Town:
    """Who acts."""

    member: Person
    officer: Person
    keeper: Person


def meeting_of(key: str) -> str:
    """The body in which every member sits, by the text's own word."""
    return f"The {protocol(key).words.body.capitalize()} of Larch"


def a_small_town(text: Text) -> Town:
    """A member, an officer who answers, the posts that the text names; two closed days ahead."""
    directorate = make.a_directorate(name="Places")
    team = make.a_team(name="Lighting", directorate=directorate)
    member = make.a_member(name="Priya Nair")
    officer = make.an_officer(
        name="Dana Whitfield",
        job_title="Lighting manager" if text.leading else text.titled,
        grade=make.Grade.HEAD_OF_SERVICE,
        team=team,
    )
    make.a_service(name="Street lights", team=team, addressee=officer)
    lead(text, directorate)
    make.a_holder_of(Post.MONITORING_OFFICER, person=make.an_officer(name="Ada Quarshie"))
    keeper = make.a_holder_of(Post.DEMOCRATIC_SERVICES)
    today = timezone.localdate()
    BankHoliday.objects.create(
        on=today + datetime.timedelta(days=2), region="england-and-wales", name="Jubilee"
    )
    ClosureDay.objects.create(on=today + datetime.timedelta(days=3), name="Flood")
    for person in (member, officer):
        make.a_login(person)
    return Town(member, officer, keeper)


def lead(text: Text, directorate: Directorate) -> None:
    """Somebody holds the post that answers for the directorate, where the text has one."""
    if text.leading:
        leading = make.an_officer(name="Ruth Adeyemi", directorate=directorate)
        make.a_holder_of(text.leading, person=leading, directorate=directorate)


def decide(town: Town) -> None:
    """The council sets the local term that its text leaves open."""
    a_local_term(Duty.REPLY, TERM.n, paragraph=MINUTE, set_by=town.keeper)


@pytest.mark.parametrize("key", TEXTS)
def test_a_member_asks_and_is_answered_under(
    key: str,
    own_database: object,
    broker: object,
    portal_process: Callable[..., Running],
    page: Callable[..., Page],
) -> None:
    text = TEXTS[key]
    town = a_small_town(text)
    make.a_seat(make.a_body(name=meeting_of(key), kind=BodyType.COUNCIL), town.member, office="chair")
    portal = portal_process(PROTOCOL=key)
    member, officer = Visitor(page(address=portal.address)), Visitor(page(address=portal.address))

    member.sign_in(town.member.email)
    the_protocol_page_is_this_text(member, key)
    who_is_who_is_this_authority(member, key, text)
    if text.limit is None:
        what_is_missing_is_named(member, text)
        decide(town)
    limit = text.limit or TERM
    due = limit.due(timezone.localdate(), Clock.read().calendar)
    reference = log(member, limit, due)
    the_date_names_its_source(member, text, reference, due)

    officer.sign_in(town.officer.email)
    officer.opens(f"/enquiries/{reference}/")
    officer.press("Acknowledge")
    titles_are_the_texts_own(officer, text)
    hold(officer, text, reference, due)
    answer(officer, reference)
    member.opens(f"/enquiries/{reference}/")
    member.reads("The lamp is mended.")
    member.press("Yes, close it")
    member.reads("Closed")

    enquiry = Enquiry.objects.get(reference=reference)
    assert (enquiry.state, enquiry.protocol, enquiry.due_on) == (State.CLOSED, key, due)


def the_protocol_page_is_this_text(member: Visitor, key: str) -> None:
    """The page «Protocol» shows the text in force, by its own name."""
    member.page.goto("/protocol/")
    expect(member.page.locator("h1")).to_have_text(protocol(key).name)
    others = [other.name for other in PROTOCOLS.values() if other.key != key]
    assert not [name for name in others if member.page.get_by_role("heading", name=name, exact=True).count()]


def who_is_who_is_this_authority(member: Visitor, key: str, text: Text) -> None:
    """«Who is who» lists the posts that the text names, in its words, and the authority's bodies."""
    member.page.goto("/people/")
    titles = [
        protocol(key).title_of(post).lower() for post in protocol(key).posts if post not in FOLLOWING_POSTS
    ]
    shown = [words.lower() for words in member.page.locator("tbody th[scope=row]").all_inner_texts()]
    assert titles
    assert not [title for title in titles if not any(words.startswith(title) for words in shown)]
    heads = member.page.locator("th", has_text=re.compile(rf"^{text.titled}"))
    leading = member.page.locator("tbody tr").filter(has=heads).first
    expect(leading).to_contain_text("Ruth Adeyemi, Places" if text.leading else "Nobody")
    member.page.goto("/people/bodies/")
    expect(member.page.get_by_role("heading", name=meeting_of(key))).to_be_visible()
    expect(member.page.locator("main li", has_text="Priya Nair")).to_contain_text("Chair")


def choose_the_service(member: Visitor) -> None:
    """A new enquiry, with its service chosen: the page says who replies and by when."""
    member.page.goto("/enquiries/new/")
    member.page.get_by_label("Which service is it about?").select_option(label="Street lights")
    member.reads("Dana Whitfield")


def what_is_missing_is_named(member: Visitor, text: Text) -> None:
    """Where no figure is set, pages say so, and which local term is missing."""
    choose_the_service(member)
    member.reads("The protocol gives no number of days for a reply, and the council has set none.")
    expect(member.page.get_by_text("Reply due by")).to_be_hidden()
    member.page.goto("/enquiries/new/date/")
    member.reads("What is missing is a local term: how many days an officer has to reply.")
    if text.paragraph:
        member.reads(text.paragraph)


def log(member: Visitor, limit: Period, due: datetime.date) -> str:
    """The member writes it, and reads by when it is answered, in the limit's own days."""
    choose_the_service(member)
    member.reads(long_date(due))
    member.reads(f"({limit.n} {limit.unit})")
    member.page.get_by_label("Subject").fill(SUBJECT)
    member.page.get_by_label("What do you want to know, or want done?").fill("It has been dark for a week.")
    member.press("Send enquiry")
    member.reads(long_date(due))
    return member.page.locator(".govuk-panel__body strong").inner_text()


def the_date_names_its_source(member: Visitor, text: Text, reference: str, due: datetime.date) -> None:
    """The receipt names the paragraph, or the minute that filled it, and ends on the day it is due."""
    member.page.goto(f"/enquiries/{reference}/date/")
    rule = member.page.locator(".app-rule").first
    expect(rule).to_contain_text(text.paragraph if text.limit else MINUTE)
    last = member.page.locator("tbody tr").last
    expect(last).to_contain_text(long_date(due))
    expect(last.locator("td").first).to_have_text(str((text.limit or TERM).n))


def titles_are_the_texts_own(officer: Visitor, text: Text) -> None:
    """The case names those who answer for it as the text titles them."""
    officer.reads("Ada Quarshie, Monitoring Officer")
    officer.reads(f"Ruth Adeyemi, {text.titled}," if text.leading else f"Dana Whitfield, {text.titled}")


def hold(officer: Visitor, text: Text, reference: str, due: datetime.date) -> None:
    """A holding reply: under its paragraph, or as a local term where the text is silent."""
    officer.page.goto(f"/enquiries/{reference}/reply/?answer=holding")
    officer.reads(text.holding or SILENT)
    officer.page.get_by_label("Why the full reply is late").fill("The part is on order.")
    officer.page.get_by_label("What is being done").fill("Dana Whitfield has ordered it.")
    promised = due + datetime.timedelta(days=14)
    officer.page.get_by_label("When you will send the full reply").fill(short_date(promised))
    officer.press("Check and send")
    officer.press("Send")
    officer.reads("Holding reply sent")


def answer(officer: Visitor, reference: str) -> None:
    """The reply."""
    officer.page.goto(f"/enquiries/{reference}/reply/?answer=full")
    officer.page.get_by_label("Your reply").fill("The lamp is mended.")
    officer.press("Check and send")
    officer.press("Send")
    officer.reads("Reply sent")
