"""The papers of the body on which whoever asks sits, and the executive’s papers for its members."""

from access_rules.rules import words as of
from access_rules.rules.case import Case
from access_rules.rules.statute import inspect_meeting, is_marked
from access_rules.rules.undertaking import given, without_undertaking
from access_rules.rules.verdict import Cites, Passed, Verdict, copy, inspect
from rulebook.access import duties as owed
from rulebook.access import papers, rights
from rulebook.sources import statute
from rulebook.wording import gettext_noop

SEAT = gettext_noop(
    "You sit on the body or committee whose paper this is, and a seat on it normally carries the need to know"
    " its business, exempt papers included."
)
BEYOND = gettext_noop("The need to know is not limited to formal papers.")
TO_INSPECT = gettext_noop("Members of a body may inspect documents about its business.")
GOOD_REASON = gettext_noop(
    "Members of a body have good reason, and so the need to know, to see every exempt item on its agenda. It"
    " is clearly marked as confidential before it is released."
)
SUPPLIED = gettext_noop("Members are given what they reasonably require of the papers of their own body.")
WITHIN_REMIT = gettext_noop("A co-opted member has this within the remit of the body.")
CO_OPTED = gettext_noop("A co-opted member counts as a member here.")
KEPT = gettext_noop("What is exempt stays confidential.")
# An Independent Person is consulted and has no seat (Localism Act 2011 s28(7)).
SEATED = (*of.ELECTED, of.Kind.CO_OPTED_MEMBER, of.Kind.INDEPENDENT_STANDARDS_MEMBER)
FULL = gettext_noop("Executive members have full access to the executive’s reports, so you get a copy.")


def executive(case: Case) -> Verdict | Passed:
    """R2: an executive member and the executive’s paper, where the text gives full access."""
    if case.terms.executive.value is not rights.Executive.FULL or not case.on_executive_paper:
        return Passed("the text gives no full access to the executive’s papers")
    if case.person.kind is not of.Kind.EXECUTIVE_MEMBER or case.as_public:
        return Passed("no executive member asks")
    said = (FULL, KEPT) if case.is_exempt else (FULL,)
    return copy("R2", *said, cites=(*case.terms.executive.cites, *statute("Common law: need to know")))


def own_body(case: Case) -> Verdict | Passed:
    """R1: a member of the deciding body, and its papers."""
    if case.as_public or case.person.kind not in SEATED:
        return Passed("no member asks")
    if not case.sits:
        return Passed("whoever asks does not sit on the body, or it is out of the remit")
    if case.terms.proper_officer.value is papers.ProperOfficer.MAY_WITHHOLD:
        return Passed("the text has one rule for all its members")
    by_statute = inspect_meeting(case)
    opened = isinstance(by_statute, Verdict) and by_statute.grants
    blocked = without_undertaking(case, "R1", opened_by_statute=opened)
    if blocked is not None:
        return blocked
    if opened and case.request.undertaking is of.Undertaking.REFUSED and case.terms.undertaking:
        return Passed("the undertaking was refused, so only what section 100F opens is left")
    return _given(case)


def _given(case: Case) -> Verdict:
    mode = case.terms.mode.value
    said = [SEAT]
    cites = (*_standing(case), *case.terms.own_body.cites)
    if case.is_co_opted and case.terms.co_opted.value is rights.CoOpted.AS_MEMBERS:
        said.append(CO_OPTED)
    if case.is_co_opted and case.terms.co_opted.value is rights.CoOpted.REMIT_ONLY:
        said.append(WITHIN_REMIT)
    if mode is rights.Mode.INSPECT:
        beyond = case.terms.own_body.value is rights.OwnBody.BEYOND_PAPERS
        said += [BEYOND if beyond else TO_INSPECT, *([KEPT] if case.is_exempt else [])]
        return inspect("R1", *said, cites=(*cites, *statute("Common law: need to know")))
    if mode is rights.Mode.MARKED_COPY:
        cites = (*cites, *case.terms.mode.cites, *statute("Common law: need to know"))
        return copy("R1", *said, GOOD_REASON, cites=cites, marked=True)
    promised, power = given(case)
    said += [SUPPLIED, *promised, *([KEPT] if case.is_closed else [])]
    cites = (*needed(case), *cites, *power, *kept(case), *statute("Common law: need to know"))
    return copy("R1", *said, cites=cites, marked=is_marked(case))


def _standing(case: Case) -> Cites:
    return case.terms.co_opted.cites if case.is_co_opted else ()


def needed(case: Case) -> Cites:
    """The paragraphs by which members see what they need, or by which officers ask whether they do."""
    tests = case.terms.need_to_know
    return tests.get(rights.NeedToKnow.REASONABLY_NEEDED, ()) or tests.get(
        rights.NeedToKnow.REASONABLE_REQUEST, ()
    )


def kept(case: Case) -> Cites:
    """The paragraphs by which a closed paper is treated as confidential and said to be so."""
    if not case.is_closed:
        return ()
    marked = case.terms.confidential.get(papers.Confidential.MARKED, ())
    return (*marked, *case.terms.handling.get(owed.Handling.SAID_TO_BE_SO, ()))
