"""docs/rules.md is printed from the rule book."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from protocol_portal.printed_rules import printed_rules
from rulebook.duty import Duty


def test_the_printed_page_is_current() -> None:
    call_command("print_rules", "--check")


def test_a_page_that_is_not_current_is_told_and_then_written(
    tmp_path: Path, settings: pytest.FixtureRequest
) -> None:
    settings.BASE_DIR = tmp_path
    (tmp_path / "docs").mkdir()
    with pytest.raises(CommandError, match="not current"):
        call_command("print_rules", "--check")
    call_command("print_rules")
    call_command("print_rules", "--check")
    assert (tmp_path / "docs" / "rules.md").read_text(encoding="utf-8") == printed_rules()


def test_every_duty_stands_on_the_page_with_its_paragraphs() -> None:
    page = printed_rules()
    assert all(f"| `{duty}` |" in page for duty in Duty)
    assert "WF-6.10 | – | – | – | – | – |" in page
