"""Who may be asked to help to settle a concern: those whom the text names for it, by name, no party."""

import datetime
from dataclasses import dataclass

from complaints.models import Complaint
from complaints.queries.people import people_of, why_not_named
from complaints.queries.settling import helpers
from council.models import Person
from council.queries import members_on
from rulebook.complaint import PartyKind, Step
from rulebook.post import Post
from rulebook.protocols import protocol


@dataclass(frozen=True)
class Offered:
    """Somebody who may be asked to help, and by which post; none for a member whom the text names as such."""

    person: Person
    post: str


def who_may_help(complaint: Complaint, *, on: datetime.date) -> tuple[Offered, ...]:
    """Those whom the text names by post for the informal stage, save the parties and those asked already."""
    people = people_of(complaint, on=on, informal_tried=False)
    if people.plan.step is not Step.INFORMAL:
        return ()
    asked = _asked(complaint)
    named = [one for one in people.parts.get("to", ()) if one.person.pk not in asked]
    return tuple(Offered(one.person, one.post.value) for one in named)


def members_who_may_help(complaint: Complaint, *, on: datetime.date) -> tuple[Person, ...]:
    """Every other member, where the text lets members help (MW-13.2a, WO-P-9.3.8a); else none."""
    terms = protocol(complaint.protocol).complaints
    pairing = terms.pairing(PartyKind(complaint.complainant_kind), PartyKind(complaint.subject_kind))
    routes = pairing.routes if pairing else ()
    if not any(route.members_help for route in routes if route.step is Step.INFORMAL):
        return ()
    parties = {complaint.complainant_id, complaint.subject_id, complaint.logged_by_id}
    found = members_on(on).exclude(pk__in={pk for pk in parties if pk} | _asked(complaint))
    return tuple(found.order_by("last_name", "first_name", "pk"))


def offered_as(complaint: Complaint, person: Person, *, on: datetime.date) -> Offered | None:
    """How this person may be asked: by the post that the text names, or as a member; None: not at all."""
    by_post = next((one for one in who_may_help(complaint, on=on) if one.person.pk == person.pk), None)
    if by_post is not None or why_not_named(complaint, person, on=on) is not None:
        return by_post
    return Offered(person, "") if person in members_who_may_help(complaint, on=on) else None


def title_of(post: str, text: str) -> str:
    """What the text calls the post; nothing for no post."""
    return protocol(text).title_of(Post(post)) if post else ""


def _asked(complaint: Complaint) -> set[int]:
    return set(helpers(complaint).values_list("person_id", flat=True))
