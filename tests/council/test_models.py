"""The database itself refuses what cannot be true, whoever writes."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from council.models import (
    CouncilProfile,
    GroupMembership,
    HolderLetter,
    MemberAssistant,
    MemberTerm,
    PoliticalGroup,
    PostHolding,
)
from rulebook.post import Post
from tests.factories.council import (
    a_directorate,
    a_group,
    a_holding,
    a_login,
    a_member,
    a_person,
    an_assistant_to,
    an_officer,
)

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 11, 23)
YESTERDAY = TODAY - datetime.timedelta(days=1)


def test_a_person_changes_group_from_one_day_to_the_next_but_is_never_in_two() -> None:
    member = a_member(group=a_group(), to_on=YESTERDAY)
    GroupMembership.objects.create(person=member, group=a_group(), from_on=TODAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        GroupMembership.objects.create(person=member, group=a_group(), from_on=YESTERDAY, to_on=YESTERDAY)


def test_a_member_has_one_term_at_a_time() -> None:
    member = a_member(to_on=YESTERDAY)
    MemberTerm.objects.create(person=member, from_on=TODAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        MemberTerm.objects.create(person=member, from_on=TODAY)


def test_two_groups_of_one_name_never_exist_on_one_day() -> None:
    a_group(name="Independents", to_on=YESTERDAY)
    PoliticalGroup.objects.create(name="Independents", from_on=TODAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        PoliticalGroup.objects.create(name="Independents", from_on=TODAY)


def test_a_post_is_held_once_by_a_person_but_in_two_directorates_if_need_be() -> None:
    officer = an_officer()
    a_holding(Post.DIRECTOR, person=officer, directorate=a_directorate())
    a_holding(Post.DIRECTOR, person=officer, directorate=a_directorate())
    a_holding(Post.LEADER, person=officer)
    with pytest.raises(IntegrityError), transaction.atomic():
        a_holding(Post.LEADER, person=officer, from_on=TODAY)


def test_a_single_post_has_one_holder_and_one_who_acts_and_others_have_several() -> None:
    a_holding(Post.CHIEF_EXECUTIVE)
    a_holding(Post.CHIEF_EXECUTIVE, is_acting=True)
    for acting in (False, True):
        with pytest.raises(IntegrityError), transaction.atomic():
            a_holding(Post.CHIEF_EXECUTIVE, is_acting=acting, from_on=TODAY)
    for _number in range(2):
        a_holding(Post.DEMOCRATIC_SERVICES)
        a_holding(Post.DEPUTY_MONITORING_OFFICER)
        a_holding(Post.PROPER_OFFICER)


def test_the_monitoring_officer_is_neither_head_of_paid_service_nor_section_151_officer() -> None:
    lawyer = an_officer()
    a_holding(Post.MONITORING_OFFICER, person=lawyer, to_on=YESTERDAY)
    a_holding(Post.SECTION_151_OFFICER, person=lawyer, from_on=TODAY)
    a_holding(Post.HEAD_OF_PAID_SERVICE, person=lawyer, from_on=TODAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        a_holding(Post.MONITORING_OFFICER, person=lawyer, from_on=TODAY)


def test_a_group_has_one_leader_and_one_deputy_and_whips_as_it_likes() -> None:
    group = a_group()
    for office in ("leader", "deputy-leader"):
        a_member(group=group, office=office)
        with pytest.raises(IntegrityError), transaction.atomic():
            a_member(group=group, office=office, from_on=TODAY)
    a_member(group=group, office="whip")
    a_member(group=group, office="whip")


def test_a_letter_is_about_one_row() -> None:
    holding = a_holding(Post.MONITORING_OFFICER)
    row = {"person": a_person(), "written_by": a_person(), "written_at": timezone.now()}
    HolderLetter.objects.create(holding=holding, next_attempt_at=timezone.now(), **row)
    for about in ({}, {"holding": holding}):
        with pytest.raises(IntegrityError), transaction.atomic():
            HolderLetter.objects.create(**about, next_attempt_at=timezone.now(), **row)


def test_nothing_ends_before_it_begins() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        a_member(from_on=TODAY, to_on=YESTERDAY)


def test_nobody_assists_themselves_or_the_same_member_twice_at_once() -> None:
    member = a_member()
    with pytest.raises(IntegrityError), transaction.atomic():
        MemberAssistant.objects.create(member=member, assistant=member, from_on=TODAY)
    assistant = an_assistant_to(member)
    with pytest.raises(IntegrityError), transaction.atomic():
        an_assistant_to(member, assistant=assistant, from_on=TODAY)


def test_a_post_is_confirmed_neither_by_its_holder_nor_by_who_entered_it() -> None:
    keeper = a_person()
    holding = a_holding(Post.MONITORING_OFFICER, confirmed=False, entered_by=keeper)
    rows = PostHolding.objects.filter(pk=holding.pk)
    for second in (holding.person, keeper):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(confirmed_by=second, confirmed_at=timezone.now())
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(confirmed_by=a_person())
    assert rows.update(confirmed_by=a_person(), confirmed_at=timezone.now()) == 1


def test_an_address_belongs_to_one_login_whatever_its_capitals() -> None:
    user = a_login(a_member())
    other = a_login(a_member())
    other.email = user.email.upper()
    with pytest.raises(IntegrityError), transaction.atomic():
        other.save()


def test_the_council_has_one_row() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        CouncilProfile.objects.create(pk=2, council_name="Another")
