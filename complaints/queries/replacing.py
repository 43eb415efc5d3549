"""Who could deal with a complaint in somebody’s place: whom the text names, then the next in line."""

import datetime

from complaints.models import Complaint, Handler
from complaints.queries.people import Named, next_person, people_of, tied_to, why_not_named
from council.models import Person
from council.queries import asked_once, who_act_in
from rulebook.complaint import ONE_OF_A_KIND
from rulebook.post import Post

# Whoever has a copy, or helps to settle it, is not replaced: nothing waits for them.
REPLACED = (Handler.Part.RECIPIENT, Handler.Part.INVESTIGATOR, Handler.Part.DECIDER)


@asked_once
def deals_with(complaint: Complaint) -> list[Handler]:
    """Everybody who deals with it today or has a copy, in the order in which they were named."""
    rows = complaint.handlers.filter(ended_at__isnull=True).select_related("person", "complaint")
    return list(rows.order_by("named_at", "pk"))


def keepers_of(complaint: Complaint) -> list[Handler]:
    """Those of them on whom it rests."""
    return [one for one in deals_with(complaint) if one.part in REPLACED]


def replacements(complaint: Complaint, person: Person, *, part: str, on: datetime.date) -> list[Named]:
    """Who may take the person’s part, the first proposed: whom the text names for it, then the general line.

    Nobody whom something bars, nobody who stood aside in it. Whoever the register of relationships ties to a
    side comes only where nobody else is left, and it is not said why: the register is nobody’s to read.
    """
    gone = complaint.handlers.filter(ended_at__isnull=False).exclude(ended_because=Handler.Ended.LEFT)
    without = {person.pk, *gone.values_list("person_id", flat=True)}
    found = [one for one in _named_by_text(complaint, part, on) if one.person.pk not in without]
    while (one := next_person(complaint, on=on, without=without)) is not None:
        without.add(one.person.pk)
        found.append(one)
    once = list({one.person.pk: one for one in reversed(found)}.values())[::-1]
    tied = tied_to(complaint, [one.person.pk for one in once], on=on)
    return [one for one in once if one.person.pk not in tied] or once


def _named_by_text(complaint: Complaint, part: str, on: datetime.date) -> list[Named]:
    return list(people_of(complaint, on=on).parts.get(part, ()))


def successor(handler: Handler, *, on: datetime.date) -> Named | None:
    """Who takes the part by the text alone: whoever has the post now, else the first of the others."""
    post = Post(handler.post) if handler.post in list(Post) else None
    if post in ONE_OF_A_KIND:
        for person in who_act_in(post, on=on):
            free = why_not_named(handler.complaint, person, on=on, post=post) is None
            if free and person.pk != handler.person_id:
                return Named(person, post, person)
    found = replacements(handler.complaint, handler.person, part=handler.part, on=on)
    return found[0] if found else None
