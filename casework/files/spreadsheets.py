"""Cells of a file for a spreadsheet: plain text, nothing that the spreadsheet would run or could not read."""

import re

# A cell that begins with one of these is a formula to a spreadsheet; an apostrophe makes it text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")

# No XML holds these: control characters but tab, newline and return; halves of pairs; two that are none.
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def in_xml(text: str) -> str:
    """The text with a space for each character that no XML holds; they come with words from elsewhere."""
    return _NOT_IN_XML.sub(" ", text)


def harmless(text: str) -> str:
    """The text, or the text after an apostrophe where a spreadsheet would run it."""
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text
