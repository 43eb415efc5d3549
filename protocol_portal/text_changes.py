"""Which scenario answers change when an amendment is adopted: other terms, or another text."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from casework.models import Amendment
from casework.queries import calendars, local_terms
from casework.queries.amendments import ONE_DAY, term_of
from casework.states import AmendmentState
from protocol_portal.scenario_changes import (
    KeyChange,
    LineChange,
    answered,
    changes,
    faulty,
    line_change,
    lines,
    undated,
)
from protocol_portal.scenarios import UNMOVED_BY_TERMS, Fault, Scenario, Setting
from rulebook.bank_holidays import Calendars
from rulebook.local_term import LocalTerm
from rulebook.protocols import protocol

# The paragraph that an answer rests on has another number in another text.
CITES = "cite"


@dataclass(frozen=True)
class Side:
    """What a question is answered by: a text, and local terms whatever their days."""

    text: str
    terms: tuple[LocalTerm, ...]


@dataclass(frozen=True)
class TextChanges:
    """Every scenario of a text asked on both sides.

    `changed` are other answers, `elsewhere` the same answers that rest on other paragraphs; the rest stays.
    """

    asked: int
    changed: tuple[LineChange, ...]
    elsewhere: tuple[LineChange, ...]
    faults: tuple[str, ...]

    @property
    def same(self) -> int:
        """How many answers stay, paragraph and all."""
        return self.asked - len(self.changed) - len(self.elsewhere)


def sides_of(amendment: Amendment, *, on: datetime.date) -> tuple[Side, Side]:
    """The text in force with the terms of the day, and the text with those that the amendment brings.

    Once it is adopted, those of the day before its first: its own terms hold from then.
    """
    day = amendment.from_on or on
    before = local_terms(on=day - ONE_DAY if amendment.state == AmendmentState.ADOPTED else day)
    brought = tuple(term_of(one, from_on=on) for one in amendment.terms.all())
    duties = {one.duty for one in brought}
    kept = tuple(one for one in before if one.duty not in duties)
    return Side(amendment.protocol, before), Side(amendment.target, (*kept, *brought))


def changes_of(amendment: Amendment, *, on: datetime.date) -> TextChanges:
    """What the amendment does to the scenarios of its text, those of the council included."""
    return compare_sides(*sides_of(amendment, on=on), calendars=calendars())


def compare_sides(before: Side, after: Side, *, calendars: Calendars) -> TextChanges:
    """Answers every scenario line of the text before on both sides; words of an answer are not compared."""
    asked, faults = 0, []
    changed: list[LineChange] = []
    elsewhere: list[LineChange] = []
    first, second = _always(before.terms, calendars), _always(after.terms, calendars)
    for file, line in lines(before.text):
        if isinstance(line, Fault):
            faults.append(faulty(file, line))
        elif line.protocol.key == before.text:
            asked += 1
            found = _difference(line, first, second, after.text)
            if found:
                other = changed if any(key != CITES for key in found) else elsewhere
                other.append(line_change(file, line, tuple(found.values())))
    return TextChanges(asked, tuple(changed), tuple(elsewhere), tuple(faults))


def _difference(line: Scenario, first: Setting, second: Setting, text: str) -> Mapping[str, KeyChange]:
    """The keys of the answer that differ, by name; what no term moves is not asked twice of one text."""
    if line.protocol.key == text and line.question in UNMOVED_BY_TERMS:
        return {}
    other = replace(line, protocol=protocol(text))
    return dict(_keyed(answered(line, first), answered(other, second)))


def _keyed(was: Mapping[str, object], would_be: Mapping[str, object]) -> Iterator[tuple[str, KeyChange]]:
    for key in {**was, **would_be}:
        found = changes(
            {key: was[key]} if key in was else {}, {key: would_be[key]} if key in would_be else {}
        )
        if found:
            yield key, found[0]


def _always(terms: Iterable[LocalTerm], calendars: Calendars) -> Setting:
    held = undated(terms)
    return Setting(lambda _line: held, calendars)
