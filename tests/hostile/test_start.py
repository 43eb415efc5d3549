"""The portal started where it cannot write: one sentence that says what to do, and no traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.harness.databases import CHECKOUT


@pytest.mark.parametrize("folder", ["/proc/nothing", "/dev/null/portal"])
@pytest.mark.parametrize("command", [["servers"], ["manage", "check"], ["server", "--reset", "--yes"]])
def test_a_folder_that_cannot_be_written_is_named_in_one_sentence(folder: str, command: list[str]) -> None:
    kept = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "REDIS_URL"}}
    answer = subprocess.run(
        [sys.executable, "-m", "protocol_portal.local", *command],
        cwd=CHECKOUT,
        env={**kept, "PORTAL_DATA": folder},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert answer.returncode == 1
    assert len(answer.stderr.strip().splitlines()) == 1
    assert str(Path(folder).parent) in answer.stderr
    assert "PORTAL_DATA" in answer.stderr
