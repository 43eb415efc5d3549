"""Political groups’ papers and talk, and members’ correspondence."""

from access_rules.rules import words as of
from access_rules.rules.case import Case
from access_rules.rules.officers import advice
from access_rules.rules.verdict import (
    CHIEF_EXECUTIVE,
    NO_RULE_HERE,
    Cites,
    Passed,
    Verdict,
    copy,
    refer,
    refuse,
)
from rulebook.access import duties as owed
from rulebook.access import papers
from rulebook.briefing import given, request
from rulebook.facts import Unknown
from rulebook.stated import Stated
from rulebook.wording import gettext_noop

WORKINGS = gettext_noop(
    "This is about the internal workings of another political group, or what an officer heard at its"
    " meeting. It is confidential to that group and goes to nobody who is not already privy to it."
)
WORKINGS_SILENT = gettext_noop(
    "The protocol does not say who may see the internal papers of a political group."
)
OWN_SILENT = gettext_noop(
    "The protocol does not say whether officers give a political group its own internal paper."
)
WHOSE = gettext_noop("Nobody has said whether this paper is about your own political group or another.")
SHARED = gettext_noop(
    "What officers prepare for one political group is open to the others: a copy is offered or given on"
    " request."
)
SAME_ADVICE = gettext_noop(
    "Another group that asks gets the same advice; the protocol does not promise it the document itself."
)
SHARED_SILENT = gettext_noop(
    "The protocol does not say whether another political group may have what officers prepared for one."
)
NOT_FOR_GROUPS = gettext_noop(
    "A political group’s request must not seek confidential or personal information, so this is refused."
)
UNREASONABLE = gettext_noop("The group’s request is thought unreasonable.")
SESSION = gettext_noop(
    "What was said in an exempt session goes to nobody who is not already privy to it; it stays confidential."
)
CONSENTS = gettext_noop(
    "The author consents, so you get a copy of the correspondence; copying is shown openly."
)
NO_CONSENT = gettext_noop(
    "This is another member’s correspondence. It is confidential and is not shown without the author’s"
    " consent or authorisation."
)
PRIVATE_LETTER = gettext_noop(
    "The member asked for the letter to be private, so it is confidential and is not copied to another"
    " member without consent."
)
GENERAL_INTEREST = gettext_noop(
    "A letter of general interest that is not private may be copied to the committee’s chair or the executive"
    " member concerned; that it is copied is stated on the letter."
)
LETTERS_SILENT = gettext_noop(
    "The protocol does not say whether another member’s correspondence may be shown without consent."
)
CLOSED_TO_OTHERS = (papers.GroupPapers.MEETING_KEPT, papers.GroupPapers.WORKINGS_CLOSED)
OPEN_TO_OTHERS = (
    given.EqualAccess.ON_REQUEST,
    given.EqualAccess.OFFER_ALL,
    given.EqualAccess.INFORM_ALL_COPY_ON_REQUEST,
)


def workings(case: Case) -> Verdict | Passed:
    """L1: internal workings of another group, or one’s own group’s internal paper."""
    whose = case.document.group_internal
    if whose is of.GroupInternal.OWN:
        return refer("L1", OWN_SILENT, cites=advice(case), gap=True)
    if whose is not of.GroupInternal.OTHER:
        told = case.document.group_report is True or case.document.group_request is True
        unsaid = isinstance(whose, Unknown) and not told
        of_group = case.document.body is of.Body.POLITICAL_GROUP and case.in_members_place
        if of_group and unsaid and not case.has_public_status:
            return refer("L1", WHOSE, cites=advice(case))
        return Passed("it shows no internal workings of a political group")
    kept = tuple(cite for term in CLOSED_TO_OTHERS for cite in case.terms.group_papers.get(term, ()))
    if not kept:
        return refer("L1", WORKINGS_SILENT, cites=advice(case), gap=True)
    if owed.Handling.PRIVY_ONLY in case.terms.handling and case.person.privy is True:
        return Passed("whoever asks is privy to it already")
    convention = papers.GroupPapers.WORKINGS_CLOSED
    said = (WORKINGS, convention.says) if convention in case.terms.group_papers else (WORKINGS,)
    return refuse("L1", *said, cites=kept)


def group_report(case: Case) -> Verdict | Passed:
    """L2: what officers prepared for one group, asked for by another."""
    asks = case.in_members_place or case.person.kind is of.Kind.POLITICAL_ASSISTANT
    if case.document.group_report is not True or not asks or case.as_public:
        return Passed("no other group asks for what officers prepared for one")
    if case.document.status is of.Status.CONFIDENTIAL:
        return Passed("it is confidential, so its content decides")
    stated = _equal_access(case)
    if stated.value in OPEN_TO_OTHERS:
        marked = case.is_closed and bool(case.terms.undertaking)
        return copy("L2", SHARED, cites=stated.cites, marked=marked)
    says = SAME_ADVICE if stated.value is given.EqualAccess.SAME_ADVICE_ON_REQUEST else SHARED_SILENT
    return refer("L2", says, cites=(*stated.cites, *advice(case)), gap=stated.is_silent)


def _equal_access(case: Case) -> Stated[given.EqualAccess]:
    """What the text gives other groups of a briefing or report: of its answers the most generous."""
    by_form = case.protocol.briefings.equal_access
    for form in (request.Form.REPORT, request.Form.BRIEFING):
        if form in by_form:
            return by_form[form]
    return Stated(None, ())


def group_request(case: Case) -> Verdict | Passed:
    """L3: a group’s request for confidential or personal information, or one that is merely unreasonable."""
    if case.document.group_request is not True:
        return Passed("no political group asks")
    briefings = case.protocol.briefings
    barred = briefings.confidential.get(request.Form.BRIEFING)
    if barred is not None and _is_kept(case):
        return refuse("L3", NOT_FOR_GROUPS, cites=barred.cites)
    judged = briefings.unreasonable.get(request.Form.BRIEFING)
    if judged is not None and case.document.unreasonable is True:
        return refer("L3", UNREASONABLE, cites=judged.cites, to=CHIEF_EXECUTIVE)
    return Passed("the text leaves this to the content of the paper")


def _is_kept(case: Case) -> bool:
    return case.is_closed or case.document.personal_data in (
        of.PersonalData.CONSTITUENT,
        of.PersonalData.THIRD_PARTY,
    )


def session_talk(case: Case) -> Verdict | Passed:
    """L4: talk in an exempt session, to somebody who is not privy to it."""
    kept = case.terms.handling.get(owed.Handling.PRIVY_ONLY, ())
    if case.document.session_talk is not True or not kept or case.person.privy is True:
        return Passed("it is no talk of an exempt session that the text keeps to those who were privy")
    return refuse("L4", SESSION, cites=kept)


def correspondence(case: Case) -> Verdict | Passed:
    """L5: another member’s correspondence."""
    if case.document.body is not of.Body.CORRESPONDENCE or case.by_everybody or case.has_public_status:
        return Passed("it is not another member’s correspondence")
    letters = case.terms.correspondence
    closing = (papers.Correspondence.WITH_AUTHORISATION, papers.Correspondence.AUTHORS_CONSENT)
    closed = tuple(cite for term in closing for cite in letters.get(term, ()))
    openly = letters.get(papers.Correspondence.NO_BLIND_COPIES, ())
    if case.document.author_consents is True:
        said = (CONSENTS,) if letters else (CONSENTS, NO_RULE_HERE)
        return copy("L5", *said, cites=(*closed, *openly), gap=not letters)
    if closed:
        advised = case.terms.handling.get(owed.Handling.ADVICE_KEPT, ())
        return refuse("L5", NO_CONSENT, cites=(*closed, *advised))
    if not letters:
        return refer("L5", LETTERS_SILENT, cites=advice(case), gap=True)
    return _asked_for_privacy(case, openly)


def _asked_for_privacy(case: Case, openly: Cites) -> Verdict | Passed:
    """Where a text keeps what was asked to be private, and lets the rest be copied to those concerned."""
    letters = case.terms.correspondence
    if case.document.private_letter is True:
        return refuse("L5", PRIVATE_LETTER, cites=letters.get(papers.Correspondence.PRIVATE_ON_REQUEST, ()))
    concerned = case.person.is_chair is True or case.person.kind is of.Kind.EXECUTIVE_MEMBER
    if not concerned:
        return Passed("not private, and whoever asks is neither the chair nor the executive member")
    general = letters.get(papers.Correspondence.GENERAL_INTEREST, ())
    return copy("L5", GENERAL_INTEREST, cites=(*general, *openly))
