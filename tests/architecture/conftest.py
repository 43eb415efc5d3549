"""The made-up language for whoever renders a page or a letter in it."""

from collections.abc import Iterator

import pytest
from django.utils.translation import trans_real

from tests.architecture.bracketed import Bracketed


@pytest.fixture
def language(monkeypatch: pytest.MonkeyPatch) -> Iterator[Bracketed]:
    """The made-up language, in the place of English; people and cases are made by fixtures before it."""
    spoken = Bracketed()
    monkeypatch.setitem(trans_real._translations, "en-gb", spoken)
    monkeypatch.setattr(trans_real, "_default", spoken)
    trans_real.activate("en-gb")
    yield spoken
    # The next test on this worker speaks English again.
    trans_real.deactivate()
