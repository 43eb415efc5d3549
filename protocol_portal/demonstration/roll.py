"""Everybody and everything that the demonstration's cases need, by name."""

import datetime
from dataclasses import dataclass, field

from council.models import Person, Service


@dataclass
class Roll:
    """Everybody and everything that the cases need, by name."""

    today: datetime.date
    took_office: datetime.date
    people: dict[str, Person] = field(default_factory=dict)
    services: dict[str, Service] = field(default_factory=dict)
    staff: dict[str, list[Person]] = field(default_factory=dict)
    jobs: dict[str, str] = field(default_factory=dict)
    keepers: list[Person] = field(default_factory=list)
