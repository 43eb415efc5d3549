"""What can happen to a case, who may read of it, and the registry of what follows from it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from rulebook.wording import gettext_noop


class Audience(StrEnum):
    """Who may read an event in a timeline."""

    EVERYBODY = "everybody"
    STAFF = "staff"
    HANDLERS = "handlers"
    PARTY = "party"
    AUDIT = "audit"


@dataclass(frozen=True)
class EventKind:
    """A kind of event: «enquiry.sent», in the timeline «Enquiry sent»."""

    name: str
    label: str
    audience: Audience


@dataclass(frozen=True)
class CalendarFile:
    """A date for a calendar (RFC 5545), under the name by which a later one takes its place."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Letter:
    """What one person is told of one event: case number, plain sentences and a path; no text of the case.

    `date` is one for the person’s calendar; mostly there is none.
    """

    subject: str
    lines: tuple[str, ...]
    link: str
    date: CalendarFile | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Registration:
    """What an app said about a kind: who is told, who may still be told on the day, and in which words."""

    kind: EventKind
    recipients: Callable[[Any], Iterable[Any]] | None
    may_receive: Callable[[Any, Any, Any], Any] | None
    render: Callable[[Any, Any], Letter] | None
    tells_actor: bool = False


_registrations: dict[str, Registration] = {}
_subscribers: dict[str, dict[str, Callable[[Any], None]]] = {}

SIGNED_IN = EventKind("security.signed-in", gettext_noop("Signed in"), Audience.AUDIT)
SIGNED_OUT = EventKind("security.signed-out", gettext_noop("Signed out"), Audience.AUDIT)
SIGN_IN_FAILED = EventKind("security.sign-in-failed", gettext_noop("Sign-in failed"), Audience.AUDIT)
SECOND_FACTOR_SET_UP = EventKind(
    "security.second-factor-set-up", gettext_noop("Second factor set up"), Audience.AUDIT
)
SECOND_FACTOR_REMOVED = EventKind(
    "security.second-factor-removed", gettext_noop("Second factor removed"), Audience.AUDIT
)
REGISTER_EXPORTED = EventKind(
    "security.register-exported", gettext_noop("Register taken out as a file"), Audience.AUDIT
)
REGISTER_IMPORTED = EventKind(
    "security.register-imported", gettext_noop("Register changed by a file"), Audience.AUDIT
)
CHAINS_BROKEN = EventKind(
    "security.chains-broken", gettext_noop("Broken chain of events found"), Audience.AUDIT
)
CALENDAR_CHANGED = EventKind("calendar.changed", gettext_noop("Closed days changed"), Audience.STAFF)
GUIDANCE_READ = EventKind("guidance.read", gettext_noop("Guidance read"), Audience.AUDIT)
INVITED = EventKind("security.invited", gettext_noop("Invited to make a login"), Audience.AUDIT)
PASSWORD_LETTER_ASKED = EventKind(
    "security.password-letter-asked",
    gettext_noop("Letter for a new password sent by democratic services"),
    Audience.AUDIT,
)
LOGIN_CHANGED = EventKind("security.login-changed", gettext_noop("Login changed"), Audience.AUDIT)
PERSON_MERGED = EventKind(
    "security.person-merged", gettext_noop("Two entries of one person merged"), Audience.AUDIT
)
PROTOCOL_SIGNED = EventKind(
    "security.protocol-signed", gettext_noop("Protocol or code of conduct signed as read"), Audience.AUDIT
)
PROTOCOL_SHOWN = EventKind(
    "security.protocol-shown", gettext_noop("Protocol shown to agency staff or a contractor"), Audience.AUDIT
)
SIGNERS_REMINDED = EventKind(
    "security.signers-reminded", gettext_noop("Reminded those who have not signed"), Audience.AUDIT
)
AUDIT_OPENED = EventKind(
    "security.audit-opened", gettext_noop("Record of who looked at what searched"), Audience.AUDIT
)
AUDIT_EXPORTED = EventKind(
    "security.audit-exported", gettext_noop("Record of who looked at what taken out"), Audience.AUDIT
)
SIGNATURES_EXPORTED = EventKind(
    "security.signatures-exported", gettext_noop("List of signatures taken out as a file"), Audience.AUDIT
)
DISPUTE_OPENED = EventKind("dispute.opened", gettext_noop("Dispute opened"), Audience.EVERYBODY)
DISPUTE_ANSWERED = EventKind("dispute.answered", gettext_noop("The other side answered"), Audience.EVERYBODY)
DISPUTE_DETERMINED = EventKind("dispute.determined", gettext_noop("Dispute determined"), Audience.EVERYBODY)
DISPUTE_TAKEN_FURTHER = EventKind(
    "dispute.taken_further", gettext_noop("The member does not agree and goes further"), Audience.EVERYBODY
)
DISPUTE_ENDED = EventKind("dispute.ended", gettext_noop("Done, the dispute is ended"), Audience.EVERYBODY)
DISPUTE_WITHDRAWN = EventKind("dispute.withdrawn", gettext_noop("Dispute withdrawn"), Audience.EVERYBODY)
DISPUTE_PUBLISHED = EventKind("dispute.published", gettext_noop("Published to members"), Audience.EVERYBODY)
CONFIDENTIAL_DISPUTE_OPENED = EventKind(
    "security.confidential-dispute-opened",
    gettext_noop("Page of a confidential dispute opened"),
    Audience.AUDIT,
)
REPORT_ASKED = EventKind("report.asked", gettext_noop("Asked for"), Audience.STAFF)
REPORT_TAKEN_UP = EventKind("report.taken-up", gettext_noop("Taken up again"), Audience.STAFF)
REPORT_MADE = EventKind("report.made", gettext_noop("Made"), Audience.STAFF)
REPORT_FAILED = EventKind("report.failed", gettext_noop("Not made"), Audience.STAFF)
REPORT_STOPPED = EventKind("report.stopped", gettext_noop("Stopped"), Audience.STAFF)
REPORT_FOREWORD = EventKind("report.foreword", gettext_noop("Foreword written"), Audience.STAFF)
REPORT_GIVEN = EventKind("report.given", gettext_noop("Given to the committee"), Audience.EVERYBODY)
REPORT_EXPORTED = EventKind(
    "security.report-exported", gettext_noop("Report taken out as a file"), Audience.AUDIT
)
REPORT_KINDS = (
    REPORT_ASKED,
    REPORT_TAKEN_UP,
    REPORT_MADE,
    REPORT_FAILED,
    REPORT_STOPPED,
    REPORT_FOREWORD,
    REPORT_GIVEN,
)
ENTRY_MADE = EventKind("entry.made", gettext_noop("Entered, and those named are told"), Audience.EVERYBODY)
ENTRY_PROPOSED = EventKind(
    "entry.proposed", gettext_noop("Entered, and waits for approval"), Audience.EVERYBODY
)
ENTRY_APPROVED = EventKind(
    "entry.approved", gettext_noop("Approved, and those named are told"), Audience.EVERYBODY
)
ENTRY_REFUSED = EventKind("entry.refused", gettext_noop("Not approved"), Audience.EVERYBODY)
ENTRY_WITHDRAWN = EventKind("entry.withdrawn", gettext_noop("Withdrawn"), Audience.EVERYBODY)
ENTRY_CORRECTED = EventKind(
    "entry.corrected", gettext_noop("Put right: another entry stands in its place"), Audience.EVERYBODY
)
ENTRY_BEFORE_ELECTION = EventKind(
    "entry.before-election",
    gettext_noop("An election was entered that touches it, and whoever entered it is told"),
    Audience.EVERYBODY,
)
ENTRY_KINDS = (
    ENTRY_MADE,
    ENTRY_PROPOSED,
    ENTRY_APPROVED,
    ENTRY_REFUSED,
    ENTRY_WITHDRAWN,
    ENTRY_CORRECTED,
    ENTRY_BEFORE_ELECTION,
)
AMENDMENT_DRAFTED = EventKind("amendment.drafted", gettext_noop("Amendment begun"), Audience.EVERYBODY)
AMENDMENT_CHANGED = EventKind("amendment.changed", gettext_noop("Draft changed"), Audience.STAFF)
AMENDMENT_SENT_OUT = EventKind(
    "amendment.sent-out", gettext_noop("Sent out to consultation"), Audience.EVERYBODY
)
AMENDMENT_ANSWERED = EventKind(
    "amendment.answered", gettext_noop("Answer of whoever was asked put on record"), Audience.EVERYBODY
)
AMENDMENT_COMMENTED = EventKind("amendment.commented", gettext_noop("Words sent to it"), Audience.STAFF)
AMENDMENT_EDITED = EventKind("amendment.edited", gettext_noop("Minor edit made"), Audience.EVERYBODY)
AMENDMENT_RECOMMENDED = EventKind(
    "amendment.recommended", gettext_noop("Recommended to the council"), Audience.EVERYBODY
)
AMENDMENT_REOPENED = EventKind("amendment.reopened", gettext_noop("Back to the draft"), Audience.EVERYBODY)
ADOPTION_RECORDED = EventKind(
    "amendment.adoption-recorded",
    gettext_noop("Adoption recorded, a second person confirms it"),
    Audience.EVERYBODY,
)
ADOPTION_RETURNED = EventKind(
    "amendment.adoption-returned", gettext_noop("Adoption not confirmed"), Audience.EVERYBODY
)
AMENDMENT_ADOPTED = EventKind("amendment.adopted", gettext_noop("Adopted"), Audience.EVERYBODY)
AMENDMENT_ABANDONED = EventKind("amendment.abandoned", gettext_noop("Given up"), Audience.EVERYBODY)
PROTOCOL_REVIEWED = EventKind(
    "protocol.reviewed", gettext_noop("Review or adoption of the protocol put on record"), Audience.EVERYBODY
)
REVIEW_DUE = EventKind("protocol.review-due", gettext_noop("Review of the protocol due"), Audience.STAFF)
AMENDMENT_KINDS = (
    AMENDMENT_DRAFTED,
    AMENDMENT_CHANGED,
    AMENDMENT_SENT_OUT,
    AMENDMENT_ANSWERED,
    AMENDMENT_COMMENTED,
    AMENDMENT_EDITED,
    AMENDMENT_RECOMMENDED,
    AMENDMENT_REOPENED,
    ADOPTION_RECORDED,
    ADOPTION_RETURNED,
    AMENDMENT_ADOPTED,
    AMENDMENT_ABANDONED,
    PROTOCOL_REVIEWED,
    REVIEW_DUE,
)
DISPUTE_KINDS = (
    DISPUTE_OPENED,
    DISPUTE_ANSWERED,
    DISPUTE_DETERMINED,
    DISPUTE_TAKEN_FURTHER,
    DISPUTE_ENDED,
    DISPUTE_WITHDRAWN,
    DISPUTE_PUBLISHED,
)
SECURITY_KINDS = (
    AUDIT_EXPORTED,
    AUDIT_OPENED,
    CONFIDENTIAL_DISPUTE_OPENED,
    INVITED,
    LOGIN_CHANGED,
    PASSWORD_LETTER_ASKED,
    PERSON_MERGED,
    PROTOCOL_SHOWN,
    PROTOCOL_SIGNED,
    SIGNATURES_EXPORTED,
    SIGNERS_REMINDED,
    SIGNED_IN,
    SIGNED_OUT,
    SIGN_IN_FAILED,
    SECOND_FACTOR_SET_UP,
    SECOND_FACTOR_REMOVED,
    REGISTER_EXPORTED,
    REGISTER_IMPORTED,
    REPORT_EXPORTED,
)


def keep_registration(registration: Registration) -> None:
    """Keep what an app says about a kind. ValueError when another kind has the name already."""
    known = _registrations.get(registration.kind.name)
    if known is not None and known.kind != registration.kind:
        raise ValueError(f"Two kinds of event are called {registration.kind.name}.")
    _registrations[registration.kind.name] = registration


def keep_subscriber(kind_name: str, name: str, subscriber: Callable[[Any], None]) -> None:
    """Keep what must follow an event of this kind, under a name that stands in the database."""
    _subscribers.setdefault(kind_name, {})[name] = subscriber


def registration_of(kind_name: str) -> Registration | None:
    """What was said about the kind; None when nobody registered it."""
    return _registrations.get(kind_name)


def subscribers_of(kind_name: str) -> dict[str, Callable[[Any], None]]:
    """What must follow an event of this kind, by name."""
    return _subscribers.get(kind_name, {})


def label_of(kind_name: str) -> str:
    """The words of the timeline; the name itself for a kind that the code no longer knows."""
    known = _registrations.get(kind_name)
    return known.kind.label if known else kind_name
