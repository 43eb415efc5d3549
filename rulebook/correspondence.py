"""What a text says of letters: who may sign them, who may have a copy, what is kept private."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from rulebook.citation import Citation
from rulebook.term import Term, Topic
from rulebook.wording import gettext_noop, listed

Cites = tuple[Citation, ...]


class Signatory(StrEnum):
    """Members whom a text lets sign a letter of the council."""

    EXECUTIVE_MEMBER = "executive-member"
    SCRUTINY_CHAIR = "scrutiny-chair"
    CHAIR = "chair"
    DEPUTY_CHAIR = "deputy-chair"
    MAYOR = "mayor"


class PrivacyGround(StrEnum):
    """Why an officer cannot keep a letter private, as a text lists it."""

    OBLIGATION = "obligation"
    CONSTITUTION = "constitution"
    ANOTHER_WAY = "another-way"

    @property
    def sentence(self) -> str:
        """What the member reads."""
        return GROUNDS[self]


GROUNDS: dict[PrivacyGround, str] = {
    PrivacyGround.OBLIGATION: gettext_noop("I am under an obligation to somebody else."),
    PrivacyGround.CONSTITUTION: gettext_noop("The constitution does not let me."),
    PrivacyGround.ANOTHER_WAY: gettext_noop("What you raise ought to be answered in another way."),
}


@dataclass(frozen=True)
class CorrespondenceTerms:
    """The rules of a text on letters; a tuple of citations that is empty says that the text is silent.

    `members_may_sign` may sign an official letter beside officers, `in_own_name` write in their own name.
    `privacy_grounds` are the only grounds on which privacy is declined; a text that lists none leaves the
    reason open. `general_interest`: an officer may copy a letter that is not private to the executive member
    or committee chair responsible, without asking its author.
    """

    members_may_sign: tuple[Signatory, ...] = ()
    signed_by: Cites = ()
    in_own_name: tuple[Signatory, ...] = ()
    own_name: Cites = ()
    no_obligation: Cites = ()
    as_ward_member: Cites = ()
    letterhead: Cites = ()
    told_apart: Cites = ()
    author_consents: Cites = ()
    open_copies: Cites = ()
    general_interest: Cites = ()
    private: Cites = ()
    privacy_grounds: tuple[PrivacyGround, ...] = ()
    circulation: Cites = ()
    note_of_talk: Cites = ()

    def in_words(self) -> tuple[Term, ...]:
        """Each rule that the text has as a sentence with its paragraphs."""
        return tuple(self._terms())

    def _terms(self) -> Iterator[Term]:
        who = {
            "signed_by": listed([one.value.replace("-", " ") for one in self.members_may_sign]),
            "own_name": listed([one.value.replace("-", " ") for one in self.in_own_name]),
        }
        for name, says in SENTENCES.items():
            cites = getattr(self, name)
            if cites:
                yield Term(Topic.LETTERS, says.format(who=who.get(name, "")), cites)


SENTENCES = {
    "signed_by": gettext_noop("An official letter is signed by an officer; the text also names: {who}."),
    "own_name": gettext_noop("In their own name may write: {who}."),
    "no_obligation": gettext_noop(
        "No letter that undertakes an obligation or gives an instruction is signed by a member."
    ),
    "as_ward_member": gettext_noop("Whoever writes as ward member says so in the letter."),
    "letterhead": gettext_noop("Letters about the council’s business are on its letterhead."),
    "told_apart": gettext_noop("Official letters look different from a member’s personal or political ones."),
    "author_consents": gettext_noop("Another member has a copy only where the author agrees."),
    "open_copies": gettext_noop("Every copy stands on the letter; no copy is secret."),
    "general_interest": gettext_noop(
        "A letter of general interest that is not private may be copied to the executive member or committee "
        "chair responsible."
    ),
    "private": gettext_noop(
        "A member may ask for privacy: it is kept, or it is said straight away that it cannot be."
    ),
    "circulation": gettext_noop("Members may pass letters on to the public unless they are asked not to."),
    "note_of_talk": gettext_noop("A written note of a talk with a member goes to that member too."),
}
