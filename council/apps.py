"""The app's name; sign-in signals for the security stream are wired here."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CouncilConfig(AppConfig):
    """Who is who."""

    name = "council"
    verbose_name = _("People and posts")
