"""Who held which post on which day: one answer, whichever register it comes from, absences followed."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from council.models import (
    Body,
    Directorate,
    GroupAssistant,
    GroupMembership,
    OfficerAppointment,
    Person,
    PoliticalGroup,
    Seat,
)
from council.queries.facts import GRADE_POSTS, Facts, Held, facts_of
from council.queries.holdings import named_holders, posts_in_effect, terms_of_members
from council.queries.lines import line_manager_of, managers_above
from council.queries.people import people_by_number
from council.queries.reading import asked_once
from council.queries.standing_in import EVERYDAY_WORK, Away, Outcome, book_about
from council.rules import DIRECTOR_GRADES, BodyType
from council.rules.posts import FOLLOWING_POSTS, Bar, Follows
from council.rules.registers import STANDS_IN
from rulebook.decision import Decision, refused
from rulebook.post import Post


@dataclass(frozen=True, slots=True)
class Place:
    """Where a post is asked about: a directorate, a group, a body, or whom the holder is responsible for."""

    directorate: Directorate | None = None
    group: PoliticalGroup | None = None
    body: Body | None = None
    about: Person | None = None


@dataclass(frozen=True, slots=True)
class Resolved:
    """One holder of a post, and who acts for them on the day: themselves, a substitute, or nobody."""

    held: Held
    holder: Person
    acts: Person | None
    outcome: Outcome


# A holder's number, and the post with its place.
_Holder = tuple[int, Held]
_SEATS = {
    Post.CHAIR: Seat.Office.CHAIR,
    Post.CHAIRMAN: Seat.Office.CHAIR,
    Post.DEPUTY_CHAIR: Seat.Office.VICE_CHAIR,
}
_OFFICES = {
    Post.GROUP_LEADER: GroupMembership.Office.LEADER,
    Post.GROUP_WHIP: GroupMembership.Office.WHIP,
}
_DIRECTING = (Post.DIRECTOR, Post.EXECUTIVE_DIRECTOR)


def _named(post: Post, place: Place, on: datetime.date) -> list[_Holder]:
    """From the register of posts; for a director of whom it says nothing, by grade."""
    directorate_id = place.directorate.pk if place.directorate else None
    if post in _DIRECTING and place.about is not None:
        job = facts_of({place.about.pk}, on=on)[place.about.pk].appointment
        directorate_id = job.directorate_id if job else -1
    found = [
        (person, Held(post, directorate_id=where))
        for _post, person, where in named_holders([post], on=on)
        if directorate_id in (None, where)
    ]
    if not found and post in _DIRECTING and directorate_id is not None:
        return _of_grade(post, directorate_id, on)
    return found


def _of_grade(post: Post, directorate_id: int | None, on: datetime.date) -> list[_Holder]:
    grades = [grade for grade, titled in GRADE_POSTS.items() if titled is post]
    jobs = OfficerAppointment.objects.on(on).filter(grade__in=grades)
    if directorate_id is not None:
        jobs = jobs.filter(directorate=directorate_id)
    return [
        (person, Held(post, directorate_id=where, by_grade=True))
        for person, where in jobs.order_by("from_on", "pk").values_list("person_id", "directorate_id")
    ]


def _appointed(post: Post, place: Place, on: datetime.date) -> list[_Holder]:
    """From officers' appointments: of the grade in a directorate, or the nearest above a person."""
    if post is Post.OFFICER:
        raise ValueError("Every officer is an officer: ask for the appointment.")
    if place.about is None:
        if post in (Post.LINE_MANAGER, Post.SENIOR_MANAGER):
            raise ValueError(f"Whose {post}? Name the officer with about=.")
        return _of_grade(post, place.directorate.pk if place.directorate else None, on)
    if post is Post.LINE_MANAGER:
        manager = line_manager_of(place.about, on=on)
        return [(manager, Held(post))] if manager else []
    found = managers_above(place.about, post, on=on)
    return (
        [(found.person_id, Held(post, directorate_id=found.directorate_id, by_grade=True))] if found else []
    )


def _in_groups(post: Post, place: Place, on: datetime.date) -> list[_Holder]:
    """From group memberships: leaders and whips of the group, or of every group."""
    rows = _of_running_groups(GroupMembership.objects.on(on), on).filter(
        office=_OFFICES[post], person__in=terms_of_members(on=on).values("person")
    )
    return _of_groups(rows, post, place, on)


def _assisting(post: Post, place: Place, on: datetime.date) -> list[_Holder]:
    """From the register of political assistants."""
    rows = _of_running_groups(GroupAssistant.objects.on(on), on).filter(
        person__in=OfficerAppointment.objects.on(on).values("person")
    )
    return _of_groups(rows, post, place, on)


def _of_running_groups(rows: QuerySet[GroupMembership], on: datetime.date) -> QuerySet[GroupMembership]:
    return rows.filter(group__in=PoliticalGroup.objects.on(on))


def _of_groups(rows: QuerySet[GroupMembership], post: Post, place: Place, on: datetime.date) -> list[_Holder]:
    if place.group is not None:
        rows = rows.filter(group=place.group)
    if place.about is not None:
        theirs = GroupMembership.objects.on(on).filter(person=place.about).values("group")
        rows = rows.filter(group__in=theirs)
    return [
        (person, Held(post, group_id=group))
        for person, group in rows.order_by("from_on", "pk").values_list("person_id", "group_id")
    ]


def _seated(post: Post, place: Place, on: datetime.date) -> list[_Holder]:
    """From the seats of a body; without one, of the full council."""
    bodies = Body.objects.on(on)
    bodies = bodies.filter(pk=place.body.pk) if place.body else bodies.filter(kind=BodyType.COUNCIL)
    rows = Seat.objects.on(on).filter(
        office=_SEATS[post], body__in=bodies, person__in=terms_of_members(on=on).values("person")
    )
    return [
        (person, Held(post, body_id=body))
        for person, body in rows.order_by("from_on", "pk").values_list("person_id", "body_id")
    ]


_REGISTERS: dict[Follows, Callable[[Post, Place, datetime.date], list[_Holder]]] = {
    Follows.APPOINTMENTS: _appointed,
    Follows.GROUPS: _in_groups,
    Follows.SEATS: _seated,
    Follows.ASSISTANTS: _assisting,
}


@asked_once
def resolve(post: Post, *, on: datetime.date, place: Place = Place()) -> list[Resolved]:
    """Every holder on the day, the one since longest first, each with who acts for them.

    Raises ValueError where a post is asked for that nobody holds without being told whose it is.
    """
    follows = FOLLOWING_POSTS.get(post)
    return resolve_all((_REGISTERS[follows] if follows else _named)(post, place, on), on=on)


def resolve_all(
    holders: list[_Holder],
    *,
    on: datetime.date,
    known: Iterable[Person] = (),
    away: Mapping[int, list[Away]] | None = None,
) -> list[Resolved]:
    """The same for many posts at once, in the order given: at most five queries, however many they are.

    `known` are people whose rows were read already, `away` the absences of the day.
    """
    book = book_about({person for person, _held in holders}, on=on, away=away)
    outcomes = [(person, held, book.follow(held, person)) for person, held in holders]
    people = {person.pk: person for person in known}
    named = {pk for person, _held, outcome in outcomes for pk in (person, outcome.acts) if pk}
    people |= people_by_number(named - people.keys())
    return [
        Resolved(held, people[person], people[outcome.acts] if outcome.acts else None, outcome)
        for person, held, outcome in outcomes
    ]


def who_held(
    post: Post,
    *,
    on: datetime.date,
    directorate: Directorate | None = None,
    group: PoliticalGroup | None = None,
    body: Body | None = None,
    about: Person | None = None,
) -> Person | None:
    """Who had the post to act in on the day: its holder, whoever stands in for them, or None.

    A director’s post is asked for by directorate, a group’s leader by group, a chair by body (the full one
    where none is given), a line manager and a grade by whom they are responsible for. Of several holders the
    one since longest who is there. None while the post is vacant, and where the absence leads to nobody who
    may stand in: `why_nobody` says which.
    """
    found = resolve(post, on=on, place=Place(directorate, group, body, about))
    return next((one.acts for one in found if one.acts), None)


def why_nobody(post: Post, *, on: datetime.date, place: Place = Place()) -> Decision | None:
    """Why `who_held` names nobody on the day, in a sentence; None where it names somebody."""
    found = resolve(post, on=on, place=place)
    if any(one.acts for one in found):
        return None
    if not found:
        return refused(STANDS_IN, _(Bar.VACANT.sentence))
    return why_not(found[0].outcome)


def why_not(outcome: Outcome) -> Decision:
    """The sentence of an outcome in which nobody acts."""
    person = Person.objects.filter(pk=outcome.about or 0).first()
    words = outcome.bar.sentence if outcome.bar else Bar.VACANT.sentence
    return refused(STANDS_IN, _(words) % {"name": person.name if person else ""})


def holders_of_each(posts: Iterable[Post], *, on: datetime.date) -> dict[Post, list[Person]]:
    """The same as `holders_of` for posts that are held by name and belong to no place, asked for together."""
    found: dict[Post, list[Person]] = {post: [] for post in posts}
    held = [(person, Held(post, directorate_id=where)) for post, person, where in named_holders(found, on=on)]
    for one in resolve_all(held, on=on):
        found[one.held.post] += [person for person in (one.holder, one.acts) if person]
    return {post: list(dict.fromkeys(people)) for post, people in found.items()}


def holders_of(post: Post, *, on: datetime.date, directorate: Directorate | None = None) -> list[Person]:
    """Everybody who may do on the day what the post may do: its holders, and those who stand in for them."""
    found = resolve(post, on=on, place=Place(directorate=directorate))
    return list(dict.fromkeys(person for one in found for person in (one.holder, one.acts) if person))


def who_act_in(post: Post, *, on: datetime.date, directorate: Directorate | None = None) -> list[Person]:
    """Everybody to whom what is for the post goes on the day: who stands in, in the place of who is away."""
    found = resolve(post, on=on, place=Place(directorate=directorate))
    return list(dict.fromkeys(one.acts for one in found if one.acts))


def who_covers(people: Iterable[Person], *, on: datetime.date) -> dict[int, Person]:
    """To whom the everyday work of each of these officers goes on the day: whoever stands in while they are
    away altogether, by as many steps as there are; else they themselves, and so where nobody may.
    """
    people = list(people)
    found = resolve_all([(person.pk, EVERYDAY_WORK) for person in people], on=on, known=people)
    return {one.holder.pk: one.acts or one.holder for one in found}


def holds_any(person: Person, posts: frozenset[Post], *, on: datetime.date) -> bool:
    """Does the person hold one of these posts of the register of posts on the day, or stand in for one?"""
    if posts_in_effect(on=on).filter(person=person, post__in=posts).exists():
        return True
    book = book_about({person.pk}, on=on)
    return bool(book.stood_in_for(person.pk, only=posts))


def directorates_led_by(person: Person, *, on: datetime.date) -> QuerySet[Directorate]:
    """The directorates that the person answers for on the day, by post or by grade."""
    by_post = posts_in_effect(on=on).filter(person=person, post__in=_DIRECTING, directorate__isnull=False)
    by_grade = OfficerAppointment.objects.on(on).filter(person=person, grade__in=DIRECTOR_GRADES)
    return Directorate.objects.filter(
        Q(pk__in=by_post.values("directorate_id")) | Q(pk__in=by_grade.values("directorate_id"))
    )


def own_facts(person: Person, *, on: datetime.date) -> Facts:
    """What the person is on the day by the registers alone, before anybody's absence."""
    return facts_of({person.pk}, on=on)[person.pk]
