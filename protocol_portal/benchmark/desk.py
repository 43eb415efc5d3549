"""What every case of the year is written with: the sheets of its tables, the people, the days, the text."""

import datetime
import random
from collections.abc import Iterator

from casework.models import Determination, Dispute
from council.models import Person
from council.queries import who_held
from enquiries.models import Enquiry, Message, Redirection, Verdict, Withholding
from enquiries.rules import answer_by
from protocol_portal.benchmark.book import Book
from protocol_portal.benchmark.days import Days, Remembered
from protocol_portal.benchmark.sheets import Sheet
from protocol_portal.demonstration.roll import Roll
from rulebook.declining import Declining, ways_to_decline
from rulebook.dispute import Subject, who_decides
from rulebook.post import Post
from rulebook.protocol import Protocol
from rulebook.triage import Ground, Handling

# A service request is answered there within so many days; for information the statute says.
ELSEWHERE = datetime.timedelta(days=14)


class Desk:
    """One for the whole year."""

    def __init__(self, book: Book, days: Days, roll: Roll, text: Protocol, rng: random.Random) -> None:
        """The tables are empty of cases, and the registers are written."""
        self.book, self.days, self.roll, self.text, self.rng = book, days, roll, text, rng
        self.enquiries, self.messages = Sheet(Enquiry), Sheet(Message)
        self.redirections, self.withholdings = Sheet(Redirection), Sheet(Withholding)
        self.verdicts, self.disputes, self.determinations = (
            Sheet(Verdict),
            Sheet(Dispute),
            Sheet(Determination),
        )
        self.decider, self.judge = who_decides(text, Subject.OTHER), _monitoring_officer(roll)
        self.by_statute = Remembered(lambda day: answer_by(text, Handling.FOI, day, days.clock.calendars))
        self.cites_of_moving = "\n".join(cite.id for cite in text.triage.unsettled)

    def sheets(self) -> Iterator[Sheet]:
        """Every table that a case has rows in."""
        yield from (self.enquiries, self.messages, self.redirections, self.withholdings)
        yield from (self.verdicts, self.disputes, self.determinations)
        yield from self.book.sheets()

    def way_to_decline(self) -> Declining | None:
        """The ground on which officers decline here; None where the text gives none."""
        ways = {way.ground: way for way in ways_to_decline(self.text.triage)}
        return ways.get(Ground.RESEARCH) or next(iter(ways.values()), None)


def _monitoring_officer(roll: Roll) -> Person:
    """Who decides what is disputed. LookupError where nobody holds the post."""
    found = who_held(Post.MONITORING_OFFICER, on=roll.today)
    if found is None:
        raise LookupError("Nobody is monitoring officer.")
    return found
