"""How often a text is looked at again, and by whom, as the text itself says."""

from collections.abc import Iterator
from dataclasses import dataclass

from rulebook.citation import Citation
from rulebook.period import Months
from rulebook.term import Term, Topic
from rulebook.wording import gettext_noop

# The portal's own, where a text asks for reviews and gives no interval.
OWN_INTERVAL = Months(12)
BY = "review-protocol"


@dataclass(frozen=True)
class ReviewTerms:
    """Who reviews the text, and after which time at the latest; no interval where the text gives none.

    `by` is empty where the text says nothing of a review.
    """

    by: str = ""
    every: Months | None = None
    cites: tuple[Citation, ...] = ()

    @property
    def is_asked(self) -> bool:
        """Does the text ask for reviews at all?"""
        return bool(self.by)

    @property
    def interval(self) -> Months:
        """After which time the portal reminds: the text’s own, else the portal’s."""
        return self.every or OWN_INTERVAL

    def in_words(self) -> Iterator[Term]:
        """What the page «What this protocol says» prints."""
        if not self.is_asked:
            yield Term(Topic.LIFE, gettext_noop("The protocol says nothing of a review of itself."))
        elif self.every is None:
            says = f"The {self.by} reviews the protocol from time to time. The protocol gives no interval."
            yield Term(Topic.LIFE, says, self.cites, BY)
        else:
            says = f"The {self.by} reviews the protocol every {self.every.n} months."
            yield Term(Topic.LIFE, says, self.cites, BY)


# Of a text that says nothing of it.
NO_REVIEW = ReviewTerms()
