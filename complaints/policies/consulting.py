"""May somebody ask the Independent Person, read what was put to them, and give or enter their view?"""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.policies.asking import rule_of
from complaints.models import Complaint, Handler
from complaints.policies.deciding import asked, decides_as_it_stands
from complaints.policies.parts import question
from complaints.queries.consulting import asked_now, asked_of, can_sign_in, views_of
from complaints.states import ComplaintState
from council.queries import Standing
from rulebook.complaint import Procedure
from rulebook.decision import Decision, allowed, refused, unknown
from rulebook.duty import Duty

_THERE = question(
    Duty.REFER_COMPLAINT,
    decides_as_it_stands,
    gettext_lazy("Only whoever decides the complaint can do this."),
    (ComplaintState.REFERRED,),
    gettext_lazy("The complaint is not with another procedure."),
)
_GIVEN = gettext_lazy("The view of the Independent Person is on the file already.")


def may_ask_independent(who: Standing, complaint: Complaint) -> Decision:
    """May the person ask the Independent Person, under the code of conduct; another, where one is silent?"""

    def then() -> str:
        if complaint.referred_to != Procedure.CODE_OF_CONDUCT:
            return _("The Independent Person is asked only on the members’ code of conduct.")
        return str(_GIVEN) if was_consulted(complaint) else ""

    return asked(_THERE, who, complaint, then=then)


def may_enter_views(who: Standing, complaint: Complaint) -> Decision:
    """May the person enter the view of an Independent Person who cannot sign in here?"""

    def then() -> str:
        handler = asked_now(complaint)
        if handler is None:
            return _("The Independent Person was not asked yet.")
        if was_consulted(complaint):
            return str(_GIVEN)
        if can_sign_in(handler.person, on=who.on):
            return _("The Independent Person signs in here and gives their view themselves.")
        return ""

    return asked(_THERE, who, complaint, then=then)


def may_read_put(who: Standing, handler: Handler) -> Decision:
    """May the person read what was put to the Independent Person? They alone, on a page of its own."""
    if not asked_of(who).filter(pk=handler.pk).exists():
        return unknown()
    return allowed(rule_of(Duty.KEEP_COMPLAINT_CONFIDENTIAL, handler.complaint.protocol))


def may_accept_put(who: Standing, handler: Handler) -> Decision:
    """May the person say that they keep it confidential? Once, before they read it."""
    decision = may_read_put(who, handler)
    if decision.allowed and decision.rule and handler.accepted_at:
        return refused(decision.rule, _("You said already that you keep it confidential."))
    return decision


def may_give_views(who: Standing, handler: Handler) -> Decision:
    """May the person give their view? The Independent Person, once, before what came of it is recorded."""
    decision = may_read_put(who, handler)
    if not decision.allowed or decision.rule is None:
        return decision
    if handler.accepted_at is None:
        return refused(decision.rule, _("Say first that you keep it confidential. Then you can read it."))
    if was_consulted(handler.complaint):
        return refused(decision.rule, _("Your view is on the file already."))
    if handler.complaint.state != ComplaintState.REFERRED:
        return refused(decision.rule, _("It was decided already, so that no view is asked for any more."))
    return allowed(rule_of(Duty.REFER_COMPLAINT, handler.complaint.protocol))


def was_consulted(complaint: Complaint) -> bool:
    """Whether the Independent Person was asked and their view is on the file."""
    return asked_now(complaint) is not None and views_of(complaint) is not None
