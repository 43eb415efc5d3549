"""Dates are offered, chosen by several groups and held; a text that has the others told has them told."""

import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from briefings.actions.deciding import agree
from briefings.actions.sharing import take_up
from briefings.models import Briefing, Matter, Session
from briefings.queries.listing import matters_of_others
from briefings.states import BriefingState
from council.models import Person
from rulebook.briefing.request import Form
from rulebook.post import Post
from tests.briefings import giving
from tests.briefings.giving import attended, client_of, fresh, under
from tests.factories import briefings as make
from tests.factories import council
from tests.factories.briefings import Hall
from tests.factories.browsers import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def hall() -> Hall:
    return make.a_hall()


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


def an_attendance(hall: Hall, clerk: Person, *, group: int = 0) -> tuple[Briefing, Session]:
    """A group asks the Clerk to its meeting, who agrees and names an officer; the date is chosen."""
    row = make.asked(hall, group=group, form=Form.ATTENDANCE, asked_of=Post.CLERK)
    assert not matters_of_others(row).exists()
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
    giving.chosen(row, session, by=hall.leaders[group])
    giving.named(session, council.an_officer())
    return row, session


def test_the_others_are_told_once_an_officer_attended_and_not_of_a_pack_before(settings: object) -> None:
    under(settings, "mwda")
    hall = make.a_hall()
    row, session = an_attendance(hall, council.a_holder_of(Post.CLERK))
    assert row.matter is not None
    # A pack is released ahead of the meeting: nobody has attended yet (MW-12.3d).
    giving.released(row.matter)
    assert Briefing.objects.count() == 1
    giving.held(session)
    assert set(Briefing.objects.exclude(pk=row.pk).values_list("state", flat=True)) == {"told"}


def test_the_others_are_told_of_a_second_attendance_as_of_the_first(settings: object) -> None:
    under(settings, "mwda")
    hall = make.a_hall()
    clerk = council.a_holder_of(Post.CLERK)
    for group in (0, 1):
        row, session = an_attendance(hall, clerk, group=group)
        giving.held(session)
        told = Briefing.objects.filter(matter=row.matter, state="told").values_list("group", flat=True)
        assert set(told) == {one.pk for one in hall.groups} - {row.group_id}


@pytest.mark.parametrize(
    ("text", "form", "asked_of", "offered"),
    [
        ("haringey", Form.ATTENDANCE, Post.CHIEF_EXECUTIVE, "A group is not refused what another group"),
        ("waltham-forest", Form.BRIEFING, Post.CHIEF_EXECUTIVE, "A group is not refused what another group"),
        ("mwda", Form.REPORT, Post.CLERK, "A group is not refused what another group"),
        ("mwda", Form.ATTENDANCE, Post.CLERK, None),
        # No rule on a second group, and nobody is told: they may share it, and nothing is promised.
        ("parish", Form.BRIEFING, Post.CLERK, "Both groups then have the same papers"),
    ],
)
def test_whoever_decides_says_that_it_is_the_same_matter_where_that_takes_nothing_away(
    settings: object, text: str, form: Form, asked_of: Post, offered: str | None
) -> None:
    under(settings, text)
    hall = make.a_hall()
    decider = council.a_holder_of(Post.CLERK) if text == "mwda" else hall.chief
    decider = hall.monitoring_officer if text == "parish" else decider
    matter = make.a_matter(decider, protocol=text, form=form.value)
    given = {"protocol": text, "form": form.value, "matter": matter, "decided_by": decider}
    make.a_briefing(hall.groups[0], hall.leaders[0], BriefingState.GIVEN, **given)
    row = make.asked(hall, group=1, form=form, asked_of=asked_of)
    page = signed_in(decider).get(f"/briefings/{row.reference}/agree/").content.decode()
    assert ("Is it the same matter" in page, offered is None or offered in page) == (bool(offered), True)


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
