"""Who opened a document: its events of that kind, for the monitoring officer’s page and file."""

from django.db.models import QuerySet

from access_rules import events
from access_rules.models import Document
from casework.models import CaseEvent

KINDS = (events.DOCUMENT_OPENED, events.DOCUMENT_COPIED)


def openings_of(document: Document) -> QuerySet[CaseEvent]:
    """Every opening and every copy. Who may see them is `may_see_openings`’s to say."""
    found = CaseEvent.objects.filter(stream=document.stream_id, kind__in=[kind.name for kind in KINDS])
    return found.select_related("by")
