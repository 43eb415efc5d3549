"""May they sign in, keep the registers, confirm a post, be invited? Each with a sentence."""

import datetime

from django.utils.translation import gettext as _

from council.models import Invitation, Person, User
from council.policies.absences import (
    may_confirm_absence,
    may_end_absence,
    may_enter_absence,
    may_withdraw_absence,
)
from council.policies.appointments import may_appoint_assistant, may_manage
from council.policies.keeping import may_keep_registers, may_keep_registers_as
from council.policies.posts import is_held_in_office, may_confirm_post, may_enter_post
from council.queries import Standing, appointment_of, has_second_factor, holders_of, standing_of
from council.queries.merge_plan import MergePlan
from council.rules import (
    IN_POST,
    INVITATION_HOLDS,
    KEEPS_A_FACTOR,
    KEEPS_REGISTERS,
    ONE_ENTRY,
    ONE_LOGIN,
    SECOND_FACTOR_POSTS,
    Grade,
)
from rulebook.decision import Decision, allowed, refused
from rulebook.duty import Duty
from rulebook.post import Post
from rulebook.protocol import Protocol
from rulebook.rule import Rule

__all__ = [
    "is_held_in_office",
    "kept_apart",
    "may_accept",
    "may_appoint_assistant",
    "may_be_addressed",
    "may_confirm_absence",
    "may_confirm_post",
    "may_end_absence",
    "may_enter_absence",
    "may_enter_post",
    "may_invite",
    "may_keep_registers",
    "may_keep_registers_as",
    "may_manage",
    "may_remove_second_factors",
    "may_sign_in",
    "may_sign_in_as",
    "may_withdraw_absence",
    "must_set_up_second_factor",
]


def may_sign_in(person: Person | None, *, on: datetime.date) -> Decision:
    """Whoever holds a term, a job, a post, or a member's trust as assistant on the day."""
    if person is None:
        return refused(
            IN_POST,
            _(
                "This login belongs to nobody in the council's registers. "
                "Democratic services can put that right."
            ),
        )
    return may_sign_in_as(standing_of(person, on=on))


def may_sign_in_as(standing: Standing) -> Decision:
    """The same, where the page knows already what the person is on the day."""
    if not standing.in_post:
        return refused(
            IN_POST,
            _(
                "Your term, job or post has ended, so you cannot sign in. "
                "If that is wrong, tell democratic services."
            ),
        )
    return allowed(IN_POST)


def may_invite(person: Person, invited: Person, email: str, *, on: datetime.date) -> Decision:
    """A keeper of the registers invites somebody in post who has no login yet."""
    keeps = may_keep_registers(person, on=on)
    if not keeps.allowed:
        return keeps
    if not email:
        return refused(
            ONE_LOGIN, _("%(name)s has no email address in the register.") % {"name": invited.name}
        )
    if User.objects.filter(person=invited).exists():
        return refused(
            ONE_LOGIN,
            _("%(name)s has a login already, and can set a new password from the sign-in page.")
            % {"name": invited.name},
        )
    if User.objects.filter(email__iexact=email).exists():
        return refused(ONE_LOGIN, _("Another login uses %(email)s.") % {"email": email})
    if not may_sign_in(invited, on=on).allowed:
        return refused(
            IN_POST,
            _("%(name)s holds no term, job or post today, so there is nothing to sign in to.")
            % {"name": invited.name},
        )
    return allowed(ONE_LOGIN)


def may_become_first_keeper(*, on: datetime.date) -> Decision:
    """From the command line, until somebody who has a login keeps the registers."""
    keepers = holders_of(Post.DEMOCRATIC_SERVICES, on=on)
    if User.objects.filter(person__in=keepers, is_active=True).exists():
        return refused(
            KEEPS_REGISTERS, _("Somebody keeps the registers already. They invite everybody else.")
        )
    return allowed(KEEPS_REGISTERS)


def may_accept(invitation: Invitation | None, *, at: datetime.datetime) -> Decision:
    """Whoever has the link, once, before it expires; a forged link and a withdrawn one say the same."""
    if invitation is None or invitation.withdrawn_at is not None:
        return refused(
            INVITATION_HOLDS,
            _("This link does not work. Use the link of the newest letter, or ask for a new invitation."),
        )
    if invitation.accepted_at is not None:
        return refused(
            INVITATION_HOLDS, _("This link has been used. Sign in with the password that you chose.")
        )
    if at >= invitation.expires_at:
        return refused(INVITATION_HOLDS, _("This link has expired. Ask for a new invitation."))
    if User.objects.filter(person_id=invitation.person_id).exists():
        return refused(INVITATION_HOLDS, _("You have a login already. Sign in with it."))
    return allowed(INVITATION_HOLDS)


def may_remove_second_factors(person: Person, user: User, *, on: datetime.date) -> Decision:
    """A keeper of the registers, for somebody who lost theirs; never one's own."""
    keeps = may_keep_registers(person, on=on)
    if keeps.allowed and user.person_id == person.pk:
        return refused(KEEPS_A_FACTOR, _("Somebody else has to remove your own second factor."))
    return keeps


def may_merge(
    person: Person, kept: Person, merged: Person, plan: MergePlan, *, on: datetime.date
) -> Decision:
    """A keeper of the registers merges two entries of one person, who is somebody else; nothing holds twice.

    Nobody merges their own entry: whoever does would take over, alone, whatever the other entry may see.
    """
    keeps = may_keep_registers(person, on=on)
    if not keeps.allowed:
        return keeps
    if kept.pk == merged.pk:
        return refused(ONE_ENTRY, _("Choose two different entries."))
    for one in (merged, kept):
        if one.merged_into_id is not None:
            return refused(
                ONE_ENTRY, _("One of these entries was merged already, into %(name)s.") % {"name": one}
            )
    if person.pk in (kept.pk, merged.pk):
        return refused(ONE_ENTRY, _("One of these entries is yours. Somebody else has to merge it."))
    if any(one.is_open for one in plan.in_the_way):
        return refused(ONE_ENTRY, _("Some rows would hold twice on one day. Correct them first, then merge."))
    return allowed(ONE_ENTRY)


def kept_apart() -> Decision:
    """Why two entries are not merged where what stands between them is not for the keepers to read.

    It is said when the button is pressed and never before: the page of any two people would tell of a tie or
    a complaint between them to whoever only looks.
    """
    words = _(
        "Something in the portal keeps these two entries apart, so nothing was merged. "
        "Check again that both are one person. If they are, ask the monitoring officer."
    )
    return refused(ONE_ENTRY, words)


def may_send_password_letter(person: Person, user: User, *, on: datetime.date) -> Decision:
    """A keeper of the registers, for somebody in post whose login is open."""
    keeps = may_keep_registers(person, on=on)
    if not keeps.allowed:
        return keeps
    if not user.is_active:
        return refused(ONE_LOGIN, _("The login of %(name)s is closed.") % {"name": user.person or user.email})
    if not may_sign_in(user.person, on=on).allowed:
        return refused(
            IN_POST,
            _("%(name)s holds no term, job or post today, so there is nothing to sign in to.")
            % {"name": user.person or user.email},
        )
    return allowed(ONE_LOGIN)


def must_set_up_second_factor(user: User, standing: Standing) -> bool:
    """Does a post of the day ask this login for a second factor that it does not have yet?"""
    return bool(standing.posts & SECOND_FACTOR_POSTS) and not has_second_factor(user)


def may_be_addressed(person: Person, text: Protocol, *, on: datetime.date) -> Decision:
    """May members address their enquiries to this person under the text? (WF-6.6, HA-4.6, WO-E-9.3.17h2)

    An officer on the day, of the grade that the text names or above; or a member liaison officer where the
    text names those.
    """
    job = appointment_of(person, on=on)
    grade = Grade(job.grade) if job else None
    return may_be_addressed_in(person.name, grade, text, is_liaison=bool(job and job.is_member_liaison))


def may_be_addressed_in(name: str, grade: Grade | None, text: Protocol, *, is_liaison: bool) -> Decision:
    """The same, where the job of the day is known already; no grade for somebody who is no officer."""
    rule = Rule(Duty.ADDRESS.value, Duty.ADDRESS.sentence, text.cite(Duty.ADDRESS))
    if grade is None:
        return refused(rule, _("%(name)s is not an officer of the council today.") % {"name": name})
    lowest = text.enquiries.addressed_from
    if lowest is None or grade.rank >= Grade(lowest.value).rank:
        return allowed(rule)
    if text.enquiries.to_liaison_officers and is_liaison:
        return allowed(rule)
    words = _("%(name)s cannot be addressed: the protocol wants a %(grade)s or above, or a liaison officer.")
    if not text.enquiries.to_liaison_officers:
        words = _("%(name)s cannot be addressed: the protocol wants a %(grade)s or above.")
    return refused(rule, words % {"name": name, "grade": text.title_of(lowest)})
