"""Invitations: made, sent, sent again, used once."""

import datetime
import hashlib

from allauth.account.models import EmailAddress
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import salted_hmac

from council.events import INVITED, LetterAsked, tell
from council.models import Invitation, Person, PostHolding, User
from council.policies import may_accept, may_become_first_keeper, may_invite
from council.queries import appointment_of, open_invitation
from council.rules import INVITATION_LASTS
from rulebook.decision import Refused
from rulebook.post import Post

_KEEPING = Post.DEMOCRATIC_SERVICES.value


def secret_of(invitation: Invitation) -> str:
    """What the link holds: it follows from the row and SECRET_KEY, so no table holds it."""
    return salted_hmac("council.invitation", invitation.key.hex, algorithm="sha256").hexdigest()


@transaction.atomic
def invite(*, person: Person, email: str, by: Person, at: datetime.datetime) -> Invitation:
    """An invitation by e-mail; one that was open before no longer works. Raises Refused."""
    invited = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    decision = may_invite(by, invited, email, on=timezone.localdate(at))
    if not decision.allowed:
        raise Refused(decision)
    tell(INVITED, LetterAsked(invited, by, at))
    return _new_invitation(invited, email, by=by, at=at)


@transaction.atomic
def invite_first_keeper(*, name: str, email: str, at: datetime.datetime) -> Invitation:
    """Whoever keeps the registers first: entered, given the post and invited, from the command line.

    Raises Refused once somebody with a login keeps the registers, because then they invite. No officer stands
    in the registers yet, so the post is held from outside, or it would not count.
    """
    decision = may_become_first_keeper(on=timezone.localdate(at))
    if not decision.allowed:
        raise Refused(decision)
    first, _space, last = name.strip().rpartition(" ")
    found = Person.objects.filter(email__iexact=email).select_related("merged_into")
    known = found.order_by(F("merged_into").asc(nulls_first=True), "pk").first()
    person = (known.merged_into or known) if known else None
    person = person or Person.objects.create(first_name=first or last, last_name=last, email=email)
    today = timezone.localdate(at)
    is_officer = appointment_of(person, on=today) is not None
    held = PostHolding.objects.on(today).filter(person=person, post=_KEEPING).first()
    if held is None:
        held = PostHolding(person=person, post=_KEEPING, from_on=today)
    if held.pk is None or not (is_officer or held.from_outside):
        held.from_outside = not is_officer
        held.save()
    return _new_invitation(person, email, by=None, at=at)


def _new_invitation(invited: Person, email: str, *, by: Person | None, at: datetime.datetime) -> Invitation:
    """The row; one that was open before no longer works."""
    Invitation.objects.filter(person=invited, accepted_at__isnull=True, withdrawn_at__isnull=True).update(
        withdrawn_at=at
    )
    invitation = Invitation(
        person=invited,
        email=email.lower(),
        invited_by=by,
        invited_at=at,
        expires_at=at + INVITATION_LASTS,
        next_attempt_at=at,
    )
    invitation.digest = hashlib.sha256(secret_of(invitation).encode()).hexdigest()
    invitation.save()
    return invitation


@transaction.atomic
def accept_invitation(*, secret: str, password: str, at: datetime.datetime) -> User:
    """The login that the invited person made, with the password of their choice. Raises Refused."""
    found = open_invitation(secret)
    invitation = Invitation.objects.select_for_update(of=("self",)).get(pk=found.pk) if found else None
    decision = may_accept(invitation, at=at)
    if invitation is None or not decision.allowed:
        raise Refused(decision)
    user = make_login(person=invitation.person, email=invitation.email, password=password)
    invitation.accepted_at = at
    invitation.save(update_fields=["accepted_at"])
    return user


@transaction.atomic
def make_login(*, person: Person, email: str, password: str | None) -> User:
    """A login whose address counts as checked: the letter with the link went there."""
    user = User.objects.create_user(email, password, person=person)
    EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=True)
    return user
