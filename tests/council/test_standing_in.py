"""A substitute never gets a power that they may not have: each bar, with the nearly allowed person."""

import datetime
from collections.abc import Callable

import pytest
from django.db import connection
from django.db.models import Q
from django.test.utils import CaptureQueriesContext

from council.models import Person
from council.queries import (
    in_turn,
    needs_second_factor,
    roles_in_words,
    standing_of,
    standings_of,
    who_act_in,
    who_held,
    why_nobody,
)
from council.queries.posts import Place
from council.rules import Role
from rulebook.post import Post
from tests.factories.council import (
    LONG_AGO,
    a_body,
    a_group,
    a_holder_of,
    a_holding,
    a_member,
    a_person,
    a_political_assistant,
    a_seat,
    an_absence,
    an_officer,
    in_administration,
)

TODAY = datetime.date(2026, 11, 23)
YESTERDAY = TODAY - datetime.timedelta(days=1)

_ORDER = (Post.MONITORING_OFFICER, Post.CHIEF_EXECUTIVE, Post.SECTION_151_OFFICER)

pytestmark = pytest.mark.django_db


def _another_holding(post: Post) -> Callable[[], Person]:
    return lambda: a_holder_of(post)


# Post, who is named, confirmed or not, whether the substitute acts.
CASES: dict[str, tuple[Post, Callable[[], Person], bool, bool]] = {
    "an officer for a chief executive": (Post.CHIEF_EXECUTIVE, an_officer, False, True),
    "a member for a chief executive": (Post.CHIEF_EXECUTIVE, a_member, False, False),
    "an officer who left yesterday": (
        Post.CHIEF_EXECUTIVE,
        lambda: an_officer(to_on=YESTERDAY),
        False,
        False,
    ),
    "somebody in the register who is nothing": (Post.CHIEF_EXECUTIVE, a_person, False, False),
    "a political assistant": (
        Post.CHIEF_EXECUTIVE,
        lambda: a_political_assistant(a_group()),
        False,
        False,
    ),
    "a political assistant until yesterday": (
        Post.CHIEF_EXECUTIVE,
        lambda: a_political_assistant(a_group(), to_on=YESTERDAY),
        False,
        True,
    ),
    "a member for a leader": (Post.LEADER, a_member, False, True),
    "an officer for a leader": (Post.LEADER, an_officer, False, False),
    "a member whose term ended yesterday": (
        Post.LEADER,
        lambda: a_member(to_on=YESTERDAY),
        False,
        False,
    ),
    "an independent person for a leader": (Post.LEADER, lambda: a_member(kind="independent"), False, False),
    "an officer confirmed for a monitoring officer": (Post.MONITORING_OFFICER, an_officer, True, True),
    "an officer not confirmed": (Post.MONITORING_OFFICER, an_officer, False, False),
    "the named deputy from outside": (
        Post.MONITORING_OFFICER,
        lambda: a_holder_of(Post.DEPUTY_MONITORING_OFFICER, person=a_person(), from_outside=True),
        True,
        True,
    ),
    "a deputy whom nobody confirmed as deputy": (
        Post.MONITORING_OFFICER,
        lambda: a_holder_of(
            Post.DEPUTY_MONITORING_OFFICER, person=a_person(), from_outside=True, confirmed=False
        ),
        True,
        False,
    ),
    "the deputy of another post": (
        Post.MONITORING_OFFICER,
        lambda: a_holder_of(Post.PROPER_OFFICER, person=a_person(), from_outside=True),
        True,
        False,
    ),
    "the head of paid service for a monitoring officer": (
        Post.MONITORING_OFFICER,
        _another_holding(Post.HEAD_OF_PAID_SERVICE),
        True,
        False,
    ),
    "the section 151 officer for a monitoring officer": (
        Post.MONITORING_OFFICER,
        _another_holding(Post.SECTION_151_OFFICER),
        True,
        False,
    ),
    "the monitoring officer for a section 151 officer": (
        Post.SECTION_151_OFFICER,
        _another_holding(Post.MONITORING_OFFICER),
        True,
        False,
    ),
    "the head of paid service for a section 151 officer": (
        Post.SECTION_151_OFFICER,
        _another_holding(Post.HEAD_OF_PAID_SERVICE),
        True,
        True,
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_who_may_stand_in(case: str) -> None:
    post, make, confirmed, acts = CASES[case]
    holder, substitute = a_holder_of(post), make()
    an_absence(holder, substitute, confirmed=confirmed)
    assert (who_held(post, on=TODAY) == substitute) is acts
    assert (post in standing_of(substitute, on=TODAY).posts) is acts
    said = why_nobody(post, on=TODAY)
    assert (said is None) is acts
    if said is not None:
        assert substitute.name in said.sentence
    assert post in standing_of(holder, on=TODAY).posts


def test_a_leader_of_a_group_goes_to_a_member_of_the_same_group() -> None:
    heron = a_group()
    leader, same = a_member(group=heron, office="leader"), a_member(group=heron)
    absence = an_absence(leader, a_member(group=a_group()))
    assert who_held(Post.GROUP_LEADER, on=TODAY, group=heron) is None
    absence.substitute = same
    absence.save()
    assert who_held(Post.GROUP_LEADER, on=TODAY, group=heron) == same


def test_nobody_stands_in_for_a_political_assistant() -> None:
    group = a_group()
    an_absence(a_political_assistant(group), an_officer())
    assert who_held(Post.POLITICAL_ASSISTANT, on=TODAY, group=group) is None
    said = why_nobody(Post.POLITICAL_ASSISTANT, on=TODAY, place=Place(group=group))
    assert said is not None
    assert "appointed to one group" in said.sentence


def test_the_chain_ends_at_somebody_who_may_not_and_does_not_go_past_them() -> None:
    holder, barred, allowed = a_holder_of(Post.CHIEF_EXECUTIVE), a_member(), an_officer()
    an_absence(holder, barred)
    an_absence(barred, allowed)
    assert who_held(Post.CHIEF_EXECUTIVE, on=TODAY) is None
    assert Post.CHIEF_EXECUTIVE not in standing_of(allowed, on=TODAY).posts


def test_each_link_of_a_confidential_chain_is_confirmed() -> None:
    holder, second, third = a_holder_of(Post.PROPER_OFFICER), an_officer(), an_officer()
    an_absence(holder, second, confirmed=True)
    unconfirmed = an_absence(second, third)
    assert who_held(Post.PROPER_OFFICER, on=TODAY) is None
    unconfirmed.delete()
    an_absence(second, third, confirmed=True)
    assert who_held(Post.PROPER_OFFICER, on=TODAY) == third


def test_nobody_stands_in_for_two_posts_that_the_law_keeps_apart() -> None:
    lawyer, treasurer = a_holder_of(Post.MONITORING_OFFICER), a_holder_of(Post.SECTION_151_OFFICER)
    officer = an_officer()
    an_absence(treasurer, officer, confirmed=True)
    an_absence(lawyer, officer, confirmed=True)
    assert who_held(Post.SECTION_151_OFFICER, on=TODAY) == officer
    assert who_held(Post.MONITORING_OFFICER, on=TODAY) is None
    assert Post.MONITORING_OFFICER not in standing_of(officer, on=TODAY).posts


def test_whoever_stands_in_needs_the_second_factor_of_the_post() -> None:
    officer = an_officer()
    absence = an_absence(a_holder_of(Post.MONITORING_OFFICER), officer)
    assert not needs_second_factor(officer, on=TODAY)
    absence.confirmed_by, absence.confirmed_at = (
        a_person(),
        datetime.datetime(2026, 11, 1, tzinfo=datetime.UTC),
    )
    absence.save()
    assert needs_second_factor(officer, on=TODAY)
    assert standing_of(officer, on=TODAY).has(Role.MONITORING_OFFICER)


def test_the_account_says_in_whose_place() -> None:
    holder, officer = a_holder_of(Post.CHIEF_EXECUTIVE), an_officer()
    an_absence(holder, officer)
    assert f"Chief Executive, in place of {holder.name}" in roles_in_words(standing_of(officer, on=TODAY))


def test_standing_knows_seats_group_administration_and_portfolios() -> None:
    governing, opposing = in_administration(a_group()), a_group()
    member, other = a_member(group=governing), a_member(group=opposing)
    a_seat(a_body(name="Planning Committee"), member)
    standing = standing_of(member, on=TODAY)
    assert [seat.body for seat in standing.seats] == ["Planning Committee"]
    assert standing.in_administration
    assert not standing_of(other, on=TODAY).in_administration


def test_a_standing_takes_three_queries_and_five_for_a_substitute_however_much_history() -> None:
    plain, substitute, holder = a_member(group=a_group()), an_officer(), a_holder_of(Post.CHIEF_EXECUTIVE)
    an_absence(holder, substitute)
    for year in range(2000, 2010):
        days = {"from_on": datetime.date(year, 1, 1), "to_on": datetime.date(year, 12, 31)}
        a_holding(Post.LEADER, person=plain, **days)
        an_absence(holder, substitute, **days)
    assert LONG_AGO.year > 2010
    for person, most in ((plain, 3), (an_officer(), 3), (substitute, 5)):
        with CaptureQueriesContext(
            connection,
        ) as asked:
            standing_of(person, on=TODAY)
        assert len(asked) == most
    with CaptureQueriesContext(connection) as asked:
        standings_of([plain, substitute, holder], on=TODAY)
    assert len(asked) <= 12


def test_what_waits_for_a_post_comes_to_the_next_one_where_the_first_is_concerned() -> None:
    first, second = a_holder_of(Post.MONITORING_OFFICER), a_holder_of(Post.CHIEF_EXECUTIVE)
    last = a_holder_of(Post.SECTION_151_OFFICER)

    def turn(person: Person) -> set[int]:
        who = standing_of(person, on=TODAY)
        about = in_turn(who, "telephone", {"": _ORDER}, lambda people: Q(pk__in=[one.pk for one in people]))
        return set(Person.objects.filter(about).values_list("pk", flat=True))

    # Each row of the register stands for a matter about that person.
    everybody = set(Person.objects.values_list("pk", flat=True))
    assert turn(first) == everybody - {first.pk}
    assert turn(second) == {first.pk}
    assert turn(last) == set()
    assert turn(an_officer()) == set()


def test_who_acts_in_each_post_is_read_at_once_as_each_is_asked_for_alone() -> None:
    away, here = a_holder_of(Post.CHIEF_EXECUTIVE), a_holder_of(Post.MONITORING_OFFICER)
    an_absence(away, an_officer(), post=Post.CHIEF_EXECUTIVE, confirmed=True)
    an_absence(a_holder_of(Post.PROPER_OFFICER), None)
    who = standing_of(here, on=TODAY)
    for post in (*_ORDER, Post.PROPER_OFFICER, Post.HEAD_OF_SERVICE):
        assert who.acting.acts_in(post) == who_act_in(post, on=TODAY), post
    assert who.acting.acts_in(Post.CHIEF_EXECUTIVE) not in ([], [away])


def test_whoever_comes_first_is_counted_for_without_a_query() -> None:
    who = standing_of(a_holder_of(_ORDER[0]), on=TODAY)
    with CaptureQueriesContext(connection) as asked:
        in_turn(who, "telephone", {"": _ORDER}, lambda people: Q(pk__in=[one.pk for one in people]))
    assert len(asked) == 0
