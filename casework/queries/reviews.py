"""When a text was last reviewed, and by when it is to be reviewed again."""

import datetime

from casework.models import Amendment, ProtocolReview
from casework.queries import calendars
from casework.states import AmendmentState
from rulebook.protocols import protocol


def reviews_of(key: str) -> list[ProtocolReview]:
    """Every review of that text that is on record, the latest first."""
    return list(ProtocolReview.objects.filter(protocol=key).select_related("by__merged_into"))


def last_look(key: str, *, on: datetime.date) -> datetime.date | None:
    """The day of the last review or adoption by then; None where neither is on record."""
    reviews = ProtocolReview.objects.filter(protocol=key, reviewed_on__lte=on)
    adopted = Amendment.objects.filter(target=key, state=AmendmentState.ADOPTED, from_on__lte=on)
    days = [
        reviews.order_by("-reviewed_on").values_list("reviewed_on", flat=True).first(),
        adopted.order_by("-from_on").values_list("from_on", flat=True).first(),
    ]
    return max((day for day in days if day), default=None)


def review_due(key: str, *, on: datetime.date) -> datetime.date | None:
    """By when the text is to be reviewed; the day itself where no review is on record.

    None where the text asks for none. (WF-9.1, WO-E-9.3.3a)
    """
    terms = protocol(key).review
    if not terms.is_asked:
        return None
    last = last_look(key, on=on)
    return on if last is None else terms.interval.due(last, calendars().protocol)
