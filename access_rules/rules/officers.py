"""Officers: those whom statute charges with a duty, and those of another service."""

from access_rules.rules import words as of
from access_rules.rules.case import Case
from access_rules.rules.verdict import Cites, Passed, Verdict, copy, refer
from rulebook.access import duties as owed
from rulebook.access import papers
from rulebook.sources import statute
from rulebook.wording import gettext_noop

TITLES = {
    of.Kind.MONITORING_OFFICER: gettext_noop("Monitoring Officer"),
    of.Kind.SECTION_151_OFFICER: gettext_noop("Section 151 Officer"),
    of.Kind.PROPER_OFFICER: gettext_noop("proper officer"),
}
IN_DUTY = gettext_noop(
    "The {title} needs the paper for that officer’s statutory duty. The Acts give the duty; the right to see"
    " papers is implied from it."
)
CIRCULATED = gettext_noop(
    "Reports for members go to the Section 151 Officer and the Monitoring Officer for information and"
    " comment, save planning reports for the Planning Committee."
)
ANOTHER_SERVICE = gettext_noop(
    "The protocol does not say whether an officer of another service may see an exempt paper."
)


def determiners(case: Case) -> Verdict | Passed:
    """R8: the monitoring officer, the section 151 officer and the proper officer, acting in that duty."""
    kind = case.person.kind
    if not isinstance(kind, of.Kind) or not case.by_determiner:
        return Passed("no statutory officer asks in that duty")
    says = [IN_DUTY.format(title=TITLES[kind])]
    circulation = case.terms.circulation.cites if kind is not of.Kind.PROPER_OFFICER else ()
    if circulation:
        says.append(CIRCULATED)
    cites = (*_local(case, kind), *circulation, *_statutes(case, kind))
    said_to_be_so = case.terms.handling.get(owed.Handling.SAID_TO_BE_SO, ()) if case.is_closed else ()
    return copy("R8", *says, cites=(*said_to_be_so, *cites), marked=bool(said_to_be_so))


def _local(case: Case, kind: of.Kind) -> Cites:
    terms = case.terms
    if kind is of.Kind.PROPER_OFFICER:
        return terms.proper_officer.cites
    if kind is of.Kind.MONITORING_OFFICER:
        determines = terms.disputes.value is owed.Dispute.MONITORING_OFFICER
        return terms.disputes.cites if determines else terms.advice.get(owed.Advice.MONITORING_OFFICER, ())
    return ()


def _statutes(case: Case, kind: of.Kind) -> Cites:
    if kind is of.Kind.SECTION_151_OFFICER:
        return statute("LGFA 1988 s114")
    if kind is of.Kind.MONITORING_OFFICER:
        if not case.law.has_part_va:
            return statute("Localism Act 2011 s29(4)")
        acts = statute("LGHA 1989 s5")
        return (*acts, *statute("LGHA 1989 s5A")) if case.on_executive_paper else acts
    return statute("LGA 1972 s100F(2)") if case.law.has_part_va else ()


def another_service(case: Case) -> Verdict | Passed:
    """R7: an ordinary officer who asks for another service’s exempt paper."""
    if not case.by_officer or not case.is_exempt:
        return Passed("no ordinary officer asks for an exempt paper")
    privy = (
        case.terms.handling.get(owed.Handling.PRIVY_ONLY, ()) if case.document.session_talk is True else ()
    )
    doubt = case.terms.exempt_law.get(papers.ExemptLaw.DOUBT_STAYS_CLOSED, ())
    return refer("R7", ANOTHER_SERVICE, cites=(*privy, *doubt, *advice(case)), gap=True)


def advice(case: Case) -> Cites:
    """The paragraphs by which the monitoring officer is asked in doubt."""
    return case.terms.advice.get(owed.Advice.MONITORING_OFFICER, ())
