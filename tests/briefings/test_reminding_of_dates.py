"""Reminders of briefings: computed from stored dates, once each, and none is lost without the clock."""

import datetime

import pytest
from django.utils import timezone

from briefings import events
from briefings.clock import serve_by
from briefings.models import Briefing, Matter, Session
from briefings.tasks import remind_of_dates_on
from casework.models import CaseEvent
from rulebook.briefing.request import Form
from tests.briefings import giving
from tests.factories import briefings as make
from tests.factories.briefings import Hall

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


@pytest.fixture
def hall(settings: object) -> Hall:
    settings.PROTOCOL = "haringey"  # type: ignore[attr-defined]
    return make.a_hall()


def a_fixed_date(hall: Hall) -> tuple[Briefing, Matter, Session]:
    row = make.agreed(hall, form=Form.ATTENDANCE)
    assert row.matter is not None
    session = giving.a_date(row.matter, days=30)
    giving.named(session, hall.director)
    return giving.chosen(row, session, by=hall.leaders[0]), row.matter, session


def reminded(on: datetime.date) -> int:
    at = timezone.make_aware(datetime.datetime.combine(on, datetime.time(9)))
    return remind_of_dates_on(on=on, at=at)


def told_of(name: str) -> list[str]:
    rows = CaseEvent.objects.filter(kind=name).order_by("pk")
    return sorted(one.person.email for event in rows for one in event.deliveries.select_related("person"))


def test_speakers_and_the_group_are_reminded_once_two_working_days_ahead(hall: Hall) -> None:
    _row, matter, session = a_fixed_date(hall)
    day = timezone.localdate(session.starts_at)
    early = day - 6 * DAY
    assert reminded(early) == 0
    assert reminded(day - DAY) == 1
    assert reminded(day - DAY) == 0
    assert reminded(day) == 0
    speaks = sorted([hall.director.email, matter.lead.email])
    assert told_of(events.SESSION_REMINDED.name) == speaks
    assert told_of(events.DATE_NEAR.name) == [hall.leaders[0].email]


def test_after_a_fortnight_without_the_clock_the_lead_is_asked_whether_it_was_held(hall: Hall) -> None:
    _row, matter, session = a_fixed_date(hall)
    later = timezone.localdate(session.starts_at) + 14 * DAY
    assert reminded(later) == 1
    assert told_of(events.SESSION_REMINDED.name) == [matter.lead.email]
    assert reminded(later + DAY) == 0


def test_the_lead_is_reminded_once_of_a_group_with_neither_date_nor_pack(hall: Hall) -> None:
    row = make.agreed(hall, form=Form.REPORT)
    assert row.decided_at is not None
    due = serve_by(row.decided_at)
    assert reminded(due) == 0
    assert reminded(due + 20 * DAY) == 1
    assert reminded(due + 21 * DAY) == 0
    assert row.matter is not None
    assert told_of(events.NOT_SERVED.name) == [row.matter.lead.email]
