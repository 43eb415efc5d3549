"""The letters of sign-in itself. They carry no personal matter, and go before there is a case or a login.

casework's deliveries stand a floor above, so the register of invitations is the outbox here (docs/house.md).
"""

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from council.actions.inviting import secret_of
from council.models import Invitation
from council.queries import profile


def invitation_letter(invitation: Invitation) -> EmailMessage:
    """The letter with the link. Written twice it is the same letter, with the same Message-ID."""
    link = reverse("accept_invitation", kwargs={"secret": secret_of(invitation)})
    council = profile()
    text = render_to_string(
        "council/letters/invitation.txt",
        {
            "invitation": invitation,
            "link": f"{settings.PORTAL_ADDRESS.rstrip('/')}{link}",
            "council": council,
        },
    )
    host = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip("> ")
    return EmailMessage(
        subject=_("Your login to the protocol portal"),
        body=text,
        to=[invitation.email],
        headers={"Message-ID": f"<invitation.{invitation.key.hex}@{host}>"},
    )
