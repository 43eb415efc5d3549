"""Posts, absences and political assistants in the admin: refused in words, confirmed by a second person."""

import datetime

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from council.actions import enter_post
from council.models import (
    Absence,
    GroupAssistant,
    HolderLetter,
    OfficerAppointment,
    Person,
    PoliticalGroup,
    PostHolding,
)
from council.queries import who_held
from council.tasks import send_letters_to_holders
from rulebook.post import Post
from tests.factories.council import (
    LONG_AGO,
    a_directorate,
    a_group,
    a_holder_of,
    a_holding,
    a_login,
    a_member,
    a_person,
    a_political_assistant,
    an_officer,
)

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
TOMORROW = TODAY + datetime.timedelta(days=1)


def a_keeper_at(client: Client) -> Person:
    """Democratic services, signed in with both factors."""
    keeper = a_holder_of(Post.DEMOCRATIC_SERVICES)
    user = a_login(keeper)
    TOTP.activate(user, generate_totp_secret())
    client.force_login(user)
    return keeper


def typed(client: Client, register: str, **form: object) -> str:
    """What the page says after a row was typed and saved."""
    address = reverse(f"admin:council_{register}_add")
    rows = {"from_on": TODAY.isoformat(), **form}
    return client.post(address, rows, follow=True).content.decode()


def chosen(client: Client, register: str, action: str, row: int) -> str:
    """What the page says after an action on one row."""
    address = reverse(f"admin:council_{register}_changelist")
    return client.post(address, {"action": action, "_selected_action": [row]}, follow=True).content.decode()


def test_a_post_that_follows_from_another_register_names_it(client: Client) -> None:
    a_keeper_at(client)
    page = typed(client, "postholding", post=Post.GROUP_LEADER.value, person=a_member().pk)
    assert "follows from another register: group memberships" in page
    assert not PostHolding.objects.filter(post=Post.GROUP_LEADER).exists()


def test_a_second_holder_and_an_incompatible_post_are_refused(client: Client) -> None:
    a_keeper_at(client)
    holder = a_holder_of(Post.MONITORING_OFFICER)
    page = typed(client, "postholding", post=Post.MONITORING_OFFICER.value, person=an_officer().pk)
    assert "End that row first." in page
    page = typed(client, "postholding", post=Post.HEAD_OF_PAID_SERVICE.value, person=holder.pk)
    assert "section 5(1A)" in page
    assert PostHolding.objects.exclude(post=Post.DEMOCRATIC_SERVICES).count() == 1


def test_a_holder_out_of_office_is_entered_with_a_warning(client: Client) -> None:
    a_keeper_at(client)
    person = a_person()
    page = typed(client, "postholding", post=Post.CLERK.value, person=person.pk)
    assert "is no officer on" in page
    assert who_held(Post.CLERK, on=TODAY) is None
    page = typed(client, "postholding", post=Post.LEADER.value, person=an_officer().pk)
    assert "is no member on" in page
    outside = typed(
        client, "postholding", post=Post.PROPER_OFFICER.value, person=person.pk, from_outside="on"
    )
    assert "is no officer on" not in outside


def test_the_holder_before_is_told_before_the_post_is_confirmed(client: Client) -> None:
    first = a_keeper_at(client)
    before = a_holder_of(Post.MONITORING_OFFICER, to_on=TODAY)
    typed(
        client,
        "postholding",
        post=Post.MONITORING_OFFICER.value,
        person=an_officer().pk,
        from_on=TOMORROW.isoformat(),
    )
    holding = PostHolding.objects.get(from_on=TOMORROW)
    other = Client()
    a_keeper_at(other)
    HolderLetter.objects.update(sent_at=None)
    assert "has not gone out yet" in chosen(other, "postholding", "confirm_posts", holding.pk)
    HolderLetter.objects.update(next_attempt_at=timezone.now())
    send_letters_to_holders()
    assert mail.outbox[-1].to == [before.email]
    assert first.name in mail.outbox[-1].body
    assert "confirmed." in chosen(other, "postholding", "confirm_posts", holding.pk)
    assert who_held(Post.MONITORING_OFFICER, on=TOMORROW) == holding.person


def test_an_absence_is_entered_refused_in_words_and_confirmed_by_a_second(client: Client) -> None:
    a_keeper_at(client)
    holder, officer = a_holder_of(Post.MONITORING_OFFICER), an_officer()
    page = typed(client, "absence", person=holder.pk, substitute=a_member().pk, post="")
    assert "no officer on that day" in page
    page = typed(client, "absence", person=holder.pk, substitute=officer.pk, post="")
    assert "when a second person" in page
    absence = Absence.objects.get()
    HolderLetter.objects.update(next_attempt_at=timezone.now())
    send_letters_to_holders()
    assert "You entered this absence." in chosen(client, "absence", "confirm_absences", absence.pk)
    other = Client()
    a_keeper_at(other)
    assert "confirmed." in chosen(other, "absence", "confirm_absences", absence.pk)
    assert who_held(Post.MONITORING_OFFICER, on=TODAY) == officer
    page = typed(client, "absence", person=officer.pk, substitute=holder.pk, post="")
    assert "→" in page


def test_a_list_of_posts_says_whose_word_is_missing_and_where_it_is_given(client: Client) -> None:
    a_keeper_at(client)
    address = reverse("admin:council_postholding_changelist")
    assert "Not needed" in client.get(address).content.decode()
    page = typed(client, "postholding", post=Post.MONITORING_OFFICER.value, person=an_officer().pk)
    assert "the action “Confirm this post”" in page
    assert "<h1>Posts held</h1>" in page
    assert "Has to confirm it" in page
    confirmed = {"confirmed_at": timezone.now(), "confirmed_by": a_person()}
    PostHolding.objects.filter(post=Post.MONITORING_OFFICER).update(**confirmed)
    assert ">Confirmed</td>" in client.get(address).content.decode()


def test_import_and_export_is_offered_beside_the_registers_that_have_it(client: Client) -> None:
    a_keeper_at(client)
    offered = [
        name
        for name in (
            "person",
            "memberterm",
            "officerappointment",
            "service",
            "seat",
            "postholding",
            "absence",
        )
        if reverse("registers") in client.get(reverse(f"admin:council_{name}_changelist")).content.decode()
    ]
    assert offered == ["person", "memberterm", "officerappointment", "service", "seat"]


def test_a_political_assistant_is_no_line_manager_but_of_their_own_support(client: Client) -> None:
    a_keeper_at(client)
    assistant, officer = a_political_assistant(a_group()), a_person()
    job = {
        "person": officer.pk,
        "job_title": "Clerk",
        "grade": "officer",
        "directorate": a_directorate().pk,
        "employer": "council",
        "line_manager": assistant.pk,
        "from_on": LONG_AGO.isoformat(),
    }
    assert "manages nobody but their own" in typed(client, "officerappointment", **job)
    typed(client, "officerappointment", **job, is_group_support="on")
    assert OfficerAppointment.objects.get(person=officer).line_manager == assistant


def test_whoever_manages_officers_or_is_none_does_not_assist_a_group(client: Client) -> None:
    a_keeper_at(client)
    manager = an_officer()
    an_officer(line_manager=manager)
    group = a_group()
    assert "manages nobody." in typed(client, "groupassistant", person=manager.pk, group=group.pk)
    assert "is no officer on the first day" in typed(
        client, "groupassistant", person=a_person().pk, group=group.pk
    )
    officer = an_officer()
    typed(client, "groupassistant", person=officer.pk, group=group.pk)
    assert GroupAssistant.objects.get().person == officer
    assert "has a political assistant on some of these days" in typed(
        client, "groupassistant", person=an_officer().pk, group=group.pk
    )


def test_the_list_of_groups_says_what_each_lacks(client: Client) -> None:
    a_keeper_at(client)
    group = a_group()
    a_member(group=group, office="leader")
    address = reverse("admin:council_politicalgroup_changelist")
    page = client.get(address).content.decode()
    assert "fewer than two members" in page
    assert "No notice" in page
    a_member(group=group)
    PoliticalGroup.objects.update(notified_on=LONG_AGO)
    page = client.get(address).content.decode()
    assert "fewer than two" not in page
    assert "No notice" not in page


def test_letters_are_listed_and_not_written_by_hand(client: Client) -> None:
    a_keeper_at(client)
    assert client.get(reverse("admin:council_holderletter_changelist")).status_code == 200
    assert client.get(reverse("admin:council_holderletter_add")).status_code == 403


def test_whoever_is_to_hold_a_confidential_post_from_outside_is_confirmed_anew() -> None:
    keeper = a_holder_of(Post.DEMOCRATIC_SERVICES)
    holding = a_holding(Post.MONITORING_OFFICER)
    holding.from_outside = True
    enter_post(holding=holding, by=keeper, at=timezone.now())
    holding.refresh_from_db()
    assert holding.confirmed_at is None
