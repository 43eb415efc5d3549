"""The letters that council sends itself: of signing in, of signing as read, and to whoever loses a post.

They go where there is no case. casework's deliveries stand a floor above, so the rows that they are about are
the outbox here (docs/house.md).
"""

import datetime

from allauth.account.app_settings import PASSWORD_RESET_TOKEN_GENERATOR
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from council.actions.inviting import secret_of
from council.events import LoginChange, LoginChanged
from council.models import HolderLetter, Invitation, Person, SigningLetter, SignInLetter
from council.queries import holders_of, profile, protocol_in_force
from council.queries.signing import signing_of
from rulebook.post import Post
from rulebook.wording import gettext_noop

_WATCH = (Post.MONITORING_OFFICER, Post.DEPUTY_MONITORING_OFFICER, Post.HEAD_OF_PAID_SERVICE)
LOGIN_CHANGES = {
    LoginChange.ADDRESS: gettext_noop(
        "The email address with which you sign in is another one. This letter went to the one before."
    ),
    LoginChange.CLOSED: gettext_noop("Your login is closed. Nobody can sign in with it."),
    LoginChange.OPENED: gettext_noop("Your login, which was closed, is open again."),
    LoginChange.CLOSED_BY_MERGE: gettext_noop(
        "You stood in the register twice. One entry was kept, and this login, of the other one, is closed."
    ),
    LoginChange.MOVED: gettext_noop(
        "You stood in the register twice. Your login belongs to the entry that was kept, and was signed out."
    ),
}


def invitation_letter(invitation: Invitation) -> EmailMessage:
    """The letter with the link. Written twice it is the same letter, with the same Message-ID."""
    link = reverse("accept_invitation", kwargs={"secret": secret_of(invitation)})
    text = render_to_string(
        "council/letters/invitation.txt",
        {
            "invitation": invitation,
            "link": f"{settings.PORTAL_ADDRESS.rstrip('/')}{link}",
            "council": profile(),
        },
    )
    return _message(
        _("Your login to the protocol portal"), text, invitation.email, f"invitation.{invitation.key.hex}"
    )


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
    return _message(
        _("A change in the register of posts"), text, letter.person.email, f"post.{letter.key.hex}"
    )


def sign_in_letter(letter: SignInLetter) -> EmailMessage:
    """A letter that waited. The link to a new password is made now, because no table holds its secret."""
    number = f"sign-in.{letter.key.hex}"
    if not letter.asks_new_password:
        return _message(letter.subject, letter.body, letter.address or letter.user.email, number)
    link = reverse(
        "account_reset_password_from_key",
        kwargs={
            "uidb36": user_pk_to_url_str(letter.user),
            "key": PASSWORD_RESET_TOKEN_GENERATOR().make_token(letter.user),
        },
    )
    context = {"password_reset_url": f"{settings.PORTAL_ADDRESS.rstrip('/')}{link}", "user": letter.user}
    subject = render_to_string("account/email/password_reset_key_subject.txt", context).strip()
    text = render_to_string("account/email/password_reset_key_message.txt", context).strip()
    return _message(subject, text, letter.user.email, number)


def login_changed_words(happened: LoginChanged) -> tuple[str, str]:
    """Subject and text for whoever has the login: who changed what, and whom to ring who did not do it.

    The new address stands nowhere in it: the one before may be somebody else's by now.
    """
    person, day = happened.user.person, timezone.localdate(happened.at)
    text = render_to_string(
        "council/letters/login_changed.txt",
        {
            "name": person.short_name if person else happened.address,
            "by": happened.by.name,
            "day": day,
            "changes": [_(LOGIN_CHANGES[one]) for one in happened.changes],
            "ring": _to_ring(not_these={happened.by, person}, on=day),
            "council": profile(),
        },
    )
    return _("Your login to the protocol portal was changed"), text


def _to_ring(*, not_these: set[Person | None], on: datetime.date) -> list[str]:
    """Whoever reads on the audit desk who did it, and the head of paid service, who keeps no register."""
    text = protocol_in_force()
    return [
        ", ".join(part for part in (text.title_of(post), one.name, one.telephone) if part)
        for post in _WATCH
        for one in holders_of(post, on=on)
        if one not in not_these
    ]


def signing_letter(letter: SigningLetter) -> EmailMessage:
    """What is to be signed today, or to whom a manager has to show the protocol; with the page to do it on.

    Written twice on one day it is the same letter, with the same Message-ID.
    """
    signing = signing_of(letter.person, on=timezone.localdate())
    about = letter.about
    link = reverse("sign") if about is None else reverse("sign-shown", args=[about.pk])
    text = render_to_string(
        f"council/letters/{'signing' if about is None else 'showing'}.txt",
        {
            "letter": letter,
            "missing": [one.document for one in signing.missing] if signing is not None else [],
            "protocol": protocol_in_force().name,
            "link": f"{settings.PORTAL_ADDRESS.rstrip('/')}{link}",
            "council": profile(),
        },
    )
    subject = (
        _("Read and sign") if about is None else _("Show the protocol to %(name)s") % {"name": about.name}
    )
    return _message(subject, text, letter.person.email, f"signing.{letter.key.hex}")


def _message(subject: str, text: str, address: str, number: str) -> EmailMessage:
    host = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip("> ")
    return EmailMessage(
        subject=subject, body=text, to=[address], headers={"Message-ID": f"<{number}@{host}>"}
    )
