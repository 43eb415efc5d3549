"""Dates are offered, chosen, joint, cancelled and held; who speaks and who is in the room by the text."""

import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from icalendar import Calendar, Component

from briefings.actions import dates, rooms, speakers
from briefings.actions.deciding import agree
from briefings.actions.feeds import end_feed, make_feed
from briefings.actions.sharing import take_up
from briefings.models import Attendee, Briefing, Departure, Matter, Session
from briefings.policies import dates as policies
from briefings.queries.feeds import token_of
from briefings.queries.giving import faults_of
from council.models import GroupMembership, OfficerAppointment, Person
from rulebook.briefing.request import Form
from rulebook.decision import Refused
from rulebook.post import Post
from tests.briefings import giving
from tests.factories import briefings as make
from tests.factories import council
from tests.factories.briefings import Hall

pytestmark = pytest.mark.django_db


@pytest.fixture
def hall() -> Hall:
    return make.a_hall()


def under(settings: object, text: str) -> None:
    settings.PROTOCOL = text  # type: ignore[attr-defined]


def attended(hall: Hall, *, group: int = 0) -> tuple[Briefing, Matter]:
    row = make.agreed(hall, group=group, form=Form.ATTENDANCE)
    assert row.matter is not None
    return row, row.matter


def listed(hall: Hall, row: Briefing, *others: str, group: int = 0) -> Briefing:
    return rooms.list_room(
        who=make.today(hall.leaders[group]),
        row=row,
        people=[hall.leaders[group], hall.members[group]],
        others=others,
        seen_version=None,
        at=timezone.now(),
    )


def fresh(row: Briefing) -> Briefing:
    return Briefing.objects.select_related("session", "matter").get(pk=row.pk)


def client_of(person: Person) -> Client:
    client = Client()
    client.force_login(council.a_login(person))
    return client


def test_a_date_is_joint_when_two_groups_choose_it_and_a_decliner_has_no_part(
    hall: Hall, settings: object
) -> None:
    under(settings, "haringey")
    row, matter = attended(hall)
    other = Briefing.objects.get(group=hall.groups[1])
    other = dates_taken(hall, other, 1)
    session = giving.a_date(matter)
    giving.chosen(row, session, by=hall.leaders[0])
    giving.chosen(other, session, by=hall.leaders[1])
    page = client_of(hall.leaders[0]).get(f"/briefings/{row.reference}/").content.decode()
    assert "together with other groups" in page
    assert hall.groups[1].name not in page
    giving.named(session, hall.director)
    giving.held(session)
    assert {fresh(one).state for one in (row, other)} == {"given"}
    assert Briefing.objects.get(group=hall.groups[2]).state == "offered"


def dates_taken(hall: Hall, row: Briefing, group: int) -> Briefing:
    return take_up(who=make.today(hall.leaders[group]), row=row, seen_version=None, at=timezone.now())


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


def test_the_others_are_told_once_an_officer_attended(settings: object) -> None:
    under(settings, "mwda")
    hall = make.a_hall()
    clerk = council.a_holder_of(Post.CLERK)
    row = make.asked(hall, form=Form.ATTENDANCE, asked_of=Post.CLERK)
    row = agree(
        who=make.today(clerk),
        row=row,
        subject=make.SUBJECT,
        same_as=None,
        lead=None,
        seen_version=None,
        at=timezone.now(),
    )
    assert row.matter is not None
    session = giving.a_date(row.matter)
    giving.chosen(row, session, by=hall.leaders[0])
    giving.named(session, council.an_officer())
    assert Briefing.objects.count() == 1
    giving.held(session)
    assert set(Briefing.objects.exclude(pk=row.pk).values_list("state", flat=True)) == {"told"}


def test_a_date_is_not_held_for_a_group_with_others_in_the_room(hall: Hall, settings: object) -> None:
    under(settings, "haringey")
    row, matter = attended(hall)
    session = giving.a_date(matter)
    row = giving.chosen(row, session, by=hall.leaders[0])
    giving.named(session, hall.director)
    listed(hall, fresh(row), "Jo Bloggs")
    assert "not held for this group" in policies.room_fault(fresh(row))
    with pytest.raises(Refused):
        giving.held(session)
    listed(hall, fresh(row))
    there = Attendee.objects.get(briefing=row, person=hall.members[0])
    giving.held(session, there=[there.pk])
    assert fresh(row).state == "given"
    assert list(Attendee.objects.filter(was_there=True)) == [there]


def test_officers_may_refuse_others_in_the_room_where_the_text_leaves_it_to_them(
    hall: Hall, settings: object
) -> None:
    under(settings, "waltham-forest")
    row, matter = attended(hall)
    session = giving.a_date(matter)
    row = giving.chosen(row, session, by=hall.leaders[0])
    speaker = giving.a_head()
    giving.named(session, speaker)
    assert not policies.may_refuse_room(make.today(speaker), fresh(row)).allowed
    listed(hall, fresh(row), "Jo Bloggs")
    assert policies.room_fault(fresh(row)) == ""
    assert not policies.may_refuse_room(make.today(hall.leaders[0]), fresh(row)).allowed
    rooms.refuse_room(
        who=make.today(speaker),
        row=fresh(row),
        because="Somebody from outside is there.",
        seen_version=None,
        at=timezone.now(),
    )
    row = fresh(row)
    assert (row.session, row.state) == (None, "agreed")
    page = client_of(hall.members[0]).get(f"/briefings/{row.reference}/").content.decode()
    assert "Somebody from outside is there." in page


def test_a_junior_officer_speaks_beside_a_senior_one_and_with_special_knowledge(
    hall: Hall, settings: object
) -> None:
    under(settings, "waltham-forest")
    _row, matter = attended(hall)
    session = giving.a_date(matter)
    junior, head = council.an_officer(), giving.a_head()
    with pytest.raises(Refused) as refusal:
        giving.named(session, junior, specialism="Library buildings")
    assert "WF-4.2" in [cite.id for cite in refusal.value.decision.citations]
    giving.named(session, head)
    assert giving.named(session, junior, specialism="Library buildings").speaks_as == "junior-officer"
    assert faults_of(session) == []
    # The head of service leaves before the day: both may not speak after all.
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    OfficerAppointment.objects.filter(person=head).update(to_on=yesterday)
    session = Session.objects.get(pk=session.pk)
    assert {one.speaker.person for one in faults_of(session)} == {junior, head}
    assert "WF-4.2" in client_of(matter.lead).get(f"/briefings/matters/{matter.reference}/").content.decode()


def test_a_director_names_somebody_to_come_instead(hall: Hall, settings: object) -> None:
    under(settings, "wokingham-2007")
    _row, matter = attended(hall)
    session = giving.a_date(matter)
    head = giving.a_head()
    Matter.objects.filter(pk=matter.pk).update(lead=head)
    session = Session.objects.get(pk=session.pk)
    with pytest.raises(Refused) as refusal:
        giving.named(session, head, by=head)
    assert "WO-E-9.3.2c" in [cite.id for cite in refusal.value.decision.citations]
    assert giving.named(session, head, by=hall.chief).speaks_as == "nominee"
    assert faults_of(Session.objects.get(pk=session.pk)) == []


def test_a_speaker_keeps_to_what_may_be_said_and_may_leave_politics(hall: Hall, settings: object) -> None:
    under(settings, "haringey")
    row, matter = attended(hall)
    session = giving.a_date(matter)
    giving.chosen(row, session, by=hall.leaders[0])
    speaker = giving.named(session, hall.director)
    speakers.undertake(who=make.today(hall.director), session=session, at=timezone.now())
    speaker.refresh_from_db()
    assert speaker.undertook_at is not None
    with pytest.raises(Refused):
        speakers.undertake(who=make.today(hall.director), session=session, at=timezone.now())
    assert not policies.may_leave(make.today(hall.director), session, at=timezone.now()).allowed
    session = giving.over(session)
    client = client_of(hall.director)
    address = f"/briefings/matters/{matter.reference}/dates/{session.pk}/left/"
    assert "HA-4.14b" in client.get(address).content.decode()
    assert client.post(address, {"left": "18:30", "back": "6.45pm"}).status_code == 302
    gone = Departure.objects.get()
    assert gone.came_back_at is not None
    assert gone.came_back_at - gone.left_at == datetime.timedelta(minutes=15)
    assert client_of(hall.chief).get(address).status_code == 403


def test_dates_rooms_and_speakers_on_their_pages(hall: Hall, settings: object) -> None:
    under(settings, "haringey")
    row, matter = attended(hall)
    lead, leader = client_of(hall.chief), client_of(hall.leaders[0])
    base = f"/briefings/matters/{matter.reference}/"
    assert "HA-4.12" in lead.get(f"{base}dates/").content.decode()
    day = timezone.localdate() + datetime.timedelta(days=8)
    typed = {"place": "Committee room 2", "minutes": "45", "day_1": f"{day:%d/%m/%Y}", "time_1": "18:30"}
    assert "Enter both" in lead.post(f"{base}dates/", {**typed, "day_2": typed["day_1"]}).content.decode()
    assert lead.post(f"{base}dates/", typed).status_code == 302
    session = Session.objects.get()
    assert timezone.localtime(session.starts_at).hour == 18
    date = f"{base}dates/{session.pk}/"
    assert lead.post(f"{date}speaker/", {"person": hall.director.pk}).status_code == 302
    named = session.speakers.get()
    assert client_of(hall.director).post(f"{date}undertake/", {}).status_code == 302
    assert leader.post(f"/briefings/{row.reference}/date/", {"session": session.pk}).status_code == 302
    people = [hall.leaders[0].pk, hall.members[0].pk]
    assert leader.post(f"/briefings/{row.reference}/room/", {"people": people}).status_code == 302
    assert lead.get(f"{date}held/").status_code == 403
    assert hall.groups[0].name in lead.get(base).content.decode()
    assert lead.post(f"{base}speakers/{named.pk}/off/", {}).status_code == 302
    assert lead.post(f"{date}cancel/", {"because": "Snow."}).status_code == 302
    assert "Snow." in leader.get(f"/briefings/{row.reference}/").content.decode()
    # A member who does not speak for the group reads, and chooses nothing (HA-4.10a).
    member = client_of(hall.members[0])
    assert member.get(f"/briefings/{row.reference}/date/").status_code == 403
    assert client_of(hall.leaders[1]).get(f"/briefings/{row.reference}/room/").status_code == 404


def test_the_matter_page_asks_the_same_number_of_queries_however_many_dates(
    hall: Hall, settings: object
) -> None:
    under(settings, "haringey")
    _row, matter = attended(hall)
    client = client_of(hall.chief)
    counts = []
    for days in (5, 6, 7):
        giving.named(giving.a_date(matter, days=days), hall.director)
        counts.append(queries_of(client, matter))
    assert counts[1] == counts[2]


def queries_of(client: Client, matter: Matter) -> int:
    with CaptureQueriesContext(connection) as seen:
        assert client.get(f"/briefings/matters/{matter.reference}/").status_code == 200
    return len(seen)


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
