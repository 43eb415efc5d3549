"""Logins of the demonstration: one or two for each role, all with the same password, which is no secret."""

import base64
import secrets
from dataclasses import dataclass

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password

from council.actions import enrol_demonstration_factor
from council.models import User
from council.queries import current_code, needs_second_factor
from protocol_portal.demonstration.entries import Council
from protocol_portal.demonstration.registers import address_of
from protocol_portal.demonstration.roll import Roll

PASSWORD = "magpie-lantern-orchard"  # noqa: S105
_BYTES_OF_A_SECRET = 20


@dataclass(frozen=True)
class SignInLine:
    """What somebody needs to sign in to the demonstration as one of its people."""

    role: str
    name: str
    email: str
    code: str


def write_logins(council: Council, roll: Roll) -> None:
    """The logins, with a second factor where a post asks for one; the password is hashed once for all."""
    hashed = make_password(PASSWORD)
    for entry in council.sign_ins:
        person = roll.people[entry.name]
        user = User.objects.create(email=person.email, person=person, password=hashed)
        EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=True)
        if needs_second_factor(person, on=roll.today):
            secret = base64.b32encode(secrets.token_bytes(_BYTES_OF_A_SECRET)).decode()
            enrol_demonstration_factor(user, secret)


def sign_in_lines(council: Council) -> list[SignInLine]:
    """A line for each login of the council that is in the database, with its code of the moment."""
    emails = {address_of(entry.name, council.domain): entry for entry in council.sign_ins}
    users = {user.email: user for user in User.objects.filter(email__in=emails).select_related("person")}
    return [
        SignInLine(entry.role, str(users[email].person), email, current_code(users[email]))
        for email, entry in emails.items()
        if email in users
    ]
