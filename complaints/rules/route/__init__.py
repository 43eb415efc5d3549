"""Where a complaint goes: who has which part in it, who is left out and why, and what else is open."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from complaints.rules.route.facts import Complaint, Fact, known_complaint
from complaints.rules.route.hanging import agreed, hangs_on, possible
from complaints.rules.route.outcome import Outcome, outcome
from complaints.rules.route.parties import Party
from complaints.rules.route.rules import ROUTE_RULES, Trying
from complaints.rules.route.saying import reason_of
from complaints.rules.route.wordings import FACTS, HANGS, NOT_KNOWN
from rulebook.bank_holidays import Calendars
from rulebook.citation import Citation
from rulebook.decision import Answer, Tried
from rulebook.facts import Facts
from rulebook.local_term import LocalTerm
from rulebook.protocol import Protocol
from rulebook.wording import listed

__all__ = ["ROUTE_RULES", "Complaint", "Party", "complaint_route", "route_of"]


Value = TypeVar("Value")
# Without these nobody can say where a complaint goes.
WHERE = ("step", "to")


def complaint_route(
    protocol: Protocol,
    facts: Facts,
    *,
    local_terms: Iterable[LocalTerm] = (),
    calendars: Calendars | None = None,
) -> Answer:
    """Where a complaint goes: `step`, `to`, `choose`, `copy_to`, `investigates`, `decided_by`, `tell`,
    `may_tell`, `tell_before_decision`, `may_refer_to`, `also_open`, `may_lead_to`, `warn`, `private`,
    `withheld`.

    Facts: those of `Fact`, which each give a person one post. Every answer has every key: an empty list, null
    or false where it does not apply, null where it hangs on a fact that is unknown. Local terms and calendars
    play no part. Raises FactFault.
    """
    return route_of(protocol, known_complaint(facts))


def route_of(protocol: Protocol, complaint: Complaint) -> Answer:
    """The same for people who may hold several posts each: whoever holds a barred post is barred."""
    outcomes = [outcome(protocol, case) for case in possible(complaint)]
    values, hanging = agreed(outcomes), hangs_on(outcomes)
    first = outcomes[0]
    if any(values[key] is None for key in WHERE):
        return _undecided(protocol, outcomes, values, hanging)
    sentences = reason_of(protocol, first)
    reason = " ".join(one.says for one in sentences)
    if hanging:
        reason = f"{reason} {HANGS.format(facts=_facts(hanging))}"
    cites = tuple(cite for one in sentences for cite in one.cites)
    return Answer(values, cites, reason, first.gap, _names(hanging), _trace(first))


def _names(facts: Sequence[Fact]) -> tuple[str, ...]:
    return tuple(fact.value for fact in facts)


def _facts(facts: Sequence[Fact]) -> str:
    return listed([FACTS[fact] for fact in facts])


def _undecided(
    protocol: Protocol, outcomes: Sequence[Outcome], values: dict[str, object], hanging: Sequence[Fact]
) -> Answer:
    """The answer while nobody can say where it goes: what every possible answer holds, and what is asked."""
    return Answer(
        values,
        _common([_cites(protocol, one) for one in outcomes]),
        NOT_KNOWN.format(facts=_facts(hangs_on(outcomes, WHERE))),
        all(one.gap for one in outcomes),
        _names(hanging),
        _common([_trace(one) for one in outcomes]),
    )


def _common(every: Sequence[tuple[Value, ...]]) -> tuple[Value, ...]:
    first, *rest = every
    return tuple(one for one in first if all(one in other for other in rest))


def _cites(protocol: Protocol, found: Outcome) -> tuple[Citation, ...]:
    return tuple(cite for one in reason_of(protocol, found) for cite in one.cites)


def _trace(found: Outcome) -> tuple[Tried, ...]:
    """The steps on the way, who was left out, and who takes their place."""
    out = [f"«{one.post}»: {one.why}" for one in found.left_out]
    taken = [f"«{key}» is taken by {post or 'nobody'}" for key, post in found.stands_in.items()]
    return (
        *found.way.tried,
        Tried(Trying.BARRED, bool(out), "; ".join(out) or "nobody whom the text names here is barred"),
        Tried(Trying.STAND_IN, bool(taken), "; ".join(taken) or _not_needed(found)),
    )


def _not_needed(found: Outcome) -> str:
    return "nobody receives it under the protocol" if found.way.outside else "somebody is left for each part"
