"""Figures by group: each number with its list, for whoever may, as a page and as a file."""

import csv
import datetime
import io
import re
from collections.abc import Iterator

import pytest
import time_machine
from django.http import HttpResponse
from django.urls import reverse

from briefings.models import Briefing
from briefings.policies.parity import may_offer_missing, may_open_list, may_see_parity
from briefings.states import BriefingState
from casework.models import CaseEvent
from council.models import Person, PoliticalGroup
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


def test_a_text_that_gives_it_on_request_leaves_nothing_missing(hall: Hall, settings: object) -> None:
    settings.PROTOCOL = "waltham-forest"  # type: ignore[attr-defined]
    make.agreed(hall)
    page = fetch(hall.monitoring_officer, "briefing-parity").content.decode()
    assert "The protocol has nobody offered what others had" in page
