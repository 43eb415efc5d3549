"""May somebody take up for their group what it was offered or told of, or say that it does not want it?"""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from briefings.models import Briefing
from briefings.policies.parts import Part, ask, one_of, question
from briefings.states import OPEN_OFFERS, BriefingState
from council.queries import Standing
from rulebook.briefing.given import EqualAccess
from rulebook.decision import Decision, refused
from rulebook.duty import Duty

_FOR_GROUP = gettext_lazy("Your group’s leader, or whoever may ask for the group, answers this.")
_TAKE_UP = question(
    Duty.SHARE_BRIEFING,
    one_of(Part.SPEAKS_FOR_GROUP),
    _FOR_GROUP,
    OPEN_OFFERS,
    gettext_lazy("Your group has it already, or asked for it itself."),
)
_PASS_BY = question(
    Duty.SHARE_BRIEFING,
    one_of(Part.SPEAKS_FOR_GROUP),
    _FOR_GROUP,
    (BriefingState.OFFERED, BriefingState.TOLD, BriefingState.AGREED),
    gettext_lazy("Your group has answered already."),
)


def may_take_up(who: Standing, briefing: Briefing) -> Decision:
    """May the person take it up for the group: an offer, or a copy of what it was told of?

    Where the text has the others told and no more (MW-12.3d), there is nothing to take up: the group asks.
    """
    decision = ask(_TAKE_UP, who, briefing)
    if not decision.allowed or decision.rule is None or briefing.matter is None:
        return decision
    if briefing.matter.equal_access == EqualAccess.INFORM_ALL:
        return refused(
            decision.rule,
            _("The protocol has your group told of it. If your group wants the same, ask for it."),
        )
    return decision


def may_pass_by(who: Standing, briefing: Briefing) -> Decision:
    """May the person say that the group does not want it now?"""
    decision = ask(_PASS_BY, who, briefing)
    if decision.allowed and decision.rule and briefing.origin == Briefing.Origin.ASKED:
        return refused(decision.rule, _("Your group asked for this. Take the request back instead."))
    told = briefing.matter is not None and briefing.matter.equal_access == EqualAccess.INFORM_ALL
    if decision.allowed and decision.rule and told:
        return refused(decision.rule, _("Your group was told of it, so there is nothing to answer."))
    return decision
