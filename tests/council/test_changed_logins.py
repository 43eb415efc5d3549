"""Whoever has a login hears, at the address before, that somebody changed it, and whom to ring."""

import socket
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from council.actions import change_login, merge_people, send_password_letter
from council.models import CouncilProfile, Person, SignInLetter, User
from council.queries.merge_plan import plan_merge
from council.tasks import send_sign_in_letters
from rulebook.decision import Refused
from rulebook.post import Post
from tests.factories.browsers import signed_in
from tests.factories.council import a_holder_of, a_holding, a_login, a_member, a_person, an_officer

pytestmark = pytest.mark.django_db
NEW = "other@elsewhere.example"


def changed(login: User, by: Person, **what: Any) -> mail.EmailMessage | None:
    """The letter that leaves because of it."""
    mail.outbox.clear()
    given = {"email": login.email, "is_active": login.is_active, **what}
    change_login(user=login, by=by, at=timezone.now(), **given)
    send_sign_in_letters()
    return mail.outbox[-1] if mail.outbox else None


def test_each_change_has_one_letter_to_the_address_before_and_no_change_has_none() -> None:
    keeper, member = a_holder_of(Post.DEMOCRATIC_SERVICES), a_member()
    login = a_login(member)
    old = login.email
    for what, to, words in (
        ({}, None, ()),
        ({"email": old.upper()}, None, ()),
        ({"email": NEW}, old, ("is another one",)),
        ({"is_active": False}, NEW, ("is closed",)),
        ({"is_active": False}, None, ()),
        ({"email": old, "is_active": True}, NEW, ("is another one", "is open again")),
    ):
        letter = changed(login, keeper, **what)
        login.refresh_from_db()
        assert (letter.to if letter else None) == ([to] if to else None), what
        body = letter.body if letter else ""
        for part in (*words, *((f"Dear {member.short_name}", keeper.name) if words else ())):
            assert part in body
        assert NEW not in body
        assert old not in body


def test_the_letter_says_whom_to_ring_and_not_whoever_did_it() -> None:
    CouncilProfile.objects.update_or_create(pk=1, defaults={"phone": "01234 567890"})
    keeper = a_holder_of(Post.DEMOCRATIC_SERVICES)
    officer = a_holding(Post.MONITORING_OFFICER, person=an_officer(name="Ruth Adeyemi")).person
    deputy = an_officer(name="Owen Marsh", telephone="01234 111111")
    a_holding(Post.DEPUTY_MONITORING_OFFICER, person=deputy)
    for person, rings, not_them in (
        (a_member(), ("Ruth Adeyemi\n", "Owen Marsh, 01234 111111"), ()),
        (officer, ("Owen Marsh, 01234 111111",), ("Ruth Adeyemi\n",)),
    ):
        letter = changed(a_login(person), keeper, email=f"{person.pk}@elsewhere.example")
        assert letter is not None
        for words in (*rings, "Democratic services, 01234 567890"):
            assert words in letter.body
        for words in not_them:
            assert words not in letter.body


def test_the_old_address_is_kept_until_the_letter_left_and_no_longer(settings: Any) -> None:
    keeper, login = a_holder_of(Post.DEMOCRATIC_SERVICES), a_login(a_member())
    old, working = login.email, settings.EMAIL_BACKEND
    with socket.socket() as nobody_listens:
        nobody_listens.bind(("127.0.0.1", 0))
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_PORT = nobody_listens.getsockname()[1]
        assert changed(login, keeper, email=NEW, is_active=False) is None
    settings.EMAIL_BACKEND = working
    waiting = SignInLetter.objects.get()
    assert waiting.address == old
    SignInLetter.objects.update(next_attempt_at=timezone.now())
    assert send_sign_in_letters() == 1
    assert mail.outbox[0].to == [old]
    waiting.refresh_from_db()
    assert (waiting.subject, waiting.body, waiting.address) == ("", "", "")


def test_a_letter_for_a_new_password_goes_to_the_new_address_and_the_news_to_the_old_one() -> None:
    keeper, login = a_holder_of(Post.DEMOCRATIC_SERVICES), a_login(a_holder_of(Post.MONITORING_OFFICER))
    old = login.email
    login = change_login(user=login, email=NEW, is_active=True, by=keeper, at=timezone.now())
    send_password_letter(user=login, by=keeper, at=timezone.now())
    assert send_sign_in_letters() == 2
    assert sorted(letter.to for letter in mail.outbox) == sorted([[NEW], [old]])


def test_a_merge_that_closes_or_moves_a_login_tells_whoever_has_it() -> None:
    for has_login, words in ((True, "of the other one, is closed"), (False, "belongs to the entry that was")):
        mail.outbox.clear()
        kept, merged, keeper = a_person(), a_member(), a_holder_of(Post.DEMOCRATIC_SERVICES)
        login = a_login(merged)
        if has_login:
            a_login(kept)
        state = plan_merge(kept, merged, on=timezone.localdate()).state
        merge_people(kept=kept, merged=merged, by=keeper, at=timezone.now(), seen_state=state)
        assert send_sign_in_letters() == 1
        (letter,) = mail.outbox
        assert letter.to == [login.email]
        assert words in letter.body


def test_whoever_keeps_no_register_changes_nothing_and_tells_nobody() -> None:
    login = a_login(a_member())
    with pytest.raises(Refused):
        change_login(user=login, email=NEW, is_active=True, by=an_officer(), at=timezone.now())
    assert not SignInLetter.objects.exists()


def test_the_register_of_logins_tells_and_the_desk_finds_it_by_the_persons_name() -> None:
    watcher = a_holding(Post.MONITORING_OFFICER, person=an_officer(name="Ruth Adeyemi")).person
    keeper, dana = a_holder_of(Post.DEMOCRATIC_SERVICES), an_officer(name="Dana Whitfield")
    login = a_login(dana)
    signed_in(keeper).post(reverse("admin:council_user_change", args=[login.pk]), {"email": NEW})
    assert User.objects.get(pk=login.pk).email == NEW
    assert SignInLetter.objects.get().address == login.email
    browser: Client = signed_in(watcher)
    for search in ("dana whit", keeper.last_name):
        shown = browser.get("/audit/", {"what": "rights", "q": search}).content.decode()
        for words in ("Login changed", "About Dana Whitfield", "Sign-in address changed", "Login closed"):
            assert words in shown, search
        assert keeper.name in shown
        assert NEW not in shown
        assert login.email not in shown
    assert "Sign-in address changed" in browser.get("/audit/looked.csv", {"what": "rights"}).content.decode()
