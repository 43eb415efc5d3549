"""Who has said of which document that they know how to handle it."""

from access_rules import events
from access_rules.models import Document
from casework.models import CaseEvent
from council.models import Person


def has_accepted(person: Person, document: Document, *, text: str) -> bool:
    """Whether the person said so under this text and this marking; a new marking asks anew."""
    return CaseEvent.objects.filter(
        stream=document.stream_id,
        kind=events.HANDLING_ACCEPTED.name,
        by=person,
        facts__protocol=text,
        facts__marking=document.marking,
    ).exists()
