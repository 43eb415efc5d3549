"""What one text says of complaints, whole: its routes, and what stands beside them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from rulebook.citation import Citation
from rulebook.complaint.aside import Advice, Declaration, Forbidden, HandOn, aside_in_words, tie_in_words
from rulebook.complaint.parties import ONE_OF_A_KIND, Allegation, Employer, PartyKind, Procedure, Step
from rulebook.complaint.route import Pairing, Route, Said
from rulebook.complaint.sentences import pairing_in_words, silence_in_words
from rulebook.complaint.standing import standing_in_words
from rulebook.complaint.wordings import Titles
from rulebook.post import Post
from rulebook.term import Term


@dataclass(frozen=True)
class ComplaintTerms:
    """The terms of one text for complaints; where it is silent, the general rules hold (`standing`).

    `head_of_paid_service` is the post whose holder every officer answers to. `officers` are those whom the
    text counts as officers. `takes_in` says which posts a post's name takes in («Director»), for the routes
    about it; `only_one`, of which posts this body has one where others have several. `own_procedures` are
    the ways that the text keeps open above all for graver allegations. `titles` are what sentences call the
    posts; the `Protocol` gives them its own.
    """

    head_of_paid_service: Said[Post]
    officers: Said[Employer]
    pairings: tuple[Pairing, ...]
    takes_in: Mapping[Post, Said[Post]] = field(default_factory=dict)
    own_procedures: tuple[Said[Procedure], ...] = ()
    advice: tuple[Advice, ...] = ()
    forbids: tuple[Forbidden, ...] = ()
    hand_on: tuple[HandOn, ...] = ()
    declare: tuple[Declaration, ...] = ()
    only_one: tuple[Post, ...] = ()
    titles: Mapping[Post, str] = field(default_factory=dict)

    def pairing(self, complainant: PartyKind, subject: PartyKind) -> Pairing | None:
        """What the text says of such a complaint; None where it says nothing (`parties.OUTSIDE` then)."""
        wanted = (complainant, subject)
        return next((one for one in self.pairings if (one.complainant, one.subject) == wanted), None)

    def counts_as(self, post: Post) -> tuple[Post, ...]:
        """The post itself, and each post whose name takes it in here."""
        return (post, *(wider for wider, taken in self.takes_in.items() if post in taken.values))

    def route(
        self,
        pairing: Pairing,
        step: Step,
        *,
        about: Post | None = None,
        alleges: Collection[Allegation] = (),
    ) -> Route | None:
        """The first route of that stage for a complaint about the holder of a post; None where there is none.

        A route that the text keeps for certain allegations fits only where one of them is made.
        """
        posts = self.counts_as(about) if about is not None else ()
        for route in pairing.routes:
            kept = route.when.alleges
            if route.step is step and route.is_about(posts) and (not kept or set(kept) & set(alleges)):
                return route
        return None

    def in_words(self) -> tuple[Term, ...]:
        """Every value as one sentence with its paragraphs; silence is said, and what holds then."""
        titles = Titles(self.titles, ONE_OF_A_KIND | set(self.only_one))
        found: list[Term] = [
            *standing_in_words(titles, self.head_of_paid_service, self.officers, self.takes_in)
        ]
        for complainant in PartyKind:
            for subject in (PartyKind.MEMBER, PartyKind.OFFICER):
                pairing = self.pairing(complainant, subject)
                found += (
                    pairing_in_words(titles, pairing)
                    if pairing is not None
                    else silence_in_words(titles, complainant, subject)
                )
        found += aside_in_words(
            titles, self.own_procedures, self.advice, self.forbids, self.hand_on, self.declare
        )
        return tuple(found)

    def ties_in_words(self, by: PartyKind) -> tuple[Term, ...]:
        """What the text says of the ties of such a person, a sentence each; nothing where it is silent."""
        titles = Titles(self.titles, ONE_OF_A_KIND | set(self.only_one))
        return tuple(tie_in_words(titles, tie) for tie in self.declare if by in tie.by)

    def citations(self) -> tuple[Citation, ...]:
        """Every paragraph that the terms rest on, each once, in the order of the sentences."""
        return tuple(dict.fromkeys(cited for term in self.in_words() for cited in term.cites))
