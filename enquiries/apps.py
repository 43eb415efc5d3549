"""The app's name, and its subscribers."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EnquiriesConfig(AppConfig):
    """Members' enquiries."""

    name = "enquiries"
    verbose_name = _("Members' enquiries")

    def ready(self) -> None:
        """Says who hears of what."""
        from enquiries import subscribers

        subscribers.wire()
