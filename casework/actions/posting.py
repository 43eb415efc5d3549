"""Puts letters into mails and hands them to the council's mail server."""

import smtplib
from collections.abc import Sequence
from email.utils import parseaddr
from uuid import uuid4

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from casework.events import Letter
from council.models import Person
from council.queries import profile

TEMPLATE = "mail/letter.txt"


class NoMailServer(Exception):
    """The mail server does not answer, or does not let us in: nothing was handed over."""


class NotAccepted(Exception):
    """The mail server said no to this mail: it was not accepted."""


class PerhapsAccepted(Exception):
    """The mail server fell silent at a moment at which it may have accepted the mail."""


def new_message_id() -> str:
    """A Message-ID under the council's own domain; it tells nothing of person or case."""
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
    return f"<{uuid4().hex}@{domain}>"


class Post:
    """One connection to the mail server for all mails of a sweep."""

    def __init__(self) -> None:
        """As the settings EMAIL_… say; nothing is opened yet."""
        self._connection = get_connection()

    def open(self) -> None:
        """Raises NoMailServer."""
        try:
            self._connection.open()
        except (smtplib.SMTPException, OSError) as fault:
            raise NoMailServer(type(fault).__name__) from fault

    def close(self) -> None:
        """Says goodbye; a server that has gone already hears nothing."""
        try:
            self._connection.close()
        except (smtplib.SMTPException, OSError):
            self._connection = get_connection()

    def send(self, message: EmailMessage) -> None:
        """Hands over one mail. Raises NoMailServer, NotAccepted or PerhapsAccepted."""
        self.open()
        try:
            self._connection.send_messages([message])
        except smtplib.SMTPResponseException as fault:
            self.close()
            raise NotAccepted(f"{type(fault).__name__} {fault.smtp_code}") from fault
        except (smtplib.SMTPRecipientsRefused, ValueError) as fault:
            self.close()
            raise NotAccepted(type(fault).__name__) from fault
        except (smtplib.SMTPException, OSError) as fault:
            self.close()
            raise PerhapsAccepted(type(fault).__name__) from fault


def compose(person: Person, letters: Sequence[Letter], message_id: str) -> EmailMessage:
    """One mail of one or several letters; what is said twice alike is said once."""
    told = list(dict.fromkeys(letters))
    subject = (
        told[0].subject if len(told) == 1 else _("%(number)d things about your cases") % {"number": len(told)}
    )
    address = settings.PORTAL_ADDRESS.rstrip("/")
    context = {
        "name": person.short_name,
        "letters": [
            {"subject": letter.subject, "lines": letter.lines, "link": f"{address}{letter.link}"}
            for letter in told
        ],
        "several": len(told) > 1,
        "council": profile(),
    }
    mail = EmailMessage(
        subject=" ".join(subject.split()),
        body=render_to_string(TEMPLATE, context),
        to=[person.email],
        headers={"Message-ID": message_id, "Auto-Submitted": "auto-generated"},
    )
    # Of each date the last, which says how it stands; a calendar may open several files in any order.
    dates = {letter.date.name: letter.date.content for letter in letters if letter.date}
    for number, content in enumerate(dates.values(), 1):
        mail.attach(f"invitation-{number}.ics", content.decode(), "text/calendar")
    return mail
