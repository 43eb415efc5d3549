"""What waits for the monitoring officer: an enquiry that was referred, a refusal that was copied."""

import datetime

from django.db.models import Exists, F, OuterRef, Q

from council.models import Person
from enquiries.models import Withholding
from enquiries.queries.written import Referred
from enquiries.states import IN_HAND, State

# Refusals of so many days stand among what waits for a decision.
LATELY = datetime.timedelta(days=28)


def referred() -> Q:
    """The monitoring officer was asked where it belongs, and nothing has come of it since: it was not moved,
    not sent to a service, and no holder of that post added a note, as they do where it stays.
    """
    return Q(state__in=[State.SENT, *IN_HAND]) & Q(Referred(F("stream")))


def copied_to(person: Person | None, today: datetime.date) -> Q:
    """Something was withheld or declined lately, and the person was sent a copy of the reasons."""
    copies = Withholding.objects.filter(enquiry=OuterRef("pk"), copied_to=person, at__date__gt=today - LATELY)
    return Q(Exists(copies))
