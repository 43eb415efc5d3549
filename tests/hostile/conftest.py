"""A mail server that tells what it was given; files in a folder of the test alone."""

from pathlib import Path
from typing import Any

import pytest

from tests.casework.mail_server import mail_server

__all__ = ["mail_server"]


@pytest.fixture(autouse=True)
def _files_apart(settings: Any, tmp_path: Path) -> None:
    """Nothing that a test attaches lies among the portal's own files."""
    settings.MEDIA_ROOT = tmp_path / "files"
