"""Reads the facts of a question: a fact left out is unknown, `null` means none, anything else must fit."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import Enum, StrEnum
from typing import TypeVar

Choice = TypeVar("Choice", bound=StrEnum)
Facts = Mapping[str, object]

ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Unknown(Enum):
    """The mark of a fact that was left out; it is neither false nor none."""

    UNKNOWN = "unknown"


UNKNOWN = Unknown.UNKNOWN


class FactFault(ValueError):
    """A fact that the question does not know, that has no such value, or that contradicts another."""


def only(facts: Facts, names: Iterable[str]) -> None:
    """Refuses a fact that the question does not know; raises FactFault."""
    known = tuple(names)
    strange = [name for name in facts if name not in known]
    if strange:
        raise FactFault(f"The question has no fact «{strange[0]}». Its facts are {', '.join(known)}.")


def day(facts: Facts, name: str) -> date | Unknown | None:
    """A date, written 2026-11-20 or given as a date; raises FactFault."""
    value = facts.get(name, UNKNOWN)
    if value is None or value is UNKNOWN:
        return value
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str) and ISO_DATE.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError as fault:
            raise FactFault(f"«{name}» is no date: there is no {value}.") from fault
    raise FactFault(f'«{name}» is a date such as "2026-11-20", not {value!r}.')


def choice(facts: Facts, name: str, kinds: type[Choice]) -> Choice | Unknown:
    """One of the kinds; `null` is none of them and is refused; raises FactFault."""
    value = facts.get(name, UNKNOWN)
    if value is UNKNOWN:
        return UNKNOWN
    if isinstance(value, str) and value in list(kinds):
        return kinds(value)
    raise FactFault(f"«{name}» is one of {', '.join(kinds)}, not {value!r}.")


def truth(facts: Facts, name: str) -> bool | Unknown | None:
    """True or false, as JSON writes them and never as text; raises FactFault."""
    value = facts.get(name, UNKNOWN)
    if value is None or value is UNKNOWN or isinstance(value, bool):
        return value
    raise FactFault(f"«{name}» is true or false (without quotation marks), not {value!r}.")


def text(facts: Facts, name: str) -> str | Unknown | None:
    """Some words; raises FactFault."""
    value = facts.get(name, UNKNOWN)
    if value is None or value is UNKNOWN or isinstance(value, str):
        return value
    raise FactFault(f"«{name}» is text, not {value!r}.")


def is_blank(value: object) -> bool:
    """Whether a text holds nothing that can be seen: white space and invisible characters say nothing."""
    return isinstance(value, str) and all(unicodedata.category(sign)[0] in "ZC" for sign in value)
