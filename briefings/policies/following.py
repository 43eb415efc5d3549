"""What may follow a briefing: a later question and its answer, words put to an officer, an incident."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from briefings.models import Attributed, Briefing, Question
from briefings.policies.parts import Part, ask, one_of, parts_of, question
from briefings.queries.following import officers_of
from briefings.states import BriefingState
from council.queries import Standing
from rulebook.decision import Decision, refused
from rulebook.duty import Duty

_FOR_THE_GROUP = gettext_lazy("This is for the members of the group.")
_GIVEN = (BriefingState.GIVEN,)
_NOT_GIVEN = gettext_lazy("Your group was not given it yet. Ask once it was.")


def _is_member(who: Standing, briefing: Briefing) -> bool:
    """A member of the group on the day; an assistant reads, and speaks for nobody."""
    return who.group_id == briefing.group_id


_ASK = question(Duty.SHARE_BRIEFING, _is_member, _FOR_THE_GROUP, _GIVEN, _NOT_GIVEN)
_ANSWER = question(
    Duty.SHARE_BRIEFING,
    one_of(Part.LEAD, Part.SPEAKER),
    gettext_lazy("Whoever sees to the matter, or speaks to the group, answers its questions."),
    _GIVEN,
    gettext_lazy("It was not given yet, so nothing is asked after it."),
)
_PUT = question(Duty.VERIFY_COMMENT, _is_member, _FOR_THE_GROUP, _GIVEN, _NOT_GIVEN)
_CHECK = question(
    Duty.VERIFY_COMMENT,
    one_of(Part.LEAD, Part.SPEAKER, Part.DECIDER, Part.MONITORING_OFFICER),
    gettext_lazy("Only the officer whose words they are checks them."),
)
_REPORT = question(
    Duty.REPORT_INCIDENT,
    lambda who, row: _is_member(who, row) or bool(parts_of(who, row) & {Part.LEAD, Part.SPEAKER}),
    gettext_lazy(
        "A member of the group reports this, or an officer who sees to the matter or speaks to the group."
    ),
    (BriefingState.AGREED, BriefingState.GIVEN),
    gettext_lazy("Nothing was agreed or given here, so no meeting took place."),
)


def may_ask_question(who: Standing, briefing: Briefing) -> Decision:
    """May the person ask a further question for the group? Once it has what it asked for or was offered."""
    return ask(_ASK, who, briefing)


def may_answer(who: Standing, briefing: Briefing, asked: Question | None = None) -> Decision:
    """May the person answer the group’s questions, or this one of them?"""
    decision = ask(_ANSWER, who, briefing)
    if decision.allowed and decision.rule and asked is not None and asked.answered_at is not None:
        return refused(decision.rule, _("This question has been answered already."))
    return decision


def may_put_words(who: Standing, briefing: Briefing) -> Decision:
    """May the person put words of the group’s record to an officer? No text bars it; one asks for it
    (WO-E-9.3.32l).
    """
    decision = ask(_PUT, who, briefing)
    if decision.allowed and decision.rule and not officers_of(briefing):
        return refused(decision.rule, _("No officer is recorded as having spoken to your group."))
    return decision


def may_check_words(who: Standing, briefing: Briefing, attributed: Attributed) -> Decision:
    """May the person say whether the words are theirs? The officer alone, and once."""
    decision = ask(_CHECK, who, briefing)
    if not decision.allowed or decision.rule is None:
        return decision
    if attributed.officer_id != who.person.pk:
        return refused(decision.rule, str(_CHECK.not_yours))
    if attributed.checked_at is not None:
        return refused(decision.rule, _("You have checked these words already."))
    return decision


def may_report_incident(who: Standing, briefing: Briefing) -> Decision:
    """May the person report what was said or done against an officer or a member at the group’s meeting?"""
    return ask(_REPORT, who, briefing)
