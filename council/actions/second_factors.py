"""Second factors: removed for somebody who lost theirs, and a known one for the invented people."""

import datetime

from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_removed
from allauth.mfa.totp.internal.auth import TOTP
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction
from django.utils import timezone

from council.models import Person, User
from council.policies import may_remove_second_factors
from rulebook.decision import Refused


@transaction.atomic
def remove_second_factors(*, user: User, by: Person, at: datetime.datetime) -> None:
    """Every factor of the login is removed and its sessions end. Raises Refused."""
    decision = may_remove_second_factors(by, user, on=timezone.localdate(at))
    if not decision.allowed:
        raise Refused(decision)
    for factor in Authenticator.objects.filter(user=user):
        factor.delete()
        # The security stream listens, as it does when people remove their own.
        authenticator_removed.send(sender=Authenticator, request=None, user=user, authenticator=factor, by=by)
    for session in UserSession.objects.filter(user=user):
        session.end()


def enrol_demonstration_factor(user: User, secret: str) -> None:
    """An authenticator whose secret is known, for an invented person; the sign-in page shows its code.

    `secret` is base 32. Raises ImproperlyConfigured outside the demonstration.
    """
    if not settings.DEMONSTRATION:
        raise ImproperlyConfigured("A known second factor is for the demonstration alone.")
    Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).delete()
    made = TOTP.activate(user, secret).instance
    made.data["demonstration"] = True
    made.save(update_fields=["data"])
