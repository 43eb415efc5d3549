"""What is asked of a page's HTML as it leaves the server, before any browser or script has touched it."""

import datetime
import re
from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib

from casework.wording import MONTHS

COUNCIL = "Larchester Council"
TITLE_ENDS = f" - Protocol portal - {COUNCIL}"
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# What people typed stands as they typed it; a protocol's text (data-adopted) as the council adopted it.
NOT_OURS = {"app-typed", "app-quote"}
UNREAD = {"script", "style", "svg", "template"}
# A page about a fault of ours may say sorry; no other may.
SAYS_SORRY = ("There is a problem with the service", "The service is unavailable")
AVOIDED = re.compile(
    r"\b(please|sorry|successfully|invalid|click here|cllr|ticket|SLA|WD|unsuccessful|oops)\b", re.IGNORECASE
)
MONTH = "|".join(MONTHS)
SHORT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
WRONG_DATES = {
    "a date as machines write it": re.compile(r"\b20\d\d-\d\d-\d\d\b"),
    "a short date with a leading zero": re.compile(r"\b(?:0\d/\d{1,2}|\d{1,2}/0\d)/\d{4}\b"),
    "a month cut short": re.compile(rf"\b\d{{1,2}}\s(?:{SHORT})\.?\s\d{{4}}\b"),
    "a month before its day": re.compile(rf"\b(?:{MONTH}|{SHORT})\.?\s\d{{1,2}},\s\d{{4}}\b"),
    "a day with an ending": re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)\s(?:of\s)?(?:{MONTH})\b"),
    "a date that may break across lines": re.compile(
        rf"\b\d{{1,2}} (?:{MONTH})|\b\d{{1,2}}\s(?:{MONTH}) 20\d\d\b"
    ),
    "a time by the 24-hour clock": re.compile(r"\b\d{1,2}:\d\d\b(?!\s?[ap]m)|\b\d{1,2}:00[ap]m"),
    "a part of a percentage": re.compile(r"\d\.\d+%"),
}
FULL_DATE = re.compile(rf"\b({'|'.join(DAYS)}) (\d{{1,2}})\s({MONTH})\s(\d{{4}})\b")
ENDS_BARE = {"h1", "h2", "h3", "label", "button", "legend", "th"}
TAG = re.compile(r"<(?P<name>[a-z0-9]+)(?P<rest>(?:[^>\"]|\"[^\"]*\")*)>")
# The names of attributes; the values too of those that change what a tag is.
ATTRIBUTE = re.compile(r"((?:class|role|type|aria-current)=\"[^\"]*\"|[a-z-]+(?==\")|(?<= )hidden|open)")
LOADS = {"script": "src", "img": "src", "link": "href", "iframe": "src", "source": "src", "video": "src"}


class Markup:
    """One page's HTML, read as browsers read it."""

    def __init__(self, html: str) -> None:
        """Reads it; what is not well formed is kept in `errors`."""
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        self.root: Element = parser.parse(html)
        self.errors = [f"line {place[0]}: {code} {given}" for place, code, given in parser.errors]

    def all(self, *names: str) -> list[Element]:
        """The elements of those names; of every name when none is given."""
        found = [one for one in self.root.iter() if isinstance(one.tag, str)]
        return [one for one in found if not names or one.tag in names]

    @property
    def title(self) -> str:
        """The page's title."""
        return "".join(self.all("title")[0].itertext()).strip() if self.all("title") else ""

    def words(self, element: Element | None = None) -> str:
        """The words that the portal itself says, in order."""
        return "".join(_words(self.root if element is None else element))

    def faults(self) -> list[str]:
        """All that is wrong with it."""
        return [*self.errors, *self._structure(), *self._references(), *self._wording(), *self._hosts()]

    def _structure(self) -> Iterator[str]:
        headings = self.all("h1")
        if len(headings) != 1:
            yield f"{len(headings)} h1"
        if not self.title.endswith(TITLE_ENDS):
            yield f"its title is {self.title!r}"
        if any(" style" in f" {name}" or name.startswith("on") for one in self.all() for name in one.attrib):
            yield "a style or a script within a tag, which the policy forbids"
        if any("required" in one.attrib for one in self.all("input", "select", "textarea")):
            yield "the attribute required: the server checks, and says what to do"
        yield from ("a form without novalidate" for one in self.all("form") if _unchecked(one))

    def _references(self) -> Iterator[str]:
        ids = Counter(one.get("id") for one in self.all() if one.get("id"))
        yield from (f"the id {name} twice" for name, times in ids.items() if times > 1)
        for one in self.all():
            for name in ("for", "aria-labelledby", "aria-describedby", "aria-controls"):
                missing = [each for each in one.get(name, "").split() if each not in ids]
                yield from (f"{name}={each} points at nothing" for each in missing)
            href = one.get("href", "")
            if href.startswith("#") and href[1:] not in ids:
                yield f"the link {href} leads nowhere"

    def _wording(self) -> Iterator[str]:
        words = self.words()
        allowed = {"sorry"} if self.title.startswith(SAYS_SORRY) else set()
        yield from (f"the word «{word}»" for word in AVOIDED.findall(words) if word.lower() not in allowed)
        for what, pattern in WRONG_DATES.items():
            yield from (f"{what}: {found.group()!r}" for found in pattern.finditer(words))
        yield from (f"not that day of the week: {date}" for date in wrong_days(words))
        adopted = {id(part) for one in self.all() if "data-adopted" in one.attrib for part in one.iter()}
        for one in [each for each in self.all(*ENDS_BARE) if id(each) not in adopted]:
            said = self.words(one).strip()
            if re.search(r"[^.]\.$", said):
                yield f"a full stop at the end of a {one.tag}: {said!r}"

    def _hosts(self) -> Iterator[str]:
        for one in self.all(*LOADS):
            address = one.get(LOADS[str(one.tag)], "")
            if address.startswith(("http:", "https:", "//", "data:")):
                yield f"loads from elsewhere: {address}"


def wrong_days(words: str) -> list[str]:
    """Dates whose day of the week is not the calendar's."""
    found = []
    for weekday, day, month, year in FULL_DATE.findall(words):
        date = datetime.date(int(year), MONTHS.index(month) + 1, int(day))
        if DAYS[date.weekday()] != weekday:
            found.append(f"{weekday} {day} {month} {year}")
    return found


def _unchecked(form: Element) -> bool:
    """A form with something to fill in that leaves the checking to the browser."""
    boxes = [one for one in form.iter() if one.tag in ("input", "select", "textarea")]
    return "novalidate" not in form.attrib and any(box.get("type") != "hidden" for box in boxes)


def _words(element: Element) -> Iterator[str]:
    theirs = NOT_OURS & set((element.get("class") or "").split()) or "data-adopted" in element.attrib
    if isinstance(element.tag, str) and element.tag not in UNREAD and not theirs:
        inline = element.tag in ("span", "a", "strong", "b", "em", "time", "abbr")
        yield "" if inline else "\n"
        yield element.text or ""
        for child in element:
            yield from _words(child)
            yield child.tail or ""
        yield "" if inline else "\n"


def shape(html: str) -> int:
    """The same number for pages that differ only in words, in the menu, and in how often a row repeats."""
    start = html.find("</header>")
    # Without the menu, which differs from role to role; a page without a head of ours counts whole.
    told = [html[html.find("<title") : start]] if start < 0 else []
    rest = html[html.find("<main") :] if "<main" in html else html
    told += [
        kind for tag in TAG.finditer(rest) for kind in [tag["name"] + str(ATTRIBUTE.findall(tag["rest"]))]
    ]
    marks = [mark for mark in ("app-marking", "govuk-back-link") if mark in html]
    return hash((*dict.fromkeys(told), *marks))
