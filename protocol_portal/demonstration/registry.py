"""The register of documents as the demonstration fills it: who keeps it, and what stands in it by its key."""

import datetime
from dataclasses import dataclass, field

from access_rules.models import Document, Meeting
from council.models import Person
from council.queries import Standing
from protocol_portal.demonstration.entries import Council, Office
from protocol_portal.demonstration.moments import ONE_DAY, Pace
from protocol_portal.demonstration.playing import Stage
from rulebook.post import Post
from rulebook.protocol import Protocol


@dataclass
class Registry:
    """The council, its people of the day, and the meetings and papers that were told of so far."""

    council: Council
    text: Protocol
    stage: Stage
    pace: Pace
    meetings: dict[str, Meeting] = field(default_factory=dict)
    papers: dict[str, Document] = field(default_factory=dict)

    @property
    def today(self) -> datetime.date:
        """The day on which the demonstration is loaded: what is told was done before it."""
        return self.pace.today

    def working_day(self, day: datetime.date) -> datetime.date:
        """The day itself, or the last working day before it."""
        return self.pace.calendar.last_working_day_on_or_before(day)

    def past(self, days: int) -> datetime.date:
        """A working day so long ago, or the last one before that."""
        return self.working_day(self.today - days * ONE_DAY)

    def coming(self, days: int) -> datetime.date:
        """A working day so far ahead, or the first one after that."""
        return self.pace.calendar.next_working_day_on_or_after(self.today + days * ONE_DAY)

    def keeper(self, at: datetime.datetime) -> Standing:
        """Democratic services, at that moment."""
        return self.who(self.stage.roll.keepers[0], at)

    def holder(self, post: Post, at: datetime.datetime) -> Standing:
        """Whoever holds the post. Raises StopIteration for one that the council does not have."""
        name = next(held.name for held in self.council.posts if held.post is post)
        return self.who(self.stage.roll.people[name], at)

    def member(self, number: int) -> Person:
        """A member who can sign in, by number."""
        members = {entry.name for entry in self.council.members}
        known = [one.name for one in self.council.sign_ins if one.name in members]
        return self.stage.roll.people[known[number]]

    def leader(self, group: str, at: datetime.datetime) -> Standing:
        """Whoever leads the group, at that moment."""
        members = [one for one in self.council.members if one.group == group]
        name = next(one.name for one in members if one.office is Office.LEADER)
        return self.who(self.stage.roll.people[name], at)

    def who(self, person: Person, at: datetime.datetime) -> Standing:
        """The person as of the moment's day."""
        return self.stage.standing(person, at)
