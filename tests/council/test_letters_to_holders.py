"""Whoever loses a post that opens confidential matter is told first; a dead mail server loses nothing."""

import datetime
import socket

import pytest
from django.core import mail
from django.utils import timezone

from council.actions import confirm_post, enter_post, write_letters
from council.models import HolderLetter, Person, PostHolding
from council.policies import may_confirm_post, may_enter_post
from council.queries import who_held
from council.tasks import send_letters_to_holders
from rulebook.decision import Refused
from rulebook.post import Post
from tests.factories.council import a_directorate, a_holder_of, a_holding, a_member, an_officer

pytestmark = pytest.mark.django_db
NOW = timezone.now()
TODAY = timezone.localdate(NOW)
TOMORROW = TODAY + datetime.timedelta(days=1)


def a_keeper() -> Person:
    return a_holder_of(Post.DEMOCRATIC_SERVICES)


def handed_over(*, by: Person) -> tuple[Person, PostHolding]:
    """The monitoring officer until today, and the row of whoever follows tomorrow."""
    before = a_holder_of(Post.MONITORING_OFFICER, to_on=TODAY)
    holding = PostHolding(post=Post.MONITORING_OFFICER, person=an_officer(), from_on=TOMORROW)
    return before, enter_post(holding=holding, by=by, at=NOW)


def test_a_post_is_confirmed_once_the_letter_went_out() -> None:
    first, second = a_keeper(), a_keeper()
    before, holding = handed_over(by=first)
    assert "has not gone out yet" in may_confirm_post(second, holding, on=TODAY).sentence
    with pytest.raises(Refused):
        confirm_post(holding=holding, by=second, at=NOW)
    assert send_letters_to_holders() == 1
    (letter,) = mail.outbox
    assert letter.to == [before.email]
    for word in (holding.person.name, first.name, "Monitoring Officer", "tell democratic services"):
        assert word in letter.body
    confirm_post(holding=holding, by=second, at=NOW)
    assert who_held(Post.MONITORING_OFFICER, on=TOMORROW) == holding.person


def test_where_nobody_held_the_post_there_is_nobody_to_tell() -> None:
    holding = PostHolding(post=Post.SECTION_151_OFFICER, person=an_officer(), from_on=TODAY)
    enter_post(holding=holding, by=a_keeper(), at=NOW)
    assert not HolderLetter.objects.exists()
    assert may_confirm_post(a_keeper(), holding, on=TODAY).allowed


def test_a_holder_of_months_ago_and_one_of_another_post_hear_nothing() -> None:
    a_holder_of(Post.MONITORING_OFFICER, to_on=TODAY - datetime.timedelta(days=60))
    a_holder_of(Post.PROPER_OFFICER)
    holding = PostHolding(post=Post.MONITORING_OFFICER, person=an_officer(), from_on=TOMORROW)
    enter_post(holding=holding, by=a_keeper(), at=NOW)
    assert not HolderLetter.objects.exists()


def test_whoever_acts_in_the_post_is_told_too() -> None:
    acting = a_holder_of(Post.MONITORING_OFFICER, is_acting=True)
    holding = PostHolding(post=Post.MONITORING_OFFICER, person=an_officer(), from_on=TODAY)
    enter_post(holding=holding, by=a_keeper(), at=NOW)
    assert HolderLetter.objects.get().person == acting


def test_a_change_withdraws_the_letter_and_writes_another_and_asking_twice_writes_none() -> None:
    keeper = a_keeper()
    before, holding = handed_over(by=keeper)
    assert write_letters(row=holding, by=keeper, at=NOW) == []
    holding.person = an_officer()
    enter_post(holding=holding, by=keeper, at=NOW)
    assert HolderLetter.objects.filter(person=before).count() == 2
    assert HolderLetter.objects.filter(withdrawn_at=None).count() == 1
    assert [send_letters_to_holders(), send_letters_to_holders()] == [1, 0]
    assert holding.person.name in mail.outbox[0].body


def test_a_holder_who_came_between_is_told_before_it_is_confirmed() -> None:
    _before, holding = handed_over(by=a_keeper())
    send_letters_to_holders()
    between = a_holder_of(Post.MONITORING_OFFICER, is_acting=True)
    PostHolding.objects.filter(post=Post.MONITORING_OFFICER, is_acting=False, to_on=TODAY).update(
        to_on=TODAY - datetime.timedelta(days=1)
    )
    second = a_keeper()
    assert between.name in may_confirm_post(second, holding, on=TODAY).sentence
    write_letters(row=holding, by=second, at=NOW)
    send_letters_to_holders()
    assert may_confirm_post(second, holding, on=TODAY).allowed


def test_a_dead_mail_server_loses_nothing_and_the_same_letter_goes_later(settings) -> None:
    handed_over(by=a_keeper())
    with socket.socket() as nobody_listens:
        nobody_listens.bind(("127.0.0.1", 0))
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_PORT = nobody_listens.getsockname()[1]
        assert send_letters_to_holders() == 0
    letter = HolderLetter.objects.get()
    assert (letter.sent_at, letter.attempts) == (None, 1)
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert send_letters_to_holders() == 0, "not before its next attempt"
    for _again in range(2):
        HolderLetter.objects.update(next_attempt_at=timezone.now(), sent_at=None)
        assert send_letters_to_holders() == 1
    first, second = mail.outbox
    assert first.extra_headers["Message-ID"] == second.extra_headers["Message-ID"]
    assert first.body == second.body


FOLLOWING = {
    Post.GROUP_LEADER: "group memberships",
    Post.CHAIR: "seats",
    Post.HEAD_OF_SERVICE: "officers’ appointments",
    Post.POLITICAL_ASSISTANT: "political assistants",
}


@pytest.mark.parametrize("post", FOLLOWING)
def test_a_post_that_follows_from_another_register_is_refused_with_its_name(post: Post) -> None:
    holding = PostHolding(post=post, person=an_officer(), from_on=TODAY)
    assert FOLLOWING[post] in may_enter_post(a_keeper(), holding, on=TODAY).sentence


def test_two_holders_and_posts_that_the_law_keeps_apart_are_refused_in_words() -> None:
    keeper, holder = a_keeper(), a_holder_of(Post.MONITORING_OFFICER)
    another = PostHolding(post=Post.MONITORING_OFFICER, person=an_officer(), from_on=TODAY)
    assert f"{holder.name} holds this post" in may_enter_post(keeper, another, on=TODAY).sentence
    apart = PostHolding(post=Post.SECTION_151_OFFICER, person=holder, from_on=TODAY)
    decision = may_enter_post(keeper, apart, on=TODAY)
    assert "can be neither" in decision.sentence
    assert [cite.id for cite in decision.citations] == ["LGHA 1989 s5(1A)"]
    acting = PostHolding(post=Post.MONITORING_OFFICER, person=an_officer(), is_acting=True, from_on=TODAY)
    assert may_enter_post(keeper, acting, on=TODAY).allowed
    housing = a_directorate()
    a_holding(Post.DIRECTOR, directorate=housing)
    other = PostHolding(post=Post.DIRECTOR, person=an_officer(), directorate=a_directorate(), from_on=TODAY)
    assert may_enter_post(keeper, other, on=TODAY).allowed
    several = PostHolding(post=Post.DEMOCRATIC_SERVICES, person=an_officer(), from_on=TODAY)
    assert may_enter_post(keeper, several, on=TODAY).allowed
    assert not may_enter_post(a_member(), several, on=TODAY).allowed
