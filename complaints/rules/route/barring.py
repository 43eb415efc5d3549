"""Who of those whom a text names may not have a part in a complaint, and who then takes it."""

from dataclasses import dataclass
from enum import StrEnum

from complaints.rules.route.parties import answers_to, posts_of
from complaints.rules.route.settled import Settled, Why
from rulebook.complaint import STAND_IN_FIRST, STAND_IN_LAST, ComplaintTerms, Part
from rulebook.post import Post


@dataclass(frozen=True)
class Bars:
    """Who is barred from one complaint under one text."""

    terms: ComplaintTerms
    case: Settled

    def why(self, one: StrEnum, *, outright: bool = False) -> Why | None:
        """Why the holder of a post is barred; None for whoever is not, and for what is no post.

        `outright`: the text names the post for a complaint about that very subject, even by one who answers
        to the subject; nobody is ever named for a complaint by or about themselves.
        """
        subject = self.case.about(self.terms)
        if one is Part.MANAGEMENT and subject & set(self.terms.head_of_paid_service.values):
            # Every manager answers to the head of paid service.
            return Why.ANSWERS
        if not isinstance(one, Post):
            return None
        if one in subject:
            return Why.SUBJECT
        if one in posts_of(self.terms, self.case.complainant):
            return Why.COMPLAINANT
        if not outright and answers_to(self.terms, one, subject):
            return Why.ANSWERS
        return None

    @property
    def last_in_line(self) -> tuple[Post, ...]:
        """The general rule: who takes what nobody else may take, in order."""
        deputy, last = STAND_IN_LAST
        return (STAND_IN_FIRST, self.terms.head_of_paid_service.values[0], deputy, last)

    def stand_in(self) -> Post | None:
        """The first of them who is not barred; None where one person or another in the complaint is each."""
        return next((post for post in self.last_in_line if self.why(post) is None), None)
