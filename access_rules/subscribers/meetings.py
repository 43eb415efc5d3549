"""Letters about meetings: to whoever sits on the body that day; reminders to democratic services."""

import datetime
from collections.abc import Callable, Iterable

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from access_rules import events
from access_rules.models import Meeting
from access_rules.policies.keeping import keeps_papers
from access_rules.queries.meetings import MeetingClock, seated_on
from access_rules.queries.outstanding import outstanding
from access_rules.screens.notices import what_is_due
from casework.events import EventKind, Letter
from casework.models import CaseEvent
from casework.policies.asking import rule_of
from casework.rules import Told
from casework.subscribers.plan import Plan
from casework.wording import long_date
from council.models import Person
from council.queries import protocol_in_force, standing_of, who_act_in
from council.rules import Role
from rulebook.decision import Decision, allowed, refused
from rulebook.duty import Duty
from rulebook.post import Post


def meeting_of(event: CaseEvent) -> Meeting:
    """The meeting that the event is about."""
    return Meeting.objects.select_related("body", "stream").get(stream=event.stream_id)


def _members(event: CaseEvent) -> Iterable[Person]:
    """Whoever sits on the body on the day of what happened."""
    return seated_on(meeting_of(event).body_id, on=localdate(event.at))


def _still_sits(person: Person, event: CaseEvent, day: datetime.date) -> Decision:
    """Whoever sits on the body on the day of delivery; a seat that ended at midnight ends the letters."""
    rule = rule_of(Duty.GIVE_NOTICE, protocol_in_force().key)
    seated = seated_on(meeting_of(event).body_id, on=day).filter(pk=person.pk).exists()
    return allowed(rule) if seated else refused(rule)


def _when(meeting: Meeting) -> str:
    return _("%(body)s meets on %(day)s.") % {"body": meeting.body.name, "day": long_date(meeting.on)}


def _called(meeting: Meeting, event: CaseEvent) -> tuple[str, list[str]]:
    lines = [_when(meeting)]
    if meeting.place:
        lines.append(_("Place: %(place)s.") % {"place": meeting.place})
    return _("A meeting was called"), lines


def _changed(meeting: Meeting, event: CaseEvent) -> tuple[str, list[str]]:
    was = event.facts.get("from")
    if not was:
        return _("A meeting was changed"), [_when(meeting)]
    day = long_date(datetime.date.fromisoformat(str(was)))
    moved = _("The meeting of %(body)s on %(day)s was moved.") % {"body": meeting.body.name, "day": day}
    return _("A meeting was moved"), [moved, _when(meeting)]


def _cancelled(meeting: Meeting, event: CaseEvent) -> tuple[str, list[str]]:
    line = _("The meeting of %(body)s on %(day)s is cancelled.") % {
        "body": meeting.body.name,
        "day": long_date(meeting.on),
    }
    return _("A meeting is cancelled"), [line]


Says = Callable[[Meeting, CaseEvent], tuple[str, list[str]]]


def _letter(says: Says) -> Callable[[Person, CaseEvent], Letter]:
    def words(person: Person, event: CaseEvent) -> Letter:
        meeting = meeting_of(event)
        subject, lines = says(meeting, event)
        return Letter(
            f"{subject}: {meeting.reference}", tuple(lines), reverse("meeting", args=[meeting.reference])
        )

    return words


def _reminded(event: CaseEvent) -> Iterable[Person]:
    """Democratic services; once it is days late, the monitoring officer too."""
    on = localdate(event.at)
    found = list(who_act_in(Post.DEMOCRATIC_SERVICES, on=on))
    if Told.EXECUTIVE_DIRECTOR.value in str(event.facts.get("told", "")).split(","):
        found += who_act_in(Post.MONITORING_OFFICER, on=on)
    return found


def _still_due(meeting: Meeting, event: CaseEvent, day: datetime.date) -> list[str]:
    """The sentences of what the event told of and is still not done."""
    named = str(event.facts.get("what", "")).split(",")
    found = outstanding(meeting, clock=MeetingClock.read(), on=day)
    return [what_is_due(what, on=day) for what in found if what.mark in named]


def _may_be_reminded(person: Person, event: CaseEvent, day: datetime.date) -> Decision:
    """Whoever keeps the papers or watches over them on the day, while something is still not done."""
    rule = rule_of(Duty.GIVE_NOTICE, protocol_in_force().key)
    who = standing_of(person, on=day)
    watches = keeps_papers(who) or who.has(Role.MONITORING_OFFICER)
    return allowed(rule) if watches and _still_due(meeting_of(event), event, day) else refused(rule)


def _due(meeting: Meeting, event: CaseEvent) -> tuple[str, list[str]]:
    return _("A meeting needs you"), [_when(meeting), *_still_due(meeting, event, localdate())]


PLANS: dict[EventKind, Plan] = {
    events.MEETING_CALLED: Plan(_members, _still_sits, _letter(_called)),
    events.MEETING_CHANGED: Plan(_members, _still_sits, _letter(_changed)),
    events.MEETING_CANCELLED: Plan(_members, _still_sits, _letter(_cancelled)),
    events.NOTICE_DUE: Plan(_reminded, _may_be_reminded, _letter(_due)),
}
