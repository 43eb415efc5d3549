"""A form that carries a one-time token counts once, whatever its action returns."""

import datetime
import secrets
from collections.abc import Callable
from typing import TypeVar

from django.db import transaction

from casework.actions.protecting import use_form_token
from council.queries import Standing

Made = TypeVar("Made")


@transaction.atomic
def once(
    act: Callable[[], Made], *, token: str, who: Standing, at: datetime.datetime, result: str = ""
) -> Made:
    """Runs the action in the transaction that uses its form up; a form that lost its token counts as new.

    Raises AlreadyUsed, and whatever the action raises; then the form is still good.
    """
    use_form_token(token or secrets.token_urlsafe(24), by=who.person, at=at, result=result)
    return act()
