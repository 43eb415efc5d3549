"""The made-up language that puts ⟦ ⟧ around whatever was looked up, and what stands in the sources."""

import ast
import gettext
import re
from functools import cache
from pathlib import Path

from django.utils.translation import trans_real
from django.utils.translation.template import templatize

from council.queries import protocol_in_force
from rulebook.text import paragraphs

CHECKOUT = Path(__file__).resolve().parent.parent.parent
APPS = (
    "rulebook",
    "council",
    "casework",
    "access_rules",
    "enquiries",
    "complaints",
    "briefings",
    "protocol_portal",
)
LOOKED_UP = {"_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy", "pgettext"}
STRING = r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\""
CALL = re.compile(rf"(?<!\w)(?:n?gettext|_)\(u?({STRING})(?:, u?({STRING}))?")


class Bracketed(gettext.NullTranslations):
    """A language whose every word is the English one between ⟦ and ⟧; it keeps what was looked up."""

    def __init__(self) -> None:
        """Nothing looked up yet."""
        super().__init__()
        self.asked: set[str] = set()

    def gettext(self, message: str) -> str:
        """One string."""
        self.asked.add(message.rpartition("\x04")[2])
        return f"⟦{message}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """One of two."""
        self.asked.add(msgid1.rpartition("\x04")[2])
        return f"⟦{msgid1 if n == 1 else msgid2}⟧"

    def to_language(self) -> str:
        """British English still, for the formats of numbers."""
        return "en-gb"


def missing_from_sources(language: Bracketed) -> set[str]:
    """What was looked up and stands in no source as a string of its own; other packages have their own."""
    # Django's and allauth's own strings are those that they have translated, into French for example.
    keys = [key for key, _words in trans_real.translation("fr")._catalog.items()]
    theirs = {str(key[0] if isinstance(key, tuple) else key).rpartition("\x04")[2] for key in keys}
    # What a protocol says itself stands as it was adopted, whoever looks it up.
    adopted = [one.shown for one in paragraphs(protocol_in_force().key)]
    left = language.asked - in_sources() - theirs
    return {one for one in left if not any(words.endswith(one) for words in adopted)}


@cache
def in_sources() -> frozenset[str]:
    """Every string that `makemessages` would find."""
    found: set[str] = set()
    for app in APPS:
        for path in (CHECKOUT / app).rglob("*.py"):
            found |= strings_of(path.read_text())
    for path in [*(CHECKOUT / "templates").rglob("*.html"), *(CHECKOUT / "templates").rglob("*.txt")]:
        found |= strings_of_template(path.read_text())
    return frozenset(found)


def strings_of(source: str) -> set[str]:
    """The strings handed to gettext as they stand."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in LOOKED_UP:
            found |= {
                one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)
            }
    return found


def strings_of_template(source: str) -> set[str]:
    """The same for a template, in the form that Django hands to the tool."""
    found = set()
    for call in CALL.finditer(templatize(source)):
        found |= {str(ast.literal_eval(one)) for one in call.groups() if one}
    return found
