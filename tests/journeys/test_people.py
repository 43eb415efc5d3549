"""The journey: members are brought in, a post is confirmed by a second person, its holder is away."""

import datetime
from collections.abc import Callable

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.utils import timezone
from playwright.sync_api import Page, expect

from casework.wording import short_date
from council.models import Person
from council.queries import who_held
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.registers import lines
from tests.harness.processes import Running
from tests.journeys.acts import Visitor, mails, soon
from tests.journeys.town import Town, ago

LIST = lines(
    "Name,Email,Ward,Group",
    "Councillor Ada Finch,ada.finch@council.example,Larch and Heron,Heron group",
    "Finch,,Larch and Heron,",
    "Councillor Bo Ray,bo.ray@council.example,Elm,Otter group",
)
TITLE = "Monitoring Officer"


@pytest.fixture
def town(own_database: object) -> Town:
    """Two keepers, the monitoring officer until yesterday and from today, and who stands in."""
    people = {
        "keeper": make.a_holder_of(Post.DEMOCRATIC_SERVICES),
        "second keeper": make.a_holder_of(Post.DEMOCRATIC_SERVICES),
        "before": make.a_holder_of(Post.MONITORING_OFFICER, to_on=ago(1)),
        "lawyer": make.an_officer(name="Nia Okafor", job_title="Head of law"),
        "deputy": make.an_officer(name="Sam Poole", job_title="Principal solicitor"),
    }
    for person in people.values():
        TOTP.activate(make.a_login(person), "JBSWY3DPEHPK3PXP")
    return Town(people, make.a_service(name="Street lights"))


def test_a_register_is_kept_and_a_post_passes_on(
    town: Town,
    broker: object,
    portal_process: Callable[..., Running],
    worker_process: Callable[..., Running],
    page: Callable[..., Page],
) -> None:
    portal = portal_process()

    def visitor(role: str) -> Visitor:
        tab = page(address=portal.address)
        tab.context.add_cookies([town.cookie(role, portal.address)])
        return Visitor(tab)

    keeper, second = visitor("keeper"), visitor("second keeper")
    bring_members_in(keeper)
    enter_the_monitoring_officer(keeper, town.people["lawyer"])
    confirm(second, "postholding", "Confirm this post", says="has not gone out yet")
    worker = worker_process()
    letter_arrives(worker, town.people["before"])
    confirm(second, "postholding", "Confirm this post", says=": confirmed.")
    assert who_held(Post.MONITORING_OFFICER, on=timezone.localdate()) == town.people["lawyer"]

    lawyer, deputy = visitor("lawyer"), visitor("deputy")
    deputy.page.goto("/dashboard/")
    deputy.reads("Figures of your team")
    go_away(lawyer, town.people["deputy"])
    letter_arrives(worker, town.people["lawyer"])
    confirm(second, "absence", "Confirm who stands in", says=": confirmed.")
    deputy.page.goto("/")
    deputy.reads("Monitoring officer dashboard")
    who_is_who_shows_it(deputy)


def bring_members_in(keeper: Visitor) -> None:
    """A list, what it would change with the row that is refused, and what it changed."""
    keeper.page.goto("/set-up/")
    keeper.press("Registers and settings")
    keeper.press("Import and export")
    keeper.press("From a CSV file")
    file = {"name": "members.csv", "mimeType": "text/csv", "buffer": LIST}
    keeper.page.get_by_label("File").set_input_files(file)  # type: ignore[arg-type]
    keeper.press("Show what would change")
    expect(keeper.page.locator(".app-figures > li")).to_contain_text(
        ["2 new", "0 changed", "0 unchanged", "1 refused"]
    )
    keeper.reads("There is no first and last name.")
    keeper.press("Make these changes")
    keeper.reads("One row was refused and left out.")
    keeper.look()
    keeper.page.goto("/people/members/")
    keeper.reads("Councillor Ada Finch")
    keeper.reads("Otter group")


def enter_the_monitoring_officer(keeper: Visitor, lawyer: Person) -> None:
    """The post from today on; its holder is found by typing part of the name."""
    page = keeper.page
    page.goto("/admin/council/postholding/add/")
    page.get_by_label("Post:").select_option(label=TITLE)
    page.get_by_role("combobox", name="Holder").last.click()
    page.get_by_role("searchbox").fill(lawyer.last_name)
    page.get_by_role("option", name=lawyer.name).click()
    page.get_by_label("From:").fill(short_date(timezone.localdate()))
    keeper.press("Save")
    keeper.reads("This post takes effect when a second person confirms it")
    keeper.page.goto("/people/")
    expect(keeper.page.get_by_role("row", name=TITLE).first).to_contain_text("Nobody")


def confirm(second: Visitor, register: str, action: str, *, says: str) -> None:
    """Another keeper chooses the row of today and gives the word, or is told why not yet."""
    page = second.page
    page.goto(f"/admin/council/{register}/?when=today")
    name = "Nia Okafor"
    page.get_by_role("row", name=name).get_by_role("checkbox").check()
    page.get_by_label("Action:").select_option(label=action)
    second.press("Go")
    second.reads(says)


def letter_arrives(worker: Running, person: Person) -> None:
    """The letter to whoever is told leaves the building."""
    soon(lambda: [letter for letter in mails(worker.mail) if person.email in letter])


def go_away(lawyer: Visitor, deputy: Person) -> None:
    """The holder says so; somebody in democratic services has to confirm who stands in."""
    lawyer.page.goto("/accounts/")
    lawyer.press("Say when you will be away")
    lawyer.look()
    today = timezone.localdate()
    lawyer.page.get_by_label("First day away").fill(short_date(today))
    lawyer.page.get_by_label("Last day away").fill(short_date(today + datetime.timedelta(days=6)))
    lawyer.page.get_by_label("Who stands in").fill(deputy.name)
    lawyer.press("Save these days")
    lawyer.reads("nobody stands in for it until a second person")
    lawyer.look()


def who_is_who_shows_it(anybody: Visitor) -> None:
    """The page on which everybody looks."""
    anybody.press("Who is who")
    row = anybody.page.get_by_role("row", name=TITLE).first
    expect(row).to_contain_text("Nia Okafor")
    expect(row).to_contain_text("Away. Sam Poole stands in.")
    anybody.look()
