"""Who has said of which document that they know how to handle it, and when."""

import datetime

from access_rules import events
from access_rules.models import Document
from casework.models import CaseEvent
from council.models import Person


def accepted_at(person: Person, document: Document, *, text: str) -> datetime.datetime | None:
    """When the person said so under this text and this marking; a new marking asks anew."""
    said = CaseEvent.objects.filter(
        stream=document.stream_id,
        kind=events.HANDLING_ACCEPTED.name,
        by=person,
        facts__protocol=text,
        facts__marking=document.marking,
    )
    return said.order_by("at").values_list("at", flat=True).first()


def has_accepted(person: Person, document: Document, *, text: str) -> bool:
    """Whether the person said so under this text and this marking."""
    return accepted_at(person, document, text=text) is not None
