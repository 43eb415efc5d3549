"""Disputes: who may know of them, who decides each today, and what waits for whom."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import cast

from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When, Window
from django.db.models.functions import RowNumber

from casework.models import Determination, Dispute, Stream
from casework.states import DisputeState
from council.models import OfficerAppointment, Person
from council.queries import Standing, in_turn, who_act_in
from council.rules import Role
from rulebook.citation import is_met_by
from rulebook.dispute import ORDER, OUTSIDE, RECORDERS, Subject
from rulebook.post import Post
from rulebook.triage import Rung

Disputes = QuerySet[Dispute]
_NOBODY = Q(pk__in=[])
_DECIDES = "disputes.decides"
MOST_WORDS = 10
# What must be decided first comes first.
FIRST = ("decide_by", "opened_at", "pk")
# Whoever acts in one of these may have a dispute to decide or to record.
DECIDING_POSTS = frozenset(post for order in ORDER.values() for post in order) | frozenset(RECORDERS)
STANDING_DISPUTES = (DisputeState.OPENED.value, DisputeState.DETERMINED.value)


class Turn(IntEnum):
    """What a dispute needs of a person, in the order of the page."""

    DETERMINE = 0
    ANSWER = 1
    DO = 2
    NOTHING = 3


@dataclass(frozen=True)
class Seat:
    """Somebody who may decide, and the post by which they do."""

    post: Post
    person: Person


@dataclass(frozen=True)
class Contested:
    """The decision that somebody does not agree with, as its counter names it.

    `place` is that of the event which tells of it in the stream of the case; `cites` are the ids of what it
    rests on; `respondent` is whose decision it is.
    """

    about: Stream
    case_reference: str
    protocol: str
    place: int
    cites: tuple[str, ...]
    respondent: Person
    is_confidential: bool
    subject: Subject = Subject.ACCESS


def determined_by(person: Person) -> QuerySet[Determination]:
    """What the person determined, under an entry that was merged into theirs too: such rows never change."""
    return Determination.objects.filter(Q(by=person) | Q(by__merged_into=person))


def visible_to(who: Standing) -> Disputes:
    """Every dispute that the person may know of on the day: for every page, letter, list and count.

    The member and the respondent; whoever decides on the present rung, or decided before; whoever assists the
    member and the monitoring officer, save confidential ones.
    """
    if not who.in_post:
        return Dispute.objects.none()
    decided = determined_by(who.person).values("dispute")
    seen = Q(opened_by=who.person) | Q(respondent=who.person) | Q(pk__in=decided)
    seen |= Q(opened_by__in=who.assisted, is_confidential=False) | decides(who)
    if who.has(Role.MONITORING_OFFICER):
        seen |= Q(is_confidential=False)
    return Dispute.objects.filter(seen)


def decides(who: Standing) -> Q:
    """The disputes that the person decides or, where others decide outside the portal, records."""
    if _DECIDES in who.put_together:
        return cast("Q", who.put_together[_DECIDES])
    held = who.posts & DECIDING_POSTS
    if not held or not Dispute.objects.exists():
        return _NOBODY
    who.put_together[_DECIDES] = found = _as_decider(who, held)
    return found


def _as_decider(who: Standing, held: frozenset[Post]) -> Q:
    found = in_turn(who, "rung", ORDER, lambda people: _concerned(people, who))
    if held & frozenset(RECORDERS):
        outside = Q(rung__in=[one.value for one in OUTSIDE]) & ~_bars([who.person], who.on)
        found |= outside if who.has(Role.MONITORING_OFFICER) else outside & Q(is_confidential=False)
    return found


def _concerned(people: list[Person], who: Standing) -> Q:
    """The same as `_bars`, of those before the person with their managers by number: they are many."""
    if people == [who.person]:
        return _bars(people, who.on)
    ids = {one.pk for one in people}
    ids |= {manager for one in people for manager in who.acting.managers.get(one.pk, ())}
    return Q(opened_by__in=ids) | Q(respondent__in=ids)


def _bars(people: Iterable[Person], on: datetime.date) -> Q:
    """Where one of the people is a party: the member, the respondent, or managed by one of them."""
    ids = [person.pk for person in people]
    managers = OfficerAppointment.objects.on(on).filter(person__in=ids, line_manager__isnull=False)
    above = managers.values("line_manager_id")
    themselves = Q(opened_by__in=ids) | Q(respondent__in=ids)
    return themselves | Q(opened_by__in=above) | Q(respondent__in=above)


def is_party(person: Person, dispute: Dispute, *, on: datetime.date) -> bool:
    """Is the person one of the two sides, or do they answer to one of them?"""
    return Dispute.objects.filter(_bars([person], on), pk=dispute.pk).exists()


def deciders_of(dispute: Dispute, *, on: datetime.date) -> tuple[list[Seat], list[Seat]]:
    """Who decides (or records) it on the day, and who would, were they not a party; empty: nobody is left."""
    rung, barred = Rung(dispute.rung), list[Seat]()
    if rung in OUTSIDE:
        posts = [post for post in RECORDERS if _may_hear(post, dispute)]
        seats = [Seat(post, person) for post in posts for person in who_act_in(post, on=on)]
        return [seat for seat in seats if not is_party(seat.person, dispute, on=on)], []
    for post in ORDER[rung]:
        seats = [Seat(post, person) for person in who_act_in(post, on=on)]
        free = [seat for seat in seats if not is_party(seat.person, dispute, on=on)]
        if free:
            return free, barred
        barred += seats
    return [], barred


def _may_hear(post: Post, dispute: Dispute) -> bool:
    return not (dispute.is_confidential and post is Post.DEMOCRATIC_SERVICES)


def first_deciders(order: tuple[Post, ...], parties: Iterable[Person], *, on: datetime.date) -> list[Seat]:
    """Who would decide a dispute that is not opened yet, between these parties."""
    sides = {party.pk for party in parties}
    for post in order:
        people = [one for one in who_act_in(post, on=on) if not _answers_to(one, sides, on)]
        if people:
            return [Seat(post, one) for one in people]
    return []


def _answers_to(person: Person, sides: set[int], on: datetime.date) -> bool:
    managed = OfficerAppointment.objects.on(on).filter(person=person, line_manager__in=sides)
    return person.pk in sides or managed.exists()


def to_answer(who: Standing) -> Disputes:
    """Open, and the person whose decision it is has said nothing yet."""
    if not who.in_post:
        return Dispute.objects.none()
    return Dispute.objects.filter(respondent=who.person, state=DisputeState.OPENED, answered_at__isnull=True)


def to_be_done(who: Standing) -> Disputes:
    """Determined, and what must happen is not recorded as done: for the respondent and whoever determined."""
    if not who.in_post:
        return Dispute.objects.none()
    decided = determined_by(who.person).values("dispute")
    return to_carry_out(Dispute.objects.filter(Q(respondent=who.person) | Q(pk__in=decided)))


def to_carry_out(disputes: Disputes) -> Disputes:
    """Those that are determined and where something must still happen."""
    return disputes.filter(_owed())


def to_decide_or_do(disputes: Disputes) -> Disputes:
    """Those, and the open ones."""
    return disputes.filter(Q(state=DisputeState.OPENED) | _owed())


def _owed() -> Q:
    owed = Determination.objects.exclude(must_do="").values("dispute")
    return Q(pk__in=owed, state=DisputeState.DETERMINED)


def waiting_for(who: Standing) -> Disputes:
    """All that needs the person: to decide, to answer, or to do."""
    if not who.in_post:
        return Dispute.objects.none()
    unanswered = Q(respondent=who.person, answered_at__isnull=True)
    opened = Q(state=DisputeState.OPENED) & (decides(who) | unanswered)
    return Dispute.objects.filter(opened | Q(pk__in=to_be_done(who).values("pk")))


def by_turn(who: Standing, *, most: int) -> dict[Turn, list[Dispute]]:
    """Every dispute that the person may know of by what it needs of them, so many of each at most, in two
    queries. They come `with_rest`.
    """
    unanswered = Q(state=DisputeState.OPENED, respondent=who.person, answered_at__isnull=True)
    turn = Case(
        When(decides(who) & Q(state=DisputeState.OPENED), then=Value(Turn.DETERMINE.value)),
        When(unanswered, then=Value(Turn.ANSWER.value)),
        When(pk__in=to_be_done(who).values("pk"), then=Value(Turn.DO.value)),
        default=Value(Turn.NOTHING.value),
        output_field=IntegerField(),
    )
    place = Window(RowNumber(), partition_by=F("turn"), order_by=FIRST)
    rows = with_rest(visible_to(who)).annotate(turn=turn).annotate(place=place).filter(place__lte=most)
    found: dict[Turn, list[Dispute]] = {}
    for row in rows.order_by(F("turn"), *FIRST):
        found.setdefault(Turn(row.turn), []).append(row)
    return found


def with_rest(disputes: Disputes) -> Disputes:
    """With what a line of a list shows."""
    return disputes.select_related("opened_by").prefetch_related("determinations")


def needing(who: Standing) -> int:
    """How many; the figure beside the link. Members have their own lists, and ask no figure here."""
    if not who.has(Role.OFFICER) and not who.posts & DECIDING_POSTS:
        return 0
    return waiting_for(who).count() if Dispute.objects.filter(state__in=STANDING_DISPUTES).exists() else 0


def disputes_about(stream: Stream) -> Disputes:
    """The disputes that arose in a case, oldest first."""
    return Dispute.objects.filter(about=stream).order_by("opened_at", "pk")


def precedents_for(who: Standing) -> QuerySet[Determination]:
    """The determinations that the person may look at as precedents, newest first: no confidential one that
    is not theirs to see.
    """
    theirs = Q(dispute__in=visible_to(who).values("pk")) | Q(dispute__is_confidential=False)
    return Determination.objects.filter(theirs).select_related("dispute").order_by("-at", "-pk")


def found_precedents(
    who: Standing, *, words: str = "", paragraph: str = "", outcome: str = ""
) -> QuerySet[Determination]:
    """Those that hold every word in their reasons, rest on the paragraph or one below it, and came out so."""
    found = precedents_for(who)
    for word in words.split()[:MOST_WORDS]:
        found = found.filter(reasons__icontains=word)
    if paragraph.strip():
        wanted = " ".join(paragraph.split())
        keys = [pk for pk, cites in found.values_list("pk", "cites") if is_met_by(wanted, cites.splitlines())]
        found = found.filter(pk__in=keys)
    return found.filter(outcome=outcome) if outcome else found
