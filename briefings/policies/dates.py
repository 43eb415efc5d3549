"""May somebody offer, choose, cancel or hold a date, or say who is in the room; and if not, why not?"""

import datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from briefings.models import Briefing, Matter, Session
from briefings.policies.matters import KEEPERS, MatterParts, answer, is_over, not_keeper
from briefings.policies.parts import Part, ask, one_of, question
from briefings.queries.giving import (
    STANDING,
    Senior,
    dates_to_choose,
    faults_of,
    has_date,
    others_listed,
)
from briefings.rules import giving as rules
from briefings.states import BriefingState, SessionState
from council.queries import Standing
from rulebook.briefing.request import Form
from rulebook.decision import Decision, refused
from rulebook.duty import Duty
from rulebook.protocols import protocol

_FOR_GROUP = gettext_lazy("Your group’s leader, or whoever may ask for the group, does this.")
_AGREED = (BriefingState.AGREED,)
_CHOOSE = question(
    Duty.SHARE_BRIEFING,
    one_of(Part.SPEAKS_FOR_GROUP),
    _FOR_GROUP,
    _AGREED,
    gettext_lazy("Your group chooses a date once the request is agreed and before it has been given."),
)
_ROOM = question(
    Duty.ATTEND_BRIEFING,
    one_of(Part.SPEAKS_FOR_GROUP),
    _FOR_GROUP,
    _AGREED,
    gettext_lazy("Your group lists who will be there once it is agreed and before it has been given."),
)
_REFUSE_ROOM = question(
    Duty.ATTEND_BRIEFING,
    one_of(Part.SPEAKER, Part.LEAD),
    gettext_lazy("Whoever speaks to the group says this, or whoever sees to the matter."),
    _AGREED,
    gettext_lazy("There is no meeting ahead to refuse."),
)


def may_offer_dates(who: Standing, matter: Matter) -> Decision:
    """May the person offer dates to the groups? A report is only read, so it has none."""

    def fault(parts: MatterParts) -> str:
        if matter.form == Form.REPORT:
            return _("A written report is read, so it has no date.")
        return is_over(matter) or not_keeper(parts)

    return answer(who, matter, Duty.SHARE_BRIEFING, fault)


def may_cancel(who: Standing, session: Session) -> Decision:
    """May the person cancel the date?"""
    return answer(who, session.matter, Duty.SHARE_BRIEFING, lambda parts: cancelling(session, parts))


def cancelling(session: Session, parts: MatterParts) -> str:
    """Why not to cancel it; empty where nothing bars it."""
    if session.state not in STANDING:
        return _("It was held, or is cancelled already.")
    return not_keeper(parts)


def may_hold(who: Standing, session: Session, *, at: datetime.datetime) -> Decision:
    """May the person record that the date was held, and who was there?"""
    return answer(who, session.matter, Duty.SHARE_BRIEFING, lambda parts: holding(session, who, parts, at=at))


def holding(
    session: Session,
    who: Standing,
    parts: MatterParts,
    *,
    at: datetime.datetime,
    senior: Senior | None = None,
) -> str:
    """Why not to record it; empty where nothing bars it. Who spoke must be somebody who may (WF-4.2)."""
    if session.state != SessionState.FIXED:
        return _("No group has chosen this date, or it is over.")
    if session.starts_at > at:
        return _("It has not begun. Record it once it was held.")
    # Whoever speaks at another date of the matter learns nothing of this one.
    speaks = any(one.ended_at is None and one.person_id == who.person.pk for one in session.speakers.all())
    if not (speaks or parts & KEEPERS):
        return _("Whoever sees to the matter records this, or whoever spoke.")
    named = any(one.ended_at is None for one in session.speakers.all())
    if not named or faults_of(session, senior):
        return _("Name an officer first who may speak on that day.")
    if not [one for one in session.briefings.all() if room_fault(one) == ""]:
        return _(
            "Every group that chose it lists somebody who is neither a member nor an officer. It is not held"
            " for a group until they are taken off its list."
        )
    return ""


def may_leave(who: Standing, session: Session, *, at: datetime.datetime) -> Decision:
    """May the person record that they left while the talk was political (WO-E-9.3.32b, HA-4.14b)?"""
    speaks = {one.person_id for one in session.speakers.all() if one.ended_at is None}
    return answer(
        who, session.matter, Duty.LEAVE_POLITICS, lambda _parts: leaving(session, who, speaks, at=at)
    )


def leaving(session: Session, who: Standing, speaks: set[int], *, at: datetime.datetime) -> str:
    """Why not to record it; empty where nothing bars it."""
    if session.state not in (SessionState.FIXED, SessionState.HELD) or session.starts_at > at:
        return _("The date has not begun.")
    if who.person.pk not in speaks:
        return _("An officer who spoke records this for themselves.")
    return ""


def may_choose_date(who: Standing, briefing: Briefing) -> Decision:
    """May the person choose a date for the group? It changes only when a date is cancelled."""
    decision = ask(_CHOOSE, who, briefing)
    if not decision.allowed or decision.rule is None:
        return decision
    if briefing.form == Form.REPORT:
        return refused(decision.rule, _("A written report is read, so it has no date."))
    if has_date(briefing):
        return refused(
            decision.rule, _("Your group has a date. Ask whoever sees to it if it no longer suits.")
        )
    if briefing.room_refused_because:
        return refused(
            decision.rule, _("Officers do not come to those listed. Say first who will be there instead.")
        )
    start = timezone.make_aware(datetime.datetime.combine(who.on, datetime.time()))
    if briefing.matter is None or not dates_to_choose(briefing, at=start).exists():
        return refused(decision.rule, _("No date is offered yet. Your group is told when there is one."))
    return decision


def may_list_room(who: Standing, briefing: Briefing) -> Decision:
    """May the person say who of the group will be there?"""
    decision = ask(_ROOM, who, briefing)
    if decision.allowed and decision.rule and briefing.form == Form.REPORT:
        return refused(decision.rule, _("A written report is read, so nobody meets."))
    return decision


def may_refuse_room(who: Standing, briefing: Briefing) -> Decision:
    """May the person say that officers do not come to those listed (WF-4.6, WO-E-9.3.32a)?

    Only where the text leaves it to officers and somebody else is listed; where the text bars it outright
    nobody needs to say so.
    """
    decision = ask(_REFUSE_ROOM, who, briefing)
    if not decision.allowed or decision.rule is None:
        return decision
    if not has_date(briefing) or not others_listed(briefing):
        return refused(decision.rule, _("The group lists members and officers only, or has no date yet."))
    found = rules.with_others_in_room(protocol(briefing.protocol), Form(briefing.form))
    if rules.may_be_refused(found):
        return decision
    return refused(
        decision.rule, _("The protocol gives officers no right to refuse because of who is there.")
    )


def room_fault(briefing: Briefing) -> str:
    """Why no date is held for the group as its list stands (HA-4.15b); empty where the text bars nothing."""
    if not others_listed(briefing):
        return ""
    if not barred_others(briefing):
        return ""
    return _("%(sentence)s The date is not held for this group until they are taken off the list.") % {
        "sentence": barred_others(briefing)
    }


def barred_others(briefing: Briefing) -> str:
    """The text’s sentence where it admits nobody but members and officers (HA-4.15b); else nothing."""
    text = protocol(briefing.protocol)
    said = text.briefings.non_members.value
    barred = rules.is_barred(rules.with_others_in_room(text, Form(briefing.form)))
    return _(said.says) if barred and said else ""


def asks_for_others(briefing: Briefing) -> bool:
    """Whether the text says anything of others at such a meeting; a written report has none."""
    stated = protocol(briefing.protocol).briefings.non_members
    return briefing.form != Form.REPORT and stated.value is not None
