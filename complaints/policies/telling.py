"""May somebody tell how it ended, write for the group leader, and read what was written for them alone?"""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.policies.asking import rule_of
from complaints.models import Complaint, Told
from complaints.policies.deciding import asked
from complaints.policies.parts import KEEPERS, SIDES, Part, one_of, parts_of, question
from complaints.policies.seeing import may_read
from complaints.queries import visible_to
from complaints.queries.hearing import (
    WhyNot,
    leader_who_may_hear,
    left_to_tell_outcome,
    was_told,
    writes_for_leader,
)
from complaints.queries.judging import parties
from complaints.states import ComplaintState
from council.queries import Standing
from rulebook.decision import Decision, allowed, refused, unknown
from rulebook.duty import Duty
from rulebook.post import Post

WORDS_FOR_ONE = (Told.What.BEFORE, Told.What.WORDS)
LEADER_BARRED = {
    WhyNot.PARTY: gettext_lazy("The group leader is a side of this complaint, so nobody is told."),
    WhyNot.NOBODY: gettext_lazy("Nobody leads the group of the member today, so nobody can be told."),
}
_TELL = question(
    Duty.TELL_OUTCOME,
    one_of(*KEEPERS),
    gettext_lazy("Those who deal with the complaint tell how it ended."),
    (ComplaintState.DECIDED,),
    gettext_lazy("The outcome is told once it is decided, until the complaint is closed."),
)
_LEADER = question(
    Duty.TELL_OUTCOME,
    lambda who, complaint: writes_for_leader(who.person, complaint),
    gettext_lazy("Only the monitoring officer finds whether the group leader is told, and writes the words."),
    (ComplaintState.DECIDED, ComplaintState.REFERRED),
    gettext_lazy("The group leader can be told of the findings once they are made."),
)
_OUTCOME = question(Duty.TELL_OUTCOME, one_of(*Part), "")


def may_tell_outcome(who: Standing, complaint: Complaint) -> Decision:
    """May the person tell those who are to hear how it ended?"""

    def then() -> str:
        left = left_to_tell_outcome(complaint, on=who.on)
        return "" if left else _("Everybody who is to hear the outcome was told.")

    return asked(_TELL, who, complaint, then=then)


def may_write_for_leader(who: Standing, complaint: Complaint) -> Decision:
    """May the person write for the group leader (WF-8.11)? Never where the leader is a side of it today."""

    def then() -> str:
        leader = leader_who_may_hear(complaint, on=who.on)
        if leader is None:
            return _("The protocol does not have the group leader told of such a complaint.")
        if leader.why_not is not None:
            return str(LEADER_BARRED[leader.why_not])
        told = was_told(complaint, Told.What.WORDS, leader.told_as)
        return _("The group leader was told already.") if told else ""

    return asked(_LEADER, who, complaint, then=then)


def may_leave_leader_untold(who: Standing, complaint: Complaint) -> Decision:
    """May the person decide that the group leader is not told? Once, and not after they were told."""
    decision = may_write_for_leader(who, complaint)
    if decision.allowed and decision.rule and leader_is_left_untold(complaint):
        return refused(decision.rule, _("It was decided already that the group leader is not told."))
    return decision


def leader_is_left_untold(complaint: Complaint) -> bool:
    """Whether it was decided that the group leader is not told."""
    return was_told(complaint, Told.What.NOT_TOLD, Post.GROUP_LEADER.value)


def may_read_words(who: Standing, told: Told) -> Decision:
    """May the person read what was written for them? They alone, in office, and never a side of it."""
    complaint = told.complaint
    is_theirs = told.what in WORDS_FOR_ONE and told.person_id == who.person.pk
    gone = complaint.erased_at is not None or told.writing is None or told.writing.erased_at is not None
    if not is_theirs or gone or not who.in_post or who.person.pk in parties(complaint):
        return unknown()
    return allowed(rule_of(Duty.TELL_OUTCOME, complaint.protocol))


def may_take_out_letter(who: Standing, complaint: Complaint, side: str) -> Decision:
    """May the person take out the letter to a side on paper? Each side its own; who deals with it, any.

    Only once that side was told how it ended.
    """
    decision = may_read_outcome(who, complaint)
    if not decision.allowed or decision.rule is None:
        return decision
    mine = parts_of(who, complaint)
    if mine & SIDES:
        fits = Part(side) in mine if side in list(Part) else False
        return decision if fits else refused(decision.rule, _("Only the letter to you is yours to take out."))
    if not mine & KEEPERS:
        return refused(decision.rule, _("Those who deal with the complaint take out its letters."))
    if side in SIDES and was_told(complaint, Told.What.OUTCOME, side):
        return decision
    return refused(decision.rule, _("This side was not told yet how it ended. Tell them first."))


def may_read_outcome(who: Standing, complaint: Complaint) -> Decision:
    """May the person read how it ended? A side from the moment at which it was told."""
    if not complaint.outcome and complaint.state != ComplaintState.REFERRED:
        known = visible_to(who).filter(pk=complaint.pk).exists()
        rule = rule_of(Duty.TELL_OUTCOME, complaint.protocol)
        return refused(rule, _("This complaint is not decided yet.")) if known else unknown()
    read = may_read(who, complaint)
    if not read.allowed:
        return read
    side = parts_of(who, complaint) & SIDES
    if side and not was_told(complaint, Told.What.OUTCOME, next(iter(side)).value):
        rule = rule_of(Duty.TELL_OUTCOME, complaint.protocol)
        return refused(rule, _("You hear how it ended from those who deal with it. It is not told yet."))
    return allowed(rule_of(Duty.TELL_OUTCOME, complaint.protocol))
