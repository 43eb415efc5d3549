"""What waits for the monitoring officer: an enquiry that was referred, a refusal that was copied."""

import datetime

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import TruncDate

from casework.models import CaseEvent
from council.models import Person, PostHolding
from enquiries import events
from enquiries.models import Withholding
from enquiries.states import IN_HAND, State
from rulebook.post import Post

# Refusals of so many days stand among what waits for a decision.
LATELY = datetime.timedelta(days=28)
_SENT_ON = (events.REDIRECTED, events.ROUTED, events.SERVICE_CORRECTED)
_WATCH = (Post.MONITORING_OFFICER.value, Post.DEPUTY_MONITORING_OFFICER.value)


def referred() -> Q:
    """The monitoring officer was asked where it belongs, and nothing has come of it since: it was not moved,
    not sent to a service, and no holder of that post added a note, as they do where it stays.
    """
    watches = PostHolding.objects.filter(post__in=_WATCH, person=OuterRef("by"))
    said_on = OuterRef("said_on")
    watches = watches.filter(Q(to_on__isnull=True) | Q(to_on__gte=said_on), from_on__lte=said_on)
    answers = Q(kind__in=[kind.name for kind in _SENT_ON]) | Q(kind=events.NOTE_ADDED.name) & Exists(watches)
    dated = CaseEvent.objects.annotate(said_on=TruncDate("at"))
    later = dated.filter(answers, stream=OuterRef("stream"), place__gt=OuterRef("place"))
    asked = CaseEvent.objects.filter(stream=OuterRef("stream"), kind=events.REFERRED.name)
    waits = Q(Exists(asked.filter(~Exists(later))))
    return Q(state__in=[State.SENT, *IN_HAND]) & waits


def copied_to(person: Person | None, today: datetime.date) -> Q:
    """Something was withheld or declined lately, and the person was sent a copy of the reasons."""
    copies = Withholding.objects.filter(enquiry=OuterRef("pk"), copied_to=person, at__date__gt=today - LATELY)
    return Q(Exists(copies))
