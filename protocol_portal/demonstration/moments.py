"""Days and hours as offices and members keep them, drawn from one seeded source."""

import datetime
import random
from dataclasses import dataclass

from django.utils import timezone

from rulebook.period import Calendar, Period

ONE_DAY = datetime.timedelta(days=1)
SATURDAY = 5
# How busy each day of the week is, Monday first: surgeries are on Saturdays.
BUSY = (1.0, 1.0, 0.95, 0.95, 0.8, 0.5, 0.15)


def moment(day: datetime.date, hour: int, minute: int = 0) -> datetime.datetime:
    """The moment of that day in the council's own time."""
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(hour, minute)))


def at_nine(day: datetime.date) -> datetime.datetime:
    """Nine in the morning of the day."""
    return moment(day, 9)


def day_of(at: datetime.datetime) -> datetime.date:
    """The local date of a moment."""
    return timezone.localtime(at).date()


@dataclass(frozen=True)
class Pace:
    """How fast this council works: its calendar, its limits, and the hand of chance."""

    rng: random.Random
    calendar: Calendar
    reply: Period
    close: Period
    now: datetime.datetime

    @property
    def today(self) -> datetime.date:
        """The local date on which the demonstration is loaded."""
        return day_of(self.now)

    def due(self, received_on: datetime.date) -> datetime.date:
        """The day on which the reply to what was received that day is due."""
        return self.reply.due(received_on, self.calendar)

    def received_for(self, due_on: datetime.date) -> datetime.date:
        """The last day of receipt whose reply is due on that day or before."""
        day = due_on - ONE_DAY
        while self.due(day) > due_on:
            day -= ONE_DAY
        return day

    def office_hour(self, day: datetime.date) -> datetime.datetime:
        """Some moment of office hours that day, or on the next working day."""
        open_day = self.calendar.next_working_day_on_or_after(day)
        return moment(open_day, self.rng.randint(9, 16), self.rng.randint(0, 59))

    def at_work(self, after: datetime.datetime, most_days: int = 1, least_days: int = 0) -> datetime.datetime:
        """When an officer gets to it: in office hours, so many days later, never before `after`."""
        day = day_of(after) + self.rng.randint(least_days, most_days) * ONE_DAY
        at = self.office_hour(day)
        if at <= after:
            at = after + datetime.timedelta(minutes=self.rng.randint(15, 90))
            if timezone.localtime(at).hour not in range(8, 18):
                at = self.office_hour(day + ONE_DAY)
        return at

    def at_home(self, after: datetime.datetime, most_days: int) -> datetime.datetime:
        """When a member gets to it: any day, early to late."""
        day = day_of(after) + self.rng.randint(0, most_days) * ONE_DAY
        at = moment(day, self.rng.randint(7, 21), self.rng.randint(0, 59))
        return at if at > after else after + datetime.timedelta(minutes=self.rng.randint(20, 240))

    def sent_on(self, day: datetime.date) -> datetime.datetime:
        """When a member writes that day: at a surgery on Saturday morning, else at any hour."""
        first, last = (10, 13) if day.weekday() == SATURDAY else (7, 21)
        return moment(day, self.rng.randint(first, last), self.rng.randint(0, 59))

    def between(self, first: datetime.datetime, last: datetime.datetime) -> datetime.datetime:
        """A moment between the two, in office hours where they leave room for it."""
        for _attempt in range(12):
            at = first + (last - first) * self.rng.uniform(0.1, 0.95)
            if self.calendar.is_working_day(day_of(at)) and 9 <= timezone.localtime(at).hour < 17:
                return at
        return first + (last - first) * self.rng.uniform(0.3, 0.7)

    def days_of_the_past(self, count: int, *, newest: int, oldest: int = 364) -> list[datetime.date]:
        """So many days, as busy as life: mostly weekdays, fewer in August and at Christmas; oldest first."""
        days = [self.today - n * ONE_DAY for n in range(newest, oldest + 1)]
        weights = [
            BUSY[day.weekday()] * (0.5 if day.month == 8 else 1) * (0.15 if _is_christmas(day) else 1)
            for day in days
        ]
        return sorted(self.rng.choices(days, weights, k=count))


def _is_christmas(day: datetime.date) -> bool:
    return (day.month, day.day) >= (12, 23) or (day.month, day.day) <= (1, 2)
