"""The route of information law, where somebody chose it or has no other; and the accounts."""

from access_rules.rules import words as of
from access_rules.rules.case import Case
from access_rules.rules.verdict import Cites, Passed, Regard, Until, Verdict, copy, refuse
from rulebook.access import papers
from rulebook.sources import statute
from rulebook.wording import gettext_noop

HOURS = 18.0
FOI = gettext_noop(
    "Anyone may ask under the Freedom of Information Act: you get a copy within 20 working days."
)
EIR = gettext_noop(
    "Anyone may ask for environmental information: you get a copy within 20 working days, and inspecting it"
    " on site is free."
)
NO_FORM = gettext_noop("A member need not make a formal request under freedom of information for it.")
OVER_THE_LIMIT = gettext_noop(
    "To answer would take more than {hours} hours of work, which is over the cost limit of the Freedom of"
    " Information Act, so the request may be refused. You get advice how to narrow it."
)
UNREASONABLE = gettext_noop(
    "The environmental regulations have no cost limit, but a request that takes this much work may be refused"
    " as manifestly unreasonable. You get advice how to narrow it."
)
NOT_DISCLOSABLE = gettext_noop(
    "What is asked for is other people’s: personal data, or information given in confidence. Information law"
    " does not open it."
)
ROUTE_OFFERED = gettext_noop(
    "The paper was not published for a meeting. You can ask for it under the Freedom of Information Act or,"
    " for environmental information, the Environmental Information Regulations."
)
ACCOUNTS = gettext_noop(
    "The accounts are open to any member of the body, who may inspect them free and copy them."
)
OTHERS_DATA = (of.PersonalData.CONSTITUENT, of.PersonalData.THIRD_PARTY)


def information_law(case: Case) -> Verdict | Passed:
    """F1: a request under information law, or the only way that is left to the public."""
    if case.has_public_status and _regime(case) is None:
        return Passed("no request under information law")
    regime = _regime(case)
    if regime is None:
        return _public_without_a_regime(case)
    if isinstance(case.request.hours, int | float) and case.request.hours > _limit(case, regime):
        return _over_the_limit(case, regime)
    if _is_disclosable(case):
        return _given(case, regime)
    if case.by_everybody and case.document.status is of.Status.UNCLASSIFIED:
        grounds = statute("FOIA 2000 s40(2)", "FOIA 2000 s41(1)")
        if regime is of.Regime.EIR:
            grounds = statute("EIR 2004 reg 13(1)", "EIR 2004 reg 12(5)(f)")
        cites = (*_local(case, regime), *grounds)
        return refuse("F1", NOT_DISCLOSABLE, cites=cites, regard=Regard.FREEDOM_OF_INFORMATION)
    return Passed("what is asked for is not open to everybody")


def _regime(case: Case) -> of.Regime | None:
    regime = case.request.regime
    return regime if regime in (of.Regime.FOI, of.Regime.EIR) and isinstance(regime, of.Regime) else None


def _public_without_a_regime(case: Case) -> Verdict | Passed:
    """The public that asks for an unclassified paper names no right: the law’s own route is offered."""
    in_part = case.document.part_exempt is True or case.document.closed_minutes is True
    if not case.by_everybody or case.document.status is not of.Status.UNCLASSIFIED or in_part:
        return Passed("no request under information law")
    cites = (*_local(case, of.Regime.FOI), *statute("FOIA 2000 s1(1)", "FOIA 2000 s16", "EIR 2004 reg 5(1)"))
    return refuse("F1", ROUTE_OFFERED, cites=cites, regard=Regard.FREEDOM_OF_INFORMATION)


def _is_disclosable(case: Case) -> bool:
    """Whether nothing that is known closes it to everybody."""
    document = case.document
    open_status = document.status in (of.Status.PUBLIC, of.Status.UNCLASSIFIED)
    others = document.personal_data in OTHERS_DATA or document.dp_breach_likely is True
    in_confidence = document.third_party_confidential is True and document.consent is not of.Consent.GIVEN
    return open_status and not others and not in_confidence


def _limit(case: Case, regime: of.Regime) -> float:
    """The hours of the regulations; of a text read literally, its own figure."""
    stated = case.terms.cost_limit
    if case.as_adopted and stated.value is not None and regime is of.Regime.FOI:
        return float(stated.value.value)
    return HOURS


def _over_the_limit(case: Case, regime: of.Regime) -> Verdict:
    if regime is of.Regime.EIR:
        cites = (*_local(case, regime), *statute("EIR 2004 reg 12(4)(b)", "EIR 2004 reg 9(1)"))
        return refuse("F1", UNREASONABLE, cites=cites, regard=Regard.FREEDOM_OF_INFORMATION)
    limit = _limit(case, regime)
    hours = f"{limit:g}".replace(".5", "½")
    stated = case.terms.cost_limit
    own = (stated.value.says,) if stated.value is not None and limit != HOURS else ()
    cites = (*_local(case, regime), *stated.cites)
    cites += statute("FOIA 2000 s12(1)", "FOIA 2000 s16", "FOIA 2000 s17(5)", "SI 2004/3244 reg 4")
    says = OVER_THE_LIMIT.format(hours=hours)
    return refuse("F1", says, *own, cites=cites, regard=Regard.FREEDOM_OF_INFORMATION)


def _given(case: Case, regime: of.Regime) -> Verdict:
    if regime is of.Regime.EIR:
        cites = (
            *_local(case, regime),
            *statute("EIR 2004 reg 5(1)", "EIR 2004 reg 5(2)", "EIR 2004 reg 8(2)"),
        )
        return copy("F1", EIR, cites=cites, until=Until.TWENTY_WORKING_DAYS)
    no_form = papers.InformationLaw.NO_FORM in case.terms.information_law and case.in_members_place
    says = (FOI, NO_FORM) if no_form else (FOI,)
    cites = (*_local(case, regime), *statute("FOIA 2000 s1(1)", "FOIA 2000 s10(1)"))
    return copy("F1", *says, cites=cites, until=Until.TWENTY_WORKING_DAYS)


def _local(case: Case, regime: of.Regime) -> Cites:
    """What the text says of that route, to whoever asks."""
    law = case.terms.information_law
    own = {of.Regime.FOI: papers.InformationLaw.FOI, of.Regime.EIR: papers.InformationLaw.EIR}
    wanted = [own[regime], papers.InformationLaw.AS_ANYBODY, papers.InformationLaw.NEVER_HINDERED]
    if case.in_members_place:
        wanted.append(papers.InformationLaw.NO_FORM)
    return tuple(cite for term in wanted for cite in law.get(term, ()))


def accounts(case: Case) -> Verdict | Passed:
    """F2: the accounts, to any member of the body."""
    if case.document.accounts is not True or not case.is_council_member:
        return Passed("no member of the body asks for its accounts")
    return copy("F2", ACCOUNTS, cites=case.law.accounts)


def offered(case: Case) -> Cites:
    """The paragraphs and sections by which freedom of information is offered beside a refusal."""
    law = case.terms.information_law
    offers = (
        papers.InformationLaw.FOI,
        papers.InformationLaw.AS_ANYBODY,
        papers.InformationLaw.INSTEAD_OF_NEED,
        papers.InformationLaw.NEVER_HINDERED,
    )
    local = tuple(cite for term in offers for cite in law.get(term, ()))
    return (*local, *statute("FOIA 2000 s1(1)"))
