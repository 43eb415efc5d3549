"""A person entered twice: whose login stays, and that no login gains what a second person has to open."""

import datetime

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from council.actions import confirm_post, invite, merge_people
from council.models import (
    Absence,
    MemberTerm,
    Person,
    PostHolding,
    User,
)
from council.queries import holders_of, who_held
from council.queries.merge_plan import Login, MergePlan, plan_merge
from rulebook.decision import Refused
from rulebook.post import Post
from tests.factories.browsers import signed_in
from tests.factories.council import (
    LONG_AGO,
    PASSWORD,
    a_holder_of,
    a_holding,
    a_login,
    a_member,
    a_person,
    an_officer,
)

pytestmark = pytest.mark.django_db


def today() -> datetime.date:
    return timezone.localdate()


def days(number: int) -> datetime.timedelta:
    return datetime.timedelta(days=number)


def merge(kept: Person, merged: Person, *, by: Person | None = None, state: str = "") -> MergePlan:
    """Reviewed a moment ago, and merged."""
    keeper = by or a_holder_of(Post.DEMOCRATIC_SERVICES)
    seen = state or plan_merge(kept, merged, on=today()).state
    return merge_people(kept=kept, merged=merged, by=keeper, at=timezone.now(), seen_state=seen)


def said_by(kept: Person, merged: Person, *, by: Person | None = None) -> str:
    """Why it is refused."""
    with pytest.raises(Refused) as refusal:
        merge(kept, merged, by=by)
    return refusal.value.decision.sentence


# Confirmed posts: no login gains by a merge what only a second person may open.


def test_a_confirmed_post_that_moves_has_no_effect_until_it_is_confirmed_anew() -> None:
    kept, merged = a_member(), a_holder_of(Post.MONITORING_OFFICER)
    a_login(kept)
    keeper = a_holder_of(Post.DEMOCRATIC_SERVICES)
    merge(kept, merged, by=keeper)
    assert not holders_of(Post.MONITORING_OFFICER, on=today())
    holding = PostHolding.objects.get(post=Post.MONITORING_OFFICER)
    assert (holding.person, holding.entered_by, holding.confirmed_at) == (kept, keeper, None)
    with pytest.raises(Refused):
        confirm_post(holding=holding, by=keeper, at=timezone.now())
    confirm_post(holding=holding, by=a_holder_of(Post.DEMOCRATIC_SERVICES), at=timezone.now())
    assert who_held(Post.MONITORING_OFFICER, on=today()) == kept


def test_a_login_that_moves_does_not_take_over_a_confirmed_post() -> None:
    kept, merged = a_holder_of(Post.MONITORING_OFFICER), a_member()
    login = a_login(merged)
    merge(kept, merged)
    login.refresh_from_db()
    assert login.person == kept
    assert not holders_of(Post.MONITORING_OFFICER, on=today())


def test_a_confirmed_post_of_the_kept_entry_stays_where_its_own_login_stays() -> None:
    kept, merged = a_holder_of(Post.MONITORING_OFFICER), a_member()
    a_login(kept)
    merge(kept, merged)
    assert who_held(Post.MONITORING_OFFICER, on=today()) == kept


def test_a_post_that_ended_stays_confirmed_so_that_the_past_stays_as_it_was() -> None:
    kept = a_person()
    merged = a_holder_of(Post.MONITORING_OFFICER, to_on=today() - days(10))
    merge(kept, merged)
    assert who_held(Post.MONITORING_OFFICER, on=today() - days(20)) == kept


def test_nobody_turns_out_to_have_confirmed_what_they_entered() -> None:
    kept, merged = a_holder_of(Post.DEMOCRATIC_SERVICES), a_holder_of(Post.DEMOCRATIC_SERVICES)
    MemberTerm.objects.create(person=kept, from_on=LONG_AGO)
    PostHolding.objects.filter(person=merged).update(to_on=LONG_AGO + days(5), from_on=LONG_AGO)
    PostHolding.objects.filter(person=kept).update(from_on=LONG_AGO + days(6))
    for ends in (None, today() - days(3)):
        holding = a_holding(Post.PROPER_OFFICER, entered_by=kept, to_on=ends)
        PostHolding.objects.filter(pk=holding.pk).update(confirmed_by=merged)
    merge(kept, merged)
    current = PostHolding.objects.get(post=Post.PROPER_OFFICER, to_on=None)
    assert current.confirmed_at is None
    ended = PostHolding.objects.get(post=Post.PROPER_OFFICER, to_on__isnull=False)
    assert (ended.entered_by, ended.confirmed_by) == (kept, merged)


def test_standing_in_that_was_confirmed_is_confirmed_anew_when_it_moves() -> None:
    kept, merged, away = a_member(), a_member(to_on=today() - days(900)), a_holder_of(Post.PROPER_OFFICER)
    MemberTerm.objects.filter(person=merged).update(from_on=LONG_AGO - days(900), to_on=LONG_AGO - days(1))
    absence = Absence.objects.create(
        person=away,
        post=Post.PROPER_OFFICER,
        substitute=merged,
        from_on=today(),
        confirmed_by=a_person(),
        confirmed_at=timezone.now(),
    )
    merge(kept, merged)
    absence.refresh_from_db()
    assert (absence.substitute, absence.confirmed_at) == (kept, None)


# Logins.


def test_of_two_logins_the_kept_entrys_stays_and_the_other_is_closed_with_its_sessions() -> None:
    kept, merged = a_member(), an_officer()
    keeps, loses = signed_in(kept), signed_in(merged)
    assert keeps.get(reverse("account")).status_code == loses.get(reverse("account")).status_code == 200
    plan = merge(kept, merged)
    assert plan.login is Login.ONE_IS_CLOSED
    assert keeps.get(reverse("account")).status_code == 200
    assert loses.get(reverse("account")).status_code == 302
    assert not User.objects.get(person=merged).is_active
    assert not UserSession.objects.filter(user__person=merged).exists()


def test_the_only_login_moves_and_signs_in_anew() -> None:
    kept, merged = a_person(), a_member()
    login, client = a_login(merged), Client()
    client.post(reverse("account_login"), {"login": login.email, "password": PASSWORD})
    assert client.get(reverse("account")).status_code == 200
    assert merge(kept, merged).login is Login.MOVES
    login.refresh_from_db()
    assert (login.person, login.is_active) == (kept, True)
    assert client.get(reverse("account")).status_code == 302


def test_an_open_invitation_to_the_merged_entry_opens_nothing() -> None:
    keeper = a_holder_of(Post.DEMOCRATIC_SERVICES)
    kept, merged = a_person(), a_member()
    invitation = invite(person=merged, email=merged.email, by=keeper, at=timezone.now())
    merge(kept, merged, by=keeper)
    invitation.refresh_from_db()
    assert invitation.person == kept
    assert invitation.withdrawn_at is not None


def test_the_login_of_a_merged_entry_is_not_opened_again() -> None:
    kept, merged = a_member(), an_officer()
    a_login(kept)
    login = a_login(merged)
    merge(kept, merged)
    client = signed_in(a_holder_of(Post.DEMOCRATIC_SERVICES))
    client.post(
        reverse("admin:council_user_change", args=[login.pk]), {"email": login.email, "is_active": "on"}
    )
    login.refresh_from_db()
    assert not login.is_active
