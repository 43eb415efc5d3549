"""Members, groups, portfolios and bodies on a day: rows of the page «Who is who»."""

import datetime
from dataclasses import dataclass

from django.utils.translation import gettext as _

from council.models import (
    Administration,
    Body,
    GroupAssistant,
    GroupMembership,
    MemberTerm,
    PoliticalGroup,
    Portfolio,
    Seat,
    WorkProgrammeItem,
)
from council.queries import faults, protocol_in_force
from council.screens.posts import capitalised
from rulebook.post import Post

Office = GroupMembership.Office


@dataclass(frozen=True)
class GroupRow:
    """One political group: who leads it, how many it has, what it lacks."""

    name: str
    part: str
    officers: tuple[tuple[str, str], ...]
    members: int
    faults: tuple[str, ...]


@dataclass(frozen=True)
class MemberRow:
    """One member; how they became one is said where it was not by election."""

    name: str
    kind: str
    place: str
    group: str


@dataclass(frozen=True)
class BodyRow:
    """One body: what it is, who sits on it, and scrutiny's programme of work."""

    name: str
    kind: str
    remit: str
    seats: tuple[tuple[str, str], ...]
    programme: tuple[WorkProgrammeItem, ...]


def group_rows(*, on: datetime.date) -> list[GroupRow]:
    """Every group on the day, with the titles of the text; five queries, however many there are."""
    governing = set(Administration.objects.on(on).values_list("group_id", flat=True))
    here = MemberTerm.objects.on(on).exclude(kind=MemberTerm.Kind.INDEPENDENT).values("person_id")
    members: dict[int, list[GroupMembership]] = {}
    for row in (
        GroupMembership.objects.on(on)
        .filter(person__in=here)
        .select_related("person")
        .order_by("person__last_name", "person__first_name")
    ):
        members.setdefault(row.group_id, []).append(row)
    assistants = {row.group_id: row for row in GroupAssistant.objects.on(on).select_related("person")}
    return [
        _group_row(group, members.get(group.pk, []), assistants.get(group.pk), governing)
        for group in PoliticalGroup.objects.on(on)
    ]


def _group_row(
    group: PoliticalGroup,
    members: list[GroupMembership],
    assistant: GroupAssistant | None,
    governing: set[int],
) -> GroupRow:
    text = protocol_in_force()
    titles = {
        Office.LEADER.value: capitalised(text.title_of(Post.GROUP_LEADER)),
        Office.DEPUTY_LEADER.value: str(Office.DEPUTY_LEADER.label),
        Office.WHIP.value: capitalised(text.title_of(Post.GROUP_WHIP)),
    }
    officers = [
        (title, row.person.name)
        for office, title in titles.items()
        for row in members
        if row.office == office
    ]
    if assistant is not None:
        officers.append((capitalised(text.title_of(Post.POLITICAL_ASSISTANT)), assistant.person.name))
    part = ""
    if governing:
        part = _("In the administration") if group.pk in governing else _("In opposition")
    has_leader = any(row.office == Office.LEADER for row in members)
    return GroupRow(
        group.name,
        part,
        tuple(officers),
        len(members),
        tuple(faults(len(members), has_leader=has_leader, notified_on=group.notified_on)),
    )


def member_rows(*, on: datetime.date) -> list[MemberRow]:
    """Every member on the day, with ward or nominating district and group."""
    groups = {row.person_id: row.group.name for row in GroupMembership.objects.on(on).select_related("group")}
    terms = (
        MemberTerm.objects.on(on)
        .select_related("person", "ward")
        .order_by("person__last_name", "person__first_name", "pk")
    )
    return [
        MemberRow(
            term.person.name,
            "" if term.kind == MemberTerm.Kind.ELECTED else str(term.get_kind_display()),
            str(term.ward or term.nominated_by or term.remit),
            groups.get(term.person_id, ""),
        )
        for term in terms
    ]


def portfolios(*, on: datetime.date) -> list[Portfolio]:
    """Executive portfolios on the day; deputies after those who decide."""
    rows = Portfolio.objects.on(on).select_related("person", "directorate")
    return list(rows.order_by("is_deputy", "title", "pk"))


def body_rows(*, on: datetime.date) -> list[BodyRow]:
    """Every body on the day with its seats, the chair first; three queries, however many there are."""
    places = {office: place for place, office in enumerate(("chair", "vice-chair", "member", "substitute"))}
    seats: dict[int, list[Seat]] = {}
    for seat in Seat.objects.on(on).select_related("person").order_by("person__last_name", "pk"):
        seats.setdefault(seat.body_id, []).append(seat)
    programme: dict[int, list[WorkProgrammeItem]] = {}
    for item in WorkProgrammeItem.objects.on(on):
        programme.setdefault(item.body_id, []).append(item)
    return [
        BodyRow(
            body.name,
            str(body.get_kind_display()),
            body.remit,
            tuple(
                (seat.person.name, _seat_words(seat))
                for seat in sorted(seats.get(body.pk, []), key=lambda one: places[one.office])
            ),
            tuple(programme.get(body.pk, [])),
        )
        for body in Body.objects.on(on)
    ]


def _seat_words(seat: Seat) -> str:
    words = "" if seat.office == Seat.Office.MEMBER else str(seat.get_office_display())
    if seat.may_vote:
        return words
    return f"{words}, {_('no vote')}" if words else _("no vote")
