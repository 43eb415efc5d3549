"""The floors and rooms hold: each rule is broken on purpose in a copy, and the linter must say so."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent.parent
PACKAGES = (
    "protocol_portal",
    "enquiries",
    "complaints",
    "briefings",
    "access_rules",
    "casework",
    "council",
    "rulebook",
)

BROKEN = {
    "one counter imports another": ("enquiries/policies.py", "import complaints\n"),
    "a lower floor imports a higher one": ("council/queries/posts.py", "import casework.queries\n"),
    "the rule book knows an app": ("rulebook/rule.py", "import council.rules\n"),
    "the rule book knows Django": ("rulebook/rule.py", "import django\n"),
    "rules know Django": ("enquiries/rules.py", "import django.conf\n"),
    "a model imports its action": ("enquiries/models.py", "import enquiries.actions.replying\n"),
    "a policy imports a page": ("enquiries/policies.py", "import enquiries.views.asking\n"),
    "a room that nobody planned": ("enquiries/utils.py", '"""Nothing."""\n'),
    "guardian outside its floors": ("enquiries/queries.py", "import guardian\n"),
    "access asks whether an election is near": (
        "access_rules/policies/advice.py",
        "import casework.queries.elections\n",
    ),
    "something imports the wiring": ("casework/queries/disputes.py", "import protocol_portal.context\n"),
}


def contracts_hold(house: Path) -> tuple[bool, str]:
    """Whether the import contracts hold in that copy, and what the linter printed."""
    lint = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    ran = subprocess.run(lint, cwd=house, capture_output=True, text=True, check=False)
    return ran.returncode == 0, ran.stdout + ran.stderr


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the code alone."""
    shutil.copy(CHECKOUT / "pyproject.toml", tmp_path)
    for package in PACKAGES:
        shutil.copytree(
            CHECKOUT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__", "*.json")
        )
    return tmp_path


def test_the_contracts_hold_as_the_house_stands(house: Path) -> None:
    hold, said = contracts_hold(house)
    assert hold, said


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_rule_is_told(house: Path, what: str) -> None:
    path, line = BROKEN[what]
    broken = house / path
    broken.write_text((broken.read_text() if broken.exists() else "") + line)
    hold, said = contracts_hold(house)
    assert not hold, said
    assert "BROKEN" in said or "missing layers" in said.lower() or "not listed" in said.lower(), said
