"""May somebody send a complaint on to another procedure, and say what came of it?"""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from complaints.models import Complaint, Writing
from complaints.policies.consulting import was_consulted
from complaints.policies.deciding import asked, decides_as_it_stands
from complaints.policies.parts import question
from complaints.policies.telling import LEADER_BARRED
from complaints.queries.hearing import leader_to_refer_to
from complaints.queries.referring import onward
from complaints.states import ComplaintState
from council.queries import Standing
from rulebook.complaint import Procedure
from rulebook.decision import Decision, refused
from rulebook.duty import Duty
from rulebook.post import Post

_NOT_YOURS = gettext_lazy("Only whoever decides the complaint can do this.")
_REFER = question(
    Duty.REFER_COMPLAINT,
    decides_as_it_stands,
    _NOT_YOURS,
    (
        ComplaintState.RECEIVED,
        ComplaintState.ACKNOWLEDGED,
        ComplaintState.ASSESSED,
        ComplaintState.INVESTIGATING,
        ComplaintState.DECIDED,
    ),
    gettext_lazy("The complaint is with another procedure already, or it has ended."),
)
_THERE = question(
    Duty.REFER_COMPLAINT,
    decides_as_it_stands,
    _NOT_YOURS,
    (ComplaintState.REFERRED,),
    gettext_lazy("The complaint is not with another procedure."),
)


def may_refer(who: Standing, complaint: Complaint) -> Decision:
    """May the person send it on? Where the text has another procedure open for such a complaint."""

    def then() -> str:
        found = onward(complaint, on=who.on)
        return "" if found else _("The protocol names no other procedure for such a complaint.")

    return asked(_REFER, who, complaint, then=then)


def may_refer_to(who: Standing, complaint: Complaint, to: Procedure | Post) -> Decision:
    """May it go there? Where the text says so of a complaint as grave as this, to nobody who is a side."""
    decision = may_refer(who, complaint)
    if not decision.allowed or decision.rule is None:
        return decision
    if to not in [one.to for one in onward(complaint, on=who.on)]:
        return refused(decision.rule, _("The protocol does not let this complaint go there."))
    if to is Post.GROUP_LEADER:
        leader = leader_to_refer_to(complaint, on=who.on)
        if leader is not None and leader.why_not is not None:
            return refused(decision.rule, str(LEADER_BARRED[leader.why_not]))
    return decision


def may_bring_back(who: Standing, complaint: Complaint) -> Decision:
    """May the person say what came of it there? Once."""

    def then() -> str:
        said = complaint.writings.filter(kind=Writing.Kind.CAME_OF_IT).exists()
        return _("What came of it is recorded already.") if said else ""

    return asked(_THERE, who, complaint, then=then)


def may_bring_back_so(who: Standing, complaint: Complaint, *, was_investigated: bool) -> Decision:
    """The same, once it is known whether the code was investigated: then the Independent Person comes first
    (Localism Act 2011, section 28(7)).
    """
    decision = may_bring_back(who, complaint)
    needed = complaint.referred_to == Procedure.CODE_OF_CONDUCT and was_investigated
    if decision.allowed and decision.rule and needed and not was_consulted(complaint):
        return refused(
            decision.rule,
            _(
                "The Independent Person must be asked before a breach of the code is decided. "
                "Their view must be on the file."
            ),
        )
    return decision
