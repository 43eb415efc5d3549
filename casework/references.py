"""References of cases: random, so that a number tells nothing of other cases, and checked against slips."""

import re
import secrets
import string

# Without vowels, and of 0/O, 1/I/L, 8/B, 5/S, 2/Z, U/V one at most: no lookalikes and no words.
ALPHABET = "23456789CDFGHJKMNPQRTVWXY"
LENGTH = 4
_VALUE = {character: value for value, character in enumerate(string.digits + string.ascii_uppercase)}
# The first prime above the 36 characters: with weights that differ from place to place, every wrong
# character and every swap of neighbours changes the sum, in the prefix and in the check character too.
_PRIME = 37
_SHAPE = re.compile(rf"[A-Z]{{2,5}}-[{ALPHABET}]{{{LENGTH}}}-[{ALPHABET}]")


def new_reference(prefix: str) -> str:
    """A reference like «ENQ-7K4M-2». Two may be alike (the table's constraint tells); then draw again.

    ValueError for a prefix that is not two to five capital letters.
    """
    while True:
        found = reference_with(prefix, "".join(secrets.choice(ALPHABET) for _ in range(LENGTH)))
        if found:
            return found


def reference_with(prefix: str, body: str) -> str:
    """The reference of these characters with its check character; empty where that would be one that people
    misread, which is no check.

    ValueError for a prefix that is not two to five capital letters.
    """
    if not re.fullmatch(r"[A-Z]{2,5}", prefix):
        raise ValueError("A prefix is two to five capital letters.")
    needed = -_weighted(f"{prefix}{body}0") % _PRIME
    return next((f"{prefix}-{body}-{one}" for one in ALPHABET if _VALUE[one] == needed), "")


def is_valid(reference: str) -> bool:
    """Is it a reference, with no character wrong and no neighbours swapped?"""
    return bool(_SHAPE.fullmatch(reference)) and _weighted(reference.replace("-", "")) % _PRIME == 0


def _weighted(characters: str) -> int:
    """The sum of the characters' values, each times its place from the right."""
    return sum(place * _VALUE[character] for place, character in enumerate(reversed(characters), 1))
