"""Which conflicts of somebody who deals with a complaint a person may read, and what follows from them."""

from casework.models import CaseEvent
from complaints.events import ASIDE_ASKED
from complaints.models import Complaint, Handler
from complaints.policies.parts import SIDES, parts_of
from complaints.queries.conflicts import conflicts_of
from complaints.queries.relationships import ties_between, told_to
from complaints.rules.conflicts import OWN_ONLY, REGISTER_ONLY, Conflict
from council.models import Person
from council.queries import Standing


def conflicts_shown(who: Standing, handler: Handler) -> tuple[Conflict, ...]:
    """What the portal found, as the person may read it; nothing to the two sides.

    A tie of the register is shown to whoever has it, and to whoever was told of it: to nobody else, whatever
    they do in the complaint. Another complaint is told to whoever it concerns, and to nobody else: not even
    that there is one.
    """
    if parts_of(who, handler.complaint) & SIDES:
        return ()
    found = conflicts_of(handler, on=who.on)
    if handler.person_id != who.person.pk:
        found -= OWN_ONLY
    if not knows_of_tie(who, handler.complaint, handler.person):
        found -= REGISTER_ONLY
    return tuple(kind for kind in Conflict if kind in found)


def knows_of_tie(who: Standing, row: Complaint, person: Person) -> bool:
    """Whether this reader may know of the person’s ties to a side: their own, or of which they were told."""
    if person.pk == who.person.pk:
        return True
    sides = [pk for pk in (row.subject_id, row.complainant_id) if pk is not None]
    ties = ties_between(person, sides, on=who.on)
    return told_to(who).filter(pk__in=ties.values("pk")).exists()


def was_asked(complaint: Complaint, handler: Handler) -> bool:
    """Whether somebody asked, with reasons, that this person stands aside."""
    rows = CaseEvent.objects.filter(stream=complaint.stream, kind=ASIDE_ASKED.name)
    return rows.filter(facts__handler=handler.pk).exists()
