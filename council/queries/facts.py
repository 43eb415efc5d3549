"""What people are on a day by the registers alone, for many at once: nobody's absence is looked at here."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import BooleanField, CharField, Exists, F, IntegerField, OuterRef, QuerySet, Value
from django.db.models.functions import Cast

from council.models import (
    Administration,
    GroupAssistant,
    GroupMembership,
    MemberTerm,
    OfficerAppointment,
    Portfolio,
    Seat,
)
from council.queries.holdings import posts_in_effect
from council.rules import Grade
from rulebook.post import Post

_OFFICES = {
    GroupMembership.Office.LEADER.value: (Post.GROUP_LEADER,),
    GroupMembership.Office.WHIP.value: (Post.GROUP_WHIP,),
}
_SEATS = {
    Seat.Office.CHAIR.value: (Post.CHAIR, Post.CHAIRMAN),
    Seat.Office.VICE_CHAIR.value: (Post.DEPUTY_CHAIR,),
}
# A chief executive's grade is no post: the post is held by name.
GRADE_POSTS = {
    Grade.HEAD_OF_SERVICE.value: Post.HEAD_OF_SERVICE,
    Grade.ASSISTANT_DIRECTOR.value: Post.ASSISTANT_DIRECTOR,
    Grade.DIRECTOR.value: Post.DIRECTOR,
    Grade.EXECUTIVE_DIRECTOR.value: Post.EXECUTIVE_DIRECTOR,
}


@dataclass(frozen=True, slots=True)
class Held:
    """One post that somebody holds, and where: in a directorate, a group or a body."""

    post: Post
    directorate_id: int | None = None
    group_id: int | None = None
    body_id: int | None = None
    by_grade: bool = False


@dataclass(frozen=True, slots=True)
class SeatHeld:
    """A seat on a body: its kind decides what papers its members may see."""

    body_id: int
    body: str
    kind: str
    office: str
    may_vote: bool


@dataclass(frozen=True, slots=True)
class PortfolioHeld:
    """An executive portfolio."""

    title: str
    directorate_id: int | None
    is_deputy: bool


@dataclass(frozen=True, slots=True)
class Facts:
    """One person on a day: term, job, posts of their own, group, seats, portfolios."""

    term: MemberTerm | None = None
    appointment: OfficerAppointment | None = None
    held: tuple[Held, ...] = ()
    group_id: int | None = None
    group: str = ""
    in_administration: bool = False
    assists_group_id: int | None = None
    seats: tuple[SeatHeld, ...] = ()
    portfolios: tuple[PortfolioHeld, ...] = ()

    @property
    def is_member(self) -> bool:
        """A member on the day: elected, co-opted or nominated; an independent person is none."""
        return self.term is not None and self.term.kind != MemberTerm.Kind.INDEPENDENT

    @property
    def is_officer(self) -> bool:
        """An officer on the day, whoever the employer is."""
        return self.appointment is not None


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of the registers: what it says depends on the register."""

    person_id: int
    register: str
    what: str
    of_id: int | None
    kind: str
    name: str
    flag: bool


def _lines(
    rows: QuerySet[Any], register: str, *, what: Any, of: Any, kind: Any = None, name: Any = None, flag: Any
) -> QuerySet[Any, tuple[Any, ...]]:
    """The rows of one register in the common form, so that all come in one query."""
    empty = Value("", output_field=CharField())
    return rows.values_list(
        "person_id",
        Value(register, output_field=CharField()),
        Cast(what, CharField()) if what is not None else empty,
        Cast(of, IntegerField()),
        Cast(kind, CharField()) if kind else empty,
        Cast(name, CharField()) if name else empty,
        flag,
    )


def _rows(ids: set[int], on: datetime.date) -> Iterable[_Row]:
    """Posts, groups, assistants, seats and portfolios of these people on the day, in one query."""
    governs = Exists(Administration.objects.on(on).filter(group=OuterRef("group")))
    no = Value(False, output_field=BooleanField())
    groups = _running(GroupMembership.objects.on(on), "group", on)
    assists = _running(GroupAssistant.objects.on(on), "group", on)
    seats = _running(Seat.objects.on(on), "body", on)
    parts = (
        _lines(posts_in_effect(on=on), "post", what=F("post"), of=F("directorate_id"), flag=F("is_acting")),
        _lines(groups, "group", what=F("office"), of=F("group_id"), name=F("group__name"), flag=governs),
        _lines(assists, "assists", what=None, of=F("group_id"), flag=no),
        _lines(
            seats,
            "seat",
            what=F("office"),
            of=F("body_id"),
            kind=F("body__kind"),
            name=F("body__name"),
            flag=F("may_vote"),
        ),
        _lines(
            Portfolio.objects.on(on),
            "portfolio",
            what=F("title"),
            of=F("directorate_id"),
            flag=F("is_deputy"),
        ),
    )
    first, *rest = (part.filter(person_id__in=ids).order_by() for part in parts)
    return (_Row(*row) for row in first.union(*rest, all=True))


def _running(rows: QuerySet[Any], of: str, on: datetime.date) -> QuerySet[Any]:
    """Those whose group or body holds on the day too."""
    return rows.filter(**{f"{of}__from_on__lte": on}).exclude(**{f"{of}__to_on__lt": on})


def facts_of(ids: set[int], *, on: datetime.date) -> dict[int, Facts]:
    """What each of these people is on the day, by person; three queries, however many they are."""
    if not ids:
        return {}
    terms = {
        term.person_id: term
        for term in MemberTerm.objects.on(on).filter(person_id__in=ids).select_related("ward")
    }
    jobs = {
        job.person_id: job
        for job in OfficerAppointment.objects.on(on)
        .filter(person_id__in=ids)
        .select_related("team", "directorate", "line_manager", "person")
        .order_by("from_on", "pk")
    }
    lines: dict[int, list[_Row]] = {}
    for row in _rows(ids, on):
        lines.setdefault(row.person_id, []).append(row)
    return {pk: _facts(terms.get(pk), jobs.get(pk), lines.get(pk, [])) for pk in ids}


def _facts(term: MemberTerm | None, job: OfficerAppointment | None, rows: list[_Row]) -> Facts:
    group = next((row for row in rows if row.register == "group"), None)
    assists = next((row for row in rows if row.register == "assists"), None)
    known = Facts(
        term=term,
        appointment=job,
        group_id=group.of_id if group else None,
        group=group.name if group else "",
        in_administration=bool(group and group.flag),
        assists_group_id=assists.of_id if assists and job else None,
        seats=tuple(
            SeatHeld(row.of_id or 0, row.name, row.kind, row.what, row.flag)
            for row in rows
            if row.register == "seat"
        ),
        portfolios=tuple(
            PortfolioHeld(row.what, row.of_id, row.flag) for row in rows if row.register == "portfolio"
        ),
    )
    held = [Held(Post(row.what), directorate_id=row.of_id) for row in rows if row.register == "post"]
    return replace(known, held=(*held, *_following(known, group)))


def _following(known: Facts, group: _Row | None) -> list[Held]:
    """The posts that follow from another register, while their holder is in office."""
    found: list[Held] = []
    if known.is_member:
        offices = _OFFICES.get(group.what, ()) if group else ()
        found += [Held(post, group_id=known.group_id) for post in offices]
        found += [
            Held(post, body_id=seat.body_id) for seat in known.seats for post in _SEATS.get(seat.office, ())
        ]
    if known.appointment and known.appointment.grade in GRADE_POSTS:
        post = GRADE_POSTS[known.appointment.grade]
        found.append(Held(post, directorate_id=known.appointment.directorate_id, by_grade=True))
    if known.assists_group_id:
        found.append(Held(Post.POLITICAL_ASSISTANT, group_id=known.assists_group_id))
    return found
