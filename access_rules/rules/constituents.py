"""Other people’s information: its owners, data protection, and casework for a constituent."""

from access_rules.rules import words as of
from access_rules.rules.case import Case
from access_rules.rules.officers import advice
from access_rules.rules.rights import is_of_own_body, served_by_statute
from access_rules.rules.verdict import NO_RULE_HERE, Cites, Passed, Until, Verdict, part, refer, refuse
from rulebook.access import papers
from rulebook.facts import Unknown
from rulebook.sources import statute
from rulebook.wording import gettext_noop

ANOTHERS = gettext_noop("The information is confidential and belongs to somebody else.")
CONSENT_FIRST = gettext_noop(
    "The information is confidential and belongs to somebody else. It is held until its owner consents to the"
    " release."
)
BREACH = gettext_noop(
    "Giving this would probably breach data protection law, so the Monitoring Officer is asked first."
)
NOT_REPRESENTED = gettext_noop(
    "This is personal data about somebody whom you are not representing, so it is not given."
)
CASEWORK = gettext_noop(
    "Your constituent asked you to act; the authority shown is {authority}. You get what is necessary for"
    " that: a redacted copy about the constituent, without other people’s data. You are then responsible for"
    " those data yourself, as their data controller."
)
OWNER_CONSENTS = gettext_noop("The authority, in writing and explicit, is the owner’s consent.")
UNPROVEN = gettext_noop(
    "This is personal data about a constituent. The authority shown is {authority}; the law asks for a"
    " request of the individual and for what is necessary, not for writing, and the protocol does not settle"
    " how authority is proved."
)
STRICTER = gettext_noop(
    "This is personal data about a constituent. The authority shown is {authority}. The law asks for no"
    " writing, but the protocol asks for the constituent’s authority in writing, clear and explicit."
)
NOT_WRITTEN = gettext_noop(
    "This is personal data about a constituent. The protocol asks for the constituent’s authority in writing,"
    " clear and explicit; the authority shown is {authority}."
)
NOT_PUBLIC = gettext_noop(
    "For a third party, a constituent included, the protocol gives only what is already in the public domain"
    " and not barred by data protection law, whatever authority is shown. This is personal data that is not"
    " public."
)
NOT_GENUINE = gettext_noop("It was found that the constituent’s request is not made in good faith.")
NOT_A_REPRESENTATIVE = gettext_noop(
    "Data protection law lets elected representatives have a constituent’s data; co-opted members are not."
)
AUTHORITIES = {
    of.Authority.WRITTEN_EXPLICIT: gettext_noop("written and explicit"),
    of.Authority.WRITTEN_VAGUE: gettext_noop("written but vague"),
    of.Authority.ORAL: gettext_noop("oral"),
    of.Authority.NONE: gettext_noop("none"),
}
SHOWN = (of.Authority.WRITTEN_EXPLICIT, of.Authority.WRITTEN_VAGUE, of.Authority.ORAL)


def owners(case: Case) -> Verdict | Passed:
    """T0: confidential information that belongs to another."""
    if case.document.third_party_confidential is not True:
        return Passed("it is no confidential information of somebody else")
    consent = case.terms.third_parties.get(papers.ThirdParties.OWNERS_CONSENT, ())
    explicit = case.request.authority is of.Authority.WRITTEN_EXPLICIT
    authorised = bool(consent) and explicit and case.document.consent is not of.Consent.NOT_GIVEN
    if case.document.consent is of.Consent.GIVEN or authorised:
        return Passed("its owner consents")
    if not consent:
        return refer("T0", ANOTHERS, NO_RULE_HERE, cites=advice(case), gap=True)
    owned = case.terms.third_parties.get(papers.ThirdParties.OWNERSHIP_FIRST, ())
    return refuse("T0", CONSENT_FIRST, cites=(*consent, *owned), hold=Until.OWNER_CONSENTS)


def data_protection(case: Case) -> Verdict | Passed:
    """T1: what would probably breach data protection law."""
    if case.document.dp_breach_likely is not True:
        return Passed("no breach of data protection law is likely")
    stated = case.terms.third_parties.get(papers.ThirdParties.ADVICE_FIRST, ())
    cites = (*(stated or advice(case)), *statute("UK GDPR Art 6"))
    said = (BREACH,) if stated else (BREACH, NO_RULE_HERE)
    return refer("T1", *said, cites=cites, gap=not stated)


def not_represented(case: Case) -> Verdict | Passed:
    """T2: data about somebody whom the member does not represent."""
    if case.document.personal_data is not of.PersonalData.THIRD_PARTY or not _is_served_here(case):
        return Passed("it is no third party’s data, or another right serves whoever asks")
    stated = case.terms.third_parties.get(papers.ThirdParties.NOT_REPRESENTED, ())
    local = stated or case.terms.constituents.cites
    said = (NOT_REPRESENTED,) if local else (NOT_REPRESENTED, NO_RULE_HERE)
    cites = (*local, *statute("UK GDPR Art 6"))
    return refuse("T2", *said, cites=cites, gap=not local, forbids=True)


def casework(case: Case) -> Verdict | Passed:
    """T3: casework for a constituent, by the authority that is shown."""
    named = case.request.authority
    authority = named if isinstance(named, of.Authority) else of.Authority.NONE
    theirs = case.document.personal_data is of.PersonalData.CONSTITUENT
    unsaid = isinstance(case.document.personal_data, Unknown)
    shown = unsaid and case.request.purpose is of.Purpose.CONSTITUENT and authority in SHOWN
    if not theirs and not shown:
        return Passed("it is no casework for a constituent")
    if not _is_served_here(case):
        return Passed("another right serves whoever asks")
    if case.document.status is of.Status.CONFIDENTIAL:
        # Where Part VA reaches the body, A4 has decided; a parish leaves it to its proper officer (S0).
        return Passed("it is confidential information, which a constituent’s authority does not release")
    elected = case.is_council_member or case.assistant
    decided = _by_text(case, authority)
    if decided.grants and not elected and not case.as_adopted:
        return refer("T3", NOT_A_REPRESENTATIVE, cites=(*_local(case), *_law()))
    return decided


def _is_served_here(case: Case) -> bool:
    """Casework and unaccepted needs: never one’s own body, an accepted need, or a right without a purpose."""
    if not case.in_members_place or case.need_accepted or is_of_own_body(case):
        return False
    return case.request.purpose is of.Purpose.CONSTITUENT or not served_by_statute(case)


def _by_text(case: Case, authority: of.Authority) -> Verdict:
    stated = case.terms.constituents.value
    said = AUTHORITIES[authority]
    cites = (*_local(case), *_law())
    explicit = authority is of.Authority.WRITTEN_EXPLICIT
    if stated is papers.Constituents.PUBLIC_AND_NOT_BARRED:
        return _public_only(case, authority, cites)
    if explicit:
        consents = case.terms.third_parties.get(papers.ThirdParties.OWNERS_CONSENT, ())
        shown = CASEWORK.format(authority=said)
        says = (shown, OWNER_CONSENTS) if consents else (shown,)
        return part("T3", *says, cites=(*consents, *cites), finding=True)
    if stated is papers.Constituents.WRITTEN_AUTHORITY:
        if case.as_adopted:
            return refuse("T3", NOT_WRITTEN.format(authority=said), cites=cites)
        return refer("T3", STRICTER.format(authority=said), cites=cites)
    return refer("T3", UNPROVEN.format(authority=said), cites=(*cites, *advice(case)))


def _public_only(case: Case, authority: of.Authority, cites: Cites) -> Verdict:
    """A text that gives only what is public: literally a refusal; the law lets a genuine request be met."""
    if case.as_adopted:
        return refuse("T3", NOT_PUBLIC, cites=cites)
    genuine = (
        authority in (of.Authority.WRITTEN_VAGUE, of.Authority.ORAL) and case.request.good_faith is not False
    )
    if authority is of.Authority.WRITTEN_EXPLICIT or genuine:
        return part("T3", CASEWORK.format(authority=AUTHORITIES[authority]), cites=cites, finding=True)
    said = UNPROVEN.format(authority=AUTHORITIES[authority])
    extra = (NOT_GENUINE,) if authority is not of.Authority.NONE else ()
    return refer("T3", said, *extra, cites=(*cites, *advice(case)))


def _local(case: Case) -> Cites:
    terms = case.terms
    needs = tuple(cite for said in terms.need_to_know.values() for cite in said) if _is_by_right(case) else ()
    return (*terms.constituents.cites, *needs, *(terms.presumption.cites if _is_by_right(case) else ()))


def _is_by_right(case: Case) -> bool:
    """Whether the text ties casework to the member’s legal right, or leaves it to the officer’s caution."""
    return case.terms.constituents.value not in (
        papers.Constituents.WITHIN_LIMITS,
        papers.Constituents.PUBLIC_AND_NOT_BARRED,
        papers.Constituents.WRITTEN_AUTHORITY,
    )


def _law() -> Cites:
    return statute("DPA 2018 Sch 1 para 24")
