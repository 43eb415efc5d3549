"""Who hears of a decision and of what follows it: number and link; whoever has no part, a link alone."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from casework.events import EventKind, Letter
from casework.models import CaseEvent
from casework.subscribers.plan import Plan
from complaints import events
from complaints.models import Remedy, Told
from complaints.policies.ending import may_see_remedy
from complaints.policies.telling import WORDS_FOR_ONE, may_read_outcome, may_read_words
from complaints.queries.judging import KEEPING
from complaints.subscribers import doors
from complaints.subscribers.doors import Door, complaint_of
from council.models import Person
from council.queries import Standing
from rulebook.decision import Decision

_IN_CONFIDENCE = (
    _("Something to read in confidence"),
    _("Something was written for you alone. Sign in to read it."),
)
_TO_DO = (
    _("Something is to be put right"),
    _("You are to see that something is put right. Sign in to read what, and by which day."),
)
_OUTCOME = doors.letter(
    _("Outcome of a complaint"), _("Read how it ended, and why."), page="complaint-outcome"
)
_CAME_BACK = doors.letter(
    _("What came of a complaint"),
    _("Read what came of it in the other procedure."),
    page="complaint-outcome",
)


def _told(event: CaseEvent) -> Told:
    return Told.objects.select_related("complaint", "writing", "person").get(pk=event.facts["told"])


def _remedy(event: CaseEvent) -> Remedy:
    return Remedy.objects.select_related("complaint", "owner").get(pk=event.facts["remedy"])


def _whom_it_tells(event: CaseEvent) -> list[Person]:
    person = _told(event).person
    return [person] if person else []


def _may_be_told(who: Standing, told: Told) -> Decision:
    if told.what in WORDS_FOR_ONE:
        return may_read_words(who, told)
    return may_read_outcome(who, told.complaint)


def _tell(person: Person, event: CaseEvent) -> Letter:
    told = _told(event)
    if told.what in WORDS_FOR_ONE:
        subject, line = _IN_CONFIDENCE
        return Letter(str(subject), (str(line),), reverse("complaint-words", args=[told.pk]))
    return _OUTCOME(person, event)


def _owner(event: CaseEvent) -> list[Person]:
    owner = _remedy(event).owner
    return [owner] if owner else []


def _see_to_it(person: Person, event: CaseEvent) -> Letter:
    subject, line = _TO_DO
    url = reverse("complaint-remedy", args=[event.facts["remedy"]])
    return Letter(str(subject), (str(line),), url)


def _sides_told_before(event: CaseEvent) -> list[Person]:
    """Those who had the outcome before; who has it with this hears of that."""
    rows = complaint_of(event).told.filter(what=Told.What.OUTCOME, at__lt=event.at, person__isnull=False)
    return [one.person for one in rows.select_related("person") if one.person]


_KEEPERS = doors.handlers(*KEEPING)
_AS_TOLD = Door(_may_be_told, _told)
_SEES_TO_IT = Door(may_see_remedy, _remedy)


PLANS: dict[EventKind, Plan] = {
    events.TOLD_BEFORE: Plan(_whom_it_tells, _AS_TOLD, _tell),
    events.DECIDED: doors.plan(
        _KEEPERS, _("Complaint decided"), _("It is decided. Those who are to hear are told next.")
    ),
    events.TOLD: Plan(_whom_it_tells, _AS_TOLD, _tell),
    events.REFERRED: doors.plan(
        doors.together(doors.both_sides, _KEEPERS),
        _("Complaint with another procedure"),
        _("You hear here what comes of it."),
    ),
    events.CAME_BACK: Plan(_sides_told_before, Door(may_read_outcome, complaint_of), _CAME_BACK),
    events.REMEDY_SET: Plan(_owner, _SEES_TO_IT, _see_to_it),
    events.REMEDY_DONE: doors.plan(_KEEPERS, _("Complaint update"), _("Something is recorded as put right.")),
    events.CLOSED: doors.plan(doors.both_sides, _("Complaint closed"), _("Nothing more is to be done.")),
}
