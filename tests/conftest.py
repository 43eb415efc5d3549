"""What every test stands on: a real database and broker, no network, no skips, no undefined variables."""

import gc
from collections.abc import Iterator

import pytest
from django.template import engines
from hypothesis import settings

from council.rules.in_force import IN_FORCE
from tests.harness.undefined import Undefined

# A busy machine stalls: how long one example takes proves nothing.
# The same examples in every run, so that a run fails by what was changed and not by chance; others are looked
# for by `script/test --hypothesis-profile=search` (CONTRIBUTING.md).
settings.register_profile("portal", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None)
settings.load_profile("portal")

pytest_plugins = ["tests.harness.databases", "tests.harness.processes", "tests.harness.browser"]

# They take minutes each: begun last, one process would end with them while the other has nothing to do.
LONGEST = (
    "tests/journeys/test_every_page.py",
    "tests/protocol_portal/test_demonstration",
    "tests/architecture/test_gettext",
)
NO_FLUSH = "The audit tables refuse a flush: use the fixture own_database, a clone for this test alone."


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """A skipped or expected failure tells nothing about the portal, so it counts as a failure."""
    report = yield
    if report.skipped or hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped: a test either holds or is removed."
    return report


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Refuses what would flush the database after the test; the longest come first."""
    items.sort(key=lambda item: not item.nodeid.startswith(LONGEST))
    for item in items:
        mark = item.get_closest_marker("django_db")
        flushes = bool(mark and (mark.kwargs.get("transaction") or mark.args[:1] == (True,)))
        if flushes or {"transactional_db", "live_server"} & set(getattr(item, "fixturenames", ())):
            raise pytest.UsageError(f"{item.nodeid}: {NO_FLUSH}")


def pytest_collection_finish() -> None:
    """What was imported stays: a look through all of it for garbage, every few requests, finds none."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture(autouse=True, scope="session")
def _undefined_variables_fail() -> None:
    """A variable that a view forgot to give is a fault of our page, not an empty space on it."""
    engines["django"].engine.string_if_invalid = Undefined()


@pytest.fixture(autouse=True)
def _nothing_is_adopted_unless_a_test_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test begins as a process on a day of which it knows that the setting's text is in force.

    Else the first to ask on a frozen day would read a table that another test rolled back.
    """
    monkeypatch.setattr(IN_FORCE, "text_today", lambda today, *, first: first)
