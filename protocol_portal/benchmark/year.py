"""Writes the whole year: registers by the demonstration's hand, cases by COPY, whole or not at all."""

import datetime
import random
from dataclasses import dataclass

from django.db import connection, transaction
from django.utils.translation import gettext as _

from casework.models import Stream
from council.models import Person
from council.queries import protocol_in_force
from enquiries.clock import Clock
from enquiries.models import Enquiry
from protocol_portal.benchmark.authority import council_of
from protocol_portal.benchmark.beside import play_beside, settle
from protocol_portal.benchmark.book import Book
from protocol_portal.benchmark.courses import a_course
from protocol_portal.benchmark.days import Days
from protocol_portal.benchmark.desk import Desk
from protocol_portal.benchmark.moves import STEPS
from protocol_portal.benchmark.papers import write_papers
from protocol_portal.benchmark.sheets import write_all
from protocol_portal.benchmark.telling import Telling
from protocol_portal.benchmark.turns import ALL
from protocol_portal.demonstration.acts_of_sharing import ALL_ACTS
from protocol_portal.demonstration.cases import Casting
from protocol_portal.demonstration.clockwork import write_bank_holidays, write_clockwork, write_elections
from protocol_portal.demonstration.moments import Pace, day_of
from protocol_portal.demonstration.playing import Stage
from protocol_portal.demonstration.registers import write_registers
from protocol_portal.demonstration.registry import Registry
from rulebook.duty import Duty

SEED = 7
# Cases that are written at once: enough for COPY to pay, few enough to be held in memory.
BATCH = 2_000


class NotGenerated(Exception):
    """Why no year was generated, in a sentence; nothing was written."""


@dataclass(frozen=True)
class Year:
    """What was written: how many enquiries, and how many events in how many timelines."""

    enquiries: int
    streams: int


def generate_year(*, cases: int, seed: int, now: datetime.datetime, has_others: bool = True) -> Year:
    """A council and its last twelve months, the same for the same seed and moment.

    Without `has_others` there are no complaints and briefings, which are played one by one and take seconds.
    Raises NotGenerated where the database holds people or cases already, or the council sets no time for
    replies and for closing.
    """
    if Person.objects.exists() or Enquiry.objects.exists() or Stream.objects.exists():
        raise NotGenerated(
            _("The database holds people or cases already. A generated year needs an empty one.")
        )
    with transaction.atomic():
        return _generate(cases, random.Random(seed), now, has_others=has_others)  # noqa: S311


def _generate(cases: int, rng: random.Random, now: datetime.datetime, *, has_others: bool) -> Year:
    text = protocol_in_force()
    council = council_of(text, cases=cases)
    roll = write_registers(council, today=day_of(now))
    write_clockwork(text, today=day_of(now), by=roll.keepers[0])
    write_elections(text, today=day_of(now))
    write_bank_holidays()
    clock = Clock.read()
    reply = clock.limit(Duty.REPLY, text=text.key, on=day_of(now))
    close = clock.limit(Duty.CLOSE, text=text.key, on=day_of(now))
    if reply is None or close is None:
        raise NotGenerated(_("A generated year needs a time for replies and for closing."))
    pace = Pace(rng, clock.calendar, reply.period, close.period, now)
    desk = Desk(Book(rng), Days(clock, text.key), roll, text, rng)
    casting = Casting(council, roll, rng)
    written = 0
    for day in pace.days_of_the_past(cases, newest=1):
        course = a_course(pace, day)
        if course.life.moves:
            tell(Telling(desk, casting.case(course.life), asks_privacy=course.asks_privacy))
            written += 1
        if written % BATCH == 0:
            write_all(desk.sheets())
    write_all(desk.sheets())
    registry = Registry(council, text, Stage(roll, rng, [], ALL_ACTS), pace)
    write_papers(registry, desk.book, cases=cases)
    if has_others:
        play_beside(registry, cases=cases)
    settle()
    with connection.cursor() as ask:
        ask.execute("SET CONSTRAINTS ALL IMMEDIATE")
    # Everything that was announced is settled: no worker is asked for it.
    connection.run_on_commit.clear()
    return Year(Enquiry.objects.count(), Stream.objects.count())


def tell(case: Telling) -> None:
    """All its moves, those left out that its state does not allow, and its rows."""
    for move in case.case.life.moves:
        step = STEPS.get(move.verb)
        if step is None or case.may_step(step):
            ALL[move.verb](case, move)
    case.done()
