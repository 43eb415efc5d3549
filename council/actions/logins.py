"""Logins that exist: another address, closed, opened again."""

import datetime

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.db import transaction
from django.utils import timezone

from council.models import Person, User
from council.policies import may_keep_registers
from rulebook.decision import Refused


@transaction.atomic
def change_login(*, user: User, email: str, is_active: bool, by: Person, at: datetime.datetime) -> User:
    """The login with this address, open or closed; a closed one's sessions end. Raises Refused."""
    decision = may_keep_registers(by, on=timezone.localdate(at))
    if not decision.allowed:
        raise Refused(decision)
    locked = User.objects.select_for_update(of=("self",)).get(pk=user.pk)
    locked.email, locked.is_active = email.lower(), is_active
    locked.save(update_fields=["email", "is_active"])
    EmailAddress.objects.filter(user=locked).delete()
    EmailAddress.objects.create(user=locked, email=locked.email, primary=True, verified=True)
    if not is_active:
        for session in UserSession.objects.filter(user=locked):
            session.end()
    return locked
