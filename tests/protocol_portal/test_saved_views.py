"""«Saved views»: a list under a name, for one person alone; only lists that the portal knows."""

from dataclasses import fields
from urllib.parse import urlencode

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from casework.models import SavedView
from casework.policies.saved_views import MOST
from council.models import Person
from enquiries.screens.narrowing import Narrowing
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.browsers import signed_in
from tests.factories.pages import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def person() -> Person:
    return make.a_holder_of(Post.DEMOCRATIC_SERVICES)


@pytest.fixture
def browser(person: Person) -> Client:
    return signed_in(person)


def address(shows: str = "all-cases", query: str = "state=open&service=1") -> str:
    """The page on which the list is saved."""
    return f"{reverse('saved-view-new')}?{urlencode({'shows': shows, 'query': query})}"


def a_view(person: Person, name: str = "Overdue", **columns: str) -> SavedView:
    """One that the person saved."""
    given = {"shows": "all-cases", "query": "state=open", **columns}
    return SavedView.objects.create(person=person, name=name, made_at=timezone.now(), **given)


@pytest.mark.parametrize("shows", ["all-cases", "documents", "search"])
def test_each_list_leads_to_the_page_that_saves_it_as_it_stands(browser: Client, shows: str) -> None:
    words = {"all-cases": "state=open", "documents": "words=taxis", "search": "q=taxis"}[shows]
    page = text_of(browser.get(f"{reverse(shows)}?{words}&after=x&odd=1"))
    link = f"/saved/new/?{urlencode({'shows': shows, 'query': words})}".replace("&", "&amp;")
    assert link in page


def test_a_view_is_saved_found_again_and_shows_the_list_with_its_filters(
    browser: Client, person: Person
) -> None:
    token = "once" * 4
    for _press in range(2):
        answer = browser.post(address(), {"name": "Open ones", "token": token})
        assert answer.status_code == 302
        assert answer["Location"] == reverse("saved-views")
    view = SavedView.objects.get()
    assert (view.person, view.shows, view.query) == (person, "all-cases", "state=open&service=1")
    page = text_of(browser.get(reverse("saved-views")))
    assert "Open ones" in page
    assert f"{reverse('all-cases')}?state=open&amp;service=1" in page
    assert browser.get(f"{reverse('all-cases')}?{view.query}").status_code == 200


@pytest.mark.parametrize(
    ("shows", "query", "kept"),
    [
        ("all-cases", "state=open&next=//evil.example&after=x&state=closed", "state=closed"),
        ("search", "q=" + "x" * 5_000, "q=" + "x" * 200),
        ("search", "q=%00a%26b&kind=", "q=a%26b"),
        ("documents", "", ""),
    ],
)
def test_only_the_filters_of_a_list_are_kept(browser: Client, shows: str, query: str, kept: str) -> None:
    browser.post(address(shows, query), {"name": "One"})
    assert SavedView.objects.get().query == kept


@pytest.mark.parametrize("name", [*(field.name for field in fields(Narrowing)), "sort"])
@pytest.mark.parametrize("shows", ["all-cases", "team-cases"])
def test_no_filter_of_a_list_of_cases_is_lost(browser: Client, shows: str, name: str) -> None:
    browser.post(address(shows, f"{name}=7"), {"name": "One"})
    assert SavedView.objects.get().query == f"{name}=7"


def test_a_search_that_cannot_be_kept_whole_is_not_saved(browser: Client) -> None:
    words = urlencode({"q": "дом " * 50, "state": "open"})
    page = text_of(browser.post(address("search", words), {"name": "Long one"}))
    assert "This search is too long to be saved. Use fewer words or filters" in page
    assert 'value="Long one"' in page
    assert not SavedView.objects.exists()


@pytest.mark.parametrize("shows", ["", "dashboard", "account", "//evil.example", "admin:index"])
@pytest.mark.parametrize("verb", ["get", "post"])
def test_what_is_no_list_cannot_be_saved(browser: Client, shows: str, verb: str) -> None:
    assert (
        getattr(browser, verb)(address(shows), {"name": "One"} if verb == "post" else {}).status_code == 404
    )
    assert not SavedView.objects.exists()


def test_a_name_is_asked_for_and_is_not_given_twice(browser: Client, person: Person) -> None:
    a_view(person)
    assert "Enter a name" in text_of(browser.post(address(), {"name": " "}))
    page = text_of(browser.post(address(), {"name": "Overdue"}))
    assert "You have a saved view of this name. Choose another" in page
    assert 'value="Overdue"' in page
    with pytest.raises(IntegrityError), transaction.atomic():
        a_view(person)


def test_twenty_are_the_most(browser: Client, person: Person) -> None:
    for number in range(MOST):
        a_view(person, f"View {number}")
    answer = browser.post(address(), {"name": "One more"})
    assert answer.status_code == 403
    assert "You have 20 saved views, and that is the most. Remove one first." in text_of(answer)
    assert SavedView.objects.count() == MOST


def test_a_view_is_renamed_and_removed(browser: Client, person: Person) -> None:
    view = a_view(person)
    a_view(person, "Another")
    rename, remove = (reverse(f"saved-view-{what}", args=[view.pk]) for what in ("rename", "remove"))
    assert 'value="Overdue"' in text_of(browser.get(rename))
    assert "Choose another" in text_of(browser.post(rename, {"name": "Another"}))
    for _press in range(2):
        assert browser.post(rename, {"name": "Late", "token": "a" * 12}).status_code == 302
    assert SavedView.objects.filter(name="Late").count() == 1
    assert "Remove a saved view" in text_of(browser.get(remove))
    assert browser.post(remove, {"token": "b" * 12}).status_code == 302
    assert list(SavedView.objects.values_list("name", flat=True)) == ["Another"]


def test_nobody_sees_or_changes_another_persons_view(person: Person) -> None:
    view, other = a_view(person, "Quernstone"), signed_in(make.a_holder_of(Post.MONITORING_OFFICER))
    assert "Quernstone" not in text_of(other.get(reverse("saved-views")))
    never = other.get(reverse("saved-view-rename", args=[view.pk + 1_000]))
    for what in ("rename", "remove"):
        for verb in ("get", "post"):
            answer = getattr(other, verb)(reverse(f"saved-view-{what}", args=[view.pk]))
            assert answer.status_code == 404
            if verb == "get":
                assert len(answer.content) == len(never.content)
    assert SavedView.objects.get().name == "Quernstone"


def test_a_list_that_is_gone_or_closed_to_somebody_has_no_link_and_says_so() -> None:
    member = make.a_member()
    a_view(member, "Gone", shows="no-such-list")
    a_view(member, "Closed")
    browser = signed_in(member)
    page = text_of(browser.get(reverse("saved-views")))
    assert "This list is no longer there. Remove the view." in page
    assert "This list is for democratic services and the monitoring officer." in page
    assert reverse("all-cases") not in page
    assert "Saved views" in page


def test_nothing_saved_yet_says_how_to_save_one(browser: Client) -> None:
    assert "You have no saved views yet." in text_of(browser.get(reverse("saved-views")))
