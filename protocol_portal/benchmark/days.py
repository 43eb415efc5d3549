"""The dates of this council as its clock gives them, each worked out once for a day and not for each case."""

import datetime
from collections.abc import Callable

from enquiries.clock import Clock

Day = datetime.date


class Remembered(dict[Day, Day | None]):
    """What comes of a day, worked out when it is asked for the first time."""

    def __init__(self, work_out: Callable[[Day], Day | None]) -> None:
        super().__init__()
        self._work_out = work_out

    def __missing__(self, day: Day) -> Day | None:
        self[day] = self._work_out(day)
        return self[day]


class Days:
    """By the day that a clock counts from: of receipt, of a question, of a reply, of a reopening."""

    def __init__(self, clock: Clock, text: str) -> None:
        self.clock, self.text, self.calendar = clock, text, clock.calendar
        self.due = Remembered(lambda day: clock.first_deadline(text, day))
        self.due_again = Remembered(lambda day: clock.reply_after_reopening(text, day))
        self.acknowledge_by = Remembered(lambda day: clock.acknowledged_by(text, day))
        self.answer_by = Remembered(lambda day: clock.answer_of_member(text, day))
        self.closes = Remembered(lambda day: clock.closes_by_itself(text, day))
