"""Each address of the table shows somebody of the filled town a page, or the list says why it shows none."""

from collections.abc import Iterator
from itertools import islice

from django.test import Client

from tests.harness.databases import Database
from tests.journeys.kept import KeptTown
from tests.journeys.test_every_page import PAGES, TABLE, paths
from tests.journeys.without_page import WITHOUT_PAGE


def is_page(client: Client, path: str) -> bool:
    """Does the address show that person a page?"""
    answer = client.get(path)
    if answer.streaming:
        answer.close()
    return answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html")


def by_turns(tries: list[tuple[str, Iterator[str]]]) -> Iterator[tuple[str, str]]:
    """The first path of each role, then the second of each: whoever gets the page is soon found."""
    while tries:
        for role, path in ((role, next(left, None)) for role, left in list(tries)):
            if path is None:
                tries = [one for one in tries if one[0] != role]
            else:
                yield role, path


def test_each_address_shows_somebody_a_page_or_says_why_not(
    own_database: Database, kept_town: KeptTown
) -> None:
    town = kept_town.settle(own_database)
    clients = {role: town.client(role) for roles, _scenes in PAGES.values() for role in roles}
    without = set()
    for address in TABLE:
        # Of what is said to show no page, two things of a kind show whether that still holds.
        most = 2 if address.name in WITHOUT_PAGE else None
        tried = by_turns([(role, islice(paths(address, town, role), most)) for role in clients])
        if not any(is_page(clients[role], path) for role, path in tried):
            without.add(address.name)
    assert without == set(WITHOUT_PAGE)
