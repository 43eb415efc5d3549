"""What a search shows of one thing: a link, a line, its status, and the words around what was found."""

from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from casework.finding import START, STOP


@dataclass(frozen=True)
class Result:
    """One thing that was found. `title` and `around` are safe to show: all markup in them is marks."""

    title: str
    url: str
    meta: str
    status: str = ""
    colour: str = ""
    around: str = ""
    note: str = ""


def marked(text: str) -> SafeString:
    """The text escaped, with `<mark>` around what stands between START and STOP; each mark is closed.

    The text is anybody’s: characters that look like ours in it can put a mark where none belongs, no more.
    """
    before, *pieces = text.split(START)
    shown: list[str] = [escape(before.replace(STOP, ""))]
    for piece in pieces:
        found, _stop, after = piece.partition(STOP)
        shown.append(f"<mark>{escape(found)}</mark>{escape(after.replace(STOP, ''))}")
    return mark_safe("".join(shown))  # noqa: S308 (all of it was escaped just now)


def around(text: str) -> SafeString:
    """The same of some words out of a longer text, on one line; nothing where nothing is marked in them."""
    return marked(f"… {' '.join(text.split())} …") if START in text else SafeString("")
