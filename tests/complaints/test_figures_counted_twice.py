"""The figures of a year made by chance are what plain SQL counts, written from the words of the page."""

import datetime
import random
from collections import Counter
from collections.abc import Iterator
from statistics import median
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.utils import timezone

from casework.models import Stream
from casework.rules.suppression import SMALLEST
from complaints.models import Complaint, Remedy, Writing
from complaints.screens.figures import HIDDEN, PAIRINGS, REMEDIES, STAGES, figures
from complaints.states import ComplaintState as State
from rulebook.complaint import PartyKind
from tests.factories import council as make
from tests.factories.enquiries import moment

pytestmark = pytest.mark.django_db
YEAR, AFTER = 2025, datetime.date(2026, 5, 4)
FIRST = datetime.date(2025, 3, 1)
KINDS = ("member-officer", "officer-member", "member-member", "public-officer")
# Chance leaves some cells small in each of the seeds.
SEEDS = (6, 28)


@pytest.fixture(autouse=True)
def after_the_year() -> Iterator[None]:
    with time_machine.travel(moment(AFTER), tick=False):
        yield


def a_year(seed: int, number: int = 260) -> None:
    """So many complaints from March to the April after the next, in every state, with remedies."""
    chance = random.Random(seed)  # noqa: S311 - a year for a test, no secret
    streams = Stream.objects.bulk_create(Stream(name=f"complaint:CMP-{place}") for place in range(number))
    people = make.a_member(), make.an_officer()
    rows = [_one(chance, place, stream, people) for place, stream in enumerate(streams)]
    made = Complaint.objects.bulk_create(rows)
    for row in chance.sample(made, number // 3):
        words = Writing.objects.create(complaint=row, kind="remedy", at=timezone.now(), text="Training.")
        done = chance.choice([None, AFTER])
        Remedy.objects.create(complaint=row, writing=words, due_on=AFTER, done_on=done)


def _one(chance: random.Random, place: int, stream: Stream, people: tuple[Any, Any]) -> Complaint:
    began = FIRST + datetime.timedelta(days=chance.randrange(430))
    state = chance.choices(list(State), weights=[1, 3, 2, 2, 1, 2, 2, 2, 8, 3])[0]
    informal = state in (State.INFORMAL,) or chance.random() < 0.3
    by, _dash, about = chance.choice(KINDS).partition("-")
    received = (
        None if state in (State.RAISED, State.INFORMAL) else began + datetime.timedelta(days=3 * informal)
    )
    days = datetime.timedelta(days=chance.randrange(40))
    decided = state in (State.DECIDED, State.CLOSED)
    return Complaint(
        reference=f"CMP-{place}",
        stream=stream,
        protocol="waltham-forest",
        complainant=people[0],
        subject=people[1],
        complainant_kind=PartyKind(by),
        subject_kind=PartyKind(about),
        state=state,
        raised_at=moment(began),
        informal_on=began if informal and state is not State.RAISED else None,
        received_on=received,
        acknowledged_at=moment(received + days) if received and chance.random() < 0.8 else None,
        outcome=chance.choice(["settled", "upheld", "partly", "not-upheld", "no-action"]) if decided else "",
        decided_at=moment(received + days) if received and decided else None,
        referred_to="code-of-conduct" if state is State.REFERRED else "",
    )


def asked(sql: str, quarter: int) -> list[tuple[Any, ...]]:
    """What the database says of the complaints that began in that quarter of the year."""
    begun = f"""
        SELECT * FROM (SELECT *, CASE WHEN informal_on IS NULL THEN received_on ELSE informal_on END AS began
        FROM complaints_complaint) AS every WHERE began IS NOT NULL
        AND date_trunc('month', began) IN
        (SELECT generate_series(date '{YEAR}-04-01' + interval '{3 * quarter} months',
        date '{YEAR}-04-01' + interval '{3 * quarter + 2} months', interval '1 month'))
    """
    with connection.cursor() as cursor:
        cursor.execute(f"WITH begun AS ({begun}) {sql}")
        return list(cursor.fetchall())


PAIRS = "SELECT complainant_kind || '-' || subject_kind, count(*) FROM begun GROUP BY 1"
STAGE = """
    SELECT CASE WHEN state = 'withdrawn' THEN 'withdrawn' WHEN outcome <> '' THEN outcome
    WHEN referred_to <> '' THEN 'elsewhere' WHEN state = 'informal' THEN 'informal' ELSE 'in-hand' END,
    count(*) FROM begun GROUP BY 1
"""
PUT_RIGHT = """
    SELECT CASE WHEN done_on IS NULL THEN 'open' ELSE 'done' END, count(*)
    FROM complaints_remedy JOIN begun ON begun.id = complaint_id GROUP BY 1
"""
TAKEN = "SELECT (timezone('Europe/London', {0})::date - received_on) FROM begun WHERE {0} IS NOT NULL"
TABLES = {"pairings": (PAIRS, PAIRINGS), "stages": (STAGE, STAGES), "remedies": (PUT_RIGHT, REMEDIES)}


@pytest.mark.parametrize("seed", SEEDS)
def test_every_number_shown_is_what_sql_counts_and_every_hidden_one_hides_something(seed: int) -> None:
    a_year(seed)
    shown = {table.key: table for table in figures(YEAR, today=AFTER).tables}
    seen: Counter[str] = Counter()
    for key, (sql, labels) in TABLES.items():
        for quarter in range(4):
            counted = dict(asked(sql, quarter))
            cells = {row.label: row.cells[quarter] for row in shown[key].rows}
            total = sum(counted.values())
            assert cells.pop("All") in (str(total), HIDDEN)
            for name, label in labels.items():
                number = counted.get(name, 0)
                if cells[label] == HIDDEN:
                    seen["hidden"] += 1
                else:
                    seen["shown"] += 1
                    assert cells[label] == str(number), (key, quarter, label)
                    assert number == 0 or number >= SMALLEST, (key, quarter, label)
            hidden = [counted.get(name, 0) for name, label in labels.items() if cells[label] == HIDDEN]
            assert len([number for number in hidden if number]) != 1 or total < SMALLEST, (key, quarter)
    assert seen["shown"] > 40
    assert seen["hidden"] > 4


@pytest.mark.parametrize("seed", SEEDS)
def test_the_middle_number_of_days_is_what_sql_finds(seed: int) -> None:
    a_year(seed)
    days = next(table for table in figures(YEAR, today=AFTER).tables if table.key == "days")
    for row, column in zip(days.rows, ("acknowledged_at", "decided_at"), strict=True):
        for quarter in range(4):
            taken = [one for (one,) in asked(TAKEN.format(column) + " AND received_on IS NOT NULL", quarter)]
            assert row.cells[quarter] == (f"{median(taken):g}" if len(taken) >= SMALLEST else HIDDEN)
