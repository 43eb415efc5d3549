"""To whom a letter about an enquiry goes, on the day of what happened."""

from collections.abc import Callable, Iterable

from django.utils.timezone import localdate

from casework.models import CaseEvent
from casework.rules import Told
from council.models import Person
from council.queries import Offices, who_act_in, who_covers
from enquiries.models import UNSETTLED, Enquiry
from enquiries.queries import told_when_late
from enquiries.queries.beside import offices_beside
from rulebook.post import Post

Recipients = Callable[[Enquiry, CaseEvent], Iterable[Person | None]]


def enquiry_of(event: CaseEvent) -> Enquiry:
    """The case that the event is about."""
    return Enquiry.objects.select_related(
        "member", "logged_by", "owner", "addressee", "team__directorate"
    ).get(stream=event.stream_id)


def member(enquiry: Enquiry, event: CaseEvent) -> list[Person]:
    """The member, and whoever wrote it for the member."""
    return [enquiry.member, enquiry.logged_by]


def officer(enquiry: Enquiry, event: CaseEvent) -> list[Person | None]:
    """Who has it; while nobody has, to whom it is addressed; whoever stands in while that person is away."""
    return [acting(enquiry, enquiry.owner or enquiry.addressee, event)]


def acting(
    enquiry: Enquiry, person: Person | None, event: CaseEvent, offices: Offices | None = None
) -> Person | None:
    """The officer, or whoever stands in on the day of what happened. Of what is confidential nobody does.

    `offices` are those of the case that were read already (`queries.beside`).
    """
    if person is None or enquiry.is_confidential or enquiry.privacy in UNSETTLED:
        return person
    if offices is not None:
        return offices.covers(person)
    return who_covers([person], on=localdate(event.at))[person.pk]


def addressed(enquiry: Enquiry, event: CaseEvent) -> Iterable[Person | None]:
    """To whom it is addressed; while it has no service, democratic services, who route it the same day."""
    if enquiry.addressee is None:
        return who_act_in(Post.DEMOCRATIC_SERVICES, on=localdate(event.at))
    return [acting(enquiry, enquiry.addressee, event)]


def routers(enquiry: Enquiry, event: CaseEvent) -> Iterable[Person | None]:
    """Democratic services, or who stands in."""
    return who_act_in(Post.DEMOCRATIC_SERVICES, on=localdate(event.at))


def monitoring(enquiry: Enquiry, event: CaseEvent) -> Iterable[Person | None]:
    """The monitoring officer, or who stands in."""
    return who_act_in(Post.MONITORING_OFFICER, on=localdate(event.at))


def everybody(enquiry: Enquiry, event: CaseEvent) -> list[Person | None]:
    """The member’s side and the officer’s."""
    return [*member(enquiry, event), *officer(enquiry, event)]


def reminded(enquiry: Enquiry, event: CaseEvent) -> list[Person | None]:
    """Those whom the rung of the ladder names. Of a confidential enquiry the monitoring officer hears in the
    executive director's place, who may not see it.
    """
    told = str(event.facts.get("told", "")).split(",")
    day = localdate(event.at)
    offices = offices_beside(enquiry, on=day)
    found: list[Person | None] = []
    if Told.OWNER in told:
        found.append(acting(enquiry, enquiry.owner or enquiry.addressee, event, offices))
    if Told.HEAD_OF_SERVICE in told:
        found.append(acting(enquiry, enquiry.addressee, event, offices))
    if Told.EXECUTIVE_DIRECTOR in told:
        top = told_when_late(enquiry, on=day, offices=offices)
        found += [top[1]] if top else []
    return found


def is_away_for(enquiry: Enquiry, person: Person, event: CaseEvent) -> Person | None:
    """In whose place the person gets the letter; None for everybody who gets it in their own."""
    for one in (enquiry.owner, enquiry.addressee):
        if one is not None and one.pk != person.pk and acting(enquiry, one, event) == person:
            return one
    return None


def named(enquiry: Enquiry, event: CaseEvent) -> list[Person | None]:
    """The one person whom the event names: with whom it is shared, to whom a letter was copied."""
    return [Person.objects.filter(pk=event.facts.get("person")).first()]
