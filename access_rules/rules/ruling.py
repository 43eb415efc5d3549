"""What a person decides on a request: the first word of the page, why, by which paragraphs, for how long."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True)
class Ruling:
    """One decision, before it is taken; `mode` is what may be done with what is given."""

    outcome: str
    reasons: str
    cites: tuple[str, ...]
    mode: str = "inspect"
    until: datetime.date | None = None
    review_on: datetime.date | None = None
    public_interest_note: str = ""
