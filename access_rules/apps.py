"""The app's name, and its subscribers."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccessRulesConfig(AppConfig):
    """Members' rights to information."""

    name = "access_rules"
    verbose_name = _("Access to documents")

    def ready(self) -> None:
        """Says who hears of what."""
        from access_rules import subscribers

        subscribers.wire()
