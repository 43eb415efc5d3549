"""Who acts for whom on a day: absences followed from one to the next, never past somebody who may not."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from council.models import Absence
from council.queries.facts import Facts, Held, facts_of
from council.queries.prepared import Written
from council.queries.reading import asked_once
from council.rules import CONFIRMED_POSTS
from council.rules.posts import BARRED_TO_MONITORING_OFFICER, DEPUTIES, GROUP_POSTS, MEMBERS_POSTS, Bar
from rulebook.post import Post

# What an officer does besides any post: the cases with them.
EVERYDAY_WORK = Held(Post.OFFICER)


@dataclass(frozen=True, slots=True)
class Away:
    """An absence on the day; `post` is empty where it is for everything."""

    pk: int
    person_id: int
    post: str
    substitute_id: int | None
    is_confirmed: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """Who acts, and by which chain from the holder; where nobody does, why, and about whom that is said."""

    acts: int | None
    chain: tuple[int, ...]
    bar: Bar | None = None
    about: int | None = None


def _absences(day: datetime.date) -> QuerySet[Any, Any]:
    away: QuerySet[Any, Any] = Absence.objects.on(day)
    return away.values_list("pk", "person_id", "post", "substitute_id", "confirmed_at")


_ABSENCES = Written(_absences)


@asked_once
def absences_on(day: datetime.date) -> dict[int, list[Away]]:
    """Who is away on the day, by person."""
    found: dict[int, list[Away]] = {}
    for pk, person, post, substitute, confirmed in _ABSENCES(day):
        found.setdefault(person, []).append(Away(pk, person, post, substitute, confirmed is not None))
    return found


def bar_to(held: Held, candidate: Facts, *, is_confirmed: bool = True) -> Bar | None:
    """Why the person may not stand in for this post, by what they are themselves; None where they may.

    A member's post goes to a member, a group leader's to one of the same group, an officer's to an officer or
    to the deputy named for it; never to a political assistant, nor to whoever holds what the law keeps apart.
    """
    own = {one.post for one in candidate.held}
    if held.post is Post.POLITICAL_ASSISTANT:
        return Bar.ASSISTANTS_POST
    if candidate.assists_group_id is not None:
        return Bar.POLITICAL_ASSISTANT
    if held.post in MEMBERS_POSTS:
        return _bar_to_a_members_post(held, candidate)
    if not candidate.is_officer and DEPUTIES.get(held.post) not in own:
        return Bar.NO_OFFICER
    apart = _kept_apart(held.post)
    if own & apart:
        return Bar.INCOMPATIBLE
    return Bar.UNCONFIRMED if held.post in CONFIRMED_POSTS and not is_confirmed else None


def _bar_to_a_members_post(held: Held, candidate: Facts) -> Bar | None:
    if not candidate.is_member:
        return Bar.NO_MEMBER
    if held.post in GROUP_POSTS and candidate.group_id != held.group_id:
        return Bar.ANOTHER_GROUP
    return None


def _kept_apart(post: Post) -> frozenset[Post]:
    """What the holder of the post may not hold beside it (1989 Act, section 5(1A))."""
    if post is Post.MONITORING_OFFICER:
        return BARRED_TO_MONITORING_OFFICER
    return frozenset({Post.MONITORING_OFFICER}) if post in BARRED_TO_MONITORING_OFFICER else frozenset()


class Book:
    """The absences of a day, with the facts of everybody on the ways that lead to or from certain people."""

    def __init__(self, away: Mapping[int, list[Away]], facts: Mapping[int, Facts]) -> None:
        """As `book_about` reads them."""
        self.away, self.facts = away, facts

    def absence_of(self, person_id: int, post: Post) -> Away | None:
        """The person's absence that counts for the post: the one for this post before the one for all."""
        rows = self.away.get(person_id, [])
        return next((row for row in rows if row.post == post), None) or next(
            (row for row in rows if not row.post), None
        )

    def follow(self, held: Held, holder_id: int) -> Outcome:
        """From the holder to whoever acts. Ends always: nobody is met twice.

        Somebody away for whom nobody was named keeps the post; a substitute who is away too does not get it.
        """
        chain = [holder_id]
        row = self.absence_of(holder_id, held.post)
        if row is None or row.substitute_id is None:
            return Outcome(holder_id, (holder_id,))
        while row is not None:
            following = row.substitute_id
            if following is None:
                return Outcome(None, tuple(chain), Bar.AWAY_TOO, chain[-1])
            if following in chain:
                return Outcome(None, tuple(chain), Bar.LOOP, following)
            bar = self._bar(held, row, following)
            if bar is not None:
                return Outcome(None, tuple(chain), bar, following)
            chain.append(following)
            row = self.absence_of(following, held.post)
        return Outcome(chain[-1], tuple(chain))

    def _bar(self, held: Held, row: Away, candidate_id: int) -> Bar | None:
        facts = self.facts.get(candidate_id, Facts())
        bar = bar_to(held, facts, is_confirmed=row.is_confirmed)
        if bar is None and held.post is Post.MONITORING_OFFICER:
            # Whoever stands in for one of the other two is barred by that; those are asked first.
            others = self.stood_in_for(candidate_id, only=BARRED_TO_MONITORING_OFFICER)
            return Bar.INCOMPATIBLE if others else None
        return bar

    def covers(self, person_id: int) -> frozenset[int]:
        """Officers away altogether whose everyday work is this person's on the day, posts apart."""
        return frozenset(
            holder
            for holder in ways_to({person_id}, self.away) - {person_id}
            if self.facts.get(holder, Facts()).is_officer
            and self.follow(EVERYDAY_WORK, holder).acts == person_id
        )

    def stood_in_for(self, person_id: int, *, only: frozenset[Post] | None = None) -> list[tuple[Held, int]]:
        """The posts in which the person acts for somebody away on the day, each with its holder."""
        return [
            (held, holder)
            for holder in ways_to({person_id}, self.away) - {person_id}
            for held in self.facts.get(holder, Facts()).held
            if (only is None or held.post in only) and self.follow(held, holder).acts == person_id
        ]


def ways_to(people: Iterable[int], away: Mapping[int, list[Away]]) -> set[int]:
    """These people and everybody away for whom, by however many steps, one of them was named."""
    sources: dict[int, set[int]] = {}
    for rows in away.values():
        for row in rows:
            if row.substitute_id is not None:
                sources.setdefault(row.substitute_id, set()).add(row.person_id)
    return _reached(people, sources)


def ways_from(people: Iterable[int], away: Mapping[int, list[Away]]) -> set[int]:
    """These people and everybody who, by however many steps, was named for one of them."""
    targets = {
        person: {row.substitute_id for row in rows if row.substitute_id is not None}
        for person, rows in away.items()
    }
    return _reached(people, targets)


def _reached(people: Iterable[int], steps: Mapping[int, set[int]]) -> set[int]:
    found, waiting = set(people), list(people)
    while waiting:
        new = steps.get(waiting.pop(), set()) - found
        found |= new
        waiting += new
    return found


def book_about(people: set[int], *, on: datetime.date, away: Mapping[int, list[Away]] | None = None) -> Book:
    """What is needed to follow any post to or from these people; `away` are the day's absences, once read.

    One query, and up to four more if one of them is away or was named for somebody who is.
    """
    away = absences_on(on) if away is None else away
    needed = ways_to(ways_from(people, away), away)
    concerned = needed > people or bool(people & set(away))
    return Book(away, facts_of(needed, on=on) if concerned else {})
