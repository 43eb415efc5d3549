"""Dates in calendars: invitations that replace one another, and an address of one’s own."""

import datetime

import pytest
from django.test import Client
from django.utils import timezone
from icalendar import Calendar, Component

from briefings.actions import dates
from briefings.actions.feeds import end_feed, make_feed
from briefings.queries.feeds import token_of
from council.models import GroupMembership
from rulebook.decision import Refused
from tests.briefings import giving
from tests.briefings.giving import attended, client_of, under
from tests.factories import briefings as make
from tests.factories.briefings import Hall

pytestmark = pytest.mark.django_db


@pytest.fixture
def hall() -> Hall:
    return make.a_hall()


def test_a_cancelled_date_is_chosen_anew_and_taken_out_of_calendars(hall: Hall, settings: object) -> None:
    under(settings, "haringey")
    row, matter = attended(hall)
    session = giving.a_date(matter)
    row = giving.chosen(row, session, by=hall.leaders[0])
    leader = client_of(hall.leaders[0])
    first = event_in(leader.get(f"/briefings/{row.reference}/calendar/").content)
    assert (str(first["STATUS"]), first["SEQUENCE"]) == ("CONFIRMED", 0)
    assert first["DTSTART"].dt == session.starts_at.replace(microsecond=0)
    assert first["DTSTART"].params["TZID"] == "Europe/London"
    assert row.reference in str(first["SUMMARY"])
    assert make.SUBJECT not in str(first.to_ical())
    with pytest.raises(Refused):
        giving.chosen(row, session, by=hall.leaders[0])
    dates.cancel_date(
        who=make.today(matter.lead),
        session=session,
        because="The room is flooded.",
        seen_version=None,
        at=timezone.now(),
    )
    second = event_in(leader.get(f"/briefings/{row.reference}/calendar/").content)
    assert (str(second["STATUS"]), second["SEQUENCE"]) == ("CANCELLED", 1)
    assert second["UID"] == first["UID"]
    officers = event_in(
        client_of(matter.lead)
        .get(f"/briefings/matters/{matter.reference}/dates/{session.pk}/calendar/")
        .content
    )
    assert officers["UID"] == first["UID"]
    again = giving.chosen(row, giving.a_date(matter, days=9), by=hall.leaders[0])
    assert again.session_id != session.pk
    assert client_of(hall.leaders[1]).get(f"/briefings/{row.reference}/calendar/").status_code == 404


def event_in(content: bytes) -> Component:
    return next(iter(Calendar.from_ical(content).walk("VEVENT")))


def test_a_calendar_address_shows_own_dates_until_it_is_ended(hall: Hall, settings: object) -> None:
    under(settings, "haringey")
    row, matter = attended(hall)
    session = giving.a_date(matter)
    giving.chosen(row, session, by=hall.leaders[0])
    giving.named(session, hall.director)
    nobody = Client()
    for person, number in ((hall.members[0], row.reference), (hall.director, matter.reference)):
        feed = make_feed(who=make.today(person), at=timezone.now())
        address = f"/briefings/calendar/{token_of(feed)}.ics"
        event = event_in(nobody.get(address).content)
        assert number in str(event["SUMMARY"])
        assert make.SUBJECT not in str(event.to_ical())
        assert address in client_of(person).get("/briefings/calendar/").content.decode()
        end_feed(who=make.today(person), at=timezone.now())
        assert nobody.get(address).status_code == 404
    assert nobody.get("/briefings/calendar/" + "0" * 32 + ".ics").status_code == 404
    # Another group's member sees none of it; whoever left the group sees nothing of it any more.
    feed = make_feed(who=make.today(hall.members[1]), at=timezone.now())
    assert b"VEVENT" not in nobody.get(f"/briefings/calendar/{token_of(feed)}.ics").content
    feed = make_feed(who=make.today(hall.members[0]), at=timezone.now())
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    GroupMembership.objects.filter(person=hall.members[0]).update(to_on=yesterday)
    assert b"VEVENT" not in nobody.get(f"/briefings/calendar/{token_of(feed)}.ics").content
