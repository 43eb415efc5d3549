"""Every word that a page shows goes through gettext, and none of the words that pages avoid is used."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.template.base import Lexer, TokenType

CHECKOUT = Path(__file__).resolve().parent.parent.parent
TEMPLATES = sorted((CHECKOUT / "templates").rglob("*.html"))
SAID = re.compile(r"""\b(?:aria-label|alt|title|placeholder|value)="([^"{]*[A-Za-z]{2}[^"{]*)\"""")
TAG = re.compile(r"<(?:[^>\"']|\"[^\"]*\"|'[^']*')*>?")
AVOIDED = re.compile(r"\b(please|successfully|invalid|click here|cllr|ticket|SLA)\b", re.IGNORECASE)


def bare_text(path: Path) -> Iterator[tuple[int, str]]:
    """The text of a template that no translation tag holds, with its line."""
    source = path.read_text(encoding="utf-8")
    # Tags of HTML may hold tags of Django: mark the latter before the former are taken out.
    tokens = Lexer(source).tokenize()
    inside, pieces = False, []
    for token in tokens:
        if token.token_type is TokenType.BLOCK:
            word = token.contents.split()[0]
            # Names of classes stand bare in their blocks; nobody reads them.
            inside = (
                word in {"blocktranslate", "comment"}
                or token.contents in {"block main_class", "block body_class"}
                or (inside and word not in {"endblocktranslate", "endcomment", "endblock"})
            )
            pieces.append("\n" * token.contents.count("\n"))
        elif token.token_type is TokenType.TEXT:
            pieces.append(re.sub(r"[^\n]", " ", token.contents) if inside else token.contents)
    text = "".join(pieces)
    for number, line in enumerate(_without_tags(text).splitlines(), 1):
        if re.search(r"[A-Za-z]{2}", line):
            yield number, line.strip()


def _without_tags(text: str) -> str:
    """Without HTML's tags, entities, styles and scripts, line for line."""
    blank = lambda found: "\n" * found.group().count("\n")  # noqa: E731  # used twice, here
    text = re.sub(r"<(script|style|svg)\b.*?</\1>", blank, text, flags=re.DOTALL)
    return re.sub(r"&[a-z]+;|&#\d+;", "", TAG.sub(blank, text))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(CHECKOUT)))
def test_every_word_of_a_template_can_be_translated(path: Path) -> None:
    assert list(bare_text(path)) == []
    labels = [said for said in SAID.findall(path.read_text(encoding="utf-8")) if " " in said]
    assert labels == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(CHECKOUT)))
def test_no_page_uses_a_word_that_pages_avoid(path: Path) -> None:
    words = re.sub(r"{[%#].*?[%#]}|<[^>]*>", " ", path.read_text(encoding="utf-8"))
    spoken = " ".join(re.findall(r'translate "([^"]*)"', path.read_text(encoding="utf-8"))) + words
    assert AVOIDED.findall(spoken) == []
