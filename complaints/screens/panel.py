"""What a part adds to the page of a complaint: a template and what it is given, or a link with its policy."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise

from complaints.models import Complaint
from council.queries import Standing
from rulebook.decision import Decision


@dataclass(frozen=True)
class Panel:
    """Something that the page shows: the template that draws it, and what the template finds in `given`."""

    template: str
    given: dict[str, Any] = field(default_factory=dict)


# Makes the panel for this person and this complaint; None where there is nothing to show.
PanelMaker = Callable[[Standing, Complaint], Panel | None]


@dataclass(frozen=True)
class Link:
    """A way as a page shows it."""

    text: str
    url: str


@dataclass(frozen=True)
class Way:
    """Something that a person may do with a complaint on a page of its own, and the policy that says so."""

    text: str | Promise
    name: str
    policy: Callable[[Standing, Complaint], Decision]
