"""Asks the statutory officers for their comments on a report, and records them."""

import datetime

from django.db import transaction

from access_rules import events
from access_rules.models import Clearance, Document
from access_rules.policies.clearing import COMMENTING, may_ask_for_comments, may_comment, own_clearances
from casework.actions.locking import demand, finish, locked
from council.queries import Standing


def ask_for_comments(
    *, who: Standing, document: Document, at: datetime.datetime, seen_version: int | None = None
) -> Document:
    """Asks the section 151 officer and the monitoring officer (WO-E-9.3.15c). Raises Stale, Refused."""
    with transaction.atomic():
        document = locked(document, seen_version=seen_version)
        demand(may_ask_for_comments(who, document))
        for post in COMMENTING:
            Clearance.objects.create(document=document, post=post, asked_by=who.person, asked_at=at)
        finish(document, kind=events.CLEARANCE_ASKED, by=who.person, at=at)
    return document


def give_comments(
    *,
    who: Standing,
    document: Document,
    comments: str,
    at: datetime.datetime,
    seen_version: int | None = None,
) -> Document:
    """The comments of the person’s post, once. Raises Stale, Refused."""
    with transaction.atomic():
        document = locked(document, seen_version=seen_version)
        demand(may_comment(who, document))
        clearance = own_clearances(who, document)[0]
        clearance.given_by, clearance.given_at, clearance.comments = who.person, at, comments
        clearance.save(update_fields=["given_by", "given_at", "comments"])
        finish(
            document,
            kind=events.CLEARANCE_GIVEN,
            by=who.person,
            at=at,
            facts={"clearance": clearance.pk, "post": clearance.post},
            content={"comments": comments},
        )
    return document
