"""What the clock starts: letters that the mail server has not accepted yet are sent again; old things go."""

import logging
import smtplib
from collections.abc import Callable
from typing import Any

from celery import shared_task
from django.core.mail import EmailMessage
from django.core.management import call_command
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from kombu.exceptions import OperationalError

from council.actions import record_attempt
from council.actions.importing import KEPT_FOR, forget_files
from council.actions.reminding import withdraw_settled, write_due_letters
from council.letters import holder_letter, invitation_letter, sign_in_letter, signing_letter
from council.queries import invitations_to_send, letters_to_send, sign_in_letters_to_send
from council.queries.signing_letters import signing_letters_to_send

logger = logging.getLogger(__name__)


@shared_task(name="council.send_invitations", ignore_result=True)
def send_invitations() -> int:
    """Sends the invitations that are due; returns how many the mail server accepted."""
    return _send_each(invitations_to_send, invitation_letter)


@shared_task(name="council.send_letters_to_holders", ignore_result=True)
def send_letters_to_holders() -> int:
    """Sends the letters to whoever loses a post; returns how many the mail server accepted."""
    return _send_each(letters_to_send, holder_letter)


@shared_task(name="council.send_sign_in_letters", ignore_result=True)
def send_sign_in_letters() -> int:
    """Sends the letters of signing in that wait; returns how many the mail server accepted."""
    return _send_each(sign_in_letters_to_send, sign_in_letter)


@shared_task(name="council.ask_for_signatures", ignore_result=True)
def ask_for_signatures() -> int:
    """Writes the letters to those who have something to sign or to show; returns how many."""
    return write_due_letters(at=timezone.now())


@shared_task(name="council.send_signing_letters", ignore_result=True)
def send_signing_letters() -> int:
    """Sends the letters on signing that are due, save where nothing is missing any more; returns how many."""
    withdraw_settled(at=timezone.now())
    return _send_each(signing_letters_to_send, signing_letter)


def _send_each(due: Callable[..., QuerySet[Any]], letter: Callable[[Any], EmailMessage]) -> int:
    """What is due, one row at a time, each in a transaction of its own; two sweeps send once."""
    sent, tried = 0, set[int]()
    while True:
        with transaction.atomic():
            rows = due(at=timezone.now()).exclude(pk__in=tried)
            row = rows.select_for_update(of=("self",), skip_locked=True).first()
            if row is None:
                return sent
            tried.add(row.pk)
            accepted = _accepted(letter(row))
            record_attempt(row=row, sent=accepted, at=timezone.now())
            sent += accepted


def _accepted(letter: EmailMessage) -> bool:
    """Did the mail server take the letter? A dead one loses nothing: the row stays due."""
    try:
        letter.send()
    except (OSError, smtplib.SMTPException) as fault:
        number = letter.extra_headers.get("Message-ID", "")
        logger.warning("Letter %s was not sent: %s", number, type(fault).__name__)
        return False
    return True


def send_invitations_soon() -> None:
    """After commit, to the worker; without a broker the timetable sends them a little later."""
    _soon(send_invitations)


def send_letters_soon() -> None:
    """The same for letters to holders."""
    _soon(send_letters_to_holders)


def send_sign_in_letters_soon() -> None:
    """The same for letters of signing in."""
    _soon(send_sign_in_letters)


def send_signing_letters_soon() -> None:
    """The same for letters on signing."""
    _soon(send_signing_letters)


def _soon(task: Any) -> None:
    try:
        task.delay()
    except (OperationalError, OSError):
        logger.warning("The broker did not answer; letters wait for the timetable.")


@shared_task(name="council.clear_register_files", ignore_result=True)
def clear_register_files() -> int:
    """Removes files of registers that nobody carried out within a day; returns how many."""
    return forget_files(before=timezone.now() - KEPT_FOR)


@shared_task(name="council.clear_sessions", ignore_result=True)
def clear_sessions() -> None:
    """Removes sessions that have ended from the table."""
    call_command("clearsessions")
