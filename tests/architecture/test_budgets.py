"""Small files, small functions, the field's words for rooms, and one sentence at the head of each file."""

import ast
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent.parent
CODE = sorted(
    path
    for folder in (
        "protocol_portal",
        "enquiries",
        "complaints",
        "briefings",
        "access_rules",
        "casework",
        "council",
        "rulebook",
        "tests",
    )
    for path in (CHECKOUT / folder).rglob("*.py")
    if "migrations" not in path.parts
)
BANNED = {"utils", "helpers", "common", "services", "managers", "misc", "utilities"}


def named(path: Path) -> str:
    """The path as a reader knows it."""
    return str(path.relative_to(CHECKOUT))


def test_no_file_is_longer_than_three_hundred_lines() -> None:
    long = {
        named(path): lines
        for path in CODE
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 300
    }
    assert long == {}


@pytest.mark.parametrize("limit", [50])
def test_no_function_is_longer_than_fifty_lines(limit: int) -> None:
    long = [
        f"{named(path)}:{node.lineno} {node.name}"
        for path in CODE
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno + 1 > limit
    ]
    assert long == []


def test_no_room_has_a_name_that_says_nothing() -> None:
    assert [named(path) for path in CODE if path.stem in BANNED] == []


def test_every_file_begins_with_a_sentence_on_its_job() -> None:
    silent = [
        named(path)
        for path in CODE
        if path.read_text(encoding="utf-8").strip()
        and not ast.get_docstring(ast.parse(path.read_text("utf-8")))
    ]
    assert silent == []
