"""What a part adds to the page of a document: a template and what it is given, or a link with its policy."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise

from access_rules.models import Document
from council.queries import Standing
from rulebook.decision import Decision


@dataclass(frozen=True)
class Panel:
    """Something that the page shows: the template that draws it, and what the template finds in `given`."""

    template: str
    given: dict[str, Any] = field(default_factory=dict)


# Makes the panel for this person and this document; None where there is nothing to show.
PanelMaker = Callable[[Standing, Document], Panel | None]


@dataclass(frozen=True)
class Way:
    """Something that a person may do with a document on a page of its own, and the policy that says so."""

    text: str | Promise
    name: str
    policy: Callable[[Standing, Document], Decision]
