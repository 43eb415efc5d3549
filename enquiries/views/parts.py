"""What the parts of this counter add to a case’s pages: panels with their templates, links with policies.

A new part is a line in one of these tables; the pages themselves do not change.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from council.queries import Standing
from enquiries.models import Enquiry
from enquiries.policies.joining import may_merge
from enquiries.policies.preparing import may_ask_contribution
from enquiries.screens import joining, preparing
from enquiries.screens.panel import Panel, PanelMaker
from enquiries.views.asking import Asked
from rulebook.decision import Decision, Outcome


@dataclass(frozen=True)
class Way:
    """Something that a person may do with a case on a page of its own, and the policy that says so."""

    text: str | Promise
    name: str
    policy: Callable[[Standing, Enquiry], Decision]


# Above the thread on the officers' page, in this order.
OFFICER_PANELS: tuple[PanelMaker, ...] = (
    joining.goes_on_panel,
    preparing.reply_panel,
    preparing.parts_panel,
    joining.matter_panel,
    joining.merged_panel,
)
# Above the thread on the member's page, in this order.
MEMBER_PANELS: tuple[PanelMaker, ...] = (
    joining.goes_on_panel,
    joining.others_ask_panel,
    joining.merged_panel,
)
# «What else you can do» on either page, in this order.
OFFICER_WAYS: tuple[Way, ...] = (
    Way(_("Ask another team for its part"), "enquiry-contributions", may_ask_contribution),
    Way(_("Merge it with another enquiry of the member"), "enquiry-merge", may_merge),
)
MEMBER_WAYS: tuple[Way, ...] = ()
# Ways to answer the enquiry besides the four of the answer page; where one is barred, the case says why.
ANSWERS: tuple[Way, ...] = ()


@dataclass(frozen=True)
class Link:
    """A way as the page shows it."""

    text: str
    url: str


def panels(makers: tuple[PanelMaker, ...], found: Asked) -> list[Panel]:
    """Those that have something to show."""
    return [panel for make in makers if (panel := make(found.who, found.enquiry)) is not None]


def links(ways: tuple[Way, ...], found: Asked) -> list[Link]:
    """Those that the person may take now."""
    return [
        Link(str(way.text), reverse(way.name, args=[found.enquiry.reference]))
        for way in ways
        if way.policy(found.who, found.enquiry).allowed
    ]


def refusals(ways: tuple[Way, ...], found: Asked) -> list[Decision]:
    """Why the others are missing: each sentence once."""
    decisions = [way.policy(found.who, found.enquiry) for way in ways]
    return list({one.sentence: one for one in decisions if one.outcome is Outcome.REFUSED}.values())
