"""On which grounds an officer may decline a request under a text, with its paragraphs and its exceptions."""

from collections.abc import Iterator
from dataclasses import dataclass

from rulebook.citation import Citation
from rulebook.triage import Asks, Course, Fact, Ground, Handling, Matter, TriageTerms
from rulebook.wording import gettext_noop

LABELS = {
    Ground.PARTY_POLITICAL: gettext_noop("It is party political work"),
    Ground.INSTRUCTION: gettext_noop("It is an instruction to officers"),
    Ground.RESEARCH: gettext_noop("It is research or a longer piece of work"),
}


@dataclass(frozen=True)
class Declining:
    """One ground that a text has: its paragraphs, and what must not be so for it to hold."""

    ground: Ground
    cites: tuple[Citation, ...]
    unless: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The ground in plain English."""
        return LABELS[self.ground]


def ways_to_decline(terms: TriageTerms) -> tuple[Declining, ...]:
    """The grounds that the text has a paragraph for, in the order of Ground; none where it has none.

    Party political work and research rest on the courses by which the text refuses it, or lets officers
    decline it; instructions on the paragraphs of their own.
    """
    return tuple(_ways(terms))


def _ways(terms: TriageTerms) -> Iterator[Declining]:
    found = {
        Ground.PARTY_POLITICAL: _cites(terms.courses[Matter.PARTY_POLITICAL], Handling.REFUSE),
        Ground.INSTRUCTION: terms.no_instructions,
        Ground.RESEARCH: _cites(
            tuple(one for one in terms.courses[Matter.ENQUIRY] if _is_of_research(one)), Handling.MAY_DECLINE
        ),
    }
    for ground, cites in found.items():
        if cites:
            yield Declining(ground, cites, terms.unless.get(ground, ()))


def _is_of_research(course: Course) -> bool:
    """Research as such; what hangs on more is a narrower rule."""
    return course.when == {Fact.ASKS_FOR: (Asks.RESEARCH,)}


def _cites(courses: tuple[Course, ...], handling: Handling) -> tuple[Citation, ...]:
    found = (cite for course in courses if course.handling is handling for cite in course.cites)
    return tuple(dict.fromkeys(found))
