"""Long questions are put into words once; what they ask about is put in anew, and no answer is kept."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from council.models import OfficerAppointment, Person
from council.queries import holders_of, jobs_of, offices_on, who_covers, who_held
from council.queries.people import people_by_number
from council.queries.prepared import Written
from council.rules import Grade
from rulebook.post import Post
from tests.factories.council import a_directorate, a_holder_of, a_person, a_team, an_absence, an_officer

TODAY = datetime.date(2026, 11, 23)
LATER = TODAY + datetime.timedelta(days=30)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("number", [0, 1, 2, 5])
def test_as_many_rows_are_found_as_are_asked_about(number: int) -> None:
    people = [a_person() for _one in range(number + 1)][:number]
    assert people_by_number(one.pk for one in people) == {one.pk: one for one in people}


def test_it_is_put_into_words_once_and_asked_each_time() -> None:
    said = []

    def named(numbers: tuple[int, ...], name: str) -> object:
        said.append(numbers)
        return Person.objects.filter(pk__in=numbers, last_name=name).values_list("first_name")

    ask = Written(named)  # type: ignore[arg-type]
    first, second = a_person(), a_person()
    Person.objects.filter(pk=first.pk).update(first_name="Ivy", last_name="Threadgold")
    assert ask((first.pk,), "Threadgold") == [("Ivy",)]
    Person.objects.filter(pk=first.pk).update(first_name="Iris")
    with CaptureQueriesContext(connection) as asked:
        assert ask((first.pk,), "Threadgold") == [("Iris",)], "no answer is kept"
        assert ask((second.pk,), "Threadgold") == []
        assert ask((), "Threadgold") == []
    assert (len(said), len(asked)) == (1, 2)


def test_a_job_is_the_one_of_the_day() -> None:
    officer, leaver = an_officer(), an_officer(to_on=TODAY)
    assert set(jobs_of([officer.pk, leaver.pk], on=TODAY)) == {officer.pk, leaver.pk}
    assert set(jobs_of([officer.pk, leaver.pk], on=LATER)) == {officer.pk}


def test_several_posts_together_have_the_holders_that_each_has_alone() -> None:
    directorate, other = a_directorate(), a_directorate()
    team = a_team(directorate=directorate)
    chief, deputy = a_holder_of(Post.MONITORING_OFFICER), a_holder_of(Post.DEPUTY_MONITORING_OFFICER)
    a_holder_of(Post.DIRECTOR, directorate=other)
    head = an_officer(team=team, grade=Grade.DIRECTOR)
    clerk, substitute = an_officer(team=team), an_officer(team=team)
    an_absence(clerk, substitute=substitute)
    posts = (Post.MONITORING_OFFICER, Post.DEPUTY_MONITORING_OFFICER, Post.DIRECTOR)
    found = offices_on(TODAY, posts=posts, directorate=directorate.pk, officers=[clerk, head])
    for post in posts[:2]:
        assert found.holders_of(post) == holders_of(post, on=TODAY)
        assert found.acts_in(post) == who_held(post, on=TODAY)
    assert found.acts_in(Post.DIRECTOR) == who_held(Post.DIRECTOR, on=TODAY, directorate=directorate) == head
    covering = who_covers([clerk, head], on=TODAY)
    assert {one.pk: found.covers(one) for one in (clerk, head)} == covering
    assert (chief, deputy) == (found.acts_in(posts[0]), found.acts_in(posts[1]))


def test_a_director_by_name_goes_before_one_by_grade() -> None:
    directorate = a_directorate()
    an_officer(team=a_team(directorate=directorate), grade=Grade.DIRECTOR)
    named = a_holder_of(Post.DIRECTOR, directorate=directorate)
    asked = offices_on(TODAY, posts=[Post.DIRECTOR], directorate=directorate.pk)
    assert asked.acts_in(Post.DIRECTOR) == named
    assert offices_on(TODAY, posts=[Post.DIRECTOR]).acts_in(Post.DIRECTOR) is None, "without a directorate"
    OfficerAppointment.objects.filter(person=named).update(to_on=TODAY)
    gone = offices_on(LATER, posts=[Post.DIRECTOR], directorate=directorate.pk)
    assert gone.acts_in(Post.DIRECTOR) == who_held(Post.DIRECTOR, on=LATER, directorate=directorate)
