"""Invitations from the letter to the login; a dead mail server loses none."""

import datetime
import re
import socket

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from council.actions import invite
from council.actions.inviting import secret_of
from council.models import Invitation, Person, User
from council.tasks import send_invitations
from rulebook.decision import Refused
from rulebook.post import Post
from tests.factories.council import a_holder_of, a_member

pytestmark = pytest.mark.django_db
PASSWORD = "otter-and-willow-77"
WEEK = datetime.timedelta(days=7)


def an_invitation(*, member: Person | None = None, at: datetime.datetime | None = None) -> Invitation:
    member = member or a_member()
    keeper = a_holder_of(Post.DEMOCRATIC_SERVICES)
    return invite(person=member, email=member.email, by=keeper, at=at or timezone.now())


def page_of(invitation: Invitation) -> str:
    return reverse("accept_invitation", kwargs={"secret": secret_of(invitation)})


def test_the_letter_leads_to_a_login(client: Client) -> None:
    invitation = an_invitation()
    assert send_invitations() == 1
    (letter,) = mail.outbox
    assert letter.to == [invitation.email]
    link = re.search(r"https?://[^/\s]+(/\S+)", letter.body)
    assert link
    page = client.get(link.group(1))
    assert page.status_code == 200
    assert "no-store" in page["Cache-Control"]
    assert client.post(link.group(1), {"password": PASSWORD}).url == reverse("account_login")
    answer = client.post(reverse("account_login"), {"login": invitation.email, "password": PASSWORD})
    assert answer.status_code == 302
    assert client.get(reverse("account")).status_code == 200


def test_the_table_holds_no_secret() -> None:
    invitation = an_invitation()
    row = Invitation.objects.filter(pk=invitation.pk).values_list().get()
    assert secret_of(invitation) not in map(str, row)


def test_a_link_works_once(client: Client) -> None:
    address = page_of(an_invitation())
    client.post(address, {"password": PASSWORD})
    again = client.post(address, {"password": "another-willow-78"})
    assert again.status_code == 410
    assert "has been used" in again.content.decode()
    assert User.objects.filter(email__endswith="council.example").count() == 1


def test_a_link_expires_after_seven_days(client: Client) -> None:
    member = a_member()
    old = an_invitation(member=member, at=timezone.now() - WEEK)
    closed = client.post(page_of(old), {"password": PASSWORD})
    assert closed.status_code == 410
    assert "expired" in closed.content.decode()
    nearly = an_invitation(at=timezone.now() - WEEK + datetime.timedelta(minutes=5))
    assert client.get(page_of(nearly)).status_code == 200


def test_a_forged_link_says_no_more_than_a_withdrawn_one(client: Client) -> None:
    member = a_member()
    first = an_invitation(member=member)
    second = an_invitation(member=member)
    forged = client.get(reverse("accept_invitation", kwargs={"secret": "f" * 64}))
    withdrawn = client.get(page_of(first))
    assert forged.status_code == withdrawn.status_code == 410
    assert forged.content == withdrawn.content
    assert client.get(page_of(second)).status_code == 200


@pytest.mark.parametrize("password", ["", "short", "q1w2e3r4t5y6", "councillor-nobody"])
def test_a_weak_password_is_said_beside_its_box_and_makes_no_login(client: Client, password: str) -> None:
    invitation = an_invitation(member=a_member(email="councillor-nobody@council.example"))
    page = client.post(page_of(invitation), {"password": password})
    assert page.status_code == 200
    assert "There is a problem" in page.content.decode()
    assert 'href="#id_password"' in page.content.decode()
    assert not User.objects.filter(person=invitation.person).exists()


def test_only_a_keeper_invites() -> None:
    member = a_member()
    with pytest.raises(Refused):
        invite(person=member, email=member.email, by=a_member(), at=timezone.now())
    assert not Invitation.objects.exists()


def test_a_dead_mail_server_loses_nothing_and_two_sweeps_send_once(settings) -> None:
    invitation = an_invitation()
    with socket.socket() as nobody_listens:
        nobody_listens.bind(("127.0.0.1", 0))
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_PORT = nobody_listens.getsockname()[1]
        assert send_invitations() == 0
    invitation.refresh_from_db()
    assert invitation.sent_at is None
    assert invitation.attempts == 1
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert send_invitations() == 0, "not before its next attempt"
    Invitation.objects.update(next_attempt_at=timezone.now())
    assert [send_invitations(), send_invitations()] == [1, 0]
    assert len(mail.outbox) == 1


def test_a_letter_written_twice_has_the_same_number_and_link() -> None:
    an_invitation()
    send_invitations()
    Invitation.objects.update(sent_at=None, next_attempt_at=timezone.now())
    send_invitations()
    first, second = mail.outbox
    assert first.extra_headers["Message-ID"] == second.extra_headers["Message-ID"]
    assert first.body == second.body


def test_a_withdrawn_or_expired_invitation_is_not_sent() -> None:
    member = a_member()
    an_invitation(member=member)
    an_invitation(at=timezone.now() - WEEK)
    an_invitation(member=member)
    assert send_invitations() == 1
