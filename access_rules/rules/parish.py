"""A parish’s own promise to its members: to inspect business to be transacted at a meeting."""

from access_rules.rules import words as of
from access_rules.rules.case import Case
from access_rules.rules.officers import advice
from access_rules.rules.statute import MEMBERS_ONLY
from access_rules.rules.verdict import PROPER_OFFICER, Cites, Note, Passed, Until, Verdict, inspect, refer
from rulebook.access import papers, rights
from rulebook.facts import Unknown
from rulebook.sources import statute
from rulebook.wording import gettext_noop

PROMISED = gettext_noop(
    "The council’s protocol lets any member inspect documents on business to be transacted at a meeting, as"
    " section 100F does elsewhere, until the meeting."
)
PRESUMED = gettext_noop(
    "Section 100F does not reach parishes in law. A member is presumed to need to know unclassified papers of"
    " business to be transacted, so you may inspect this one."
)
DISCRETION = gettext_noop(
    "The proper officer may withhold confidential or exempt information from a member, at that officer’s"
    " discretion."
)
NOT_CONFIDENTIAL = gettext_noop("What belongs to others needs their consent only where it is confidential.")
CONSENTED = gettext_noop("The owner of the information has given consent.")


def business(case: Case) -> Verdict | Passed:
    """S0: where the text makes the promise and Part VA does not reach the body."""
    promise = case.terms.proper_officer
    if case.law.has_part_va or promise.value is not papers.ProperOfficer.MAY_WITHHOLD:
        return Passed("Part VA reaches the body")
    if not case.for_council_member:
        return Passed("no member of the council asks", _only_members(case))
    if case.is_closed:
        cites = (*promise.cites, *_exempt_law(case), *advice(case))
        return refer("S0", DISCRETION, cites=cites, to=PROPER_OFFICER)
    before = case.document.stage is of.Stage.BEFORE and case.document.body in of.MEETING_BODIES
    if not before or case.document.status is not of.Status.UNCLASSIFIED:
        return Passed("it is no unclassified paper on business to be transacted")
    if case.person.interpretation_dispute is True:
        return Passed("what the promise means is disputed")
    cites = (*case.terms.other_bodies.cites, *_owner(case))
    if case.as_adopted:
        return inspect("S0", PROMISED, *_of_others(case), cites=cites, until=Until.MEETING)
    if not isinstance(case.person.need_to_know, Unknown) and not case.need_accepted:
        note = Note(PROMISED, case.terms.other_bodies.cites)
        return Passed("the need to know was not accepted, so it is not presumed", (note,))
    cites = (*cites, *statute("Common law: need to know"))
    return inspect("S0", PRESUMED, *_of_others(case), cites=cites, until=Until.MEETING)


def _only_members(case: Case) -> tuple[Note, ...]:
    """What a refusal says to somebody of a committee who is no member of the council."""
    asks = case.in_members_place or case.person.kind in of.INDEPENDENT
    return (Note(MEMBERS_ONLY, case.terms.other_bodies.cites, on_refusal=True),) if asks else ()


def _exempt_law(case: Case) -> Cites:
    return case.terms.exempt_law.get(papers.ExemptLaw.SCHEDULE_12A, ())


def _of_others(case: Case) -> tuple[str, ...]:
    if case.document.third_party_owned is not True and case.document.third_party_confidential is not True:
        return ()
    return (CONSENTED,) if case.document.consent is of.Consent.GIVEN else (NOT_CONFIDENTIAL,)


def _owner(case: Case) -> Cites:
    """The paragraphs on whose the information is, where it is another’s."""
    owners = case.terms.third_parties
    if case.document.third_party_owned is not True and case.document.third_party_confidential is not True:
        return case.terms.inspection.get(rights.Inspection.HELD_OR_CONTROLLED, ())
    return tuple(cite for said in owners.values() for cite in said)
