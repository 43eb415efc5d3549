"""The right of scrutiny’s members to copies of the executive’s papers."""

from access_rules.rules import words as of
from access_rules.rules.case import Case
from access_rules.rules.statute import is_marked, is_report
from access_rules.rules.verdict import Cites, Note, Passed, Until, Verdict, copy
from rulebook.access import rights
from rulebook.facts import Unknown
from rulebook.sources import statute
from rulebook.wording import gettext_noop

COPY = gettext_noop(
    "Members of scrutiny committees get a copy of the executive’s papers on business that was transacted and"
    " on decisions of one of its members or of officers, as soon as practicable and within 10 clear days at"
    " the latest after the executive received the request."
)
REVIEWING = gettext_noop("The exempt matter is relevant to a decision that you are reviewing.")
PROGRAMME = gettext_noop("The exempt matter is relevant to a review in the work programme of the committee.")
WITHIN_REMIT = gettext_noop("A co-opted member has this right within the remit of the committee.")
NOT_RELEVANT = gettext_noop(
    "Scrutiny’s right to copies reaches exempt or confidential matter only where it is relevant to a decision"
    " under review or to a review in the work programme."
)
NOT_IN_PROGRAMME = gettext_noop(
    "The protocol gives scrutiny exempt items only on what is reviewed within the agreed work programme."
)
NOT_KEY = gettext_noop(
    "The protocol gives scrutiny copies on an officer’s decision only where it is a key decision."
)
STATEMENT = gettext_noop(
    "A refusal to a scrutiny member is the executive’s own decision, and the committee is given a written"
    " statement of the reasons."
)
NOT_YET = gettext_noop("Scrutiny’s right to copies covers business that was transacted, not what is to come.")


def copies(case: Case) -> Verdict | Passed:
    """S5: a copy for scrutiny, within ten clear days."""
    if not case.on_executive_paper:
        return Passed("it is no paper of an executive")
    if not case.by_scrutiny:
        return Passed("no member of a scrutiny committee asks within the remit", _out_of_remit(case))
    if not is_transacted(case):
        note = Note(NOT_YET, (*_local(case), *statute("SI 2012/2089 reg 17(1)")), on_refusal=True)
        return Passed("nothing was transacted or decided yet", (note, reg_17_4(case)))
    missed = _missed(case)
    if missed is not None:
        says, cites, why = missed
        return Passed(why, (Note(says, cites, on_refusal=True), reg_17_4(case)))
    said = [COPY]
    cites = (*_local(case), *_of_body(case), *statute("SI 2012/2089 reg 17(2)"))
    if case.is_closed:
        relevant, law = _relevance(case)
        said += relevant
        cites = (*cites, *case.terms.scrutiny.get(rights.Scrutiny.RELEVANT, ()), *law)
    if case.is_co_opted:
        said.append(WITHIN_REMIT)
        cites = (*case.terms.co_opted.cites, *cites)
    return copy("S5", *said, cites=cites, until=Until.TEN_CLEAR_DAYS, marked=is_marked(case))


def _out_of_remit(case: Case) -> tuple[Note, ...]:
    """What a refusal says to a co-opted member of scrutiny, whose right ends with the remit."""
    outside = case.is_co_opted and case.person.remit is of.Remit.OUT and case.is_relevant_to_scrutiny
    return (reg_17_4(case),) if outside else ()


def is_transacted(case: Case) -> bool:
    """Whether the business was transacted at a meeting, or the decision made."""
    stage = case.document.stage
    if case.document.body is of.Body.EXECUTIVE:
        return stage is of.Stage.AFTER
    return stage is not of.Stage.BEFORE and not isinstance(stage, Unknown)


def _missed(case: Case) -> tuple[str, Cites, str] | None:
    """What the right lacks: its sentence, its sources, and why; None where it lacks nothing."""
    if not is_report(case):
        return NOT_A_REPORT, statute("SI 2012/2089 reg 2"), "it is no report or background paper"
    officers = case.document.body is of.Body.OFFICER_EXECUTIVE
    key_only = case.as_adopted and rights.Scrutiny.COPIES in case.terms.scrutiny
    if officers and key_only and case.document.key_decision is not True:
        return NOT_KEY, _local(case), "an officer’s decision is no key decision"
    if not case.is_closed:
        return None
    link = case.person.scrutiny_link
    programme_only = case.as_adopted and rights.Scrutiny.PRIMA_FACIE in case.terms.scrutiny
    if programme_only and link not in (of.Link.WORK_PROGRAMME, of.Link.BOTH):
        cites = (*_local(case), *statute("SI 2012/2089 reg 17(3)(a)"))
        return NOT_IN_PROGRAMME, cites, "it is not within the agreed work programme"
    if not case.is_relevant_to_scrutiny:
        relevant = case.terms.scrutiny.get(rights.Scrutiny.RELEVANT, ())
        cites = (*_local(case), *relevant, *statute("SI 2012/2089 reg 17(3)(a)"))
        return NOT_RELEVANT, cites, "it is tied to no review and to no programme"
    return None


NOT_A_REPORT = gettext_noop(
    "The right covers reports and background papers to a decision of the executive, and never drafts."
)


def reg_17_4(case: Case) -> Note:
    """What a refusal to scrutiny owes the committee."""
    return Note(STATEMENT, statute("SI 2012/2089 reg 17(4)"), on_refusal=True, scrutiny=True)


def statement_owed(case: Case) -> tuple[Note, ...]:
    """The statement of reasons that is owed where scrutiny is refused a paper of the executive."""
    return (reg_17_4(case),) if case.by_scrutiny and case.on_executive_paper else ()


def _relevance(case: Case) -> tuple[list[str], Cites]:
    said: list[str] = []
    law: Cites = ()
    if case.person.scrutiny_link in (of.Link.REVIEWING, of.Link.BOTH):
        said.append(REVIEWING)
        law += statute("SI 2012/2089 reg 17(3)(a)(i)")
    if case.person.scrutiny_link in (of.Link.WORK_PROGRAMME, of.Link.BOTH):
        said.append(PROGRAMME)
        law += statute("SI 2012/2089 reg 17(3)(a)(ii)")
    return said, law


def _of_body(case: Case) -> Cites:
    place = {
        of.Body.EXECUTIVE: "SI 2012/2089 reg 17(1)(b)(i)",
        of.Body.EXECUTIVE_MEMBER: "SI 2012/2089 reg 17(1)(b)(ii)",
    }
    body = case.document.body
    found = place.get(body) if isinstance(body, of.Body) else None
    return statute(found or "SI 2012/2089 reg 17(1)(b)(iii)")


def _local(case: Case) -> Cites:
    scrutiny = case.terms.scrutiny
    said = (*scrutiny.get(rights.Scrutiny.COPIES, ()), *scrutiny.get(rights.Scrutiny.PRIMA_FACIE, ()))
    return said or case.terms.other_bodies.cites
