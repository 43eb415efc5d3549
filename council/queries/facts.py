"""What people are on a day by the registers alone, for many at once: nobody's absence is looked at here."""

import datetime
from dataclasses import dataclass, replace

from council.models import GroupMembership, MemberTerm, OfficerAppointment, Seat
from council.queries.entries import Entry, entries_of
from council.queries.holdings import posts_in_effect
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
_OF_MEMBERS = frozenset({"group", "seat", "portfolio"})
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
    """One person on a day: term, job, posts of their own, group, seats, portfolios, the members assisted."""

    term: MemberTerm | None = None
    appointment: OfficerAppointment | None = None
    held: tuple[Held, ...] = ()
    group_id: int | None = None
    group: str = ""
    in_administration: bool = False
    assists_group_id: int | None = None
    seats: tuple[SeatHeld, ...] = ()
    portfolios: tuple[PortfolioHeld, ...] = ()
    assisted: frozenset[int] = frozenset()

    @property
    def is_member(self) -> bool:
        """A member on the day: elected, co-opted or nominated; an independent person is none."""
        return self.term is not None and self.term.kind != MemberTerm.Kind.INDEPENDENT

    @property
    def is_officer(self) -> bool:
        """An officer on the day, whoever the employer is."""
        return self.appointment is not None


def facts_of(ids: set[int], *, on: datetime.date) -> dict[int, Facts]:
    """What each of these people is on the day, by person, in one query, however many they are.

    A second where one of them has a term, one more where one has a job, and one where one acts in a post.
    """
    entries: dict[int, list[Entry]] = {}
    for row in entries_of(ids, on=on):
        entries.setdefault(row.person_id, []).append(row)
    registers = {row.register for rows in entries.values() for row in rows}
    terms = _terms_of(ids, on) if "term" in registers else {}
    jobs = _jobs_of(ids, on) if "job" in registers else {}
    if "acting" in registers:
        _keep_those_that_act(entries, on)
    return {pk: _facts(terms.get(pk), jobs.get(pk), entries.get(pk, [])) for pk in ids}


def _terms_of(ids: set[int], on: datetime.date) -> dict[int, MemberTerm]:
    rows = MemberTerm.objects.on(on).filter(person_id__in=ids).select_related("ward")
    return {term.person_id: term for term in rows}


def _jobs_of(ids: set[int], on: datetime.date) -> dict[int, OfficerAppointment]:
    rows = OfficerAppointment.objects.on(on).filter(person_id__in=ids).order_by("from_on", "pk")
    return {
        job.person_id: job for job in rows.select_related("team", "directorate", "line_manager", "person")
    }


def _keep_those_that_act(entries: dict[int, list[Entry]], on: datetime.date) -> None:
    """An acting holder holds while the post is vacant; the register of posts is asked which do."""
    acting = posts_in_effect(on=on).filter(is_acting=True, person_id__in=set(entries))
    counting = set(acting.values_list("person_id", "post", "directorate_id"))
    for person, rows in entries.items():
        entries[person] = [
            row
            for row in rows
            if row.register != "acting" or (row.person_id, row.what, row.of_id) in counting
        ]


def _facts(term: MemberTerm | None, job: OfficerAppointment | None, rows: list[Entry]) -> Facts:
    if term is None:
        # Nobody without a term has any of these, whatever was left in the registers.
        rows = [row for row in rows if row.register not in _OF_MEMBERS]
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
        assisted=frozenset(row.of_id for row in rows if row.register == "assisted" and row.of_id),
    )
    held = [
        Held(Post(row.what), directorate_id=row.of_id)
        for row in rows
        if row.register in ("post", "acting") and _counts(row, known)
    ]
    return replace(known, held=(*held, *_following(known, group)))


def _counts(row: Entry, known: Facts) -> bool:
    """Is the holder in office? (as `posts_in_effect` asks it)"""
    if row.what in MEMBERS_POSTS:
        return known.is_member
    return known.is_officer or row.flag


def _following(known: Facts, group: Entry | None) -> list[Held]:
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
