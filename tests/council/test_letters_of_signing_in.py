"""Letters of signing in: democratic services ask for them, and a dead mail server loses none."""

import datetime
import re
import socket
from collections.abc import Iterator

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from casework.models import CaseEvent
from council.actions import invite, send_password_letter
from council.models import Invitation, Person, SignInLetter, User
from council.queries import LoginState, with_login_state
from council.tasks import send_sign_in_letters
from rulebook.decision import Refused
from rulebook.post import Post
from tests.factories.browsers import signed_in
from tests.factories.council import PASSWORD, a_holder_of, a_login, a_member, an_officer

pytestmark = pytest.mark.django_db
NEW_PASSWORD = "otter-and-willow-77"


@pytest.fixture
def dead_mail_server(settings) -> Iterator[None]:
    """Nobody listens; afterwards somebody does again."""
    working = settings.EMAIL_BACKEND
    with socket.socket() as nobody_listens:
        nobody_listens.bind(("127.0.0.1", 0))
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_PORT = nobody_listens.getsockname()[1]
        yield
    settings.EMAIL_BACKEND = working


def works_again(settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    SignInLetter.objects.update(next_attempt_at=timezone.now())


def chosen_by_link(letter: mail.EmailMessage) -> None:
    """The link of the letter, followed to a new password."""
    link = re.search(r"https?://[^/\s]+(/\S+)", letter.body)
    assert link
    client = Client()
    page = client.get(link.group(1), follow=True)
    assert page.status_code == 200
    done = client.post(page.request["PATH_INFO"], {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD})
    assert done.status_code == 302


def test_a_keeper_sends_the_letter_for_a_new_password_from_the_register() -> None:
    member = a_member()
    login = a_login(member)
    client = signed_in(a_holder_of(Post.DEMOCRATIC_SERVICES))
    page = client.post(
        reverse("admin:council_person_changelist"),
        {"action": "send_password_letters", "_selected_action": [member.pk]},
        follow=True,
    ).content.decode()
    assert f"A letter is on its way to {login.email}." in page
    assert send_sign_in_letters() == 1
    (letter,) = mail.outbox
    assert letter.to == [login.email]
    chosen_by_link(letter)
    login.refresh_from_db()
    assert login.check_password(NEW_PASSWORD)


def test_the_security_stream_hears_of_letters_and_invitations() -> None:
    keeper, member, officer = a_holder_of(Post.DEMOCRATIC_SERVICES), a_member(), an_officer()
    send_password_letter(user=a_login(member), by=keeper, at=timezone.now())
    invite(person=officer, email=officer.email, by=keeper, at=timezone.now())
    heard = CaseEvent.objects.filter(stream__name="security").order_by("place")
    assert [(event.kind, event.by, event.facts) for event in heard] == [
        ("security.password-letter-asked", keeper, {"person": member.pk}),
        ("security.invited", keeper, {"person": officer.pk}),
    ]


def test_who_may_have_the_letter_sent_and_to_whom() -> None:
    keeper = a_holder_of(Post.DEMOCRATIC_SERVICES)
    closed, gone = a_login(a_member()), a_login(a_member(to_on=timezone.localdate() - datetime.timedelta(1)))
    User.objects.filter(pk=closed.pk).update(is_active=False)
    closed.refresh_from_db()
    for user, by, words in (
        (a_login(a_member()), a_member(), "Only democratic services"),
        (closed, keeper, "is closed"),
        (gone, keeper, "nothing to sign in to"),
    ):
        with pytest.raises(Refused) as refusal:
            send_password_letter(user=user, by=by, at=timezone.now())
        assert words in refusal.value.decision.sentence
    assert not SignInLetter.objects.exists()


def test_a_forgotten_password_waits_for_the_mail_server(settings, dead_mail_server: None) -> None:
    login = a_login(a_member())
    answer = Client().post(reverse("account_reset_password"), {"email": login.email})
    assert answer.status_code == 302
    (waiting,) = SignInLetter.objects.all()
    assert (waiting.user, waiting.subject, waiting.body) == (login, "", ""), "no table holds the secret"
    assert send_sign_in_letters() == 0
    works_again(settings)
    assert [send_sign_in_letters(), send_sign_in_letters()] == [1, 0]
    chosen_by_link(mail.outbox[0])
    login.refresh_from_db()
    assert login.check_password(NEW_PASSWORD)


def test_an_address_without_a_login_leaves_nothing_behind(dead_mail_server: None) -> None:
    answer = Client().post(reverse("account_reset_password"), {"email": "stranger@elsewhere.example"})
    assert answer.status_code == 302
    assert not SignInLetter.objects.exists()


def test_news_of_the_login_wait_too_and_their_words_go_when_they_have_left(
    settings, dead_mail_server: None
) -> None:
    login, client = a_login(a_member()), Client()
    client.post(reverse("account_login"), {"login": login.email, "password": PASSWORD})
    client.post(
        reverse("account_change_password"),
        {"oldpassword": PASSWORD, "password1": NEW_PASSWORD, "password2": NEW_PASSWORD},
    )
    (waiting,) = SignInLetter.objects.all()
    assert "password" in waiting.body.casefold()
    assert NEW_PASSWORD not in waiting.body
    works_again(settings)
    assert send_sign_in_letters() == 1
    waiting.refresh_from_db()
    assert (waiting.subject, waiting.body) == ("", "")
    assert mail.outbox[0].to == [login.email]


def test_a_letter_is_tried_later_each_time_and_not_after_a_day(settings, dead_mail_server: None) -> None:
    keeper = a_holder_of(Post.DEMOCRATIC_SERVICES)
    letter = send_password_letter(user=a_login(a_member()), by=keeper, at=timezone.now())
    assert send_sign_in_letters() == 0
    first = SignInLetter.objects.get().next_attempt_at
    SignInLetter.objects.update(next_attempt_at=timezone.now())
    assert send_sign_in_letters() == 0
    letter.refresh_from_db()
    assert letter.attempts == 2
    assert letter.next_attempt_at > first
    works_again(settings)
    SignInLetter.objects.update(expires_at=timezone.now())
    assert send_sign_in_letters() == 0


def test_a_login_that_was_closed_meanwhile_gets_no_letter() -> None:
    keeper, login = a_holder_of(Post.DEMOCRATIC_SERVICES), a_login(a_member())
    send_password_letter(user=login, by=keeper, at=timezone.now())
    User.objects.filter(pk=login.pk).update(is_active=False)
    assert send_sign_in_letters() == 0


# The list of people says who has no login, and what became of the invitation.


def state_of(person: Person) -> str:
    return with_login_state(Person.objects.filter(pk=person.pk), at=timezone.now()).get().login_state


def test_the_list_of_people_says_what_became_of_each_login() -> None:
    keeper = a_holder_of(Post.DEMOCRATIC_SERVICES)
    people = {state: a_member() for state in LoginState}
    a_login(people[LoginState.LOGIN])
    User.objects.filter(pk=a_login(people[LoginState.CLOSED]).pk).update(is_active=False)
    for state in (LoginState.INVITED, LoginState.EXPIRED, LoginState.FAILED):
        invite(person=people[state], email=people[state].email, by=keeper, at=timezone.now())
    Invitation.objects.filter(person=people[LoginState.EXPIRED]).update(expires_at=timezone.now())
    Invitation.objects.filter(person=people[LoginState.FAILED]).update(attempts=2)
    assert {state: state_of(person) for state, person in people.items()} == {
        state: state.value for state in LoginState
    }
    client = signed_in(keeper)
    for state, person in people.items():
        listed = client.get(reverse("admin:council_person_changelist"), {"login": state.value})
        found = {one.pk for one in listed.context["cl"].queryset}
        assert person.pk in found
        assert not found & {other.pk for key, other in people.items() if key != state}


def test_every_member_without_a_login_is_invited_at_once_and_again() -> None:
    client = signed_in(a_holder_of(Post.DEMOCRATIC_SERVICES))
    members = [a_member() for _ in range(60)]
    an_officer()
    address = f"{reverse('admin:council_person_changelist')}?today=member&login=none"
    sent = {
        "action": "invite_people",
        "_selected_action": [members[0].pk],
        "select_across": "1",
        "index": "0",
    }
    client.post(address, sent)
    assert Invitation.objects.filter(withdrawn_at=None).count() == 60
    Invitation.objects.update(expires_at=timezone.now())
    client.post(address.replace("none", "expired"), sent)
    assert Invitation.objects.filter(withdrawn_at=None, expires_at__gt=timezone.now()).count() == 60


def test_somebody_without_a_login_is_invited_instead_of_sent_a_letter() -> None:
    member = a_member()
    client = signed_in(a_holder_of(Post.DEMOCRATIC_SERVICES))
    page = client.post(
        reverse("admin:council_person_changelist"),
        {"action": "send_password_letters", "_selected_action": [member.pk]},
        follow=True,
    ).content.decode()
    assert "has no login yet. Send an invitation." in page


def test_the_persons_own_page_offers_each_way_in_with_a_sentence() -> None:
    member = a_member()
    client = signed_in(a_holder_of(Post.DEMOCRATIC_SERVICES))
    page = client.get(reverse("admin:council_person_change", args=[member.pk])).content.decode()
    for words in ("Send an invitation", "Send a letter for a new password", "Remove a lost second factor"):
        assert words in page
    assert page.count('name="_selected_action"') == 3
