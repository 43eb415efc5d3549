"""May somebody add to the file, or look into a complaint: hear both sides, show papers, write findings?"""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.policies.asking import Question
from complaints.models import Complaint, Disclosed, Side, Writing
from complaints.policies.parts import Part, one_of, parts_of, question
from complaints.policies.steps import BEFORE_DECISION, after_duty
from complaints.queries.awaited import still_to_come
from complaints.states import ComplaintState
from council.queries import Standing
from council.rules import Role
from rulebook.complaint import Bearing, PartyKind
from rulebook.decision import Decision, refused
from rulebook.duty import Duty
from rulebook.protocols import protocol
from rulebook.rule import Rule

_INVESTIGATES = gettext_lazy("This is for whoever investigates the complaint, and for nobody else.")
_WHILE = gettext_lazy("This is done while the complaint is being investigated.")
# What a member may not do in a matter of an officer: the text leaves it to management, or to a panel.
_MANAGEMENTS = frozenset({Bearing.REPORT_OR_WITNESS, Bearing.PANEL_ONLY})

_ADD = question(
    Duty.INVESTIGATE,
    one_of(Part.COMPLAINANT, Part.SUBJECT),
    gettext_lazy("Only the two sides add evidence and statements. Whoever investigates writes notes."),
    BEFORE_DECISION,
    gettext_lazy("Evidence and statements are taken from the day it is received until it is decided."),
)
_LOOK_INTO = question(
    Duty.INVESTIGATE,
    one_of(Part.INVESTIGATOR),
    _INVESTIGATES,
    (ComplaintState.INVESTIGATING,),
    _WHILE,
)
_BEARING = question(
    Duty.KEEP_COMPLAINT_CONFIDENTIAL,
    one_of(Part.COMPLAINANT),
    gettext_lazy("This is asked of whoever complains."),
    (ComplaintState.INVESTIGATING,),
    _WHILE,
)


def may_add(who: Standing, complaint: Complaint) -> Decision:
    """May the person add evidence or a statement of their side? A member who reports it, too (WF-5.6)."""
    return after_duty(_ADD, who, complaint)


def kinds_to_add(who: Standing, complaint: Complaint) -> tuple[Writing.Kind, ...]:
    """What the person may add: a reply is the other side’s, a comment follows a draft that they can read."""
    side = side_of(who, complaint)
    kinds = [Writing.Kind.STATEMENT, Writing.Kind.EVIDENCE]
    if side is Side.SUBJECT:
        kinds.insert(0, Writing.Kind.REPLY)
    drafts = Disclosed.objects.filter(writing__complaint=complaint, writing__kind=Writing.Kind.DRAFT)
    if complaint.state == ComplaintState.INVESTIGATING and drafts.filter(side=side).exists():
        kinds.insert(0, Writing.Kind.ON_DRAFT)
    return tuple(kinds)


def side_of(who: Standing, complaint: Complaint) -> Side:
    """The side of the person; that of those who deal with it for anybody else."""
    parts = parts_of(who, complaint)
    if Part.COMPLAINANT in parts:
        return Side.COMPLAINANT
    return Side.SUBJECT if Part.SUBJECT in parts else Side.HANDLERS


def may_note_interview(who: Standing, complaint: Complaint) -> Decision:
    """May the person write down what somebody said in an interview?"""
    return _managements(_LOOK_INTO, who, complaint)


def may_ask_reply(who: Standing, complaint: Complaint) -> Decision:
    """May the person ask the other side to reply by a day? Once the other side knows of it."""
    return _once_told(_managements(_LOOK_INTO, who, complaint), complaint)


def may_disclose(who: Standing, complaint: Complaint) -> Decision:
    """May the person show a paper of one side to the other, with a reason?"""
    return _once_told(_managements(_LOOK_INTO, who, complaint), complaint)


def may_send_draft(who: Standing, complaint: Complaint) -> Decision:
    """May the person send a draft of the findings to both sides? Once the other side knows of it."""
    return _once_told(_managements(_LOOK_INTO, who, complaint), complaint)


def may_record_findings(who: Standing, complaint: Complaint) -> Decision:
    """May the person record the findings? After both sides could comment on a draft."""
    decision = _once_told(_managements(_LOOK_INTO, who, complaint), complaint)
    if not decision.allowed or decision.rule is None:
        return decision
    if complaint.comments_by is None:
        return refused(decision.rule, _("Send the draft of the findings to both sides first."))
    waits = any(one.kind is Writing.Kind.ON_DRAFT for one in still_to_come(complaint))
    if waits and who.on <= complaint.comments_by:
        return refused(decision.rule, _("Both sides can still comment on the draft. Wait for their day."))
    return decision


def looks_into(who: Standing, complaint: Complaint) -> bool:
    """Whether the person investigates it today, and reads on its page what they cannot do yet."""
    return complaint.state == ComplaintState.INVESTIGATING and Part.INVESTIGATOR in parts_of(who, complaint)


def may_read_bearing(who: Standing, complaint: Complaint) -> Decision:
    """May the person say that they have read what is asked of whoever complains (WF-8.6 to 8.8)? Once."""
    decision = after_duty(_BEARING, who, complaint)
    if decision.allowed and decision.rule and complaint.bearing_read_at is not None:
        return refused(decision.rule, _("You said already that you have read this."))
    return decision


def bars_members(who: Standing, complaint: Complaint) -> Decision | None:
    """The refusal for a member in a matter that is management’s (WF-5.6, WF-8.5, MW-8.1b); None otherwise."""
    if who.has(Role.OFFICER) or not who.has(Role.MEMBER) or complaint.subject_kind != PartyKind.OFFICER:
        return None
    kinds = (PartyKind(complaint.complainant_kind), PartyKind(complaint.subject_kind))
    pairing = protocol(complaint.protocol).complaints.pairing(*kinds)
    asked = [one for one in (pairing.bearing if pairing else ()) if _MANAGEMENTS & set(one.values)]
    if not asked:
        return None
    says = _(
        "Management’s decision is management’s: a member reports the matter and gives evidence, no more."
    )
    cites = tuple(cite for one in asked for cite in one.cites)
    return refused(Rule(id=Duty.DECIDE_COMPLAINT.value, says=says, cites=cites), says)


def _managements(asked: Question[Complaint], who: Standing, complaint: Complaint) -> Decision:
    decision = after_duty(asked, who, complaint)
    barred = bars_members(who, complaint) if decision.allowed else None
    return decision if barred is None else barred


def _once_told(decision: Decision, complaint: Complaint) -> Decision:
    if decision.allowed and decision.rule and complaint.subject_told_at is None:
        return refused(decision.rule, _("Whoever it is about does not know of it yet. Tell them first."))
    return decision
