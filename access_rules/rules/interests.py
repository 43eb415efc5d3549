"""An interest in the matter, for papers that are not public."""

from dataclasses import replace

from access_rules.rules import words as of
from access_rules.rules.case import Case
from access_rules.rules.officers import advice
from access_rules.rules.statute import (
    REGULATION_16,
    SECTION_100F,
    inspect_after,
    inspect_executive,
    inspect_meeting,
)
from access_rules.rules.verdict import Passed, Verdict, refer, refuse
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
    opening = None if case.as_adopted else _statutory_right(case)
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
    right = inspect_meeting(case)
    if not _grants(right):
        right = inspect_executive(case)
    if not isinstance(right, Verdict) or not right.grants:
        return refer("I3", SILENT, cites=advice(case), gap=True)
    bound = case.law.registers_interests
    warning, warned = SECTION_31 if bound else OWN_CODE, statute("Localism Act 2011 s31(4)") if bound else ()
    return replace(right, rule="I3", says=(*right.says, warning), cites=(*right.cites, *warned))


def _is_concerned(case: Case) -> bool:
    return case.person.kind in STANDING_IN and not case.as_public


def _grants(result: Verdict | Passed) -> bool:
    return isinstance(result, Verdict) and result.grants


def _statutory_right(case: Case) -> Verdict | None:
    """Section 100F or regulation 16, where it would open the paper to any member."""
    for right in (inspect_meeting, inspect_executive, inspect_after):
        found = right(case)
        if isinstance(found, Verdict) and found.grants:
            return found
    return None
