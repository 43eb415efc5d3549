"""The app's name, how it is read which text is in force, and who listens."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CouncilConfig(AppConfig):
    """Who is who."""

    name = "council"
    verbose_name = _("People and posts")

    def ready(self) -> None:
        """Says how what was adopted is read (tables stand above the rules), and what follows a change."""
        from council import subscribers
        from council.queries.settings import adoptions
        from council.rules.in_force import IN_FORCE

        IN_FORCE.read_by(adoptions)
        subscribers.wire()
