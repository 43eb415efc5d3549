"""Bank holidays by region, shipped for offline use, and the calendars that deadlines are counted on."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any

from govuk_bank_holidays.bank_holidays import BankHolidays

from rulebook.calendar import Calendar

# The package carries no types.
SHIPPED: Callable[..., Any] = BankHolidays


class Region(StrEnum):
    """The three parts of the United Kingdom that have their own bank holidays."""

    ENGLAND_AND_WALES = "england-and-wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern-ireland"


UNITED_KINGDOM = tuple(Region)


@cache
def _shipped() -> Mapping[str, tuple[tuple[date, str], ...]]:
    """What the package carries; `use_cached_holidays` keeps it from asking the network."""
    data = SHIPPED(use_cached_holidays=True).data
    return {region: tuple((day["date"], day["title"]) for day in days) for region, days in data.items()}


def bank_holidays(regions: Iterable[Region]) -> Mapping[date, str]:
    """The bank holidays of these regions: each day with its name."""
    return {day: name for region in regions for day, name in _shipped()[region]}


def known_span(regions: Iterable[Region]) -> tuple[date, date]:
    """The first and last day for which the holidays of all these regions are known, in whole years."""
    chosen = [_shipped()[region] for region in regions]
    first = max(days[0][0].year for days in chosen)
    last = min(days[-1][0].year for days in chosen)
    return date(first, 1, 1), date(last, 12, 31)


def calendar_of(regions: Iterable[Region], closed: Mapping[date, str] | None = None) -> Calendar:
    """A calendar of these regions' bank holidays, with further closed days where given."""
    chosen = tuple(regions)
    first, last = known_span(chosen)
    return Calendar({**bank_holidays(chosen), **(closed or {})}, first, last)


@dataclass(frozen=True)
class Calendars:
    """The calendars of one council: its own working days, and those that statutes count by.

    A council's closure days lengthen no statute's limit, so that only `protocol` may hold them.
    """

    protocol: Calendar
    england_and_wales: Calendar
    united_kingdom: Calendar


@cache
def shipped_calendars() -> Calendars:
    """The calendars without a database: shipped bank holidays and no closure days."""
    home = calendar_of((Region.ENGLAND_AND_WALES,))
    return Calendars(home, home, calendar_of(UNITED_KINGDOM))
