"""Figures by group: counted twice, each number with its list, for whoever may, as a page and as a file."""

import csv
import datetime
import io
import random
import re
from collections.abc import Iterator
from statistics import median
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from briefings.models import Briefing, Matter
from briefings.policies.parity import may_offer_missing, may_open_list, may_see_parity
from briefings.queries import visible_to
from briefings.queries.parity import FIGURES, by_group, rows_behind
from briefings.rules.parity import ParityPeriod, PeriodKey
from briefings.screens.parity import parity_page, period_of
from briefings.screens.watching import watched
from briefings.states import BriefingState
from briefings.tasks import compare_waits_on
from casework.models import CaseEvent, Delivery, Stream
from council.models import Person, PoliticalGroup
from rulebook.post import Post
from tests.factories import briefings as make
from tests.factories import council
from tests.factories.briefings import Hall
from tests.factories.browsers import signed_in
from tests.factories.enquiries import moment

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 11, 26)
AUTUMN = ParityPeriod(PeriodKey.QUARTER, datetime.date(2026, 10, 1), TODAY)
ONE_DAY = datetime.timedelta(days=1)


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with time_machine.travel(moment(TODAY), tick=False):
        yield


@pytest.fixture
def hall(settings: object) -> Hall:
    settings.PROTOCOL = "haringey"  # type: ignore[attr-defined]
    return make.a_hall()


def a_matter(hall: Hall, place: int) -> Matter:
    """A matter that is closed already, so that nothing of it is missing."""
    stream = Stream.objects.create(name=f"matter:MAT-{place}")
    return Matter.objects.create(
        reference=f"MAT-{place}",
        stream=stream,
        protocol="haringey",
        subject="Parks",
        form="briefing",
        equal_access="offer-all",
        lead=hall.chief,
        opened_at=moment(datetime.date(2026, 9, 1)),
        closed_on=datetime.date(2026, 9, 2),
    )


def a_year(hall: Hall, *, number: int = 150) -> None:
    """So many rows of the three groups by chance, some before the period, in every state."""
    chance = random.Random(7)  # noqa: S311 - a year for a test, no secret
    streams = Stream.objects.bulk_create(Stream(name=f"briefing:BRF-{place}") for place in range(number))
    rows = []
    for place, stream in enumerate(streams):
        asked = chance.random() < 0.5
        own = ("asked", "referred", "agreed", "declined", "withdrawn", "given")
        others = ("offered", "told", "not-taken", "agreed", "given", "withdrawn")
        state = chance.choice(own if asked else others)
        began = moment(AUTUMN.first + ONE_DAY * chance.randrange(-30, 50))
        decided = asked and state in ("agreed", "declined", "given")
        answered = began + ONE_DAY * chance.randrange(30) if decided else None
        rows.append(
            Briefing(
                reference=f"BRF-{place}",
                stream=stream,
                protocol="haringey",
                group=chance.choice(hall.groups),
                origin="asked" if asked else "offered",
                matter=None if asked else a_matter(hall, place),
                form="briefing",
                state=state,
                asked_by=hall.leaders[0] if asked else None,
                asked_at=began,
                decided_at=answered,
                # The text itself declines some, which nobody decided.
                decided_by=hall.chief if answered and place % 5 else None,
                answer_by=None if asked else TODAY + ONE_DAY * chance.randrange(-3, 4),
            )
        )
    Briefing.objects.bulk_create(rows)


# Written from the words of the page.
_WITHIN = (
    "(asked_at at time zone 'Europe/London')::date between %(first)s and %(last)s and group_id = %(group)s"
)
_SQL = {
    "asked": "origin = 'asked'",
    "given": "origin = 'asked' and state = 'given'",
    "agreed": "origin = 'asked' and state = 'agreed'",
    "declined": "origin = 'asked' and state = 'declined'",
    "waiting": "origin = 'asked' and state in ('asked', 'referred')",
    "taken-back": "origin = 'asked' and state = 'withdrawn'",
    "answered": "origin = 'asked' and decided_by_id is not null and decided_at is not null",
    "offered": "origin in ('offered', 'told')",
    "taken-up": "origin in ('offered', 'told') and state in ('agreed', 'given')",
    "not-taken": "origin in ('offered', 'told') and state = 'not-taken'",
    "silent": "origin in ('offered', 'told') and state = 'offered' and answer_by < %(today)s",
    "to-answer": "origin in ('offered', 'told') and state = 'offered' and answer_by >= %(today)s",
    "told": "origin in ('offered', 'told') and state = 'told'",
    "ended": "origin in ('offered', 'told') and state = 'withdrawn'",
}


def counted(what: str, group: int) -> int:
    """The figure in plain SQL."""
    given = {"first": AUTUMN.first, "last": AUTUMN.last, "group": group, "today": TODAY}
    with connection.cursor() as cursor:
        cursor.execute(
            f"select count(*) from briefings_briefing where {_WITHIN} and {_SQL[what]}",
            given,
        )
        return int(cursor.fetchone()[0])


def weekdays(first: datetime.date, last: datetime.date) -> int:
    """Working days between, in a span without a bank holiday."""
    days = ((last - first).days, first)
    return sum((days[1] + ONE_DAY * one).weekday() < 5 for one in range(1, days[0] + 1))


def test_figures_are_what_plain_sql_counts_and_their_lists_have_as_many_rows(hall: Hall) -> None:
    a_year(hall)
    seen = visible_to(make.today(hall.monitoring_officer))
    assert set(_SQL) == set(FIGURES)
    for one in by_group(AUTUMN, on=TODAY):
        assert one.seats == 2
        for what in FIGURES:
            expected = counted(what, one.group.pk)
            assert one.counts[what] == expected, what
            assert rows_behind(seen, what, one.group.pk, AUTUMN, on=TODAY).count() == expected, what
        answered = rows_behind(seen, "answered", one.group.pk, AUTUMN, on=TODAY)
        days = [
            weekdays(timezone.localdate(row.asked_at), timezone.localdate(row.decided_at)) for row in answered
        ]
        assert median(one.days) == median(days)
        # Nothing is counted twice, and nothing is left out.
        own = ("given", "agreed", "declined", "waiting", "taken-back")
        others = ("taken-up", "not-taken", "silent", "to-answer", "told", "ended")
        assert one.counts["asked"] == sum(one.counts[key] for key in own)
        assert one.counts["offered"] == sum(one.counts[key] for key in others)


def test_the_page_asks_as_many_queries_for_many_rows_as_for_few(
    hall: Hall, django_assert_max_num_queries: Any
) -> None:
    a_year(hall, number=60)
    who = make.today(hall.monitoring_officer)
    with django_assert_max_num_queries(18):
        parity_page(who, period_of(who, ""))


def fetch(person: Person, name: str, **asked: object) -> HttpResponse:
    """A page, for that person."""
    return signed_in(person).get(reverse(name), {key: str(one) for key, one in asked.items()})


def test_each_number_on_the_page_opens_a_list_of_that_many(hall: Hall) -> None:
    make.agreed(hall)
    make.asked(hall, subject="Parks")
    page = fetch(hall.monitoring_officer, "briefing-parity")
    browser = signed_in(hall.monitoring_officer)
    kestrel = f"group={hall.groups[0].pk}&"
    links = re.findall(r'href="(/briefings/parity/list/\?[^"]+)">(\d+)', page.content.decode())
    own = [(url.replace("&amp;", "&"), int(number)) for url, number in links if kestrel in url + "&"]
    assert len(own) == 15
    for url, number in (one for one in own[:9] if "answered" not in one[0]):
        assert browser.get(url).content.decode().count('class="app-row"') == number, url


@pytest.fixture
def people(hall: Hall) -> dict[str, Person]:
    """Who asks to see the figures."""
    outsider = make.a_member_of(hall.groups[1])
    return {
        "monitoring officer": hall.monitoring_officer,
        "democratic services": council.a_holder_of(Post.DEMOCRATIC_SERVICES),
        "leader": hall.leaders[0],
        "another leader": hall.leaders[1],
        "member of the group": hall.members[0],
        "member of another group": outsider,
        "chief executive": hall.chief,
        "leader until yesterday": council.a_member(to_on=TODAY - ONE_DAY),
        "officer": council.an_officer(),
    }


@pytest.mark.parametrize(
    ("who", "page", "lists", "offers"),
    [
        ("monitoring officer", True, True, True),
        ("democratic services", True, False, False),
        ("leader", True, True, False),
        ("another leader", True, False, False),
        ("member of the group", False, False, False),
        ("member of another group", False, False, False),
        ("chief executive", False, False, False),
        ("leader until yesterday", False, False, False),
        ("officer", False, False, False),
    ],
)
def test_who_sees_figures_of_the_first_group(
    hall: Hall, people: dict[str, Person], who: str, page: bool, lists: bool, offers: bool
) -> None:
    person = make.today(people[who])
    assert may_see_parity(person).allowed is page
    assert may_open_list(person, hall.groups[0].pk).allowed is lists
    assert may_offer_missing(person).allowed is offers


@pytest.mark.parametrize(
    ("who", "page", "listed", "missing", "offer"),
    [
        ("monitoring officer", 200, 200, 200, 200),
        ("democratic services", 200, 403, 403, 403),
        ("leader", 200, 200, 403, 403),
        ("another leader", 200, 403, 403, 403),
        ("chief executive", 403, 403, 403, 403),
    ],
)
def test_the_addresses_ask_the_same(
    hall: Hall, people: dict[str, Person], who: str, page: int, listed: int, missing: int, offer: int
) -> None:
    person, group = people[who], hall.groups[0].pk
    assert fetch(person, "briefing-parity").status_code == page
    assert fetch(person, "briefing-parity-csv").status_code == page
    assert fetch(person, "briefing-parity-list", group=group, what="asked").status_code == listed
    assert fetch(person, "briefing-parity-list", group=group, what="missing").status_code == missing
    assert fetch(person, "briefing-offer-missing").status_code == offer


def test_a_leader_reads_the_own_group_alone_and_democratic_services_no_list(hall: Hall) -> None:
    make.agreed(hall)
    page = fetch(hall.leaders[0], "briefing-parity").content.decode()
    assert "Kestrel Group" in page
    assert "Heron Group" not in page
    services = council.a_holder_of(Post.DEMOCRATIC_SERVICES)
    page = fetch(services, "briefing-parity").content.decode()
    assert "Heron Group" in page
    assert "parity/list" not in page


@pytest.mark.parametrize("asked", [{"what": "nothing"}, {"what": "asked", "group": "x"}, {"group": "0"}])
def test_an_address_that_names_no_figure_is_unknown(hall: Hall, asked: dict[str, str]) -> None:
    given = {"group": str(hall.groups[0].pk), **asked}
    assert fetch(hall.monitoring_officer, "briefing-parity-list", **given).status_code == 404


def test_the_heading_names_the_gap_and_one_press_closes_it(hall: Hall) -> None:
    for subject in ("Parks", "Roads"):
        make.agreed(hall, subject=subject)
    late = council.a_group(name="Merlin Group", from_on=TODAY)
    make.a_member_of(late, leads=True)
    browser = signed_in(hall.monitoring_officer)
    page = browser.get(reverse("briefing-parity")).content.decode()
    assert "Merlin Group waits for 2 briefings that others have" in page
    assert "Offer the 2 briefings now" in page
    assert "0 of 2" in page
    listed = fetch(hall.monitoring_officer, "briefing-parity-list", group=late.pk, what="missing")
    assert listed.content.decode().count('class="app-row"') == 2
    answer = browser.post(reverse("briefing-offer-missing"), {"token": "once"}, follow=True)
    assert "Every group was offered what the others have" in answer.content.decode()
    assert Briefing.objects.filter(group=late, state=BriefingState.OFFERED).count() == 2
    # Pressed twice, it happens once.
    browser.post(reverse("briefing-offer-missing"), {"token": "once"})
    assert Briefing.objects.filter(group=late).count() == 2


def test_the_file_holds_the_numbers_of_the_page_and_no_formula(hall: Hall) -> None:
    PoliticalGroup.objects.filter(pk=hall.groups[0].pk).update(name="=cmd|Group")
    make.asked(hall)
    response = fetch(hall.monitoring_officer, "briefing-parity-csv")
    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert rows[0][:3] == ["Group", "Seats", "Asked"]
    assert ["'=cmd|Group", "2", "1"] in [row[:3] for row in rows[1:]]
    event = CaseEvent.objects.get(kind="security.briefing-figures-exported")
    assert event.facts == {"first": "2026-10-01", "last": "2026-11-26", "rows": 3}


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


def test_a_text_that_gives_it_on_request_leaves_nothing_missing(hall: Hall, settings: object) -> None:
    settings.PROTOCOL = "waltham-forest"  # type: ignore[attr-defined]
    make.agreed(hall)
    page = fetch(hall.monitoring_officer, "briefing-parity").content.decode()
    assert "The protocol has nobody offered what others had" in page
