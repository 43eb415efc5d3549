"""Whether replies answered the members who asked, by service."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Count, F, Q
from django.utils.translation import gettext as _

from casework.screens.figures import Cell, Column, Row, Table, Unit
from enquiries.queries.treatment import with_last_word
from enquiries.screens.figures import share
from enquiries.screens.narrowing import CONTENT, JUDGED, NOT_CONTENT
from protocol_portal.figures.scope import Figure, Scope, compared, total_of


def figures(scope: Scope) -> list[Figure]:
    """One table, of enquiries received in the period whose member said yes or no."""
    found = (
        with_last_word(scope.received)
        .filter(Q(is_content__isnull=False))
        .order_by()
        .values(was=F("earlier"), key=F("service"), name=F("service__name"))
        .annotate(judged=Count("pk"), content=Count("pk", filter=Q(is_content=True)))
        .order_by(F("judged").desc(), F("name"))
    )
    return [compared(scope, found, _table)]


def _table(scope: Scope, found: Sequence[Mapping[str, Any]]) -> Table:
    rows = []
    for one in found:
        service = "none" if one["key"] is None else str(one["key"])
        judged, content = one["judged"], one["content"]
        cells = (
            Cell(judged, url=scope.url_of_period(verdict=JUDGED, service=service)),
            Cell(content, judged, scope.url_of_period(verdict=CONTENT, service=service)),
            Cell(judged - content, url=scope.url_of_period(verdict=NOT_CONTENT, service=service)),
        )
        rows.append(Row(service, one["name"] or _("Not sure which service"), cells))
    urls = tuple(scope.url_of_period(verdict=one) for one in (JUDGED, CONTENT, NOT_CONTENT))
    columns = (
        Column("judged", _("Judged"), is_whole=True),
        Column("content", _("Answered the member"), Unit.SHARE),
        Column("not-content", _("Did not answer")),
    )
    total = total_of(_("All services"), columns, rows, urls)
    return Table(
        "satisfaction",
        _heading(total),
        _("Enquiries whose member said whether the reply answers, by service"),
        columns,
        tuple(rows),
        total,
        (
            (
                _("Judged"),
                _(
                    "The member said yes or no; the last word counts. One that closed by itself is not "
                    "counted, nor a reply that was sent to the wrong person."
                ),
            ),
        ),
    )


def _heading(total: Row | None) -> str:
    if total is None:
        return _("No member has said yet whether a reply answers")
    content = total.cells[1]
    words = _("%(share)s of the replies that members judged answered them")
    return words % {"share": share(content.number or 0, content.of or 0)}
