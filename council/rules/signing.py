"""Signing the protocol and the codes as read: the rules, and what is asked of whom on a day. Plain Python."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from rulebook.rule import Rule
from rulebook.signing import AS_READ, BY_MANAGER, CODES, Signer
from rulebook.wording import gettext_noop

SIGNED_AS_READ = Rule(
    AS_READ,
    gettext_noop(
        "Members, officers, agency staff and contractors read the protocol in force and sign it from the day "
        "on which they begin; a new version asks them again."
    ),
)
SHOWN_BY_MANAGER = Rule(
    BY_MANAGER,
    gettext_noop("A manager shows the protocol to whoever is engaged, and says on which day."),
)
CODE_SIGNED = Rule(
    CODES,
    gettext_noop("Codes of conduct that the council adds are signed by those whom they are for."),
)
SEES_SIGN_OFFS = Rule(
    "council.sees-sign-offs",
    gettext_noop("Democratic services and the monitoring officer see who has signed, and remind the others."),
)
RULES = (SIGNED_AS_READ, SHOWN_BY_MANAGER, CODE_SIGNED, SEES_SIGN_OFFS)

PROTOCOL = "protocol"
# Nobody gets two letters on it within a week, whatever became due meanwhile.
BETWEEN_LETTERS = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Document:
    """Something to sign on a day: the protocol, or a code in one version.

    `key` is «protocol» or «code-7»; `version` names the wording that a signature is for; `from_on` is its
    first day, None where it was there before the portal. `words` are what is signed, `link` where they stand.
    """

    key: str
    title: str
    version: str
    label: str
    signers: frozenset[Signer]
    from_on: date | None = None
    code_id: int | None = None
    words: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature as it counts: whose, of which wording, of which day."""

    pk: int
    person_id: int
    code_id: int | None
    title: str
    version: str
    signed_on: date


@dataclass(frozen=True, slots=True)
class Owed:
    """What one person is asked to sign: since when, and what stands instead where it was signed already.

    `before` is an earlier signature that no longer stands: of a version before, or too long ago.
    `took_office` is the day on which a member did, where the document is signed anew then.
    """

    document: Document
    since: date
    signed: Signature | None = None
    before: Signature | None = None
    took_office: date | None = None

    @property
    def is_owed(self) -> bool:
        """Is the signature still missing?"""
        return self.signed is None


@dataclass(frozen=True, slots=True)
class Signing:
    """One person on a day, and everything that the person is asked to sign, in the order of the pages."""

    person_id: int
    signers: frozenset[Signer]
    starts_on: date
    directorate_id: int | None = None
    group_id: int | None = None
    line_manager_id: int | None = None
    owed: tuple[Owed, ...] = field(default=())

    @property
    def missing(self) -> tuple[Owed, ...]:
        """What is still to be signed."""
        return tuple(one for one in self.owed if one.is_owed)

    @property
    def since(self) -> date | None:
        """The day since which the newest missing signature is asked for; None where none is missing."""
        return max((one.since for one in self.missing), default=None)


def digest(words: Iterable[str]) -> str:
    """A fingerprint of what was shown to whoever signed: it proves later which words they were."""
    return hashlib.sha256("\x1e".join(words).encode()).hexdigest()


def is_letter_due(since: date | None, last: date | None, *, on: date) -> bool:
    """Is a letter owed: none went since the newest thing was asked for, or the last is a week old?

    However long the clock stood still, one letter is due and not one for each week missed.
    """
    if since is None or since > on:
        return False
    return last is None or last < since or on - last >= BETWEEN_LETTERS
