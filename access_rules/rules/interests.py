"""An interest in the matter, for papers that are not public."""

from collections.abc import Callable
from dataclasses import replace

from access_rules.rules import words as of
from access_rules.rules.advisers import political_advice
from access_rules.rules.case import Case
from access_rules.rules.officers import advice
from access_rules.rules.statute import (
    REGULATION_16,
    SECTION_100F,
    inspect_after,
    inspect_executive,
    inspect_meeting,
)
from access_rules.rules.verdict import Mode, Outcome, Passed, Verdict, refer, refuse
from rulebook.access import rights
from rulebook.sources import statute
from rulebook.wording import gettext_noop

PUBLIC_PART_ONLY = gettext_noop(
    "A member with a disclosable pecuniary interest, or a personal and prejudicial interest, in the matter"
    " sees only its public part, as a private person does, and makes clear that the request is made in a"
    " private capacity."
)
ONLY_PARTICIPATION = gettext_noop(
    "The protocol closes the paper to a member with such an interest, but {right} opens it to any member"
    " without an exception for interests, and section 31 of the Localism Act bars taking part, not reading."
)
ADVICE_FIRST = gettext_noop(
    "A member with a personal, prejudicial or pecuniary interest in the matter takes the Monitoring Officer’s"
    " advice before having access."
)
SILENT = gettext_noop(
    "You have an interest in the matter. The protocol does not say what an interest changes about access,"
    " and no statutory right of members opens this paper."
)
SECTION_31 = gettext_noop(
    "Your interest does not stop you reading, but with a disclosable pecuniary interest section 31 of the"
    " Localism Act bars you from discussing and voting on the matter."
)
OWN_CODE = gettext_noop(
    "Your interest does not stop you reading; see the body’s own code of conduct on taking part in it."
)
Right = Callable[[Case], Verdict | Passed]
RIGHTS: tuple[Right, ...] = (inspect_meeting, inspect_executive, inspect_after)
BARRING = (of.Interest.DPI, of.Interest.PERSONAL_AND_PREJUDICIAL)
STANDING_IN = (*of.ELECTED, of.Kind.CO_OPTED_MEMBER, *of.INDEPENDENT)


def as_private_person(case: Case) -> Verdict | Passed:
    """I1: where the text leaves a conflicted member with the public part."""
    term = case.terms.interests.get(rights.Interests.PRIVATE_PERSON, ())
    if not term:
        return Passed("the text does not treat a conflicted member as a private person")
    if not _is_concerned(case) or case.person.interest not in BARRING:
        return Passed("no disclosable or prejudicial interest of a member")
    cites = (*term, *case.terms.interests.get(rights.Interests.SAYS_PRIVATE, ()))
    opening = None if case.as_adopted else _opened_to_any_member(case, RIGHTS)
    if opening is not None:
        right = REGULATION_16 if case.on_executive_paper else SECTION_100F
        cites = (*cites, *opening.cites, *statute("Localism Act 2011 s31(4)"))
        return refer("I1", ONLY_PARTICIPATION.format(right=right), cites=cites)
    return refuse("I1", PUBLIC_PART_ONLY, cites=cites)


def advice_first(case: Case) -> Verdict | Passed:
    """I2: where the text asks for the monitoring officer’s advice, whatever the interest."""
    term = case.terms.interests.get(rights.Interests.ADVICE_FIRST, ())
    if not term or not _is_concerned(case) or not case.has_interest:
        return Passed("the text asks for no advice first, or no member with an interest asks")
    return refer("I2", ADVICE_FIRST, cites=term)


def silent(case: Case) -> Verdict | Passed:
    """I3: where the text says nothing of interests, only a statutory right of members opens the paper."""
    if case.terms.interests or not _is_concerned(case) or not case.has_interest:
        return Passed("the text speaks of interests, or no member with an interest asks")
    right = _opened_to_any_member(case, (inspect_meeting, inspect_executive))
    if right is None:
        return refer("I3", SILENT, cites=advice(case), gap=True)
    bound = case.law.registers_interests
    warning, warned = SECTION_31 if bound else OWN_CODE, statute("Localism Act 2011 s31(4)") if bound else ()
    return replace(right, rule="I3", says=(*right.says, warning), cites=(*right.cites, *warned))


def _is_concerned(case: Case) -> bool:
    return case.person.kind in STANDING_IN and not case.as_public


def _opened_to_any_member(case: Case, rights_of_members: tuple[Right, ...]) -> Verdict | None:
    """The first of these rights that opens the paper, without what is a political adviser’s advice (S1)."""
    advised = political_advice(case)
    if isinstance(advised, Verdict):
        return None
    for right in rights_of_members:
        found = right(case)
        if not isinstance(found, Verdict) or not found.grants:
            continue
        if isinstance(advised, Passed):
            return found
        left_out = advised.notes[-1]
        return replace(
            found,
            outcome=Outcome.GRANT_PART,
            mode=Mode.REDACTED_COPY,
            says=(*found.says, left_out.says),
            cites=(*found.cites, *left_out.cites),
        )
    return None
