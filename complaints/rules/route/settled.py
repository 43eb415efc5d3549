"""A complaint of which everything is known, and the procedures that come before any other."""

from dataclasses import dataclass
from enum import StrEnum

from complaints.rules.route.parties import Party, counts_as_officer, posts_of
from rulebook.complaint import Allegation, ComplaintTerms, PartyKind, Severity, When
from rulebook.post import Post

# What has a procedure made for it, which comes first.
OWN_PROCEDURE = (Allegation.FRAUD, Allegation.CRIMINALITY, Allegation.SAFEGUARDING)


class Why(StrEnum):
    """Why a post that the text names is left out."""

    SUBJECT = "subject"
    COMPLAINANT = "complainant"
    ANSWERS = "answers"


@dataclass(frozen=True)
class Settled:
    """A complaint without an unknown fact."""

    complainant: Party
    subject: Party
    informal_tried: bool
    in_public: bool
    alleges: frozenset[Allegation]
    severity: Severity | None
    upheld: bool
    toward_officers: bool
    passed_over: bool = False

    @property
    def has_own_procedure(self) -> bool:
        """Whether something is alleged for which another procedure is made."""
        return not self.alleges.isdisjoint(OWN_PROCEDURE)

    def pair(self, terms: ComplaintTerms) -> tuple[PartyKind, PartyKind]:
        """Who complains of whom; whoever the text does not count as an officer is one of the public to it."""
        return _kind(terms, self.complainant), _kind(terms, self.subject)

    def about(self, terms: ComplaintTerms) -> frozenset[Post]:
        """Every post that the subject's posts stand for."""
        return posts_of(terms, self.subject)

    def fits(self, when: When) -> bool:
        """Whether all that a value of the text needs is so."""
        return all(
            (
                not when.alleges or not self.alleges.isdisjoint(when.alleges),
                when.severity in (None, self.severity),
                when.upheld in (None, self.upheld),
                when.in_public in (None, self.in_public),
                when.toward_officers in (None, self.toward_officers),
            )
        )


def _kind(terms: ComplaintTerms, party: Party) -> PartyKind:
    return party.kind if counts_as_officer(terms, party) else PartyKind.PUBLIC
