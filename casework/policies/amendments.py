"""Who drafts an amendment, reads it, says something to it, and has it adopted; and why not."""

import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.models import Amendment, Consulted
from casework.policies.asking import Question, answer, rule_of
from casework.queries.amendments import (
    OUT,
    asked_now,
    changes_anything,
    keeps,
    outstanding,
    overtaken_paragraph,
    visible_to,
)
from casework.queries.taking_turns import first_term_in_the_way
from casework.states import AmendmentState
from casework.wording import long_date
from council.queries import Standing, protocol_in_force
from council.queries.versions import last_version
from council.rules import Role
from rulebook.decision import Decision, allowed, refused
from rulebook.duty import Duty
from rulebook.post import Post

# A first day with a wrong year could never be taken back, and nothing else could be adopted before it.
_LATEST = datetime.timedelta(days=366)
NOT_YOURS = gettext_lazy("Only the monitoring officer and democratic services draft amendments.")


def _knows(who: Standing, amendment: Amendment) -> bool:
    return visible_to(who).filter(pk=amendment.pk).exists()


def _anyone(who: Standing, amendment: Amendment) -> bool:
    return True


def _keeps(who: Standing, amendment: Amendment) -> bool:
    return keeps(who)


def _proper(who: Standing, amendment: Amendment) -> bool:
    return records_adoptions(who)


def records_adoptions(who: Standing) -> bool:
    """Do they put the council’s minute on record: the monitoring officer, the proper officer?"""
    return who.has(Role.MONITORING_OFFICER) or Post.PROPER_OFFICER in who.posts


_SEE = Question[Amendment](Duty.AMEND_PROTOCOL, _anyone)
_CHANGE = Question[Amendment](
    Duty.AMEND_PROTOCOL,
    _keeps,
    NOT_YOURS,
    (AmendmentState.DRAFTED,),
    gettext_lazy("The draft has gone out. Make a minor edit, or take it back to the draft first."),
)
_EDIT = Question[Amendment](
    Duty.AMEND_PROTOCOL,
    _keeps,
    NOT_YOURS,
    OUT,
    gettext_lazy("Minor edits are made after the draft has gone out and before the council decides."),
)
_SEND_OUT = Question[Amendment](
    Duty.AMEND_PROTOCOL,
    _keeps,
    NOT_YOURS,
    (AmendmentState.DRAFTED, *OUT),
    gettext_lazy("The council has decided, so nobody else can be asked."),
)
_ANSWER = Question[Amendment](
    Duty.AMEND_PROTOCOL,
    _keeps,
    NOT_YOURS,
    OUT,
    gettext_lazy("Answers are put on record while the amendment is out and the council has not decided."),
)
_SAY = Question[Amendment](
    Duty.AMEND_PROTOCOL,
    _anyone,
    "",
    OUT,
    gettext_lazy("This is not out to consultation, so nothing can be sent to it."),
)
_RECOMMEND = Question[Amendment](
    Duty.REVIEW_PROTOCOL,
    _keeps,
    NOT_YOURS,
    (AmendmentState.DRAFTED, AmendmentState.CONSULTED),
    gettext_lazy("It is recommended already, or the council has decided."),
)
_RECORD = Question[Amendment](
    Duty.AMEND_PROTOCOL,
    _proper,
    gettext_lazy("The monitoring officer or the proper officer puts the council’s minute on record."),
    (AmendmentState.RECOMMENDED,),
    gettext_lazy("Its adoption is on record already, or the committee has not recommended it yet."),
)
_CONFIRM = Question[Amendment](
    Duty.AMEND_PROTOCOL,
    lambda who, amendment: keeps(who) or records_adoptions(who),
    gettext_lazy("The monitoring officer, the proper officer or democratic services confirm an adoption."),
    (AmendmentState.MINUTED,),
    gettext_lazy("No adoption waits to be confirmed here."),
)
_REOPEN = Question[Amendment](
    Duty.AMEND_PROTOCOL,
    _keeps,
    NOT_YOURS,
    OUT,
    gettext_lazy("It is a draft already, or the council has decided."),
)
_ABANDON = Question[Amendment](
    Duty.AMEND_PROTOCOL,
    _keeps,
    NOT_YOURS,
    (AmendmentState.DRAFTED, *OUT),
    gettext_lazy("The council has decided, or it was given up already."),
)


def _answer(question: Question[Amendment], who: Standing, amendment: Amendment) -> Decision:
    return answer(question, who, amendment, text=amendment.protocol, state=amendment.state, knows=_knows)


def _no(amendment: Amendment, sentence: str) -> Decision:
    return refused(rule_of(Duty.AMEND_PROTOCOL, amendment.protocol), sentence)


def may_draft(who: Standing) -> Decision:
    """May the person begin an amendment?"""
    rule = rule_of(Duty.AMEND_PROTOCOL, protocol_in_force().key)
    if not who.in_post:
        return refused(rule, _("You hold no post here today, so you cannot do this."))
    return allowed(rule) if keeps(who) else refused(rule, str(NOT_YOURS))


def may_review(who: Standing) -> Decision:
    """May the person put a review on record? (WF-9.1, WO-E-9.3.3a)"""
    rule = rule_of(Duty.REVIEW_PROTOCOL, protocol_in_force().key)
    if not who.in_post:
        return refused(rule, _("You hold no post here today, so you cannot do this."))
    sentence = _("Only the monitoring officer and democratic services put a review on record.")
    return allowed(rule) if keeps(who) else refused(rule, sentence)


def may_see_amendment(who: Standing, amendment: Amendment) -> Decision:
    """May the person know of it? Seeing is the query."""
    return _answer(_SEE, who, amendment)


def may_change_amendment(who: Standing, amendment: Amendment) -> Decision:
    """May the person change the draft?"""
    return _answer(_CHANGE, who, amendment)


def may_edit_amendment(who: Standing, amendment: Amendment) -> Decision:
    """May the person make a minor edit, the chairman having been consulted? (WO-P-REP.2)"""
    return _answer(_EDIT, who, amendment)


def may_send_out(who: Standing, amendment: Amendment) -> Decision:
    """May the person ask others about it? Only of something that changes anything."""
    decision = _answer(_SEND_OUT, who, amendment)
    if decision.allowed and not changes_anything(amendment):
        return _no(amendment, _("Nothing changes yet. Draft a paragraph or a local term first."))
    return decision


def may_record_answer(who: Standing, consulted: Consulted) -> Decision:
    """May the person put on record what somebody who was asked has answered? Once."""
    decision = _answer(_ANSWER, who, consulted.amendment)
    if decision.allowed and consulted.answered_on is not None:
        return _no(consulted.amendment, _("The answer is on record already."))
    return decision


def may_say(who: Standing, amendment: Amendment) -> Decision:
    """May the person send words to it? Every member and officer may, until its last day is over."""
    decision = _answer(_SAY, who, amendment)
    if decision.allowed and (amendment.answer_by is None or amendment.answer_by < who.on):
        return _no(amendment, _("The consultation is over. Write to the monitoring officer."))
    return decision


def may_recommend(who: Standing, amendment: Amendment) -> Decision:
    """May the person put the committee’s recommendation on record? (WO-P-REP.1)"""
    decision = _answer(_RECOMMEND, who, amendment)
    if decision.allowed and not changes_anything(amendment):
        return _no(amendment, _("Nothing changes yet. Draft a paragraph or a local term first."))
    return decision


def may_record_adoption(who: Standing, amendment: Amendment) -> Decision:
    """May the person put the council’s minute on record? Not while somebody asked may still answer."""
    decision = _answer(_RECORD, who, amendment)
    not_yet = _is_ready(who, amendment) if decision.allowed else None
    return decision if not_yet is None else not_yet


def _is_ready(who: Standing, amendment: Amendment) -> Decision | None:
    """Why it cannot be adopted yet; None where it can."""
    if not asked_now(amendment).exists():
        return _no(
            amendment, _("Nobody has been asked about these words yet. Send it out to consultation first.")
        )
    waits = outstanding(amendment, on=who.on).first()
    if waits is not None:
        words = _("%(name)s may answer until %(day)s. Record the answer, or wait until that day is over.")
        return _no(amendment, words % {"name": waits.name, "day": long_date(waits.answer_by)})
    return _stopped(amendment)


def _stopped(amendment: Amendment) -> Decision | None:
    """Whether nothing of it is left, or one of its paragraphs reads otherwise by now."""
    if not changes_anything(amendment):
        return _no(amendment, _("Nothing changes in it any more. Take it back to the draft, or give it up."))
    found = overtaken_paragraph(amendment)
    if found is None:
        return None
    words = _("Paragraph %(anchor)s was amended in the meantime. Take this back and draft it again.")
    return _no(amendment, words % {"anchor": found.anchor})


def may_confirm_adoption(who: Standing, amendment: Amendment) -> Decision:
    """May the person confirm the adoption, or send it back? Never whoever recorded it."""
    decision = _answer(_CONFIRM, who, amendment)
    if decision.allowed and amendment.minuted_by_id == who.person.pk:
        return _no(amendment, _("You recorded this adoption, so somebody else confirms it."))
    return decision


def may_hold_from(
    who: Standing, amendment: Amendment, from_on: datetime.date | None, minute: str
) -> Decision:
    """May it hold from that day by that minute? The day is to come, and no other version stands in its way.

    What is open on that day was opened before it, so it keeps the text that it was opened under. (PA-INT.6)
    """
    if from_on is None:
        return _no(amendment, _("Enter the day from which it holds. The protocol asks for its date."))
    if not minute.strip():
        return _no(amendment, _("Enter the council’s minute. Nothing is adopted without one."))
    if from_on <= who.on:
        words = _("Choose a day after today: what is open already keeps the text that it was opened under.")
        return _no(amendment, words)
    if from_on > who.on + _LATEST:
        words = _("Choose a day within a year. A later one would stand in the way of other amendments.")
        return _no(amendment, words)
    in_the_way = _in_turn(amendment, from_on)
    return allowed(rule_of(Duty.AMEND_PROTOCOL, amendment.protocol)) if in_the_way is None else in_the_way


def _in_turn(amendment: Amendment, from_on: datetime.date) -> Decision | None:
    """What stands in the way of that day: a later version, another text, a local term; None for nothing."""
    last = last_version()
    if last is not None and from_on < last.from_on:
        words = _("«%(label)s» holds from %(day)s. Choose that day or a later one.")
        return _no(amendment, words % {"label": last.label, "day": long_date(last.from_on)})
    in_force = protocol_in_force(from_on)
    if in_force.key != amendment.protocol:
        words = _("On that day «%(name)s» is in force, and this amends another text. Draft it again.")
        return _no(amendment, words % {"name": in_force.name})
    term = first_term_in_the_way(amendment, from_on=from_on)
    if term is not None:
        words = _("The local term «%(term)s» has its own days around that one. End it before, then adopt.")
        return _no(amendment, words % {"term": str(term)})
    return None


def may_adopt(who: Standing, amendment: Amendment) -> Decision:
    """May the person confirm it now, from the day and by the minute that were recorded?"""
    decision = may_confirm_adoption(who, amendment)
    if not decision.allowed:
        return decision
    stopped = _stopped(amendment)
    if stopped is not None:
        return stopped
    return may_hold_from(who, amendment, amendment.from_on, amendment.minute)


def may_reopen_draft(who: Standing, amendment: Amendment) -> Decision:
    """May the person take it back to the draft?"""
    return _answer(_REOPEN, who, amendment)


def may_abandon(who: Standing, amendment: Amendment) -> Decision:
    """May the person give it up?"""
    return _answer(_ABANDON, who, amendment)
