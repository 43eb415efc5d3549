"""What every register says of people on a day, in one query that is put together once for each process."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import BooleanField, CharField, Exists, F, IntegerField, OuterRef, QuerySet, Value
from django.db.models.functions import Cast

from council.models import (
    Administration,
    GroupAssistant,
    GroupMembership,
    MemberAssistant,
    MemberTerm,
    OfficerAppointment,
    Portfolio,
    Seat,
)
from council.queries.holdings import confirmed_on
from council.queries.prepared import Written

_NO = Value(False, output_field=BooleanField())
_EMPTY = Value("", output_field=CharField())
_NOTHING = Value(None, output_field=IntegerField())


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the registers: what it says depends on the register."""

    person_id: int
    register: str
    what: str
    of_id: int | None
    kind: str
    name: str
    flag: bool


def entries_of(ids: Iterable[int], *, on: datetime.date) -> list[Entry]:
    """What the registers say of these people on the day, in one query; posts whether or not they count.

    Asked at each request of whoever is signed in, so its words are kept: no answer is.
    """
    return [Entry(*row) for row in _ENTRIES(on, tuple(ids))]


def _in_words(on: datetime.date, people: tuple[int, ...]) -> QuerySet[Any, Any]:
    parts = (*_of_posts(on), *_of_members(on), *_of_anybody(on))
    first, *rest = (part.filter(of_person__in=people) for part in parts)
    return first.union(*rest, all=True)


_ENTRIES = Written(_in_words)


def _of_posts(on: datetime.date) -> Iterator[QuerySet[Any]]:
    """Posts in the register of posts; `flag` where the holder is from outside. Who counts, `facts` says.

    Cheaper to ask than `posts_in_effect`, whose questions about office are answered already.
    """
    for register, acts in (("post", False), ("acting", True)):
        rows = confirmed_on(on=on).filter(is_acting=acts)
        yield _entries(rows, register, what=F("post"), of=F("directorate_id"), flag=F("from_outside"))


def _of_members(on: datetime.date) -> Iterator[QuerySet[Any]]:
    """Groups, seats and portfolios; nobody without a term has any."""
    governs = Exists(Administration.objects.on(on).filter(group=OuterRef("group")))
    groups = _running(GroupMembership.objects.on(on), "group", on)
    yield _entries(groups, "group", what=F("office"), of=F("group_id"), name=F("group__name"), flag=governs)
    seats = _running(Seat.objects.on(on), "body", on)
    yield _entries(
        seats,
        "seat",
        what=F("office"),
        of=F("body_id"),
        kind=F("body__kind"),
        name=F("body__name"),
        flag=F("may_vote"),
    )
    portfolios = Portfolio.objects.on(on)
    yield _entries(portfolios, "portfolio", what=F("title"), of=F("directorate_id"), flag=F("is_deputy"))


def _of_anybody(on: datetime.date) -> Iterator[QuerySet[Any]]:
    """Terms and jobs, of which the rows are read then; the group and the members in post that one assists."""
    terms = MemberTerm.objects.on(on)
    yield _entries(terms, "term")
    yield _entries(OfficerAppointment.objects.on(on), "job")
    yield _entries(_running(GroupAssistant.objects.on(on), "group", on), "assists", of=F("group_id"))
    assisted = MemberAssistant.objects.on(on).filter(member_id__in=terms.values("person_id"))
    yield _entries(assisted, "assisted", person="assistant_id", of=F("member_id"))


def _entries(
    rows: QuerySet[Any],
    register: str,
    *,
    person: str = "person_id",
    what: F | Value = _EMPTY,
    of: F | Value = _NOTHING,
    kind: F | Value = _EMPTY,
    name: F | Value = _EMPTY,
    flag: F | Value | Exists = _NO,
) -> QuerySet[Any, tuple[Any, ...]]:
    """The rows of one register in the common form, so that all come in one query."""
    found: QuerySet[Any] = rows.annotate(of_person=F(person)).order_by()
    return found.values_list(
        "of_person",
        Value(register, output_field=CharField()),
        Cast(what, CharField()),
        Cast(of, IntegerField()),
        Cast(kind, CharField()),
        Cast(name, CharField()),
        flag,
    )


def _running(rows: QuerySet[Any], of: str, on: datetime.date) -> QuerySet[Any]:
    """Those whose group or body holds on the day too."""
    return rows.filter(**{f"{of}__from_on__lte": on}).exclude(**{f"{of}__to_on__lt": on})
