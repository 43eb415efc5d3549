"""What somebody looks for, and how rows are found by it: the same for every counter.

Words lie in no table of their own. Each text has an index made by the database from the very column
(`to_tsvector` in a GIN index), so that what is written, erased or taken back is found, or not found, in the
same transaction, and nothing has to be built anew. Who may read a text is asked in the same query.
"""

import datetime
import functools
import operator
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from django.contrib.postgres.search import SearchHeadline, SearchQuery, SearchRank, SearchVector
from django.db.models import Expression, Model, QuerySet, Value
from django.db.models.functions import Left, Upper

from council.queries.prepared import Named, named_day, named_key, named_text

Row = TypeVar("Row", bound=Model)

# English, with accents left out (council, migration 0007).
CONFIG = "portal"
# A text is indexed up to so many characters, because the database refuses a longer index of one text.
INDEXED = 60_000
# What matches is compared among so many, the newest: a word that stands everywhere stays quick.
RANKED = 500
# Characters that no keyboard has: what stands between them is marked on the page.
START, STOP = "\ue000", "\ue001"
BY_THEMSELVES = 10_000_000


# A word as it was typed; in a question that is written ahead, what stands for it.
Term = str | Named


@dataclass(frozen=True)
class Wanted:
    """What is looked for: every term must be there; and what narrows it. None narrows nothing.

    A question is written for so many terms and for what narrows them (`council.queries.prepared.Shaped`).
    """

    terms: tuple[Term, ...]
    since: datetime.date | None = None
    until: datetime.date | None = None
    is_open: bool | None = None
    service: int | None = None
    directorate: int | None = None
    body: int | None = None

    def shaped(self, name: str) -> tuple[Hashable, Mapping[str, object]]:
        """With a stand-in for each term, day and key; whether it is open is written out."""
        terms = {f"{name}_term_{at}": term for at, term in enumerate(self.terms)}
        days = {one: getattr(self, one) for one in ("since", "until")}
        keys = {one: getattr(self, one) for one in ("service", "directorate", "body")}
        narrowing = {
            **{one: named_day(f"{name}_{one}") for one, day in days.items() if day is not None},
            **{one: named_key(f"{name}_{one}") for one, key in keys.items() if key is not None},
        }
        shape = replace(self, terms=tuple(map(named_text, terms)), **narrowing)  # type: ignore[arg-type]
        return shape, terms | {f"{name}_{one}": value for one, value in (days | keys).items()}

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


def numbered(term: Term) -> Upper:
    """The term as a number is written."""
    return Upper(Value(term) if isinstance(term, str) else term)


def asked(term: Term) -> SearchQuery:
    """The term as the database reads it: its words beside each other, in any form that English gives them."""
    return SearchQuery(term, config=CONFIG, search_type="phrase")


def vector(*fields: str) -> SearchVector:
    """The columns as they are indexed: an index is made of the same expression."""
    return SearchVector(*(Left(name, INDEXED) for name in fields), config=CONFIG)


def holding(rows: QuerySet[Row], term: Term, *fields: str) -> QuerySet[Row]:
    """Those of the rows in whose columns, read as one text, the term stands.

    The words are looked up by themselves, behind a limit that nothing reaches: without it the database may
    choose to read the text of each row that somebody may see, in place of the index.
    """
    having = rows.model._default_manager.alias(all_words=vector(*fields)).filter(all_words=asked(term))
    return rows.filter(pk__in=having.order_by().values("pk")[:BY_THEMSELVES])


def with_every_term(
    rows: QuerySet[Row], wanted: Wanted, places: Callable[[Any], Iterable[QuerySet[Any, Any]]]
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


def ranked(
    rows: QuerySet[Row], wanted: Wanted, by: Expression, *, newest: str
) -> QuerySet[Row, tuple[int, ...]]:
    """The keys of the newest of the rows, those that match best first.

    `by` are the columns with their weights; `newest` is the column that says how new a row is.
    """
    if not wanted.terms:
        return rows.none().values_list("pk")
    some = rows.order_by(newest, "-pk").values("pk")[:RANKED]
    rank = SearchRank(by, wanted.any_of_them, cover_density=True)
    found = rows.model._default_manager.filter(pk__in=some)
    return found.order_by(rank.desc(), newest, "-pk").values_list("pk")


def in_order(rows: QuerySet[Row], keys: Sequence[int]) -> list[Row]:
    """Those of the rows that were found, in the order in which they were."""
    found = {one.pk: one for one in rows.filter(pk__in=keys)}
    return [found[key] for key in keys if key in found]


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
