"""The main pages with a keyboard alone, with a reader's own text spacing, in few taps, light to load."""

import gzip
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, Response, expect

from tests.harness.databases import Database
from tests.harness.processes import Running
from tests.journeys.kept import KeptTown
from tests.journeys.town import Town

MAIN = {
    "my enquiries": ("member", "/enquiries/mine/"),
    "a new enquiry": ("member", "/enquiries/new/"),
    "the member's case": ("member", "/enquiries/{answered}/"),
    "the officer's case": ("officer", "/enquiries/{overdue}/"),
    "a holding reply": ("officer", "/enquiries/{overdue}/reply/?answer=holding"),
    "the dashboard": ("monitoring officer", "/dashboard/"),
}
HEAVIEST = 150 * 1024
# WCAG 1.4.12: what a reader may set without losing anything.
SPACING = """() => { const sheet = new CSSStyleSheet()
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
      word-spacing: .16em !important }
    p { margin-bottom: 2em !important }`)
  document.adoptedStyleSheets = [sheet] }"""
CUT = """() => [...document.querySelectorAll('main *')].filter(one => {
  const style = getComputedStyle(one)
  if (!one.textContent.trim() || style.position === 'absolute' || one.clientWidth < 2) return false
  if (!['hidden', 'clip'].includes(style.overflowX)) return false
  if (one.closest('.govuk-visually-hidden, select')) return false
  const edge = one.getBoundingClientRect(), words = document.createRange()
  return [...one.querySelectorAll('*')].some(part => [...part.childNodes].some(text => {
    if (text.nodeType !== Node.TEXT_NODE || !text.data.trim()) return false
    words.selectNodeContents(text)
    const place = words.getBoundingClientRect()
    return place.right > edge.right + 1 || place.bottom > edge.bottom + 1 }))
}).map(one => one.outerHTML.slice(0, 120))"""
WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# Which stop has the focus, and whether anybody can see that it has: by an outline or a shadow.
STOP = """() => { const one = document.activeElement
  if (!one || one === document.body) return null
  const seen = [one, one.parentElement, one.nextElementSibling, ...one.querySelectorAll('*')].some(each => {
    if (!each) return false
    const style = getComputedStyle(each), box = getComputedStyle(each, '::before')
    const outline = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
    return outline || style.boxShadow !== 'none' || box.boxShadow !== 'none' })
  const place = one.getBoundingClientRect()
  one.dataset.stop ??= String(document.querySelectorAll('[data-stop]').length)
  const inside = place.width > 0 && place.bottom > 0 && place.top < innerHeight
  return { stop: one.dataset.stop, seen: seen && inside,
    what: one.outerHTML.slice(0, 120) } }"""
STOPS = """() => { const groups = new Set()
  return [...document.querySelectorAll('a[href], button, input, select, textarea, summary')].filter(one => {
    if (one.disabled || one.type === 'hidden' || !one.checkVisibility()) return false
    if (one.type !== 'radio') return true
    const first = !groups.has(one.name)
    groups.add(one.name)
    return first }) }"""
COUNT = f"({STOPS})().length"
MISSED = f"({STOPS})().filter(one => !one.dataset.stop).map(one => one.outerHTML.slice(0, 120))"


@dataclass
class Desks:
    """Everybody's browser in a town with cases."""

    town: Town
    address: str
    open_page: Callable[..., Page]

    def page(self, role: str, width: int = 1280) -> Page:
        """A fresh browser of that role's."""
        page = self.open_page(width=width, address=self.address)
        page.context.add_cookies([self.town.cookie(role, self.address)])
        return page

    def main_pages(self, width: int) -> Iterator[tuple[str, Page]]:
        """The main pages, opened."""
        for name, (role, path) in MAIN.items():
            page = self.page(role, width)
            numbers = {case: enquiry.reference for case, enquiry in self.town.cases.items()}
            page.goto(path.format_map(numbers))
            yield name, page


@pytest.fixture
def desks(
    own_database: Database,
    kept_town: KeptTown,
    portal_process: Callable[..., Running],
    page: Callable[..., Page],
) -> Desks:
    """A town with a case in each state."""
    town = kept_town.settle(own_database)
    return Desks(town, portal_process().address, page)


def walk(page: Page) -> list[str]:
    """Tab through the whole page; what went wrong on the way."""
    expected, visited, faults = page.evaluate(COUNT), set(), []
    for _press in range(expected + 5):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None:
            break
        if stop["stop"] in visited:
            faults.append(f"caught at {stop['what']}")
            break
        visited.add(stop["stop"])
        if not stop["seen"]:
            faults.append(f"no visible focus at {stop['what']}")
    return faults + [f"never reached: {one}" for one in page.evaluate(MISSED)]


def spaced(page: Page) -> list[str]:
    """What a reader's own text spacing cuts off or pushes out of the window."""
    page.evaluate(SPACING)
    wide = page.evaluate(WIDE)
    return [*page.evaluate(CUT), *([f"scrolls sideways by {wide}"] if wide > 0 else [])]


def test_tab_reaches_everything_and_no_spacing_of_text_cuts_anything_off(desks: Desks) -> None:
    faults = {}
    for name, page in desks.main_pages(1280):
        faults[name] = walk(page)
        page.set_viewport_size({"width": 390, "height": 900})
        faults[name] += spaced(page)
    assert faults == {name: [] for name in MAIN}


def weight(page: Page, path: str) -> int:
    """The bytes of a first view: the page as it is, the files that a council collects as they are packed."""
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))  # playwright marks what it calls
    page.goto(path, wait_until="networkidle")
    assert len(answers) > 3
    return sum(
        len(gzip.compress(one.body())) if "/static/" in one.url else len(one.body())
        for one in answers
        if one.ok
    )


def test_the_way_is_short_and_light(desks: Desks) -> None:
    numbers = {case: enquiry.reference for case, enquiry in desks.town.cases.items()}
    weights = {
        name: weight(desks.page(role), path.format_map(numbers)) for name, (role, path) in MAIN.items()
    }
    assert {name: bytes_ for name, bytes_ in weights.items() if bytes_ > HEAVIEST} == {}
    logs_in_seven_taps(desks.page("member", 390))
    member = desks.page("member")
    sees_days_left_at_once(member)
    reaches_the_paragraph_in_two_clicks(member, numbers["allocated"])
    acknowledges_in_one_press(desks.page("head"), numbers["sent"])
    answers_in_two_pages(desks.page("officer"), numbers["overdue"])


def logs_in_seven_taps(page: Page) -> None:
    """Bar 1: one page, three required boxes. The list takes two taps, each box one, each button one: six."""
    page.goto("/")
    page.get_by_role("button", name="New enquiry").click()
    expect(page.get_by_role("button", name="Send enquiry")).to_be_visible()
    # Who may read it is chosen already.
    labels = page.locator("form[data-autosave] label:visible:not(.govuk-radios__label)").all_inner_texts()
    asked = [label for label in labels if "(optional)" not in label]
    assert len(asked) == 3, asked
    page.get_by_label("Which service is it about?").select_option(label="Housing repairs")
    page.get_by_label("Subject").fill("Bins")
    page.get_by_label("What do you want to know, or want done?").fill("When are they emptied?")
    page.get_by_role("button", name="Send enquiry").click()
    expect(page.get_by_text("The number is")).to_be_visible()


def sees_days_left_at_once(page: Page) -> None:
    """Bar 3: each open enquiry of the list says how long there is, or what it waits for."""
    page.goto("/enquiries/mine/")
    rows = page.locator(".app-row").all()
    assert len(rows) > 3
    for row in rows:
        words = row.inner_text()
        assert any(
            part in words.lower()
            for part in ("due", "overdue", "promised", "no number of days", "answered on")
        ), words


def reaches_the_paragraph_in_two_clicks(page: Page, reference: str) -> None:
    """Bar 11, from a case and from the page on which one is written."""
    for path in (f"/enquiries/{reference}/", "/enquiries/new/"):
        page.goto(path)
        if page.get_by_label("Which service is it about?").count():
            page.get_by_label("Which service is it about?").select_option(label="Housing repairs")
        way = page.get_by_role("link", name="How this date is worked out").first.get_attribute("href")
        page.goto(str(way))
        page.locator("main .app-rule a").first.click()
        page.wait_for_url("**/protocol/**")
        assert "#" in page.url


def acknowledges_in_one_press(page: Page, reference: str) -> None:
    """Bar 5, from the list."""
    page.goto("/enquiries/cases/")
    page.locator(".app-row").filter(has_text=reference).get_by_role("button", name="Acknowledge").click()
    expect(page.get_by_text(f"{reference} acknowledged")).to_be_visible()


def answers_in_two_pages(page: Page, reference: str) -> None:
    """Bar 4: what is written, with the reason where it is late, and the last look."""
    page.goto(f"/enquiries/{reference}/reply/?answer=full")
    page.get_by_label("Your reply").fill("It was mended.")
    page.get_by_label("Why does the reply come after its date?").select_option(index=1)
    page.get_by_role("button", name="Check and send").click()
    page.get_by_role("button", name="Send to").click()
    expect(page.get_by_text("Reply sent").first).to_be_visible()
