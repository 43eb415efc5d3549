"""What goes to the security stream: confidential matter opened, residents’ details seen, lists exported."""

import datetime

from django.db import transaction

from casework.actions.announcing import record_security
from council.queries import Standing
from enquiries import events, policies
from enquiries.actions.locking import ask
from enquiries.models import Enquiry


@transaction.atomic
def record_opening(*, who: Standing, enquiry: Enquiry, part: str, at: datetime.datetime) -> None:
    """Somebody on the staff's side opened it; `part` is «case» or «resident». Raises Refused."""
    ask(policies.may_add_note, who, enquiry)
    record_security(events.OPENED_CONFIDENTIAL, who.person, at, {"enquiry": enquiry.pk, "part": part})


@transaction.atomic
def record_export(*, who: Standing, filters: str, rows: int, at: datetime.datetime) -> None:
    """Somebody took a list out of the portal: by which filters, and how many rows."""
    record_security(events.LIST_EXPORTED, who.person, at, {"filters": filters, "rows": rows})
