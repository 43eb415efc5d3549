"""What keeps a published reading general: names, numbers of cases, addresses and «you» are found in it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_TITLES = r"(?:Councillor|Cllr|Alderman|Mayor|Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Lord|Lady)"
_REFERENCE = re.compile(r"\b[A-Z]{2,5}-[0-9A-Z]{4}-[0-9A-Z]\b")
_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_SECOND_PERSON = re.compile(r"\b(?:you|your|yours|yourself)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Particular:
    """What is too particular for a reading that everybody reads: names, numbers or addresses; and «you»."""

    named: tuple[str, ...]
    speaks_to_somebody: bool

    @property
    def is_general(self) -> bool:
        """Whether nothing was found."""
        return not self.named and not self.speaks_to_somebody


def particulars(
    words: str, *, people: Iterable[tuple[str, str]], parties: Iterable[tuple[str, str]] = ()
) -> Particular:
    """What of the words names somebody or some case.

    `people` are first and last names: found written out, or the last name behind a title. Of `parties`, who
    asked and who answered, the last name alone is found too, since there it is no word of the language.
    """
    text = " ".join(words.split())
    named = [f"{first} {last}" for first, last in people if last and _holds(text, f"{first} {last}")]
    behind = set(re.findall(rf"\b{_TITLES}\.? ([\w’'-]+)", text))
    named += [last for _first, last in people if last in behind]
    named += [last for _first, last in parties if last and _holds(text, last)]
    named += _REFERENCE.findall(text) + _ADDRESS.findall(text)
    return Particular(tuple(dict.fromkeys(named)), bool(_SECOND_PERSON.search(text)))


def _holds(text: str, name: str) -> bool:
    if name not in text:
        return False
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None
