"""Asks the council's virus scanner (clamd), where it has one, by its INSTREAM command."""

import socket
import struct

from django.conf import settings

CHUNK = 64 * 1024
SECONDS = 30


class NoScanner(Exception):
    """No scanner is set up, or it did not answer: the file stays unscanned, and says so."""


def virus_in(content: bytes) -> str:
    """The name of the virus in it; empty when the scanner found none. Raises NoScanner."""
    if not settings.CLAMD_SOCKET:
        raise NoScanner("CLAMD_SOCKET is not set.")
    try:
        with _connected(settings.CLAMD_SOCKET) as clamd:
            clamd.sendall(b"zINSTREAM\0")
            for start in range(0, len(content), CHUNK):
                part = content[start : start + CHUNK]
                clamd.sendall(struct.pack("!L", len(part)) + part)
            clamd.sendall(struct.pack("!L", 0))
            with clamd.makefile("rb") as answers:
                answer = answers.read(4096).rstrip(b"\0\n").decode("utf-8", "replace")
    except OSError as fault:
        raise NoScanner(type(fault).__name__) from fault
    verdict = answer.removeprefix("stream: ")
    if verdict == "OK":
        return ""
    if verdict.endswith(" FOUND"):
        return verdict.removesuffix(" FOUND")
    raise NoScanner(verdict)


def _connected(address: str) -> socket.socket:
    """A connection to `host:port`, or to the socket of that path."""
    host, _colon, port = address.rpartition(":")
    if host and port.isdigit():
        return socket.create_connection((host, int(port)), timeout=SECONDS)
    clamd = socket.socket(socket.AF_UNIX)
    clamd.settimeout(SECONDS)
    try:
        clamd.connect(address)
    except OSError:
        clamd.close()
        raise
    return clamd
