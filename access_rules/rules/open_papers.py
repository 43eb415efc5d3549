"""Public papers: open to anyone, for as long as the law keeps them open."""

from access_rules.rules import words as of
from access_rules.rules.case import Case
from access_rules.rules.verdict import Cites, Passed, Until, Verdict, copy
from rulebook.access import papers, rights
from rulebook.sources import statute
from rulebook.wording import gettext_noop

YEARS = 6
YEARS_OF_BACKGROUND = 4
OPEN = gettext_noop("This is a public paper, with a presumption of disclosure, so anyone may have a copy.")
BEFORE = gettext_noop(
    "It is open five clear days before the meeting, or from when the meeting is called, and never before"
    " members have it."
)
AFTER = gettext_noop("Agendas, minutes and open reports stay open for six years after the meeting.")
AFTER_DECISION = gettext_noop("The record and the report stay open for six years after the decision.")
BACKGROUND = gettext_noop("Background papers stay open for four years after the meeting or decision.")
PARISH = gettext_noop(
    "Part VA of the Local Government Act 1972 does not reach parishes: papers are open with the notice of the"
    " meeting, and the minutes are open to any elector without a limit of time."
)
FORWARD_PLAN = gettext_noop(
    "The forward plan of key decisions is public; the law asks for 28 clear days’ notice of a key decision."
)
OVER = gettext_noop(
    "The period of {years} years in which it is open for inspection is over. It is still held, so it is given"
    " as under the Freedom of Information Act, within 20 working days."
)
AS_MEMBERS = gettext_noop("Political assistants have the access that Members have.")
WORDS_OF_YEARS = {YEARS: gettext_noop("six"), YEARS_OF_BACKGROUND: gettext_noop("four")}


def open_paper(case: Case) -> Verdict | Passed:
    """A1: a public paper; after its period, and still held, as under freedom of information (F1)."""
    if not case.has_public_status:
        return Passed("the paper is not public")
    years = YEARS_OF_BACKGROUND if case.document.background_paper is True else YEARS
    age = case.document.age_years
    limited = case.law.has_part_va or _is_officers(case)
    if isinstance(age, int | float) and age >= years and limited:
        says = OVER.format(years=WORDS_OF_YEARS[years])
        law = case.terms.information_law.get(papers.InformationLaw.FOI, ())
        cites = (*_local(case), *law, *_period(case), *statute("FOIA 2000 s1(1)", "FOIA 2000 s10(1)"))
        return copy("F1", OPEN, says, cites=cites, until=Until.TWENTY_WORKING_DAYS)
    said = [OPEN, *_said(case)]
    cites = (*_local(case), *_statutes(case))
    if _assistant_as_member(case):
        said.append(AS_MEMBERS)
        cites = (*case.terms.assistants.cites, *cites)
    return copy("A1", *said, cites=cites, until=_until(case))


def _assistant_as_member(case: Case) -> bool:
    as_members = case.terms.assistants.value is rights.Assistants.AS_MEMBERS
    return as_members and case.person.kind is of.Kind.POLITICAL_ASSISTANT


def _is_officers(case: Case) -> bool:
    """Whether it is the record of an officer’s decision outside an executive."""
    return case.document.body is of.Body.OFFICER_NON_EXECUTIVE and case.law.officer_records


def _is_before(case: Case) -> bool:
    return case.document.stage is of.Stage.BEFORE


def _said(case: Case) -> tuple[str, ...]:
    if not case.law.has_part_va and not _is_officers(case):
        return (PARISH,)
    if case.document.background_paper is True:
        return (BEFORE, BACKGROUND) if _is_before(case) else (BACKGROUND,)
    if _is_before(case):
        return (BEFORE, FORWARD_PLAN) if _is_announced(case) else (BEFORE,)
    return (AFTER_DECISION if case.on_executive_paper or _is_officers(case) else AFTER,)


def _is_announced(case: Case) -> bool:
    """Whether the text speaks of the forward plan, and the paper is one of an executive to come."""
    forward = papers.Public.FORWARD_PLAN in case.terms.public
    return forward and case.on_executive_paper and _is_before(case)


def _until(case: Case) -> Until | None:
    if not case.law.has_part_va and not _is_officers(case):
        return None
    return Until.FOUR_YEARS if case.document.background_paper is True else Until.SIX_YEARS


def _local(case: Case) -> Cites:
    """What the text says of public papers, and of members’ share in them."""
    public = case.terms.public
    wanted = [papers.Public.OPEN_PAPERS, papers.Public.PUBLICATION_SCHEME]
    if case.on_executive_paper:
        wanted.append(papers.Public.EXECUTIVE_AGENDAS)
    if _is_announced(case):
        wanted.append(papers.Public.FORWARD_PLAN)
    if not case.by_everybody:
        wanted.append(papers.Public.MEMBERS_ALIKE)
    found = tuple(cite for term in wanted for cite in public.get(term, ()))
    return found or public.get(papers.Public.MEMBERS_ALIKE, ())


def _statutes(case: Case) -> Cites:
    if _is_officers(case):
        return _period(case)
    if case.on_executive_paper:
        return (*_of_executive(case), *_period(case))
    if not case.law.has_part_va:
        return _of_parish(case)
    stage = statute("LGA 1972 s100B(1)", "LGA 1972 s100B(3)") if _is_before(case) else ()
    return (*stage, *_period(case), *statute("LGA 1972 s100H(2)"), *case.law.part_va)


def _of_parish(case: Case) -> Cites:
    if _is_before(case):
        return statute(
            "Public Bodies (Admission to Meetings) Act 1960 s1(4)(a)",
            "Public Bodies (Admission to Meetings) Act 1960 s1(4)(b)",
        )
    if case.person.kind in (of.Kind.PUBLIC, of.Kind.PRESS) or case.as_public:
        return statute("LGA 1972 s228(1)", "FOIA 2000 s1(1)")
    return statute("LGA 1972 s228(1)")


def _of_executive(case: Case) -> Cites:
    if _is_before(case):
        ahead = statute("SI 2012/2089 reg 9(2)") if _is_announced(case) else ()
        return (*statute("SI 2012/2089 reg 7(1)", "SI 2012/2089 reg 7(3)", "SI 2012/2089 reg 21(2)"), *ahead)
    opened = statute("SI 2012/2089 reg 14(1)(a)", "SI 2012/2089 reg 14(1)(b)", "SI 2012/2089 reg 21(2)")
    if case.document.background_paper is True:
        return (*statute("SI 2012/2089 reg 15(1)"), *opened)
    return opened


def _period(case: Case) -> Cites:
    background = case.document.background_paper is True
    if _is_officers(case):
        return statute("SI 2014/2095 reg 8(4)" if background else "SI 2014/2095 reg 8(3)")
    if case.on_executive_paper:
        return statute("SI 2012/2089 reg 21(7)" if background else "SI 2012/2089 reg 21(6)")
    if background:
        return statute("LGA 1972 s100D(1)", "LGA 1972 s100D(2)")
    return statute("LGA 1972 s100C(1)")
