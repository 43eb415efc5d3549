"""Prints the rules and duties as a page: what each says, and what it rests on in each text."""

from collections.abc import Iterator

from enquiries.rules import RULES
from rulebook.duty import Duty
from rulebook.obligations import Coverage, obligations
from rulebook.protocols import PROTOCOLS

HEAD = """# Rules

Printed from the rule book by `manage.py print_rules`; with `--check` it says whether this page is current.

A rule of law holds in every council. A duty is the same in every council and rests on other paragraphs in
each; a dash says that the text is silent, so that a local term carries it. Ids are those of
`rulebook/obligations.csv`.
"""


def printed_rules() -> str:
    """The whole page, ending in one new line."""
    return "\n".join([HEAD, *_rules(), *_duties(), *_coverage()]) + "\n"


def _row(*cells: object) -> str:
    return f"| {' | '.join(str(cell) for cell in cells)} |"


def _table(*heads: str) -> Iterator[str]:
    yield _row(*heads)
    yield _row(*["---"] * len(heads))


def _rules() -> Iterator[str]:
    yield "## Rules of enquiries\n"
    yield from _table("Rule", "What it says", "Rests on")
    for rule in RULES:
        cites = ", ".join(cite.id for cite in rule.cites)
        yield _row(f"`{rule.id}`", rule.says, cites or "the text, or a local term")


def _duties() -> Iterator[str]:
    yield "\n## Duties\n"
    for duty in Duty:
        yield f"- **{duty.label}** (`{duty}`): {duty.sentence}"
    yield ""
    yield from _table("Duty", *PROTOCOLS)
    for duty in Duty:
        cited = (", ".join(cite.id for cite in text.cite(duty)) or "–" for text in PROTOCOLS.values())
        yield _row(f"`{duty}`", *cited)


def _coverage() -> Iterator[str]:
    yield "\n## What the portal does about each text today\n"
    yield from _table("Text", *(word.value for word in Coverage), "rules")
    for key in PROTOCOLS:
        done = [row.coverage for row in obligations() if row.protocol == key]
        yield _row(key, *(done.count(word) for word in Coverage), len(done))
