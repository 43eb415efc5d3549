"""Which scenario answers change with a council's terms, and which would not be as their line expects."""

import datetime
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from django.utils.translation import gettext, gettext_lazy

from casework.wording import long_date
from protocol_portal.scenario_files import lines_of, own_files, shipped_files
from protocol_portal.scenarios import UNMOVED_BY_TERMS, Fault, Scenario, Setting, answer, differences, read
from rulebook.bank_holidays import Calendars
from rulebook.local_term import LocalTerm

# What an answer says in words follows from the rest of it.
NOT_COMPARED = "reason"
FAULT = "fault"
QUESTION_LABELS = {
    "reply-deadline": gettext_lazy("When is the reply due?"),
    "holding-reply": gettext_lazy("Is the holding reply complete?"),
    "enquiry-triage": gettext_lazy("Where does the request go?"),
    "complaint-route": gettext_lazy("Where does the complaint go?"),
    "briefing-request": gettext_lazy("May the group have this help?"),
    "access": gettext_lazy("May this person see this document?"),
}
KEY_LABELS = {
    "due": gettext_lazy("Due"),
    "days": gettext_lazy("How many"),
    "calendar": gettext_lazy("Counted in"),
    "set_by": gettext_lazy("Set by"),
    "late": gettext_lazy("Late"),
    "valid": gettext_lazy("Complete"),
    "missing": gettext_lazy("Missing"),
    "handling": gettext_lazy("Handled as"),
    "to": gettext_lazy("Goes to"),
    "next_step": gettext_lazy("Next step"),
    "formal_foi_required": gettext_lazy("Needs a formal request"),
    "reasons_in_writing": gettext_lazy("Reasons in writing"),
    "copy_to": gettext_lazy("Copied to"),
    "appeal": gettext_lazy("Appeal to"),
    "decision": gettext_lazy("Decision"),
    "mode": gettext_lazy("Given as"),
    "rule": gettext_lazy("Decided by"),
    "until": gettext_lazy("Until"),
    "reasons_required": gettext_lazy("Reasons owed"),
    "challenge": gettext_lazy("Challenge"),
    "refer_to": gettext_lazy("Referred to"),
    "lens": gettext_lazy("Read under"),
    "step": gettext_lazy("Stage"),
    "choose": gettext_lazy("Goes to one or all"),
    "investigates": gettext_lazy("Investigated by"),
    "decided_by": gettext_lazy("What is done is decided by"),
    "outcome": gettext_lazy("Outcome"),
    "equal_access": gettext_lazy("Every other group is"),
    "content": gettext_lazy("Officers may give"),
    "must_not": gettext_lazy("Officers must not give"),
    "confidentiality": gettext_lazy("Confidence"),
    "tell": gettext_lazy("Told of the outcome"),
    "may_tell": gettext_lazy("May be told"),
    "tell_before_decision": gettext_lazy("Told before the decision"),
    "may_refer_to": gettext_lazy("May be referred to"),
    "also_open": gettext_lazy("Also open"),
    "may_lead_to": gettext_lazy("May lead to"),
    "warn": gettext_lazy("Warned of"),
    "private": gettext_lazy("Raised in private"),
    "withheld": gettext_lazy("Left out"),
    "cite": gettext_lazy("Rests on"),
    "gap": gettext_lazy("Protocol is silent"),
    "hangs_on": gettext_lazy("Hangs on"),
    FAULT: gettext_lazy("Answer"),
}
VALUE_WORDS = {
    "calendar-days": gettext_lazy("calendar days"),
    "working-days": gettext_lazy("working days"),
    "month": gettext_lazy("months"),
    "protocol": gettext_lazy("the protocol"),
    "statute": gettext_lazy("an Act"),
    "local-setting": gettext_lazy("a local term"),
    "local_term": gettext_lazy("a local term"),
    "member-enquiry": gettext_lazy("a member’s enquiry"),
    "foi": gettext_lazy("a freedom of information request"),
    "refer": gettext_lazy("referred"),
    "monitoring-officer": gettext_lazy("the monitoring officer"),
}


@dataclass(frozen=True)
class KeyChange:
    """One key of an answer, with its value on both sides, in words."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class LineChange:
    """A scenario line whose answer changes, or is not as it expects: what differs, key by key."""

    id: str
    question: str
    why: str
    file: str
    keys: tuple[KeyChange, ...]


@dataclass(frozen=True)
class Comparison:
    """Every line answered twice: how many, what changes, what would not be as expected, what cannot be read.

    `agreed` counts the lines that are as they expect before and after.
    """

    asked: int
    changed: tuple[LineChange, ...]
    unexpected: tuple[LineChange, ...]
    agreed: tuple[int, int]
    faults: tuple[str, ...]


def undated(terms: Iterable[LocalTerm]) -> tuple[LocalTerm, ...]:
    """The same terms as if each had always held, because a scenario keeps its own day."""
    return tuple(replace(term, from_on=datetime.date.min, to_on=None, set_at=None) for term in terms)


def compare(
    before: Iterable[LocalTerm], after: Iterable[LocalTerm], *, calendars: Calendars, text: str
) -> Comparison:
    """Answers every line of that text under the terms of both sides, whatever the days of the terms are.

    Lines of other texts are passed over, and of questions that no term can move; a line that names no text
    is of this one.
    """
    first, second = _always(before, calendars), _always(after, calendars)
    changed, unexpected, faults = [], [], []
    asked = agreed_before = agreed_after = 0
    for file, line in lines(text):
        if isinstance(line, Fault):
            faults.append(faulty(file, line))
        elif line.protocol.key == text and line.question not in UNMOVED_BY_TERMS:
            was, would_be = answered(line, first), answered(line, second)
            asked += 1
            agreed_before += not _wrong(line, was)
            wrong = _wrong(line, would_be)
            agreed_after += not wrong
            if keys := changes(was, would_be):
                changed.append(line_change(file, line, keys))
            if wrong:
                unexpected.append(line_change(file, line, wrong))
    return Comparison(asked, tuple(changed), tuple(unexpected), (agreed_before, agreed_after), tuple(faults))


def _always(terms: Iterable[LocalTerm], calendars: Calendars) -> Setting:
    held = undated(terms)
    return Setting(lambda _line: held, calendars)


def lines(text: str) -> Iterator[tuple[str, Scenario | Fault]]:
    """Every line of the shipped files and of the council's own, with the name of its file."""
    try:
        own = own_files()
    except OSError:
        own = []
        yield "", Fault(0, gettext("The folder of the council’s own scenario files cannot be read."))
    for path in (*shipped_files(), *own):
        yield from _lines_of_file(path, text)


def _lines_of_file(path: Path, text: str) -> Iterator[tuple[str, Scenario | Fault]]:
    try:
        for line in read(lines_of(str(path)), default=text):
            yield path.name, line
    except OSError:
        yield path.name, Fault(0, gettext("The file cannot be read."))


def faulty(file: str, fault: Fault) -> str:
    """What is wrong with a line, with its file and number."""
    if not fault.line:
        return f"{file}: {fault.sentence}" if file else fault.sentence
    return gettext("%(file)s, line %(line)d: %(fault)s") % {
        "file": file,
        "line": fault.line,
        "fault": fault.sentence,
    }


def answered(line: Scenario, setting: Setting) -> Mapping[str, object]:
    """The answer key by key; under the key FAULT why there is none."""
    try:
        return answer(line, setting).as_json()
    except ValueError as fault:
        return {FAULT: str(fault)}


def _wrong(line: Scenario, got: Mapping[str, object]) -> tuple[KeyChange, ...]:
    """What is not as the line expects: expected and got."""
    return tuple(_key_change(one.key, one.expected, one.got) for one in differences(line.expect or {}, got))


def changes(was: Mapping[str, object], would_be: Mapping[str, object]) -> tuple[KeyChange, ...]:
    """The keys in which two answers differ, but for what they say in words."""
    keys = [key for key in {**was, **would_be} if key != NOT_COMPARED]
    return tuple(
        _key_change(key, was.get(key), would_be.get(key)) for key in keys if was.get(key) != would_be.get(key)
    )


def line_change(file: str, line: Scenario, keys: tuple[KeyChange, ...]) -> LineChange:
    """The line as a page shows it, with those keys."""
    question = str(QUESTION_LABELS.get(line.question, line.question))
    return LineChange(line.id, question, line.why, file, keys)


def _key_change(key: str, before: object, after: object) -> KeyChange:
    return KeyChange(str(KEY_LABELS.get(key, key)), in_words(before), in_words(after))


def in_words(value: object) -> str:
    """A value of an answer as a page shows it: a date in full, yes and no, «none» for nothing."""
    if value is None or value == [] or value == "":
        return gettext("none")
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if isinstance(value, list):
        return ", ".join(in_words(item) for item in value)
    if isinstance(value, str):
        return _day_in_words(value) or str(VALUE_WORDS.get(value, value))
    return json.dumps(value, ensure_ascii=False)


def _day_in_words(value: str) -> str:
    try:
        return long_date(datetime.date.fromisoformat(value))
    except ValueError:
        return ""
