"""Requests to see a document for tests, made by the portal's own actions."""

import datetime
from typing import Any

from django.utils import timezone

from access_rules.actions.deciding_requests import decide_request, record_finding
from access_rules.actions.requesting import Wanted, ask_for
from access_rules.models import AccessRequest, Document
from access_rules.rules.findings import found
from access_rules.rules.ruling import Ruling
from council.models import Person
from council.queries import standing_of
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.access import a_document, an_item

PURPOSE = "I want to speak on it for my ward."
REASONS = "The prices are still being negotiated."


def asked_for(document: Document | None, *, by: Person, at: Any = None, **columns: Any) -> AccessRequest:
    """The person asks as a member, on duties, to read one document, unless something else is named."""
    columns.setdefault("described", document.title if document else "The report on the market")
    columns.setdefault("capacity", "member")
    columns.setdefault("purpose", "duties")
    columns.setdefault("purpose_words", PURPOSE)
    on = timezone.localdate(at or timezone.now())
    wanted = Wanted(document=document, **columns)
    return ask_for(who=standing_of(by, on=on), wanted=wanted, at=at or timezone.now())


def an_exempt_report(**columns: Any) -> Document:
    """A report for a committee on which nobody of the test sits: closed while prices are negotiated.

    Its agenda is out, so every member knows that it exists.
    """
    columns.setdefault("item", an_item(title="Choosing a contractor"))
    columns.setdefault("marking", Document.Marking.EXEMPT)
    columns.setdefault("sch12a", ["3"])
    columns.setdefault("has_contract_terms", True)
    columns.setdefault("public_interest", Document.Weighed.MAINTAIN)
    columns.setdefault("public_interest_reasons", "Prices would rise.")
    columns.setdefault("public_interest_by", make.an_officer())
    columns.setdefault("title", "Choosing a contractor")
    return a_document(**columns)


def a_referred_request(*, by: Person | None = None, **columns: Any) -> AccessRequest:
    """A member claims a need to know an exempt report: the monitoring officer is to decide."""
    return asked_for(an_exempt_report(), by=by or make.a_member(), **columns)


def the_monitoring_officer() -> Person:
    """Who decides."""
    return make.a_holder_of(Post.MONITORING_OFFICER)


def find(
    row: AccessRequest, key: str, *, by: Person, reasons: str = "They represent the ward."
) -> AccessRequest:
    """Somebody finds it; the request as it stands then."""
    one = found(key)
    assert one is not None
    who = standing_of(by, on=timezone.localdate())
    record_finding(who=who, row=row, found=one, reasons=reasons, seen_version=None, at=timezone.now())
    return again(row)


def again(row: AccessRequest) -> AccessRequest:
    """The same row as it stands now, read anew: only its steps may set the state of one that was read."""
    return AccessRequest.objects.get(pk=row.pk)


def decided(row: AccessRequest, outcome: str = "no", *, by: Person, **more: Any) -> AccessRequest:
    """Somebody decides it."""
    on = timezone.localdate()
    if outcome != "no":
        more.setdefault("until", on + datetime.timedelta(days=7))
    ruling = Ruling(outcome=outcome, reasons=REASONS, cites=more.pop("cites", ("WF-A1.1",)), **more)
    who = standing_of(by, on=on)
    return decide_request(who=who, row=row, ruling=ruling, seen_version=None, at=timezone.now())
