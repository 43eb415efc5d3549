"""Who hears of the steps of a complaint, and in which words: number and link, no name, no word of it."""

import datetime
from collections.abc import Callable, Iterable

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casework.events import EventKind, Letter
from casework.models import CaseEvent
from casework.subscribers.plan import Plan
from casework.wording import long_date
from complaints import events
from complaints.models import Complaint, Handler, Side, Writing
from complaints.subscribers.doors import complaint_of, may_receive
from council.models import Person

Found = Iterable[Person | None]
To = Callable[[Complaint, CaseEvent], Found]
Words = tuple[Promise, Promise]


def _complainant(row: Complaint, event: CaseEvent) -> Found:
    return [row.complainant, row.logged_by]


def _subject(row: Complaint, event: CaseEvent) -> Found:
    return [row.subject] if row.subject_told_at is not None else []


def _named_side(row: Complaint, event: CaseEvent) -> Found:
    """The side that the event’s facts name."""
    side = event.facts.get("side")
    return _subject(row, event) if side == Side.SUBJECT else _complainant(row, event) if side else []


def _in(*parts: Handler.Part) -> To:
    def found(row: Complaint, event: CaseEvent) -> Found:
        rows = row.handlers.filter(part__in=parts, ended_at__isnull=True).select_related("person")
        return [one.person for one in rows]

    return found


_INVESTIGATES = _in(Handler.Part.INVESTIGATOR)


def _who_reads(row: Complaint, event: CaseEvent) -> Found:
    """Whoever investigates, or receives it while nobody does; whoever decides hears of findings."""
    if event.facts.get("written") == Writing.Kind.FINDINGS:
        return _in(Handler.Part.DECIDER)(row, event)
    return list(_INVESTIGATES(row, event)) or _in(Handler.Part.RECIPIENT)(row, event)


_ACKNOWLEDGED = (
    _("Your complaint is acknowledged"),
    _("Read who has it, and when you hear again."),
)
_TOLD = (
    _("A complaint that you are asked to read"),
    _("You have a part in it. Read what it is, who deals with it, and what you can do."),
)
_BEGUN = (_("A complaint is being looked into"), _("Read who investigates, and what is asked of you."))
_ADDED = (_("Something was added to a complaint"), _("Read it on the file of the complaint."))
_SHOWN = (_("A paper in a complaint for you to read"), _("You can read it now, and say what is wrong in it."))
_REPLY = (_("You are asked to reply in a complaint"), _("Read to what, and reply by the day below."))
_DRAFT = (
    _("A draft in a complaint for you to read"),
    _("Read the draft of the findings, and comment by the day below."),
)
_PROGRESS = (_("How your complaint goes"), _("Read what has been done, and when you hear again."))

# In the order in which somebody who is meant by two gets one letter.
LETTERS: dict[EventKind, tuple[tuple[To, Words], ...]] = {
    events.ACKNOWLEDGED: ((_complainant, _ACKNOWLEDGED),),
    events.SUBJECT_TOLD: ((_subject, _TOLD),),
    events.INVESTIGATING: ((_complainant, _BEGUN), (_subject, _BEGUN), (_INVESTIGATES, _BEGUN)),
    events.ADDED: ((_who_reads, _ADDED),),
    events.DISCLOSED: ((_named_side, _SHOWN),),
    events.REPLY_ASKED: ((_subject, _REPLY),),
    events.DRAFTED: ((_complainant, _DRAFT), (_subject, _DRAFT)),
    events.PROGRESS: ((_complainant, _PROGRESS),),
}
# The fact of the event that holds the day of the letter.
_DAYS = {events.REPLY_ASKED.name: "reply_by", events.DRAFTED.name: "comments_by"}


def recipients(event: CaseEvent) -> list[Person]:
    """Everybody to whom a letter of this event goes."""
    row = complaint_of(event)
    return [person for to, _words in _pairs(event) for person in to(row, event) if person]


def render(person: Person, event: CaseEvent) -> Letter:
    """The letter: its number, a sentence, the day where one is set, a link."""
    row = complaint_of(event)
    pairs = _pairs(event)
    meant = (words for to, words in pairs if person.pk in {one.pk for one in to(row, event) if one})
    subject, line = next(meant, pairs[0][1])
    lines = [str(line)]
    day = event.facts.get(_DAYS.get(event.kind, ""))
    if day:
        lines.append(
            gettext("The day is %(day)s.") % {"day": long_date(datetime.date.fromisoformat(str(day)))}
        )
    title = gettext("%(subject)s: %(reference)s") % {"subject": subject, "reference": row.reference}
    return Letter(title, tuple(lines), reverse("complaint", args=[row.reference]))


def _pairs(event: CaseEvent) -> tuple[tuple[To, Words], ...]:
    return next((pairs for kind, pairs in LETTERS.items() if kind.name == event.kind), ())


PLANS: dict[EventKind, Plan] = {kind: Plan(recipients, may_receive, render) for kind in LETTERS}
