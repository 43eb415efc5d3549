"""Long lists are paged by key: the next page begins after the last row seen, however long the list is."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.core import signing
from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest, QueryDict

Row = TypeVar("Row", bound=Model)
One = TypeVar("One")

SIZE = 20
AFTER, BEFORE = "after", "before"
_DIGITS = 9


@dataclass(frozen=True)
class Page(Generic[One]):
    """Some rows of a list, and the addresses of the pages on either side; empty where there is none."""

    items: list[One]
    newer_url: str = ""
    older_url: str = ""


@dataclass(frozen=True, slots=True)
class _Key:
    """One field of the order. To the database, no value at all is larger than every value."""

    field: str
    descending: bool

    def beyond(self, value: Any) -> Q:
        """What comes after the value in this order."""
        if self.descending:
            return (
                Q(**{f"{self.field}__isnull": False}) if value is None else Q(**{f"{self.field}__lt": value})
            )
        if value is None:
            return Q(pk__in=[])
        return Q(**{f"{self.field}__gt": value}) | Q(**{f"{self.field}__isnull": True})

    def same(self, value: Any) -> Q:
        """What has the value."""
        return Q(**{f"{self.field}__isnull": True}) if value is None else Q(**{self.field: value})

    def of(self, row: Model) -> Any:
        """The row's own value; a field of a row that it names is written with two underscores."""
        value: Any = row
        for name in self.field.split("__"):
            value = None if value is None else getattr(value, name)
        return value

    def words(self) -> str:
        """As Django's `order_by` takes it."""
        return f"-{self.field}" if self.descending else self.field


def _keys(order: Sequence[str], *, backwards: bool) -> list[_Key]:
    named = [*order] if {"pk", "-pk", "id", "-id"} & {*order} else [*order, "pk"]
    return [_Key(name.removeprefix("-"), name.startswith("-") is not backwards) for name in named]


def _beyond(keys: Sequence[_Key], values: Sequence[Any]) -> Q:
    """All rows after the one with these values: beyond it in a field, and alike in those before."""
    found = Q(pk__in=[])
    alike = Q()
    for key, value in zip(keys, values, strict=True):
        found |= alike & key.beyond(value)
        alike &= key.same(value)
    return found


def _salt(queryset: QuerySet[Any], order: Sequence[str]) -> str:
    return f"{queryset.model._meta.label_lower}:{','.join(order)}"


def _packed(value: Any) -> Any:
    if isinstance(value, datetime.datetime):
        return {"at": value.isoformat()}
    return {"on": value.isoformat()} if isinstance(value, datetime.date) else value


def _unpacked(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    return (
        datetime.datetime.fromisoformat(value["at"])
        if "at" in value
        else datetime.date.fromisoformat(value["on"])
    )


def _read(mark: str | None, *, salt: str) -> list[Any] | None:
    """The values of the row that a mark names; None for none, and for one that this list did not give."""
    if not mark:
        return None
    try:
        return [_unpacked(value) for value in signing.loads(mark, salt=salt)]
    except signing.BadSignature:
        return None


def as_they_come(rows: QuerySet[Row], most: int) -> list[Row]:
    """So many of the rows, from the first: one query."""
    return list(rows[:most])


def page_of(
    queryset: QuerySet[Row],
    *,
    order: tuple[str, ...],
    after: str | None = None,
    before: str | None = None,
    size: int = SIZE,
    kept: str = "",
    first: Callable[[QuerySet[Row], int], list[Row]] = as_they_come,
) -> Page[Row]:
    """The rows after (or before) a mark, in the order of the fields; their key makes the order whole.

    A mark is signed for this list and this order; anything else means the first page. `kept` is what the
    neighbours' addresses keep of the query: filters and sorting. One query, for one row more than is shown;
    a list that the database does not narrow by itself says in `first` how so many of it are found.
    """
    salt = _salt(queryset, order)
    older, newer = _read(after, salt=salt), _read(before, salt=salt)
    backwards = older is None and newer is not None
    values = newer if backwards else older
    keys = _keys(order, backwards=backwards)
    rows = queryset if values is None else queryset.filter(_beyond(keys, values))
    found = first(rows.order_by(*[key.words() for key in keys]), size + 1)
    if values is not None and not found:
        return page_of(queryset, order=order, size=size, kept=kept, first=first)
    more, items = len(found) > size, found[:size]
    if backwards:
        items.reverse()

    def address(name: str, row: Row) -> str:
        mark = signing.dumps([_packed(key.of(row)) for key in keys], salt=salt)
        return f"?{kept}{'&' if kept else ''}{name}={mark}"

    has_newer = more if backwards else values is not None
    has_older = backwards or more
    return Page(
        items=items,
        newer_url=address(BEFORE, items[0]) if has_newer else "",
        older_url=address(AFTER, items[-1]) if has_older else "",
    )


def page_for(
    request: HttpRequest,
    queryset: QuerySet[Row],
    *,
    order: tuple[str, ...],
    size: int = SIZE,
    first: Callable[[QuerySet[Row], int], list[Row]] = as_they_come,
) -> Page[Row]:
    """The page that the address asks for, its neighbours' addresses keeping every other part of the query."""
    return page_of(
        queryset,
        order=order,
        after=request.GET.get(AFTER),
        before=request.GET.get(BEFORE),
        size=size,
        kept=without(request.GET, AFTER, BEFORE),
        first=first,
    )


def page_of_found(request: HttpRequest, found: Sequence[One], *, size: int = SIZE) -> Page[One]:
    """The page that the address asks for of what a search found, the best first: `after` says how many stand
    before it. Anything else, and more than were found, mean the first page.
    """
    rest = without(request.GET, AFTER)
    asked = request.GET.get(AFTER, "")
    start = int(asked) if asked.isdecimal() and asked.isascii() and len(asked) < _DIGITS else 0
    start = start if start < len(found) else 0

    def address(after: int) -> str:
        return f"?{rest}&{AFTER}={after}" if after else f"?{rest}"

    return Page(
        items=list(found[start : start + size]),
        newer_url=address(max(start - size, 0)) if start else "",
        older_url=address(start + size) if start + size < len(found) else "",
    )


def without(query: QueryDict, *names: str) -> str:
    """The query of an address, less some of its parts."""
    rest = query.copy()
    for name in names:
        rest.pop(name, None)
    return rest.urlencode()
