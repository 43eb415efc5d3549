"""Tells the keepers that an exemption is to be looked at again: once for each day that was set."""

import datetime

from django.db import transaction

from access_rules import events
from access_rules.models import Document
from access_rules.states import DocumentState
from casework.actions.locking import finish, locked
from casework.models import CaseEvent


def remind_of_review(*, document: Document, on: datetime.date, at: datetime.datetime) -> bool:
    """Whether it was told now: the day has come, it is exempt still, and nobody was told of that day."""
    with transaction.atomic():
        document = locked(document)
        review_on = document.review_on
        if review_on is None or review_on > on or document.state == DocumentState.WITHDRAWN:
            return False
        if document.marking != Document.Marking.EXEMPT:
            return False
        day = review_on.isoformat()
        told = CaseEvent.objects.filter(stream=document.stream, kind=events.REVIEW_DUE.name)
        if told.filter(facts__review_on=day).exists():
            return False
        finish(document, kind=events.REVIEW_DUE, by=None, at=at, facts={"review_on": day})
    return True
