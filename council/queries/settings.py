"""The council itself: its own row, and the text that this portal serves."""

from django.conf import settings
from django.utils.translation import gettext as _

from council.models import CouncilProfile
from rulebook.protocol import Protocol
from rulebook.protocols import protocol


def profile() -> CouncilProfile:
    """The council's own row; an unsaved one with plain words until democratic services fill it in."""
    return CouncilProfile.objects.filter(pk=1).first() or CouncilProfile(pk=1, council_name=_("Your council"))


def protocol_in_force() -> Protocol:
    """The text that this portal serves (the setting PROTOCOL)."""
    return protocol(settings.PROTOCOL)
