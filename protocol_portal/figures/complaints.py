"""Complaints by stage: those that the viewer deals with, and no other, so that a number tells of none."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Count, F
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from casework.rules.periods import Period
from casework.screens.figures import Cell, Column, Row, Table
from complaints.policies.figures import may_see_figures
from complaints.queries.figures import begun_in
from complaints.queries.watching import dealt_with
from complaints.screens.figures import STAGES
from protocol_portal.figures.scope import Figure, Scope, compared, total_of


def figures(scope: Scope) -> list[Figure]:
    """One table, for whoever sees figures on complaints: of those that they deal with or have a copy of.

    The figures for the committee, of all complaints, stand on their own page (`complaints.screens.figures`).
    """
    if not may_see_figures(scope.who).allowed:
        return []
    both = Period(scope.before.period.first, scope.period.last)
    found = (
        begun_in(dealt_with(scope.who), both)
        .filter(scope.is_counted("begun"))
        .annotate(earlier=scope.is_earlier("begun"))
        .order_by()
        .values(was=F("earlier"), key=F("stage"))
        .annotate(number=Count("pk"))
    )
    return [compared(scope, found, _table)]


def _table(scope: Scope, found: Sequence[Mapping[str, Any]]) -> Table:
    counts = {one["key"]: one["number"] for one in found}
    rows = tuple(
        Row(key, _(words), (Cell(counts[key], url=_url(scope, stage=key)),))
        for key, words in STAGES.items()
        if key in counts
    )
    columns = (Column("number", _("Complaints")),)
    total = total_of(_("All"), columns, rows, (_url(scope),))
    return Table(
        "complaints",
        _heading(total),
        _("Complaints that you deal with or have a copy of, by where they stand now"),
        columns,
        rows,
        total,
        (
            (
                _("Complaints"),
                _(
                    "Those that you deal with or have a copy of, by the day on which they began. The figures "
                    "for the committee count all."
                ),
            ),
        ),
    )


def _url(scope: Scope, **stage: str) -> str:
    return f"{reverse('complaints')}?{urlencode({'begun': scope.period.key, **stage})}"


def _heading(total: Row | None) -> str:
    if total is None:
        return _("No complaint with you began in this period")
    number = total.cells[0].number or 0
    words = _("Complaints that began in this period: %(number)s")
    return words % {"number": f"{number:,}"}
