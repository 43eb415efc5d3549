"""Loads the demonstration council into an empty database; does nothing where it is loaded already."""

import contextlib
import gc
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from council.queries import profile
from protocol_portal.demonstration.loading import NotLoaded, is_loaded, load_demonstration


@contextlib.contextmanager
def hurrying() -> Iterator[None]:
    """For the loading alone: no query is kept for debugging, and nothing is collected on the way.

    Together they are a third of the time that the year takes to load.
    """
    debug, settings.DEBUG = settings.DEBUG, False
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        settings.DEBUG = debug


class Command(BaseCommand):
    """Runs at every start of the demonstration, and loads it at the first."""

    help = "Loads an invented council into an empty database. Needs DEMONSTRATION=1."

    # Whoever starts the portal has had them run by migrate.
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        """Loads it, or says in a sentence why not. CommandError where another council's data is there."""
        if settings.DEMONSTRATION and is_loaded():
            self.stdout.write(_("The demonstration council is loaded already. Nothing was changed."))
            return
        try:
            with hurrying():
                count = load_demonstration(now=timezone.now())
        except NotLoaded as reason:
            raise CommandError(str(reason)) from None
        self.stdout.write(
            _("%(council)s is loaded, with %(count)d enquiries.")
            % {"council": profile().council_name, "count": count}
        )
