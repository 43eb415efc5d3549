"""A mail server that tells what it was given, as casework's own tests have it."""

from tests.casework.mail_server import mail_server

__all__ = ["mail_server"]
