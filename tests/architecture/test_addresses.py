"""Every address with every role: a new page is tried here without anyone remembering it.

Nobody gets an error page; whoever is signed out gets the public pages alone; and whoever may not know of an
enquiry, a document, a complaint or what hangs on them gets, at every address that names it, the bytes that a
number which never was gets, and no text of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from pytest_django import DjangoDbBlocker

from tests.architecture.cast import NEVER, ROLES, Cast, a_cast
from tests.architecture.table import ALL, OF_AN_ENQUIRY, Address
from tests.factories.pages import body_of

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
    "amendment": "amendment",
    "report": "report",
}


@pytest.fixture(scope="module")
def made(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Cast]:
    """The people and all that hangs on them, made once for this file: that is half of the time it takes."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield a_cast()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def asked() -> set[str]:
    """Where somebody asked with a number that never was."""
    return set()


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


@dataclass
class Nowhere:
    """What a role gets of the things that it may not know of, against numbers that never were.

    A page that is not found says the same wherever it is asked for, so that one for each thing and part of
    the portal serves all; every other answer is compared with its own. `asked` are the addresses that
    somebody asked for with a number that never was: whoever is the first of this process to be kept from one
    asks there too, so that every address is.
    """

    cast: Cast
    role: str
    asked: set[str]
    pages: dict[tuple[str, str], HttpResponse] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Who knows of what is asked before anything is pressed."""
        who = self.cast.standing(self.role)
        things = self.cast.knows() if who else {}
        self.known = {name for name, (_number, knows) in things.items() if who and knows(who)}
        self.unknown = {name: number for name, (number, _knows) in things.items() if name not in self.known}

    def compare(self, client: Client, verb: str, address: Address, real: HttpResponse) -> None:
        """Fails unless the answer is the one to a number that never was, for each thing that it names."""
        where = f"{self.role}: {verb} {address.route}"
        if verb == "get" and address.name in {PAGE_OF[name] for name in self.known}:
            assert real.status_code == 200, where
        for name in self.unknown.keys() & set(address.takes):
            never = self._never(client, verb, address, name, status=real.status_code)
            assert real.status_code == never.status_code, where
            assert real.status_code in (302, 403, 404, 405), where
            assert real.content.replace(self.unknown[name].encode(), NEVER[name].encode()) == never.content, (
                where
            )

    def _never(self, client: Client, verb: str, address: Address, name: str, *, status: int) -> HttpResponse:
        place, where = (name, address.route.partition("/")[0]), f"{verb} {address.route} {name}"
        if status == 404 and where in self.asked and place in self.pages:
            return self.pages[place]
        self.asked.add(where)
        found = self.cast.ask(client, self.role, verb, address, **{name: NEVER[name]})
        if found.status_code == 404:
            self.pages[place] = found
        return found


@pytest.mark.parametrize("role", ROLES)
def test_nobody_gets_an_error_a_cached_page_or_a_word_of_what_is_not_theirs(
    cast: Cast, asked: set[str], role: str
) -> None:
    client, kept, nowhere = cast.client(role), cast.kept_from(role), Nowhere(cast, role, asked)
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
        # Whoever may not know of a thing gets the page that never was.
        nowhere.compare(client, verb, address, answer)


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
