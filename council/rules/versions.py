"""A version of the protocol, and what reads differently in it. Plain Python."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Change:
    """One paragraph that reads differently: its anchor, its words before and after.

    Without words before it is new; without words after it was taken out.
    """

    anchor: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Version:
    """The protocol as it stood from a day; `key` names it on every signature.

    `from_on` is None for the text that the portal came with, and `changes` are then none.
    """

    key: str
    label: str
    from_on: date | None = None
    changes: tuple[Change, ...] = ()
    minute: str = ""


class NoChange(ValueError):
    """A version in which nothing reads differently: nobody could be asked to sign it."""


class OutOfTurn(ValueError):
    """A version that would begin before the one it follows."""


def packed(changes: Iterable[Change]) -> list[dict[str, str]]:
    """The changes as a row keeps them. Raises NoChange where none of them changes a word."""
    kept = [asdict(one) for one in changes if one.before != one.after]
    if not kept:
        raise NoChange("No paragraph reads differently in this version.")
    return kept


def unpacked(kept: Iterable[Mapping[str, str]]) -> tuple[Change, ...]:
    """The changes that a row keeps."""
    return tuple(Change(one["anchor"], one["before"], one["after"]) for one in kept)


def together(versions: Iterable[Version]) -> tuple[Change, ...]:
    """What reads differently over several versions, each paragraph once: the first words and the last.

    A paragraph that was changed and changed back is none of them.
    """
    found: dict[str, Change] = {}
    for version in versions:
        for one in version.changes:
            first = found.get(one.anchor, one)
            found[one.anchor] = Change(one.anchor, first.before, one.after)
    return tuple(one for one in found.values() if one.before != one.after)
