"""May somebody ask for their group, and take it back; and if not, why not?"""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from briefings.models import Briefing
from briefings.policies.parts import Part, ask, asks_as_leader, one_of, question
from briefings.queries import visible_to
from briefings.states import BriefingState
from casework.policies.asking import rule_of
from council.queries import Standing, protocol_in_force
from rulebook.briefing.request import Requester
from rulebook.decision import Decision, allowed, refused, unknown
from rulebook.duty import Duty

_WITHDRAW = question(
    Duty.ASK_BRIEFING,
    one_of(Part.SPEAKS_FOR_GROUP),
    gettext_lazy("Whoever asked, or your group’s leader, takes it back."),
    (BriefingState.ASKED, BriefingState.REFERRED, BriefingState.AGREED),
    gettext_lazy("It was given, declined or taken back already."),
)


def requester(who: Standing) -> Requester:
    """As whom the person asks for their group: its leader (or in the leader’s place), or another member."""
    leads = asks_as_leader(who, protocol_in_force().key)
    return Requester.GROUP_LEADER if leads else Requester.GROUP_MEMBER


def may_ask(who: Standing) -> Decision:
    """May the person open the form? A member of a political group; what the text bars is said on sending."""
    text = protocol_in_force()
    rule = rule_of(Duty.ASK_BRIEFING, text.key)
    if not who.in_post:
        return refused(rule, _("You hold no post here today, so you cannot do this."))
    if who.term is None:
        return refused(rule, _("Members ask for their political group here."))
    if who.group_id is None:
        return refused(
            rule,
            _(
                "Briefings are for political groups, and you are in none today. As a member you can log an"
                " enquiry and get the facts."
            ),
        )
    names = text.briefings.requesters
    if names and requester(who) not in names:
        return refused(
            rule,
            _("Only the leader of your group asks for it. Ask your leader to send the request."),
            names.get(Requester.GROUP_LEADER, rule.cites),
        )
    return allowed(rule)


def may_know(who: Standing, briefing: Briefing) -> Decision:
    """May the person learn that it exists? Whoever may not gets the page of a number that never was."""
    rule = rule_of(Duty.KEEP_GROUP_TALK, briefing.protocol)
    if not who.in_post or not visible_to(who).filter(pk=briefing.pk).exists():
        return unknown()
    return allowed(rule)


def may_withdraw(who: Standing, briefing: Briefing) -> Decision:
    """May the person take the group’s request back?"""
    decision = ask(_WITHDRAW, who, briefing)
    if decision.allowed and decision.rule and briefing.origin != Briefing.Origin.ASKED:
        return refused(decision.rule, _("Your group did not ask for this. Say that you do not want it."))
    return decision
