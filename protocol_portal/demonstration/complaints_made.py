"""Plays what is told of complaints, step by step; of close relationships; of what somebody handed on."""

import datetime
from collections.abc import Callable, Mapping

from complaints import tasks
from complaints.actions.handing import hand_on
from complaints.actions.opening import accept_duty
from complaints.actions.raising import Concern, note
from complaints.actions.relationships import Declared, declare_relationship
from complaints.models import Complaint, Handler
from complaints.policies.accepting import may_accept
from complaints.policies.handing import duties_of
from complaints.queries.relationships import may_be_told
from council.models import Person
from council.queries import Standing
from protocol_portal.demonstration.grievances import Act, ComplaintTold, Done, Grievances, HandedTold, TieTold
from protocol_portal.demonstration.moments import day_of, moment
from protocol_portal.demonstration.registry import Registry

# Between two things that were done on one day.
A_WHILE = datetime.timedelta(minutes=13)


Steps = Mapping[Act, Callable[["Play", Done], None]]


def play_complaints(registry: Registry, told: Grievances, steps: Steps) -> None:
    """All of them, the ties first: whoever deals with a complaint is asked of them.

    `steps` says how each act is done.
    """
    for tie in told.ties:
        _declare(registry, tie)
    for one in told.complaints:
        if one.texts(registry.text):
            Play(registry, one).perform(steps)
    for handed in told.handed:
        _hand_on(registry, handed)
    tasks.erase_on(on=registry.today, at=moment(registry.past(1), 17, 40))


class Play:
    """One complaint, from the note to where it stands today."""

    def __init__(self, registry: Registry, told: ComplaintTold) -> None:
        """Nothing is written yet."""
        self.registry, self.told = registry, told
        self.at = moment(registry.past(told.days), 9, 20)
        self.row = Complaint()

    def perform(self, steps: Steps) -> None:
        """The note, then each step at its moment."""
        told = self.told
        concern = Concern(told.what, told.wanted, frozenset(told.alleges), tried=told.tried)
        self.row = note(who=self.by, subject=self.person(told.about), concern=concern, at=self.at)
        for done in told.course:
            self.at = max(self.at + A_WHILE, moment(self.registry.past(done.days), 9, 20))
            steps[done.act](self, done)

    def person(self, name: str) -> Person:
        """Somebody of the registers."""
        return self.registry.stage.roll.people[name]

    def who(self, person: Person) -> Standing:
        """What the person is at the moment of this step."""
        return self.registry.who(person, self.at)

    @property
    def by(self) -> Standing:
        """Whoever complains."""
        return self.who(self.person(self.told.by))

    @property
    def about(self) -> Standing:
        """Whoever it is about."""
        return self.who(self.person(self.told.about))

    def in_part(self, part: Handler.Part) -> Standing:
        """The first who has the part, once they keep it confidential."""
        row = self.row.handlers.filter(part=part, ended_at__isnull=True).order_by("pk")[0]
        return self.accepting(row.person)

    def accepting(self, person: Person) -> Standing:
        """Somebody who deals with it, and has accepted to keep it confidential."""
        who = self.who(person)
        if may_accept(who, self.row).allowed:
            accept_duty(who=who, complaint=self.row, at=self.at)
        return who

    def again(self) -> Complaint:
        """The complaint as it stands now."""
        self.row = Complaint.objects.get(pk=self.row.pk)
        return self.row

    def later(self, days: int) -> datetime.date:
        """A working day so many days after this step."""
        day = day_of(self.at) + datetime.timedelta(days=days)
        return self.registry.pace.calendar.next_working_day_on_or_after(day)


def _declare(registry: Registry, told: TieTold) -> None:
    """To whom the text says; where it lets them choose, to the first whom it names."""
    at, people = moment(registry.past(told.days), 12, 10), registry.stage.roll.people
    who, other = registry.who(people[told.by], at), people[told.other]
    to = next((one.post.value for one in may_be_told(who, other)), "")
    declared = Declared(other=other, tie=told.tie, words=told.words, at_meetings=False, to=to)
    declare_relationship(who=who, declared=declared, at=at)


def _hand_on(registry: Registry, told: HandedTold) -> None:
    """Where the text asks it of somebody in that role."""
    at = moment(registry.past(told.days), 16, 5)
    who = registry.who(registry.stage.roll.people[told.by], at)
    if told.what in [one.what for one in duties_of(who)]:
        hand_on(who=who, what=told.what, words=told.words, about=(), at=at)
