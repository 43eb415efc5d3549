"""The registers in the admin: for democratic services, with history, and a second person."""

import datetime

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib import admin
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from council.admin import RegisterAdmin
from council.models import Invitation, MemberTerm, Person, PostHolding, User
from rulebook.post import Post
from tests.factories.council import LONG_AGO, a_group, a_holder_of, a_holding, a_login, a_member, an_officer

pytestmark = pytest.mark.django_db
REGISTERS = sorted(
    model._meta.model_name for model in admin.site._registry if model._meta.app_label == "council"
)


def a_keeper_at(client: Client) -> Person:
    """Democratic services, signed in with both factors."""
    keeper = a_holder_of(Post.DEMOCRATIC_SERVICES)
    user = a_login(keeper)
    TOTP.activate(user, generate_totp_secret())
    client.force_login(user)
    return keeper


@pytest.mark.parametrize("register", REGISTERS)
def test_every_register_opens_to_democratic_services_alone(client: Client, register: str) -> None:
    address = reverse(f"admin:council_{register}_changelist")
    a_keeper_at(client)
    assert client.get(address).status_code == 200
    for nearly in (
        a_member(),
        an_officer(),
        a_holder_of(Post.DEMOCRATIC_SERVICES, to_on=timezone.localdate() - datetime.timedelta(days=1)),
    ):
        other = Client()
        other.force_login(a_login(nearly))
        assert other.get(address).status_code in (302, 403)


def test_a_superuser_without_the_post_opens_nothing() -> None:
    user = a_login(a_member())
    User.objects.filter(pk=user.pk).update(is_superuser=True)
    client = Client()
    client.force_login(user)
    assert client.get(reverse("admin:council_person_changelist"), follow=True).status_code == 403
    assert not User.objects.get(pk=user.pk).has_perm("council.view_person")


def test_the_admin_lists_registers_alone(client: Client) -> None:
    a_keeper_at(client)
    apps = client.get(reverse("admin:index")).context["app_list"]
    listed = {model["model"] for app in apps for model in app["models"]}
    assert Person in listed
    assert all(isinstance(admin.site._registry[model], RegisterAdmin) for model in listed)


def test_nothing_that_has_a_history_is_deleted_in_the_admin(client: Client) -> None:
    a_keeper_at(client)
    member = a_member()
    address = reverse("admin:council_person_delete", args=[member.pk])
    assert client.post(address, {"post": "yes"}).status_code == 403
    assert Person.objects.filter(pk=member.pk).exists()
    assert all(
        isinstance(register, RegisterAdmin)
        for model, register in admin.site._registry.items()
        if model._meta.app_label == "council"
    )


def test_a_change_shows_in_the_history_with_who_made_it(client: Client) -> None:
    keeper = a_keeper_at(client)
    term = MemberTerm.objects.get(person=a_member())
    form = {
        "person": term.person_id,
        "kind": term.kind,
        "ward": term.ward_id,
        "remit": "",
        "from_on": "2020-05-07",
        "to_on": "2027-05-06",
    }
    saved = client.post(reverse("admin:council_memberterm_change", args=[term.pk]), form)
    assert saved.status_code == 302
    page = client.get(reverse("admin:council_memberterm_history", args=[term.pk])).content.decode()
    assert "To: nothing → 6\N{NO-BREAK SPACE}May\N{NO-BREAK SPACE}2027" in page
    assert keeper.name in page


def test_an_overlapping_membership_of_a_group_is_refused_in_words(client: Client) -> None:
    a_keeper_at(client)
    member = a_member(group=a_group())
    other = a_group()
    page = client.post(
        reverse("admin:council_groupmembership_add"),
        {"person": member.pk, "group": other.pk, "office": "member", "from_on": "2026-01-01"},
    )
    assert "This person is in a group on some of these days already." in page.content.decode()


def test_a_sensitive_post_takes_a_second_person(client: Client) -> None:
    first = a_keeper_at(client)
    officer = an_officer()
    client.post(
        reverse("admin:council_postholding_add"),
        {"post": Post.MONITORING_OFFICER.value, "person": officer.pk, "from_on": "2026-11-01"},
    )
    holding = PostHolding.objects.get(person=officer)
    assert holding.entered_by == first
    assert holding.confirmed_at is None
    page = confirm(client, holding)
    assert "You entered this post." in page
    second_client = Client()
    second = a_keeper_at(second_client)
    assert "confirmed." in confirm(second_client, holding)
    holding.refresh_from_db()
    assert holding.confirmed_by == second


def confirm(client: Client, holding: PostHolding) -> str:
    """What the page says after «Confirm this post»."""
    return client.post(
        reverse("admin:council_postholding_changelist"),
        {"action": "confirm_posts", "_selected_action": [holding.pk]},
        follow=True,
    ).content.decode()


@pytest.mark.parametrize(
    ("change", "still_confirmed"),
    [
        ({}, True),
        ({"to_on": "2026-12-31"}, True),
        ({"post": Post.PROPER_OFFICER.value}, False),
        ({"from_on": "2019-01-01"}, False),
        ({"person": "another"}, False),
    ],
)
def test_a_change_that_opens_more_is_confirmed_anew(
    client: Client, change: dict[str, str], still_confirmed: bool
) -> None:
    a_keeper_at(client)
    holding = a_holding(Post.MONITORING_OFFICER)
    if change.get("person"):
        change = {"person": str(an_officer().pk)}
    form = {
        "post": holding.post,
        "person": holding.person_id,
        "from_on": LONG_AGO.isoformat(),
        "to_on": "",
        **change,
    }
    assert (
        client.post(reverse("admin:council_postholding_change", args=[holding.pk]), form).status_code == 302
    )
    holding.refresh_from_db()
    assert (holding.confirmed_at is not None) is still_confirmed


def test_a_person_is_invited_from_the_register(client: Client) -> None:
    a_keeper_at(client)
    member = a_member()
    gone = a_member(to_on=timezone.localdate() - datetime.timedelta(days=1))
    page = client.post(
        reverse("admin:council_person_changelist"),
        {"action": "invite_people", "_selected_action": [member.pk, gone.pk]},
        follow=True,
    ).content.decode()
    assert f"{member.name} is invited." in page
    assert "holds no term, job or post today" in page
    assert list(Invitation.objects.values_list("person", flat=True)) == [member.pk]


def test_closing_a_login_ends_its_sessions(client: Client) -> None:
    a_keeper_at(client)
    member = a_member()
    user = a_login(member)
    theirs = Client()
    theirs.force_login(user)
    client.post(reverse("admin:council_user_change", args=[user.pk]), {"email": "new@council.example"})
    user.refresh_from_db()
    assert (user.email, user.is_active) == ("new@council.example", False)
    assert theirs.get(reverse("account")).status_code == 302
