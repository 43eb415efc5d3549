"""Reads the facts of a request: each must fit its kind, and none may contradict another."""

from collections.abc import Mapping
from enum import StrEnum

from rulebook.facts import UNKNOWN, FactFault, Facts, Unknown, choice, is_blank, only, text, truth
from rulebook.post import Post
from rulebook.triage import Asker, Asks, Channel, Fact, Right, Value

Known = Mapping[Fact, Value | Unknown]

KINDS: dict[Fact, type[StrEnum]] = {Fact.ASKED_BY: Asker, Fact.ASKS_FOR: Asks}
KINDS_OR_NONE: dict[Fact, type[StrEnum]] = {
    Fact.ADDRESSED_TO: Post,
    Fact.RIGHT_ARISES_UNDER: Right,
    Fact.CHANNEL: Channel,
}
Pair = tuple[tuple[Fact, tuple[Value, ...]], tuple[Fact, tuple[Value, ...]]]
CONTRADICTIONS: tuple[Pair, ...] = (
    # Data protection law speaks of personal data alone.
    ((Fact.DATA_PROTECTION_BARS, (True,)), (Fact.PERSONAL_DATA, (False,))),
    ((Fact.RIGHT_ARISES_UNDER, (Right.DPA,)), (Fact.PERSONAL_DATA, (False,))),
    # Who asks for a service or brings a complaint does not ask for facts alone.
    ((Fact.FACTUAL_ONLY, (True,)), (Fact.ASKS_FOR, (Asks.SERVICE, Asks.CONSTITUENT_COMPLAINT))),
)


def known_facts(facts: Facts) -> Known:
    """Every fact with its value or the mark that it is not known; `null` is no, or none.

    `established_procedure` is whether there is one; its name stays with the facts as they were given.
    Raises FactFault.
    """
    only(facts, [fact.value for fact in Fact])
    known = {fact: _value(facts, fact) for fact in Fact}
    for (one, its), (other, theirs) in CONTRADICTIONS:
        if known[one] in its and known[other] in theirs:
            first, second = f"«{one}» ({_written(known[one])})", f"«{other}» ({_written(known[other])})"
            raise FactFault(f"{first} and {second} contradict each other.")
    return known


def _value(facts: Facts, fact: Fact) -> Value | Unknown:
    if fact in KINDS:
        return choice(facts, fact.value, KINDS[fact])
    if fact in KINDS_OR_NONE:
        none = facts.get(fact.value, UNKNOWN) is None
        return None if none else choice(facts, fact.value, KINDS_OR_NONE[fact])
    if fact is Fact.ESTABLISHED_PROCEDURE:
        return _is_named(facts)
    value = truth(facts, fact.value)
    return False if value is None else value


def _is_named(facts: Facts) -> bool | Unknown:
    name = text(facts, Fact.ESTABLISHED_PROCEDURE.value)
    if is_blank(name):
        raise FactFault("«established_procedure» is the name of a procedure, or null where there is none.")
    return UNKNOWN if isinstance(name, Unknown) else name is not None


def _written(value: Value | Unknown) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
