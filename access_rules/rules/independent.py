"""Co-opted and independent members, who are no members of the council."""

from access_rules.rules import words as of
from access_rules.rules.case import Case
from access_rules.rules.officers import advice
from access_rules.rules.statute import exempt_cites, under_paragraphs
from access_rules.rules.verdict import NO_RULE_HERE, Passed, Verdict, inspect, refer, refuse
from rulebook.access import rights
from rulebook.sources import statute
from rulebook.wording import gettext_noop

HEARING = gettext_noop(
    "Independent standards members see the public’s papers and the reports for a local determination hearing,"
    " exempt information included{under}."
)
HEARINGS_ONLY = gettext_noop(
    "Independent standards members see the public’s papers and the reports for hearings, and no other exempt"
    " or internal paper."
)
CONSULTED = gettext_noop(
    "The old standards hearings are gone. An Independent Person is consulted under the Localism Act and is"
    " not a member of the committee; what to give them for that is for the Monitoring Officer to say."
)
SILENT = gettext_noop("The protocol does not say what an independent standards member may see.")
OUT_OF_REMIT = gettext_noop(
    "A co-opted member sees what falls within the remit of the body that they are appointed to, and this is"
    " outside it."
)


def independent(case: Case) -> Verdict | Passed:
    """R4: an independent standards member, or an Independent Person."""
    if case.person.kind not in of.INDEPENDENT or case.as_public:
        return Passed("no independent member asks")
    person = case.person.kind is of.Kind.INDEPENDENT_PERSON
    if person or not case.as_adopted:
        cites = (*advice(case), *statute("Localism Act 2011 s28(7)"))
        said = (CONSULTED, NO_RULE_HERE) if person else (CONSULTED,)
        return refer("R4", *said, cites=cites, gap=person)
    stated = case.terms.independent
    if stated.value is not rights.Independent.HEARINGS:
        return refer("R4", SILENT, cites=advice(case), gap=True)
    if case.document.body is not of.Body.STANDARDS_HEARING:
        return refuse("R4", HEARINGS_ONLY, cites=stated.cites)
    numbers = tuple(cite for paragraph in case.paragraphs for cite in exempt_cites(case, paragraph))
    return inspect("R4", HEARING.format(under=under_paragraphs(case)), cites=(*stated.cites, *numbers))


def out_of_remit(case: Case) -> Verdict | Passed:
    """R3: a co-opted member out of the remit."""
    if not case.is_co_opted or case.person.remit is not of.Remit.OUT:
        return Passed("no co-opted member asks out of the remit")
    return refuse("R3", OUT_OF_REMIT, cites=case.terms.co_opted.cites)
