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
from council.queries.holdings import confirmed_on, posts_in_effect
from council.rules import Grade
from council.rules.posts import MEMBERS_POSTS
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


def _of_posts(ids: set[int], on: datetime.date) -> Iterable[_Row]:
    """Posts in the register of posts and groups assisted, in one query; whether they count, `_counts` says.

    Cheaper to ask than `posts_in_effect`, whose questions about office are answered already.
    """
    no = Value(False, output_field=BooleanField())
    posts = confirmed_on(on=on)
    assists = _running(GroupAssistant.objects.on(on), "group", on)
    return _asked(
        ids,
        _lines(
            posts.filter(is_acting=False),
            "post",
            what=F("post"),
            of=F("directorate_id"),
            flag=F("from_outside"),
        ),
        _lines(
            posts.filter(is_acting=True),
            "acting",
            what=F("post"),
            of=F("directorate_id"),
            flag=F("from_outside"),
        ),
        _lines(assists, "assists", what=None, of=F("group_id"), flag=no),
    )


def _of_members(ids: set[int], on: datetime.date) -> Iterable[_Row]:
    """Groups, seats and portfolios, in one query; nobody without a term has any."""
    if not ids:
        return ()
    governs = Exists(Administration.objects.on(on).filter(group=OuterRef("group")))
    groups = _running(GroupMembership.objects.on(on), "group", on)
    seats = _running(Seat.objects.on(on), "body", on)
    return _asked(
        ids,
        _lines(groups, "group", what=F("office"), of=F("group_id"), name=F("group__name"), flag=governs),
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


def _asked(ids: set[int], *parts: QuerySet[Any]) -> Iterable[_Row]:
    first, *rest = (part.filter(person_id__in=ids).order_by() for part in parts)
    return [_Row(*row) for row in first.union(*rest, all=True)]


def _running(rows: QuerySet[Any], of: str, on: datetime.date) -> QuerySet[Any]:
    """Those whose group or body holds on the day too."""
    return rows.filter(**{f"{of}__from_on__lte": on}).exclude(**{f"{of}__to_on__lt": on})


def facts_of(ids: set[int], *, on: datetime.date) -> dict[int, Facts]:
    """What each of these people is on the day, by person, in three queries, however many they are.

    A fourth where one of them has a term, and a fifth where one acts in a post.
    """
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
    posts = list(_of_posts(ids, on))
    for row in [*posts, *_of_members(set(terms), on)]:
        lines.setdefault(row.person_id, []).append(row)
    if any(row.register == "acting" for row in posts):
        _keep_those_that_act(lines, on)
    return {pk: _facts(terms.get(pk), jobs.get(pk), lines.get(pk, [])) for pk in ids}


def _keep_those_that_act(lines: dict[int, list[_Row]], on: datetime.date) -> None:
    """An acting holder holds while the post is vacant; the register of posts is asked which do."""
    acting = posts_in_effect(on=on).filter(is_acting=True, person_id__in=set(lines))
    counting = set(acting.values_list("person_id", "post", "directorate_id"))
    for person, rows in lines.items():
        lines[person] = [
            row
            for row in rows
            if row.register != "acting" or (row.person_id, row.what, row.of_id) in counting
        ]


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
    held = [
        Held(Post(row.what), directorate_id=row.of_id)
        for row in rows
        if row.register in ("post", "acting") and _counts(row, known)
    ]
    return replace(known, held=(*held, *_following(known, group)))


def _counts(row: _Row, known: Facts) -> bool:
    """Is the holder in office? (as `posts_in_effect` asks it)"""
    if row.what in MEMBERS_POSTS:
        return known.is_member
    return known.is_officer or row.flag


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
