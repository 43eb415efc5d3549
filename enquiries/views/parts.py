"""What the parts of this counter add to a case’s pages: panels with their templates, links with policies.

A new part is a line in one of these tables; the pages themselves do not change.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from council.queries import Standing
from enquiries import policies
from enquiries.clock import Clock
from enquiries.models import Enquiry
from enquiries.policies import agreeing, correcting, redirecting, withholding
from enquiries.policies.disputing import may_dispute
from enquiries.policies.joining import may_merge
from enquiries.policies.preparing import may_ask_contribution
from enquiries.policies.privacy import may_copy, may_note_talk, may_share
from enquiries.screens import declining, joining, preparing, triage
from enquiries.screens import redirecting as elsewhere
from enquiries.screens.agreeing import offers_panel
from enquiries.screens.clocks import clocks_panel, held_panel
from enquiries.screens.conditions import conditions_panel, withheld_panel
from enquiries.screens.correcting import not_to_use_panel, taken_back_panel
from enquiries.screens.disputing import disputes_panel
from enquiries.screens.panel import Counted, Panel, PanelMaker
from enquiries.screens.privacy import (
    consents_for_member,
    consents_for_officer,
    privacy_for_member,
    privacy_for_officer,
    shared_with_reader,
)
from enquiries.views.asking import Asked
from rulebook.decision import Decision, Outcome


@dataclass(frozen=True)
class Way:
    """Something that a person may do with a case on a page of its own, and the policy that says so."""

    text: str | Promise
    name: str
    policy: Callable[[Standing, Enquiry], Decision]


Makers = tuple[PanelMaker | Counted, ...]

# Above the thread on the officers' page, in this order.
OFFICER_PANELS: Makers = (
    privacy_for_officer,
    joining.goes_on_panel,
    preparing.reply_panel,
    preparing.parts_panel,
    Counted(triage.officers_panel),
    elsewhere.officer_panel,
    offers_panel,
    conditions_panel,
    withheld_panel,
    declining.declined_panel,
    disputes_panel,
    taken_back_panel,
    consents_for_officer,
    joining.matter_panel,
)
# Below it: what is looked up, and asks nobody to do anything.
OFFICER_RECORDS: Makers = (joining.merged_panel, Counted(clocks_panel), held_panel)
# Above the latest reply on the member's page, in this order: what is asked of them, then what was decided.
MEMBER_PANELS: Makers = (
    shared_with_reader,
    joining.goes_on_panel,
    Counted(triage.members_panel),
    elsewhere.member_panel,
    offers_panel,
    conditions_panel,
    withheld_panel,
    declining.declined_panel,
    disputes_panel,
    not_to_use_panel,
    privacy_for_member,
    consents_for_member,
    joining.others_ask_panel,
)
# Below the thread.
MEMBER_RECORDS: Makers = (joining.merged_panel, Counted(clocks_panel))
# «What else you can do» on either page, in this order; the officers' in three groups, each with its heading.
WORK: tuple[Way, ...] = (
    Way(_("Ask another team for its part"), "enquiry-contributions", may_ask_contribution),
    Way(_("Merge it with another enquiry of the member"), "enquiry-merge", may_merge),
    Way(
        _("Ask for a promise of confidentiality"),
        "enquiry-undertaking",
        withholding.may_require_undertaking,
    ),
    Way(_("Ask for the resident’s authority"), "enquiry-authority", withholding.may_ask_for_authority),
    Way(_("Send a copy of a letter"), "enquiry-copy", may_copy),
    Way(_("Note a talk with the member"), "enquiry-talk", may_note_talk),
)
CORRECTIONS: tuple[Way, ...] = (
    Way(_("Change the subject"), "enquiry-correct-subject", correcting.may_correct_subject),
    Way(_("It was entered for the wrong member"), "enquiry-correct-member", correcting.may_correct_member),
    Way(_("It is with the wrong service"), "enquiry-correct-service", correcting.may_correct_service),
    Way(_("The reply went to the wrong person"), "enquiry-take-back", correcting.may_take_back),
)
MEMBER_WAYS: tuple[Way, ...] = (
    Way(_("I do not agree"), "enquiry-dispute", may_dispute),
    Way(_("Share with a colleague"), "enquiry-share", may_share),
)
# Ways to answer the enquiry besides the four of the answer page; where one is barred, the case says why.
ANSWERS: tuple[Way, ...] = (
    Way(_("Move it to another process"), "enquiry-redirect", redirecting.may_redirect),
    Way(_("Decline"), "enquiry-decline", policies.may_decline),
    Way(_("Withhold information"), "enquiry-withhold", withholding.may_withhold),
    Way(_("Too much work for one enquiry"), "enquiry-burden", agreeing.may_offer_alternative),
)
OFFICER_WAYS: tuple[tuple[str | Promise, tuple[Way, ...]], ...] = (
    (_("Answer in another way"), ANSWERS),
    (_("Work on the case"), WORK),
    (_("Put something right"), CORRECTIONS),
)


@dataclass(frozen=True)
class Link:
    """A way as the page shows it."""

    text: str
    url: str


@dataclass(frozen=True)
class Group:
    """Ways that belong together, under a heading."""

    title: str
    links: list[Link]


def panels(makers: Makers, found: Asked, clock: Clock) -> list[Panel]:
    """Those that have something to show; `clock` is the one that the page reads."""
    made = (
        one.make(found.who, found.enquiry, clock)
        if isinstance(one, Counted)
        else one(found.who, found.enquiry)
        for one in makers
    )
    return [panel for panel in made if panel is not None]


def links(ways: tuple[Way, ...], found: Asked) -> list[Link]:
    """Those that the person may take now."""
    return [
        Link(str(way.text), reverse(way.name, args=[found.enquiry.reference]))
        for way in ways
        if way.policy(found.who, found.enquiry).allowed
    ]


def groups(found: Asked) -> list[Group]:
    """What else the officer may do now, by its kind; a kind of which nothing may be done is left out."""
    every = [Group(str(title), links(ways, found)) for title, ways in OFFICER_WAYS]
    return [group for group in every if group.links]


def refusals(ways: tuple[Way, ...], found: Asked) -> list[Decision]:
    """Why the others are missing: each sentence once."""
    decisions = [way.policy(found.who, found.enquiry) for way in ways]
    return list({one.sentence: one for one in decisions if one.outcome is Outcome.REFUSED}.values())
