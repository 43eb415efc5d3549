"""docs/rules.md is printed from the rule book."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from protocol_portal.printed_rules import printed_rules
from protocol_portal.rule_names import label_of
from rulebook.duty import Duty
from rulebook.protocol import Protocol
from rulebook.protocols import PROTOCOLS
from rulebook.terms import terms_in_words


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


@pytest.mark.parametrize("text", PROTOCOLS.values(), ids=list(PROTOCOLS))
def test_every_term_of_every_text_is_printed_with_its_paragraphs_and_what_applies_it(text: Protocol) -> None:
    page = printed_rules()
    part = page[page.index(f"## {text.name}\n") :]
    for topic, terms in terms_in_words(text).items():
        assert f"### {topic.label}: `{text.key}`" in part
        for term in terms:
            cites = ", ".join(cite.id for cite in term.cites) or "–"
            by = f"`{term.by}`" if term.by else "–"
            assert f"| {term.says} | {cites} | {by} |" in part


def test_the_rules_of_every_case_stand_beside_those_of_enquiries() -> None:
    page = printed_rules()
    for name in ("foi-reply", "law-prevails", "keep-up-with-guidance"):
        assert f"| `{name}` |" in page
        assert label_of(name)
    assert label_of("reply") == "Reply"
    assert label_of("no-such-rule") == ""
