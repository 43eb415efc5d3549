"""A member with a browser, and a place for files that is empty at each test."""

from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from council.models import Person
from tests.casework.mail_server import mail_server
from tests.factories.council import a_member
from tests.factories.portal import signed_in

__all__ = ["browser", "mail_server", "member"]


@pytest.fixture
def member(db: None) -> Person:
    """Whose enquiries these are."""
    return a_member(name="Priya Nair")


@pytest.fixture
def browser(member: Person) -> Client:
    """The member's own."""
    return signed_in(member)


@pytest.fixture(autouse=True)
def _files_apart(settings: Settings, tmp_path: Path) -> None:
    """Files that a test hands in go with it."""
    settings.MEDIA_ROOT = tmp_path
