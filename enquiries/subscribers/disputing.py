"""What follows when a dispute about an enquiry is determined, and who hears of it on the officers’ side."""

from django.utils.translation import gettext

from casework.models import CaseEvent
from council.models import Person
from enquiries import events
from enquiries.actions.disputing import bring_determination
from enquiries.models import Enquiry
from enquiries.states import UNANSWERED
from enquiries.subscribers.plan import Plan
from enquiries.subscribers.words import due


def _owner_of_open(enquiry: Enquiry, event: CaseEvent) -> list[Person | None]:
    """Who has it, where a reply is owed; the two sides of the dispute hear of it from casework."""
    return [enquiry.owner or enquiry.addressee] if enquiry.state in UNANSWERED else []


def _owed(enquiry: Enquiry, event: CaseEvent) -> tuple[str, str]:
    line = gettext("A dispute about %(reference)s is determined.") % {"reference": enquiry.reference}
    return gettext("A reply is owed"), f"{line} {due(enquiry)}"


PLANS = {events.DISPUTE_DETERMINED: (Plan(_owner_of_open, _owed),)}


def after_a_determination(event: CaseEvent) -> None:
    """The determination is written into the enquiry that it is about, and does to it what it must."""
    bring_determination(event=event)
