"""The council itself: its own row, and the text that this portal serves."""

import datetime

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from council.models import Adopted, CouncilProfile
from council.rules.in_force import IN_FORCE, Adoptions, text_on
from rulebook.protocol import Protocol
from rulebook.protocols import protocol


def profile() -> CouncilProfile:
    """The council's own row; an unsaved one with plain words until democratic services fill it in."""
    return CouncilProfile.objects.filter(pk=1).first() or CouncilProfile(pk=1, council_name=_("Your council"))


def adoptions() -> Adoptions:
    """Every version that the council adopted: its first day and the key of its text, in their order."""
    return tuple(Adopted.objects.order_by("from_on", "pk").values_list("from_on", "text"))


def protocol_in_force(on: datetime.date | None = None) -> Protocol:
    """The text in force today, read once a day; with a day, the one in force then, read anew.

    The setting PROTOCOL names the text before the first adoption of another.
    """
    if on is None:
        return protocol(IN_FORCE.text_today(timezone.localtime(), first=settings.PROTOCOL))
    return protocol(text_on(on, adoptions(), first=settings.PROTOCOL))
