"""By which paragraphs something is taken out of a paper: of Schedule 12A, of other law, of the text."""

from collections.abc import Mapping
from dataclasses import dataclass

from access_rules.rules.schedule import called, choosable
from rulebook.citation import Citation
from rulebook.duty import Duty
from rulebook.obligations import anchor_of, obligation
from rulebook.protocol import Protocol
from rulebook.sources import NoSuchSource, statute
from rulebook.text import paragraph
from rulebook.wording import gettext_noop

# As `Redaction.cite` keeps it.
LONGEST = 80
_PREFIXES = ("WF-", "HA-", "WO-E-", "WO-P-", "MW-", "PA-")
_OF_OTHER_LAW = (
    (
        "LGA 1972 s100A(3)",
        gettext_noop(
            "Confidential information: given on terms that forbid its disclosure, or kept back by an"
            " enactment or a court order."
        ),
    ),
    ("SI 2012/2089 reg 16(7)", gettext_noop("Advice of a political adviser or assistant.")),
    ("UK GDPR Art 6", gettext_noop("Personal data of somebody else, which may not be given here.")),
)


@dataclass(frozen=True)
class Ground:
    """A paragraph that something may be taken out by, and what it says."""

    cite: Citation
    words: str


def grounds(text: Protocol, adopted: Mapping[str, str] | None = None) -> tuple[Ground, ...]:
    """Those that are offered: what the text itself says of redacting last, where it says something.

    `adopted` are the words by anchor that the council has given to the text since.
    """
    schedule = tuple(Ground(one.cites[0], called(text, one.number).words) for one in choosable())
    others = tuple(Ground(statute(id_)[0], words) for id_, words in _OF_OTHER_LAW)
    said = ((cite, paragraph(text.key, anchor_of(cite.id))) for cite in text.cite(Duty.REDACT))
    local = tuple(Ground(cite, (adopted or {}).get(one.anchor, one.shown)) for cite, one in said)
    return (*schedule, *others, *local)


def is_known(text: Protocol, id_: str) -> bool:
    """Whether the id names a paragraph of this text, or a place in an Act, instrument or case."""
    if id_.startswith(_PREFIXES):
        row = obligation(id_)
        return row is not None and row.protocol == text.key
    try:
        statute(id_)
    except NoSuchSource:
        return False
    return True


def short(cites: tuple[str, ...]) -> str:
    """The paragraphs of several redactions, each once, as an event keeps them."""
    return ",".join(dict.fromkeys(cites))
