"""Where scenario commands read from, what their answers rest on, and how they end."""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from django.conf import settings
from django.utils.timezone import localdate

import rulebook
from casework.queries import calendars, local_terms
from council.queries import protocol_in_force
from protocol_portal.scenarios import Scenario, Setting
from rulebook.local_term import LocalTerm

DIFFERS = 1
FAULT = 2
STANDARD_INPUT = "-"
SHIPPED = Path(rulebook.__file__).parent / "scenarios"


def lines_of(file: str) -> Iterator[bytes]:
    """The lines of a file, or of standard input where it is `-`; raises OSError."""
    if file == STANDARD_INPUT:
        yield from sys.stdin.buffer
        return
    with Path(file).open("rb") as opened:
        yield from opened


def shipped_files() -> list[Path]:
    """The scenario files that came with the portal."""
    return sorted(SHIPPED.glob("*.jsonl"))


def own_files() -> list[Path]:
    """The council's own, from the folder that the setting SCENARIOS names; none where it names none.

    Raises OSError where the folder cannot be read.
    """
    if not settings.SCENARIOS:
        return []
    return sorted(path for path in Path(settings.SCENARIOS).iterdir() if path.suffix == ".jsonl")


def chosen_setting(local: bool) -> Setting:
    """The texts as adopted with shipped holidays, or with this council's terms, closed days and holidays."""
    return Setting(terms_of_this_council, calendars()) if local else Setting()


def terms_of_this_council(scenario: Scenario) -> tuple[LocalTerm, ...]:
    """The dated terms in force on the day of receipt, or today; none for another council's text."""
    received = scenario.facts.get("received")
    if scenario.protocol.key != protocol_in_force().key:
        return ()
    try:
        return local_terms(on=date.fromisoformat(received) if isinstance(received, str) else localdate())
    except ValueError:
        return ()
