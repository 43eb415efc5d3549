"""Who sees to a matter: named anew where the lead left, and covered while away; and what a search finds."""

import datetime

import pytest
from django.utils import timezone
from pytest_django import Settings

from briefings.actions.leading import name_lead
from briefings.models import Briefing, Matter, Speaker
from briefings.policies.leading import may_name_lead
from briefings.queries.searching import briefings_found
from briefings.screens.matter import lead_panel
from briefings.subscribers.doors import lead
from casework.finding import Wanted, in_order
from casework.models import CaseEvent
from council.actions import merge_people
from council.models import OfficerAppointment, Person
from council.queries.merge_plan import plan_merge
from council.rules import Grade
from rulebook.decision import Outcome
from rulebook.post import Post
from tests.briefings.afterwards import held, matter_of, told
from tests.factories import briefings as make
from tests.factories import council
from tests.factories.briefings import Hall
from tests.factories.browsers import signed_in

TODAY = timezone.localdate


@pytest.fixture
def hall(db: None, settings: Settings) -> Hall:
    settings.PROTOCOL = "haringey"
    return make.a_hall()


def said(matter: Matter, *, to: Person) -> str:
    """What the page of the matter says of its lead."""
    panel = lead_panel(make.today(to), matter)
    return str(panel.given["sentence"]) if panel else ""


def test_who_names_another_lead(hall: Hall) -> None:
    matter = matter_of(make.agreed(hall))
    table = {
        hall.chief: Outcome.ALLOWED,
        hall.monitoring_officer: Outcome.ALLOWED,
        hall.leaders[0]: Outcome.UNKNOWN,
        council.an_officer(): Outcome.UNKNOWN,
    }
    assert {one: may_name_lead(make.today(one), matter).outcome for one in table} == table
    matter.closed_on = TODAY()
    # A group that waits is served, also once nothing more is offered.
    assert may_name_lead(make.today(hall.chief), matter).allowed
    held(matter.briefings.get(group=hall.groups[0]), council.an_officer())
    assert may_name_lead(make.today(hall.chief), matter).outcome is Outcome.REFUSED


def test_the_new_lead_is_told_and_may_name_another(hall: Hall) -> None:
    matter = matter_of(make.agreed(hall))
    new = council.an_officer(grade=Grade.HEAD_OF_SERVICE)
    who, now = make.today(hall.monitoring_officer), timezone.now()
    matter = name_lead(who=who, matter=matter, lead=new, seen_version=matter.version, at=now)
    assert told(matter, "matter.lead_named") == {new}
    assert may_name_lead(make.today(new), matter).allowed


def test_the_page_offers_officers_who_may_lead(hall: Hall) -> None:
    matter = matter_of(make.agreed(hall))
    new = council.an_officer(grade=Grade.HEAD_OF_SERVICE)
    client = signed_in(hall.chief)
    page = f"/briefings/matters/{matter.reference}/lead/"
    assert new.name in client.get(page).content.decode()
    junior = council.an_officer()
    assert client.post(page, {"lead": junior.pk, "version": matter.version}).status_code == 200
    assert client.post(page, {"lead": new.pk, "version": matter.version}).status_code == 302


def test_letters_for_a_lead_who_is_away_or_left_go_to_whoever_does_the_work(hall: Hall) -> None:
    row = make.agreed(hall)
    event = CaseEvent.objects.filter(stream=row.stream_id).latest("place")
    assert lead(event) == [hall.chief]
    assert lead_panel(make.today(hall.chief), matter_of(row)) is None
    officer = council.an_officer(grade=Grade.HEAD_OF_SERVICE)
    matter = matter_of(row)
    matter.lead = officer
    matter.save()
    substitute = council.an_officer()
    council.an_absence(officer, substitute=substitute)
    assert lead(event) == [substitute]
    assert substitute.name in said(matter, to=hall.chief)
    yesterday = TODAY() - datetime.timedelta(days=1)
    OfficerAppointment.objects.filter(person=officer).update(to_on=yesterday)
    OfficerAppointment.objects.filter(person=substitute).update(to_on=yesterday)
    assert lead(event) == [hall.monitoring_officer]
    assert "Name another officer" in said(matter, to=hall.chief)


def test_an_officer_entered_twice_speaks_once(hall: Hall) -> None:
    kept, merged = council.an_officer(), council.a_person()
    row = held(make.agreed(hall), merged)
    Speaker.objects.create(
        session=row.session, person=kept, speaks_as="officer", named_by=hall.chief, named_at=timezone.now()
    )
    keeper = council.a_holder_of(Post.DEMOCRATIC_SERVICES)
    seen = plan_merge(kept, merged, on=TODAY()).state
    merge_people(kept=kept, merged=merged, by=keeper, at=timezone.now(), seen_state=seen)
    assert Speaker.objects.filter(session=row.session, person=kept).count() == 1


def test_a_search_finds_what_the_person_may_know_of_by_number_and_subject(hall: Hall) -> None:
    row = make.agreed(hall)
    offer = Briefing.objects.get(group=hall.groups[1])

    def found(person: Person, *terms: str) -> list[Briefing]:
        keys = briefings_found(make.today(person), Wanted(terms))
        return in_order(Briefing.objects.all(), keys)

    for terms in ((row.reference.lower(),), ("library", "mill"), ("options", "cost")):
        assert found(hall.members[0], *terms) == [row], terms
    assert found(hall.leaders[1], "library") == [offer]
    assert not found(hall.leaders[1], row.reference)
    # What the group that asked wrote is not for another group to find.
    assert not found(hall.leaders[1], "options")
    assert not found(council.an_officer(), "library")
    client = signed_in(hall.members[0])
    assert row.reference in client.get("/search/?q=library").content.decode()
