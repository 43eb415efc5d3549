"""Absences entered, confirmed, ended: tables with the nearly allowed person, loops, and the letter before."""

import datetime
from collections.abc import Callable

import pytest
from django.core import mail
from django.utils import timezone

from council.actions import confirm_absence, end_absence, enter_absence, withdraw_absence
from council.models import Absence, HolderLetter, Person
from council.policies import may_confirm_absence, may_enter_absence
from council.queries import who_held
from council.tasks import send_letters_to_holders
from rulebook.decision import Refused
from rulebook.post import Post
from tests.factories.council import (
    a_group,
    a_holder_of,
    a_member,
    a_political_assistant,
    an_absence,
    an_officer,
)

pytestmark = pytest.mark.django_db
NOW = timezone.now()
TODAY = timezone.localdate(NOW)
YESTERDAY, TOMORROW = TODAY - datetime.timedelta(days=1), TODAY + datetime.timedelta(days=1)


def away(
    person: Person, substitute: Person | None = None, *, post: str = "", from_on: datetime.date = TODAY
) -> Absence:
    """A row as it was typed, not saved."""
    return Absence(
        person=person,
        substitute=substitute,
        post=post,
        from_on=from_on,
        to_on=TODAY + datetime.timedelta(days=7),
    )


def keeper() -> Person:
    return a_holder_of(Post.DEMOCRATIC_SERVICES)


def test_people_enter_their_own_absence_from_today_on() -> None:
    officer, colleague = an_officer(), an_officer()
    assert may_enter_absence(officer, away(officer, colleague), on=TODAY).allowed
    earlier = may_enter_absence(officer, away(officer, colleague, from_on=YESTERDAY), on=TODAY)
    assert "from today on" in earlier.sentence
    other = may_enter_absence(colleague, away(officer, colleague), on=TODAY)
    assert "Only democratic services" in other.sentence
    assert may_enter_absence(keeper(), away(officer, colleague, from_on=YESTERDAY), on=TODAY).allowed


def test_a_post_that_opens_confidential_matter_is_for_democratic_services_to_enter() -> None:
    holder, officer = a_holder_of(Post.MONITORING_OFFICER), an_officer()
    own = may_enter_absence(holder, away(holder, officer, post=Post.MONITORING_OFFICER), on=TODAY)
    assert "democratic services enter" in own.sentence
    assert may_enter_absence(keeper(), away(holder, officer, post=Post.MONITORING_OFFICER), on=TODAY).allowed


REFUSED: dict[str, tuple[Callable[[], Person], Callable[[], Person], str]] = {
    "an officer for a leader": (lambda: a_holder_of(Post.LEADER), an_officer, "no member"),
    "a member for a chief executive": (lambda: a_holder_of(Post.CHIEF_EXECUTIVE), a_member, "no officer"),
    "a member for an officer without a post": (an_officer, a_member, "no officer"),
    "a group leader for an officer without a post": (
        an_officer,
        lambda: a_member(group=a_group(), office="leader"),
        "no officer",
    ),
    "an officer for a member without a post": (a_member, an_officer, "no member"),
    "somebody who left yesterday": (an_officer, lambda: an_officer(to_on=YESTERDAY), "no officer"),
    "a political assistant": (an_officer, lambda: a_political_assistant(a_group()), "political assistant"),
    "anybody for a political assistant": (
        lambda: a_political_assistant(a_group()),
        an_officer,
        "appointed to one group",
    ),
    "the head of paid service for a monitoring officer": (
        lambda: a_holder_of(Post.MONITORING_OFFICER),
        lambda: a_holder_of(Post.HEAD_OF_PAID_SERVICE),
        "section 5(1A)",
    ),
    "a member of another group for its leader": (
        lambda: a_member(group=a_group(), office="leader"),
        lambda: a_member(group=a_group()),
        "not in the same political group",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_substitute_who_may_not_have_the_post_is_refused_at_entry(case: str) -> None:
    absent, substitute, words = REFUSED[case]
    decision = may_enter_absence(keeper(), away(absent(), substitute()), on=TODAY)
    assert not decision.allowed
    assert words in decision.sentence


def test_a_post_that_the_person_does_not_hold_is_refused() -> None:
    decision = may_enter_absence(keeper(), away(an_officer(), an_officer(), post=Post.CLERK), on=TODAY)
    assert "does not hold this post" in decision.sentence


def test_a_loop_is_refused_with_the_names_that_it_goes_through() -> None:
    first, second, third = an_officer(), an_officer(), an_officer()
    an_absence(second, third)
    an_absence(third, first)
    decision = may_enter_absence(keeper(), away(first, second), on=TODAY)
    assert f"{first.name} → {second.name} → {third.name} → {first.name}" in decision.sentence
    assert not may_enter_absence(keeper(), away(first, first), on=TODAY).allowed


def test_absences_on_other_days_or_for_other_posts_make_no_loop() -> None:
    first, second = a_holder_of(Post.CHIEF_EXECUTIVE), a_holder_of(Post.CLERK)
    an_absence(second, first, to_on=YESTERDAY)
    assert may_enter_absence(keeper(), away(first, second), on=TODAY).allowed
    an_absence(second, first, post=Post.CLERK)
    one_post = away(first, second, post=Post.CHIEF_EXECUTIVE)
    assert may_enter_absence(keeper(), one_post, on=TODAY).allowed
    assert not may_enter_absence(keeper(), away(first, second), on=TODAY).allowed


def test_the_absent_holder_is_told_before_a_second_person_can_confirm() -> None:
    holder, officer = a_holder_of(Post.MONITORING_OFFICER), an_officer()
    first, second = keeper(), keeper()
    absence = enter_absence(absence=away(holder, officer), by=first, at=NOW)
    assert who_held(Post.MONITORING_OFFICER, on=TODAY) is None
    assert "has not gone out yet" in may_confirm_absence(second, absence, on=TODAY).sentence
    assert send_letters_to_holders() == 1
    (letter,) = mail.outbox
    assert letter.to == [holder.email]
    assert officer.name in letter.body
    assert first.name in letter.body
    assert "You entered" in may_confirm_absence(first, absence, on=TODAY).sentence
    confirm_absence(absence=absence, by=second, at=NOW)
    assert who_held(Post.MONITORING_OFFICER, on=TODAY) == officer


def test_neither_the_substitute_nor_somebody_who_keeps_no_register_confirms() -> None:
    holder, second = a_holder_of(Post.MONITORING_OFFICER), keeper()
    absence = an_absence(holder, second)
    assert "You stand in" in may_confirm_absence(second, absence, on=TODAY).sentence
    assert not may_confirm_absence(an_officer(), absence, on=TODAY).allowed
    plain = an_absence(a_holder_of(Post.CLERK), an_officer(), post=Post.CLERK)
    assert "without being confirmed" in may_confirm_absence(keeper(), plain, on=TODAY).sentence


def test_another_substitute_is_confirmed_anew_and_a_sooner_end_is_not() -> None:
    holder, officer = a_holder_of(Post.PROPER_OFFICER), an_officer()
    absence = an_absence(holder, officer, confirmed=True, to_on=TODAY + datetime.timedelta(days=7))
    absence.to_on = TODAY
    assert enter_absence(absence=absence, by=keeper(), at=NOW).confirmed_at
    absence.substitute = an_officer()
    assert enter_absence(absence=absence, by=keeper(), at=NOW).confirmed_at is None


def test_back_sooner_ends_it_yesterday_and_one_to_come_is_taken_back() -> None:
    holder, officer = a_holder_of(Post.CHIEF_EXECUTIVE), an_officer()
    absence = an_absence(holder, officer, from_on=YESTERDAY)
    with pytest.raises(Refused):
        end_absence(absence=absence, by=officer, at=NOW)
    with pytest.raises(Refused, match="has begun"):
        withdraw_absence(absence=absence, by=holder, at=NOW)
    assert end_absence(absence=absence, by=holder, at=NOW).to_on == YESTERDAY
    assert who_held(Post.CHIEF_EXECUTIVE, on=TODAY) == holder
    later = an_absence(holder, officer, from_on=TOMORROW)
    with pytest.raises(Refused, match="not begun"):
        end_absence(absence=later, by=holder, at=NOW)
    withdraw_absence(absence=later, by=holder, at=NOW)
    assert not Absence.objects.filter(pk=later.pk).exists()


def test_back_on_the_very_day_nobody_stands_in_any_more() -> None:
    holder = a_holder_of(Post.CHIEF_EXECUTIVE)
    absence = an_absence(holder, an_officer(), from_on=TODAY)
    end_absence(absence=absence, by=holder, at=NOW)
    assert who_held(Post.CHIEF_EXECUTIVE, on=TODAY) == holder


def test_an_absence_that_opens_nothing_confidential_writes_no_letter() -> None:
    officer = an_officer()
    enter_absence(absence=away(officer, an_officer()), by=officer, at=NOW)
    assert not HolderLetter.objects.exists()


def test_a_holder_without_an_address_has_to_get_one_first() -> None:
    holder = a_holder_of(Post.MONITORING_OFFICER)
    Person.objects.filter(pk=holder.pk).update(email="")
    absence = Absence.objects.get(pk=an_absence(holder, an_officer()).pk)
    assert "no email address" in may_confirm_absence(keeper(), absence, on=TODAY).sentence
