"""What somebody looks for, and how rows are found by it: the same for every counter.

Words lie in no table of their own. Each text has an index made by the database from the very column
(`to_tsvector` in a GIN index), so that what is written, erased or taken back is found, or not found, in the
same transaction, and nothing has to be built anew. Who may read a text is asked in the same query.
"""

import datetime
import functools
import operator
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from django.contrib.postgres.search import SearchHeadline, SearchQuery, SearchRank, SearchVector
from django.db.models import Expression, IntegerField, Model, QuerySet
from django.db.models.functions import Cast, Left

Row = TypeVar("Row", bound=Model)

# English, with accents left out (council, migration 0007).
CONFIG = "portal"
# A text is indexed up to so many characters, because the database refuses a longer index of one text.
INDEXED = 60_000
# What matches is compared among so many, the newest: a word that stands everywhere stays quick.
RANKED = 500
# Characters that no keyboard has: what stands between them is marked on the page.
START, STOP = "\ue000", "\ue001"
_FINE = 1_000_000
BY_THEMSELVES = 10_000_000


@dataclass(frozen=True)
class Wanted:
    """What is looked for: every term must be there; and what narrows it. None narrows nothing."""

    terms: tuple[str, ...]
    since: datetime.date | None = None
    until: datetime.date | None = None
    is_open: bool | None = None
    service: int | None = None
    directorate: int | None = None
    body: int | None = None

    @property
    def any_of_them(self) -> SearchQuery:
        """A text with any of the terms: for ranking, and for the words that are marked."""
        return functools.reduce(operator.or_, [asked(term) for term in self.terms])

    def between(self, field: str) -> dict[str, datetime.date]:
        """The two days as conditions on a column."""
        days = {f"{field}__gte": self.since, f"{field}__lte": self.until}
        return {name: day for name, day in days.items() if day is not None}

    def of(self, **columns: int | None) -> dict[str, int]:
        """The given columns and their values, without those that narrow nothing."""
        return {name: value for name, value in columns.items() if value is not None}


def asked(term: str) -> SearchQuery:
    """The term as the database reads it: its words beside each other, in any form that English gives them."""
    return SearchQuery(term, config=CONFIG, search_type="phrase")


def vector(*fields: str) -> SearchVector:
    """The columns as they are indexed: an index is made of the same expression."""
    return SearchVector(*(Left(name, INDEXED) for name in fields), config=CONFIG)


def holding(rows: QuerySet[Row], term: str, *fields: str) -> QuerySet[Row]:
    """Those of the rows in whose columns, read as one text, the term stands.

    The words are looked up by themselves, behind a limit that nothing reaches: without it the database may
    choose to read the text of each row that somebody may see, in place of the index.
    """
    having = rows.model._default_manager.alias(all_words=vector(*fields)).filter(all_words=asked(term))
    return rows.filter(pk__in=having.order_by().values("pk")[:BY_THEMSELVES])


def with_every_term(
    rows: QuerySet[Row], wanted: Wanted, places: Callable[[str], Iterable[QuerySet[Any, Any]]]
) -> QuerySet[Row]:
    """Those of the rows that have each term in one place at least; none where there is no term.

    `places` gives for one term the keys of rows, a query for each place in which it may stand.
    """
    if not wanted.terms:
        return rows.none()
    for term in wanted.terms:
        first, *others = (place.order_by() for place in places(term))
        rows = rows.filter(pk__in=first.union(*others) if others else first)
    return rows


def ranked(rows: QuerySet[Row], wanted: Wanted, by: Expression, *, newest: str) -> QuerySet[Row]:
    """The newest of the rows, each with its `rank`, a whole number that pages can be turned by.

    `by` are the columns with their weights; `newest` is the column that says how new a row is.
    """
    if not wanted.terms:
        return rows.none()
    some = rows.order_by(newest, "-pk").values("pk")[:RANKED]
    rank = SearchRank(by, wanted.any_of_them, cover_density=True)
    found: QuerySet[Row] = rows.model._default_manager.filter(pk__in=some)
    return cast("QuerySet[Row]", found.annotate(rank=Cast(rank * _FINE, IntegerField())))


def weighed(**fields: str) -> SearchVector:
    """Columns with their weights: `weighed(subject="A", details="B")`."""
    return functools.reduce(
        operator.add,
        [SearchVector(Left(name, INDEXED), weight=weight, config=CONFIG) for name, weight in fields.items()],
    )


def headline(field: str, wanted: Wanted, *, whole: bool = False) -> SearchHeadline:
    """Some words around what was found in a column; with `whole` all of it. Marked by START and STOP."""
    how: dict[str, Any] = {"highlight_all": True} if whole else {"max_words": 30, "min_words": 12}
    return SearchHeadline(
        Left(field, INDEXED), wanted.any_of_them, config=CONFIG, start_sel=START, stop_sel=STOP, **how
    )
