"""What people do with a complaint in the browser, in its pages’ words; and that others see nothing of it."""

import datetime
from dataclasses import dataclass

from django.core import mail
from django.utils import timezone

from casework.actions.delivering import deliver_due
from casework.wording import short_date
from complaints.queries import watching
from council.models import Person
from council.queries import standing_of
from tests.factories.browsers import signed_in
from tests.journeys.acts import Visitor

WEEK = short_date(timezone.localdate() + datetime.timedelta(days=7))
HALF_A_DAY = datetime.timedelta(hours=12)
TODAY = short_date(timezone.localdate())
CONCERN = "She shouted at me in the corridor after the meeting."
WANTED = "An apology, and that it does not happen again."


@dataclass(frozen=True)
class Case:
    """One complaint, as its pages are found."""

    reference: str

    @property
    def page(self) -> str:
        """Its own page."""
        return f"/complaints/{self.reference}/"


def note_a_concern(visitor: Visitor, about: Person, tried: str, words: str = "") -> None:
    """Up to the page that says where it goes: nothing is sent yet."""
    visitor.opens("/complaints/")
    visitor.press("Raise a concern")
    visitor.look()
    visitor.page.get_by_label("Name, or part of it").fill(about.last_name)
    visitor.press("Find")
    visitor.press(about.name)
    visitor.look()
    visitor.page.get_by_label("How somebody behaved").check()
    visitor.page.get_by_label("What happened", exact=True).fill(CONCERN)
    visitor.page.get_by_label("What would put it right").fill(WANTED)
    visitor.page.get_by_role("radio", name="No", exact=True).check()
    visitor.page.get_by_label(tried).check()
    visitor.page.get_by_label("What you tried, or why you cannot").fill(words)
    visitor.press("Go on: see where it goes")
    visitor.reads("Nothing is sent yet, and nobody else sees it.")
    visitor.look()


def on(visitor: Visitor, case: Case, link: str) -> None:
    """Follows a link of «What you can do», and looks at the page where it leads."""
    visitor.page.goto(case.page)
    visitor.press(link)
    visitor.look()


def fill(visitor: Visitor, **boxes: str) -> None:
    """Types into boxes by the beginning of their labels, written with underscores."""
    for label, words in boxes.items():
        visitor.page.get_by_label(label.replace("_", " ")).fill(words)


def accept(handler: Visitor, case: Case) -> None:
    """Nothing is read before it is kept confidential."""
    handler.opens(case.page)
    handler.hides(CONCERN)
    handler.press("I keep it confidential")
    handler.reads("What is on the file")
    handler.look()


def acknowledge(handler: Visitor, case: Case) -> None:
    """Who has it, and when they hear again: the day stands in the box."""
    on(handler, case, "Acknowledge the complaint")
    handler.press("Acknowledge")
    handler.reads("The complaint is acknowledged")


def assess(handler: Visitor, case: Case, follows: str) -> None:
    """What happens with it, and why."""
    on(handler, case, "Assess the complaint")
    handler.page.get_by_label(follows).check()
    handler.page.get_by_label("Why", exact=True).fill("Both were in the corridor.")
    handler.press("Save the assessment")
    handler.reads("The assessment is saved")


def tell_the_other_side(handler: Visitor, case: Case) -> None:
    """Now, with what happened in the words of whoever complains."""
    on(handler, case, "Tell the other side")
    handler.page.get_by_role("radio", name="Now", exact=True).check()
    handler.page.get_by_label("What happened").check()
    handler.press("Save")
    handler.reads("It is recorded")


def decide_and_tell(handler: Visitor, case: Case, outcome: str, reasons: str) -> None:
    """How it ends, with reasons, and everybody who is to hear is told with one press."""
    on(handler, case, "Decide")
    handler.page.get_by_label(outcome, exact=True).check()
    handler.page.get_by_label("Reasons").fill(reasons)
    handler.press("Decide")
    handler.reads("It is decided. Nobody is told yet")
    handler.look()
    handler.press("Tell them")
    handler.reads("They are told")


def begin(handler: Visitor, case: Case) -> None:
    """The investigation begins."""
    on(handler, case, "Begin the investigation")
    handler.press("Begin")
    handler.reads("The investigation has begun")


def add(side: Visitor, case: Case, kind: str, words: str) -> None:
    """A side puts something on the file."""
    on(side, case, "Add to the file")
    side.page.get_by_label(kind, exact=True).check()
    side.page.get_by_label("In your own words").fill(words)
    side.press("Add")
    side.reads("It is on the file")


def stands_aside(handler: Visitor, case: Case, reasons: str, follower: Person) -> None:
    """The handler confirms who follows, and sees nothing of it from that moment on."""
    on(handler, case, "Stand aside")
    handler.page.get_by_label("Why?").fill(reasons)
    handler.page.get_by_label(follower.name).check()
    handler.press("Stand aside")
    handler.page.goto(case.page)
    handler.reads("Page not found")


def knows_nothing(person: Person, case: Case) -> None:
    """No page, no row, nothing in a count or in the search: as if it had never been."""
    browser = signed_in(person)
    assert browser.get(case.page).status_code == 404, person
    for path in ("/", "/complaints/", f"/search/?q={case.reference}", "/search/?q=corridor"):
        page = browser.get(path).content.decode()
        assert f"/complaints/{case.reference}" not in page, (person, path)
        assert CONCERN not in page, (person, path)
    who = standing_of(person, on=timezone.localdate())
    assert not watching.needing(who), person
    assert not watching.own(who).exists(), person
    assert not watching.dealt_with(who).exists(), person


def letters_to(person: Person) -> list[str]:
    """What was written to somebody once all that is due was delivered; nothing of what was said."""
    deliver_due(at=timezone.now() + HALF_A_DAY)
    found = [f"{one.subject}\n{one.body}" for one in mail.outbox if person.email in one.to]
    assert not [one for one in found if "corridor" in one]
    return found
