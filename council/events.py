"""What happens in the registers that a floor above must hear of, in the same transaction. Plain Python."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

PERSON_MERGED = "council.person-merged"
INVITED = "council.invited"
PASSWORD_LETTER_ASKED = "council.password-letter-asked"  # noqa: S105  (the name of an event)
LOGIN_CHANGED = "council.login-changed"
SIGNED = "council.signed"
SHOWN = "council.shown"
SIGNERS_REMINDED = "council.signers-reminded"


@dataclass(frozen=True, slots=True)
class PersonMerged:
    """Two entries were one person: `moved` holds the numbers of the rows that name the kept entry now.

    Its keys are columns, «enquiries.enquiry.member».
    """

    kept: Any
    merged: Any
    by: Any
    at: datetime
    moved: Mapping[str, tuple[int, ...]]
    taken_out: Mapping[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class LetterAsked:
    """Democratic services asked for a letter by which this person gets into the portal."""

    person: Any
    by: Any
    at: datetime


class LoginChange(StrEnum):
    """What became of a login that exists, as the record keeps it."""

    ADDRESS = "address"
    CLOSED = "closed"
    OPENED = "opened"
    CLOSED_BY_MERGE = "closed-by-merge"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class LoginChanged:
    """Somebody changed a login. `address` is the one before, for the letter alone: no record keeps it."""

    user: Any
    changes: tuple[LoginChange, ...]
    address: str
    by: Any
    at: datetime


@dataclass(frozen=True, slots=True)
class Signed:
    """Somebody signed the protocol or a code, or somebody else recorded what was signed on paper."""

    sign_off: Any
    by: Any
    at: datetime


@dataclass(frozen=True, slots=True)
class Shown:
    """A manager showed the protocol to somebody who is engaged."""

    showing: Any
    by: Any
    at: datetime


@dataclass(frozen=True, slots=True)
class SignersReminded:
    """Somebody had those reminded who have not signed: so many letters."""

    letters: int
    by: Any
    at: datetime


Happened = PersonMerged | LetterAsked | LoginChanged | Signed | Shown | SignersReminded
Listener = Callable[[Any], None]
_listeners: dict[str, dict[str, Listener]] = defaultdict(dict)


def listen(name: str, listener: Listener) -> None:
    """Have `listener` called when it happens, in `ready()`; what it raises undoes the whole."""
    _listeners[name][f"{listener.__module__}.{listener.__qualname__}"] = listener


def tell(name: str, happened: Happened) -> None:
    """Tell everybody who listens, in the caller's transaction and in the order of their names."""
    for _name, listener in sorted(_listeners[name].items()):
        listener(happened)
