"""A letter about a date brings the date for the reader’s calendar, or takes it out again."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from briefings.models import Briefing, Matter, Session
from briefings.screens.invitation import Entry, invitation, name_of
from briefings.states import SessionState
from casework.events import CalendarFile, Letter
from casework.models import CaseEvent
from casework.subscribers.plan import Plan
from council.models import Person

# Of a date that is only offered, or is over, there is nothing to put into a calendar.
_ATTACHED = {
    SessionState.FIXED: _("The invitation for your calendar is attached."),
    SessionState.CANCELLED: _("The attached file takes the date out of your calendar."),
}


@dataclass(frozen=True)
class Invited:
    """The number of the case as whoever is invited knows it, and the date as it stands now.

    `is_off` where the date may stand and the reader does not come to it any more.
    """

    number: str
    session: Session
    is_off: bool

    @property
    def state(self) -> SessionState:
        """What the reader’s calendar is told of it."""
        state = SessionState(self.session.state)
        return SessionState.CANCELLED if self.is_off and state == SessionState.FIXED else state


Date = Callable[[Person, CaseEvent], Invited | None]


def of_group(_person: Person, event: CaseEvent) -> Invited | None:
    """The date that an event in a group’s own timeline names; off once the group has it no more."""
    session = _session(event)
    row = Briefing.objects.filter(stream=event.stream_id).first()
    return Invited(row.reference, session, row.session_id != session.pk) if row and session else None


def of_officers(person: Person, event: CaseEvent) -> Invited | None:
    """The same for the officers who come: they do, whichever group has it."""
    invited = of_group(person, event)
    return replace(invited, is_off=_is_taken_off(person, invited.session)) if invited else None


def of_matter(person: Person, event: CaseEvent) -> Invited | None:
    """The date that an event in the timeline of a matter names."""
    session = _session(event)
    matter = Matter.objects.filter(stream=event.stream_id).first()
    return Invited(matter.reference, session, _is_taken_off(person, session)) if matter and session else None


def _is_taken_off(person: Person, session: Session) -> bool:
    """Did they speak, and do no more? Whoever leads the matter sees to its dates all the same."""
    rows = list(session.speakers.filter(person=person).values_list("ended_at", flat=True))
    return bool(rows) and all(rows) and session.matter.lead_id != person.pk


def inviting(plan: Plan, date: Date) -> Plan:
    """The same letter with the date attached, as far as it stands: fixed, or cancelled since."""

    def words(person: Person, event: CaseEvent) -> Letter:
        letter, invited = plan.words(person, event), date(person, event)
        said = _ATTACHED.get(invited.state) if invited else None
        if invited is None or said is None:
            return letter
        url = f"{settings.PORTAL_ADDRESS.rstrip('/')}{letter.link}"
        entry = Entry(invited.session, invited.number, url, is_off=invited.is_off)
        file = CalendarFile(name_of(invited.session), invitation(entry, at=event.at))
        return replace(letter, lines=(*letter.lines, str(said)), date=file)

    return replace(plan, words=words)


def _session(event: CaseEvent) -> Session | None:
    return Session.objects.select_related("matter").filter(pk=event.facts.get("date", 0)).first()
