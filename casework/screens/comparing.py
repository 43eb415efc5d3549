"""Two texts side by side on a page: which paragraphs change, and which words in them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from casework.wording import shortened
from rulebook.comparing import Fate, Mark, Pair, Piece, compare, pieces
from rulebook.text import Paragraph
from rulebook.wording import gettext_noop

FACES: dict[Fate, tuple[str, str]] = {
    Fate.CHANGED: (gettext_noop("Changed"), "yellow"),
    Fate.NEW: (gettext_noop("New"), "green"),
    Fate.GONE: (gettext_noop("Taken out"), "red"),
    Fate.MOVED: (gettext_noop("Moved"), "blue"),
    Fate.SAME: (gettext_noop("Unchanged"), "grey"),
}
_SHORT = 80


@dataclass(frozen=True)
class Line:
    """One paragraph: what becomes of it, where it stands and stood, and its words in pieces."""

    fate: str
    colour: str
    where: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Count:
    """How many paragraphs have one fate."""

    word: str
    number: str


@dataclass(frozen=True)
class Compared:
    """The whole comparison: counts, what differs, and the beginnings of what stays."""

    counts: tuple[Count, ...]
    lines: tuple[Line, ...]
    unchanged: tuple[str, ...]
    summary: str


def compared(before: Sequence[Paragraph], after: Sequence[Paragraph]) -> Compared:
    """The comparison of two texts as a page shows it."""
    pairs = compare(before, after)
    found = Counter(one.fate for one in pairs)
    differing = sum(number for fate, number in found.items() if fate is not Fate.SAME)
    return Compared(
        counts=tuple(Count(_(FACES[fate][0]), str(found[fate])) for fate in FACES),
        lines=tuple(_line(one) for one in pairs if one.fate is not Fate.SAME),
        unchanged=tuple(_beginnings(pairs)),
        summary=ngettext(
            "%(number)d paragraph reads differently, %(same)d stay as they are.",
            "%(number)d paragraphs read differently, %(same)d stay as they are.",
            differing,
        )
        % {"number": differing, "same": found[Fate.SAME]},
    )


def _beginnings(pairs: Iterable[Pair]) -> Iterable[str]:
    return (shortened(one.after.shown, _SHORT) for one in pairs if one.fate is Fate.SAME and one.after)


def _line(pair: Pair) -> Line:
    word, colour = FACES[pair.fate]
    return Line(_(word), colour, _where(pair), _pieces(pair))


def _where(pair: Pair) -> str:
    """«9.3.5-p1», or where it stood and stands where that differs."""
    before, after = pair.before, pair.after
    if before is not None and after is not None and before.anchor != after.anchor:
        return _("%(before)s, then %(after)s") % {"before": before.anchor, "after": after.anchor}
    return pair.anchor


def _pieces(pair: Pair) -> tuple[Piece, ...]:
    if pair.before is None:
        return (Piece(Mark.PUT_IN, pair.after.shown if pair.after else ""),)
    if pair.after is None:
        return (Piece(Mark.TAKEN_OUT, pair.before.shown),)
    return pieces(pair.before.shown, pair.after.shown)
