"""Every address with every role: a new page is tried here without anyone remembering it.

Nobody gets an error page; whoever is signed out gets the public pages alone; and whoever may not know of an
enquiry, a document, a complaint or what hangs on them gets, at every address that names it, the bytes that a
number which never was gets, and no text of it.
"""

from collections.abc import Iterator
from itertools import product

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from tests.architecture.cast import NEVER, ROLES, Cast, a_cast
from tests.architecture.table import ALL, OF_AN_ENQUIRY, Address
from tests.factories.pages import body_of

SIGNED_IN = [role for role in ROLES if role != "signed out"]
# The page of each thing, by the name that addresses use for its number.
PAGE_OF = {
    "reference": "enquiry",
    "dispute": "dispute",
    "ref": "document",
    "case": "access-request",
    "disclosure": "disclosure",
    "advice": "advice-question",
    "breach": "breach",
    "complaint": "complaint",
    "briefing": "briefing",
    "matter": "briefing-matter",
    "entry": "notice",
}


@pytest.fixture(scope="module")
def made(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Cast]:
    """The people and all that hangs on them, made once for this file: that is half of the time it takes."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield a_cast()
        transaction.set_rollback(True)


@pytest.fixture
def cast(made: Cast) -> Iterator[Cast]:
    """The same as it was made, whatever the test before pressed."""
    with transaction.atomic():
        yield made
        transaction.set_rollback(True)


def test_the_table_knows_the_pages() -> None:
    assert {"home", "my-enquiries", "enquiry", "protocol"} <= {address.name for address in ALL}
    assert len(OF_AN_ENQUIRY) > 10


def tried_by(role: str) -> list[Address]:
    """Everything; the registers' hundred pages only by their keepers and two who are not."""
    if role in {"signed out", "another member", "democratic services"}:
        return ALL
    return [address for address in ALL if not address.route.startswith("admin/")]


@pytest.mark.parametrize("role", ROLES)
def test_nobody_gets_an_error_a_cached_page_or_a_word_of_what_is_not_theirs(cast: Cast, role: str) -> None:
    client, kept = cast.client(role), cast.kept_from(role)
    # Everything is read first, before a press has changed anything.
    for verb, address in product(("get", "post"), tried_by(role)):
        answer = cast.ask(client, role, verb, address)
        where = f"{role}: {verb} {address.route}"
        shown = body_of(answer).decode("utf-8", "replace")
        assert answer.status_code < 500, where
        assert "Content-Security-Policy" in answer.headers, where
        if role != "signed out":
            assert "no-store" in answer.headers.get("Cache-Control", ""), where
        assert not [word for word in kept if word in shown], where


def test_whoever_is_signed_out_gets_public_pages_alone(cast: Cast) -> None:
    client = cast.client("signed out")
    for address in ALL:
        path = address.path(**cast.samples(address))
        answer = client.get(path)
        if address.is_public:
            continue
        assert answer.status_code in (302, 404, 405), path
        if answer.status_code == 302:
            assert "/login/" in answer.headers["Location"], path


@pytest.mark.parametrize("role", SIGNED_IN)
def test_whoever_may_not_know_of_a_thing_gets_the_page_that_never_was(cast: Cast, role: str) -> None:
    client, who = cast.client(role), cast.standing(role)
    assert who is not None
    for name, (number, knows) in cast.knows().items():
        of_it = [address for address in ALL if name in address.takes]
        if knows(who):
            [page] = [address for address in of_it if address.name == PAGE_OF[name]]
            assert cast.ask(client, role, "get", page).status_code == 200, f"{role}: {page.route}"
            continue
        for address, verb in product(of_it, ("get", "post")):
            where = f"{role}: {verb} {address.route}"
            real = cast.ask(client, role, verb, address)
            never = cast.ask(client, role, verb, address, **{name: NEVER[name]})
            assert real.status_code == never.status_code, where
            assert real.status_code in (302, 403, 404, 405), where
            assert real.content.replace(number.encode(), NEVER[name].encode()) == never.content, where
