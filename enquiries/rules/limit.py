"""How long there is for a reply: the text’s figure or the council’s term, as every clock of a case asks."""

from dataclasses import dataclass

from enquiries.rules.deadline import reply_limit
from rulebook.bank_holidays import Calendars
from rulebook.citation import Citation
from rulebook.local_term import LocalTerm
from rulebook.period import Period
from rulebook.protocols import protocol


@dataclass(frozen=True)
class Limit:
    """How long somebody has for a duty, and the paragraph or minute that says so."""

    period: Period
    citations: tuple[Citation, ...]
    is_local: bool


def limit_of_reply(text: str, term: LocalTerm | None, calendars: Calendars) -> Limit | None:
    """What the question `reply-deadline` answers for text and term; None where neither gives a figure."""
    adopted = protocol(text)
    found = reply_limit(adopted, adopted.enquiries.kind, dated=term, calendars=calendars)
    local = (term.citation,) if term else ()
    return Limit(found.period, (*local, *found.cites), is_local=term is not None) if found.period else None
