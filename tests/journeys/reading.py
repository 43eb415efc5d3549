"""A reader of pages: opens them in a real browser and keeps every fault, so that one run tells them all."""

from collections.abc import Callable
from dataclasses import dataclass, field

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import ConsoleMessage, Page, Request, Response

from tests.journeys.axe import RULES, axe_faults
from tests.journeys.markup import Markup, shape
from tests.journeys.town import Town

# The classes of a page, whose details are then open.
OPENED = """() => {
  for (const one of document.querySelectorAll('details')) one.open = true
  return [...new Set([...document.querySelectorAll('[class]')].flatMap(one => [...one.classList]))]
}"""
WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# Every line of an error summary leads to a box that takes the focus.
ERRORS = """() => [[...document.querySelectorAll('.govuk-error-summary a')].filter(link => {
  const box = document.querySelector(link.getAttribute('href'))
  if (!box) return true
  box.focus()
  return document.activeElement !== box
}).map(link => link.textContent), document.querySelector('.govuk-error-summary') !== null, document.title]"""
TYPE = """given => { for (const [name, value] of Object.entries(given))
  for (const box of document.querySelectorAll(`main [name="${name}"]`)) {
    if (box.type === 'radio') box.checked = box.value === value
    else if (box.type === 'checkbox' && value === 'on') box.checked = true
    else box.value = value } }"""
# Also a button that only a page without scripts shows.
PRESS = """words => { const button = [...document.querySelectorAll('main button')]
  .find(one => one.textContent.trim().startsWith(words))
  if (button) setTimeout(() => button.form.requestSubmit(button))
  return Boolean(button) }"""
IN_BOXES = "() => [...document.querySelectorAll('main textarea')].map(box => box.value)"
# What may go wrong on a phone by more words alone: too small a target, a box that the keyboard misses.
OF_SIZE = ["target-size", "scrollable-region-focusable"]


@dataclass
class Seen:
    """What was read already: the `shapes` of pages, and the classes that axe has seen on a phone (`narrow`).

    What a narrow page shows otherwise than a wide one hangs on the classes of the stylesheet, so that a page
    without a new one is asked for its sizes alone.
    """

    shapes: set[int] = field(default_factory=set)
    narrow: set[str] = field(default_factory=set)


@dataclass
class Reader:
    """Reads pages as people of the town; `faults` is what was found, `seen` what was read already."""

    town: Town
    address: str
    open_page: Callable[..., Page]
    seen: Seen = field(default_factory=Seen)
    faults: list[str] = field(default_factory=list)
    read: list[str] = field(default_factory=list)
    _pages: dict[str, Page] = field(default_factory=dict)
    _said: list[str] = field(default_factory=list)

    def page_of(self, role: str) -> Page:
        """That person's browser; the same each time."""
        if role not in self._pages:
            page = self.open_page(width=1280, address=self.address)
            # A machine that does much besides is slow, and no fault of the page.
            page.set_default_navigation_timeout(60_000)
            if role in self.town.people:
                page.context.add_cookies([self.town.cookie(role, self.address)])
            # Axe is there before anybody asks: it need not be sent to each page.
            page.context.add_init_script(AXE_SCRIPT)
            page.on("console", self._complains)
            page.on("pageerror", lambda error: self._said.append(f"a script failed: {error}"))
            page.on("request", self._asks)
            self._pages[role] = page
        return self._pages[role]

    def _complains(self, message: ConsoleMessage) -> None:
        refused_page = "Failed to load resource" in message.text and "/static/" not in str(message.location)
        if message.type == "error" and not refused_page:
            self._said.append(f"the browser complains: {message.text}")

    def _asks(self, request: Request) -> None:
        if not request.url.startswith((self.address, "data:", "blob:", "about:")):
            self._said.append(f"asks another host: {request.url}")

    def opens(self, role: str, path: str, name: str = "") -> None:
        """One page by its address."""
        answer = self.page_of(role).goto(path)
        assert answer is not None
        self.looks(role, name or path, answer)

    def sends(self, role: str, path: str, typed: dict[str, str], press: str, name: str) -> str:
        """The page that comes when a form is filled in like that and sent; its words and its boxes’."""
        page = self.page_of(role)
        page.goto(path)
        page.evaluate(TYPE, typed)
        with page.expect_navigation() as moved:
            assert page.evaluate(PRESS, press), page.inner_text("main")
        self.looks(role, name, moved.value)
        return "\n".join([page.inner_text("main"), *page.evaluate(IN_BOXES)])

    def looks(self, role: str, name: str, answer: Response) -> None:
        """All that is asked of a page that stands in the browser."""
        page = self.page_of(role)
        html = answer.text()
        markup = Markup(html)
        self.seen.shapes.add(shape(html))
        self.read.append(name)
        found = [*markup.faults(), *self._said]
        self._said.clear()
        found += self.in_the_browser(page)
        self.faults += [f"{role}, {name}: {fault}" for fault in found]

    def in_the_browser(self, page: Page) -> list[str]:
        """What the browser tells: axe wide and narrow with details open, the width, the error summary."""
        classes = set(page.evaluate(OPENED))
        found = axe_faults(page, RULES)
        page.set_viewport_size({"width": 390, "height": 900})
        only = RULES if classes - self.seen.narrow else OF_SIZE
        self.seen.narrow |= classes
        found += [f"at 390, {fault}" for fault in axe_faults(page, only)]
        page.set_viewport_size({"width": 320, "height": 900})
        wide = page.evaluate(WIDE)
        page.set_viewport_size({"width": 1280, "height": 900})
        missed, is_error, title = page.evaluate(ERRORS)
        lost = [f"the error «{words}» leads to no box" for words in missed]
        if is_error != title.startswith("Error: "):
            lost.append(f"its title {title!r} and its error summary do not agree")
        return found + lost + ([f"scrolls sideways by {wide} at 320"] if wide > 0 else [])
