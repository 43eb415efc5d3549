"""A small mail server for tests: it keeps what it accepts, and pauses or hangs up where a test wants."""

import email
import email.policy
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage

import pytest


class MailServer(socketserver.ThreadingTCPServer):
    """Speaks enough SMTP for a client that sends plain mails."""

    allow_reuse_address = daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Talk)
        self.accepted: list[EmailMessage] = []
        self.asked = threading.Event()
        self.holds_before_accepting = self.holds_after_accepting = self.hangs_up_after_accepting = False
        self.refuses = self.refuses_address = ""
        self.may_go_on = threading.Event()

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.server_address[1])

    def settings(self) -> dict[str, str]:
        """The environment of a process that sends through it."""
        return {
            "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
            "EMAIL_HOST": "127.0.0.1",
            "EMAIL_PORT": str(self.port),
        }

    def message_ids(self) -> list[str]:
        """The Message-IDs of what it accepted, in order."""
        return [mail["Message-ID"] for mail in self.accepted]


class _Talk(socketserver.StreamRequestHandler):
    """One client's conversation."""

    server: MailServer

    def say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())

    def handle(self) -> None:
        self.say("220 ready")
        while command := self.rfile.readline().decode("ascii", "replace").strip().upper():
            if command == "DATA":
                if not self.take():
                    return
            elif command.startswith("RCPT") and self.refused(command):
                self.say(self.server.refuses)
            elif command == "QUIT":
                self.say("221 bye")
                return
            else:
                self.say("250 ok")

    def refused(self, command: str) -> bool:
        """Is nobody taken, or not the one whom this command names?"""
        return bool(self.server.refuses) and self.server.refuses_address.upper() in command

    def take(self) -> bool:
        """Takes one mail; False when the conversation ends with it."""
        self.say("354 go on")
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line)
        if self.server.holds_before_accepting:
            self.server.asked.set()
            self.server.may_go_on.wait(30)
            return False
        self.server.accepted.append(email.message_from_bytes(b"".join(lines), policy=email.policy.default))
        if self.server.holds_after_accepting:
            self.server.asked.set()
            self.server.may_go_on.wait(30)
            return False
        if self.server.hangs_up_after_accepting:
            return False
        self.say("250 accepted")
        return True


@contextmanager
def listening() -> Iterator[MailServer]:
    """A mail server that runs meanwhile."""
    with MailServer() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.may_go_on.set()
            server.shutdown()
            thread.join()


@pytest.fixture
def mail_server(settings: object) -> Iterator[MailServer]:
    """A mail server that this process sends through, too."""
    with listening() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"  # type: ignore[attr-defined]
        settings.EMAIL_HOST = "127.0.0.1"  # type: ignore[attr-defined]
        settings.EMAIL_PORT = server.port  # type: ignore[attr-defined]
        yield server
