"""Corrects the classification of a paper before it is applied: registers, planning, hearings, interest."""

from dataclasses import replace

from access_rules.rules import words as of
from access_rules.rules.case import Case
from access_rules.rules.statute import exempt_cites, under_paragraphs
from access_rules.rules.verdict import Note, Passed, Until, Verdict, refer, refuse
from rulebook.access import papers
from rulebook.sources import statute
from rulebook.wording import gettext_noop, listed

REGISTRABLE = gettext_noop(
    "Paragraph 3 does not cover what must be registered under the Acts on companies, societies or charities"
    " (Schedule 12A, paragraph 8)."
)
OWN_DEVELOPMENT = gettext_noop(
    "What is about development for which the council may grant itself planning permission, or permission in"
    " principle, is not exempt under any paragraph (Schedule 12A, paragraph 9)."
)
HEARINGS_ONLY = gettext_noop(
    "Paragraph {paragraphs} belongs to standards determination hearings only, so the marking cannot stand on"
    " another report and is referred for reclassification."
)
HEARINGS_GONE = gettext_noop(
    "Paragraph {paragraphs} is no description of exempt information any more: it went with the old standards"
    " hearings. The paper is referred for reclassification."
)
INDEPENDENT_PERSON = gettext_noop(
    "An Independent Person is consulted under the Localism Act and is not a member of the committee."
)
FOR_DISCLOSURE = gettext_noop(
    "The public interest was found to favour disclosure, so the information is not exempt (paragraph 10)."
)
STANDS = gettext_noop("The paper is exempt{by}: the public interest was found to want it closed.")
NOT_WEIGHED = gettext_noop(
    "The paper is marked exempt{by}, but no public interest test is on file. Information is exempt only if"
    " the public interest in maintaining the exemption outweighs that in disclosing it."
)
HELD_IN_DOUBT = gettext_noop(
    "In doubt it is kept confidential until the body has taken a view, or the Monitoring Officer has advised."
)


def registrable(case: Case) -> Case | Passed:
    """K1: paragraph 3 falls away from what must be registered."""
    claimed = case.paragraphs
    if not case.is_exempt or of.Paragraph.P3 not in claimed or case.document.registrable is not True:
        return Passed("paragraph 3 is not claimed for what must be registered")
    cites = (
        *case.terms.exempt_law.get(papers.ExemptLaw.REGISTRABLE, ()),
        *statute("LGA 1972 Sch 12A para 8"),
    )
    left = tuple(paragraph for paragraph in claimed if paragraph is not of.Paragraph.P3)
    return _with(case, left).noted(Note(REGISTRABLE, cites))


def own_development(case: Case) -> Case | Passed:
    """K2: no paragraph covers the authority’s own development; a text that omits this keeps the exemption."""
    if not case.is_exempt or case.document.own_development is not True:
        return Passed("it is not exempt matter on the council’s own development")
    if case.as_adopted:
        return Passed("the text, read literally, leaves this out and keeps the exemption")
    if not case.law.plans:
        return Passed("the body is no local planning authority")
    return _with(case, ()).noted(Note(OWN_DEVELOPMENT, statute("LGA 1972 Sch 12A para 9")))


def hearings(case: Case) -> Verdict | Passed:
    """K3: paragraphs 7A to 7C, for standards hearings only and gone since."""
    claimed = [paragraph for paragraph in case.paragraphs if paragraph in of.HEARINGS]
    if not case.is_exempt or not claimed:
        return Passed("none of paragraphs 7A to 7C is claimed")
    if case.by_determiner:
        return Passed("a statutory officer asks")
    if case.as_adopted and case.document.body is of.Body.STANDARDS_HEARING:
        return Passed("it is a paper of a standards hearing")
    cites = tuple(cite for paragraph in claimed for cite in exempt_cites(case, paragraph))
    says = HEARINGS_ONLY if case.as_adopted else HEARINGS_GONE
    said = [says.format(paragraphs=listed([p.value for p in claimed]))]
    if case.person.kind in of.INDEPENDENT and not case.as_adopted:
        said.append(INDEPENDENT_PERSON)
        cites += statute("Localism Act 2011 s28(7)")
    return refer("K3", *said, cites=cites)


def public_interest(case: Case) -> Verdict | Case | Passed:
    """K4: exempt only while the public interest is found to want it closed."""
    if not case.is_exempt:
        return Passed("the paper is not exempt")
    law = case.terms.exempt_law
    local = (*law.get(papers.ExemptLaw.PUBLIC_INTEREST, ()),)
    local += law.get(papers.ExemptLaw.MAY_STILL_BE_DISCLOSED, ())
    cites = (*local, *statute("LGA 1972 Sch 12A para 10"))
    if case.weighed is of.PublicInterest.DISCLOSE:
        return _with(case, ()).noted(Note(FOR_DISCLOSURE, cites))
    if case.weighed is of.PublicInterest.MAINTAIN:
        numbers = tuple(cite for paragraph in case.paragraphs for cite in exempt_cites(case, paragraph))
        stands = Note(STANDS.format(by=under_paragraphs(case)), numbers, on_refusal=True)
        notes = () if case.by_everybody else (stands,)
        return Passed("the public interest was found to want it closed", notes)
    if case.by_determiner or case.sits:
        return Passed("a statutory officer or a member of the body asks")
    says = NOT_WEIGHED.format(by=under_paragraphs(case))
    doubt = law.get(papers.ExemptLaw.DOUBT_STAYS_CLOSED, ())
    if doubt:
        held = Until.PUBLIC_INTEREST_WEIGHED
        return refuse("K4", says, HELD_IN_DOUBT, cites=(*doubt, *cites), hold=held)
    return refer("K4", says, cites=cites)


def _with(case: Case, left: tuple[of.Paragraph, ...]) -> Case:
    """The paper with the paragraphs that are left; without any it is public."""
    status = case.document.status if left else of.Status.PUBLIC
    return replace(case, document=replace(case.document, sch12a=left, status=status))
