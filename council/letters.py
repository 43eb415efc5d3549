"""The letters of sign-in itself. They carry no personal matter, and go before there is a case or a login.

casework's deliveries stand a floor above, so the register of invitations is the outbox here (docs/house.md).
"""

from allauth.account.app_settings import PASSWORD_RESET_TOKEN_GENERATOR
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from council.actions.inviting import secret_of
from council.models import Invitation, SignInLetter
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
    return EmailMessage(
        subject=_("Your login to the protocol portal"),
        body=text,
        to=[invitation.email],
        headers={"Message-ID": f"<invitation.{invitation.key.hex}@{_host()}>"},
    )


def sign_in_letter(letter: SignInLetter) -> EmailMessage:
    """A letter that waited. The link to a new password is made now, because no table holds its secret."""
    number = {"Message-ID": f"<sign-in.{letter.key.hex}@{_host()}>"}
    if not letter.asks_new_password:
        return EmailMessage(subject=letter.subject, body=letter.body, to=[letter.user.email], headers=number)
    link = reverse(
        "account_reset_password_from_key",
        kwargs={
            "uidb36": user_pk_to_url_str(letter.user),
            "key": PASSWORD_RESET_TOKEN_GENERATOR().make_token(letter.user),
        },
    )
    context = {"password_reset_url": f"{settings.PORTAL_ADDRESS.rstrip('/')}{link}", "user": letter.user}
    return EmailMessage(
        subject=render_to_string("account/email/password_reset_key_subject.txt", context).strip(),
        body=render_to_string("account/email/password_reset_key_message.txt", context).strip(),
        to=[letter.user.email],
        headers=number,
    )


def _host() -> str:
    return settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip("> ")
