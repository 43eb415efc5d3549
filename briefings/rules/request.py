"""May a group have this briefing, report or officer: who decides, what may be said, what the others get."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from briefings.rules.bringing import Answered, answered
from briefings.rules.facts import Fact, Facts, Given, known_facts
from briefings.rules.hanging import agreed, hangs_on, ordinary, possible, to_ask
from briefings.rules.wordings import FACTS, HANGS, NOT_KNOWN
from rulebook.bank_holidays import Calendars
from rulebook.citation import Citation
from rulebook.decision import Answer
from rulebook.local_term import LocalTerm
from rulebook.protocol import Protocol
from rulebook.wording import listed

Value = TypeVar("Value")
OUTCOME = "outcome"


def briefing_request(
    protocol: Protocol,
    facts: Given,
    *,
    local_terms: Iterable[LocalTerm] = (),
    calendars: Calendars | None = None,
) -> Answer:
    """The answer to a scenario: `outcome`, `decided_by`, `equal_access`, `content`, `must_not`,
    `confidentiality`.

    Facts: those of `Fact`. Local terms and calendars play no part. Raises FactFault.
    """
    return answer(known_facts(facts), protocol)


def answer(facts: Facts, protocol: Protocol) -> Answer:
    """The same of facts that a page has drawn from a request.

    Every answer has every key: null or an empty list where it does not apply, null where it hangs on a fact
    that is unknown. `decided_by` is a post, null where the text bars the request.
    """
    answers = [answered(protocol, case) for case in ordinary(protocol, facts)]
    values = agreed(answers)
    every = [answered(protocol, case) for case in possible(protocol, facts)] if to_ask(facts) else answers
    hanging = hangs_on(every)
    names = tuple(fact.value for fact in hanging)
    first = answers[0]
    if values[OUTCOME] is None:
        reason = NOT_KNOWN.format(facts=_listed(hangs_on(every, (OUTCOME,))))
        tried = _common([one.tried for one in answers])
        return Answer(values, _common([_cites(one) for one in answers]), reason, False, names, tried)
    sentences = [one.says for one in first.sentences]
    if hanging:
        sentences.append(HANGS.format(facts=_listed(hanging)))
    reason = " ".join(dict.fromkeys(sentences))
    return Answer(values, _cites(first), reason, first.gap, names, first.tried)


def _listed(hanging: Sequence[Fact]) -> str:
    return listed([FACTS[fact] for fact in hanging])


def _cites(one: Answered) -> tuple[Citation, ...]:
    return tuple(dict.fromkeys(cite for sentence in one.sentences for cite in sentence.cites))


def _common(every: Sequence[tuple[Value, ...]]) -> tuple[Value, ...]:
    first, *rest = every
    return tuple(one for one in first if all(one in other for other in rest))
