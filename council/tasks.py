"""What the clock starts: letters that the mail server has not accepted yet are sent again."""

import logging
import smtplib
from typing import Any

from celery import shared_task
from django.core.mail import EmailMessage
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from kombu.exceptions import OperationalError

from council.actions import record_attempt, record_letter_attempt
from council.actions.importing import KEPT_FOR, forget_files
from council.letters import invitation_letter, sign_in_letter
from council.queries import invitations_to_send, sign_in_letters_to_send

logger = logging.getLogger(__name__)


@shared_task(name="council.send_invitations", ignore_result=True)
def send_invitations() -> int:
    """Sends what is due, one row at a time; returns how many the mail server accepted."""
    sent, tried = 0, set[int]()
    while True:
        with transaction.atomic():
            due = invitations_to_send(at=timezone.now()).exclude(pk__in=tried)
            invitation = due.select_for_update(of=("self",), skip_locked=True).first()
            if invitation is None:
                return sent
            tried.add(invitation.pk)
            accepted = _accepted(invitation_letter(invitation), f"Invitation {invitation.pk}")
            record_attempt(invitation=invitation, sent=accepted, at=timezone.now())
            sent += accepted


def _accepted(letter: EmailMessage, named: str) -> bool:
    """Did the mail server take the letter? A dead one loses nothing: the row stays due."""
    try:
        letter.send()
    except (OSError, smtplib.SMTPException) as fault:
        logger.warning("%s was not sent: %s", named, type(fault).__name__)
        return False
    return True


@shared_task(name="council.send_sign_in_letters", ignore_result=True)
def send_sign_in_letters() -> int:
    """Sends the letters of signing in that wait, one at a time; returns how many the mail server accepted."""
    sent, tried = 0, set[int]()
    while True:
        with transaction.atomic():
            due = sign_in_letters_to_send(at=timezone.now()).exclude(pk__in=tried)
            letter = due.select_related("user").select_for_update(of=("self",), skip_locked=True).first()
            if letter is None:
                return sent
            tried.add(letter.pk)
            accepted = _accepted(sign_in_letter(letter), f"Letter {letter.key}")
            record_letter_attempt(letter=letter, sent=accepted, at=timezone.now())
            sent += accepted


def send_invitations_soon() -> None:
    """After commit, to the worker; without a broker the timetable sends them a little later."""
    _soon(send_invitations)


def send_sign_in_letters_soon() -> None:
    """The same for letters of signing in."""
    _soon(send_sign_in_letters)


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
