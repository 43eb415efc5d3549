"""A political adviser’s advice, in the executive’s papers and in others."""

from dataclasses import replace

from access_rules.rules import words as of
from access_rules.rules.case import Case
from access_rules.rules.officers import advice
from access_rules.rules.scrutiny import is_transacted, statement_owed
from access_rules.rules.verdict import Cites, Note, Passed, Regard, Verdict, refer, refuse
from rulebook.access import rights
from rulebook.sources import statute
from rulebook.wording import gettext_noop

CLOSED = gettext_noop(
    "The paper is the advice of a political adviser or assistant. The right to the executive’s papers does"
    " not reach it; you are told these reasons."
)
FULL_ACCESS = gettext_noop(
    "The paper is the advice of a political adviser or assistant. What executive members may see does not say"
    " whether advice to a colleague is among it."
)
NO_EXCEPTION = gettext_noop(
    "The paper is the advice of a political adviser or assistant. Section 100F makes no exception for it, and"
    " the protocol does not say."
)
LEFT_OUT = gettext_noop(
    "The part that is advice of a political adviser or assistant is left out: you get the rest, redacted."
)


def political_advice(case: Case) -> Verdict | Case | Passed:
    """S1: advice of a political adviser; in part, the rest goes on to the later rules."""
    kept = case.document.political_adviser_advice
    if kept not in (of.Advice.PART, of.Advice.WHOLE) or not case.law.has_assistants:
        return Passed("it holds no advice of a political adviser")
    if not case.in_members_place or case.advice_kept_back:
        return Passed("no member asks")
    cites = (*case.terms.scrutiny.get(rights.Scrutiny.NO_POLITICAL_ADVICE, ()), *_law(case))
    if not case.on_executive_paper:
        return _of_others(case)
    if kept is of.Advice.PART:
        return replace(case, advice_kept_back=True).noted(Note(LEFT_OUT, cites))
    if case.person.kind is of.Kind.EXECUTIVE_MEMBER:
        return refer("S1", FULL_ACCESS, cites=(*case.terms.executive.cites, *cites, *advice(case)))
    owed = statement_owed(case)
    said = (CLOSED, *(note.says for note in owed))
    cites = (*cites, *(cite for note in owed for cite in note.cites))
    return refuse("S1", *said, cites=cites, regard=Regard.SCRUTINY if owed else None)


def _of_others(case: Case) -> Verdict | Passed:
    """Papers of the council and its committees, where section 100F knows no such exception."""
    whole = case.document.political_adviser_advice is of.Advice.WHOLE
    if case.document.body not in of.MEETING_BODIES or not whole:
        return Passed("the bar is of the executive’s papers alone")
    return refer("S1", NO_EXCEPTION, cites=(*advice(case), *statute("LGA 1972 s100F(1)")), gap=True)


def _law(case: Case) -> Cites:
    if is_transacted(case) and case.by_scrutiny:
        return statute("SI 2012/2089 reg 17(3)(b)")
    return statute("SI 2012/2089 reg 16(7)")
