"""Whoever is given a document in confidence says, before it opens, that they know how to handle it."""

import datetime

from django.db import transaction

from access_rules import events
from access_rules.models import Document
from access_rules.queries.handling import has_accepted
from casework.actions.locking import finish, locked
from casework.models import CaseEvent
from council.queries import Standing


@transaction.atomic
def accept_handling(
    *, who: Standing, document: Document, text: str, at: datetime.datetime
) -> CaseEvent | None:
    """Writes that the person accepts the duties of the text, once for each marking; None where it stood.

    WF A1.3, HA 4.26, WO AI.7, MW 6.1. The duties themselves: `access_rules.screens.handling`.

    Whether the document may be opened at all is `may_open`’s to say: the page that shows it asks first.
    """
    document = locked(document)
    if has_accepted(who.person, document, text=text):
        return None
    return finish(
        document,
        kind=events.HANDLING_ACCEPTED,
        by=who.person,
        at=at,
        facts={"protocol": text, "marking": document.marking},
    )
