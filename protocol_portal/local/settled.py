"""What the first start settles for a folder of data: its secret, its protocol, its processes' environment."""

import os
import secrets

from protocol_portal.local import servers
from protocol_portal.local.place import Fault, Place
from rulebook import protocols

USUAL_PROTOCOL = "waltham-forest"


def secret_key(place: Place) -> str:
    """The key that signs sessions: made once, readable by us alone."""
    path = place.folder / "secret_key"
    if not path.exists():
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(48))
    return path.read_text()


def known(key: str) -> str:
    """The key itself. Raises Fault, with the list, when no text has it."""
    try:
        return protocols.protocol(key).key
    except protocols.UnknownProtocol as unknown:
        raise Fault(str(unknown)) from None


def protocol(place: Place, asked: str | None) -> str:
    """The key of the text that this data was made under. Raises Fault when another is asked for."""
    path = place.folder / "protocol"
    kept = path.read_text().strip() if path.exists() else None
    asked = asked or os.environ.get("PROTOCOL")
    if kept and asked and asked != kept:
        raise Fault(f"The data here was made under {kept}: add --reset to start afresh under {asked}.")
    key = known(kept or asked or USUAL_PROTOCOL)
    if not kept:
        path.write_text(key)
    return key


def environment(place: Place, *, protocol_key: str, port: int) -> dict[str, str]:
    """The environment of web, worker and commands; what the person has set stands."""
    usual = {
        **servers.addresses(place),
        "SECRET_KEY": secret_key(place),
        "PROTOCOL": protocol_key,
        "DEBUG": "0",
        "DEMONSTRATION": "1",
        "PORTAL_ADDRESS": f"http://127.0.0.1:{port}",
        "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
        "EMAIL_FILE_PATH": str(place.folder / "mail"),
        "FILES": str(place.folder / "files"),
    }
    return {name: os.environ.get(name, value) for name, value in usual.items()}
