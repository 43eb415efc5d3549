"""Where somebody leaves the usual way: other people's addresses, people who changed sides, closed matters."""

import pytest
from django.utils import timezone
from pytest_django import Settings

from briefings.actions.closing import close_matter
from briefings.models import Briefing
from briefings.policies.dates import may_choose_date, may_hold, may_offer_dates
from briefings.queries import matters_visible_to, visible_to
from briefings.queries.giving import dates_to_choose, who_may_speak
from council.models import GroupMembership, OfficerAppointment
from council.rules import Grade
from rulebook.briefing.request import Form
from rulebook.post import Post
from tests.briefings import afterwards, giving
from tests.factories import briefings as make
from tests.factories import council
from tests.factories.briefings import Hall
from tests.factories.browsers import signed_in
from tests.factories.elections import an_election

pytestmark = pytest.mark.django_db


@pytest.fixture
def hall(settings: Settings) -> Hall:
    settings.PROTOCOL = "haringey"
    return make.a_hall()


@pytest.mark.parametrize("page", ["agree", "decline", "pass-on"])
def test_an_offer_is_nothing_to_decide(hall: Hall, page: str) -> None:
    make.agreed(hall)
    offer = Briefing.objects.get(group=hall.groups[1])
    answer = giving.client_of(hall.chief).get(f"/briefings/{offer.reference}/{page}/")
    assert answer.status_code == 403


def test_a_request_of_an_officer_whom_the_text_does_not_name_is_shown_with_its_refusal(
    settings: Settings,
) -> None:
    settings.PROTOCOL = "wokingham-2007"
    hall = make.a_hall()
    row = make.asked(hall, form=Form.ATTENDANCE, asked_of=Post.OFFICER)
    for person in (hall.leaders[0], hall.monitoring_officer):
        assert signed_in(person).get(f"/briefings/{row.reference}/").status_code == 200


def test_an_officer_who_became_a_member_leads_and_reads_nothing_of_other_groups(hall: Hall) -> None:
    row = make.agreed(hall)
    assert row.matter is not None
    former = council.an_officer(grade=Grade.HEAD_OF_SERVICE)
    row.matter.lead = former
    row.matter.save()
    assert matters_visible_to(make.today(former)).exists()
    today = timezone.localdate()
    OfficerAppointment.objects.filter(person=former).delete()
    GroupMembership.objects.create(
        person=former, group=hall.groups[2], office=GroupMembership.Office.WHIP, from_on=today
    )
    council.a_holding(Post.LEADER, person=former)
    who = make.today(former)
    assert not matters_visible_to(who).exists()
    assert not visible_to(who).exclude(group=hall.groups[2]).exists()


@pytest.mark.parametrize(("text", "joint"), [("haringey", True), ("wokingham-2007", False)])
def test_only_a_text_that_wants_joint_dates_shows_when_another_group_meets(
    settings: Settings, text: str, joint: bool
) -> None:
    settings.PROTOCOL = text
    hall = make.a_hall()
    first = make.agreed(hall, form=Form.ATTENDANCE)
    assert first.matter is not None
    giving.chosen(first, giving.a_date(first.matter), by=hall.leaders[0])
    second = make.agreed(hall, group=1, same_as=first.matter, form=Form.ATTENDANCE)
    assert dates_to_choose(second, at=timezone.now()).exists() is joint
    assert may_choose_date(make.today(hall.leaders[1]), second).allowed is joint


def test_a_political_assistant_is_not_offered_as_a_speaker(hall: Hall) -> None:
    assistant = council.a_political_assistant(group=hall.groups[0])
    assert assistant not in who_may_speak(on=timezone.localdate())


def test_a_group_that_asks_after_a_matter_was_closed_is_served(hall: Hall) -> None:
    row = make.agreed(hall, form=Form.ATTENDANCE)
    matter = afterwards.matter_of(afterwards.held(row, hall.chief))
    close_matter(who=make.today(hall.chief), row=matter, seen_version=None, at=timezone.now())
    late = make.agreed(hall, group=2, same_as=matter, form=Form.ATTENDANCE)
    assert late.matter is not None
    assert may_offer_dates(make.today(hall.chief), late.matter).allowed


def test_who_speaks_at_one_date_of_a_matter_does_not_record_another(hall: Hall) -> None:
    first = make.agreed(hall, form=Form.ATTENDANCE)
    assert first.matter is not None
    own, other = (giving.a_date(first.matter, days=days) for days in (7, 9))
    giving.chosen(first, other, by=hall.leaders[0])
    speakers = [giving.a_head(), giving.a_head()]
    giving.named(own, speakers[0])
    giving.named(other, speakers[1])
    begun = giving.over(other)
    answers = [may_hold(make.today(one), begun, at=timezone.now()).allowed for one in speakers]
    assert answers == [False, True]


def test_whoever_asks_or_decides_while_an_election_is_near_reads_that_briefings_go_on_with_care(
    hall: Hall,
) -> None:
    row = make.asked(hall)
    pages = ((hall.leaders[0], "/briefings/ask/"), (hall.chief, f"/briefings/{row.reference}/agree/"))
    care = "An election is near: take care"
    assert not [path for who, path in pages if care in signed_in(who).get(path).content.decode()]
    an_election()
    assert [path for who, path in pages if care in signed_in(who).get(path).content.decode()] == [
        path for _who, path in pages
    ]
