"""Who hears of a request, of what was decided, and of an offer."""

from django.utils.translation import gettext_lazy as _

from briefings import events
from briefings.models import Briefing, Speaker
from briefings.subscribers.doors import Words, briefing_of, deciders, group, lead, plan
from casework.events import EventKind
from casework.models import CaseEvent
from casework.subscribers.plan import Plan
from council.models import Person
from rulebook.duty import Duty


def _who_has_it_to_do(event: CaseEvent) -> list[Person]:
    """Whoever decides or sees to it, and whoever was to speak to the group."""
    row = briefing_of(event)
    speakers = row.session.speakers.filter(ended_at__isnull=True) if row.session else Speaker.objects.none()
    people = [one.person for one in speakers.select_related("person")]
    return list(dict.fromkeys([*deciders(event), *lead(event), *people]))


def _offered(row: Briefing) -> Words:
    """Why the group has it: another group asked, or officers offer it to all."""
    if row.matter is not None and row.matter.offered_by_id:
        return _("Officers offer it to every political group alike. No group asked for it.")
    return _("Another group is given something on a matter of council business. Yours is offered the same.")


PLANS: dict[EventKind, Plan] = {
    events.ASKED: plan(
        deciders,
        _("A political group asks"),
        _("You decide whether it gets what it asked for. Read the request and answer it."),
        Duty.DECIDE_BRIEFING,
    ),
    events.REFERRED: plan(
        deciders,
        _("A request was passed on to you to decide"),
        _("You decide it now. Read why it was passed on."),
        Duty.REFER_BRIEFING,
    ),
    events.AGREED: plan(
        group,
        _("Your group’s request is agreed"),
        _("Read who sees to it and what happens next."),
        Duty.DECIDE_BRIEFING,
    ),
    events.DECLINED: plan(
        group,
        _("Your group’s request is declined"),
        _("Read the reason, and what your group can do if it does not agree."),
        Duty.DECIDE_BRIEFING,
    ),
    events.OFFERED: plan(
        group,
        _("A briefing is open to your group"),
        _offered,
        Duty.SHARE_BRIEFING,
    ),
    events.TOLD: plan(
        group,
        _("Your group is told of another group’s request"),
        _("Read the subject, and whether your group can have the same."),
        Duty.SHARE_BRIEFING,
    ),
    events.TAKEN_UP: plan(
        lead,
        _("A group takes up what it was offered"),
        _("Find a date for it, or give it the pack."),
        Duty.SHARE_BRIEFING,
    ),
    events.PASSED: plan(
        lead,
        _("A group does not want what it was offered"),
        _("It can still take it up later."),
        Duty.SHARE_BRIEFING,
    ),
    events.WITHDRAWN: plan(
        _who_has_it_to_do,
        _("A group took its request back"),
        _("Nothing more is to be decided or given for it."),
        Duty.ASK_BRIEFING,
    ),
}
