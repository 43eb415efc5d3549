"""Drafts, confidential papers, and exempt papers: what the public does not get, and the part that it does."""

from access_rules.rules import words as of
from access_rules.rules.case import Case
from access_rules.rules.officers import advice
from access_rules.rules.rights import granted_later
from access_rules.rules.scrutiny import copies, is_transacted, statement_owed
from access_rules.rules.statute import exempt_cites, under_paragraphs
from access_rules.rules.verdict import Cites, Passed, Regard, Verdict, copy, part, refer, refuse
from rulebook.access import papers, rights
from rulebook.sources import statute
from rulebook.wording import gettext_noop

DRAFT = gettext_noop(
    "This is a draft. Nothing has to be open to the public before it is available to members of the body."
)
DRAFT_SILENT = gettext_noop("This is a draft. The protocol does not say whether a member may see a draft.")
S100F_DRAFTS = gettext_noop("Section 100F speaks of any document and does not say whether a draft is one.")
CONFIDENTIAL = gettext_noop(
    "This is confidential information: a government department gave it on terms that forbid its disclosure,"
    " or an enactment or a court order forbids it. Nothing in the law on meetings requires it to be disclosed"
    " in breach of the obligation of confidence."
)
NO_NEED = gettext_noop("No need to know it was shown.")
TERMS = gettext_noop(
    "Whether you may see it depends on the terms on which it was given, or on the enactment or order, which"
    " have to be read first."
)
TO_SCRUTINY = gettext_noop(
    "The protocol gives scrutiny a copy of confidential matter that is relevant to a decision under review or"
    " to the work programme."
)
NOT_PUBLISHED = gettext_noop(
    "The paper is exempt{under} and is treated as confidential: the public interest in maintaining the"
    " exemption was found to outweigh that in disclosing it. It is marked «Not for publication»."
)
REDACTED = gettext_noop(
    "Only a part of the paper is exempt, so you get a redacted copy: the public part, without the rest."
)
SUMMARY = gettext_noop(
    "The minutes record what was done in private. You get a written summary that is a fair and coherent"
    " record without disclosing the exempt information."
)
CONFIDENTIAL_TERMS = (
    papers.Confidential.NEVER_PUBLIC,
    papers.Confidential.GOVERNMENT,
    papers.Confidential.ENACTMENT_OR_COURT,
    papers.Confidential.MARKED,
)


def draft(case: Case) -> Verdict | Passed:
    """A3: a draft, or what is not yet with members."""
    if case.document.status is not of.Status.DRAFT:
        return Passed("it is no draft")
    if case.by_everybody:
        return refuse("A3", DRAFT, cites=_not_yet_open(case))
    if case.by_officer or not case.in_members_place:
        return Passed("no member asks")
    if case.on_executive_paper:
        if case.as_adopted:
            return refer("A3", DRAFT_SILENT, cites=advice(case), gap=True)
        return Passed("regulations 16 and 17 give no draft; a need to know may")
    reached = case.law.has_part_va and case.document.body in of.MEETING_BODIES
    said = (DRAFT_SILENT, S100F_DRAFTS) if reached else (DRAFT_SILENT,)
    cites = (*advice(case), *(statute("LGA 1972 s100F(1)") if reached else ()))
    return refer("A3", *said, cites=cites, gap=True)


def _not_yet_open(case: Case) -> Cites:
    if case.on_executive_paper:
        return statute("SI 2012/2089 reg 7(1)", "SI 2012/2089 reg 7(4)")
    return statute("LGA 1972 s100B(3)") if case.law.has_part_va else statute("FOIA 2000 s1(1)")


def confidential(case: Case) -> Verdict | Passed:
    """A4: confidential information. A parish’s own text leaves it to the proper officer for members (S0); the
    obligation of confidence binds towards everybody else there as elsewhere.
    """
    if case.document.status is not of.Status.CONFIDENTIAL:
        return Passed("it is not confidential")
    if not case.law.has_part_va and case.for_council_member:
        return Passed("Part VA does not reach the body, and the text has a rule of its own for members")
    cites = (*confidential_cites(case), *_obligation(case))
    if case.by_everybody:
        return refuse("A4", CONFIDENTIAL, cites=cites, forbids=True)
    relevant = case.terms.scrutiny.get(rights.Scrutiny.RELEVANT, ())
    to_scrutiny = case.by_scrutiny and case.is_relevant_to_scrutiny and case.on_executive_paper
    if to_scrutiny and case.as_adopted and relevant:
        found = copies(case)
        if is_transacted(case) and isinstance(found, Verdict):
            return copy("A4", TO_SCRUTINY, *found.says, cites=(*found.cites, *relevant), until=found.until)
    asserted = case.person.need_to_know in (of.Need.CLAIMED, of.Need.ACCEPTED, of.Need.DISPUTED)
    if case.sits or (case.by_scrutiny and case.is_relevant_to_scrutiny) or asserted:
        return refer("A4", CONFIDENTIAL, TERMS, cites=(*cites, *relevant, *advice(case)))
    owed = statement_owed(case)
    said = (CONFIDENTIAL, NO_NEED, *(note.says for note in owed))
    cites = (*cites, *(cite for note in owed for cite in note.cites))
    return refuse("A4", *said, cites=cites, forbids=True, regard=Regard.SCRUTINY if owed else None)


def confidential_cites(case: Case) -> Cites:
    """What the text says is confidential."""
    kinds = case.terms.confidential
    return tuple(cite for term in CONFIDENTIAL_TERMS for cite in kinds.get(term, ()))


def _obligation(case: Case) -> Cites:
    if not case.law.has_part_va:
        return statute("Public Bodies (Admission to Meetings) Act 1960 s1(2)")
    general = statute("LGA 1972 s100A(2)", "LGA 1972 s100A(3)")
    return (*general, *statute("SI 2012/2089 reg 20(1)")) if case.on_executive_paper else general


def in_part(case: Case) -> Verdict | Passed:
    """A6: a paper that is exempt only in part, and the minutes of what was done in private.

    Whoever a later rule gives the whole is not held to the part.
    """
    minutes = case.document.closed_minutes is True
    if case.document.status is of.Status.CONFIDENTIAL or (
        case.document.part_exempt is not True and not minutes
    ):
        return Passed("it is not exempt in part only")
    if not case.by_everybody and granted_later(case):
        return Passed("a right to the whole is tried further on")
    if minutes:
        cites = (*_open_by_default(case), *_by(case, "LGA 1972 s100C(2)", "SI 2012/2089 reg 14(1)(a)"))
        return part("A6", SUMMARY, cites=(*cites, *_numbers(case)), summary=True)
    cites = (*_open_by_default(case), *_by(case, "LGA 1972 s100B(2)", "SI 2012/2089 reg 7(2)"))
    return part("A6", REDACTED, cites=(*cites, *_numbers(case)))


def _by(case: Case, meeting: str, executive: str) -> Cites:
    if case.on_executive_paper:
        return statute(executive, "SI 2012/2089 reg 20(2)")
    return statute(meeting) if case.law.has_part_va else ()


def _open_by_default(case: Case) -> Cites:
    return case.terms.exempt_law.get(papers.ExemptLaw.SCHEDULE_12A, ())


def exempt_to_public(case: Case) -> Verdict | Passed:
    """A5: an exempt paper, asked for by the public."""
    if not case.by_everybody or not case.is_exempt:
        return Passed("the public asks for no exempt paper")
    kinds = case.terms.confidential
    marked = (
        *kinds.get(papers.Confidential.MARKED, ()),
        *kinds.get(papers.Confidential.PRIVATE_AFFAIRS, ()),
        *case.terms.public.get(papers.Public.NOT_CLOSED_MATTER, ()),
        *case.terms.proper_officer.cites,
        *case.terms.exempt_law.get(papers.ExemptLaw.PUBLIC_INTEREST, ()),
    )
    cites = (*_numbers(case), *marked, *_open_by_default(case), *_by_law(case))
    return refuse("A5", NOT_PUBLISHED.format(under=under_paragraphs(case)), cites=cites)


def _by_law(case: Case) -> Cites:
    if not case.law.has_part_va:
        return statute("Public Bodies (Admission to Meetings) Act 1960 s1(2)")
    weighed = statute("LGA 1972 Sch 12A para 10")
    if case.on_executive_paper:
        return (*weighed, *statute("SI 2012/2089 reg 7(5)", "SI 2012/2089 reg 20(2)"))
    return (*weighed, *statute("LGA 1972 s100B(2)", "LGA 1972 s100B(5)"), *case.law.part_va)


def _numbers(case: Case) -> Cites:
    return tuple(cite for paragraph in case.paragraphs for cite in exempt_cites(case, paragraph))
