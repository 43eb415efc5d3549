"""Reads the steps (django-fsm transitions) of a case: for the database's guard, the diagram, the tests."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pgtrigger
from django_fsm import GET_STATE

from rulebook.duty import Duty


@dataclass(frozen=True)
class Step:
    """One arrow: from a state to a state, by a step that names its duty; the two may be the same."""

    name: str
    source: str
    target: str
    duty: Duty


def _targets(target: Any, source: str) -> tuple[str, ...]:
    if target is None:
        return (source,)
    if isinstance(target, GET_STATE):
        return tuple(str(state) for state in target.allowed_states)
    return (str(target),)


def steps_in(namespace: Mapping[str, Any]) -> Iterator[Step]:
    """Every arrow among the attributes of a model (its class body, or `vars()` of the class), in order."""
    for name, method in namespace.items():
        fsm = getattr(method, "_django_fsm", None)
        if fsm is None:
            continue
        for source, step in fsm.transitions.items():
            for target in _targets(step.target, str(source)):
                yield Step(name, str(source), target, step.custom["duty"])


def legal_steps(namespace: Mapping[str, Any], *, field: str = "state") -> pgtrigger.FSM:
    """The database's own guard, made from the steps: whoever writes, an illegal jump is refused."""
    pairs = sorted({(step.source, step.target) for step in steps_in(namespace) if step.source != step.target})
    return pgtrigger.FSM(name="legal_steps", field=field, transitions=pairs)
