"""The gates: what is not held, whose own data it is, and a member who asks as anybody else does."""

from dataclasses import replace

from access_rules.rules import words as of
from access_rules.rules.case import Case
from access_rules.rules.verdict import Note, Passed, Until, Verdict, copy, refuse
from rulebook.access import papers, rights
from rulebook.facts import Unknown
from rulebook.sources import statute
from rulebook.wording import gettext_noop

NOT_HELD = gettext_noop(
    "The document is not held, and the body has no control of it, so it cannot be given. You will be advised"
    " who may hold it."
)
OWN_DATA = gettext_noop(
    "This is personal data about you. You get a copy by subject access within one month; what is about other"
    " people is taken out."
)
AS_PUBLIC = gettext_noop(
    "You ask in a private capacity, not as a member, so you are treated as any member of the public is."
)
HOLDING = (rights.Inspection.HELD_THEN, rights.Inspection.HELD_OR_CONTROLLED)


def not_held(case: Case) -> Verdict | Passed:
    """G1: what the body does not hold."""
    if case.document.held is not False:
        return Passed("the document is held")
    terms = case.terms
    cites = tuple(cite for limit in HOLDING for cite in terms.inspection.get(limit, ()))
    cites += terms.third_parties.get(papers.ThirdParties.OWNERSHIP_FIRST, ())
    cites += statute("FOIA 2000 s1(1)(a)", "FOIA 2000 s16")
    if case.request.regime is of.Regime.EIR:
        cites += statute("EIR 2004 reg 12(4)(a)", "EIR 2004 reg 9(1)")
    return refuse("G1", NOT_HELD, cites=cites)


def own_data(case: Case) -> Verdict | Passed:
    """G2: personal data of whoever asks; subject access that names nobody else is for one’s own."""
    data = case.document.personal_data
    by_subject_access = case.request.regime is of.Regime.SAR and (data is None or isinstance(data, Unknown))
    if data is not of.PersonalData.OWN and not by_subject_access:
        return Passed("it is not the personal data of whoever asks")
    cites = tuple(cite for said in case.terms.private_capacity.values() for cite in said)
    cites += statute("UK GDPR Art 12(3)", "UK GDPR Art 12A", "UK GDPR Art 15")
    return copy("G2", OWN_DATA, cites=cites, until=Until.ONE_MONTH)


def private_capacity(case: Case) -> Case | Passed:
    """G3: whoever asks as a private person or a customer is the public from here."""
    capacity = case.person.capacity
    private = capacity in (of.Capacity.PRIVATE, of.Capacity.CUSTOMER, of.Capacity.PUBLIC)
    unsaid = isinstance(capacity, Unknown) and case.person.kind in of.ELECTED
    if case.person.kind in of.EVERYBODY:
        return Passed("the public asks")
    if not private and not (unsaid and case.request.purpose is of.Purpose.PRIVATE):
        return Passed("not in a private capacity")
    cites = tuple(cite for said in case.terms.private_capacity.values() for cite in said)
    return replace(case, as_public=True).noted(Note(AS_PUBLIC, cites))
