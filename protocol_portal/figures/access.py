"""Requests to see documents: answered, refused, or with a person, by political group."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Count, F
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from access_rules.queries.asked import visible_requests
from access_rules.queries.counting import ENDS, NO_GROUP, asked_in
from access_rules.screens.counting import END_WORDS
from casework.rules.periods import Period
from casework.screens.figures import Cell, Column, Row, Table
from protocol_portal.figures.scope import Figure, Reach, Scope, compared, total_of


def figures(scope: Scope) -> list[Figure]:
    """One table, for whoever keeps the requests or watches over them."""
    if scope.reach is not Reach.COUNCIL:
        return []
    numbers = {key: Count("pk", filter=where) for key, where in ENDS.items()}
    both = Period(scope.before.period.first, scope.period.last)
    found = (
        asked_in(visible_requests(scope.who), both)
        .filter(scope.is_counted("asked_on"))
        .annotate(earlier=scope.is_earlier("asked_on"))
        .order_by()
        .values(was=F("earlier"), key=F("grouped"))
        .annotate(asked=Count("pk"), **numbers)
    )
    return [compared(scope, found, lambda which, rows: _table(which, rows, scope.groups))]


def _table(scope: Scope, found: Sequence[Mapping[str, Any]], groups: Mapping[str, str]) -> Table:
    counts = {NO_GROUP if one["key"] is None else str(one["key"]): one for one in found}
    labels = {key: words for key, words in groups.items() if key in counts}
    if NO_GROUP in counts:
        labels[NO_GROUP] = _("Officers, and members without a group")
    rows = tuple(
        Row(
            key,
            label,
            tuple(
                Cell(counts[key][name], url=_url(scope, group=key, end="" if name == "asked" else name))
                for name in ("asked", *ENDS)
            ),
        )
        for key, label in labels.items()
    )
    urls = (_url(scope), *(_url(scope, end=end) for end in ENDS))
    columns = (
        Column("asked", _("Asked"), is_whole=True),
        *(Column(key, _(words)) for key, words in END_WORDS.items()),
    )
    total = total_of(_("All"), columns, rows, urls)
    return Table(
        "access",
        _heading(total),
        _("Requests to see documents, by the group of whoever asked, on the day of asking"),
        columns,
        rows,
        total,
    )


def _url(scope: Scope, *, group: str = "", end: str = "") -> str:
    given = {"asked": scope.period.key, "end": end, "group": group}
    return f"{reverse('access-to-decide')}?{urlencode({name: one for name, one in given.items() if one})}"


def _heading(total: Row | None) -> str:
    if total is None:
        return _("Nobody asked to see a document in this period")
    asked, refused = total.cells[0].number or 0, total.cells[3].number or 0
    words = _("%(refused)s of %(asked)s requests to see documents were refused")
    return words % {"refused": f"{refused:,}", "asked": f"{asked:,}"}
