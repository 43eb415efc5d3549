"""Where the next step of a complaint is taken: in each stage the first page that this person may open now."""

from collections.abc import Callable, Mapping

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from casework.screens.panels import Link, Way
from complaints import events
from complaints.models import Complaint, Writing
from complaints.policies import (
    consulting,
    deciding,
    ending,
    investigating,
    raising,
    referring,
    settling,
    steps,
    telling,
)
from complaints.queries.awaited import still_to_come
from complaints.states import ComplaintState
from council.queries import Standing

Ways = tuple[Way[Complaint], ...]
_SEND = Way(_("See where it goes, and send it"), "complaint-send", raising.may_send)
_HELP = Way(_("Say whether you help"), "complaint-help", settling.may_say_whether_they_help)
_SPOKE = Way(_("Say that you spoke with them"), "complaint-spoke", settling.may_say_they_spoke)
_SHOW = Way(_("Say what the other side may read"), "complaint-show-words", settling.may_choose_words)
_TRY = Way(_("Write down what was tried"), "complaint-tried", settling.may_record_attempt)
_ACKNOWLEDGE = Way(_("Acknowledge the complaint"), "complaint-acknowledge", steps.may_acknowledge)
_ASSESS = Way(_("Assess the complaint"), "complaint-assess", steps.may_assess)
_LOOK_INTO = (
    Way(_("Choose who investigates"), "complaint-investigator", steps.may_name_investigator),
    Way(_("Begin the investigation"), "complaint-begin", steps.may_begin),
)
_DECIDE = (
    Way(_("Say who decides"), "complaint-decider", deciding.may_name_decider),
    Way(_("Tell before the decision"), "complaint-before", deciding.may_tell_before),
    Way(_("Decide"), "complaint-decide", deciding.may_decide),
)
_REFER = (Way(_("Send it to another procedure"), "complaint-refer", referring.may_refer),)
# By what was said to follow when it was assessed.
_FOLLOWS: Mapping[str, Ways] = {"investigate": _LOOK_INTO, "decide": _DECIDE, "refer": _REFER}
_ANSWER = Way(_("Add what you are asked for"), "complaint-add", investigating.may_add)
_BEARING = Way(_("Read what is asked of you meanwhile"), "complaint-bearing", investigating.may_read_bearing)
_HEAR = (
    Way(_("Tell the other side"), "complaint-tell-subject", steps.may_tell_subject),
    Way(_("Send a draft of the findings"), "complaint-draft", investigating.may_send_draft),
)
_FIND = (Way(_("Record the findings"), "complaint-findings", investigating.may_record_findings),)
_TELL = Way(_("Tell the outcome"), "complaint-tell", telling.may_tell_outcome)
_LEADER = Way(_("Say whether the group leader is told"), "complaint-leader", telling.may_leave_leader_untold)
_CONSULT = Way(_("Ask the Independent Person"), "complaint-consult", consulting.may_ask_independent)
_CAME = Way(_("Say what came of it"), "complaint-came", referring.may_bring_back)
_CLOSE = Way(_("Close the complaint"), "complaint-close", ending.may_close)


def _always(*ways: Way[Complaint]) -> Callable[[Standing, Complaint], Ways]:
    return lambda who, complaint: ways


def _informal(who: Standing, complaint: Complaint) -> Ways:
    """Whoever was asked answers first; what the other side reads is chosen before anything is tried."""
    if settling.is_only_asked(who, complaint):
        return (_HELP,)
    return (_SPOKE, _TRY) if complaint.subject_told_at else (_SPOKE, _SHOW, _TRY)


def _assessed(who: Standing, complaint: Complaint) -> Ways:
    """What was said to follow; then whatever else there is, for whoever has no part in that."""
    said = complaint.stream.events.filter(kind=events.ASSESSED.name).order_by("-place")
    facts = said.values_list("facts", flat=True).first() or {}
    first = _FOLLOWS.get(str(facts.get("follows", "")), _LOOK_INTO)
    return (*first, *(way for ways in _FOLLOWS.values() if ways is not first for way in ways))


def _investigating(who: Standing, complaint: Complaint) -> Ways:
    """A side is heard; then comes the draft, then the findings, then the decision."""
    if complaint.writings.filter(kind=Writing.Kind.FINDINGS).exists():
        return _DECIDE
    side = investigating.side_of(who, complaint)
    if any(one.side is side for one in still_to_come(complaint)):
        return (_ANSWER, _BEARING)
    return (_BEARING, *_FIND) if complaint.comments_by else (_BEARING, *_HEAR)


_NEXT: Mapping[ComplaintState, Callable[[Standing, Complaint], Ways]] = {
    ComplaintState.RAISED: _always(_SEND),
    ComplaintState.INFORMAL: _informal,
    ComplaintState.RECEIVED: _always(_ACKNOWLEDGE),
    ComplaintState.ACKNOWLEDGED: _always(_ASSESS),
    ComplaintState.ASSESSED: _assessed,
    ComplaintState.INVESTIGATING: _investigating,
    ComplaintState.DECIDED: _always(_TELL, _LEADER, _CLOSE),
    ComplaintState.REFERRED: _always(_CONSULT, _CAME, _CLOSE),
}


def next_link(who: Standing, complaint: Complaint) -> Link | None:
    """The page of the next step that the person may open now; None where it is somebody else’s, or over."""
    ways = _NEXT.get(ComplaintState(complaint.state), _always())(who, complaint)
    for way in ways:
        if way.policy(who, complaint).allowed:
            return Link(str(way.text), reverse(way.name, args=[complaint.reference]))
    return None
