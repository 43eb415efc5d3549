"""Pages of docs/ that are printed from the code; a check says whether the committed one is current."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import CommandError


def print_page(name: str, text: str, *, check: bool) -> str:
    """Writes docs/NAME, or with `check` compares it; says what it did.

    Raises CommandError, naming the command that mends it, where the committed page is not current.
    """
    path = Path(settings.BASE_DIR) / "docs" / f"{name}.md"
    if not check:
        path.write_text(text, encoding="utf-8")
        return f"Printed docs/{name}.md"
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        raise CommandError(f"docs/{name}.md is not current: run script/manage print_{name}")
    return f"docs/{name}.md is current"
