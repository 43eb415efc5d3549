"""Sentences of the rules as a page says them: in its language, with what they rest on."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from access_rules.rules.schedule import Said
from rulebook.citation import Citation
from rulebook.stated import Cites, Worded


@dataclass(frozen=True)
class Sentence:
    """One sentence, ready to be shown."""

    sentence: str
    citations: tuple[Citation, ...] = ()


def of_text(term: Worded | None, cites: Cites) -> Sentence | None:
    """What a text itself says, in the words of its term; None where it does not say it."""
    return Sentence(_(term.says), cites) if term is not None and cites else None


def sentence(said: Said) -> Sentence:
    """One sentence of the rules."""
    return Sentence(_(said.words) % said.about if said.about else _(said.words), said.cites)


def sentences(said: Iterable[Said]) -> list[Sentence]:
    """Several."""
    return [sentence(one) for one in said]
