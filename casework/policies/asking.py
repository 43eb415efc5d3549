"""How a question of a policy is answered, in the house’s order: in post, known, state, part."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from council.queries import Standing
from rulebook.decision import Decision, allowed, refused, unknown
from rulebook.duty import Duty
from rulebook.protocols import protocol
from rulebook.rule import Rule

Thing = TypeVar("Thing")


@dataclass(frozen=True)
class Question(Generic[Thing]):
    """One question: its duty; in which states (none: in any); whose part it is; the sentences of refusal."""

    duty: Duty
    part: Callable[[Standing, Thing], bool]
    not_yours: str | Promise = ""
    states: tuple[str, ...] | None = None
    not_now: str | Promise = ""


def rule_of(duty: Duty, text: str) -> Rule:
    """The duty as that text has it; no citation where it is silent."""
    return Rule(id=duty.value, says=_(duty.sentence), cites=protocol(text).cite(duty))


def answer(
    question: Question[Thing],
    who: Standing,
    thing: Thing,
    *,
    text: str,
    state: str,
    knows: Callable[[Standing, Thing], bool],
) -> Decision:
    """What the question answers for this person and this thing. `knows` is the one query that shows it."""
    rule = rule_of(question.duty, text)
    if not who.in_post:
        return refused(rule, _("You hold no post here today, so you cannot do this."))
    if not knows(who, thing):
        return unknown()
    if question.states is not None and state not in question.states:
        return refused(rule, str(question.not_now))
    if not question.part(who, thing):
        return refused(rule, str(question.not_yours))
    return allowed(rule)
