"""What a page says outside the brackets of the made-up language, and what of it is data."""

import re
from functools import cache
from html.parser import HTMLParser

from django.apps import apps
from django.db import models
from django.utils import timezone

from access_rules.screens.advice import SHOWN_OF_PARAGRAPH
from briefings.queries.answering import answer_today
from casework.wording import shortened
from complaints.queries.people import people_of
from council.queries import protocol_in_force
from protocol_portal.rule_names import RULES
from rulebook.citation import Source
from rulebook.guide import where
from rulebook.obligations import obligations
from rulebook.overtaken import all_overtaken
from rulebook.post import Post
from rulebook.protocols import PROTOCOLS
from rulebook.protocols.cites import cited
from rulebook.sources import TITLES
from rulebook.terms import terms_in_words
from rulebook.text import paragraphs

UNREAD = {"script", "style", "svg", "template", "title"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
READ_ALOUD = ("aria-label", "alt", "placeholder")
WORD = re.compile(r"[A-Za-z]{2,}")
# Written alike in every language of this house: times, sizes, names of files and of keys of the keyboard.
WRITTEN_ALIKE = re.compile(
    r"\d(am|pm)\b|\d\s?(bytes?|KB|MB)\b|\bCSV\b|https?://\S+|\S+@\S+|\b\S+\.(pdf|csv)\b"
)
# A place in an Act, an instrument or a case, by its name or its title: «LGA 1972 s100B(5)».
NAMES = sorted({words for name, title, _source in TITLES for words in (name, title) if words}, key=len)
# Apps whose choices are words that their pages translate; what counters keep as a word of the rule book.
CHOSEN = ("access_rules", "complaints", "briefings")
CODES = (
    *("told_as", "post", "helper_post", "referred_to", "procedure", "protocol"),
    *("asked_as", "organised_by"),
)
PLACE = (
    r",?\s(?:(?:section|schedule|sch|paragraphs?|paras?|regulation|reg|article|art)\s)?s?\d[\w()]*"
    r"(?:\sto\s\d+)?"
)
STATUTES = rf"(?<!\w)(?:{'|'.join(map(re.escape, reversed(NAMES)))})(?:{PLACE})*"


class Visible(HTMLParser):
    """The words of a page as they are read, and the names that only a screen reader reads."""

    def __init__(self) -> None:
        """Nothing read yet."""
        super().__init__()
        self.words: list[str] = []
        # How deep within something that nobody reads, or that stands as it was adopted.
        self.unread = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Counts how deep it is, and keeps what is read aloud."""
        given = dict(attrs)
        if self.unread or tag in UNREAD or "data-adopted" in given:
            self.unread += tag not in VOID
            return
        # Words on its two sides are two, as after a line break.
        self.words += [" ", *(f" {given[name]} " for name in READ_ALOUD if given.get(name))]

    def handle_endtag(self, tag: str) -> None:
        """The end of what nobody reads; words on its two sides are two."""
        if self.unread and tag not in VOID:
            self.unread -= 1
        self.words.append(" ")

    def handle_data(self, data: str) -> None:
        """What is read."""
        if not self.unread:
            self.words.append(data)


def left_over(page: str, data: re.Pattern[str]) -> set[str]:
    """Words outside the brackets that are no data."""
    reader = Visible()
    reader.feed(page)
    lines = unbracketed("".join(reader.words)).splitlines()
    found = {without_data(line, data).strip() for line in lines if WORD.search(line)}
    return {line for line in found if WORD.search(line)}


@cache
def without_data(text: str, data: re.Pattern[str]) -> str:
    """The same without names, subjects, numbers of cases and citations; most lines come on many pages."""
    return WRITTEN_ALIKE.sub(" ", data.sub(" ", text))


def unbracketed(text: str) -> str:
    """What stands outside every ⟦ ⟧, however they are nested."""
    before = None
    while before != text:
        # A sentence that was cut short lost its closing bracket.
        before, text = text, re.sub(r"⟦[^⟦⟧]*(⟧|…)", " ", text)
    # The number of a tile took the opening bracket of its unit along («10 days»); that of a case did not.
    return re.sub(r"(?<![\w-])\d+\s+[\w ]+⟧", " ", text)


def known_data() -> re.Pattern[str]:
    """All that registers and cases hold, and what texts are called and cite."""
    words = {"Protocol portal", "Enter", "Tab", "Shift + Tab", *(source.label for source in Source)}
    for app in ("council", "casework", "enquiries", "access_rules", "complaints", "briefings"):
        for model in apps.get_app_config(app).get_models():
            columns = [one.name for one in model._meta.fields if _is_written(one)]
            for row in model._default_manager.values_list(*columns) if columns else ():
                words |= {str(one) for one in row if one}
    # Of an event the sentences of the moment are kept, as they were written then.
    for body in apps.get_model("casework", "EventContent").objects.values_list("body", flat=True):
        words |= {one for one in body.values() if isinstance(one, str) and one}
    words |= _of_access() | _of_complaints() | _of_briefings()
    for person in apps.get_model("council", "Person").objects.all():
        words |= {person.name, person.short_name}
    # What a text does not name is called by the rule book's own word.
    words |= {post.value.replace("-", " ") for post in Post}
    for text in PROTOCOLS.values():
        words |= {text.name, text.authority, *(titled.title for titled in text.posts.values())}
        words |= {cited.label for each in text.duties.values() for cited in each}
        # Letters name a paragraph without the word «protocol» before each.
        words |= {cited.pinpoint for each in text.duties.values() for cited in each}
        words |= {cited.label for titled in text.posts.values() for cited in titled.cites}
        words |= {cited.label for term in text.correspondence.in_words() for cited in term.cites}
    words |= {cited.label for rule in RULES for cited in rule.cites}
    words |= {words for row in obligations() for words in (row.id, cited(row.id).label)}
    words |= {cited.label for note in all_overtaken().values() for cited in note.cites}
    in_force = protocol_in_force()
    words |= {where(in_force, one.anchor).label for one in paragraphs(in_force.key)}
    words |= {shortened(one.shown, SHOWN_OF_PARAGRAPH) for one in paragraphs(in_force.key)}
    terms = terms_in_words(in_force).values()
    words |= {cited.label for each in terms for term in each for cited in term.cites}
    # The full stop is left out: labels end without one.
    lines = {
        line.strip().removesuffix(".") for one in words for line in one.splitlines() if WORD.search(line)
    }
    longest_first = sorted(lines, key=len, reverse=True)
    told = "|".join(rf"(?<!\w){re.escape(one)}(?!\w)" for one in longest_first)
    return re.compile(f"{STATUTES}|{told}", re.IGNORECASE)


def _of_access() -> set[str]:
    """The answers to requests, with what they rested on, and the words of pages that were read."""
    words: set[str] = set()
    for answer in apps.get_model("access_rules", "AccessRequest").objects.values_list("answer", flat=True):
        lenses = [lens for lens in answer.values() if isinstance(lens, dict)]
        words |= {lens["reason"] for lens in lenses}
        words |= {cited(id_).label for lens in lenses for id_ in lens["cite"]}
    # And the words of a page, each of which can be ticked.
    for page in apps.get_model("access_rules", "Page").objects.values_list("words", flat=True):
        words |= {str(word[0]) for word in page}
    return words


def _of_complaints() -> set[str]:
    """The answers on where complaints go, with what they rest on: asked now, and kept when it was sent."""
    words: set[str] = set()
    for row in apps.get_model("complaints", "Complaint").objects.exclude(subject=None):
        kept = [str(row.route.get("reason", ""))]
        asked = [people_of(row, on=timezone.localdate(), informal_tried=tried) for tried in (True, False)]
        words |= {one for one in (*kept, *(each.answer.reason for each in asked)) if one}
    return words


def _of_briefings() -> set[str]:
    """The answers to what groups ask for: given when they asked, and asked now."""
    asked = apps.get_model("briefings", "Briefing").objects.exclude(asked_by=None)
    rows = list(asked.select_related("group", "directorate"))
    now = {answer_today(row, on=timezone.localdate()).reason for row in rows}
    return {one for one in ({str(row.answer.get("reason", "")) for row in rows} | now) if one}


def _is_written(column: object) -> bool:
    """Whether a column holds words that somebody wrote: of access and complaints, nothing that is chosen."""
    if not isinstance(column, models.CharField | models.TextField):
        return False
    of = column.model._meta
    if of.app_label in ("complaints", "briefings") and column.name in CODES:
        return False
    return not (column.choices and (of.app_label in CHOSEN or of.model_name == "relationship"))
