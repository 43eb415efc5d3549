"""A term of a text in words: what pages and docs/rules.md print of the typed values, with its paragraph."""

from dataclasses import dataclass
from enum import StrEnum

from rulebook.citation import Citation
from rulebook.wording import gettext_noop


class Topic(StrEnum):
    """What a term is about; the headings of the printed rules, in their order."""

    POSTS = "posts"
    ENQUIRIES = "enquiries"
    TRIAGE = "triage"
    LETTERS = "letters"
    COMPLAINTS = "complaints"
    BRIEFINGS = "briefings"
    ELECTIONS = "elections"
    ACCESS = "access"
    REGISTERS = "registers"
    SIGNING = "signing"
    LIFE = "life"

    @property
    def label(self) -> str:
        """Its name in plain English, for a heading."""
        return TOPIC_LABELS[self]


TOPIC_LABELS = {
    Topic.POSTS: gettext_noop("Posts and their titles"),
    Topic.ENQUIRIES: gettext_noop("Members’ enquiries"),
    Topic.TRIAGE: gettext_noop("Where a request goes"),
    Topic.LETTERS: gettext_noop("Letters, copies and privacy"),
    Topic.COMPLAINTS: gettext_noop("Complaints"),
    Topic.BRIEFINGS: gettext_noop("Briefings of political groups"),
    Topic.ELECTIONS: gettext_noop("Before an election"),
    Topic.ACCESS: gettext_noop("Access to documents and information"),
    Topic.REGISTERS: gettext_noop("Notices, declarations and records"),
    Topic.SIGNING: gettext_noop("Signed as read"),
    Topic.LIFE: gettext_noop("Review and amendment"),
}


@dataclass(frozen=True)
class Term:
    """One value of a text as a sentence.

    `cites` are the paragraphs that it rests on, none where the text is silent (the sentence says so).
    `by` is the duty or rule of the portal that applies it, empty where nothing applies it yet.
    """

    topic: Topic
    says: str
    cites: tuple[Citation, ...] = ()
    by: str = ""
