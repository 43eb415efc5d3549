"""Letters of signing in: asked for by democratic services, or kept because the mail server did not answer."""

import datetime

from django.db import transaction
from django.utils import timezone

from council.events import PASSWORD_LETTER_ASKED, LetterAsked, tell
from council.models import Person, SignInLetter, User
from council.policies import may_send_password_letter
from council.rules import SIGN_IN_LETTER_LASTS
from rulebook.decision import Refused


@transaction.atomic
def send_password_letter(*, user: User, by: Person, at: datetime.datetime) -> SignInLetter:
    """The letter by which this person chooses a new password; it waits for the sweep. Raises Refused."""
    decision = may_send_password_letter(by, user, on=timezone.localdate(at))
    if not decision.allowed:
        raise Refused(decision)
    letter = keep_letter(user=user, at=at, asks_new_password=True)
    tell(PASSWORD_LETTER_ASKED, LetterAsked(user.person, by, at))
    return letter


def keep_letter(
    *,
    user: User,
    at: datetime.datetime,
    asks_new_password: bool = False,
    subject: str = "",
    body: str = "",
    address: str = "",
    lasts: datetime.timedelta = SIGN_IN_LETTER_LASTS,
) -> SignInLetter:
    """A letter that waits for the mail server. One for a new password has no words before it leaves.

    It goes to the address of the login on that day, or to `address`, open or closed.
    """
    return SignInLetter.objects.create(
        user=user,
        asks_new_password=asks_new_password,
        subject=subject[:200],
        body=body,
        address=address,
        made_at=at,
        expires_at=at + lasts,
        next_attempt_at=at,
    )
