"""How entries in the registers of notices, visits and contacts are told: who entered what, for which day."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from rulebook.register import Kind


@dataclass(frozen=True)
class EntryTold:
    """One entry, so many days ago; `day` is the day that it is about: so many ahead or, below nothing, ago.

    `answers` stand by the keys of the boxes: people by their names, and of answers to choose from the first
    that the text has. A box that it has not is left out. `approved` are the words of whoever approves it,
    `withdrawn` why it was taken back.
    """

    kind: Kind
    by: str
    days: int
    about: str
    day: int = 0
    wards: tuple[str, ...] = ()
    answers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    approved: str = ""
    withdrawn: str = ""
