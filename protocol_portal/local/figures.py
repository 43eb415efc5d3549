"""Figures of the code that tell when the house grows crooked; they are printed, not enforced."""

import statistics
import subprocess
from pathlib import Path

from protocol_portal.local.place import CHECKOUT

AIM_OF_A_FILE = 60
# A state in the middle of a case's life: the files that name it are those that a new one would touch.
A_STATE = "State.HOLD" + "ING"


def lines() -> list[str]:
    """One sentence for each figure: the middling file, the largest, and tests for each line of code."""
    paths = python_files()
    code = {
        path: length(path) for path in paths if path.parts[0] != "tests" and "migrations" not in path.parts
    }
    tests = sum(length(path) for path in paths if path.parts[0] == "tests")
    touched = [path for path in code if A_STATE in (CHECKOUT / path).read_text(encoding="utf-8")]
    largest = max(code, key=lambda path: code[path])
    return [
        f"Median file: {statistics.median(code.values()):.0f} lines (aim {AIM_OF_A_FILE}).",
        f"Largest file: {largest}, {code[largest]} lines (limit 300).",
        f"Test lines for each line of code: {tests / sum(code.values()):.2f} (aim 1.2 to 2).",
        f"Places that a new state touches: {len(touched)} (aim 3): {', '.join(map(str, touched))}.",
    ]


def python_files() -> list[Path]:
    """Every Python file of the project, new ones included, as git knows them."""
    listing = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.py"],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [Path(line) for line in listing.stdout.splitlines() if (CHECKOUT / line).exists()]


def length(path: Path) -> int:
    """Lines that say something; an empty file that only marks a package counts as one."""
    return max(1, sum(1 for line in (CHECKOUT / path).read_text().splitlines() if line.strip()))
