"""Officers' lists: what stands in them, in which order, what may be done from them, and what they cost."""

import datetime

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from casework.models import CaseEvent
from enquiries import events
from enquiries.models import Enquiry
from enquiries.states import State
from rulebook.post import Post
from tests.enquiries.many import copies
from tests.factories.browsers import signed_in
from tests.factories.council import a_directorate, a_holding, a_person
from tests.factories.repairs import Council, a_case, the_repairs_team


@pytest.fixture
def council(db: None) -> Council:
    """Exampleshire's repairs."""
    return the_repairs_team()


def text_of(response: HttpResponse) -> str:
    """The page as text."""
    return response.content.decode()


def test_my_cases_stand_in_groups_by_what_is_owed(council: Council) -> None:
    today = timezone.localdate()
    a_case(council, subject="Newest")
    a_case(council, subject="Late", received_on=today - datetime.timedelta(days=20))
    a_case(council, subject="Nearly due", received_on=today - datetime.timedelta(days=8))
    a_case(council, State.WAITING, subject="Asked")
    page = text_of(signed_in(council.officer).get(reverse("my-cases")))
    places = [page.index(words) for words in ("Overdue</h2>", ">Late<", "Due in 3 days</h2>", ">Nearly due<")]
    places += [
        page.index(words) for words in ("Waiting for the member</h2>", ">Asked<", "The rest</h2>", ">Newest<")
    ]
    assert places == sorted(places)


def test_one_press_in_the_list_acknowledges_and_leads_back(council: Council) -> None:
    case = a_case(council, State.SENT)
    client = signed_in(council.head)
    page = reverse("my-cases")
    assert "Acknowledge" in text_of(client.get(page))
    response = client.post(reverse("enquiry-acknowledge", args=[case.reference]), {"back": page}, follow=True)
    assert response.redirect_chain == [(page, 302)]
    assert f"{case.reference} acknowledged. Councillor Nair is told that you have it." in text_of(response)
    now = Enquiry.objects.get(pk=case.pk)
    assert (now.state, now.owner) == (State.ALLOCATED, council.head)


@pytest.mark.parametrize(
    "back", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)", ""]
)
def test_acknowledging_never_leads_out_of_the_portal(council: Council, back: str) -> None:
    case = a_case(council, State.SENT)
    response = signed_in(council.head).post(
        reverse("enquiry-acknowledge", args=[case.reference]), {"back": back}
    )
    assert response.headers["Location"] == reverse("enquiry", args=[case.reference])


def test_a_second_press_takes_nothing_twice(council: Council) -> None:
    case = a_case(council, State.SENT)
    client = signed_in(council.head)
    for _time in range(2):
        client.post(reverse("enquiry-acknowledge", args=[case.reference]))
    assert CaseEvent.objects.filter(kind=events.ALLOCATED.name).count() == 1


def test_an_empty_list_of_mine_points_to_the_team(council: Council) -> None:
    a_case(council, State.SENT)
    page = text_of(signed_in(council.officer).get(reverse("my-cases")))
    assert "No cases with you. Team cases has 1 without an owner." in page


def test_filters_stand_in_the_address_and_can_be_taken_away(council: Council) -> None:
    a_case(council, subject="With an owner")
    a_case(council, State.SENT, subject="Without one")
    page = text_of(signed_in(council.officer).get(reverse("team-cases"), {"owner": "none", "sort": "-due"}))
    assert "Without one" in page
    assert "With an owner" not in page
    assert "Owner: No owner" in page
    assert f'href="{reverse("team-cases")}?sort=-due"' in page


def test_an_order_that_is_none_is_as_if_it_were_not_there(council: Council) -> None:
    a_case(council)
    query = {"sort": "details", "after": "nonsense"}
    response = signed_in(council.officer).get(reverse("team-cases"), query)
    assert response.status_code == 200
    assert "No heating at Larch Court" in text_of(response)


def test_no_match_says_so_and_how_to_go_on(council: Council) -> None:
    a_case(council)
    page = text_of(signed_in(council.officer).get(reverse("team-cases"), {"due": "overdue"}))
    assert "No cases match. Remove a filter." in page


@pytest.mark.parametrize(
    "sort", ["due", "-due", "received", "service", "-service", "owner", "-owner", "status"]
)
def test_every_heading_sorts(council: Council, sort: str) -> None:
    for _case in range(3):
        a_case(council)
    response = signed_in(council.officer).get(reverse("team-cases"), {"sort": sort})
    assert response.status_code == 200
    direction = "descending" if sort.startswith("-") else "ascending"
    assert sort.endswith("received") or f'aria-sort="{direction}"' in text_of(response)


def test_a_file_of_the_list_holds_no_formulas_and_its_export_is_recorded(council: Council) -> None:
    a_case(council, subject="=HYPERLINK(1)")
    a_case(council, subject="Secret", is_confidential=True)
    response = signed_in(council.officer).get(reverse("team-cases-csv"), {"state": "open"})
    rows = text_of(response).splitlines()
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert any(",'=HYPERLINK(1)," in row for row in rows)
    assert "Secret" not in text_of(response)
    event = CaseEvent.objects.get(kind=events.LIST_EXPORTED.name)
    assert event.facts == {"filters": "team-cases?state=open", "rows": len(rows) - 1}


def test_a_director_sees_the_directorate_and_its_load(council: Council) -> None:
    a_case(council, received_on=timezone.localdate() - datetime.timedelta(days=20), subject="Oldest")
    a_case(council, State.SENT)
    a_case(council, is_confidential=True)
    page = text_of(signed_in(council.director).get(reverse("directorate")))
    for words in ("Housing", "Oldest", "Housing repairs", "Dana Whitfield", "without an owner"):
        assert words in page
    assert '<span class="app-figures__number">2</span>' in page


# The number of queries.


@pytest.mark.parametrize("page", ["my-cases", "team-cases", "directorate", "team-cases-csv"])
def test_a_list_asks_no_more_with_more_cases(council: Council, page: str) -> None:
    client = signed_in(council.head if page == "my-cases" else council.director)
    a_case(council, officer=council.head)
    client.get(reverse(page))
    counted = []
    for more in (9, 990):
        many(council, more)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(reverse(page)).status_code == 200
        counted.append(len(queries))
    assert counted[0] == counted[1]
    assert counted[0] <= 40


def many(council: Council, count: int) -> None:
    """Copies of one case, with streams of their own; written in one go."""
    copies(Enquiry.objects.latest("pk"), count)


@pytest.mark.parametrize("name", ["team-cases", "team-cases-csv"])
@pytest.mark.parametrize(
    "query",
    [
        "directorate=99999",
        "service=9999999999999",
        "state=nonsense&due=never",
        "first=soon",
        "owner=0'%20or%201=1",
    ],
)
def test_what_a_list_does_not_have_shows_nothing_and_never_everything(
    council: Council, name: str, query: str
) -> None:
    case = a_case(council)
    for person in (council.director, council.officer):
        page = text_of(signed_in(person).get(f"{reverse(name)}?{query}"))
        assert case.reference not in page
        assert name.endswith("csv") or "This address asks for something that this list does not have" in page


def test_a_director_in_anothers_place_narrows_to_their_own_teams_directorate_too(council: Council) -> None:
    case, elsewhere = a_case(council), a_directorate(name="Parks")
    a_holding(Post.DIRECTOR, person=council.officer, directorate=elsewhere)
    client = signed_in(council.officer)
    for directorate, number in ((council.team.directorate_id, 1), (elsewhere.pk, 0)):
        page = text_of(client.get(f"{reverse('team-cases')}?directorate={directorate}"))
        assert page.count(f">{case.reference}<") + page.count(f">{case.reference},") == number
        assert "does not have" not in page


def test_whoever_directs_by_a_post_alone_opens_the_list_behind_the_figures(council: Council) -> None:
    case = a_case(council)
    director = a_person(name="Noor Khan")
    a_holding(Post.DIRECTOR, person=director, directorate=council.team.directorate, from_outside=True)
    client = signed_in(director)
    assert reverse("team-cases") in text_of(client.get(reverse("dashboard")))
    assert case.reference in text_of(client.get(reverse("team-cases")))
