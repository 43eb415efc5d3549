"""What the parts of this floor add to the page of a document: panels with templates, links with policies.

A new part is a line in one of these tables; the page itself does not change.
"""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from access_rules.models import Document
from access_rules.policies.clearing import may_ask_for_comments, may_comment
from access_rules.policies.closing import may_mark, may_weigh
from access_rules.policies.granting import may_see_grants
from access_rules.policies.privy import may_see_privy
from access_rules.policies.reading import may_add_file, may_read_handling, may_see_openings
from access_rules.policies.redacting import may_redact, may_summarise
from access_rules.policies.registering import (
    may_change,
    may_record_consent,
    may_settle_ownership,
    may_withdraw,
)
from access_rules.policies.releasing import may_release
from access_rules.screens.circle import handling_panel
from access_rules.screens.clearing import comments_panel
from access_rules.screens.panel import Panel, PanelMaker, Way
from access_rules.screens.reading_panels import files_panel, reading_panel
from access_rules.screens.redacting import redaction_panel
from council.queries import Standing
from rulebook.decision import Decision, Outcome

# In the wide column, in this order: what the reader may do (open, copy, ask), then what was decided about it.
PANELS: tuple[PanelMaker, ...] = (reading_panel, handling_panel)
# Below them: what is looked up, and asks nobody to do anything (who looked, who is privy, its history).
RECORDS: tuple[PanelMaker, ...] = (redaction_panel, files_panel, comments_panel)
# «What you can do», in this order, each link shown to whoever may follow it.
READERS_WAYS: tuple[Way, ...] = (
    Way(_("How you must handle it, and with whom you may speak"), "document-handling", may_read_handling),
    Way(_("See who opened it"), "document-openings", may_see_openings),
)
# The same for the keepers of the register and the statutory officers.
KEEPERS_WAYS: tuple[Way, ...] = (
    Way(_("Add a file"), "document-file", may_add_file),
    Way(_("Mark it"), "document-mark", may_mark),
    Way(_("Weigh the public interest"), "document-weigh", may_weigh),
    Way(_("Redact it"), "document-redact", may_redact),
    Way(_("Write a summary"), "document-summary", may_summarise),
    Way(_("Ask for comments"), "document-ask-comments", may_ask_for_comments),
    Way(_("Comment on it"), "document-comment", may_comment),
    Way(_("Whose information is it?"), "document-owner", may_settle_ownership),
    Way(_("Record the owner’s consent"), "document-consent", may_record_consent),
    Way(_("Release to members"), "document-release", may_release),
    Way(_("Access by name"), "document-grants", may_see_grants),
    Way(_("Who knows what it holds"), "document-privy", may_see_privy),
    Way(_("Change the entry"), "document-edit", may_change),
    Way(_("Withdraw it"), "document-withdraw", may_withdraw),
)
# Of these the keepers read why they cannot be done yet.
NEXT_STEPS: tuple[Way, ...] = (Way("", "document-release", may_release),)


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
