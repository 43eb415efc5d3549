"""Offers of another date or reply for tests, and what each side says to them; by the portal’s own actions."""

import datetime
from typing import Any

from casework.models import CaseEvent
from council.models import Person
from enquiries.actions.agreeing import Offer, Side, answer_offer, offer_alternative
from enquiries.models import Enquiry, Message, Proposal
from enquiries.queries import offer_waiting
from tests.factories.enquiries import moment, on_day
from tests.factories.repairs import Council

DAY = datetime.date(2026, 11, 25)
LATER = datetime.date(2027, 1, 11)


def offered(
    enquiry: Enquiry,
    by: Person,
    *,
    date: datetime.date | None = LATER,
    reply: str = "",
    day: datetime.date = DAY,
) -> Proposal:
    """An offer, as the case keeps it."""
    offer = Offer("Ten years of files.", date, reply)
    offer_alternative(who=on_day(by, day), enquiry=enquiry, offer=offer, at=moment(day))
    return Proposal.objects.get(enquiry=enquiry, ended_at__isnull=True)


def say(
    enquiry: Enquiry, person: Person, side: Side, *, agrees: bool = True, about: int = 0, on: Any = DAY
) -> Message:
    """One side's answer."""
    waiting = offer_waiting(enquiry)
    return answer_offer(
        who=on_day(person, on),
        enquiry=enquiry,
        side=side,
        agrees=agrees,
        words="So be it.",
        about=about or (waiting.pk if waiting else 0),
        at=moment(on, 12),
    )


def now(enquiry: Enquiry) -> Enquiry:
    """As it stands."""
    return Enquiry.objects.select_related("team__directorate", "member", "owner", "addressee").get(
        pk=enquiry.pk
    )


def told(enquiry: Enquiry, kind: str) -> set[Person]:
    """Who is owed a letter about the last event of the kind."""
    event = CaseEvent.objects.filter(stream=enquiry.stream, kind=kind).latest("place")
    return {one.person for one in event.deliveries.select_related("person")}


def agreed(enquiry: Enquiry, council: Council) -> Enquiry:
    """The same, once both sides have agreed another date."""
    offered(enquiry, council.officer)
    say(enquiry, council.head, Side.MANAGEMENT)
    say(enquiry, council.member, Side.MEMBER)
    return now(enquiry)
