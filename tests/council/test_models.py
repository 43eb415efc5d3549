"""The database itself refuses what cannot be true, whoever writes."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from council.models import (
    CouncilProfile,
    GroupMembership,
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
