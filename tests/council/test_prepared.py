"""A prepared question: written once, asked with other values; what was not given is never asked."""

import datetime

import pytest

from council.models import MemberTerm
from council.queries.prepared import named_day, named_key, named_keys, prepared
from tests.factories import council as make

pytestmark = pytest.mark.django_db

TODAY = datetime.date(2026, 11, 26)
KEYS, PERSON, ON = named_keys("keys"), named_key("person"), named_day("on")


def test_one_question_answers_for_each_person_and_day() -> None:
    question = prepared(MemberTerm.objects.on(ON).filter(person=PERSON).values("person"))
    member, other = make.a_member(), make.a_member()
    MemberTerm.objects.filter(person=other).update(to_on=TODAY)
    after = TODAY + datetime.timedelta(days=1)
    asked = [(one, day) for one in (member, other) for day in (TODAY, after)]
    found = [question.rows(person=one.pk, on=day) for one, day in asked]
    assert found == [[(member.pk,)], [(member.pk,)], [(other.pk,)], []]


def test_its_keys_stand_in_another_question_whatever_values_both_have() -> None:
    question = prepared(MemberTerm.objects.filter(person__in=KEYS, kind=MemberTerm.Kind.ELECTED).values("pk"))
    people = [make.a_member() for _ in range(3)]
    keys = question.keys(keys=[one.pk for one in people[:2]])
    found = MemberTerm.objects.filter(pk__in=keys).exclude(person=people[0])
    assert [term.person_id for term in found] == [people[1].pk]


def test_its_keys_found_first_are_the_same_keys() -> None:
    question = prepared(MemberTerm.objects.filter(person__in=KEYS).values("pk"))
    people = [make.a_member() for _ in range(3)]
    for some in ([], people[:1], people):
        keys = [one.pk for one in some]
        found = MemberTerm.objects.filter(question.has("pk", keys=keys))
        assert {term.person_id for term in found} == set(keys)
        others = MemberTerm.objects.exclude(question.has("pk", keys=keys))
        assert {term.person_id for term in others} == {one.pk for one in people} - set(keys)


def test_no_keys_are_none_and_a_name_that_is_not_given_is_an_error() -> None:
    question = prepared(MemberTerm.objects.filter(person__in=KEYS).values("pk"))
    make.a_member()
    assert question.rows(keys=[]) == []
    with pytest.raises(KeyError):
        question.rows(people=[])
