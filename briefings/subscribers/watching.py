"""Who is reminded of an offer, who hears that it ended with the group, and who that a group waits longer."""

import datetime

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from briefings import events
from briefings.policies.parity import may_open_list
from briefings.rules import WAITS_ALIKE
from briefings.subscribers.doors import briefing_of, group, lead, monitoring_officer, paragraphs, plan
from casework.events import EventKind, Letter
from casework.models import CaseEvent
from casework.subscribers.plan import Plan
from council.models import Person
from council.queries import standing_of
from rulebook.decision import Decision
from rulebook.duty import Duty


def _may_hear_alarm(person: Person, event: CaseEvent, on: datetime.date) -> Decision:
    return may_open_list(standing_of(person, on=on), int(str(event.facts["group"])))


def _alarm(person: Person, event: CaseEvent) -> Letter:
    row = briefing_of(event)
    url = reverse("briefing-parity-list")
    lines = (
        gettext("See the cases behind it, and what keeps them waiting."),
        gettext(WAITS_ALIKE.says),
        paragraphs(row, Duty.SHARE_BRIEFING),
    )
    title = gettext("A political group waits much longer than another")
    return Letter(title, lines, f"{url}?what=waits&group={event.facts['group']}")


PLANS: dict[EventKind, Plan] = {
    events.REMINDED: plan(
        group,
        _("An offer to your group waits for an answer"),
        _("Say whether your group wants it. The page says by which day; a later answer counts as well."),
        Duty.SHARE_BRIEFING,
    ),
    events.LAPSED: plan(
        lead,
        _("A group has ended"),
        _("What waited for it has ended. A group that follows it gets an offer of its own."),
        Duty.SHARE_BRIEFING,
    ),
    events.ALARMED: Plan(monitoring_officer, _may_hear_alarm, _alarm),
}
