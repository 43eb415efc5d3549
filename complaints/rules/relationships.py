"""Which tie a text asks somebody to declare, and the questions by which they check themselves."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from rulebook.citation import Citation
from rulebook.complaint import ComplaintTerms, Declaration, PartyKind, Tie
from rulebook.wording import gettext_noop


class Sign(StrEnum):
    """By what somebody knows that they have a tie, or that two of their roles collide."""

    RELATED = "related"
    SOCIAL = "social"
    BUSINESS = "business"
    SEEN = "seen"
    ROLES = "roles"


QUESTIONS: dict[Sign, str] = {
    Sign.RELATED: gettext_noop("We are relatives or partners, or we live together"),
    Sign.SOCIAL: gettext_noop("We see each other outside work, more than colleagues or acquaintances do"),
    Sign.BUSINESS: gettext_noop("We do business with each other, or one of us owes the other something"),
    Sign.SEEN: gettext_noop("Somebody who knew of it might think that it influences my work"),
    Sign.ROLES: gettext_noop("I am to decide in one of my roles what I worked for, or against, in another"),
}
# Which signs each tie of a text takes in.
COVERS: dict[Tie, frozenset[Sign]] = {
    Tie.PERSONAL: frozenset({Sign.RELATED, Sign.SOCIAL}),
    Tie.FRIENDSHIP: frozenset({Sign.RELATED, Sign.SOCIAL}),
    Tie.INFLUENCE: frozenset({Sign.RELATED, Sign.SOCIAL, Sign.BUSINESS, Sign.SEEN}),
    Tie.ROLES: frozenset({Sign.ROLES}),
}
# Ties that texts know between a member and an officer alone.
_BETWEEN_THE_TWO = frozenset({Tie.PERSONAL, Tie.FRIENDSHIP})

DECLARE = gettext_noop("By your answers this is to be declared.")
MAY_DECLARE = gettext_noop(
    "The protocol does not ask you to declare this. You may: then nobody asks the two of you to deal with a "
    "complaint in which the other has a part."
)
AVOID = gettext_noop(
    "The protocol asks you to avoid it, or warns of it, and names nobody to whom it is declared. You may "
    "enter it in the register, where nobody else reads it."
)
ROLES_ARE_YOURS = gettext_noop("You may ask for advice. Whether there is a conflict, you decide.")
NOTHING = gettext_noop("By your answers there is nothing to declare. Come back when something changes.")


@dataclass(frozen=True)
class Advised:
    """One sentence of advice, with the paragraphs; `declares`: whether a declaration follows from it."""

    says: str
    cites: tuple[Citation, ...] = ()
    declares: bool = False


def declaration_of(terms: ComplaintTerms, by: PartyKind, other: PartyKind | None) -> Declaration | None:
    """What the text says of a tie between two such people; None where it says nothing of it.

    A close relationship is one between a member and an officer (WF-3.7, HA-3.4a, MW-3.3a); undue influence
    may come from anybody (WO-E-9.3.17e). `other` is None for somebody who is neither.
    """
    for one in terms.declare:
        apart = one.tie not in _BETWEEN_THE_TWO or {by, other} == {PartyKind.MEMBER, PartyKind.OFFICER}
        if by in one.by and one.tie is not Tie.ROLES and apart:
            return one
    return None


def asked_of(terms: ComplaintTerms, by: PartyKind) -> dict[Sign, tuple[Citation, ...]]:
    """The questions for such a person, each with the paragraphs that it comes from."""
    found: dict[Sign, tuple[Citation, ...]] = {sign: () for sign in QUESTIONS if sign is not Sign.ROLES}
    for one in terms.declare:
        if by in one.by:
            found |= {sign: one.cites for sign in QUESTIONS if sign in COVERS[one.tie]}
    return found


def advise(terms: ComplaintTerms, by: PartyKind, signs: Collection[Sign]) -> tuple[Advised, ...]:
    """What follows from the questions that somebody said yes to, for a tie between member and officer."""
    left = set(signs)
    found = []
    for one in terms.declare:
        covered = left & COVERS[one.tie]
        if by in one.by and covered:
            left -= covered
            found.append(_follows(one))
    if left - {Sign.ROLES}:
        found.append(Advised(MAY_DECLARE, declares=True))
    return tuple(found) or (Advised(NOTHING),)


def _follows(one: Declaration) -> Advised:
    if one.tie is Tie.ROLES:
        return Advised(ROLES_ARE_YOURS, one.cites)
    return Advised(DECLARE if one.to is not None else AVOID, one.cites, declares=True)
