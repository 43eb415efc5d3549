"""Loads a demonstration council into an empty database: registers, logins, a year of cases and complaints."""

import datetime
import random
from dataclasses import replace

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import connection, transaction
from django.db.models import F
from django.utils.translation import gettext as _

from access_rules import tasks as of_documents
from briefings import tasks as of_briefings
from casework.actions.verifying import check_new_record
from casework.models import Delivery, Effect, LocalTerm
from complaints import tasks as of_complaints
from council.models import CouncilProfile, Directorate, Person, User
from council.queries import protocol_in_force
from enquiries.clock import Clock
from enquiries.models import Enquiry
from enquiries.tasks import close_due, send_reminders
from protocol_portal.demonstration.acts_of_complaining import STEPS
from protocol_portal.demonstration.acts_of_sharing import ALL_ACTS
from protocol_portal.demonstration.amendments_made import play_amendments
from protocol_portal.demonstration.briefings_made import play_briefings
from protocol_portal.demonstration.cases import Casting
from protocol_portal.demonstration.clockwork import (
    write_bank_holidays,
    write_clockwork,
    write_elections,
)
from protocol_portal.demonstration.complaints_made import play_complaints
from protocol_portal.demonstration.councils import council_under
from protocol_portal.demonstration.documents import play_documents
from protocol_portal.demonstration.entries import Council
from protocol_portal.demonstration.grievances import Grievances
from protocol_portal.demonstration.lives import Life, a_life
from protocol_portal.demonstration.logins import write_logins
from protocol_portal.demonstration.moments import Pace, day_of
from protocol_portal.demonstration.notices_made import play_notices
from protocol_portal.demonstration.papers import Papers
from protocol_portal.demonstration.playing import Play, Stage
from protocol_portal.demonstration.present import present_lives
from protocol_portal.demonstration.promised import asks_approval, promised_lives
from protocol_portal.demonstration.registers import write_registers
from protocol_portal.demonstration.registry import Registry
from protocol_portal.demonstration.signing import write_signatures
from protocol_portal.demonstration.standard_letters import write_standard_letters
from rulebook.duty import Duty
from rulebook.protocol import Protocol

SEED = 1815
# Older than this, an enquiry's course has run; what is under way now is told by itself (`present`).
PAST = 14
# What must be empty: whoever has a council's own rows keeps them.
_REGISTERS = (Person, User, CouncilProfile, LocalTerm, Enquiry)


class NotLoaded(Exception):
    """Why the demonstration was not loaded, in a sentence; nothing was written."""


def is_loaded() -> bool:
    """Is this database the demonstration council of the text in force?"""
    council = council_under(protocol_in_force())
    return Person.objects.filter(email__endswith=f"@{council.domain}").exists()


def load_demonstration(
    *, now: datetime.datetime, history: int | None = None, has_documents: bool = True
) -> int:
    """Loads the council of the text in force, whole or not at all; how many enquiries there are.

    `history` is how many enquiries lie in the past (the council's own number unless it is given), and
    `has_documents` whether its meetings and documents are there, whose files take seconds to read. Raises
    NotLoaded outside the demonstration, or where anything is in the registers.
    """
    if not settings.DEMONSTRATION:
        raise NotLoaded(_("The demonstration council is loaded only with DEMONSTRATION=1."))
    if any(model.objects.exists() for model in _REGISTERS):
        raise NotLoaded(
            _(
                "The database holds data already. The demonstration needs an empty one: on your own machine, "
                "script/server --reset starts afresh."
            )
        )
    text = protocol_in_force()
    council = council_under(text)
    past = council.history if history is None else history
    if not (past and has_documents):
        council = replace(council, papers=Papers())
    if not past:
        council = replace(council, grievances=Grievances(), briefings=(), notices=())
    stage_files: list[str] = []
    try:
        with transaction.atomic():
            return _load(text, council, now, past, stage_files)
    except BaseException:
        for name in stage_files:
            default_storage.delete(name)
        raise


def _load(
    text: Protocol, council: Council, now: datetime.datetime, history: int, stage_files: list[str]
) -> int:
    _plan_quickly()
    roll = write_registers(council, today=day_of(now))
    write_clockwork(text, today=day_of(now), by=roll.keepers[0])
    write_elections(text, today=day_of(now))
    write_standard_letters(today=day_of(now))
    write_logins(council, roll)
    rng = random.Random(SEED)  # noqa: S311
    pace = _pace(text, rng, now)
    casting = Casting(council, roll, rng)
    stage = Stage(roll, rng, stage_files, ALL_ACTS)
    lives = sorted(_lives(pace, text, history), key=lambda life: life.moves[0].at)
    # Approval is wanted from the day that somebody asks for it: what was sent before went straight.
    lives.sort(key=asks_approval)
    written = 0
    for life in lives:
        if asks_approval(life):
            Directorate.objects.filter(name=council.approving).update(approves_replies=True)
        written += len(Play(stage, casting.case(life)).perform())
    registry = Registry(council, text, stage, pace)
    play_documents(registry)
    play_complaints(registry, council.grievances, STEPS)
    play_briefings(registry, council.briefings)
    play_notices(registry, council.notices)
    write_signatures(now=now)
    play_amendments(registry)
    _settle(pace)
    # Last, because thousands of deadlines are counted faster by the shipped dates; they are the same.
    write_bank_holidays()
    check_new_record(at=now)
    return written


def _plan_quickly() -> None:
    """Joins as they are written, in this transaction: for small tables planning costs more than running."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL join_collapse_limit = 1")
        cursor.execute("SET LOCAL from_collapse_limit = 1")


def _pace(text: Protocol, rng: random.Random, now: datetime.datetime) -> Pace:
    """The calendar and the limits of this council, read as the portal reads them."""
    clock, today = Clock.read(), day_of(now)
    reply = clock.limit(Duty.REPLY, text=text.key, on=today)
    close = clock.limit(Duty.CLOSE, text=text.key, on=today)
    if reply is None or close is None:
        raise NotLoaded(_("The demonstration needs a time for replies and for closing."))
    return Pace(rng, clock.calendar, reply.period, close.period, now)


def _lives(pace: Pace, text: Protocol, history: int) -> list[Life]:
    past = [a_life(pace, day) for day in pace.days_of_the_past(history, newest=PAST)]
    promised = promised_lives(pace, text) if history else ()
    return [*past, *present_lives(pace, history=history), *promised]


def _settle(pace: Pace) -> None:
    """Nothing is owed from the past: reminders up to today count as sent, and so does every letter.

    The broker hears of none of it: what was to be published after commit is dropped with the rows settled.
    """
    send_reminders(on=pace.today, at=pace.now)
    close_due(on=pace.today, at=pace.now)
    for told in (
        of_documents.send_reminders,
        of_documents.send_reminders_of_meetings,
        of_complaints.send_reminders,
        of_briefings.send_reminders,
    ):
        told(on=pace.today, at=pace.now)
    of_documents.remind_members(on=pace.today, at=pace.now)
    Delivery.objects.filter(state=Delivery.State.PENDING).update(
        state=Delivery.State.SENT, sent_at=F("not_before"), attempts=1
    )
    Effect.objects.filter(state=Effect.State.PENDING).update(
        state=Effect.State.SENT, sent_at=F("not_before"), attempts=1
    )
    connection.run_on_commit.clear()
