"""What several journeys begin with: a person at a browser of their own, signed in already."""

from collections.abc import Callable

import pytest
from django.conf import settings as django_settings
from playwright.sync_api import Page

from council.models import Person
from tests.factories.browsers import signed_in
from tests.harness.processes import Running
from tests.journeys.acts import Visitor
from tests.journeys.kept import kept_town

__all__ = ["kept_town"]

ByRole = Callable[[Person], Visitor]


@pytest.fixture
def visitor_for(own_database: object, page: Callable[..., Page]) -> Callable[..., ByRole]:
    """`visitor_for(portal, width, scripts=True)(person)`: a browser, signed in with the second factor."""

    def at(portal: Running, width: int, scripts: bool = True) -> ByRole:
        def visitor(person: Person) -> Visitor:
            name = django_settings.SESSION_COOKIE_NAME
            value = signed_in(person).cookies[name].value
            opened = page(width=width, javascript=scripts, address=portal.address)
            opened.context.add_cookies([{"name": name, "value": value, "url": portal.address}])
            return Visitor(opened, scripts=scripts)

        return visitor

    return at
