"""Logins that exist: another address, closed, opened again; whoever listens hears of each change."""

import datetime

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.db import transaction
from django.utils import timezone

from council.events import LOGIN_CHANGED, LoginChange, LoginChanged, tell
from council.models import Person, User
from council.policies import may_keep_registers
from rulebook.decision import Refused


@transaction.atomic
def change_login(*, user: User, email: str, is_active: bool, by: Person, at: datetime.datetime) -> User:
    """The login with this address, open or closed; a closed one's sessions end. Raises Refused.

    The address before has a letter of it: whoever gets the next letter for a new password is in.
    """
    decision = may_keep_registers(by, on=timezone.localdate(at))
    if not decision.allowed:
        raise Refused(decision)
    locked = User.objects.select_for_update(of=("self",)).get(pk=user.pk)
    before, changes = locked.email, _changes(locked, email, is_active)
    locked.email, locked.is_active = email.lower(), is_active
    locked.save(update_fields=["email", "is_active"])
    EmailAddress.objects.filter(user=locked).delete()
    EmailAddress.objects.create(user=locked, email=locked.email, primary=True, verified=True)
    if not is_active:
        for session in UserSession.objects.filter(user=locked):
            session.end()
    if changes:
        tell(LOGIN_CHANGED, LoginChanged(locked, changes, before, by, at))
    return locked


def _changes(user: User, email: str, is_active: bool) -> tuple[LoginChange, ...]:
    """What will be otherwise; nothing where it was saved as it stood."""
    found = [LoginChange.ADDRESS] if email.lower() != user.email.lower() else []
    if is_active != user.is_active:
        found.append(LoginChange.OPENED if is_active else LoginChange.CLOSED)
    return tuple(found)
