"""Who hears that somebody stood aside, was asked to, or has it now: number and link, never a name."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from casework.events import EventKind, Letter
from casework.models import CaseEvent
from casework.subscribers.plan import Plan
from complaints import events
from complaints.actions.looking_at_handlers import look_at_handlers
from complaints.models import Complaint, Handler
from complaints.policies.parts import SIDES, parts_of
from complaints.policies.standing_aside import confirms
from complaints.queries.alarms import nobody_deals_with
from complaints.queries.replacing import deals_with, keepers_of
from complaints.subscribers.doors import complaint_of, may_receive
from council.events import PersonMerged
from council.models import Person
from council.queries import standing_of


def _concerned(event: CaseEvent) -> Iterable[Person]:
    """Whoever is asked to stand aside, or is to look at a conflict."""
    rows = Handler.objects.filter(pk=event.facts.get("handler"), ended_at__isnull=True)
    return [row.person for row in rows.select_related("person")]


def _whoever_else_has_it(event: CaseEvent) -> Iterable[Person]:
    """Those on whom it rests now, and whoever complains once they were told who has it."""
    row = complaint_of(event)
    # Whoever was named with it has a letter of their own.
    people = [one.person for one in keepers_of(row) if one.named_at < event.at]
    if row.acknowledged_at is not None and row.complainant is not None:
        people.append(row.complainant)
    return people


def _whoever_confirms(event: CaseEvent) -> Iterable[Person]:
    row, day = complaint_of(event), timezone.localdate(event.at)
    people = [one.person for one in deals_with(row)]
    may = [one for one in people if confirms(standing_of(one, on=day), row)]
    return [*may, *_concerned(event)]


def _letter(event: CaseEvent, subject: str, *lines: str) -> Letter:
    row = complaint_of(event)
    title = _("%(subject)s: %(reference)s") % {"subject": subject, "reference": row.reference}
    return Letter(title, lines, reverse("complaint", args=[row.reference]))


def _stood_aside(person: Person, event: CaseEvent) -> Letter:
    who = standing_of(person, on=timezone.localdate(event.at))
    if parts_of(who, complaint_of(event)) & SIDES:
        line = _("Somebody else deals with it now. The page shows who has it.")
        if nobody_deals_with(complaint_of(event)):
            line = _("Whoever had it deals with it no longer. The page says what happens now.")
        return _letter(event, _("Your complaint"), line)
    line = _("Somebody deals with it no longer. The page shows who has it now.")
    return _letter(event, _("A complaint that you deal with"), line)


def _asked(person: Person, event: CaseEvent) -> Letter:
    line = _("Somebody asks that another person deals with it. Read why, and say who has it from now on.")
    return _letter(event, _("A complaint that you deal with"), line)


def _conflict(person: Person, event: CaseEvent) -> Letter:
    line = _("Something changed since you were named. Look whether you should stand aside.")
    return _letter(event, _("A complaint that you deal with"), line)


PLANS: dict[EventKind, Plan] = {
    events.STOOD_ASIDE: Plan(_whoever_else_has_it, may_receive, _stood_aside),
    events.ASIDE_ASKED: Plan(_whoever_confirms, may_receive, _asked),
    events.CONFLICT_FOUND: Plan(_concerned, may_receive, _conflict),
}


def person_merged(merge: PersonMerged) -> None:
    """Whoever turns out to be a side of a complaint that they deal with has it no longer, at once."""
    on = timezone.localdate(merge.at)
    rows = Complaint.objects.filter(handlers__person=merge.kept, handlers__ended_at__isnull=True)
    for row in rows.distinct().order_by("pk"):
        look_at_handlers(row=row, on=on, at=merge.at)
