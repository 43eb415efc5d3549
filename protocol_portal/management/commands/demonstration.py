"""Loads the demonstration council into an empty database; does nothing where it is loaded already."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from council.queries import profile
from protocol_portal.demonstration.loading import NotLoaded, is_loaded, load_demonstration


class Command(BaseCommand):
    """Runs at every start of the demonstration, and loads it at the first."""

    help = "Loads an invented council into an empty database. Needs DEMONSTRATION=1."

    def handle(self, *args: Any, **options: Any) -> None:
        """Loads it, or says in a sentence why not. CommandError where another council's data is there."""
        if settings.DEMONSTRATION and is_loaded():
            self.stdout.write(_("The demonstration council is loaded already. Nothing was changed."))
            return
        try:
            count = load_demonstration(now=timezone.now())
        except NotLoaded as reason:
            raise CommandError(str(reason)) from None
        self.stdout.write(
            _("%(council)s is loaded, with %(count)d enquiries.")
            % {"council": profile().council_name, "count": count}
        )
