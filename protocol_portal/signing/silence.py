"""Codes of conduct that the text in force has signed, and that the council has not added yet."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from council.queries import protocol_in_force
from council.rules.signing import Document
from rulebook.citation import Citation
from rulebook.signing import CODE_OF


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the text says of a code, in a sentence, and where."""

    says: str
    cites: tuple[Citation, ...]


def codes_wanted(documents: Iterable[Document]) -> list[Wanted]:
    """The sentences of the text on codes for people who sign none today."""
    codes = [one for one in documents if one.code_id is not None]
    held = {signer for one in codes for signer in one.signers}
    terms = protocol_in_force().signing
    return [Wanted(_(code.says), cites) for code, cites in terms.codes.items() if CODE_OF[code] not in held]
