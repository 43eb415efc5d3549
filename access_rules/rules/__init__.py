"""The rules by which somebody may see a document, and the pure function that answers for them."""

from collections.abc import Iterable
from dataclasses import dataclass

from access_rules.rules.answering import answer_of, answer_under, enforced_answer
from access_rules.rules.facts import known_facts
from access_rules.rules.hanging import lacking
from access_rules.rules.lenses import Difference, settle_both
from access_rules.rules.listing import may_open
from access_rules.rules.rules import ACCESS_RULES
from rulebook.bank_holidays import Calendars
from rulebook.decision import Answer
from rulebook.facts import FactFault, Facts
from rulebook.local_term import LocalTerm
from rulebook.protocol import Protocol

RULES = ACCESS_RULES

__all__ = ["ACCESS_RULES", "RULES", "BothLenses", "Difference", "access", "both_lenses", "may_open"]


def access(
    protocol: Protocol,
    facts: Facts,
    *,
    local_terms: Iterable[LocalTerm] = (),
    calendars: Calendars | None = None,
) -> Answer:
    """May this person see this document: `decision`, `mode`, `rule`, `until`, `handling`,
    `reasons_required`, `challenge`, `refer_to`, `lens`.

    Facts: `lens`, and the objects `person`, `document` and `request` of access_rules.rules.facts. The rules
    are asked in their order and the first that matches decides. Without a lens the answer is what the portal
    does. Facts left out stand for the ordinary case and are told in `hangs_on` where they would change the
    answer. Local terms and calendars play no part. Raises FactFault.
    """
    return answer_of(protocol, known_facts(facts))


@dataclass(frozen=True)
class BothLenses:
    """One question under both lenses, what the portal does, and how the lenses differ (None: they do not).

    `is_forbidden`: current law forbids to give it, so that no person’s decision opens it either.
    """

    as_adopted: Answer
    current_law: Answer
    enforced: Answer
    difference: Difference | None
    is_forbidden: bool = False


def both_lenses(protocol: Protocol, facts: Facts) -> BothLenses:
    """The answers of both lenses to a question, and what is done; raises FactFault.

    Who asks, whose paper it is and how it is classified have to be known.
    """
    asked = known_facts(facts)
    missing = lacking(asked)
    if missing:
        raise FactFault(f"Both lenses need the facts {', '.join(missing)}.")
    both = settle_both(protocol, asked)
    return BothLenses(
        answer_under(asked, both.as_adopted),
        answer_under(asked, both.current_law),
        enforced_answer(asked, both),
        both.difference,
        is_forbidden=both.enforced.verdict.forbids,
    )
