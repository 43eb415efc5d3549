"""What several tests of casework stand on."""

from tests.casework.mail_server import mail_server

__all__ = ["mail_server"]
