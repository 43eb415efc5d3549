"""script/bench: generates a year on a database of its own and measures every page beside a bare view."""

import argparse
import json
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import psycopg2

from protocol_portal.local import children, postgres, servers, settled, speed_table
from protocol_portal.local.place import CHECKOUT, Fault, Place
from protocol_portal.local.supervisor import INTERRUPTED, manage, run, say

# Questions to the database must be as many for this year as for the large one.
FEW = 2_000
MOST = 200_000
OTHERS_DATABASE = (
    "script/bench fills and empties a database of its own: "
    "unset DATABASE_URL, DATABASE_OWNER_URL and REDIS_URL."
)


def options() -> argparse.ArgumentParser:
    """What script/bench takes."""
    parser = argparse.ArgumentParser(prog="script/bench", allow_abbrev=False, description=__doc__)
    parser.add_argument("--cases", type=int, default=100_000, help="how many enquiries (100,000)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures into this file as well")
    parser.add_argument("--again", action="store_true", help="measure what the last run generated")
    return parser


def bench(arguments: Sequence[str]) -> int:
    """Measures the small year and the large one; 1 where a page fails the budget. Raises Fault."""
    asked = options().parse_args(arguments)
    if not FEW <= asked.cases <= MOST:
        raise Fault(f"--cases is a number from {FEW:,} to {MOST:,}.")
    if {"DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL"} & os.environ.keys():
        raise Fault(OTHERS_DATABASE)
    servers.obey_signals()
    few = measured(FEW, again=asked.again)
    many = few if asked.cases == FEW else measured(asked.cases, again=asked.again)
    faults = speed_table.faults(few, many)
    for line in speed_table.lines(few, many):
        say(line)
    for fault in faults:
        say(fault)
    if asked.json:
        asked.json.write_text(json.dumps({"few": few, "many": many, "faults": faults}, indent=1) + "\n")
    return 1 if faults else 0


def bench_place(cases: int) -> Place:
    """The data of a year of so many cases: in `.portal-bench`, or the folder that PORTAL_BENCH_DATA names."""
    folder = Path(os.environ.get("PORTAL_BENCH_DATA", CHECKOUT / ".portal-bench"))
    return Place((folder / str(cases)).resolve())


def measured(cases: int, *, again: bool) -> dict[str, Any]:
    """The figures of a year of so many cases, generated first unless it is there. Raises Fault."""
    place = bench_place(cases)
    if not again:
        place.make()
        with servers.sole(place):
            children.stop_leftovers(place)
            place.remove()
    with servers.hold(place, shared=False):
        environment = environment_of(place)
        if not again:
            generate(place, environment, cases)
        say(f"Measuring {cases:,} cases")
        found = place.folder / "figures.json"
        found.unlink(missing_ok=True)
        command = [sys.executable, "manage.py", "measure_speed", "--json", str(found)]
        code = run(environment, command)
        if code == INTERRUPTED:
            raise servers.Stopped
        if code or not found.exists():
            raise Fault("The pages could not be measured: the lines above say why.")
        figures: dict[str, Any] = json.loads(found.read_text())
        return figures


def environment_of(place: Place) -> dict[str, str]:
    """As a portal runs in production, without the demonstration and with mail in a folder."""
    key = settled.protocol(place, None)
    usual = settled.environment(place, protocol_key=key, port=8000)
    return {**usual, "DEBUG": "0", "DEMONSTRATION": "0"}


def generate(place: Place, environment: Mapping[str, str], cases: int) -> None:
    """Tables, rights, the year; then the statistics that the planner goes by."""
    say(f"Generating {cases:,} cases")
    manage(environment, "migrate", "--verbosity=0")
    manage(environment, "grant_rights", "--verbosity=0")
    manage(environment, "generate_year", "--cases", str(cases))
    connection = psycopg2.connect(postgres.url(place, postgres.SUPERUSER))
    connection.autocommit = True
    with connection.cursor() as ask:
        ask.execute("VACUUM ANALYZE")
    connection.close()
