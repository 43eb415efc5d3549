"""Gives a document to members, and settles beforehand whose information it is."""

import datetime

from django.db import transaction

from access_rules import events
from access_rules.models import Document
from access_rules.policies.registering import may_record_consent, may_settle_ownership
from access_rules.policies.releasing import may_release
from casework.actions.locking import demand, finish, locked
from council.queries import Standing


def release(
    *, who: Standing, document: Document, at: datetime.datetime, seen_version: int | None = None
) -> Document:
    """Members have it from now on. Raises Stale, and Refused with what is missing first."""
    with transaction.atomic():
        document = locked(document, seen_version=seen_version)
        demand(may_release(who, document))
        document.record_release(at=at)
        finish(document, kind=events.DOCUMENT_RELEASED, by=who.person, at=at)
    return document


def settle_ownership(
    *,
    who: Standing,
    document: Document,
    ownership: str,
    owner: str,
    is_confidential: bool,
    at: datetime.datetime,
    seen_version: int | None = None,
) -> Document:
    """Whose information it is, a question of fact (PA-ATI.3); another owner is asked anew.

    Raises Stale, Refused.
    """
    with transaction.atomic():
        document = locked(document, seen_version=seen_version)
        demand(may_settle_ownership(who, document))
        others = ownership == Document.Ownership.OTHERS
        if not others or owner != document.owner_words:
            document.owner_consent, document.owner_consent_words = Document.Consent.NOT_ASKED, ""
        document.ownership = ownership
        document.owner_words = owner if others else ""
        document.is_owner_confidential = is_confidential and others
        finish(
            document,
            kind=events.OWNERSHIP_SETTLED,
            by=who.person,
            at=at,
            facts={"ownership": ownership, "confidential": document.is_owner_confidential},
            content={"owner": document.owner_words},
        )
    return document


def record_consent(
    *,
    who: Standing,
    document: Document,
    consent: str,
    words: str,
    at: datetime.datetime,
    seen_version: int | None = None,
) -> Document:
    """How the owner was asked and what they said (PA-ATI.4); without a yes it stays held.

    Raises Stale, Refused.
    """
    with transaction.atomic():
        document = locked(document, seen_version=seen_version)
        demand(may_record_consent(who, document))
        document.owner_consent, document.owner_consent_words = consent, words
        finish(
            document,
            kind=events.CONSENT_RECORDED,
            by=who.person,
            at=at,
            facts={"consent": consent},
            content={"how": words},
        )
    return document
