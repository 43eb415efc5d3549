"""The requests that what is known leaves possible, and the facts on which the answer hangs."""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Any

from briefings.rules.bringing import Answered
from briefings.rules.case import Case
from briefings.rules.facts import Fact, Facts, Organiser, RequestedBy, Speaker
from rulebook.briefing.request import Form
from rulebook.facts import Unknown
from rulebook.post import Post
from rulebook.protocol import Protocol

NO_FIRST = (False, True)
# What a fact of the request might be while nobody says so; the first is the ordinary case.
MIGHT_BE: dict[Fact, tuple[object, ...]] = {
    Fact.REQUESTED_BY: tuple(RequestedBy),
    Fact.FORM: tuple(Form),
    Fact.COUNCIL_BUSINESS: (True, False),
    Fact.SEEKS_CONFIDENTIAL: NO_FIRST,
    Fact.PARTY_POLITICAL: NO_FIRST,
    Fact.NON_MEMBERS_ATTENDING: NO_FIRST,
    Fact.ORGANISED_BY: tuple(Organiser),
    # Whoever is not senior is asked about alike.
    Fact.BRIEFER: (Speaker.SENIOR, Speaker.OFFICER),
    Fact.OTHER_GROUPS: (1, 0),
}
# What is told when it is so; until then the ordinary case stands, and the answer hangs on none of it.
ORDINARY: dict[Fact, object] = {
    Fact.ACCOMPANIED_BY: None,
    Fact.JUNIOR_HAS_SPECIALIST_KNOWLEDGE: False,
    Fact.NOMINATED_BY_DIRECTOR: False,
    Fact.REPRESENTATIVE: False,
    Fact.CHIEF_EXECUTIVE_ABSENT: False,
    Fact.DEEMED_UNREASONABLE: False,
    Fact.ALREADY_BRIEFED: False,
    Fact.RECOMMENDS: False,
}
NOT_SENIOR = (Speaker.JUNIOR, Speaker.OFFICER)


def ordinary(protocol: Protocol, facts: Facts) -> Iterator[Case]:
    """Each request that it might be in the ordinary case; the first is the one in which nothing bars it."""
    return _cases(protocol, facts, {})


def possible(protocol: Protocol, facts: Facts) -> Iterator[Case]:
    """The same, and those that come of what else must be asked, because of what is known."""
    return _cases(protocol, facts, to_ask(facts))


def to_ask(facts: Facts) -> dict[Fact, tuple[object, ...]]:
    """What else might be so once somebody comes, or is asked, of whom it must be known; mostly nothing."""
    asked: dict[Fact, tuple[object, ...]] = {}
    if facts.briefer in NOT_SENIOR:
        asked = {Fact.ACCOMPANIED_BY: (None, Speaker.SENIOR), Fact.NOMINATED_BY_DIRECTOR: NO_FIRST}
    if facts.briefer in NOT_SENIOR or facts.accompanied_by in NOT_SENIOR:
        asked[Fact.JUNIOR_HAS_SPECIALIST_KNOWLEDGE] = NO_FIRST
    if facts.asked_of is Post.EXECUTIVE_DIRECTOR:
        asked[Fact.CHIEF_EXECUTIVE_ABSENT] = NO_FIRST
    return asked


def _cases(protocol: Protocol, facts: Facts, asked: dict[Fact, tuple[object, ...]]) -> Iterator[Case]:
    might = {
        **{fact: (value,) for fact, value in ORDINARY.items()},
        **MIGHT_BE,
        Fact.ASKED_OF: (*(Post(one.value) for one in protocol.briefings.asked), Post.OFFICER),
        **asked,
    }
    values = [_might(facts, fact, might[fact]) for fact in Fact]
    for one in product(*values):
        yield Case(*one)


def _might(facts: Facts, fact: Fact, values: tuple[object, ...]) -> tuple[Any, ...]:
    known = getattr(facts, fact.value)
    return values if isinstance(known, Unknown) else (known,)


def hangs_on(answers: Sequence[Answered], keys: Sequence[str] = ()) -> tuple[Fact, ...]:
    """The facts that change the answer somewhere, or these keys of it, whatever the others are."""
    if len(answers) == 1:
        return ()
    compared = {tuple(_of(one.case, fact) for fact in Fact): _compared(one, keys) for one in answers}
    return tuple(fact for at, fact in enumerate(Fact) if _moves(compared, at))


def _moves(answers: dict[tuple[object, ...], object], at: int) -> bool:
    first: dict[tuple[object, ...], object] = {}
    for facts, answer in answers.items():
        others = (*facts[:at], *facts[at + 1 :])
        if first.setdefault(others, answer) != answer:
            return True
    return False


def _of(case: Case, fact: Fact) -> object:
    return getattr(case, fact.value)


def _compared(one: Answered, keys: Sequence[str]) -> object:
    values = tuple((key, value) for key, value in one.values().items() if not keys or key in keys)
    return (values, None if keys else one.gap)


def agreed(answers: Sequence[Answered]) -> dict[str, object]:
    """What is so whatever the unknown facts are; null for the rest."""
    every = [one.values() for one in answers]
    return {
        key: value if all(one[key] == value for one in every) else None for key, value in every[0].items()
    }
