"""Who writes which enquiry: a member, a matter, a street, and how it reached the council."""

import datetime
import random
from collections.abc import Iterator
from dataclasses import dataclass

from council.models import Person
from enquiries.models import Channel
from protocol_portal.demonstration import phrases
from protocol_portal.demonstration.entries import Council, Kind, Matter, MemberEntry, Serves
from protocol_portal.demonstration.lives import Life, Story
from protocol_portal.demonstration.moments import ONE_DAY
from protocol_portal.demonstration.roll import Roll

# A former member's enquiries end well before the term does.
WOUND_UP = datetime.timedelta(days=75)
# Those whom a visitor can sign in as write more than others: their pages have something of everything.
MORE = 9
BY_OTHER_MEANS = (Channel.TELEPHONE, Channel.LETTER, Channel.EMAIL, Channel.VERBAL)


@dataclass(frozen=True)
class Case:
    """One enquiry before anything is written: its matter and words, its people, its course."""

    matter: Matter
    life: Life
    member: Person
    writer: Person
    channel: Channel
    street: str
    details: str
    resident: str
    resident_contact: str
    # Who can sign in: a story is theirs, so that whoever visits finds it.
    shown: frozenset[str] = frozenset()
    colleague: Person | None = None


class Casting:
    """Gives each life a member in office then, a matter not used lately, and a street of the ward."""

    def __init__(self, council: Council, roll: Roll, rng: random.Random) -> None:
        """The same seed gives the same year."""
        self.council, self.roll, self.rng = council, roll, rng
        self._sitting = [
            entry for entry in council.members if entry.kind is not Kind.INDEPENDENT and entry.ward
        ]
        self._helpers = {
            member: roll.people[name] for name, members in council.assistants.items() for member in members
        }
        # Whoever logs an enquiry never answers it, so that those whom members address do not log.
        addressed = {service.addressee_id for service in roll.services.values()}
        self._clerks = [keeper for keeper in roll.keepers if keeper.pk not in addressed]
        self._shown = {sign_in.name for sign_in in council.sign_ins}
        self._matters = self._without_end()

    def _without_end(self) -> Iterator[Matter]:
        """All matters in a new order, again and again."""
        while True:
            yield from self.rng.sample(self.council.matters, len(self.council.matters))

    def case(self, life: Life) -> Case:
        """The enquiry whose course this is."""
        if life.story is not None:
            return self._told(life, life.story)
        matter, entry = next(self._matters), self._member(life.received_on)
        member = self.roll.people[entry.name]
        street = self.rng.choice(self.council.streets[entry.ward])
        writer, channel = self._writer(entry, member)
        has_resident = self.rng.random() < 0.45 or matter.is_confidential
        details = f"{self.rng.choice(phrases.LEADS)}{matter.details.format(street=street)}"
        return Case(
            matter=matter,
            life=life,
            member=member,
            writer=writer,
            channel=channel,
            street=street,
            details=f"{details}{self.rng.choice(phrases.ASKS)}",
            resident=self.rng.choice(phrases.RESIDENTS) if has_resident else "",
            resident_contact=f"01632 960{self.rng.randint(400, 899)}" if has_resident else "",
        )

    def _told(self, life: Life, story: Story) -> Case:
        """A story's own words, for a member who can sign in; the other one is the colleague."""
        sitting = {entry.name: entry for entry in self._sitting}
        known = [sitting[one.name] for one in self.council.sign_ins if one.name in sitting]
        entry, other = known[story.by], known[1 - story.by]
        member = self.roll.people[entry.name]
        street = self.council.streets[entry.ward][len(story.subject) % len(self.council.streets[entry.ward])]
        team = next(team for team in story.teams if team in self.roll.services)
        return Case(
            matter=Matter(team, story.subject, story.details, "", "", story.reply, story.forward),
            life=life,
            member=member,
            writer=member,
            channel=Channel.WEB,
            street=street,
            details=story.details.format(street=street),
            resident="",
            resident_contact="",
            shown=frozenset(self._shown),
            colleague=self.roll.people[other.name],
        )

    def _member(self, day: datetime.date) -> MemberEntry:
        """Somebody who sits on that day and long enough after it."""
        begun, ended = self.roll.took_office, self.roll.took_office - WOUND_UP
        sitting = [
            entry
            for entry in self._sitting
            if entry.serves is Serves.RE_ELECTED
            or (entry.serves is Serves.NEWLY_ELECTED and day > begun + ONE_DAY)
            or (entry.serves is Serves.FORMER and day < ended)
        ]
        weights = [MORE if entry.name in self._shown else 1 for entry in sitting]
        return self.rng.choices(sitting, weights)[0]

    def _writer(self, entry: MemberEntry, member: Person) -> tuple[Person, Channel]:
        """The member; the member's assistant; or democratic services, for what came by other means."""
        chance = self.rng.random()
        if chance < 0.12:
            return self.rng.choice(self._clerks), self.rng.choice(BY_OTHER_MEANS)
        if entry.name in self._helpers and chance < 0.6:
            return self._helpers[entry.name], Channel.WEB
        return member, Channel.WEB
