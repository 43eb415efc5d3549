"""The figures of a year made by chance are what plain SQL counts, each with as many rows behind it."""

import datetime
import random
from collections.abc import Iterator
from statistics import median
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.utils import timezone

from briefings.models import Briefing, Matter
from briefings.queries import visible_to
from briefings.queries.parity import FIGURES, by_group, rows_behind
from briefings.screens.parity import parity_page, period_of
from casework.models import Stream
from casework.rules.periods import Period
from tests.factories import briefings as make
from tests.factories.briefings import Hall
from tests.factories.enquiries import moment

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 11, 26)
AUTUMN = Period(datetime.date(2026, 10, 1), TODAY)
ONE_DAY = datetime.timedelta(days=1)


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with time_machine.travel(moment(TODAY), tick=False):
        yield


@pytest.fixture
def hall(settings: object) -> Hall:
    settings.PROTOCOL = "haringey"  # type: ignore[attr-defined]
    return make.a_hall()


def a_matter(hall: Hall, place: int) -> Matter:
    """A matter that is closed already, so that nothing of it is missing."""
    stream = Stream.objects.create(name=f"matter:MAT-{place}")
    return Matter.objects.create(
        reference=f"MAT-{place}",
        stream=stream,
        protocol="haringey",
        subject="Parks",
        form="briefing",
        equal_access="offer-all",
        lead=hall.chief,
        opened_at=moment(datetime.date(2026, 9, 1)),
        closed_on=datetime.date(2026, 9, 2),
    )


def a_year(hall: Hall, *, number: int = 150) -> None:
    """So many rows of the three groups by chance, some before the period, in every state."""
    chance = random.Random(7)  # noqa: S311 - a year for a test, no secret
    streams = Stream.objects.bulk_create(Stream(name=f"briefing:BRF-{place}") for place in range(number))
    rows = []
    for place, stream in enumerate(streams):
        asked = chance.random() < 0.5
        own = ("asked", "referred", "agreed", "declined", "withdrawn", "given")
        others = ("offered", "told", "not-taken", "agreed", "given", "withdrawn")
        state = chance.choice(own if asked else others)
        began = moment(AUTUMN.first + ONE_DAY * chance.randrange(-30, 50))
        decided = asked and state in ("agreed", "declined", "given")
        answered = began + ONE_DAY * chance.randrange(30) if decided else None
        rows.append(
            Briefing(
                reference=f"BRF-{place}",
                stream=stream,
                protocol="haringey",
                group=chance.choice(hall.groups),
                origin="asked" if asked else "offered",
                matter=None if asked else a_matter(hall, place),
                form="briefing",
                state=state,
                asked_by=hall.leaders[0] if asked else None,
                asked_at=began,
                decided_at=answered,
                # The text itself declines some, which nobody decided.
                decided_by=hall.chief if answered and place % 5 else None,
                answer_by=None if asked else TODAY + ONE_DAY * chance.randrange(-3, 4),
            )
        )
    Briefing.objects.bulk_create(rows)


# Written from the words of the page.
_WITHIN = (
    "(asked_at at time zone 'Europe/London')::date between %(first)s and %(last)s and group_id = %(group)s"
)
_SQL = {
    "asked": "origin = 'asked'",
    "given": "origin = 'asked' and state = 'given'",
    "agreed": "origin = 'asked' and state = 'agreed'",
    "declined": "origin = 'asked' and state = 'declined'",
    "waiting": "origin = 'asked' and state in ('asked', 'referred')",
    "taken-back": "origin = 'asked' and state = 'withdrawn'",
    "answered": "origin = 'asked' and decided_by_id is not null and decided_at is not null",
    "offered": "origin in ('offered', 'told')",
    "taken-up": "origin in ('offered', 'told') and state in ('agreed', 'given')",
    "not-taken": "origin in ('offered', 'told') and state = 'not-taken'",
    "silent": "origin in ('offered', 'told') and state = 'offered' and answer_by < %(today)s",
    "to-answer": "origin in ('offered', 'told') and state = 'offered' and answer_by >= %(today)s",
    "told": "origin in ('offered', 'told') and state = 'told'",
    "ended": "origin in ('offered', 'told') and state = 'withdrawn'",
}


def counted(what: str, group: int) -> int:
    """The figure in plain SQL."""
    given = {"first": AUTUMN.first, "last": AUTUMN.last, "group": group, "today": TODAY}
    with connection.cursor() as cursor:
        cursor.execute(
            f"select count(*) from briefings_briefing where {_WITHIN} and {_SQL[what]}",
            given,
        )
        return int(cursor.fetchone()[0])


def weekdays(first: datetime.date, last: datetime.date) -> int:
    """Working days between, in a span without a bank holiday."""
    days = ((last - first).days, first)
    return sum((days[1] + ONE_DAY * one).weekday() < 5 for one in range(1, days[0] + 1))


def test_figures_are_what_plain_sql_counts_and_their_lists_have_as_many_rows(hall: Hall) -> None:
    a_year(hall)
    seen = visible_to(make.today(hall.monitoring_officer))
    assert set(_SQL) == set(FIGURES)
    for one in by_group(AUTUMN, on=TODAY):
        assert one.seats == 2
        for what in FIGURES:
            expected = counted(what, one.group.pk)
            assert one.counts[what] == expected, what
            assert rows_behind(seen, what, one.group.pk, AUTUMN, on=TODAY).count() == expected, what
        answered = rows_behind(seen, "answered", one.group.pk, AUTUMN, on=TODAY)
        days = [
            weekdays(timezone.localdate(row.asked_at), timezone.localdate(row.decided_at)) for row in answered
        ]
        assert median(one.days) == median(days)
        # Nothing is counted twice, and nothing is left out.
        own = ("given", "agreed", "declined", "waiting", "taken-back")
        others = ("taken-up", "not-taken", "silent", "to-answer", "told", "ended")
        assert one.counts["asked"] == sum(one.counts[key] for key in own)
        assert one.counts["offered"] == sum(one.counts[key] for key in others)


def test_the_page_asks_as_many_queries_for_many_rows_as_for_few(
    hall: Hall, django_assert_max_num_queries: Any
) -> None:
    a_year(hall, number=60)
    who = make.today(hall.monitoring_officer)
    with django_assert_max_num_queries(18):
        parity_page(who, period_of(who, ""))
