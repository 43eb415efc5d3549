"""A question that is written once for all who ask alike: who is alike, and what it never rests on."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.db.models import Q, QuerySet

from council.models import Person
from council.queries import Standing, standing_of
from council.queries.prepared import WAYS, Each, Keys, Written
from council.queries.shape import Asking
from council.rules import Grade
from rulebook.post import Post
from tests.factories import council as make

pytestmark = pytest.mark.django_db

TODAY = datetime.date(2026, 11, 26)


def today(person: Person) -> Standing:
    return standing_of(person, on=TODAY)


def shape(person: Person) -> object:
    return Asking(today(person)).shaped("of_0")[0]


def in_group() -> Person:
    return make.a_member(group=make.a_group())


def in_team() -> Person:
    return make.an_officer(team=make.a_team())


@pytest.mark.parametrize("made", [make.a_member, in_group, make.an_officer, in_team])
def test_people_of_one_kind_ask_alike_whoever_they_are(made: Callable[[], Person]) -> None:
    assert shape(made()) == shape(made())
    assert hash(shape(made())) == hash(shape(made()))


def test_people_of_different_kinds_ask_differently() -> None:
    others = (
        make.a_member(),
        in_group(),
        make.a_member(group=make.a_group(), office="leader"),
        make.an_officer(),
        in_team(),
        make.an_officer(team=make.a_team(), grade=Grade.DIRECTOR),
        make.a_holder_of(Post.MONITORING_OFFICER),
        make.a_political_assistant(make.a_group()),
    )
    shapes = [shape(one) for one in others]
    assert len(set(shapes)) == len(shapes)


def test_directors_of_two_directorates_ask_differently() -> None:
    one, other = (make.an_officer(team=make.a_team(), grade=Grade.DIRECTOR) for _ in range(2))
    assert shape(one) != shape(other)


def test_the_text_in_force_is_part_of_it(settings: Any) -> None:
    member = make.a_member()
    before = shape(member)
    settings.PROTOCOL = "wokingham-2007"
    assert shape(member) != before


@pytest.mark.parametrize(
    "name", ["term", "seats", "portfolios", "group", "in_administration", "away", "acting"]
)
def test_what_differs_from_person_to_person_cannot_be_read_by_mistake(name: str) -> None:
    assert hasattr(today(make.a_member()), name)
    with pytest.raises(TypeError, match=f"no value without a stand-in: {name}"):
        getattr(shape(make.a_member()), name)


def test_a_stand_in_has_no_name_and_no_post_of_its_own() -> None:
    member, officer = shape(make.a_member()), shape(in_team())
    for one, name in ((member.person, "name"), (officer.appointment, "job_title")):  # type: ignore[attr-defined]
        with pytest.raises(AttributeError):
            getattr(one, name)


def test_it_asks_of_each_person_their_own() -> None:
    ask = Written(
        lambda who: Person.objects.filter(Q(pk=who.person.pk) | Q(pk__in=who.covers)).values_list("pk")
    )
    people = [make.a_member() for _ in range(3)]
    assert [ask(Asking(today(one))) for one in people] == [[(one.pk,)] for one in people]


def test_it_is_written_for_so_many_words_and_asked_for_no_keys_too() -> None:
    def named(words: tuple[Any, ...], keys: Any) -> QuerySet[Person, Any]:
        found = Person.objects.filter(Q(pk__in=keys) | Q(last_name="Alone"))
        for word in words:
            found = found.filter(first_name__contains=word)
        return found.order_by("pk").values_list("pk")

    ask = Written(named)
    one, two = make.a_person(), make.a_person()
    Person.objects.filter(pk=one.pk).update(first_name="Ivy May", last_name="Alone")
    Person.objects.filter(pk=two.pk).update(first_name="Ivy Ann")
    assert ask(Each(("Ivy",)), Keys([two.pk])) == [(one.pk,), (two.pk,)]
    assert ask(Each(("Ivy", "Ann")), Keys([two.pk])) == [(two.pk,)]
    assert ask(Each(("Ivy", "May")), Keys(())) == [(one.pk,)]


def test_what_can_find_nothing_is_not_asked(django_assert_num_queries: Any) -> None:
    ask = Written(lambda words: Person.objects.filter(pk__in=[]).values_list("pk"))
    with django_assert_num_queries(0):
        assert ask(Each(("Ivy",))) == ask(Each(("Ivy",))) == []


def test_only_so_many_ways_are_kept() -> None:
    said = []

    def named(words: tuple[Any, ...]) -> QuerySet[Person, Any]:
        said.append(len(words))
        return Person.objects.filter(last_name__in=["", *words]).values_list("pk")

    ask = Written(named)
    for number in (*range(1, WAYS + 2), WAYS + 1, 1):
        ask(Each(("x",) * number))
    assert said == [*range(1, WAYS + 2), 1]
