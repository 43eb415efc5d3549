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
from enquiries.policies import agreeing, withholding
from enquiries.screens.agreeing import offers_panel
from enquiries.screens.conditions import conditions_panel, withheld_panel
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
    offers_panel,
    conditions_panel,
    withheld_panel,
)
# Above the thread on the member's page, in this order.
MEMBER_PANELS: tuple[PanelMaker, ...] = (
    offers_panel,
    conditions_panel,
    withheld_panel,
)
# «What else you can do» on either page, in this order.
OFFICER_WAYS: tuple[Way, ...] = (
    Way(
        _("Ask for a promise of confidentiality"),
        "enquiry-undertaking",
        withholding.may_require_undertaking,
    ),
    Way(_("Ask for the resident’s authority"), "enquiry-authority", withholding.may_ask_for_authority),
)
MEMBER_WAYS: tuple[Way, ...] = ()
# Ways to answer the enquiry besides the four of the answer page; where one is barred, the case says why.
ANSWERS: tuple[Way, ...] = (
    Way(_("Withhold information"), "enquiry-withhold", withholding.may_withhold),
    Way(_("Too much work for one enquiry"), "enquiry-burden", agreeing.may_offer_alternative),
)


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
