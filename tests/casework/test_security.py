"""The security stream hears of sign-ins and second factors, and keeps no address of strangers."""

from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added
from django.test import Client
from django.utils import timezone

from casework.models import CaseEvent
from council.actions import change_login, merge_people, remove_second_factors
from council.models import Person, User
from council.queries.merge_plan import plan_merge
from rulebook.post import Post
from tests.factories.council import PASSWORD, a_holder_of, a_login, a_member, an_officer


def heard() -> list[tuple[str, int | None, dict[str, Any]]]:
    events = CaseEvent.objects.filter(stream__name="security").order_by("place")
    return [(event.kind, event.by_id, event.facts) for event in events]


def sign_in(client: Client, address: str, password: str) -> None:
    client.post("/accounts/login/", {"login": address, "password": password})


@pytest.mark.django_db
def test_signing_in_and_out_is_heard(client: Client) -> None:
    member = a_member()
    login = a_login(member)
    sign_in(client, login.email, PASSWORD)
    client.post("/accounts/logout/")
    assert heard() == [
        ("security.signed-in", member.pk, {"login": login.pk}),
        ("security.signed-out", member.pk, {"login": login.pk}),
    ]


@pytest.mark.django_db
def test_a_second_factor_is_heard_when_it_comes_and_when_a_colleague_takes_it_off() -> None:
    officer, colleague = a_holder_of(Post.MONITORING_OFFICER), a_holder_of(Post.DEMOCRATIC_SERVICES)
    login = a_login(officer)
    factor = Authenticator.objects.create(user=login, type=Authenticator.Type.TOTP, data={})
    authenticator_added.send(sender=Authenticator, request=None, user=login, authenticator=factor)
    remove_second_factors(user=login, by=colleague, at=timezone.now())
    facts = {"login": login.pk, "factor": "totp"}
    assert heard() == [
        ("security.second-factor-set-up", officer.pk, facts),
        ("security.second-factor-removed", colleague.pk, facts),
    ]


@pytest.mark.django_db
def test_a_changed_login_is_heard_with_what_changed_and_no_address() -> None:
    keeper, officer = a_holder_of(Post.DEMOCRATIC_SERVICES), a_holder_of(Post.MONITORING_OFFICER)
    login = a_login(officer)
    for email, is_active, changes in (
        (login.email.upper(), True, ""),
        ("theirs@elsewhere.example", True, "address"),
        ("theirs@elsewhere.example", False, "closed"),
        ("theirs@elsewhere.example", False, ""),
        (login.email, True, "address,opened"),
    ):
        before = len(heard())
        change_login(user=login, email=email, is_active=is_active, by=keeper, at=timezone.now())
        told = [("security.login-changed", keeper.pk, facts) for facts in known(login, officer, changes)]
        assert heard()[before:] == told, (email, is_active)
    assert "elsewhere" not in str(list(CaseEvent.objects.values()))


def known(login: User, person: Person, changes: str) -> list[dict[str, Any]]:
    return [{"login": login.pk, "person": person.pk, "changes": changes}] if changes else []


@pytest.mark.django_db
def test_a_login_that_a_merge_closes_or_moves_is_heard_too() -> None:
    for has_login, changes in ((True, "closed-by-merge"), (False, "moved")):
        kept, merged, keeper = a_member(), an_officer(), a_holder_of(Post.DEMOCRATIC_SERVICES)
        login = a_login(merged)
        if has_login:
            a_login(kept)
        state = plan_merge(kept, merged, on=timezone.localdate()).state
        merge_people(kept=kept, merged=merged, by=keeper, at=timezone.now(), seen_state=state)
        told = {kind: (by, facts) for kind, by, facts in heard()}["security.login-changed"]
        assert told == (keeper.pk, *known(login, merged if has_login else kept, changes))


@pytest.mark.django_db
def test_a_login_that_was_closed_already_is_not_closed_once_more_by_a_merge() -> None:
    kept, merged, keeper = a_member(), an_officer(), a_holder_of(Post.DEMOCRATIC_SERVICES)
    a_login(kept)
    User.objects.filter(pk=a_login(merged).pk).update(is_active=False)
    state = plan_merge(kept, merged, on=timezone.localdate()).state
    merge_people(kept=kept, merged=merged, by=keeper, at=timezone.now(), seen_state=state)
    assert [kind for kind, _by, _facts in heard()] == ["security.person-merged"]


@pytest.mark.django_db
def test_a_wrong_password_is_heard_with_the_login_that_it_was_tried_on(client: Client) -> None:
    login = a_login(a_member())
    sign_in(client, login.email, "another-password-1")
    assert heard() == [("security.sign-in-failed", None, {"login": login.pk})]


@pytest.mark.django_db
def test_of_an_unknown_address_only_the_attempt_is_kept(client: Client) -> None:
    sign_in(client, "stranger@elsewhere.example", "another-password-1")
    assert heard() == [("security.sign-in-failed", None, {"login": None})]
    assert "stranger" not in str(list(CaseEvent.objects.values()))
