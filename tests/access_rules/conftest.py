"""Files in a folder of the test alone."""

from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(autouse=True)
def _files_apart(settings: Any, tmp_path: Path) -> None:
    """Nothing that a test keeps lies among the portal's own files."""
    settings.MEDIA_ROOT = tmp_path / "kept"
