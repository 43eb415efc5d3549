"""Merge fields: words in braces that a template leaves for the case to fill; none of them may be sent."""

import re
from collections.abc import Mapping

# What a case fills in where a template is put into a reply.
FIELDS = ("member", "reference", "service", "due", "officer", "received")
# A word or a few in braces, on one line: what anybody would type to have something filled in.
_FIELD = re.compile(r"\{[^\S\n]*([A-Za-z][\w \-’']{0,39}?)[^\S\n]*\}")


def fields_in(text: str) -> tuple[str, ...]:
    """The words in braces, each once, in the order of the text."""
    return tuple(dict.fromkeys(found[1] for found in _FIELD.finditer(text)))


def unfilled(text: str) -> tuple[str, ...]:
    """What stands in braces still, known or not: a text that is sent may hold none."""
    return fields_in(text)


def unknown_fields(text: str) -> tuple[str, ...]:
    """What stands in braces and no case can fill in: a template may hold none."""
    return tuple(name for name in fields_in(text) if name.lower() not in FIELDS)


def fill(text: str, values: Mapping[str, str]) -> str:
    """The text with the values that the case has; a field without one stays, so that its writer sees it."""
    return _FIELD.sub(lambda found: values.get(found[1].lower(), "") or found[0], text)


def pattern_of(text: str) -> re.Pattern[str]:
    """Finds the text in another, whatever its fields were filled with and however its lines are broken."""
    parts = re.split(r"(\{[^{}\n]*\})", text.strip())
    words = [r".{1,120}?" if _FIELD.fullmatch(part) else _words(part) for part in parts if part]
    return re.compile("".join(words), re.DOTALL | re.IGNORECASE)


def _words(part: str) -> str:
    """The words of a part as they are, any white space between them."""
    return r"\s+".join(re.escape(word) for word in re.split(r"\s+", part))
