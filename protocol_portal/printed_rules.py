"""Prints the rules and duties as a page: what each says, and what it rests on in each text."""

from collections.abc import Iterator

from protocol_portal.rule_names import RULES
from rulebook.duty import Duty
from rulebook.obligations import Coverage, obligations
from rulebook.protocol import Protocol
from rulebook.protocols import PROTOCOLS
from rulebook.term import Term
from rulebook.terms import terms_in_words

HEAD = """# Rules

Printed from the rule book by `manage.py print_rules`; with `--check` it says whether this page is current.

A rule of law holds in every council. A duty is the same in every council and rests on other paragraphs in
each; a dash says that the text is silent, so that a local term carries it. Ids are those of
`rulebook/obligations.csv`.
"""


def printed_rules() -> str:
    """The whole page, ending in one new line."""
    return "\n".join([HEAD, *_rules(), *_duties(), *_texts(), *_coverage()]) + "\n"


def _row(*cells: object) -> str:
    return f"| {' | '.join(str(cell) for cell in cells)} |"


def _table(*heads: str) -> Iterator[str]:
    yield _row(*heads)
    yield _row(*["---"] * len(heads))


def _rules() -> Iterator[str]:
    yield "## Rules\n"
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


def _texts() -> Iterator[str]:
    for text in PROTOCOLS.values():
        yield f"\n## {text.name}\n"
        yield "What the text says, in words; what a council amended since stands on its page «Protocol».\n"
        yield from _terms(text)


def _terms(text: Protocol) -> Iterator[str]:
    for topic, terms in terms_in_words(text).items():
        yield f"\n### {topic.label}: `{text.key}`\n"
        yield from _table("What it says", "Paragraphs", "Applied by")
        yield from (_term(term) for term in terms)


def _term(term: Term) -> str:
    cites = ", ".join(cite.id for cite in term.cites)
    return _row(term.says, cites or "–", f"`{term.by}`" if term.by else "–")


def _coverage() -> Iterator[str]:
    yield "\n## What the portal does about each text today\n"
    yield from _table("Text", *(word.value for word in Coverage), "rules")
    for key in PROTOCOLS:
        done = [row.coverage for row in obligations() if row.protocol == key]
        yield _row(key, *(done.count(word) for word in Coverage), len(done))
