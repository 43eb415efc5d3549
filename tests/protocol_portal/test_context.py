"""Every page knows the council and the person's links, and asks the database only for what it shows."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client, RequestFactory
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries, Settings

from council.models import CouncilProfile, User
from council.rules import Role
from protocol_portal import navigation
from protocol_portal.context import PageFrame, portal
from rulebook.post import Post
from tests.factories.council import a_holder_of, a_login, a_member, a_person
from tests.factories.disputes import a_dispute

pytestmark = pytest.mark.django_db


def frame_for(user: User | AnonymousUser, path: str = "/nowhere/") -> PageFrame:
    """The frame of a page that this person opens."""
    request = RequestFactory().get(path)
    request.user = user
    return portal(request)["portal"]


def test_nothing_is_asked_before_it_is_shown(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    user = a_login(a_member())
    with django_assert_num_queries(0):
        frame = frame_for(user)
        assert frame.signed_in
        assert frame.footer


def test_the_council_is_asked_for_once(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    frame = frame_for(AnonymousUser())
    with django_assert_num_queries(1):
        assert frame.council_name
        assert frame.phone == frame.email == ""


def test_the_council_is_named_as_democratic_services_entered_it() -> None:
    CouncilProfile.objects.update_or_create(pk=1, defaults={"council_name": "Larchester Council"})
    assert frame_for(AnonymousUser()).council_name == "Larchester Council"


def test_nobody_is_offered_the_way_in_and_nothing_else() -> None:
    assert [link.name for link in frame_for(AnonymousUser()).navigation] == ["account_login"]


def test_a_request_that_failed_before_it_had_a_user_is_nobodys() -> None:
    frame = portal(RequestFactory().get("/"))["portal"]
    assert frame.person is None
    assert frame.standing is None


def test_a_login_whose_person_holds_nothing_is_offered_its_account_and_the_way_out() -> None:
    links = frame_for(a_login(a_person())).navigation
    assert [link.name for link in links] == ["account", "account_logout"]


def test_a_member_has_the_members_links() -> None:
    names = [link.name for link in frame_for(a_login(a_member())).navigation]
    assert names == ["my-enquiries", "briefings", "documents", "search", "account", "account_logout"]


@pytest.mark.parametrize("role", list(Role))
def test_an_officer_of_any_role_has_seven_links_at_most(role: Role) -> None:
    links = navigation.links_of([role, Role.OFFICER])
    assert len(links) <= 7
    assert links[-len(navigation.EVERYBODY) :] == list(navigation.EVERYBODY)


def test_whoever_has_all_cases_is_not_offered_the_teams_beside_them() -> None:
    assert navigation.TEAM_CASES in navigation.links_of([Role.OFFICER])
    assert navigation.TEAM_CASES not in navigation.links_of([Role.OFFICER, Role.MONITORING_OFFICER])


@pytest.mark.parametrize("role", list(Role))
def test_everybody_in_post_is_led_to_documents_and_search_stands_beside_them_while_there_is_room(
    role: Role,
) -> None:
    links = navigation.links_of([role, Role.OFFICER])
    shown = navigation.with_search(links)
    assert navigation.DOCUMENTS in links
    assert len(shown) <= navigation.MOST_LINKS
    if len(links) < navigation.MOST_LINKS:
        assert shown.index(navigation.SEARCH) == shown.index(navigation.DOCUMENTS) + 1
    assert navigation.SEARCH in navigation.FOOTER_IN_POST


def test_nobody_out_of_post_is_led_to_documents_or_to_search() -> None:
    links = navigation.links_of([], in_post=False)
    assert navigation.with_search(links) == links
    assert navigation.DOCUMENTS not in links


def test_search_and_who_is_who_stand_at_the_foot_for_people_in_post_alone() -> None:
    assert "search" not in [link.name for link in frame_for(AnonymousUser()).footer]
    assert "search" not in [link.name for link in frame_for(a_login(a_person())).footer]


BELOW = {
    # At the foot of the page, and no link of the row at the top.
    "people-bodies": None,
    "documents-register": "documents",
    "away": "account",
    "registers": "admin:index",
    "first-run": "admin:index",
    "admin:council_person_changelist": "admin:index",
    "enquiry-log": None,
}


@pytest.mark.parametrize("name", BELOW)
def test_a_page_below_another_belongs_to_its_link(name: str) -> None:
    keeper = a_login(a_holder_of(Post.DEMOCRATIC_SERVICES))
    links = frame_for(keeper, path=reverse(name)).navigation
    assert [link.name for link in links if link.within] == ([BELOW[name]] if BELOW[name] else [])
    assert not any(link.current for link in links)


@pytest.mark.parametrize("name", ["reports", "audit"])
def test_what_is_reached_from_the_dashboard_belongs_to_its_link(name: str) -> None:
    links = frame_for(a_login(a_holder_of(Post.MONITORING_OFFICER)), path=reverse(name)).navigation
    assert [link.name for link in links if link.within] == ["dashboard"]


def test_two_roles_have_both_sets_each_link_once_and_own_work_first() -> None:
    links = navigation.links_of([Role.DEMOCRATIC_SERVICES, Role.MEMBER])
    assert len(links) == len(set(links))
    assert list(navigation.LINKS[Role.MEMBER]) == links[: len(navigation.LINKS[Role.MEMBER])]
    assert set(navigation.LINKS[Role.DEMOCRATIC_SERVICES]) <= set(links)


@pytest.mark.parametrize("role", list(Role))
def test_every_role_has_links_and_every_link_leads_somewhere(role: Role) -> None:
    assert navigation.LINKS[role]
    for link in [*navigation.LINKS[role], *navigation.EVERYBODY, *navigation.FOOTER]:
        assert reverse(link.name)


def test_the_link_of_this_very_page_is_current() -> None:
    links = frame_for(a_login(a_person()), path=reverse("account")).navigation
    assert [(link.current, link.within) for link in links] == [(True, False), (False, False)]


def test_a_count_stands_beside_its_link_for_a_person_and_not_for_nobody(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(navigation, "_counters", {})
    navigation.count_beside("account", lambda standing: len(standing.posts))
    navigation.count_beside("account_login", lambda standing: 9)
    officer = a_login(a_holder_of(Post.DEMOCRATIC_SERVICES))
    badges = {link.name: link.badge for link in frame_for(officer).navigation}
    assert badges["account"] == 1
    assert badges["account_logout"] == 0
    assert [link.badge for link in frame_for(AnonymousUser()).navigation] == [0]


@pytest.mark.parametrize("post", [Post.MONITORING_OFFICER, Post.DEMOCRATIC_SERVICES, Post.CHIEF_EXECUTIVE])
def test_the_links_of_a_page_cost_little_whoever_counts_behind_them(
    post: Post, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    a_dispute()
    client = Client()
    client.force_login(a_login(a_holder_of(post)))
    with django_assert_max_num_queries(26):
        assert client.get(reverse("account")).status_code in (200, 302)


def test_the_invented_council_says_that_it_is_one(settings: Settings) -> None:
    settings.DEMONSTRATION = True
    assert frame_for(AnonymousUser()).demonstration
    settings.DEMONSTRATION = False
    assert not frame_for(AnonymousUser()).demonstration
