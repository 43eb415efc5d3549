"""The app's name, and its subscribers."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ComplaintsConfig(AppConfig):
    """Complaints between members and officers."""

    name = "complaints"
    verbose_name = _("Complaints")

    def ready(self) -> None:
        """Says who hears of what."""
        from complaints import subscribers

        subscribers.wire()
