"""Makes a form count once: sending it again leads to the record that it made the first time."""

import datetime

from django.db import connection, transaction

from casework.models import FormToken
from council.models import Person


class AlreadyUsed(Exception):
    """The form was sent before; `result` is the reference of what it made, empty for somebody else's form."""

    def __init__(self, result: str) -> None:
        """Keeps the reference."""
        super().__init__(result)
        self.result = result


def was_used(token: str, *, by: Person) -> bool:
    """Whether this person sent that form before: then what it changed stands, whatever the form says now."""
    return bool(token) and FormToken.objects.filter(token=token, person=by).exists()


def use_form_token(token: str, *, by: Person | None, at: datetime.datetime, result: str = "") -> FormToken:
    """Use a form up, in the transaction that makes its record; `result` names it, now or later on the row.

    A second one that arrives meanwhile waits for the first. Raises AlreadyUsed; TransactionManagementError
    outside an atomic block.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("A form is used up in the transaction of its record.")
    person = by.pk if by else None
    with connection.cursor() as writing:
        writing.execute(
            "INSERT INTO casework_formtoken (token, person_id, used_at, result) VALUES (%s, %s, %s, %s)"
            " ON CONFLICT (token) DO NOTHING RETURNING id",
            [token, person, at, result],
        )
        row = writing.fetchone()
    if row:
        return FormToken(pk=row[0], token=token, person=by, used_at=at, result=result)
    used = FormToken.objects.get(token=token)
    raise AlreadyUsed(used.result if used.person_id == person else "")


def made_before(token: str, *, by: Person) -> str:
    """The reference of what this person's form made when it was sent before; empty where it was not."""
    clean = token.replace("\x00", "")[:64]
    used = FormToken.objects.filter(token=clean, person=by).first() if clean else None
    return used.result if used else ""
