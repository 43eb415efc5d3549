"""Who may sign a letter, as the text has it: pure functions over its rules on correspondence."""

from dataclasses import dataclass

from rulebook.citation import Citation
from rulebook.correspondence import CorrespondenceTerms, Signatory
from rulebook.decision import Decision, allowed, refused
from rulebook.duty import Duty
from rulebook.rule import Rule
from rulebook.wording import gettext_noop

Cites = tuple[Citation, ...]

OFFICER_SIGNS = gettext_noop("An official letter goes in the name of an officer.")
MAY_SIGN = gettext_noop("The protocol lets a holder of this office sign an official letter.")
OWN_NAME = gettext_noop("The protocol lets a holder of this office write in their own name.")
NOT_THEIRS = gettext_noop("The protocol lets no member in this office sign an official letter.")
NOBODY_NAMED = gettext_noop(
    "The protocol names no member who signs an official letter. The officer who wrote it signs it."
)
OBLIGATION = gettext_noop(
    "A letter that undertakes an obligation or gives an instruction on the council’s behalf never goes in a "
    "member’s name. An officer signs it."
)


def _rule(cites: Cites) -> Rule:
    return Rule(id=Duty.SIGN_LETTER.value, says=OFFICER_SIGNS, cites=cites)


def may_member_sign(terms: CorrespondenceTerms, office: Signatory | None, *, undertakes: bool) -> Decision:
    """May a member in that office (None: in none that a text names) have the letter go in their name?

    `undertakes`: whether the letter undertakes an obligation or gives an instruction; then never, under any
    text (WO-P-CO.4), with the paragraph where the text has one. Officers may always; nobody asks for them.
    """
    if office in terms.members_may_sign:
        sentence, cites = MAY_SIGN, terms.signed_by
    elif office in terms.in_own_name:
        sentence, cites = OWN_NAME, terms.own_name
    elif terms.members_may_sign:
        return refused(_rule(terms.signed_by), NOT_THEIRS)
    else:
        return refused(_rule(()), NOBODY_NAMED)
    if undertakes:
        return refused(_rule(terms.no_obligation), OBLIGATION)
    return allowed(_rule(cites), sentence)


@dataclass(frozen=True)
class OwnLetter:
    """How a member’s own letter to a resident looks, and in which words its page says why."""

    on_letterhead: bool
    says: str
    cites: Cites


ON_LETTERHEAD = gettext_noop(
    "It is on the council’s letterhead, because the protocol asks for that in constituency matters."
)
CAPACITY = gettext_noop("It says that you write as a member in your own capacity, as the protocol asks.")
TOLD_APART = gettext_noop(
    "It is plain and has no letterhead: an official letter has to look different from a member’s own."
)
PLAIN = gettext_noop("It is plain and has no letterhead, and says in which capacity you write.")


def own_letter(terms: CorrespondenceTerms) -> OwnLetter:
    """A member's own letter under the text; every one says its capacity, whether or not the text asks."""
    if terms.letterhead:
        return OwnLetter(True, ON_LETTERHEAD, terms.letterhead)
    if terms.told_apart:
        return OwnLetter(False, TOLD_APART, terms.told_apart)
    if terms.as_ward_member:
        return OwnLetter(False, CAPACITY, terms.as_ward_member)
    return OwnLetter(False, PLAIN, ())
