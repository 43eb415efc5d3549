"""What whoever decides reads first: what was asked and declared, and what the text answers."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from briefings.models import Briefing
from briefings.queries.answering import answer_today
from briefings.screens.case import Row, asked_rows
from briefings.screens.challenging import looked_at_again
from casework.screens.elections import Caution, caution
from council.queries import Standing
from rulebook.citation import Citation
from rulebook.pre_election import Matter
from rulebook.protocols import protocol


@dataclass(frozen=True)
class Bears:
    """A sentence that whoever decides bears in mind, with its paragraphs."""

    sentence: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True)
class DecidePage:
    """The request, what the protocol answers to it today, and what is borne in mind."""

    rows: tuple[Row, ...]
    reason: str
    citations: tuple[Citation, ...]
    bears: tuple[Bears, ...]
    caution: Caution | None = None


def decide_page(who: Standing, row: Briefing, *, passing_on: bool = False) -> DecidePage:
    """What stands above the form; `passing_on` says who decides what an officer thinks unreasonable."""
    if row.asked_by_id is None:
        # An offer: nobody asked for it, so there is nothing to decide.
        return DecidePage(tuple(asked_rows(row)), "", (), ())
    terms = protocol(row.protocol).briefings
    answer = answer_today(row, on=who.on, passing_on=passing_on)
    bears = tuple(Bears(_(one.says), cites) for one, cites in terms.safeguards.items())
    near = caution(Matter.GROUP_BRIEFING, who.on, text=protocol(row.protocol))
    rows = (*asked_rows(row), *looked_at_again(row))
    return DecidePage(rows, answer.reason, answer.cite, bears, near)
