"""Letters about a date bring it for the reader’s calendar; when it is cancelled, the next takes it out."""

import datetime

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.utils import timezone
from icalendar import Calendar, Component

from briefings.actions import dates, rooms
from briefings.actions.sharing import take_up
from briefings.actions.speakers import take_off
from briefings.models import Briefing, Session
from briefings.tasks import remind_of_dates_on
from casework.actions.delivering import deliver_due
from council.models import Person
from tests.briefings import giving
from tests.briefings.giving import attended, under
from tests.factories import briefings as make
from tests.factories.briefings import Hall

pytestmark = pytest.mark.django_db
LATER = datetime.timedelta(hours=2)


@pytest.fixture
def hall(settings: object) -> Hall:
    under(settings, "haringey")
    settings.PORTAL_ADDRESS = "https://portal.council.example/"  # type: ignore[attr-defined]
    return make.a_hall()


def sent(person: Person, *, at: datetime.datetime) -> list[EmailMessage]:
    """What the person gets with the next sweep."""
    mail.outbox.clear()
    deliver_due(at=at)
    return [one for one in mail.outbox if one.to == [person.email]]


def dates_in(letters: list[EmailMessage]) -> list[tuple[str, Component]]:
    """The method and the entry of each file that is attached."""
    found = []
    for one in letters:
        for part in one.message().walk():
            if part.get_content_type() == "text/calendar":
                assert str(part.get_filename()).endswith(".ics")
                calendar = Calendar.from_ical(part.get_payload(decode=True))
                found.append((str(calendar["METHOD"]), next(iter(calendar.walk("VEVENT")))))
    return found


def cancel(session: Session, lead: Person) -> None:
    dates.cancel_date(
        who=make.today(lead), session=session, because="Flooded.", seen_version=None, at=timezone.now()
    )


def test_a_date_comes_with_the_letter_and_goes_with_the_next(hall: Hall) -> None:
    row, matter = attended(hall)
    session = giving.a_date(matter)
    giving.named(session, hall.director)
    now = timezone.now()
    offered = sent(hall.director, at=now + LATER)
    assert offered
    assert not dates_in(offered), "a date that is only offered is none yet"
    giving.chosen(row, session, by=hall.leaders[0])
    letters = sent(hall.director, at=now + 2 * LATER)
    ((method, event),) = dates_in(letters)
    assert (method, str(event["STATUS"])) == ("PUBLISH", "CONFIRMED")
    assert row.reference in str(event["SUMMARY"])
    assert str(event["URL"]) == f"https://portal.council.example/briefings/{row.reference}/"
    assert "The invitation for your calendar is attached." in letters[0].body
    assert make.SUBJECT not in str(letters[0].message())
    cancel(session, matter.lead)
    # To the group as to whoever would have spoken: the same entry, later, and out.
    entries = [dates_in(sent(hall.director, at=now + 3 * LATER))]
    letters = [one for one in mail.outbox if one.to == [hall.leaders[0].email]]
    entries.append(dates_in(letters))
    assert "The attached file takes the date out of your calendar." in letters[0].body
    for ((gone, last),) in entries:
        assert (gone, last["UID"]) == ("CANCEL", event["UID"])
        assert last["SEQUENCE"] > event["SEQUENCE"]


def test_whoever_is_taken_off_has_it_taken_out_and_nobody_else(hall: Hall) -> None:
    row, matter = attended(hall)
    session = giving.a_date(matter)
    giving.chosen(row, session, by=hall.leaders[0])
    speaker = giving.named(session, hall.director)
    now = timezone.now()
    ((method, event),) = dates_in(sent(hall.director, at=now + LATER))
    assert (method, matter.reference in str(event["SUMMARY"])) == ("PUBLISH", True)
    take_off(who=make.today(matter.lead), speaker=speaker, seen_version=None, at=timezone.now())
    letters = sent(hall.director, at=now + 2 * LATER)
    ((method, last),) = dates_in(letters)
    assert (method, str(last["STATUS"]), last["UID"]) == ("CANCEL", "CANCELLED", event["UID"])
    assert str(last["URL"]) == "https://portal.council.example/briefings/", "the matter is theirs no more"
    assert not [one for one in mail.outbox if one.to != [hall.director.email] and dates_in([one])]


def test_one_mail_has_each_date_as_it_stands_last(hall: Hall) -> None:
    row, matter = attended(hall)
    first = giving.a_date(matter)
    giving.chosen(row, first, by=hall.leaders[0])
    now = timezone.now()
    sent(hall.director, at=now + LATER)
    second = giving.a_date(matter, days=9)
    offer = Briefing.objects.get(group=hall.groups[1])
    take_up(who=make.today(hall.leaders[1]), row=offer, seen_version=None, at=timezone.now())
    giving.chosen(offer, second, by=hall.leaders[1])
    for session in (first, second):
        giving.named(session, hall.director)
    gone = first.speakers.get()
    take_off(who=make.today(matter.lead), speaker=gone, seen_version=None, at=timezone.now())
    letters = sent(hall.director, at=now + 2 * LATER)
    assert len(letters) == 1
    found = {entry["DTSTART"].dt: method for method, entry in dates_in(letters)}
    assert found == {
        first.starts_at.replace(microsecond=0): "CANCEL",
        second.starts_at.replace(microsecond=0): "PUBLISH",
    }


def test_whoever_is_named_again_before_the_mail_goes_keeps_it(hall: Hall) -> None:
    row, matter = attended(hall)
    session = giving.a_date(matter)
    giving.chosen(row, session, by=hall.leaders[0])
    speaker = giving.named(session, hall.director)
    take_off(who=make.today(matter.lead), speaker=speaker, seen_version=None, at=timezone.now())
    giving.named(session, hall.director)
    ((method, event),) = dates_in(sent(hall.director, at=timezone.now() + LATER))
    assert (method, str(event["STATUS"])) == ("PUBLISH", "CONFIRMED")


def test_the_lead_hears_of_a_date_that_somebody_else_cancels(hall: Hall) -> None:
    row, matter = attended(hall)
    session = giving.a_date(matter)
    giving.chosen(row, session, by=hall.leaders[0])
    ((method, event),) = dates_in(sent(matter.lead, at=timezone.now() + LATER))
    assert method == "PUBLISH"
    cancel(session, hall.monitoring_officer)
    ((method, last),) = dates_in(sent(matter.lead, at=timezone.now() + 2 * LATER))
    assert (method, last["UID"]) == ("CANCEL", event["UID"])
    assert "LOCATION" not in last


def test_a_group_whose_room_is_refused_has_the_date_taken_out(hall: Hall, settings: object) -> None:
    under(settings, "waltham-forest")
    row, matter = attended(hall)
    session = giving.a_date(matter)
    row = giving.listed(hall, row, "A resident")
    giving.chosen(row, session, by=hall.leaders[0])
    rooms.refuse_room(
        who=make.today(matter.lead), row=row, because="A resident.", seen_version=None, at=timezone.now()
    )
    letters = sent(hall.leaders[0], at=timezone.now() + LATER)
    ((method, event),) = dates_in(letters)
    assert (method, str(event["STATUS"])) == ("CANCEL", "CANCELLED")
    assert "The attached file takes the date out of your calendar." in letters[0].body


def test_a_reminder_brings_it_and_one_of_a_date_that_is_over_does_not(hall: Hall) -> None:
    row, matter = attended(hall)
    session = giving.a_date(matter, days=30)
    giving.named(session, hall.director)
    giving.chosen(row, session, by=hall.leaders[0])
    sent(matter.lead, at=timezone.now() + LATER)
    day = timezone.localdate(session.starts_at)
    for on, number in ((day - datetime.timedelta(days=1), 1), (day + datetime.timedelta(days=14), 0)):
        at = timezone.make_aware(datetime.datetime.combine(on, datetime.time(9)))
        assert remind_of_dates_on(on=on, at=at) == 1
        letters = sent(matter.lead, at=at + LATER)
        assert len(letters) == 1, on
        assert len(dates_in(letters)) == number, on
