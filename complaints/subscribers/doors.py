"""The doors of every letter that this counter sends: who may have it on the day, to whom, in which words.

Each part's letters are plans of these pieces, and every plan asks at a `Door`, so that no kind can forget to.
"""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from casework.events import Letter
from casework.models import CaseEvent
from casework.subscribers.plan import Plan
from complaints.models import Complaint, Handler
from complaints.policies.seeing import may_know
from council.models import Person
from council.queries import Standing, standing_of
from rulebook.decision import Decision

Recipients = Callable[[CaseEvent], Iterable[Person]]
Words = str | Promise
T = TypeVar("T")


def complaint_of(event: CaseEvent) -> Complaint:
    """The complaint that the event is about. Raises Complaint.DoesNotExist for an event of another stream."""
    rows = Complaint.objects.select_related("complainant", "logged_by", "subject", "stream")
    return rows.get(stream=event.stream_id)


@dataclass(frozen=True)
class Door(Generic[T]):
    """Asks on the day of delivery, as the page asks: `about` finds what the event is of, `asks` answers for
    the person as they stand on that day.
    """

    asks: Callable[[Standing, T], Decision]
    about: Callable[[CaseEvent], T]

    def __call__(self, person: Person, event: CaseEvent, on: datetime.date) -> Decision:
        """Whether the person may still have the letter on the day."""
        return self.asks(standing_of(person, on=on), self.about(event))


# The usual one: as on every page of the complaint.
may_receive = Door(may_know, complaint_of)


def told_by_number(event: CaseEvent) -> list[Person]:
    """Those whose numbers stand under «told» with the words, so that they go when the case is erased."""
    told = [int(pk) for pk in event.body.get("told", "").split(",") if pk]
    return list(Person.objects.filter(pk__in=told).order_by("pk"))


def handlers(*parts: Handler.Part) -> Recipients:
    """Those who deal with it now in one of these parts (in any, for none given); never one of its sides."""

    def found(event: CaseEvent) -> list[Person]:
        row = complaint_of(event)
        rows = row.handlers.filter(ended_at__isnull=True)
        if parts:
            rows = rows.filter(part__in=parts)
        sides = [pk for pk in (row.complainant_id, row.logged_by_id, row.subject_id) if pk]
        return list(Person.objects.filter(pk__in=rows.values("person")).exclude(pk__in=sides).order_by("pk"))

    return found


def complainant(event: CaseEvent) -> list[Person]:
    """Whoever complains, and whoever wrote it down for them."""
    row = complaint_of(event)
    return [person for person in (row.complainant, row.logged_by) if person]


def subject(event: CaseEvent) -> list[Person]:
    """Whoever it is about, once they were told of it; nobody before."""
    row = complaint_of(event)
    return [row.subject] if row.subject and row.subject_told_at else []


def both_sides(event: CaseEvent) -> list[Person]:
    """Whoever complains and, once they were told, whoever it is about."""
    return [*complainant(event), *subject(event)]


def together(*groups: Recipients) -> Recipients:
    """Everybody of several groups, each once."""

    def found(event: CaseEvent) -> list[Person]:
        return list(dict.fromkeys(person for group in groups for person in group(event)))

    return found


def letter(title: Words, line: Words, *, page: str = "complaint") -> Callable[[Person, CaseEvent], Letter]:
    """The words of a letter: what it is with the number, one sentence, the way to the page; no name, no case.

    `title` and `line` are marked by whoever writes them, and looked up at the moment of delivery.
    """

    def words(person: Person, event: CaseEvent) -> Letter:
        reference = complaint_of(event).reference
        subject_line = _("%(title)s: %(reference)s") % {"title": title, "reference": reference}
        return Letter(subject_line, (str(line),), reverse(page, args=[reference]))

    return words


def plan(to: Recipients, title: Words, line: Words) -> Plan:
    """The usual letter of one kind of event, through the usual door."""
    return Plan(to=to, may=may_receive, words=letter(title, line))
