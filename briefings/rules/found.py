"""What a rule of the walk finds: an outcome with its sentences, or why it does not match."""

from dataclasses import dataclass

from briefings.rules.rules import Outcome
from rulebook.citation import Citation
from rulebook.post import Post

Citations = tuple[Citation, ...]


@dataclass(frozen=True)
class Sentence:
    """One sentence of a reason, with the paragraphs that it rests on."""

    says: str
    cites: Citations = ()


@dataclass(frozen=True)
class Hit:
    """A rule that decides: what becomes of the request, by whom where somebody is left to decide, and why.

    `gap`: the text is silent, and the general rule answers.
    """

    outcome: Outcome
    sentences: tuple[Sentence, ...]
    decided_by: Post | None = None
    gap: bool = False


def barred(*sentences: Sentence) -> Hit:
    """The text bars it, so that nobody is left to decide."""
    return Hit(Outcome.DECLINE, sentences)


# A rule that does not match says why, for `--trace`.
Found = Hit | str
