"""Letters that ask for signatures: by the clock, once in a week at most, and by a press of a button."""

import datetime
from collections.abc import Collection, Iterable

from django.db import transaction
from django.utils import timezone

from council.actions.turns import Turn, take_turn
from council.events import SIGNERS_REMINDED, SignersReminded, tell
from council.models import Person, SigningLetter
from council.policies.signing import may_remind
from council.queries import Standing
from council.queries.showing import who_shows
from council.queries.signing import signings_on
from council.queries.signing_letters import (
    last_asked,
    last_asked_to_show,
    signing_letters_to_send,
    to_be_reminded,
)
from council.rules.signing import is_letter_due
from rulebook.decision import Refused


@transaction.atomic
def write_due_letters(*, at: datetime.datetime) -> int:
    """A letter to each who has something to sign or to show and got none on it this week; how many.

    The first goes on the day on which it is asked for. A fortnight without the clock loses none and sends
    one.
    """
    # Two clocks, or a clock and a press, at the same moment write one letter.
    take_turn(Turn.SIGNING_LETTERS)
    day = timezone.localdate(at)
    last, asked_to_show = last_asked(), last_asked_to_show()
    due: list[tuple[int, int | None]] = [
        (one.person_id, None)
        for one in signings_on(day)
        if is_letter_due(one.since, last.get(one.person_id), on=day)
    ]
    for person, job in who_shows(on=day):
        pair = (person.pk, job.person_id)
        if is_letter_due(job.from_on, asked_to_show.get(pair), on=day):
            due.append(pair)
    return len(_write(due, by=None, at=at))


@transaction.atomic
def remind(*, who: Standing, ids: Collection[int], at: datetime.datetime) -> int:
    """A letter to each of these people who has something to sign and got none on it today; how many.

    Raises Refused.
    """
    decision = may_remind(who)
    if not decision.allowed:
        raise Refused(decision)
    take_turn(Turn.SIGNING_LETTERS)
    day = timezone.localdate(at)
    written = _write([(pk, None) for pk in to_be_reminded(ids, on=day)], by=who.person, at=at)
    tell(SIGNERS_REMINDED, SignersReminded(len(written), who.person, at))
    return len(written)


@transaction.atomic
def withdraw_settled(*, at: datetime.datetime) -> int:
    """Letters that wait though nothing is missing any more are not sent; how many."""
    day = timezone.localdate(at)
    waiting = list(signing_letters_to_send(at=at).select_for_update(of=("self",), skip_locked=True))
    owing = {one.person_id for one in signings_on(day, ids=[row.person_id for row in waiting]) if one.missing}
    to_show = {(person.pk, job.person_id) for person, job in who_shows(on=day)} if waiting else set()
    settled = [
        row.pk
        for row in waiting
        if (
            row.person_id not in owing
            if row.about_id is None
            else (row.person_id, row.about_id) not in to_show
        )
    ]
    return SigningLetter.objects.filter(pk__in=settled).update(withdrawn_at=at)


def _write(
    due: Iterable[tuple[int, int | None]], *, by: Person | None, at: datetime.datetime
) -> list[SigningLetter]:
    """Nobody without an address gets a letter: the page of signatures says so."""
    pairs = list(due)
    people = Person.objects.filter(pk__in={person for person, _about in pairs}).exclude(email="")
    reached = set(people.values_list("pk", flat=True))
    return SigningLetter.objects.bulk_create(
        SigningLetter(person_id=person, about_id=about, written_by=by, written_at=at, next_attempt_at=at)
        for person, about in pairs
        if person in reached
    )
