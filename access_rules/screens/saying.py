"""Sentences of the rules as a page says them: in its language, with what they rest on."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from access_rules.rules.schedule import Said
from rulebook.citation import Citation


@dataclass(frozen=True)
class Sentence:
    """One sentence, ready to be shown."""

    sentence: str
    citations: tuple[Citation, ...] = ()


def sentence(said: Said) -> Sentence:
    """One sentence of the rules."""
    return Sentence(_(said.words) % said.about if said.about else _(said.words), said.cites)


def sentences(said: Iterable[Said]) -> list[Sentence]:
    """Several."""
    return [sentence(one) for one in said]
