"""A set of data of its own for the tests that start the portal's servers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from protocol_portal.local import children
from protocol_portal.local.place import Place


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    """A place for this test alone; nothing of it is left."""
    place = Place(tmp_path / "data")
    yield place
    children.stop_leftovers(place)
    place.remove()
