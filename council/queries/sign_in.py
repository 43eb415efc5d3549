"""Logins: second factors, invitations."""

import datetime
import hashlib
import time
from enum import StrEnum

from allauth.mfa import app_settings as mfa_settings
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from allauth.mfa.utils import decrypt
from django.conf import settings
from django.db.models import Case, CharField, Count, Exists, OuterRef, Q, QuerySet, Value, When

from council.models import Invitation, Person, SignInLetter, User
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


def sign_in_letters_to_send(*, at: datetime.datetime) -> QuerySet[SignInLetter]:
    """Letters of signing in that no mail server took yet, and whose time has come.

    To a login that was closed meanwhile nothing goes but the news of that.
    """
    goes = Q(user__is_active=True) | ~Q(address="")
    rows = SignInLetter.objects.filter(goes, sent_at__isnull=True, next_attempt_at__lte=at, expires_at__gt=at)
    return rows.order_by("next_attempt_at", "pk")


class LoginState(StrEnum):
    """Has a person a login; and if not, what became of the newest invitation?"""

    LOGIN = "login"
    CLOSED = "closed"
    FAILED = "failed"
    INVITED = "invited"
    EXPIRED = "expired"
    NONE = "none"


def with_login_state(people: QuerySet[Person], *, at: datetime.datetime) -> QuerySet[Person]:
    """The same people, each with `login_state`, in one query. «Failed»: the mail server refused, so far."""
    logins = User.objects.filter(person=OuterRef("pk"))
    standing = Invitation.objects.filter(
        person=OuterRef("pk"), accepted_at__isnull=True, withdrawn_at__isnull=True
    )
    holds = standing.filter(expires_at__gt=at)
    state = Case(
        When(Exists(logins.filter(is_active=True)), then=Value(LoginState.LOGIN.value)),
        When(Exists(logins), then=Value(LoginState.CLOSED.value)),
        When(Exists(holds.filter(sent_at__isnull=True, attempts__gt=0)), then=Value(LoginState.FAILED.value)),
        When(Exists(holds), then=Value(LoginState.INVITED.value)),
        When(Exists(standing), then=Value(LoginState.EXPIRED.value)),
        default=Value(LoginState.NONE.value),
        output_field=CharField(),
    )
    return people.annotate(login_state=state)


def count_login_states(people: QuerySet[Person], *, at: datetime.datetime) -> dict[LoginState, int]:
    """How many of these people are in each state; one query."""
    counted = (
        with_login_state(people, at=at)
        .order_by()
        .values_list("login_state")  # type: ignore[misc]
        .annotate(number=Count("pk"))
    )
    return dict.fromkeys(LoginState, 0) | {LoginState(state): number for state, number in counted}


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
