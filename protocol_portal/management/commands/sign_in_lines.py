"""Prints how to sign in to the demonstration: a line for each role, with the code of the moment."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from council.queries import protocol_in_force
from protocol_portal.demonstration.councils import council_under
from protocol_portal.demonstration.logins import PASSWORD, sign_in_lines


class Command(BaseCommand):
    """Of use in the demonstration alone: nobody else's password is known."""

    help = "Prints the demonstration's logins. Says so where this is no demonstration."

    # Whoever starts the portal has had them run by migrate.
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        """The password, then role, name, address and code in columns."""
        lines = sign_in_lines(council_under(protocol_in_force())) if settings.DEMONSTRATION else []
        if not lines:
            self.stdout.write(_("This is not a demonstration: nobody signs in with a printed password."))
            return
        role = max(len(line.role) for line in lines)
        name = max(len(line.name) for line in lines)
        email = max(len(line.email) for line in lines)
        self.stdout.write(_("Password for everybody: %(password)s") % {"password": PASSWORD})
        for line in lines:
            code = _("code now: %(code)s") % {"code": line.code} if line.code else ""
            row = f"{line.role:{role}}  {line.name:{name}}  {line.email:{email}}  {code}"
            self.stdout.write(row.rstrip())
