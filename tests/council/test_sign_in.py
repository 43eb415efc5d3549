"""The door, with Django's client: who comes in, what is asked, what survives a sign-out."""

import datetime
import re
import socket

import pytest
from allauth.usersessions.models import UserSession
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from council.models import MemberTerm, Person
from rulebook.post import Post
from tests.factories.council import PASSWORD, a_holding, a_login, a_member, a_person

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate
DAY = datetime.timedelta(days=1)


def sign_in(client: Client, person: Person, password: str = PASSWORD, **extra: str):
    return client.post(reverse("account_login"), {"login": person.email, "password": password, **extra})


def test_a_member_signs_in_with_address_and_password(client: Client) -> None:
    member = a_member()
    a_login(member)
    answer = sign_in(client, member)
    assert answer.status_code == 302
    assert answer.url == "/"
    page = client.get(reverse("account"))
    assert page.status_code == 200
    assert member.name in page.content.decode()
    assert "no-store" in page["Cache-Control"]


def test_the_session_gets_a_new_key_at_sign_in(client: Client) -> None:
    member = a_member()
    a_login(member)
    client.get(reverse("account_login"))
    session = client.session
    session["before"] = True
    session.save()
    before = session.session_key
    client.cookies["sessionid"] = before
    sign_in(client, member)
    assert client.session.session_key != before


def test_what_is_said_never_tells_which_of_address_and_password_is_wrong(client: Client) -> None:
    member = a_member()
    a_login(member)
    wrong_password = sign_in(client, member, "not-the-password")
    stranger = sign_in(client, a_person(), "not-the-password")
    said = [
        re.findall(r"error-message.*?</p>|error-summary__body.*?</div>", page.content.decode(), re.DOTALL)
        for page in (wrong_password, stranger)
    ]
    assert said[0] == said[1] != []
    assert "The email address or the password is not right." in stranger.content.decode()


def test_after_five_wrong_passwords_even_the_right_one_waits(client: Client) -> None:
    member = a_member()
    a_login(member)
    for _attempt in range(5):
        sign_in(client, member, "not-the-password")
    answer = sign_in(client, member)
    assert answer.status_code == 200
    assert "Too many attempts." in answer.content.decode()
    assert "_auth_user_id" not in client.session


def test_one_login_locked_out_leaves_the_others_open(client: Client) -> None:
    locked, other = a_member(), a_member()
    a_login(locked), a_login(other)
    for _attempt in range(6):
        sign_in(client, locked, "not-the-password")
    assert sign_in(Client(), other).status_code == 302


def test_nobody_registers(client: Client) -> None:
    page = client.get(reverse("account_signup"))
    assert "Logins are made by invitation" in page.content.decode()
    client.post(
        reverse("account_signup"), {"email": "x@y.example", "password1": PASSWORD, "password2": PASSWORD}
    )
    assert not Person.objects.filter(email="x@y.example").exists()


def test_a_member_whose_term_ended_yesterday_cannot_sign_in(client: Client) -> None:
    member = a_member(to_on=TODAY() - DAY)
    a_login(member)
    answer = sign_in(client, member)
    assert answer.status_code == 403
    assert "Your term, job or post has ended" in answer.content.decode()
    assert "_auth_user_id" not in client.session


def test_a_login_of_nobody_cannot_sign_in(client: Client) -> None:
    person = a_member()
    user = a_login(person)
    user.person = None
    user.save()
    assert sign_in(client, person).status_code == 403


def test_an_open_session_ends_at_the_next_request_after_the_term(client: Client) -> None:
    member = a_member()
    client.force_login(a_login(member))
    assert client.get(reverse("account")).status_code == 200
    MemberTerm.objects.filter(person=member).update(to_on=TODAY() - DAY)
    answer = client.get(reverse("account"))
    assert answer.status_code == 403
    assert "Your term, job or post has ended" in answer.content.decode()
    assert client.get(reverse("account")).status_code == 302


def test_a_closed_login_ends_its_session(client: Client) -> None:
    user = a_login(a_member())
    client.force_login(user)
    user.is_active = False
    user.save()
    assert client.get(reverse("account")).status_code == 302


def test_signing_out_takes_a_post(client: Client) -> None:
    client.force_login(a_login(a_member()))
    client.get(reverse("account_logout"))
    assert client.get(reverse("account")).status_code == 200
    client.post(reverse("account_logout"))
    assert client.get(reverse("account")).status_code == 302


def test_ending_the_other_sessions_keeps_this_one() -> None:
    member = a_member()
    user = a_login(member)
    here, there = Client(), Client()
    sign_in(here, member), sign_in(there, member)
    assert UserSession.objects.filter(user=user).count() == 2
    page = here.get(reverse("usersessions_list"))
    assert "Another browser" in page.content.decode()
    here.post(reverse("usersessions_list"))
    assert there.get(reverse("account")).status_code == 302
    assert here.get(reverse("account")).status_code == 200


def test_a_forgotten_password_is_reset_by_letter(client: Client) -> None:
    member = a_member()
    a_login(member)
    client.post(reverse("account_reset_password"), {"email": member.email})
    client.post(reverse("account_reset_password"), {"email": "stranger@council.example"})
    assert [letter.to for letter in mail.outbox] == [[member.email]]
    link = re.search(r"http://testserver(/\S+)", mail.outbox[0].body)
    assert link, mail.outbox[0].body
    page = client.get(link.group(1), follow=True)
    assert "Choose a new password" in page.content.decode()
    new = "otter-and-willow-77"
    client.post(page.request["PATH_INFO"], {"password1": new, "password2": new})
    assert sign_in(Client(), member, new).status_code == 302
    assert sign_in(Client(), member).status_code == 200


def test_a_dead_mail_server_tells_nobody_which_addresses_have_a_login(client: Client, settings) -> None:
    member = a_member()
    a_login(member)
    with socket.socket() as nobody_listens:
        nobody_listens.bind(("127.0.0.1", 0))
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_PORT = nobody_listens.getsockname()[1]
        answers = [
            client.post(reverse("account_reset_password"), {"email": email})
            for email in (member.email, "stranger@council.example")
        ]
    assert [(answer.status_code, answer.url) for answer in answers] == [
        (302, reverse("account_reset_password_done"))
    ] * 2


def test_a_page_asks_the_database_no_more_for_somebody_with_a_long_history(client: Client) -> None:
    member, veteran = a_member(), a_member()
    for year in range(2000, 2018):
        a_holding(
            Post.LEADER,
            person=veteran,
            from_on=datetime.date(year, 5, 1),
            to_on=datetime.date(year + 1, 4, 30),
        )
    counts = []
    for person in (member, veteran):
        browser = Client()
        browser.force_login(a_login(person))
        browser.get(reverse("account"))
        with CaptureQueriesContext(connection) as asked:
            browser.get(reverse("account"))
        counts.append(len(asked))
    assert counts[0] == counts[1]


@pytest.mark.parametrize(
    "name",
    [
        "account_login",
        "account_reset_password",
        "account_reset_password_done",
        "account_reset_password_from_key_done",
        "account_inactive",
        "account_signup",
    ],
)
def test_the_pages_before_sign_in_are_the_portals(client: Client, name: str) -> None:
    page = client.get(reverse(name)).content.decode()
    assert page.count("<h1") == 1
    assert "govuk-template" in page


@pytest.mark.parametrize(
    "name",
    [
        "account",
        "account_email",
        "account_change_password",
        "account_logout",
        "mfa_index",
        "mfa_list_webauthn",
        "mfa_add_webauthn",
        "mfa_activate_totp",
        "usersessions_list",
        "socialaccount_connections",
        "account_reauthenticate",
    ],
)
def test_the_pages_of_the_account_are_the_portals(client: Client, name: str) -> None:
    member = a_member()
    a_login(member)
    sign_in(client, member)
    page = client.get(reverse(name), follow=True)
    assert page.status_code == 200
    text = page.content.decode()
    assert text.count("<h1") == 1
    assert "govuk-template" in text
    assert "style=" not in text
