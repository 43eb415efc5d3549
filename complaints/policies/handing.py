"""May somebody hand on what they heard? Whom the text asks to, and nobody where it asks nobody."""

from django.utils.translation import gettext as _

from casework.policies.asking import rule_of
from complaints.models import HandedOn
from complaints.queries.handing import handed_on_visible_to
from complaints.queries.parties import kind_of
from council.queries import Standing, protocol_in_force
from rulebook.complaint import HandOn
from rulebook.decision import Decision, allowed, refused, unknown
from rulebook.duty import Duty


def duties_of(who: Standing) -> tuple[HandOn, ...]:
    """What the text in force asks this person to hand on."""
    kind = kind_of(who)
    return tuple(one for one in protocol_in_force().complaints.hand_on if one.by is kind)


def may_hand_on(who: Standing) -> Decision:
    """May the person hand something on under the protocol?"""
    rule = rule_of(Duty.HAND_ON, protocol_in_force().key)
    if not who.in_post:
        return refused(rule, _("You hold no post here today, so you cannot do this."))
    found = duties_of(who)
    if not found:
        return refused(rule, _("The protocol asks nobody in your role to hand on what they hear."), ())
    return allowed(rule, citations=found[0].to.cites)


def may_read_handed_on(who: Standing, row: HandedOn) -> Decision:
    """May the person read what was handed on? Whoever did it, and those to whom it went."""
    if not handed_on_visible_to(who).filter(pk=row.pk).exists():
        return unknown()
    return allowed(rule_of(Duty.HAND_ON, row.protocol))
