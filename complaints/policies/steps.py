"""May somebody acknowledge a complaint, tell the other side, assess it, begin to look into it, report on it?

Whoever deals with it, in the stage for it, after the duty of confidentiality was accepted.
"""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.policies.asking import Question
from complaints.models import Complaint, Handler
from complaints.policies.parts import Part, ask, one_of, question
from complaints.policies.seeing import may_read
from complaints.states import ComplaintState
from council.queries import Standing
from rulebook.complaint import PartyKind
from rulebook.decision import Decision, refused
from rulebook.duty import Duty
from rulebook.protocols import protocol

BEFORE_DECISION = (
    ComplaintState.RECEIVED,
    ComplaintState.ACKNOWLEDGED,
    ComplaintState.ASSESSED,
    ComplaintState.INVESTIGATING,
)
_RECEIVES = gettext_lazy("This is for whoever received the complaint, and for nobody else.")
_DEALS = gettext_lazy("This is for those who deal with the complaint.")
_LOOKS = gettext_lazy("This is for whoever received the complaint or investigates it.")

_ACKNOWLEDGE = question(
    Duty.ACKNOWLEDGE_COMPLAINT,
    one_of(Part.RECIPIENT),
    _RECEIVES,
    (ComplaintState.RECEIVED,),
    gettext_lazy("It is acknowledged already, or not sent yet."),
)
_TELL_SUBJECT = question(
    Duty.INVESTIGATE,
    one_of(Part.RECIPIENT, Part.INVESTIGATOR, Part.DECIDER),
    _DEALS,
    BEFORE_DECISION,
    gettext_lazy("Nobody is to be told of it in this stage."),
)
_ASSESS = question(
    Duty.ASSESS_COMPLAINT,
    one_of(Part.RECIPIENT),
    _RECEIVES,
    (ComplaintState.ACKNOWLEDGED,),
    gettext_lazy("It is assessed once, after it was acknowledged."),
)
_NAME = question(
    Duty.INVESTIGATE,
    one_of(Part.RECIPIENT),
    _RECEIVES,
    (ComplaintState.ASSESSED,),
    gettext_lazy(
        "Whoever investigates is chosen after it was assessed, and before the investigation begins."
    ),
)
_BEGIN = question(
    Duty.INVESTIGATE,
    one_of(Part.RECIPIENT, Part.INVESTIGATOR),
    _LOOKS,
    (ComplaintState.ASSESSED,),
    gettext_lazy("An investigation begins after it was assessed, and once."),
)
_PROGRESS = question(
    Duty.TELL_OUTCOME,
    one_of(Part.RECIPIENT, Part.INVESTIGATOR),
    _LOOKS,
    (
        ComplaintState.ACKNOWLEDGED,
        ComplaintState.ASSESSED,
        ComplaintState.INVESTIGATING,
        ComplaintState.REFERRED,
    ),
    gettext_lazy("There is nothing to report: it is not acknowledged yet, or it is decided."),
)


def after_duty(asked: Question[Complaint], who: Standing, complaint: Complaint) -> Decision:
    """What the question answers; refused as well for one who has not accepted the duty of confidentiality."""
    decision = ask(asked, who, complaint)
    if not decision.allowed:
        return decision
    reads = may_read(who, complaint)
    return decision if reads.allowed else reads


def may_acknowledge(who: Standing, complaint: Complaint) -> Decision:
    """May the person tell whoever complains who has it, and when they hear again?"""
    return after_duty(_ACKNOWLEDGE, who, complaint)


def may_tell_subject(who: Standing, complaint: Complaint) -> Decision:
    """May the person tell the other side of the complaint, or say why that waits? Once."""
    decision = after_duty(_TELL_SUBJECT, who, complaint)
    if decision.allowed and decision.rule and complaint.subject_told_at is not None:
        return refused(decision.rule, _("The other side knows of it already."))
    return decision


def may_assess(who: Standing, complaint: Complaint) -> Decision:
    """May the person say what happens with it, and how grave it is where the text asks?"""
    return after_duty(_ASSESS, who, complaint)


def may_name_investigator(who: Standing, complaint: Complaint) -> Decision:
    """May the person choose who investigates? Where the text leaves it to whoever receives it."""
    decision = after_duty(_NAME, who, complaint)
    if decision.allowed and decision.rule and investigator_of(complaint) is not None:
        return refused(decision.rule, _("Somebody is named to investigate it already."))
    return decision


def may_begin(who: Standing, complaint: Complaint) -> Decision:
    """May the person begin the investigation? Not before somebody is named for it."""
    decision = after_duty(_BEGIN, who, complaint)
    if decision.allowed and decision.rule and investigator_of(complaint) is None:
        return refused(decision.rule, _("Nobody is named yet to investigate it. Choose somebody first."))
    return decision


def may_report_progress(who: Standing, complaint: Complaint) -> Decision:
    """May the person tell whoever complains how it goes (WF-8.3)?"""
    return after_duty(_PROGRESS, who, complaint)


def investigator_of(complaint: Complaint) -> Handler | None:
    """Who investigates today; None while nobody is named."""
    rows = complaint.handlers.filter(part=Handler.Part.INVESTIGATOR, ended_at__isnull=True)
    return rows.select_related("person").first()


def asks_how_grave(complaint: Complaint) -> bool:
    """Whether the text makes anything hang on how grave it is (WO-P-9.3.8b, WO-E-9.3.35f)."""
    kinds = (PartyKind(complaint.complainant_kind), PartyKind(complaint.subject_kind))
    pairing = protocol(complaint.protocol).complaints.pairing(*kinds)
    if pairing is None:
        return False
    ways = (one for route in pairing.routes for one in (*route.may_refer_to, *route.tell, *route.may_tell))
    return any(one.when.severity is not None for one in ways)
