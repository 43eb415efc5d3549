"""Logins: second factors, invitations."""

import datetime
import hashlib
import time

from allauth.mfa import app_settings as mfa_settings
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from allauth.mfa.utils import decrypt
from django.conf import settings
from django.db.models import QuerySet

from council.models import Invitation, Person, User
from council.queries.posts import holds_any
from council.rules import SECOND_FACTOR_POSTS


def needs_second_factor(person: Person, *, on: datetime.date) -> bool:
    """Does a post that the person holds on the day ask for a second factor at sign-in?"""
    return holds_any(person, SECOND_FACTOR_POSTS, on=on)


def has_second_factor(user: User) -> bool:
    """Has the login an authenticator app or a passkey? Recovery codes alone are none."""
    return Authenticator.objects.filter(user=user).exclude(type=Authenticator.Type.RECOVERY_CODES).exists()


def open_invitation(secret: str) -> Invitation | None:
    """The invitation that a link's secret belongs to, whatever became of it; None for a forged one."""
    digest = hashlib.sha256(secret.encode()).hexdigest()
    return Invitation.objects.filter(digest=digest).select_related("person").first()


def invitations_to_send(*, at: datetime.datetime) -> QuerySet[Invitation]:
    """Those that the mail server has not accepted yet, and whose next attempt is due."""
    return Invitation.objects.filter(
        sent_at__isnull=True,
        accepted_at__isnull=True,
        withdrawn_at__isnull=True,
        next_attempt_at__lte=at,
        expires_at__gt=at,
    ).order_by("next_attempt_at", "pk")


def current_code(user: User) -> str:
    """The code that an invented person's authenticator shows now; empty for everybody else.

    Reads only an authenticator that `actions.enrol_demonstration_factor` made, in the demonstration.
    """
    if not settings.DEMONSTRATION:
        return ""
    found = Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).first()
    if found is None or not found.data.get("demonstration"):
        return ""
    counter = int(time.time()) // mfa_settings.TOTP_PERIOD
    return str(format_hotp_value(hotp_value(decrypt(found.data["secret"]), counter)))
