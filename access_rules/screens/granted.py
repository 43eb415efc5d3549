"""Access by name as the page of a document lists it: who, until when, why, by whom, and why one is over."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from access_rules.models import Document, DocumentGrant
from access_rules.queries.grants import barred, grants_of
from access_rules.states import DocumentState, RequestState
from casework.wording import date_time, long_date
from council.queries import own_facts
from rulebook.citation import Citation
from rulebook.protocols.cites import cited


@dataclass(frozen=True)
class Row:
    """One person with access by name."""

    pk: int
    name: str
    purpose: str
    mode: str
    until: str
    ends_with: str
    given: str
    cites: tuple[Citation, ...]


def rows(document: Document, on: datetime.date) -> list[Row]:
    """Whoever may open the document by name on the day, in the order of the last days."""
    return rows_of(grants_of(document, on))


def rows_of(found: Iterable[DocumentGrant]) -> list[Row]:
    """These grants as the page shows them."""
    return [_row(one) for one in found]


def _row(one: DocumentGrant) -> Row:
    ends_with = str(one.get_ends_with_display())
    if one.body is not None:
        ends_with = _("While the member sits on %(body)s") % {"body": one.body.name}
    return Row(
        pk=one.pk,
        name=one.user.person.name if one.user.person else "",
        purpose=one.purpose,
        mode=str(one.get_mode_display()),
        until=long_date(one.expires_on),
        ends_with=ends_with,
        given=_("By %(name)s, %(when)s") % {"name": one.granted_by.name, "when": date_time(one.granted_at)},
        cites=tuple(cited(line) for line in one.cites.splitlines() if line.strip()),
    )


def why_over(one: DocumentGrant, on: datetime.date) -> str:
    """Why a grant opens nothing any more on the day, in one sentence."""
    if one.expires_on < on:
        return _("Its last day was %(day)s.") % {"day": long_date(one.expires_on)}
    if one.content_object.state == DocumentState.WITHDRAWN:
        return _("The document was withdrawn.")
    if one.request is not None and (
        one.request.state == RequestState.WITHDRAWN or one.request.outcome == "no"
    ):
        return _("The request on which it was given was decided otherwise or taken back.")
    person = one.user.person
    facts = own_facts(person, on=on) if person else None
    if facts is None or not one.user.is_active or (facts.term is None and facts.appointment is None):
        return _("The person is not in office any more.")
    if one.ends_with == DocumentGrant.Ground.SEAT and one.body_id not in {
        seat.body_id for seat in facts.seats
    }:
        return _("The member does not sit on the body any more.")
    if DocumentGrant.objects.filter(barred(on), pk=one.pk).exists():
        return _("The person declared an interest in the matter.")
    return _("The term, the job or the seat in which it was given ended, or the document was marked anew.")
