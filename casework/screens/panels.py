"""What a part of a counter adds to a case’s page: a panel with its template, or a link with its policy."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from django.urls import reverse
from django.utils.functional import Promise

from council.queries import Standing
from rulebook.decision import Decision, Outcome

# A case of any counter, or what it hangs on: it has a reference.
Thing = TypeVar("Thing", bound=Any)


@dataclass(frozen=True)
class Panel:
    """Something that the page shows: the template that draws it, and what the template finds in `given`."""

    template: str
    given: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Link:
    """A way as a page shows it."""

    text: str
    url: str


@dataclass(frozen=True)
class Way(Generic[Thing]):
    """Something that a person may do with a case on a page of its own, and the policy that says so."""

    text: str | Promise
    name: str
    policy: Callable[[Standing, Thing], Decision]


def panels(
    makers: Iterable[Callable[[Standing, Thing], Panel | None]], who: Standing, thing: Thing
) -> list[Panel]:
    """Those that have something to show to this person; a maker returns None where there is nothing."""
    made = (make(who, thing) for make in makers)
    return [panel for panel in made if panel is not None]


def links(ways: Iterable[Way[Thing]], who: Standing, thing: Thing) -> list[Link]:
    """Those that the person may follow now."""
    return [
        Link(str(way.text), reverse(way.name, args=[thing.reference]))
        for way in ways
        if way.policy(who, thing).allowed
    ]


def refusals(ways: Iterable[Way[Thing]], who: Standing, thing: Thing) -> list[Decision]:
    """Why the others are missing: each sentence once."""
    decisions = [way.policy(who, thing) for way in ways]
    return list({one.sentence: one for one in decisions if one.outcome is Outcome.REFUSED}.values())
