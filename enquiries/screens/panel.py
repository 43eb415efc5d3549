"""What a part of this counter adds to the pages of a case: a template, and what it is given."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from council.queries import Standing
from enquiries.clock import Clock
from enquiries.models import Enquiry


@dataclass(frozen=True)
class Panel:
    """Something that a case page shows: the template that draws it, and what the template is given."""

    template: str
    given: dict[str, Any] = field(default_factory=dict)


# Makes the panel for this person and this enquiry; None where there is nothing to show.
PanelMaker = Callable[[Standing, Enquiry], Panel | None]


@dataclass(frozen=True)
class Counted:
    """A maker that counts days: it is given the calendar and the terms that the page has read already."""

    make: Callable[[Standing, Enquiry, Clock], Panel | None]
