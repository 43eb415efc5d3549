"""Invites whoever keeps the registers first; everybody else is invited from the registers."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email
from django.urls import reverse
from django.utils import timezone

from council.actions import invite_first_keeper
from council.actions.inviting import secret_of
from council.tasks import send_invitations_soon
from rulebook.decision import Refused


class Command(BaseCommand):
    """Works while nobody with a login keeps the registers, and then no more."""

    help = "Invites the first keeper of the registers (democratic services): a name and an email address."

    def add_arguments(self, parser: CommandParser) -> None:
        """Who it is."""
        parser.add_argument("name", help="First and last name, in quotes.")
        parser.add_argument("email", help="The address that the person signs in with.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints the link too: perhaps no mail server is reached yet. Raises CommandError when refused."""
        try:
            validate_email(options["email"])
            invitation = invite_first_keeper(name=options["name"], email=options["email"], at=timezone.now())
        except Refused as refusal:
            raise CommandError(refusal.decision.sentence) from refusal
        except ValidationError as fault:
            raise CommandError(f"«{options['email']}» is no email address.") from fault
        send_invitations_soon()
        link = reverse("accept_invitation", kwargs={"secret": secret_of(invitation)})
        self.stdout.write(
            f"{invitation.person.name} is invited and chooses a password here, within seven days:"
        )
        self.stdout.write(f"{settings.PORTAL_ADDRESS.rstrip('/')}{link}")
