"""Who held which post on a day: each register, the nearly allowed holder, and absences followed."""

import datetime

import pytest

from council.models import OfficerAppointment
from council.queries import holders_of, holds_any, standing_of, who_act_in, who_held, why_nobody
from council.queries.posts import Place
from council.rules import BodyType, Grade
from rulebook.post import Post
from tests.factories.council import (
    a_body,
    a_directorate,
    a_group,
    a_holder_of,
    a_holding,
    a_member,
    a_person,
    a_political_assistant,
    a_seat,
    an_absence,
    an_officer,
)

TODAY = datetime.date(2026, 11, 23)
YESTERDAY = TODAY - datetime.timedelta(days=1)
TOMORROW = TODAY + datetime.timedelta(days=1)

pytestmark = pytest.mark.django_db

# What makes the holder of a post nobody on the day, though the row goes on.
OUT_OF_OFFICE = {
    "a leader whose term ended yesterday": lambda: a_holding(Post.LEADER, person=a_member(to_on=YESTERDAY)),
    "a leader whose term begins tomorrow": lambda: a_holding(Post.LEADER, person=a_member(from_on=TOMORROW)),
    "a mayor who is an independent person": lambda: a_holding(
        Post.MAYOR, person=a_member(kind="independent")
    ),
    "a chief executive who left yesterday": lambda: a_holding(
        Post.CHIEF_EXECUTIVE, person=an_officer(to_on=YESTERDAY)
    ),
    "a monitoring officer whom nobody confirmed": lambda: a_holding(Post.MONITORING_OFFICER, confirmed=False),
    "a monitoring officer who is no officer": lambda: a_holding(Post.MONITORING_OFFICER, person=a_person()),
    "a member as section 151 officer": lambda: a_holding(Post.SECTION_151_OFFICER, person=a_member()),
}


@pytest.mark.parametrize("who", OUT_OF_OFFICE)
def test_a_holding_counts_only_while_its_holder_is_in_office(who: str) -> None:
    holding = OUT_OF_OFFICE[who]()
    post = Post(holding.post)
    assert who_held(post, on=TODAY) is None
    assert post not in standing_of(holding.person, on=TODAY).posts
    assert not holds_any(holding.person, frozenset({post}), on=TODAY)
    said = why_nobody(post, on=TODAY)
    assert said is not None
    assert said.sentence == "Nobody holds this post."


def test_a_monitoring_officer_from_outside_holds_the_post_of_a_parish() -> None:
    lawyer = a_holder_of(Post.MONITORING_OFFICER, person=a_person(), from_outside=True)
    assert who_held(Post.MONITORING_OFFICER, on=TODAY) == lawyer
    assert standing_of(lawyer, on=TODAY).in_post


def test_an_acting_holder_holds_while_the_post_is_vacant() -> None:
    acting = a_holder_of(Post.CHIEF_EXECUTIVE, is_acting=True)
    assert who_held(Post.CHIEF_EXECUTIVE, on=TODAY) == acting
    holder = a_holder_of(Post.CHIEF_EXECUTIVE, from_on=TODAY)
    assert who_held(Post.CHIEF_EXECUTIVE, on=YESTERDAY) == acting
    assert who_held(Post.CHIEF_EXECUTIVE, on=TODAY) == holder
    assert Post.CHIEF_EXECUTIVE not in standing_of(acting, on=TODAY).posts
    OfficerAppointment.objects.filter(person=holder).update(to_on=TODAY)
    assert who_held(Post.CHIEF_EXECUTIVE, on=TOMORROW) == acting


def test_an_acting_director_gives_way_in_that_directorate_alone() -> None:
    housing, parks = a_directorate(), a_directorate()
    acting = a_holder_of(Post.DIRECTOR, directorate=housing, is_acting=True)
    a_holder_of(Post.DIRECTOR, directorate=parks)
    assert who_held(Post.DIRECTOR, on=TODAY, directorate=housing) == acting


def test_a_leader_of_a_group_is_its_member_with_that_office() -> None:
    heron, larch = a_group(), a_group()
    leader = a_member(group=heron, office="leader")
    whip = a_member(group=heron, office="whip")
    a_member(group=heron)
    a_member(group=larch, office="leader", to_on=YESTERDAY)
    assert who_held(Post.GROUP_LEADER, on=TODAY, group=heron) == leader
    assert who_held(Post.GROUP_WHIP, on=TODAY, group=heron) == whip
    assert who_held(Post.GROUP_LEADER, on=TODAY, group=larch) is None
    assert who_held(Post.GROUP_LEADER, on=TODAY, about=whip) == leader
    assert Post.GROUP_LEADER in standing_of(leader, on=TODAY).posts
    assert standing_of(whip, on=TODAY).group_id == heron.pk


def test_the_leader_of_a_group_that_has_ended_leads_nobody() -> None:
    ended = a_group(to_on=YESTERDAY)
    leader = a_member(group=ended, office="leader")
    assert who_held(Post.GROUP_LEADER, on=TODAY, group=ended) is None
    assert Post.GROUP_LEADER not in standing_of(leader, on=TODAY).posts


def test_a_chair_follows_from_the_seat_and_the_full_council_is_meant_where_no_body_is_named() -> None:
    council, committee = a_body(kind=BodyType.COUNCIL), a_body()
    mayor, chair, vice = a_member(), a_member(), a_member()
    a_seat(council, mayor, office="chair")
    a_seat(committee, chair, office="chair")
    a_seat(committee, vice, office="vice-chair")
    assert who_held(Post.CHAIR, on=TODAY) == mayor
    assert who_held(Post.CHAIRMAN, on=TODAY, body=committee) == chair
    assert who_held(Post.DEPUTY_CHAIR, on=TODAY, body=committee) == vice
    assert {Post.CHAIR, Post.CHAIRMAN} <= standing_of(chair, on=TODAY).posts


def test_a_chair_whose_term_ended_yesterday_chairs_nothing() -> None:
    committee = a_body()
    a_seat(committee, a_member(to_on=YESTERDAY), office="chair")
    assert who_held(Post.CHAIR, on=TODAY, body=committee) is None


def test_grades_are_asked_by_whom_they_are_responsible_for() -> None:
    housing = a_directorate()
    director = an_officer(grade=Grade.DIRECTOR, directorate=housing)
    head = an_officer(grade=Grade.HEAD_OF_SERVICE, directorate=housing, line_manager=director)
    officer = an_officer(directorate=housing, line_manager=head)
    assert who_held(Post.LINE_MANAGER, on=TODAY, about=officer) == head
    assert who_held(Post.HEAD_OF_SERVICE, on=TODAY, about=officer) == head
    assert who_held(Post.HEAD_OF_SERVICE, on=TODAY, directorate=housing) == head
    assert who_held(Post.SENIOR_MANAGER, on=TODAY, about=head) == director
    assert who_held(Post.ASSISTANT_DIRECTOR, on=TODAY, about=officer) is None
    assert who_held(Post.DIRECTOR, on=TODAY, about=officer) == director
    assert who_held(Post.DIRECTOR, on=TODAY, directorate=a_directorate()) is None
    with pytest.raises(ValueError, match="Whose"):
        who_held(Post.LINE_MANAGER, on=TODAY)
    with pytest.raises(ValueError, match="Every officer"):
        who_held(Post.OFFICER, on=TODAY)


def test_a_director_by_post_stands_before_one_by_grade() -> None:
    housing = a_directorate()
    an_officer(grade=Grade.DIRECTOR, directorate=housing)
    named = a_holder_of(Post.DIRECTOR, person=an_officer(), directorate=housing)
    assert who_held(Post.DIRECTOR, on=TODAY, directorate=housing) == named


def test_a_line_that_leads_back_to_itself_ends_in_nobody() -> None:
    first = an_officer()
    second = an_officer(line_manager=first)
    OfficerAppointment.objects.filter(person=first).update(line_manager=second)
    assert who_held(Post.HEAD_OF_SERVICE, on=TODAY, about=first) is None


def test_a_political_assistant_is_nobodys_line_manager_but_of_their_own_support() -> None:
    group = a_group()
    assistant = a_political_assistant(group)
    officer = an_officer(line_manager=assistant)
    assert who_held(Post.POLITICAL_ASSISTANT, on=TODAY, group=group) == assistant
    assert standing_of(assistant, on=TODAY).assists_group_id == group.pk
    assert who_held(Post.LINE_MANAGER, on=TODAY, about=officer) is None
    OfficerAppointment.objects.filter(person=officer).update(is_group_support=True)
    assert who_held(Post.LINE_MANAGER, on=TODAY, about=officer) == assistant


def test_of_several_holders_the_one_since_longest_who_is_there() -> None:
    first = a_holder_of(Post.DEMOCRATIC_SERVICES)
    second = a_holder_of(Post.DEMOCRATIC_SERVICES, from_on=YESTERDAY)
    assert who_held(Post.DEMOCRATIC_SERVICES, on=TODAY) == first
    away_too = an_officer()
    an_absence(first, away_too)
    an_absence(away_too)
    assert who_held(Post.DEMOCRATIC_SERVICES, on=TODAY) == second


def test_a_substitute_acts_on_the_days_of_the_absence_and_the_holder_keeps_the_post() -> None:
    holder, substitute = a_holder_of(Post.CHIEF_EXECUTIVE), an_officer()
    an_absence(holder, substitute, from_on=TODAY, to_on=TODAY)
    assert who_held(Post.CHIEF_EXECUTIVE, on=YESTERDAY) == holder
    assert who_held(Post.CHIEF_EXECUTIVE, on=TODAY) == substitute
    assert who_held(Post.CHIEF_EXECUTIVE, on=TOMORROW) == holder
    for person in (holder, substitute):
        assert Post.CHIEF_EXECUTIVE in standing_of(person, on=TODAY).posts
    assert Post.CHIEF_EXECUTIVE not in standing_of(substitute, on=TOMORROW).posts
    assert set(holders_of(Post.CHIEF_EXECUTIVE, on=TODAY)) == {holder, substitute}
    assert set(who_act_in(Post.CHIEF_EXECUTIVE, on=TODAY)) == {substitute}


def test_a_chain_is_followed_to_its_end() -> None:
    holder, second, third = a_holder_of(Post.CHIEF_EXECUTIVE), an_officer(), an_officer()
    an_absence(holder, second)
    an_absence(second, third)
    assert who_held(Post.CHIEF_EXECUTIVE, on=TODAY) == third
    assert Post.CHIEF_EXECUTIVE not in standing_of(second, on=TODAY).posts
    assert Post.CHIEF_EXECUTIVE in standing_of(third, on=TODAY).posts


def test_an_absence_for_one_post_goes_before_the_one_for_all_and_touches_no_other() -> None:
    holder = a_holder_of(Post.CHIEF_EXECUTIVE)
    a_holding(Post.DEMOCRATIC_SERVICES, person=holder)
    everything, this_one = an_officer(), an_officer()
    an_absence(holder, everything)
    an_absence(holder, this_one, post=Post.CHIEF_EXECUTIVE)
    assert who_held(Post.CHIEF_EXECUTIVE, on=TODAY) == this_one
    assert who_held(Post.DEMOCRATIC_SERVICES, on=TODAY) == everything
    assert standing_of(this_one, on=TODAY).posts == {Post.CHIEF_EXECUTIVE}


def test_somebody_away_for_whom_nobody_stands_in_keeps_the_post() -> None:
    holder = a_holder_of(Post.CHIEF_EXECUTIVE)
    an_absence(holder)
    assert who_held(Post.CHIEF_EXECUTIVE, on=TODAY) == holder


def test_rows_that_form_a_loop_end_in_nobody() -> None:
    holder, second = a_holder_of(Post.CHIEF_EXECUTIVE), an_officer()
    an_absence(holder, second)
    an_absence(second, holder)
    assert who_held(Post.CHIEF_EXECUTIVE, on=TODAY) is None
    said = why_nobody(Post.CHIEF_EXECUTIVE, on=TODAY)
    assert said is not None
    assert "lead back" in said.sentence
    assert Post.CHIEF_EXECUTIVE not in standing_of(second, on=TODAY).posts


def test_a_substitute_of_a_director_answers_for_the_directorate() -> None:
    housing = a_directorate()
    holder, substitute = a_holder_of(Post.DIRECTOR, directorate=housing), an_officer()
    by_grade = an_officer(grade=Grade.ASSISTANT_DIRECTOR, directorate=a_directorate())
    an_absence(holder, substitute)
    an_absence(by_grade, substitute)
    standing = standing_of(substitute, on=TODAY)
    job = OfficerAppointment.objects.get(person=by_grade)
    assert standing.directorates == {housing.pk, job.directorate_id}
    assert who_held(Post.DIRECTOR, on=TODAY, directorate=housing) == substitute


def test_why_nobody_is_asked_with_the_same_place() -> None:
    heron = a_group()
    leader = a_member(group=heron, office="leader")
    an_absence(leader, a_member(group=a_group()))
    said = why_nobody(Post.GROUP_LEADER, on=TODAY, place=Place(group=heron))
    assert said is not None
    assert "not in the same political group" in said.sentence
