"""What the protocol asks of members before they write: its paragraphs, and a sentence where one applies."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext_lazy

from casework.wording import long_date
from council.queries import Standing
from council.queries.versions import words_adopted
from enquiries.rules.prompting import free_until, reads_like_an_order
from rulebook.calendar import Calendar
from rulebook.citation import Citation
from rulebook.guide import Prompt, where
from rulebook.guides import GUIDES
from rulebook.post import Post
from rulebook.protocol import Protocol
from rulebook.text import paragraph

SENTENCES = {
    Prompt.INSTRUCTION: gettext_lazy(
        "This reads like an instruction. You can ask officers for anything reasonable; how they do their "
        "work is theirs to say."
    ),
    Prompt.JUNIOR: gettext_lazy(
        "This officer is below the grades that members ask. What is reasonable to ask depends on that."
    ),
    Prompt.FREE_TIME: gettext_lazy("Nobody need read this before %(day)s at 9am."),
    Prompt.EXECUTIVE: gettext_lazy(
        "You hold a portfolio: what the Executive decides, Directors instruct officers to do. An enquiry "
        "gives no direction."
    ),
    Prompt.COMMITTEE: gettext_lazy(
        "You sit on a committee: it decides within its remit, and an enquiry gives no instruction besides."
    ),
}


@dataclass(frozen=True)
class Paragraph:
    """One paragraph as it reads today, and where it stands."""

    words: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True)
class Reminder:
    """A sentence by the box, with the paragraph that it rests on."""

    sentence: str
    citations: tuple[Citation, ...]


def before_writing(text: Protocol) -> list[Paragraph]:
    """Every paragraph of the text that a member reads before writing, each once; none where it is silent.

    As it reads today: one that the council has taken out is left out.
    """
    anchors = dict.fromkeys(one for found in GUIDES[text.key].prompts.values() for one in found)
    adopted = words_adopted(text.key, on=timezone.localdate())
    return [
        Paragraph(words, (where(text, one),))
        for one in anchors
        if (words := adopted.get(one, paragraph(text.key, one).shown))
    ]


def _reminder(text: Protocol, prompt: Prompt, **given: str) -> Iterator[Reminder]:
    anchors = GUIDES[text.key].prompts.get(prompt, ())
    if anchors:
        yield Reminder(str(SENTENCES[prompt]) % given, (where(text, anchors[0]),))


def of_posts(who: Standing, text: Protocol) -> list[Reminder]:
    """What the text says to a member of the Executive or of a committee, to whoever is one."""
    found = [*_reminder(text, Prompt.EXECUTIVE)] if who.portfolios else []
    return [*found, *_reminder(text, Prompt.COMMITTEE)] if who.seats else found


def of_time(text: Protocol, *, at: datetime.datetime, calendar: Calendar) -> list[Reminder]:
    """In officers’ free time: when they are back, where the text asks members to respect it."""
    day = free_until(timezone.localtime(at), calendar)
    return [*_reminder(text, Prompt.FREE_TIME, day=long_date(day))] if day else []


def of_words(text: Protocol, *, subject: str, details: str, addressed: Post | None) -> list[Reminder]:
    """What the words, and whom they are addressed to, call to mind."""
    found: list[Reminder] = []
    if addressed is Post.OFFICER:
        found += _reminder(text, Prompt.JUNIOR)
    if reads_like_an_order(subject) or reads_like_an_order(details):
        found += _reminder(text, Prompt.INSTRUCTION)
    return found
