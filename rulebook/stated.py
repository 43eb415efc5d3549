"""A value of a text beside the paragraphs that give it, or the text's silence; and both put in words."""

from collections.abc import Iterator, Mapping
from dataclasses import Field, dataclass, fields
from enum import StrEnum
from typing import Any, ClassVar, Final, Generic, Never, Self, TypeVar

from rulebook.citation import Citation
from rulebook.term import Term, Topic

Cites = tuple[Citation, ...]

# The key under which a field of terms keeps the sentence for a text that is silent on it.
WHEN_SILENT: Final = "when silent"


class Worded(StrEnum):
    """A value that a text may have, and the sentence by which a reader is told of it."""

    says: str

    def __new__(cls, value: str, says: str = "") -> Self:
        """The value as scenario files and code write it, and its sentence.

        `says` is left out where a value is looked up and nowhere else: ValueError for one without it.
        """
        if not says:
            raise ValueError(f"«{value}» has no sentence.")
        member = str.__new__(cls, value)
        member._value_ = value
        member.says = says
        return member


V_co = TypeVar("V_co", bound=Worded, covariant=True)


class Unfounded(ValueError):
    """A value without a paragraph, or paragraphs that give no value."""


@dataclass(frozen=True)
class Stated(Generic[V_co]):
    """What the text says on one matter, and where; raises Unfounded for a value without its paragraph."""

    value: V_co | None
    cites: Cites

    def __post_init__(self) -> None:
        """Holds every value to its paragraph."""
        if (self.value is None) is not (self.cites == ()):
            raise Unfounded(
                f"«{self.value}» rests on {[str(cite) for cite in self.cites] or 'no paragraph'}."
            )

    @property
    def is_silent(self) -> bool:
        """Whether the text says nothing of the matter."""
        return self.value is None


SILENT: Final[Stated[Never]] = Stated(None, ())


@dataclass(frozen=True)
class Terms:
    """What a text says on one topic.

    A field holds one `Stated`, several values each with its paragraphs, or a `Stated` for each form of help,
    and keeps, under WHEN_SILENT, the sentence for a text that says nothing (empty where none is called for).
    """

    topic: ClassVar[Topic]

    def in_words(self) -> tuple[Term, ...]:
        """Every value as a sentence with its paragraphs, silence said as such, in the order of the fields."""
        return tuple(term for field in fields(self) for term in self._of(field))

    def _of(self, field: Field[Any]) -> list[Term]:
        said = [Term(self.topic, value.says, cites) for value, cites in _values(getattr(self, field.name))]
        silence = field.metadata[WHEN_SILENT]
        return said or ([Term(self.topic, silence)] if silence else [])


def _values(held: Stated[Worded] | Mapping[Worded, Any]) -> Iterator[tuple[Worded, Cites]]:
    if isinstance(held, Stated):
        if held.value is not None:
            yield held.value, held.cites
        return
    # What is stated alike for several forms of help is one sentence.
    for value in dict.fromkeys(held.values()):
        if isinstance(value, Stated):
            yield from _values(value)
    yield from ((value, cites) for value, cites in held.items() if not isinstance(cites, Stated))
