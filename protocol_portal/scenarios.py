"""Scenario files: reads their lines, answers each, and compares the answer with what the line expects."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NoReturn, Protocol

from access_rules.rules import access
from briefings.rules import briefing_request
from complaints.rules import complaint_route
from enquiries.rules import enquiry_triage, holding_reply, reply_deadline
from rulebook.bank_holidays import Calendars, shipped_calendars
from rulebook.citation import is_met_by
from rulebook.decision import Answer
from rulebook.facts import Facts
from rulebook.local_term import LocalTerm
from rulebook.protocol import Protocol as Text
from rulebook.protocols import protocol


class Question(Protocol):
    """A pure function that answers one question."""

    def __call__(
        self, protocol: Text, facts: Facts, *, local_terms: Iterable[LocalTerm], calendars: Calendars
    ) -> Answer:
        """The answer of a text to facts, with a council's terms and calendars."""


QUESTIONS: Mapping[str, Question] = {
    "reply-deadline": reply_deadline,
    "holding-reply": holding_reply,
    "enquiry-triage": enquiry_triage,
    "access": access,
    "complaint-route": complaint_route,
    "briefing-request": briefing_request,
}
# Local terms have no part in these answers: no term that begins or ends changes one.
UNMOVED_BY_TERMS = ("access", "complaint-route", "briefing-request")

# What an answer's reason has to say, in the words of a scenario.
MUST_MENTION = "must_mention"
MENTIONED_IN = "reason"


class LineFault(ValueError):
    """What is wrong with one line, in a sentence."""


@dataclass(frozen=True)
class Scenario:
    """One line: facts, a question, a text, what the answer must hold (None: it does not say), and why."""

    line: int
    id: str
    protocol: Text
    question: str
    facts: Facts
    expect: Mapping[str, object] | None
    why: str = ""


@dataclass(frozen=True)
class Fault:
    """A line that could not be answered, and why."""

    line: int
    sentence: str


@dataclass(frozen=True)
class Difference:
    """One key of an answer that is not as expected."""

    key: str
    expected: object
    got: object


def no_terms(scenario: Scenario) -> tuple[LocalTerm, ...]:
    """The texts as adopted: no local terms."""
    return ()


@dataclass(frozen=True)
class Setting:
    """What answers rest on besides the text: the local terms for a scenario, and the calendars."""

    terms: Callable[[Scenario], Iterable[LocalTerm]] = no_terms
    calendars: Calendars = field(default_factory=shipped_calendars)


def read(lines: Iterable[bytes], *, default: str | None = None) -> Iterator[Scenario | Fault]:
    """Each line as a scenario or as a fault; blank lines are passed over.

    `default` is the key of the text for lines that name none.
    """
    seen: dict[str, int] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip(b" \t\r\n\xef\xbb\xbf"):
            continue
        try:
            scenario = _scenario(number, _parsed(line), default)
            if scenario.id in seen:
                raise LineFault(f"the id «{scenario.id}» stands on line {seen[scenario.id]} already")
            seen[scenario.id] = number
            yield scenario
        except (ValueError, RecursionError) as fault:
            yield Fault(number, _sentence(fault))


def answer(scenario: Scenario, setting: Setting) -> Answer:
    """The answer to a scenario; raises ValueError with a sentence where a fact or a value does not fit."""
    question = QUESTIONS[scenario.question]
    return question(
        scenario.protocol,
        scenario.facts,
        local_terms=setting.terms(scenario),
        calendars=setting.calendars,
    )


def differences(expect: Mapping[str, object], got: Mapping[str, object]) -> list[Difference]:
    """The keys that differ: lists are compared as sets, `cite` must be contained, the rest must be equal.

    `must_mention` are strings that `reason` must contain, whatever their case.
    """
    return [
        Difference(key, wanted, got.get(held, "no such key"))
        for key, wanted in expect.items()
        for held in (MENTIONED_IN if key == MUST_MENTION else key,)
        if held not in got or not _agrees(key, wanted, got[held])
    ]


def _agrees(key: str, wanted: object, got: object) -> bool:
    if key == MUST_MENTION:
        words = wanted if isinstance(wanted, list) else [wanted]
        said = str(got).casefold()
        return all(isinstance(word, str) and word.casefold() in said for word in words)
    if isinstance(wanted, list) and isinstance(got, list):
        if key == "cite":
            return all(isinstance(id_, str) and is_met_by(id_, got) for id_ in wanted)
        return {_canonical(item) for item in wanted} == {_canonical(item) for item in got}
    return _canonical(wanted) == _canonical(got)


def _canonical(value: object) -> str:
    """One spelling for one value: true is not 1, and 10.0 is 10."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return json.dumps(value, sort_keys=True)


def _parsed(line: bytes) -> dict[str, object]:
    try:
        text = line.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise LineFault("not UTF-8") from fault
    try:
        value = json.loads(text, object_pairs_hook=_object, parse_constant=_no_constant)
        json.dumps(value, ensure_ascii=False).encode()
    except json.JSONDecodeError as fault:
        raise LineFault(f"not JSON: {fault.msg} at character {fault.pos + 1}") from fault
    except UnicodeEncodeError as fault:
        raise LineFault("not JSON: half of a surrogate pair stands alone") from fault
    if not isinstance(value, dict):
        raise LineFault("not a JSON object")
    return value


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """A JSON object; a key that stands twice says two things at once."""
    made = dict(pairs)
    if len(made) < len(pairs):
        twice = next(key for key in made if sum(key == other for other, _ in pairs) > 1)
        raise LineFault(f"«{twice}» stands twice in one object")
    return made


def _no_constant(name: str) -> NoReturn:
    raise LineFault(f"not JSON: {name} is no JSON number")


def _scenario(number: int, line: Mapping[str, object], default: str | None) -> Scenario:
    id_, question = line.get("id"), line.get("question")
    if not isinstance(id_, str) or not id_.strip():
        raise LineFault("the line has no «id»")
    if not isinstance(question, str) or question not in QUESTIONS:
        raise LineFault(f"there is no question «{question}»; there are {', '.join(QUESTIONS)}")
    facts, expect = line.get("facts"), line.get("expect")
    if not isinstance(facts, dict):
        raise LineFault("«facts» is not a JSON object")
    if expect is not None and not isinstance(expect, dict):
        raise LineFault("«expect» is not a JSON object")
    why = line.get("why")
    said = why if isinstance(why, str) else ""
    return Scenario(number, id_, _text(line.get("protocol", default)), question, facts, expect, said)


def _text(key: object) -> Text:
    if key is None:
        raise LineFault("the line names no protocol")
    return protocol(key if isinstance(key, str) else json.dumps(key))


def _sentence(fault: Exception) -> str:
    return "nested too deeply" if isinstance(fault, RecursionError) else str(fault)
