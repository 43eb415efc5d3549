"""Who is reminded of what is due in a complaint: those who deal with it, never a side, never by a post."""

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casework.events import EventKind, Letter
from casework.models import CaseEvent
from casework.subscribers.plan import Plan
from complaints import events
from complaints.models import Complaint, Handler, Remedy
from complaints.policies.parts import KEEPERS, SIDES, knows, parts_of
from complaints.policies.seeing import may_know
from complaints.queries.due import ACKNOWLEDGE, COMMENTS, PROGRESS, REMEDY, REPLY
from complaints.subscribers.doors import Door, complaint_of
from council.models import Person
from council.queries import Standing, standing_of
from rulebook.decision import Decision, unknown

# What is due, in words that say nothing of the complaint.
LINES: dict[str, Promise] = {
    ACKNOWLEDGE: _("It is to be acknowledged. The day stands in it."),
    PROGRESS: _("Whoever complains is to hear how it goes. The day stands in it."),
    REPLY: _("The other side was asked for a reply, and it has not come. The day stands in it."),
    COMMENTS: _("Comments on the draft have not come from both sides. The day stands in it."),
    REMEDY: _("Something is to be put right. The day stands in it."),
}


def recipients(event: CaseEvent) -> list[Person]:
    """Those who deal with it today; and whoever is to put something right, where they know of it."""
    complaint = complaint_of(event)
    rows = Handler.objects.filter(
        complaint=complaint, ended_at__isnull=True, part__in=[part.value for part in KEEPERS]
    )
    found = [row.person for row in rows.select_related("person")]
    owners = Remedy.objects.filter(pk__in=_remedies(event), owner__isnull=False).select_related("owner")
    found += [row.owner for row in owners if row.owner]
    on = timezone.localdate(event.at)
    return [person for person in found if _deals(standing_of(person, on=on), complaint)]


def _may_be_reminded(who: Standing, complaint: Complaint) -> Decision:
    """Whether the person still deals with it on the day of delivery; a side never hears."""
    return may_know(who, complaint) if _deals(who, complaint) else unknown()


may_receive = Door(_may_be_reminded, complaint_of)


def render(person: Person, event: CaseEvent) -> Letter:
    """The letter: the number, what is due in general words, a link."""
    complaint = complaint_of(event)
    whats = dict.fromkeys(mark.partition("-")[0] for mark in _marks(event))
    title = gettext("Something is due: %(reference)s") % {"reference": complaint.reference}
    lines = tuple(str(LINES[what]) for what in whats if what in LINES)
    return Letter(title, lines, reverse("complaint", args=[complaint.reference]))


def _marks(event: CaseEvent) -> list[str]:
    return [mark for mark in str(event.facts.get("what", "")).split(",") if mark]


def _remedies(event: CaseEvent) -> list[int]:
    return [int(mark.partition("-")[2]) for mark in _marks(event) if mark.startswith(f"{REMEDY}-")]


def _deals(who: Standing, complaint: Complaint) -> bool:
    return knows(who, complaint) and not parts_of(who, complaint) & SIDES


PLANS: dict[EventKind, Plan] = {events.REMINDED: Plan(recipients, may_receive, render)}
