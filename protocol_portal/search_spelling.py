"""«Did you mean …»: a spelling near to what was typed, from words that the searcher may read alone."""

import difflib
import re
from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import QuerySet

from access_rules.queries.searching import titles_known_to
from briefings.queries.searching import subjects_known_to
from council.queries import Standing
from council.queries.finding import people_here
from enquiries.queries.searching import subjects_read_by
from protocol_portal.searching import KINDS, Asked, asked_for

# So many of the newest of each kind are compared.
MOST = 300
MOST_PEOPLE = 2_000
# Shorter words are near to too many.
SHORTEST = 4
NEAR = 0.75
_WORD = re.compile(rf"[^\W\d_]{{{SHORTEST},}}")
_TEXTS: tuple[Callable[[Standing], "QuerySet[Any, str]"], ...] = (
    subjects_read_by,
    titles_known_to,
    subjects_known_to,
)


def spelled(who: Standing, asked: Asked) -> str:
    """What was typed with each unknown word as the nearest known one; empty where that finds nothing either.

    Asked only where nothing was found. A fixed number of queries, of rows that the person sees in lists.
    """
    known = _words_known_to(who)
    words = [_nearest(word, known) for word in asked.words]
    if tuple(words) == asked.words:
        return ""
    if len(words) == 1:
        return words[0]
    # Each word stands somewhere, and all of them together perhaps nowhere.
    again = asked_for(" ".join(f'"{word}"' if " " in word else word for word in words))
    found = any(kind.find(who, again) for kind in KINDS)
    return " ".join(words) if found else ""


def _nearest(word: str, known: dict[str, str]) -> str:
    small = word.casefold()
    # «repair» where «repairs» stands is no slip: both are found alike.
    if len(word) < SHORTEST or any(one.startswith(small) for one in known):
        return word
    near = difflib.get_close_matches(small, list(known), n=1, cutoff=NEAR)
    return known[near[0]] if near else word


def _words_known_to(who: Standing) -> dict[str, str]:
    """The words of what the person reads in lists, as they are written, by their small letters."""
    found: dict[str, str] = {}
    for texts in _TEXTS:
        _add(found, texts(who)[:MOST])
    names = people_here(who.on).order_by("pk").values_list("first_name", "last_name")[:MOST_PEOPLE]
    _add(found, (name for both in names for name in both))
    return found


def _add(found: dict[str, str], texts: Iterable[str]) -> None:
    for text in texts:
        for word in _WORD.findall(text):
            found.setdefault(word.casefold(), word)
