"""A version of the protocol, and what reads differently in it. Plain Python."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date

# The key of a text, and an anchor there.
_Place = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Change:
    """One paragraph that reads differently: its anchor, its words before and after.

    Without words before it is new; without words after it was taken out. `text` is the key of the text where
    the anchor stands, where a text took another’s place: that is told to readers, and changes no words.
    """

    anchor: str
    before: str
    after: str
    text: str = ""


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

    @property
    def text(self) -> str:
        """The key of the text that it is a version of."""
        return self.key.partition(":")[0]

    @property
    def shown(self) -> tuple[Change, ...]:
        """What reads differently in it: over both texts, where it took the place of another."""
        return tuple(one for one in self.changes if one.text) or self.changes

    @property
    def words(self) -> dict[str, str]:
        """The words that it gave to its own text, by anchor."""
        return {one.anchor: one.after for one in self.changes if not one.text}


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
    return tuple(Change(one["anchor"], one["before"], one["after"], one.get("text", "")) for one in kept)


def together(versions: Iterable[Version]) -> tuple[Change, ...]:
    """What reads differently over several versions, each paragraph once: the first words and the last.

    A paragraph that was changed and changed back is none of them. The same anchor in two texts is two
    paragraphs; one that went from text to text is known again by its words.
    """
    found: dict[_Place, Change] = {}
    for version in versions:
        for one in version.shown:
            place = (one.text or version.text, one.anchor)
            first = found.get(place) or found.pop(_earlier(found, one), one)
            found[place] = Change(one.anchor, first.before, one.after, one.text)
    return tuple(one for one in found.values() if one.before != one.after)


def _earlier(found: Mapping[_Place, Change], one: Change) -> _Place:
    """Where the paragraph stood in the text that was replaced, where it was changed there before."""
    if not one.text or not one.before:
        return ("", "")
    places = (place for place, other in found.items() if place[0] != one.text and other.after == one.before)
    return next(places, ("", ""))
