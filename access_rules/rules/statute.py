"""The statutory rights of any member: section 100F, and regulation 16 for the executive’s papers."""

from access_rules.rules import words as of
from access_rules.rules.case import Case
from access_rules.rules.undertaking import not_needed, without_undertaking
from access_rules.rules.verdict import Cites, Note, Passed, Until, Verdict, copy, inspect, refer
from rulebook.access import rights
from rulebook.sources import statute
from rulebook.wording import gettext_noop, listed

S100F = gettext_noop(
    "Section 100F lets any member of the council inspect documents with material on business to be transacted"
    " at a meeting, before the meeting; no purpose need be shown."
)
REG_16 = gettext_noop(
    "Regulation 16 lets any member inspect the report and background papers on business to be taken in public"
    " at a meeting of the executive, five clear days before the meeting."
)
REG_16_AFTER = gettext_noop(
    "Regulation 16 lets any member inspect the report and background papers at once, within 24 hours at the"
    " latest, after a private meeting of the executive or a decision of one of its members or of an officer."
)
STAYS_OPEN = gettext_noop(
    "The paper is exempt under paragraph {paragraphs}, which stays open to members, so you may inspect it. It"
    " is confidential all the same."
)
SECTION_100F = gettext_noop("section 100F")
REGULATION_16 = gettext_noop("regulation 16")
NOT_A_COPY = gettext_noop("The right is to inspect, not a copy.")
ON_PAYMENT = gettext_noop("Whoever may inspect may have a copy, on payment of a reasonable fee.")
BEFOREHAND = gettext_noop(
    "The scrutiny right to copies covers business that was transacted, so before the meeting you inspect."
)
UNDER = gettext_noop(" under paragraph {paragraphs}")
MIXED = gettext_noop(
    "The paper is exempt under paragraph {opened}, which stays open to members, and also under paragraph"
    " {closed}, which does not. Nobody has settled whether members may inspect such a paper."
)
CLOSED = gettext_noop(
    "To members who are not on the body {right} opens exempt papers only under paragraph 3 (financial or"
    " business affairs) and paragraph 6 (proposed notices and orders)."
)
CLOSED_BY_TEXT = gettext_noop(
    "The protocol opens no exempt paper to members who are not on the body: they ask under Freedom of"
    " Information or show a need to know."
)
NEGOTIATION = gettext_noop(
    "It concerns terms proposed in the negotiation of a contract, which paragraph 3 keeps from members at"
    " large."
)
TOO_LATE = gettext_noop("The right to inspect runs only before the meeting.")
MEMBERS_ONLY = gettext_noop(
    "The right to inspect business to be transacted belongs to a member of the council, which you are not."
)
NOT_A_REPORT = gettext_noop(
    "The regulations open reports and background papers to a decision of the executive, and never drafts."
)
IN_PRIVATE = gettext_noop(
    "The item is to be taken in private: regulation 16 opens it when the meeting has ended, not before."
)
ALREADY_PUBLIC = gettext_noop("After a public meeting of the executive regulation 16 gives nothing more.")


def inspect_meeting(case: Case) -> Verdict | Passed:
    """S2: section 100F, for papers of the council, its committees and sub-committees before a meeting."""
    if not case.law.has_part_va or case.document.body not in of.MEETING_BODIES:
        return Passed("section 100F reaches no such paper")
    before = (*case.terms.inspection.get(rights.Inspection.BEFORE_ONLY, ()), *statute("LGA 1972 s100F(1)"))
    if not _may_hold_it(case):
        return Passed("no member of the council asks", _only_members(case))
    if case.document.stage is not of.Stage.BEFORE:
        return Passed("the meeting is over, or there is none", (Note(TOO_LATE, before, on_refusal=True),))
    if not case.no_exemption_stands_in_the_way and case.document.status is not of.Status.DRAFT:
        return Passed("it is exempt by a paragraph that stays closed", _closed(case))
    if case.document.status is of.Status.DRAFT:
        return Passed("it is a draft")
    return _opened(case, "S2", S100F, Until.MEETING)


def inspect_executive(case: Case) -> Verdict | Passed:
    """S3: regulation 16(1), before a public meeting of the executive."""
    if not case.law.has_executive or case.document.body is not of.Body.EXECUTIVE:
        return Passed("regulation 16(1) reaches no such paper")
    if not _may_hold_it(case):
        return Passed("no member of the council asks", _only_members(case))
    if case.document.stage is not of.Stage.BEFORE:
        return Passed("the meeting is over, or there is none")
    if not is_report(case):
        return Passed("it is no report or background paper", (_no_report(),))
    if case.document.meeting is of.Meeting.PRIVATE:
        note = Note(IN_PRIVATE, statute("SI 2012/2089 reg 16(1)", "SI 2012/2089 reg 16(3)"), on_refusal=True)
        return Passed("the item is to be taken in private", (note,))
    if not case.no_exemption_stands_in_the_way:
        return Passed("it is exempt by a paragraph that stays closed", _closed(case))
    return _opened(case, "S3", REG_16, Until.MEETING)


def inspect_after(case: Case) -> Verdict | Passed:
    """S4: regulation 16(3), after a private meeting of the executive or a decision of one person."""
    if not case.on_executive_paper or case.document.stage not in (of.Stage.AFTER, of.Stage.NONE):
        return Passed("regulation 16(3) reaches no such paper, or not yet")
    if not _may_hold_it(case):
        return Passed("no member of the council asks", _only_members(case))
    missed = _not_after(case)
    if missed is not None:
        return missed
    if not is_report(case):
        return Passed("it is no report or background paper", (_no_report(),))
    if not case.no_exemption_stands_in_the_way:
        return Passed("it is exempt by a paragraph that stays closed", _closed(case))
    return _opened(case, "S4", REG_16_AFTER, Until.DAY)


def _not_after(case: Case) -> Passed | None:
    """Why regulation 16(3) does not apply after the event, or as adopted is not written out."""
    meeting = case.document.body is of.Body.EXECUTIVE
    if meeting and case.document.stage is not of.Stage.AFTER:
        return Passed("there was no meeting")
    if meeting and case.document.meeting is not of.Meeting.PRIVATE:
        note = Note(ALREADY_PUBLIC, statute("SI 2012/2089 reg 16(3)"), on_refusal=True)
        return Passed("the meeting was public", (note,))
    written_out = case.as_adopted and rights.Inspection.EXECUTIVE_ALIKE in case.terms.inspection
    if written_out and not meeting:
        return Passed("the text, read literally, gives members no such right")
    return None


def mixed(case: Case) -> Verdict | Passed:
    """S2 where an open and a closed paragraph are claimed together, and every other condition is met."""
    if not case.is_mixed or not _may_hold_it(case) or not _is_reached(case):
        return Passed("no open paragraph is claimed together with a closed one, on a paper that is reached")
    opened = [paragraph.value for paragraph in case.opened_among]
    closed = [p.value for p in case.paragraphs if p.value not in opened]
    says = MIXED.format(opened=listed(opened), closed=listed(closed))
    return refer("S2", says, cites=(*_local_opening(case), *_gateway(case)))


def _is_reached(case: Case) -> bool:
    """Whether the statutory right reaches the paper, its exemption apart."""
    document = case.document
    if document.body in of.MEETING_BODIES:
        return case.law.has_part_va and document.stage is of.Stage.BEFORE
    if not case.on_executive_paper or not is_report(case):
        return False
    if document.stage is of.Stage.BEFORE:
        return document.body is of.Body.EXECUTIVE and document.meeting is not of.Meeting.PRIVATE
    return _not_after(case) is None


def is_report(case: Case) -> bool:
    """Whether it is a report or background paper to a decision, as the regulations understand it."""
    return (
        case.document.report_or_background_paper is not False and case.document.status is not of.Status.DRAFT
    )


def _no_report() -> Note:
    return Note(NOT_A_REPORT, statute("SI 2012/2089 reg 2"), on_refusal=True)


def _may_hold_it(case: Case) -> bool:
    return case.is_council_member


def _only_members(case: Case) -> tuple[Note, ...]:
    if not case.in_members_place and case.person.kind not in of.INDEPENDENT:
        return ()
    right = statute("SI 2012/2089 reg 16(1)" if case.on_executive_paper else "LGA 1972 s100F(1)")
    return (Note(MEMBERS_ONLY, (*case.terms.other_bodies.cites, *right), on_refusal=True),)


def _opened(case: Case, rule: str, says: str, until: Until) -> Verdict:
    blocked = without_undertaking(case, rule, opened_by_statute=True)
    if blocked is not None:
        return blocked
    refused, power = not_needed(case)
    said = [says, *refused]
    cites = (*_local(case, rule), *power, *_right(case, rule), *case.law.part_va)
    if case.is_exempt:
        said.append(STAYS_OPEN.format(paragraphs=listed([p.value for p in case.opened_among])))
        cites = (*cites, *_local_opening(case), *_gateway(case))
    if rule == "S3" and case.by_scrutiny:
        said.append(BEFOREHAND)
        cites = (*cites, *case.terms.scrutiny.get(rights.Scrutiny.COPIES, ()))
    if case.is_limited_to_inspection:
        limit = case.terms.inspection.get(rights.Inspection.NOT_A_COPY, ())
        return inspect(rule, *said, NOT_A_COPY, cites=(*cites, *limit), until=until)
    if not case.wants_copy:
        return inspect(rule, *said, cites=cites, until=until)
    paid = statute("SI 2012/2089 reg 21(2)" if case.on_executive_paper else "LGA 1972 s100H(2)")
    return copy(rule, *said, ON_PAYMENT, cites=(*cites, *paid), until=until, marked=is_marked(case))


def is_marked(case: Case) -> bool:
    """Whether a copy of a closed paper is marked here before it is released."""
    marking = case.terms.mode.value is rights.Mode.MARKED_COPY or bool(case.terms.undertaking)
    return case.is_closed and marking


def _local(case: Case, rule: str) -> Cites:
    limits = {
        "S2": (rights.Inspection.HELD_OR_CONTROLLED, rights.Inspection.BEFORE_ONLY),
        "S3": (rights.Inspection.EXECUTIVE_ALIKE,),
        "S4": (rights.Inspection.PRIVATE_MEETINGS,),
    }[rule]
    written = tuple(cite for limit in limits for cite in case.terms.inspection.get(limit, ()))
    if case.terms.inspection:
        return (*written, *(case.terms.other_bodies.cites if rule == "S2" else ()))
    sent = case.terms.other_bodies.value is rights.OtherBodies.FOI_OR_NEED
    return case.terms.grounds.get(rights.Ground.LAW, ()) if sent else case.terms.other_bodies.cites


def _right(case: Case, rule: str) -> Cites:
    return {
        "S2": statute("LGA 1972 s100F(1)"),
        "S3": statute("SI 2012/2089 reg 16(1)", "SI 2012/2089 reg 16(2)"),
        "S4": statute("SI 2012/2089 reg 16(3)", "SI 2012/2089 reg 16(4)"),
    }[rule]


def _local_opening(case: Case) -> Cites:
    among = case.opened_among
    return tuple(cite for term, cites in case.terms.opened.items() if term.value in among for cite in cites)


def _gateway(case: Case) -> Cites:
    """The words by which statute opens paragraphs 3 and 6."""
    if case.on_executive_paper:
        return statute("SI 2012/2089 reg 16(6)")
    letters = {of.Paragraph.P3: "LGA 1972 s100F(2A)(a)", of.Paragraph.P6: "LGA 1972 s100F(2A)(b)"}
    return tuple(cite for p in case.opened_among for cite in statute(letters[p]))


def _closed(case: Case) -> tuple[Note, ...]:
    """What a refusal says of a paper that stays closed to members who are not on the body."""
    if not case.is_exempt:
        return ()
    local = case.terms.inspection.get(rights.Inspection.EXEMPT_CLOSED, ()) or case.terms.other_bodies.cites
    if case.as_adopted and case.terms.other_bodies.value is rights.OtherBodies.FOI_OR_NEED:
        return (Note(CLOSED_BY_TEXT, local, on_refusal=True),)
    right = REGULATION_16 if case.on_executive_paper else SECTION_100F
    law = statute("SI 2012/2089 reg 16(5)" if case.on_executive_paper else "LGA 1972 s100F(2)")
    notes = [Note(CLOSED.format(right=right), (*local, *law), on_refusal=True)]
    if case.document.contract_terms is True and of.Paragraph.P3 in case.paragraphs:
        terms = statute("SI 2012/2089 reg 16(6)" if case.on_executive_paper else "LGA 1972 s100F(2A)(a)")
        notes.append(Note(NEGOTIATION, terms, on_refusal=True))
    return tuple(notes)


def under_paragraphs(case: Case) -> str:
    """«under paragraph 1 and 3», to stand behind «exempt»; nothing where no paragraph is known."""
    named = [paragraph.value for paragraph in case.paragraphs]
    return UNDER.format(paragraphs=listed(named)) if named else ""


def exempt_cites(case: Case, paragraph: of.Paragraph) -> Cites:
    """One paragraph of Schedule 12A, as the text writes it out and as the Act has it."""
    local = tuple(
        cite for term, cites in case.terms.exempt.items() if term.value == paragraph for cite in cites
    )
    if paragraph in of.HEARINGS:
        return (*local, *statute("SI 2008/1085 reg 8"))
    return (*local, *statute(f"LGA 1972 Sch 12A para {paragraph.value}"))
