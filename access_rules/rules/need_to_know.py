"""The need to know of the common law, which is tried where no other right opens the paper."""

from access_rules.rules import words as of
from access_rules.rules.case import Case
from access_rules.rules.officers import advice
from access_rules.rules.own_body import kept, needed
from access_rules.rules.statute import is_marked
from access_rules.rules.undertaking import given, no_power, without_undertaking
from access_rules.rules.verdict import Cites, Passed, Verdict, copy, inspect, refer, refuse
from rulebook.access import duties as owed
from rulebook.access import papers, rights
from rulebook.facts import Unknown
from rulebook.sources import statute
from rulebook.wording import gettext_noop

COMMON_LAW = statute("Common law: need to know")
CONLAN = statute("Common law: R v Barnes BC ex p Conlan [1938]")

BAD_FAITH = gettext_noop(
    "It was found, with a recorded reason, that the request is not made in good faith or has an indirect"
    " motive, so there is no need to know."
)
FISHING = gettext_noop(
    "There is no roving commission to see any document, and no fishing through the files. You can narrow the"
    " request to what you need for your duties."
)
RESEARCH = gettext_noop(
    "Members cannot require officers to do research for them. You can narrow the request to what you need for"
    " your duties."
)
CLAIMED = gettext_noop("A need to know is claimed, and nobody has found yet whether it is shown.")
DISPUTED = gettext_noop("The need to know is disputed.")
DETERMINED = gettext_noop("The Monitoring Officer determines a dispute about the need to know.")
READING = gettext_noop(
    "What the protocol means is disputed: the Monitoring Officer’s reading of the protocol prevails."
)
ACCEPTED = gettext_noop("It was found that you need to know this for your duties.")
MARKED = gettext_noop("It is marked as confidential before it is released.")
SUPPLIED = gettext_noop(
    "Members are given what they reasonably require for their duties, accurately and quickly."
)
CONSENTED = gettext_noop("The owner of the information has given consent.")
KEPT = gettext_noop("It stays confidential.")
NOT_SHOWN = gettext_noop(
    "No need to know was shown: a member sees what is reasonably needed for the duties of a member, and shows"
    " why."
)
ELSEWHERE = gettext_noop(
    "It is for officers to be satisfied that the request is reasonable before they hand over a file."
)


def bad_faith(case: Case) -> Verdict | Passed:
    """N1: a recorded finding of bad faith, or of an indirect motive."""
    if case.request.good_faith is not False:
        return Passed("nobody found bad faith")
    faith = case.terms.need_to_know.get(rights.NeedToKnow.GOOD_FAITH, ())
    return refuse("N1", BAD_FAITH, cites=(*needed(case), *faith, *CONLAN, *COMMON_LAW), finding=True)


def fishing(case: Case) -> Verdict | Passed:
    """N2: a request at large, or for research where the text bars it."""
    tests = case.terms.need_to_know
    research = tests.get(rights.NeedToKnow.NO_RESEARCH, ())
    if case.request.scope is of.Scope.RESEARCH and research:
        return refuse("N2", RESEARCH, cites=(*research, *COMMON_LAW))
    if case.request.scope is not of.Scope.FISHING:
        return Passed("the request is specific, or for research that the text does not bar")
    barring = (
        rights.NeedToKnow.NO_ROVING,
        rights.NeedToKnow.NO_FISHING,
        rights.NeedToKnow.REASONABLE_REQUEST,
    )
    local = tuple(cite for test in barring for cite in tests.get(test, ()))
    return refuse("N2", FISHING, cites=(*local, *CONLAN, *COMMON_LAW))


def undecided(case: Case) -> Verdict | Passed:
    """N3: a need that is claimed or disputed; and a dispute on what the protocol means."""
    need = case.person.need_to_know
    reading = case.person.interpretation_dispute is True
    if need not in (of.Need.CLAIMED, of.Need.DISPUTED) and not (reading and not case.need_accepted):
        return Passed("no need to know is claimed or disputed")
    said: tuple[str, ...] = (
        (CLAIMED,) if need is of.Need.CLAIMED else (DISPUTED,) if need is of.Need.DISPUTED else ()
    )
    decides = case.terms.disputes
    determined = decides.cites if decides.value is owed.Dispute.MONITORING_OFFICER else ()
    if need is of.Need.DISPUTED and determined:
        said = (DISPUTED, DETERMINED)
    read = case.terms.advice.get(owed.Advice.PREVAILS, ()) if reading else ()
    cites = (*needed(case), *determined, *read, *advice(case), *COMMON_LAW)
    return refer("N3", *said, *((READING,) if reading else ()), cites=cites)


def accepted(case: Case) -> Verdict | Passed:
    """N4: a need to know that somebody found."""
    if not case.need_accepted or case.as_public or case.person.kind in of.EVERYBODY:
        return Passed("no need to know was accepted")
    blocked = without_undertaking(case, "N4", opened_by_statute=False) or no_power(case, "N4")
    if blocked is not None:
        return blocked
    mode = case.terms.mode.value
    consent, consented = _consent(case)
    cites = (*needed(case), *consented, *_shown(case), *COMMON_LAW)
    confidential = (KEPT,) if case.is_closed else ()
    if mode is rights.Mode.INSPECT:
        return inspect("N4", ACCEPTED, *consent, *confidential, cites=cites, finding=True)
    if mode is rights.Mode.MARKED_COPY:
        marked = (*cites, *case.terms.mode.cites)
        return copy("N4", ACCEPTED, *consent, MARKED, cites=marked, marked=True, finding=True)
    promised, power = given(case)
    cites = (*case.terms.mode.cites, *cites, *power, *kept(case))
    said = (ACCEPTED, SUPPLIED, *consent, *promised, *confidential)
    return copy("N4", *said, cites=cites, marked=is_marked(case), finding=True)


def _shown(case: Case) -> Cites:
    return case.terms.need_to_know.get(rights.NeedToKnow.MEMBER_SHOWS_IT, ())


def _consent(case: Case) -> tuple[tuple[str, ...], Cites]:
    """What is said where the information is another’s, and its owner consents."""
    if case.document.third_party_confidential is not True or case.document.consent is not of.Consent.GIVEN:
        return (), ()
    return (CONSENTED,), case.terms.third_parties.get(papers.ThirdParties.OWNERS_CONSENT, ())


def not_shown(case: Case) -> Verdict | Passed:
    """N5: no need to know was shown. Where officers are only asked for caution, silence is no answer (N6)."""
    if not case.in_members_place:
        return Passed("no member asks")
    unsaid = isinstance(case.person.need_to_know, Unknown) or case.person.need_to_know is None
    if unsaid and case.terms.presumption.value is rights.Presumption.CAUTION:
        return Passed("nobody said whether the need to know is shown")
    elsewhere = case.terms.other_bodies
    said = [NOT_SHOWN]
    if elsewhere.value is rights.OtherBodies.PROCEDURE_RULES:
        said.append(elsewhere.value.says)
    cites = (*needed(case), *_shown(case), *elsewhere.cites, *COMMON_LAW)
    return refuse("N5", *said, cites=cites)


def residue(case: Case) -> Verdict | Passed:
    """N6: what is left where officers are asked for caution."""
    if case.terms.presumption.value is not rights.Presumption.CAUTION or not case.in_members_place:
        return Passed("the text does not leave the rest to the officer’s caution")
    return refer("N6", ELSEWHERE, cites=(*case.terms.presumption.cites, *advice(case), *COMMON_LAW))
