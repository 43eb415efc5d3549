"""What script/check runs: every check by its name, all even when one fails, then figures and a summary."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from protocol_portal.local import figures
from protocol_portal.local.place import CHECKOUT
from protocol_portal.local.supervisor import say

FLOORS = (
    "protocol_portal",
    "enquiries",
    "complaints",
    "briefings",
    "access_rules",
    "casework",
    "council",
    "rulebook",
)
PYTHON = (sys.executable, "-m")
MANAGE = (sys.executable, "manage.py")
CHECKS: Mapping[str, tuple[str, ...]] = {
    "format": (*PYTHON, "ruff", "format", "--check", "."),
    "lint": (*PYTHON, "ruff", "check", "--output-format=concise", "."),
    "imports": (str(Path(sys.executable).with_name("lint-imports")), "--no-cache"),
    "types": (*PYTHON, "mypy", *FLOORS),
    "templates": (*PYTHON, "djlint", "--lint", "--quiet", "."),
    "system": (*MANAGE, "check", "--fail-level=WARNING"),
    "migrations": (*MANAGE, "makemigrations", "--check", "--dry-run"),
    "page of rules": (*MANAGE, "print_rules", "--check"),
    "page of states": (*MANAGE, "print_states", "--check"),
    "stylesheet": ("script/stylesheet", "--check"),
}


def run(environment: Mapping[str, str]) -> int:
    """Runs all checks; returns 1 when one failed, else 0. What a check said is shown when it failed."""
    failed = []
    for name, command in CHECKS.items():
        began = time.monotonic()
        answer = subprocess.run(
            command,
            cwd=CHECKOUT,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        good = answer.returncode == 0
        say(f"{name:<16} {'holds' if good else 'FAILS'}   {time.monotonic() - began:.1f} s")
        if not good:
            failed.append(name)
            say(answer.stdout.rstrip())
    say("")
    for line in figures.lines():
        say(line)
    say(f"\nFailed: {', '.join(failed)}." if failed else "\nAll checks hold.")
    return 1 if failed else 0
