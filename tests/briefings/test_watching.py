"""One group waits much longer than another: the alarm, once, with its cases; refusals; what letters say."""

import datetime
from collections.abc import Iterator

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from briefings.models import Briefing
from briefings.screens.watching import watched
from briefings.tasks import compare_waits_on, remind_of_offers_on, share_on
from casework.events import registration_of
from casework.models import CaseEvent, Delivery
from council.models import PoliticalGroup
from rulebook.post import Post
from tests.factories import briefings as make
from tests.factories import council
from tests.factories.briefings import Hall
from tests.factories.browsers import signed_in
from tests.factories.enquiries import moment

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 11, 26)
ONE_DAY = datetime.timedelta(days=1)


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with time_machine.travel(moment(TODAY), tick=False):
        yield


@pytest.fixture
def hall(settings: object) -> Hall:
    settings.PROTOCOL = "haringey"  # type: ignore[attr-defined]
    return make.a_hall()


def waiting(hall: Hall, group: int, *days: int) -> None:
    """Requests of a group that have waited for so many days."""
    for number in days:
        row = make.asked(hall, group=group, subject=f"Matter {number}")
        Briefing.objects.filter(pk=row.pk).update(asked_at=timezone.now() - ONE_DAY * number)


def test_one_group_that_waits_much_longer_raises_the_alarm_once_in_a_quarter(hall: Hall) -> None:
    waiting(hall, 0, 28, 21)
    waiting(hall, 1, 3, 2)
    assert compare_waits_on(on=TODAY, at=timezone.now()) == 1
    assert compare_waits_on(on=TODAY + ONE_DAY, at=timezone.now() + ONE_DAY) == 0
    event = CaseEvent.objects.get(kind="briefing.alarmed")
    assert event.facts["group"] == hall.groups[0].pk
    assert [one.person for one in Delivery.objects.filter(event=event)] == [hall.monitoring_officer]
    # In a new quarter, once more.
    waiting(hall, 1, 1, 1, 1, 1)
    january = datetime.date(2027, 1, 1)
    Briefing.objects.filter(group=hall.groups[1]).update(asked_at=moment(january))
    assert compare_waits_on(on=january, at=moment(january)) == 1


def test_the_alarm_stands_on_the_dashboard_with_its_cases_and_with_refusals(hall: Hall) -> None:
    waiting(hall, 0, 28, 21)
    waiting(hall, 1, 3, 2)
    make.asked(hall, group=2, seeks_confidential=True)
    found = watched(make.today(hall.monitoring_officer))
    assert found is not None
    assert len(found.declined) == 1
    (alarm,) = found.alarms
    assert "Kestrel Group waits 17.5 working days" in alarm.says
    browser = signed_in(hall.monitoring_officer)
    assert alarm.says in browser.get(reverse("dashboard")).content.decode()
    assert browser.get(alarm.url).content.decode().count('class="app-row"') == 2


def test_nobody_else_has_the_alarms(hall: Hall) -> None:
    for person in (hall.chief, hall.leaders[0], council.a_holder_of(Post.DEMOCRATIC_SERVICES)):
        assert watched(make.today(person)) is None


def test_each_letter_names_the_paragraph_and_none_says_a_word_of_the_group(hall: Hall) -> None:
    make.agreed(hall)
    offer = Briefing.objects.get(group=hall.groups[1])
    at = timezone.now()
    assert offer.answer_by is not None
    remind_of_offers_on(on=offer.answer_by, at=at)
    PoliticalGroup.objects.filter(pk=hall.groups[1].pk).update(to_on=TODAY - ONE_DAY)
    share_on(on=TODAY, at=at)
    waiting(hall, 0, 28, 21)
    waiting(hall, 2, 1, 1)
    compare_waits_on(on=TODAY, at=at)
    for kind in ("briefing.reminded", "briefing.lapsed", "briefing.alarmed"):
        event = CaseEvent.objects.filter(kind=kind).order_by("pk")[0]
        registration = registration_of(kind)
        assert registration is not None
        assert registration.render is not None
        letter = registration.render(hall.chief, event)
        said = " ".join((letter.subject, *letter.lines))
        assert "paragraph 4.12" in said, kind
        assert make.SUBJECT not in said, kind
        assert make.WORDS not in said, kind
