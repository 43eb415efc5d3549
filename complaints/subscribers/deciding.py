"""Who hears of a decision and of what follows it: number and link; whoever has no part, a link alone."""

import datetime
from collections.abc import Callable, Iterable

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casework.events import EventKind, Letter
from casework.models import CaseEvent
from casework.subscribers.plan import Plan
from complaints import events
from complaints.models import Complaint, Handler, Remedy, Told
from complaints.policies.ending import may_see_remedy
from complaints.policies.seeing import may_know
from complaints.policies.telling import WORDS_FOR_ONE, may_read_outcome, may_read_words
from complaints.queries.judging import KEEPING
from council.models import Person
from council.queries import standing_of
from rulebook.decision import Decision

_IN_CONFIDENCE = (
    _("Something to read in confidence"),
    _("Something was written for you alone. Sign in to read it."),
)
_TO_DO = (
    _("Something is to be put right"),
    _("You are to see that something is put right. Sign in to read what, and by which day."),
)
_WORDS: dict[EventKind, tuple[Promise, Promise]] = {
    events.DECIDED: (_("Complaint decided"), _("It is decided. Those who are to hear are told next.")),
    events.TOLD: (_("Outcome of a complaint"), _("Read how it ended, and why.")),
    events.REFERRED: (_("Complaint with another procedure"), _("You hear here what comes of it.")),
    events.CAME_BACK: (_("What came of a complaint"), _("Read what came of it in the other procedure.")),
    events.REMEDY_DONE: (_("Complaint update"), _("Something is recorded as put right.")),
    events.CLOSED: (_("Complaint closed"), _("Nothing more is to be done.")),
}


def complaint_of(event: CaseEvent) -> Complaint:
    """The complaint that the event is about."""
    rows = Complaint.objects.select_related("stream", "complainant", "subject", "logged_by")
    return rows.get(stream=event.stream_id)


def _told(event: CaseEvent) -> Told:
    return Told.objects.select_related("complaint", "writing", "person").get(pk=event.facts["told"])


def _remedy(event: CaseEvent) -> Remedy:
    return Remedy.objects.select_related("complaint", "owner").get(pk=event.facts["remedy"])


def _whom_it_tells(event: CaseEvent) -> list[Person]:
    person = _told(event).person
    return [person] if person else []


def _may_be_told(person: Person, event: CaseEvent, on: datetime.date) -> Decision:
    told, who = _told(event), standing_of(person, on=on)
    if told.what in WORDS_FOR_ONE:
        return may_read_words(who, told)
    return may_read_outcome(who, complaint_of(event))


def _tell(person: Person, event: CaseEvent) -> Letter:
    told = _told(event)
    if told.what in WORDS_FOR_ONE:
        subject, line = _IN_CONFIDENCE
        return Letter(str(subject), (str(line),), reverse("complaint-words", args=[told.pk]))
    return _letter("complaint-outcome", event)


def _owner(event: CaseEvent) -> list[Person]:
    owner = _remedy(event).owner
    return [owner] if owner else []


def _may_see_to_it(person: Person, event: CaseEvent, on: datetime.date) -> Decision:
    return may_see_remedy(standing_of(person, on=on), _remedy(event))


def _see_to_it(person: Person, event: CaseEvent) -> Letter:
    subject, line = _TO_DO
    url = reverse("complaint-remedy", args=[event.facts["remedy"]])
    return Letter(str(subject), (str(line),), url)


def _sides(event: CaseEvent) -> list[Person]:
    """Both sides; a subject who was not told may not know of it, and gets no letter."""
    row = complaint_of(event)
    subject = row.subject if row.subject_told_at else None
    return [one for one in (row.complainant, row.logged_by, subject) if one]


def _sides_told_before(event: CaseEvent) -> list[Person]:
    """Those who had the outcome before; who has it with this hears of that."""
    rows = complaint_of(event).told.filter(what=Told.What.OUTCOME, at__lt=event.at, person__isnull=False)
    return [one.person for one in rows.select_related("person") if one.person]


def _keepers(event: CaseEvent) -> list[Person]:
    rows = Handler.objects.filter(complaint=complaint_of(event), ended_at__isnull=True, part__in=KEEPING)
    return [one.person for one in rows.select_related("person")]


def _everybody(event: CaseEvent) -> list[Person]:
    return [*_sides(event), *_keepers(event)]


def _may_know(person: Person, event: CaseEvent, on: datetime.date) -> Decision:
    return may_know(standing_of(person, on=on), complaint_of(event))


def _may_read(person: Person, event: CaseEvent, on: datetime.date) -> Decision:
    return may_read_outcome(standing_of(person, on=on), complaint_of(event))


def _update(person: Person, event: CaseEvent) -> Letter:
    return _letter("complaint", event)


def _outcome(person: Person, event: CaseEvent) -> Letter:
    return _letter("complaint-outcome", event)


def _letter(page: str, event: CaseEvent) -> Letter:
    row = complaint_of(event)
    subject, line = next(words for kind, words in _WORDS.items() if kind.name == event.kind)
    title = gettext("%(subject)s: %(reference)s") % {"subject": subject, "reference": row.reference}
    return Letter(title, (str(line),), reverse(page, args=[row.reference]))


def _plan(
    to: Callable[[CaseEvent], Iterable[Person]],
    may: Callable[[Person, CaseEvent, datetime.date], Decision] = _may_know,
    words: Callable[[Person, CaseEvent], Letter] = _update,
) -> Plan:
    return Plan(to, may, words)


PLANS: dict[EventKind, Plan] = {
    events.TOLD_BEFORE: _plan(_whom_it_tells, _may_be_told, _tell),
    events.DECIDED: _plan(_keepers),
    events.TOLD: _plan(_whom_it_tells, _may_be_told, _tell),
    events.REFERRED: _plan(_everybody),
    events.CAME_BACK: _plan(_sides_told_before, _may_read, _outcome),
    events.REMEDY_SET: _plan(_owner, _may_see_to_it, _see_to_it),
    events.REMEDY_DONE: _plan(_keepers),
    events.CLOSED: _plan(_sides),
}
