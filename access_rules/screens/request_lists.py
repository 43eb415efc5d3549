"""Lists of requests to see a document: what waits for whom, and what somebody asked for."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from access_rules.models import AccessRequest
from access_rules.screens.answers import about
from access_rules.states import REQUEST_FACES, RequestState
from casework.wording import long_date
from council.queries import Standing

MOST = 100
COLOURS = {"yes": "green", "partly": "yellow", "no": "grey"}


@dataclass(frozen=True)
class RequestRow:
    """One line of a list."""

    reference: str
    url: str
    about: str
    asked: str
    line: str
    status: str
    colour: str


def request_rows(
    who: Standing, rows: QuerySet[AccessRequest], *, for_asker: bool = False
) -> list[RequestRow]:
    """The lines, in the order of the query; a hundred at most."""
    return [_row(who, row, for_asker) for row in with_rest(rows)[:MOST]]


def with_rest(rows: QuerySet[AccessRequest]) -> QuerySet[AccessRequest]:
    """With what a line shows."""
    return rows.select_related("asked_by", "document__body", "document__meeting")


def lines_of(who: Standing, rows: Iterable[AccessRequest]) -> list[RequestRow]:
    """The lines of one page of a list, for whoever keeps the requests; the rows come `with_rest`."""
    return [_row(who, row, False) for row in rows]


def _row(who: Standing, row: AccessRequest, for_asker: bool) -> RequestRow:
    status, colour = status_of(row, today=who.on, for_asker=for_asker)
    given = {"name": row.asked_by.name, "day": long_date(timezone.localdate(row.asked_at))}
    return RequestRow(
        reference=row.reference,
        url=reverse("access-request", args=[row.reference]),
        about=about(who, row),
        asked=_("Asked on %(day)s") % given if for_asker else _("Asked by %(name)s on %(day)s") % given,
        line=_line(row),
        status=status,
        colour=colour,
    )


def _line(row: AccessRequest) -> str:
    if row.state in (RequestState.ASKED, RequestState.REFERRED):
        return _("To be answered by %(day)s") % {"day": long_date(row.decide_by)} if row.decide_by else ""
    return _("Until %(day)s") % {"day": long_date(row.until)} if row.until else ""


def status_of(row: AccessRequest, *, today: datetime.date, for_asker: bool) -> tuple[str, str]:
    """The answer once there is one, else the state; red once the promised day is past."""
    if row.outcome:
        return str(row.get_outcome_display()), COLOURS[row.outcome]
    staff, asker, colour = REQUEST_FACES[RequestState(row.state)]
    waits = row.state in (RequestState.ASKED, RequestState.REFERRED)
    if waits and row.decide_by is not None and row.decide_by < today:
        return _("Overdue"), "red"
    return _(asker if for_asker else staff), colour
