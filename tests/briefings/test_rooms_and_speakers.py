"""Who speaks and who is in the room by the text, and what officers do when the talk turns political."""

import datetime

import pytest
from django.utils import timezone

from briefings.actions import rooms, speakers
from briefings.models import Attendee, Departure, Matter, Session
from briefings.policies import dates as policies
from briefings.queries.giving import faults_of
from council.models import OfficerAppointment
from rulebook.decision import Refused
from tests.briefings import giving
from tests.briefings.giving import attended, client_of, fresh, listed, under
from tests.factories import briefings as make
from tests.factories import council
from tests.factories.briefings import Hall

pytestmark = pytest.mark.django_db


@pytest.fixture
def hall() -> Hall:
    return make.a_hall()


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
