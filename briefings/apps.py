"""The app's name, and its subscribers."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BriefingsConfig(AppConfig):
    """Help for political groups, alike for all of them."""

    name = "briefings"
    verbose_name = _("Briefings")

    def ready(self) -> None:
        """Says who hears of what."""
        from briefings import subscribers

        subscribers.wire()
