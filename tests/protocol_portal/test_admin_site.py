"""The admin opens to democratic services of the day, behind the portal's own door, and to nobody else."""

import datetime

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone

from council.models import User
from protocol_portal.admin_site import PortalAdminSite
from rulebook.post import Post
from tests.factories.council import a_holder_of, a_login, a_member, a_person, an_officer

pytestmark = pytest.mark.django_db

SITE = PortalAdminSite()


def a_request(user: User | AnonymousUser) -> HttpRequest:
    """A request for the admin's first page."""
    request = RequestFactory().get("/admin/login/", {"next": "/admin/"})
    request.user = user
    return request


def test_democratic_services_of_the_day_may_enter() -> None:
    assert SITE.has_permission(a_request(a_login(a_holder_of(Post.DEMOCRATIC_SERVICES))))


def test_nobody_else_may_not_even_nearly() -> None:
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    ended = a_holder_of(Post.DEMOCRATIC_SERVICES, to_on=yesterday)
    for person in (ended, a_member(), an_officer(), a_person(), a_holder_of(Post.MONITORING_OFFICER)):
        assert not SITE.has_permission(a_request(a_login(person)))
    assert not SITE.has_permission(a_request(AnonymousUser()))


def test_a_login_that_was_closed_may_not_enter() -> None:
    login = a_login(a_holder_of(Post.DEMOCRATIC_SERVICES))
    login.is_active = False
    assert not SITE.has_permission(a_request(login))


def test_who_is_not_signed_in_is_sent_to_the_portals_own_door(client: Client) -> None:
    answer = client.get("/admin/", follow=True)
    assert answer.redirect_chain[-1][0].startswith(reverse("account_login"))
    assert "next=/admin/" in answer.redirect_chain[-1][0]


def test_who_is_signed_in_without_the_post_is_refused_and_not_asked_to_sign_in_again() -> None:
    with pytest.raises(PermissionDenied):
        SITE.login(a_request(a_login(a_member())))


def test_leaving_the_admin_is_leaving_the_portal() -> None:
    assert SITE.logout(a_request(AnonymousUser()))["Location"] == reverse("account_logout")
