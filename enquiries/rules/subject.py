"""A subject stands in lists, files and the timeline: a resident's name must not stand there."""

import re

# Letters alone: a name in the genitive is the name too.
_WORD = re.compile(r"[^\W\d_]+")
# Titles, and what is too short to tell anybody apart.
_NO_NAMES = frozenset({"the", "and", "mrs", "miss", "doctor", "family", "resident"})
_SHORTEST = 3


def names_in(text: str, resident: str) -> tuple[str, ...]:
    """The words of the resident's name that stand in the text, as the name writes them."""
    words = {word.casefold() for word in _WORD.findall(text)}
    parts = [part for part in _WORD.findall(resident) if len(part) >= _SHORTEST]
    return tuple(part for part in parts if part.casefold() in words and part.casefold() not in _NO_NAMES)
