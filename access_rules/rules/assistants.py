"""Political assistants: in whose place they stand, and how far."""

from dataclasses import replace

from access_rules.rules import words as of
from access_rules.rules.case import Case
from access_rules.rules.officers import advice
from access_rules.rules.verdict import Note, Passed, Until, Verdict, refer, refuse
from rulebook.access import rights
from rulebook.sources import statute
from rulebook.wording import gettext_noop

WHICH_MEMBER = gettext_noop(
    "A political assistant asks on behalf of a member and must name the member. The request is held until"
    " then."
)
ON_BEHALF = gettext_noop(
    "The political assistant asks on behalf of a member and stands in that member’s place."
)
AS_MEMBERS = gettext_noop("Political assistants have the same access to documents that Members have.")
MEMBERS_ONLY = gettext_noop(
    "The protocol gives political assistants the access that members have, but section 100F gives its right"
    " to members only."
)
SILENT = gettext_noop("The protocol does not say what political assistants may see.")
REPRESENTED = (*of.ELECTED, of.Kind.CO_OPTED_MEMBER)


def assistants(case: Case) -> Verdict | Case | Passed:
    """R5: a political assistant, for a paper that is not public."""
    if case.person.kind is not of.Kind.POLITICAL_ASSISTANT or case.as_public:
        return Passed("no political assistant asks")
    stated = case.terms.assistants
    named = case.person.on_behalf_of
    represented = named if isinstance(named, of.Kind) and named in REPRESENTED else None
    if stated.value is rights.Assistants.AS_NAMED_MEMBER:
        if represented is None:
            return refuse("R5", WHICH_MEMBER, cites=stated.cites, hold=Until.MEMBER_NAMED)
        return _in_place_of(case, represented, assistant=True).noted(Note(ON_BEHALF, stated.cites))
    if stated.value is rights.Assistants.AS_MEMBERS:
        if not case.as_adopted:
            return refer("R5", MEMBERS_ONLY, cites=(*stated.cites, *statute("LGA 1972 s100F(1)")))
        placed = _in_place_of(case, represented or of.Kind.ELECTED_MEMBER, assistant=False)
        return placed.noted(Note(AS_MEMBERS, stated.cites))
    return refer("R5", SILENT, cites=(*advice(case), *statute("LGA 1972 s100F(1)")), gap=True)


def _in_place_of(case: Case, kind: of.Kind, *, assistant: bool) -> Case:
    """The same question asked by that member; an assistant never has the statutes’ own rights."""
    return replace(case, person=replace(case.person, kind=kind), assistant=assistant)
