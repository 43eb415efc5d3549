"""The page «Elections»: the dates, and what is stopped, needs a reason or goes on, with its paragraph."""

import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from casework.models import Election
from council.models import Person
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.browsers import signed_in
from tests.factories.elections import an_election
from tests.factories.pages import read_of

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)


def page(person: Person) -> str:
    return read_of(signed_in(person).get(reverse("elections")))


def test_without_elections_the_page_says_who_enters_them_and_what_would_hold() -> None:
    shown = page(make.a_member())
    assert "No such period holds today, so nothing is stopped or needs a reason." in shown
    assert "No election is entered that is still to come. Democratic services enter" in shown
    assert "An election never suspends access to information." in shown
    assert "Briefings of political groups go on before an election" in shown
    assert "Local Government Act 1986, section 2" in shown


@pytest.mark.parametrize(
    ("key", "says"),
    [
        ("wokingham-2007", "members arrange and hold no public meeting"),
        ("mwda", "officers do not normally attend public meetings."),
        ("haringey", "The protocol does not speak of members’ public meetings before an election."),
    ],
)
def test_each_text_says_its_own(settings: pytest.FixtureRequest, key: str, says: str) -> None:
    settings.PROTOCOL = key
    assert says in page(make.a_member())


@pytest.mark.parametrize(
    ("notice", "poll", "standing"),
    [
        (1, 40, "To come"),
        (0, 40, "Holds today"),
        (-40, 0, "Holds today"),
        (-41, -1, "Over"),
    ],
)
def test_an_election_stands_with_its_days_and_whether_it_holds(notice: int, poll: int, standing: str) -> None:
    an_election(notice=notice, poll=poll)
    shown = page(make.an_officer())
    assert "Poplar by-election" in shown
    assert standing in shown
    assert ("No such period holds today" in shown) is (standing != "Holds today")


def test_one_that_was_called_off_holds_no_more() -> None:
    election = an_election(notice=-5, poll=20)
    Election.objects.filter(pk=election.pk).update(called_off_on=timezone.localdate())
    shown = page(make.a_member())
    assert "Called off" in shown
    assert "No such period holds today" in shown


def test_everybody_in_post_reads_it_and_only_the_keepers_are_led_to_the_register() -> None:
    address = reverse("admin:casework_election_changelist")
    for person in (make.a_member(), make.an_officer(), make.a_holder_of(Post.MONITORING_OFFICER)):
        assert address not in signed_in(person).get(reverse("elections")).content.decode()
    keeper = signed_in(make.a_holder_of(Post.DEMOCRATIC_SERVICES))
    assert address in keeper.get(reverse("elections")).content.decode()
    left = make.an_officer(to_on=timezone.localdate() - DAY)
    assert signed_in(left).get(reverse("elections")).status_code == 403
    assert Client().get(reverse("elections")).status_code == 302
    assert signed_in(make.a_member()).post(reverse("elections")).status_code == 405


def test_the_protocol_pages_lead_there_for_whoever_is_signed_in() -> None:
    link = f'href="{reverse("elections")}"'
    assert link not in Client().get(reverse("protocol-terms")).content.decode()
    assert link in signed_in(make.a_member()).get(reverse("protocol-terms")).content.decode()


def test_the_page_asks_the_database_the_same_for_one_election_and_for_many() -> None:
    browser, counts = signed_in(make.a_member()), []
    for starts in ((0, 100), (200, 300, 400, 500)):
        for start in starts:
            an_election(notice=start, poll=start + 30)
        with CaptureQueriesContext(connection) as queries:
            browser.get(reverse("elections"))
        counts.append(len(queries))
    assert counts[0] == counts[1]
