"""A text while it is drafted: every paragraph as it reads today and as it would read."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from casework.models import Amendment
from casework.queries.amendments import base_of, with_it
from casework.screens.comparing import FACES
from rulebook.comparing import Fate, compare


@dataclass(frozen=True)
class Written:
    """One paragraph: today’s words, the drafted ones; empty where it is not there."""

    anchor: str
    today: str
    drafted: str


@dataclass(frozen=True)
class DraftLine:
    """One paragraph of the whole text, with what the amendment does to it and the way to change that."""

    words: str
    level: int
    url: str
    fate: str
    colour: str


def found_in(amendment: Amendment, anchor: str) -> Written | None:
    """The paragraph in both; None where neither has it."""
    today = {one.anchor: one.shown for one in base_of(amendment)}
    drafted = {one.anchor: one.shown for one in with_it(amendment)}
    if anchor not in today and anchor not in drafted:
        return None
    return Written(anchor, today.get(anchor, ""), drafted.get(anchor, ""))


def whole(amendment: Amendment, *, to: str) -> list[DraftLine]:
    """Every paragraph in its order; `to` names the address on which one is changed."""
    return list(_lines(amendment, to))


def _lines(amendment: Amendment, to: str) -> Iterator[DraftLine]:
    drafting = to == "amendment-paragraph"
    for pair in compare(base_of(amendment), with_it(amendment)):
        one = pair.after or pair.before
        if one is None or (pair.after is None and not drafting):
            continue
        word, colour = FACES[pair.fate]
        changed = pair.fate is not Fate.SAME
        yield DraftLine(
            words=one.shown,
            level=one.level,
            url=reverse(to, args=[amendment.reference, one.anchor]),
            fate=_(word) if changed else "",
            colour=colour,
        )
