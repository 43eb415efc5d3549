"""May they call, change, cancel or conclude a meeting, change its agenda, enter its notices; why not."""

from django.utils.translation import gettext_lazy as _

from access_rules.models import Meeting
from access_rules.policies.keeping import keeps_papers
from access_rules.queries.meetings import stage_of
from access_rules.rules.meeting_stages import Stage
from casework.policies.asking import Question, answer
from council.queries import Standing, protocol_in_force
from rulebook.decision import Decision
from rulebook.duty import Duty

_KEEPERS = _("Democratic services and the proper officer keep the meetings and their agendas.")
_OVER = _("The meeting was cancelled or has concluded, so nothing about it changes any more.")
_OPEN = (Stage.AHEAD, Stage.DUE)


def _is_keepers(who: Standing, _thing: object) -> bool:
    return keeps_papers(who)


def _knows(_who: Standing, _thing: object) -> bool:
    """Meetings stand open to everybody signed in: what is closed is papers, never that a body meets."""
    return True


_CALL: Question[None] = Question(Duty.GIVE_NOTICE, _is_keepers, not_yours=_KEEPERS)
_KEEP: Question[Meeting] = Question(
    Duty.GIVE_NOTICE, _is_keepers, not_yours=_KEEPERS, states=_OPEN, not_now=_OVER
)
_CONCLUDE: Question[Meeting] = Question(
    Duty.OPEN_PAPERS,
    _is_keepers,
    not_yours=_KEEPERS,
    states=(Stage.DUE,),
    not_now=_("A meeting is concluded on its day or later, once, and not where it was cancelled."),
)


def may_call_meeting(who: Standing) -> Decision:
    """May they enter a new meeting?"""
    return answer(_CALL, who, None, text=protocol_in_force().key, state="", knows=_knows)


def may_change_meeting(who: Standing, meeting: Meeting) -> Decision:
    """May they move it, or change its time, its place or whether it is private?"""
    return _of(_KEEP, who, meeting)


def may_cancel_meeting(who: Standing, meeting: Meeting) -> Decision:
    """May they cancel it?"""
    return _of(_KEEP, who, meeting)


def may_change_agenda(who: Standing, meeting: Meeting) -> Decision:
    """May they add, change or withdraw an item?"""
    return _of(_KEEP, who, meeting)


def may_publish_notice(who: Standing, meeting: Meeting) -> Decision:
    """May they enter that a notice was published?"""
    return _of(_KEEP, who, meeting)


def may_conclude_meeting(who: Standing, meeting: Meeting) -> Decision:
    """May they enter when it concluded? From then on the right to inspect before it is over."""
    return _of(_CONCLUDE, who, meeting)


def _of(question: Question[Meeting], who: Standing, meeting: Meeting) -> Decision:
    return answer(
        question,
        who,
        meeting,
        text=protocol_in_force().key,
        state=stage_of(meeting, on=who.on),
        knows=_knows,
    )
