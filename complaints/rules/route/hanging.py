"""The complaints that what is known leaves possible, and the facts on which the answer hangs."""

from collections.abc import Collection, Iterator, Sequence
from itertools import product
from typing import TypeVar

from complaints.rules.route.facts import Complaint, Fact
from complaints.rules.route.outcome import Outcome
from complaints.rules.route.parties import Party
from complaints.rules.route.settled import Settled
from rulebook.complaint import Allegation, PartyKind, Severity
from rulebook.facts import Unknown

Value = TypeVar("Value")

# What a fact that was left out might be; the first is what is not so, or not yet.
ANYBODY = tuple(map(Party, PartyKind))
EITHER = (False, True)
# Only these are told apart: the code of conduct, and what has a procedure made for it.
ALLEGED: tuple[frozenset[Allegation], ...] = (
    frozenset(),
    frozenset({Allegation.CODE_OF_CONDUCT}),
    frozenset({Allegation.FRAUD}),
    frozenset({Allegation.CODE_OF_CONDUCT, Allegation.FRAUD}),
)
GRADED: tuple[Severity | None, ...] = (None, *Severity)


def possible(complaint: Complaint) -> Iterator[Settled]:
    """Each complaint that it might be; the first is the one in which whatever is unknown is not so."""
    for values in product(
        _might(complaint.complainant, ANYBODY),
        _might(complaint.subject, ANYBODY),
        _might(complaint.informal_tried, EITHER),
        _might(complaint.in_public, EITHER),
        _might(complaint.alleges, ALLEGED),
        _might(complaint.severity, GRADED),
        _might(complaint.upheld, EITHER),
    ):
        yield Settled(*values, toward_officers=complaint.toward_officers, passed_over=complaint.passed_over)


def _might(value: Value | Unknown, values: tuple[Value, ...]) -> tuple[Value, ...]:
    return values if isinstance(value, Unknown) else (value,)


def hangs_on(outcomes: Sequence[Outcome], keys: Collection[str] = ()) -> tuple[Fact, ...]:
    """The facts that change the answer somewhere, or these keys of it, whatever the others are.

    A fact that is learned later takes possible complaints away, so that it adds nothing to these; who the
    parties are may, because somebody unknown is taken to hold no post.
    """
    if len(outcomes) == 1:
        return ()
    answers = {tuple(_of(one.case, fact) for fact in Fact): _compared(one, keys) for one in outcomes}
    return tuple(fact for at, fact in enumerate(Fact) if _moves(answers, at))


def _moves(answers: dict[tuple[object, ...], object], at: int) -> bool:
    first: dict[tuple[object, ...], object] = {}
    for facts, answer in answers.items():
        others = (*facts[:at], *facts[at + 1 :])
        if first.setdefault(others, answer) != answer:
            return True
    return False


def _of(case: Settled, fact: Fact) -> object:
    return getattr(case, fact.value)


def _compared(one: Outcome, keys: Collection[str]) -> object:
    values = tuple((key, value) for key, value in one.values().items() if not keys or key in keys)
    return (values, None if keys else one.gap)


def agreed(outcomes: Sequence[Outcome]) -> dict[str, object]:
    """What is so whatever the unknown facts are; null for the rest."""
    every = [one.values() for one in outcomes]
    return {
        key: value if all(one[key] == value for one in every) else None for key, value in every[0].items()
    }
