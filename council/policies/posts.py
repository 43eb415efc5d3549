"""May this post be entered, and confirmed? Never two holders, nor what the law keeps apart."""

import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from council.models import Person, PostHolding
from council.policies.keeping import may_keep_registers
from council.queries import own_facts, people_to_tell, unsent_letters
from council.rules import CONFIRMED_BY_A_SECOND, CONFIRMED_POSTS
from council.rules.posts import (
    BARRED_TO_MONITORING_OFFICER,
    FOLLOWING_POSTS,
    MEMBERS_POSTS,
    SINGLE_POSTS,
)
from council.rules.registers import (
    FOLLOWS_ANOTHER,
    HELD_IN_OFFICE,
    HOLDER_IS_TOLD,
    INCOMPATIBLE,
    NEVER_TWO_HOLDERS,
)
from rulebook.decision import Decision, allowed, refused
from rulebook.post import Post


def may_enter_post(person: Person, holding: PostHolding, *, on: datetime.date) -> Decision:
    """A keeper of the registers, for a post that the register of posts keeps and that nobody else holds then.

    The monitoring officer is neither head of paid service nor section 151 officer (1989 Act, section 5(1A)).
    """
    keeps = may_keep_registers(person, on=on)
    if not keeps.allowed:
        return keeps
    follows = FOLLOWING_POSTS.get(Post(holding.post))
    if follows is not None:
        return refused(
            FOLLOWS_ANOTHER,
            _("Who holds this post follows from another register: %(register)s. Enter it there.")
            % {"register": _(follows.label)},
        )
    kept_apart = _kept_apart(holding.post)
    if kept_apart and _beside(holding).filter(person=holding.person, post__in=kept_apart).exists():
        return refused(
            INCOMPATIBLE,
            _("The monitoring officer can be neither the head of paid service nor the section 151 officer."),
        )
    if holding.post in SINGLE_POSTS:
        other = _beside(holding).filter(post=holding.post, directorate=holding.directorate_id)
        found = other.filter(is_acting=holding.is_acting).select_related("person").first()
        if found is not None:
            return refused(
                NEVER_TWO_HOLDERS,
                _("%(name)s holds this post on some of these days. End that row first.")
                % {"name": found.person.name},
            )
    return allowed(HELD_IN_OFFICE)


def _kept_apart(post: str) -> list[str]:
    if post == Post.MONITORING_OFFICER:
        return [barred.value for barred in BARRED_TO_MONITORING_OFFICER]
    return [Post.MONITORING_OFFICER.value] if post in BARRED_TO_MONITORING_OFFICER else []


def _beside(holding: PostHolding) -> QuerySet[PostHolding]:
    """The other rows that hold on one of its days."""
    rows: QuerySet[PostHolding] = PostHolding.objects.exclude(pk=holding.pk)
    rows = rows.exclude(to_on__lt=holding.from_on)
    return rows.filter(from_on__lte=holding.to_on) if holding.to_on else rows


def is_held_in_office(holding: PostHolding, *, on: datetime.date) -> Decision:
    """Does the row count on the day, as far as its holder is in office? The register keeps it either way."""
    facts = own_facts(holding.person, on=on)
    if holding.post in MEMBERS_POSTS and not facts.is_member:
        words = _("%(name)s is no member on %(day)s. The post counts only on days when they are.")
    elif holding.post not in MEMBERS_POSTS and not (facts.is_officer or holding.from_outside):
        words = _(
            "%(name)s is no officer on %(day)s. The post counts only on days when they are, or if they hold "
            "it from outside."
        )
    else:
        return allowed(HELD_IN_OFFICE)
    return refused(HELD_IN_OFFICE, words % {"name": holding.person.name, "day": f"{on:%-d/%-m/%Y}"})


def may_confirm_post(person: Person, holding: PostHolding, *, on: datetime.date) -> Decision:
    """A keeper of the registers, neither the holder nor who entered it, once the holder before was told."""
    keeps = may_keep_registers(person, on=on)
    if not keeps.allowed:
        return keeps
    if holding.post not in CONFIRMED_POSTS:
        return refused(CONFIRMED_BY_A_SECOND, _("This post takes effect without being confirmed."))
    if holding.confirmed_at is not None:
        return refused(CONFIRMED_BY_A_SECOND, _("This post is confirmed already."))
    if holding.person_id == person.pk:
        return refused(CONFIRMED_BY_A_SECOND, _("You hold this post. Somebody else has to confirm it."))
    if holding.entered_by_id == person.pk:
        return refused(CONFIRMED_BY_A_SECOND, _("You entered this post. Somebody else has to confirm it."))
    return holder_was_told(holding, on=on)


def holder_was_told(row: PostHolding, *, on: datetime.date) -> Decision:
    """Has the letter gone out to everybody who loses the post? Nobody to tell is told."""
    return letters_went_out(people_to_tell(row, on=on), set(unsent_letters(row, on=on)))


def letters_went_out(told: list[Person], waiting: set[int]) -> Decision:
    """The sentence where one of those who are to be told has no address, or their letter waits."""
    for one in told:
        if not one.email:
            return refused(
                HOLDER_IS_TOLD,
                _("%(name)s has to be told first, and has no email address in the register. Enter one.")
                % {"name": one.name},
            )
    for one in told:
        if one.pk in waiting:
            return refused(
                HOLDER_IS_TOLD,
                _("The letter that tells %(name)s has not gone out yet. Try again in a few minutes.")
                % {"name": one.name},
            )
    return allowed(CONFIRMED_BY_A_SECOND)
