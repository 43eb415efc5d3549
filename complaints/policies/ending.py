"""May somebody say what is put right and by whom, say that it is done, and close the complaint?"""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.policies.asking import rule_of
from complaints.models import Complaint, Remedy, Writing
from complaints.policies.deciding import asked, decides_as_it_stands
from complaints.policies.parts import KEEPERS, parts_of, question
from complaints.policies.seeing import may_read
from complaints.queries.hearing import left_to_tell_outcome, without_owner
from complaints.states import ComplaintState
from council.queries import Standing
from rulebook.decision import Decision, allowed, refused, unknown
from rulebook.duty import Duty

_NOT_YOURS = gettext_lazy("Only whoever decides the complaint can do this.")
_REMEDY = question(
    Duty.TELL_OUTCOME,
    decides_as_it_stands,
    _NOT_YOURS,
    (ComplaintState.DECIDED, ComplaintState.REFERRED),
    gettext_lazy("What is put right is said once the complaint is decided, and before it is closed."),
)
_CLOSE = question(
    Duty.TELL_OUTCOME,
    decides_as_it_stands,
    _NOT_YOURS,
    (ComplaintState.DECIDED, ComplaintState.REFERRED),
    gettext_lazy("A complaint is closed after it is decided, and once."),
)


def may_set_remedy(who: Standing, complaint: Complaint) -> Decision:
    """May the person say what is put right, by whom and by when?"""
    return asked(_REMEDY, who, complaint)


def may_see_remedy(who: Standing, remedy: Remedy) -> Decision:
    """May the person read what is to be put right? Its owner reads that alone; who deals with it, all."""
    complaint = remedy.complaint
    rule = rule_of(Duty.TELL_OUTCOME, complaint.protocol)
    if not who.in_post or complaint.erased_at is not None:
        return unknown()
    if remedy.owner_id == who.person.pk:
        return allowed(rule)
    if parts_of(who, complaint) & KEEPERS:
        return may_read(who, complaint)
    return unknown()


def may_finish_remedy(who: Standing, remedy: Remedy) -> Decision:
    """May the person say that it is done? Its owner, or who deals with the complaint; once."""
    decision = may_see_remedy(who, remedy)
    if decision.allowed and decision.rule and remedy.done_on is not None:
        return refused(decision.rule, _("This is recorded as done already."))
    return decision


def may_pass_on_remedy(who: Standing, remedy: Remedy) -> Decision:
    """May the person give it to another owner? Who deals with the complaint, until it is done."""
    decision = may_finish_remedy(who, remedy)
    if decision.allowed and decision.rule and not parts_of(who, remedy.complaint) & KEEPERS:
        return refused(decision.rule, _("Those who deal with the complaint say who sees to it."))
    return decision


def may_close(who: Standing, complaint: Complaint) -> Decision:
    """May the person close it? Once all who hear were told, and somebody in office sees to each remedy."""
    return asked(_CLOSE, who, complaint, then=lambda: why_not_closed(who, complaint))


def why_not_closed(who: Standing, complaint: Complaint) -> str:
    """What is still to be done before it can be closed, in a sentence; nothing where all is done."""
    came = complaint.writings.filter(kind=Writing.Kind.CAME_OF_IT).exists()
    if complaint.state == ComplaintState.REFERRED and not came:
        return _("Say first what came of it in the other procedure.")
    if left_to_tell_outcome(complaint, on=who.on):
        return _("Somebody who is to hear the outcome was not told yet. Tell them first.")
    if without_owner(complaint, on=who.on):
        return _("Something is to be put right, and nobody in office sees to it. Name somebody first.")
    return ""
