"""The app's name."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CaseworkConfig(AppConfig):
    """What every case has."""

    name = "casework"
    verbose_name = _("Casework")
