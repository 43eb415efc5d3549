"""The facts that are not known and would change the answer."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from access_rules.rules import words as of
from access_rules.rules.facts import Asked, agree
from access_rules.rules.lenses import settled_under
from access_rules.rules.walk import Settled
from rulebook.facts import UNKNOWN, FactFault
from rulebook.protocol import Protocol

# Without these there is no question to answer: nobody, nothing, or nothing said of what it is.
NEEDED: tuple[tuple[str, str, tuple[object, ...]], ...] = (
    ("person", "kind", tuple(of.Kind)),
    ("document", "body", tuple(of.Body)),
    ("document", "status", tuple(of.Status)),
)
# What else may have been left out, and what it might have been. Facts that are told when they are so (a
# political group's paper, the accounts, a session's talk) are not asked for at every turn.
ORDINARY: tuple[tuple[str, str, tuple[object, ...]], ...] = (
    ("person", "on_deciding_body", (True, False)),
    ("person", "interest", tuple(of.Interest)),
    ("person", "need_to_know", tuple(of.Need)),
    ("person", "remit", tuple(of.Remit)),
    ("person", "scrutiny_link", tuple(of.Link)),
    ("person", "on_behalf_of", (of.Kind.ELECTED_MEMBER,)),
    ("person", "privy", (True,)),
    ("person", "is_chair", (True,)),
    ("document", "stage", tuple(of.Stage)),
    ("document", "meeting", tuple(of.Meeting)),
    ("document", "report_or_background_paper", (True, False)),
    ("document", "sch12a", tuple((paragraph,) for paragraph in (of.Paragraph.P1, of.Paragraph.P3))),
    ("document", "public_interest", tuple(of.PublicInterest)),
    ("document", "contract_terms", (True,)),
    ("document", "registrable", (True,)),
    ("document", "own_development", (True,)),
    ("document", "key_decision", (True,)),
    ("document", "group_internal", tuple(of.GroupInternal)),
    ("document", "group_report", (True,)),
    ("document", "author_consents", (True,)),
    ("document", "private_letter", (True,)),
    ("document", "consent", tuple(of.Consent)),
    ("request", "wants", tuple(of.Wants)),
    ("request", "authority", tuple(of.Authority)),
    ("request", "undertaking", tuple(of.Undertaking)),
)
# Whose workings a paper shows, and that it was made for a group, is told of a group's paper alone.
ONLY_OF_A_GROUP = ("group_internal", "group_report")


def hangs_on(protocol: Protocol, asked: Asked, settled: Settled) -> tuple[str, ...]:
    """The facts that were left out and would change what is decided."""
    decided = _decision(settled)
    return tuple(
        name
        for part, name, values in ORDINARY
        if _is_unknown(asked, part, name)
        and _is_asked(asked, name)
        and any(
            _decision(settled_under(protocol, other)) != decided
            for other in (_with(asked, part, name, value) for value in values)
            if _is_possible(other)
        )
    )


def lacking(asked: Asked) -> tuple[str, ...]:
    """The facts without which there is no question: who asks, whose paper, and how it is classified."""
    return tuple(name for part, name, _ in NEEDED if _is_unknown(asked, part, name))


def agreed(protocol: Protocol, asked: Asked) -> Settled | None:
    """What is decided whatever the lacking facts are; None where it hangs on them."""
    first: Settled | None = None
    for filled in _filled(asked):
        found = settled_under(protocol, filled)
        if first is not None and (_decision(found), found.verdict.rule) != (
            _decision(first),
            first.verdict.rule,
        ):
            return None
        first = first or found
    return first


def _filled(asked: Asked) -> Iterator[Asked]:
    missing = [(part, name, values) for part, name, values in NEEDED if _is_unknown(asked, part, name)]
    for chosen in product(*(values for _, _, values in missing)):
        filled = asked
        for (part, name, _), value in zip(missing, chosen, strict=True):
            filled = _with(filled, part, name, value)
        if _is_possible(filled):
            yield filled


def _is_unknown(asked: Asked, part: str, name: str) -> bool:
    return getattr(getattr(asked, part), name) is UNKNOWN


def _is_possible(asked: Asked) -> bool:
    try:
        agree(asked)
    except FactFault:
        return False
    return True


def _is_asked(asked: Asked, name: str) -> bool:
    return name not in ONLY_OF_A_GROUP or asked.document.body is of.Body.POLITICAL_GROUP


def _with(asked: Asked, part: str, name: str, value: object) -> Asked:
    changed: dict[str, object] = {part: replace(getattr(asked, part), **{name: value})}
    return replace(asked, **changed)  # type: ignore[arg-type]


def _decision(settled: Settled) -> tuple[object, ...]:
    verdict = settled.verdict
    return verdict.outcome, verdict.mode, verdict.refer_to
