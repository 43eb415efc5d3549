"""The letters that council sends itself: invitations, and those to whoever loses a post.

They go where there is no case. casework's deliveries stand a floor above, so the rows that they are about are
the outbox here (docs/house.md).
"""

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from council.actions.inviting import secret_of
from council.models import HolderLetter, Invitation
from council.queries import profile, protocol_in_force
from rulebook.post import Post


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
    return _message(_("Your login to the protocol portal"), text, invitation.email, "invitation", invitation)


def holder_letter(letter: HolderLetter) -> EmailMessage:
    """To whoever holds a post: who is to have it, since when, by whose entry, what to do if it is wrong.

    Written twice it is the same letter, with the same Message-ID.
    """
    row = letter.holding or letter.absence
    post = row.post if row else ""
    text = render_to_string(
        f"council/letters/{'holder' if letter.holding else 'absent'}.txt",
        {
            "letter": letter,
            "row": row,
            "post": protocol_in_force().title_of(Post(post)) if post else "",
            "council": profile(),
        },
    )
    return _message(_("A change in the register of posts"), text, letter.person.email, "post", letter)


def _message(
    subject: str, text: str, address: str, kind: str, row: Invitation | HolderLetter
) -> EmailMessage:
    host = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip("> ")
    return EmailMessage(
        subject=subject,
        body=text,
        to=[address],
        headers={"Message-ID": f"<{kind}.{row.key.hex}@{host}>"},
    )
