"""The filled town, made once for all tests of this process: a database to copy, and who and what is in it."""

import pickle
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.db import connections

from tests.harness.databases import Database, of_this_process
from tests.journeys.town import Town, a_town


@dataclass
class KeptTown:
    """A town as it was when it had just been filled; making one takes longer than a copy of its database."""

    kept: Database
    _pickled: bytes = b""

    def settle(self, database: Database) -> Town:
        """Puts the filled town into that database, in the place of whatever was there."""
        # A database that somebody talks to can be neither dropped nor copied.
        connections.close_all()
        database.drop()
        if self._pickled:
            database.create(self.kept.name)
        else:
            database.create()
            town = a_town()
            town.fill()
            self._pickled = pickle.dumps(town)
            connections.close_all()
            self.kept.create(database.name)
        town = pickle.loads(self._pickled)  # noqa: S301  (our own, from a moment ago)
        assert isinstance(town, Town)
        return town


@pytest.fixture(scope="session")
def kept_town(django_db_setup: None) -> Iterator[KeptTown]:
    """The one of this process, filled when somebody first asks for it."""
    found = KeptTown(of_this_process("town"))
    yield found
    found.kept.drop()
