"""What help brings with it: what every other group gets, what officers say and do not say, what they keep."""

from dataclasses import dataclass
from enum import StrEnum

from briefings.rules import wordings as say
from briefings.rules.case import Case
from briefings.rules.found import Sentence
from briefings.rules.rules import Outcome, Trying
from briefings.rules.walk import Way, find
from rulebook.briefing.given import Confidentiality, Content, EqualAccess, MustNot
from rulebook.decision import Tried
from rulebook.protocol import Protocol
from rulebook.stated import SILENT, Stated

Part = tuple[Stated[EqualAccess], tuple[Content, ...], tuple[MustNot, ...], Stated[Confidentiality]]


@dataclass(frozen=True)
class Answered:
    """The whole answer to a request of which everything is known.

    What is declined brings nothing with it; what officers must not do holds all the same. Where the text is
    silent on the request, it says nothing of other groups either.
    """

    case: Case
    way: Way
    equal_access: Stated[EqualAccess]
    content: tuple[Content, ...]
    must_not: tuple[MustNot, ...]
    confidentiality: Stated[Confidentiality]
    sentences: tuple[Sentence, ...]

    @property
    def gap(self) -> bool:
        """Whether the text is silent and the general rule answers."""
        return self.way.hit.gap

    @property
    def tried(self) -> tuple[Tried, ...]:
        """Every rule that was tried, those of what help brings with it too."""
        brought: dict[Trying, tuple[StrEnum | None, ...]] = {
            Trying.EQUAL_ACCESS: (self.equal_access.value,),
            Trying.CONTENT: self.content,
            Trying.MUST_NOT: self.must_not,
            Trying.CONFIDENCE: (self.confidentiality.value,),
        }
        return (*self.way.tried, *(_tried(rule, values) for rule, values in brought.items()))

    def values(self) -> dict[str, object]:
        """Every key of the answer."""
        return {
            "outcome": self.way.hit.outcome,
            "decided_by": self.way.hit.decided_by,
            "equal_access": self.equal_access.value,
            "content": self.content,
            "must_not": self.must_not,
            "confidentiality": self.confidentiality.value,
        }


def answered(protocol: Protocol, case: Case) -> Answered:
    """What becomes of a request, and what it brings with it."""
    terms = protocol.briefings
    way = find(protocol, case)
    declined = way.hit.outcome is Outcome.DECLINE
    equal: Stated[EqualAccess] = SILENT
    confidence: Stated[Confidentiality] = SILENT
    if not (declined or way.hit.gap):
        equal = terms.equal_access.get(case.form, SILENT) if case.other_groups else SILENT
        confidence = terms.confidentiality if case.in_person else SILENT
    content = () if declined else tuple(terms.content)
    return Answered(
        case,
        way,
        equal,
        content,
        tuple(terms.must_not),
        confidence,
        (*way.hit.sentences, *_brought(protocol, case, way, equal, confidence)),
    )


def _brought(
    protocol: Protocol,
    case: Case,
    way: Way,
    equal: Stated[EqualAccess],
    confidence: Stated[Confidentiality],
) -> tuple[Sentence, ...]:
    """The sentences of what help brings with it; none of what is declined."""
    terms = protocol.briefings
    if way.hit.outcome is Outcome.DECLINE:
        return ()
    said = [Sentence(one.says, at) for one, at in (*terms.content.items(), *terms.must_not.items())]
    if case.recommends and MustNot.RECOMMENDATION in terms.must_not:
        said.append(Sentence(say.NO_RECOMMENDATION, terms.must_not[MustNot.RECOMMENDATION]))
    said += [Sentence(one.value.says, one.cites) for one in (equal, confidence) if one.value is not None]
    if not case.other_groups and case.form in terms.equal_access:
        said.append(Sentence(say.NO_OTHER_GROUP))
    return tuple(said)


def _tried(rule: Trying, values: tuple[StrEnum | None, ...]) -> Tried:
    brings = [value.value for value in values if value is not None]
    return Tried(rule.value, bool(brings), ", ".join(brings) or "nothing that the text gives here")
