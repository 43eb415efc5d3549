"""Whatever the registers hold: never two holders, none out of office, no power to who may not have it."""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from council.models import Absence, GroupAssistant, MemberTerm, OfficerAppointment, Person, PostHolding
from council.queries import resolve, standings_of, who_held
from council.rules import CONFIRMED_POSTS
from council.rules.posts import MEMBERS_POSTS
from rulebook.post import Post
from tests.factories.council import a_directorate, a_group, a_person

FIRST = datetime.date(2026, 11, 2)
DAYS = [FIRST + datetime.timedelta(days=number) for number in range(4)]
POSTS = (
    Post.MONITORING_OFFICER,
    Post.SECTION_151_OFFICER,
    Post.HEAD_OF_PAID_SERVICE,
    Post.CHIEF_EXECUTIVE,
    Post.LEADER,
)
APART = (Post.SECTION_151_OFFICER, Post.HEAD_OF_PAID_SERVICE)
PEOPLE = 5

pytestmark = pytest.mark.django_db

people = st.integers(0, PEOPLE - 1)
spans = st.tuples(st.integers(0, 3), st.integers(0, 3)).map(sorted)
terms = st.lists(st.tuples(people, spans), max_size=4)
jobs = st.lists(st.tuples(people, spans), max_size=5)
held = st.lists(
    st.tuples(st.sampled_from(POSTS), people, spans, st.booleans(), st.booleans()), min_size=2, max_size=7
)
away = st.lists(
    st.tuples(people, people, st.sampled_from(("", *POSTS)), spans, st.booleans()), min_size=1, max_size=6
)
assistants = st.lists(st.tuples(people, spans), max_size=1)


@contextmanager
def undone() -> Iterator[None]:
    """What is written inside is gone afterwards."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def kept(row: object) -> None:
    """Saved, unless the database itself refuses it."""
    try:
        with transaction.atomic():
            row.save()  # type: ignore[attr-defined]
    except IntegrityError:
        pass


def days(span: list[int]) -> dict[str, datetime.date]:
    """From a day to a day."""
    return {"from_on": DAYS[span[0]], "to_on": DAYS[span[1]]}


def in_office(person: Person, post: Post, day: datetime.date) -> bool:
    """By the rows alone."""
    rows = MemberTerm if post in MEMBERS_POSTS else OfficerAppointment
    return bool(rows.objects.on(day).filter(person=person).exists())


def may_have(person: Person, post: Post, day: datetime.date) -> bool:
    """May somebody who stands in have the post, by the rows alone?"""
    if GroupAssistant.objects.on(day).filter(person=person).exists() and in_office(
        person, Post.CHIEF_EXECUTIVE, day
    ):
        return False
    if post in CONFIRMED_POSTS:
        named = Absence.objects.on(day).filter(substitute=person, confirmed_at__isnull=False)
        if not named.exists():
            return False
    return in_office(person, post, day)


@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(terms=terms, jobs=jobs, held=held, away=away, assistants=assistants)
def test_on_every_day_every_post_is_with_one_person_who_may_have_it(terms, jobs, held, away, assistants):
    with undone():
        everybody = [a_person() for _ in range(PEOPLE)]
        in_place(everybody, terms, jobs, assistants)
        posts_and_absences(everybody, held, away)
        for day in DAYS:
            check(everybody, day)


def in_place(everybody, terms, jobs, assistants) -> None:
    """Terms, jobs and a political assistant."""
    group, directorate = a_group(), a_directorate()
    for number, span in terms:
        kept(MemberTerm(person=everybody[number], **days(span)))
    for number, span in jobs:
        job = {"job_title": "Job", "directorate": directorate}
        kept(OfficerAppointment(person=everybody[number], **job, **days(span)))
    for number, span in assistants:
        kept(GroupAssistant(person=everybody[number], group=group, **days(span)))


def posts_and_absences(everybody, held, away) -> None:
    """Posts and absences, some of them confirmed by a second person."""
    word = {"confirmed_by": a_person(), "confirmed_at": timezone.now()}
    for post, number, span, acting, confirmed in held:
        said = word if confirmed else {}
        kept(PostHolding(post=post, person=everybody[number], is_acting=acting, **days(span), **said))
    for number, other, post, span, confirmed in away:
        said = word if confirmed else {}
        kept(Absence(person=everybody[number], substitute=everybody[other], post=post, **days(span), **said))


def check(everybody: list[Person], day: datetime.date) -> None:
    """What must hold on one day."""
    standings = standings_of(everybody, on=day)
    acting: dict[Post, Person | None] = {}
    for post in POSTS:
        found = resolve(post, on=day)
        acting[post] = who_held(post, on=day)
        assert len(found) <= 1, "two holders"
        with_it = {person for person in everybody if post in standings[person.pk].posts}
        holders = {one.holder for one in found}
        assert with_it == holders | {one.acts for one in found if one.acts}
        for holder in holders:
            assert in_office(holder, post, day), "a holder out of office"
        if acting[post] is not None and acting[post] not in holders:
            assert may_have(acting[post], post, day), "a power that the substitute may not have"
    officer = acting[Post.MONITORING_OFFICER]
    if officer is not None:
        assert officer not in {acting[post] for post in APART}, "what the law keeps apart"
        own = standings[officer.pk].posts
        assert not own & set(APART)
