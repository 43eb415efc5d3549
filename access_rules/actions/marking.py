"""Marks a document, and records what the public interest test came to."""

import datetime
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from access_rules import events
from access_rules.models import Document
from access_rules.policies.closing import may_mark, may_weigh
from access_rules.policies.marking import marked_of
from access_rules.rules.marking import Marked
from casework.actions.locking import demand, finish, locked
from council.queries import Standing

COLUMNS = (
    "marking",
    "sch12a",
    "is_part_exempt",
    "has_contract_terms",
    "is_registrable",
    "is_own_development",
    "confidential_source",
    "confidential_terms",
    "political_adviser_advice",
    "is_about_third_party",
    "is_about_constituent",
    "is_breach_likely",
)


def _facts(document: Document) -> dict[str, str]:
    return {"marking": document.marking, "sch12a": ",".join(document.sch12a)}


def _without_what_no_longer_belongs(document: Document) -> None:
    """An open paper has no paragraphs, a paper that is not confidential no source of confidence."""
    if document.marking != Document.Marking.EXEMPT:
        document.sch12a, document.is_part_exempt = [], False
        document.has_contract_terms = document.is_registrable = document.is_own_development = False
    if document.marking != Document.Marking.CONFIDENTIAL:
        document.confidential_source, document.confidential_terms = Document.Source.NONE, ""


def _grounds(marked: Marked) -> tuple[object, ...]:
    """What was weighed: another exemption is weighed anew."""
    return marked.marking, marked.paragraphs, marked.has_contract_terms


def mark(
    *,
    who: Standing,
    document: Document,
    columns: Mapping[str, Any],
    at: datetime.datetime,
    seen_version: int | None = None,
) -> Document:
    """Says how it is marked. Another exemption than the one that was weighed has to be weighed anew.

    Raises Stale and Refused. What the form refuses (no paragraph, a lapsed one) the database refuses too.
    """
    with transaction.atomic():
        document = locked(document, seen_version=seen_version)
        demand(may_mark(who, document))
        before = _grounds(marked_of(document))
        for name in COLUMNS:
            if name in columns:
                setattr(document, name, columns[name])
        _without_what_no_longer_belongs(document)
        if _grounds(marked_of(document)) != before:
            _unweigh(document)
        finish(document, kind=events.DOCUMENT_MARKED, by=who.person, at=at, facts=_facts(document))
    return document


def _unweigh(document: Document) -> None:
    document.public_interest, document.public_interest_reasons = Document.Weighed.NOT_DONE, ""
    document.public_interest_by = document.public_interest_on = document.review_on = None


def weigh(
    *,
    who: Standing,
    document: Document,
    outcome: str,
    reasons: str,
    review_on: datetime.date | None,
    at: datetime.datetime,
    seen_version: int | None = None,
) -> Document:
    """Records the public interest test with its author and reasons, and when it is looked at again.

    `outcome` «not_done» with reasons is a doubt that the body has to settle (Haringey 4.24). Raises Stale,
    Refused.
    """
    with transaction.atomic():
        document = locked(document, seen_version=seen_version)
        demand(may_weigh(who, document))
        document.public_interest, document.public_interest_reasons = outcome, reasons
        document.public_interest_by, document.public_interest_on = who.person, who.on
        document.review_on = review_on if outcome != Document.Weighed.DISCLOSE else None
        finish(
            document,
            kind=events.PUBLIC_INTEREST_WEIGHED,
            by=who.person,
            at=at,
            facts={"outcome": outcome, **_facts(document)},
            content={"reasons": reasons},
        )
    return document
