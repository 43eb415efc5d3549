"""What the parts of this floor add to the page of a document: panels with templates, links with policies.

A new part is a line in one of these tables; the page itself does not change.
"""

from dataclasses import dataclass

from django.urls import reverse

from access_rules.models import Document
from access_rules.screens.panel import Panel, PanelMaker, Way
from council.queries import Standing
from rulebook.decision import Decision, Outcome

# In the wide column, in this order: what the reader may do (open, copy, ask), then what was decided about it.
PANELS: tuple[PanelMaker, ...] = ()
# Below them: what is looked up, and asks nobody to do anything (who looked, who is privy, its history).
RECORDS: tuple[PanelMaker, ...] = ()
# «What you can do», in this order, each link shown to whoever may follow it.
READERS_WAYS: tuple[Way, ...] = ()
# The same for the keepers of the register.
KEEPERS_WAYS: tuple[Way, ...] = ()


@dataclass(frozen=True)
class Link:
    """A way as the page shows it."""

    text: str
    url: str


def panels(makers: tuple[PanelMaker, ...], who: Standing, document: Document) -> list[Panel]:
    """Those that have something to show."""
    made = (make(who, document) for make in makers)
    return [panel for panel in made if panel is not None]


def links(ways: tuple[Way, ...], who: Standing, document: Document) -> list[Link]:
    """Those that the person may follow now."""
    return [
        Link(str(way.text), reverse(way.name, args=[document.reference]))
        for way in ways
        if way.policy(who, document).allowed
    ]


def refusals(ways: tuple[Way, ...], who: Standing, document: Document) -> list[Decision]:
    """Why the others are missing: each sentence once."""
    decisions = [way.policy(who, document) for way in ways]
    return list({one.sentence: one for one in decisions if one.outcome is Outcome.REFUSED}.values())
