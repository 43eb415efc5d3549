"""What the audit desk lists, in groups: each a set of kinds of events."""

from collections.abc import Mapping
from enum import StrEnum

from access_rules import events as access
from briefings import events as briefings
from casework import events as casework
from casework.events import EventKind
from complaints import events as complaints
from enquiries import events as enquiries
from rulebook.wording import gettext_noop


class Group(StrEnum):
    """What somebody did; in the order of the page."""

    LOOKED = "looked"
    RIGHTS = "rights"
    TAKEN_OUT = "taken-out"
    SIGNED_IN = "signed-in"
    RECORD = "record"

    @property
    def label(self) -> str:
        """Its name in plain English."""
        return LABELS[self]


LABELS: Mapping[Group, str] = {
    Group.LOOKED: gettext_noop("Confidential or exempt matter opened"),
    Group.RIGHTS: gettext_noop("Access, logins, entries and the protocol changed"),
    Group.TAKEN_OUT: gettext_noop("Lists and figures taken out"),
    Group.SIGNED_IN: gettext_noop("Signed in and out"),
    Group.RECORD: gettext_noop("The record itself"),
}

# Close relationships are in no group: whoever is told of one reads it, and nobody lists them.
KINDS: Mapping[Group, tuple[EventKind, ...]] = {
    Group.LOOKED: (
        enquiries.OPENED_CONFIDENTIAL,
        access.EXEMPT_OPENED,
        complaints.OPENED,
        complaints.OPENING_ON_RECORD,
        casework.CONFIDENTIAL_DISPUTE_OPENED,
    ),
    Group.RIGHTS: (
        access.GRANT_ON_RECORD,
        access.GRANT_END_ON_RECORD,
        enquiries.SHARED,
        enquiries.SHARE_ENDED,
        casework.ADOPTION_RECORDED,
        casework.ADOPTION_RETURNED,
        casework.AMENDMENT_ADOPTED,
        casework.INVITED,
        casework.LOGIN_CHANGED,
        casework.PASSWORD_LETTER_ASKED,
        casework.SECOND_FACTOR_SET_UP,
        casework.SECOND_FACTOR_REMOVED,
        casework.PERSON_MERGED,
        casework.REGISTER_IMPORTED,
        briefings.FEED_MADE,
        briefings.FEED_ENDED,
    ),
    Group.TAKEN_OUT: (
        casework.REGISTER_EXPORTED,
        casework.SIGNATURES_EXPORTED,
        casework.AUDIT_EXPORTED,
        casework.REPORT_EXPORTED,
        enquiries.LIST_EXPORTED,
        access.OPENINGS_EXPORTED,
        complaints.FIGURES_EXPORTED,
        complaints.LESSON_PUBLISHED,
        complaints.LESSON_TAKEN_OUT,
        briefings.FIGURES_EXPORTED,
    ),
    Group.SIGNED_IN: (casework.SIGNED_IN, casework.SIGNED_OUT, casework.SIGN_IN_FAILED),
    Group.RECORD: (
        casework.AUDIT_OPENED,
        casework.CHAINS_BROKEN,
        access.DRIFT_FOUND,
        casework.PROTOCOL_SIGNED,
        casework.PROTOCOL_SHOWN,
        casework.SIGNERS_REMINDED,
    ),
}
EMERGENCY = complaints.OPENING_ON_RECORD


def names_of(group: Group) -> list[str]:
    """The names of its kinds, as events bear them."""
    return [kind.name for kind in KINDS[group]]
