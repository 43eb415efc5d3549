"""How a date is worked out, line by line, with the paragraph; where no figure is set, what is missing."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from casework.wording import days, long_date
from council.queries import protocol_in_force
from enquiries.clock import ACKNOWLEDGEMENT, AGAIN, FIRST, MEMBERS_ANSWER, Clock
from enquiries.models import Enquiry
from rulebook.citation import Citation
from rulebook.duty import Duty
from rulebook.period import ReceiptLine
from rulebook.protocols import protocol

# The clocks that an address may name, and the duty of each.
_DUTIES = {
    FIRST: Duty.REPLY,
    AGAIN: Duty.REOPEN,
    ACKNOWLEDGEMENT: Duty.ACKNOWLEDGE,
    MEMBERS_ANSWER: Duty.ASK_MEMBER,
}
# What rulebook.period writes beside a day, apart from the names of holidays.
_OURS = (
    *("day of receipt", "last day", "end of the period", "next working day, last day"),
    *("Saturday", "Sunday"),
)


def receipt_of(enquiry: Enquiry, which: str = FIRST) -> dict[str, Any]:
    """What the page shows of one of an enquiry's clocks; a word that names none means the first deadline."""
    clock, which = Clock.read(), which if which in _DUTIES else FIRST
    receipt = clock.receipt(enquiry, which)
    found: dict[str, Any] = {
        "receipt": None,
        "which": which,
        "citations": _named_once(protocol(enquiry.protocol).cite(_DUTIES[which])),
    }
    if receipt is None:
        return found
    limit = receipt.limit
    found |= {
        "receipt": receipt,
        "citations": _named_once(limit.citations),
        "length": days(limit.period.n, limit.period.unit),
        "due": long_date(receipt.due_on),
        "received": long_date(receipt.received_on),
        "before": long_date(receipt.last_working_day),
        "on_closed_day": receipt.last_working_day != receipt.due_on,
        "lines": shown_lines(receipt.lines),
    }
    return found


def shown_lines(lines: Iterable[ReceiptLine]) -> list[dict[str, Any]]:
    """Each day of the arithmetic with its number, and why it counts or not."""
    return [
        {
            "day": long_date(line.on),
            "number": line.number if line.counted else "",
            "note": _note(line.note, counted=line.counted),
        }
        for line in lines
    ]


def _named_once(citations: Iterable[Citation]) -> list[Citation]:
    """Paragraphs that a page would call by the same name are named once."""
    return list({citation.label: citation for citation in reversed([*citations])}.values())[::-1]


def _note(note: str, *, counted: bool) -> str:
    words = _("Counted") if counted else _("Not counted")
    # «last day (Sunday)»: two words for the catalogue, of which either may be a holiday's own name.
    what, _bracket, closed = (_named(part) for part in note.rstrip(")").partition(" ("))
    return f"{words}: {what} ({closed})" if closed else f"{words}: {what}" if what else words


def _named(word: str) -> str:
    """A word of ours in the reader's language; the name of a holiday as the calendar has it."""
    return _(word) if word in _OURS else word


def receipt_of_day(received_on: datetime.date) -> dict[str, Any]:
    """The same for an enquiry that would be received on the day, under the text in force."""
    text = protocol_in_force().key
    due_on = Clock.read().first_deadline(text, received_on)
    return receipt_of(Enquiry(protocol=text, received_on=received_on, due_on=due_on))
