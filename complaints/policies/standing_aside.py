"""Who stands aside, who asks somebody else to, and who says that somebody else deals with it."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.policies.asking import rule_of
from complaints.models import Complaint, Handler
from complaints.policies.conflicts import conflicts_shown, was_asked
from complaints.policies.parts import KEEPERS, Part, ask, one_of, parts_of, question
from complaints.queries.replacing import keepers_of, replacements
from complaints.states import OPEN
from council.queries import Standing
from rulebook.decision import Decision, refused
from rulebook.duty import Duty
from rulebook.post import Post

_ENDED = gettext_lazy("It is over, so nobody stands aside in it any more.")
_HANDLERS = (Part.HELPER, Part.RECIPIENT, Part.COPIED, Part.INVESTIGATOR, Part.DECIDER, Part.INDEPENDENT)
_ASIDE = question(
    Duty.STAND_ASIDE,
    one_of(*_HANDLERS),
    gettext_lazy("Only whoever deals with it, or has a copy, can stand aside."),
    OPEN,
    _ENDED,
)
_ASK = question(
    Duty.STAND_ASIDE,
    one_of(*_HANDLERS, Part.COMPLAINANT, Part.SUBJECT),
    gettext_lazy("Only the two sides and those who deal with it can ask this."),
    OPEN,
    _ENDED,
)
_NAME = question(
    Duty.STAND_ASIDE,
    lambda who, complaint: confirms(who, complaint),
    gettext_lazy(
        "Whoever else deals with it, or the monitoring officer with a copy, says who takes somebody’s place."
    ),
    OPEN,
    _ENDED,
)


def confirms(who: Standing, complaint: Complaint) -> bool:
    """Whether the person is one who says that somebody else deals with it."""
    parts = parts_of(who, complaint)
    copied = Part.COPIED in parts and Post.MONITORING_OFFICER in who.posts
    return bool(parts & KEEPERS) or copied


def may_stand_aside(who: Standing, complaint: Complaint) -> Decision:
    """May the person stand aside? Always, where somebody else is there to take it."""
    decision = ask(_ASIDE, who, complaint)
    if not decision.allowed or decision.rule is None:
        return decision
    keepers = keepers_of(complaint)
    mine = [one for one in keepers if one.person_id == who.person.pk]
    if not mine or len(mine) < len(keepers):
        return decision
    if not replacements(complaint, who.person, part=mine[0].part, on=who.on):
        words = _("Nobody in the authority may take your place. Ask somebody from outside first.")
        return refused(decision.rule, words)
    return decision


def may_ask_for_another(who: Standing, complaint: Complaint) -> Decision:
    """May the person ask that somebody stands aside? Each side may, and whoever deals with it."""
    return ask(_ASK, who, complaint)


def may_name_another(who: Standing, complaint: Complaint, handler: Handler) -> Decision:
    """May the person say that somebody else deals with it in this one’s place?

    Only where the portal found a conflict that they may read, or where somebody asked with reasons: nobody
    takes a complaint from a colleague without one.
    """
    decision = ask(_NAME, who, complaint)
    if not decision.allowed:
        return decision
    rule = rule_of(Duty.STAND_ASIDE, complaint.protocol)
    if handler.complaint_id != complaint.pk or handler.ended_at is not None:
        return refused(rule, _("This person deals with it no longer."))
    if handler.person_id == who.person.pk:
        return refused(rule, _("Stand aside yourself: then it says who did it, and why."))
    if not conflicts_shown(who, handler) and not was_asked(complaint, handler):
        words = _(
            "The portal found nothing that keeps this person from it, and nobody asked. Ask, and say why."
        )
        return refused(rule, words)
    return decision
