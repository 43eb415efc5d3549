"""What a person does in the browser, in the words of the pages; and what is asked of every page."""

import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.factories.council import PASSWORD
from tests.journeys.axe import RULES, axe_faults


@dataclass
class Visitor:
    """One person at one browser; `checked` holds the titles of the pages that axe has read."""

    page: Page
    scripts: bool = True
    checked: list[str] = field(default_factory=list)

    def sign_in(self, email: str) -> None:
        """Through the door, as everybody."""
        self.page.goto("/")
        self.page.get_by_label("Email address").fill(email)
        self.page.get_by_label("Password", exact=True).fill(PASSWORD)
        self.page.get_by_role("button", name="Sign in", exact=True).click()

    def opens(self, path: str) -> None:
        """Goes to an address, and looks at the page."""
        self.page.goto(path)
        self.look()

    def press(self, name: str) -> None:
        """Presses a button or follows a link of that name, whichever the page has."""
        named = re.compile(rf"^{re.escape(name)}")
        control = self.page.get_by_role("button", name=named).or_(self.page.get_by_role("link", name=named))
        control.first.click()

    def reads(self, text: str) -> None:
        """Sees those words on the page."""
        expect(self.page.get_by_text(text).first).to_be_visible()

    def hides(self, text: str) -> None:
        """Does not see those words anywhere on the page, open or folded."""
        expect(self.page.get_by_text(text)).to_have_count(0)

    def look(self) -> None:
        """The page is one that anybody can use: no fault that axe finds, nothing to scroll sideways."""
        # A click ends when the new page begins, and half a page has faults of its own.
        self.page.wait_for_load_state()
        expect(self.page.locator("h1")).to_have_count(1)
        wide = (
            self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
            if self.scripts
            else 0
        )
        assert wide <= 0, f"{self.page.url} scrolls sideways by {wide}"
        if self.scripts:
            assert axe_faults(self.page, RULES) == [], self.page.url
        self.checked.append(self.page.title())


def soon(found: Callable[[], Sequence[str]], *, patience: float = 60) -> Sequence[str]:
    """What a worker leaves, once it has; fails after so many seconds without any."""
    until = time.monotonic() + patience
    while not (now := found()):
        assert time.monotonic() < until, f"Nothing came within {patience} seconds."
        time.sleep(0.1)
    return now


def mails(folder: Path) -> Iterator[str]:
    """Every letter that left, as it was sent."""
    for path in sorted(folder.glob("*")):
        yield path.read_text(encoding="utf-8", errors="replace")
