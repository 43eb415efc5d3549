"""What the parts of this counter add to the page of a complaint: panels with templates, links with policies.

A new part is a line in one of these tables; the page itself does not change.
"""

from dataclasses import dataclass

from django.urls import reverse

from complaints.models import Complaint
from complaints.screens.panel import Panel, PanelMaker, Way
from council.queries import Standing
from rulebook.decision import Decision, Outcome

# Above the file, in this order: what asks for something to be done, then what was decided.
PANELS: tuple[PanelMaker, ...] = ()
# Below the file: what is only looked up.
RECORDS: tuple[PanelMaker, ...] = ()
# «What you can do», in this order, each link shown to whoever may follow it.
WAYS: tuple[Way, ...] = ()
# Of these it is said why they cannot be done yet.
NEXT_STEPS: tuple[Way, ...] = ()


@dataclass(frozen=True)
class Link:
    """A way as the page shows it."""

    text: str
    url: str


def panels(makers: tuple[PanelMaker, ...], who: Standing, complaint: Complaint) -> list[Panel]:
    """Those that have something to show to this person."""
    made = (make(who, complaint) for make in makers)
    return [panel for panel in made if panel is not None]


def links(ways: tuple[Way, ...], who: Standing, complaint: Complaint) -> list[Link]:
    """Those that the person may follow now."""
    return [
        Link(str(way.text), reverse(way.name, args=[complaint.reference]))
        for way in ways
        if way.policy(who, complaint).allowed
    ]


def refusals(ways: tuple[Way, ...], who: Standing, complaint: Complaint) -> list[Decision]:
    """Why the others are missing: each sentence once."""
    decisions = [way.policy(who, complaint) for way in ways]
    return list({one.sentence: one for one in decisions if one.outcome is Outcome.REFUSED}.values())
