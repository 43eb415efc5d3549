"""A member's enquiry is written, kept as a draft, and sent; or logged by somebody for the member."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db import transaction

from casework.actions.announcing import announce, open_case
from casework.actions.attaching import remove
from council.models import Person, Service
from council.queries import Standing, protocol_in_force
from enquiries import events, policies
from enquiries.actions.locking import ask, finish, locked
from enquiries.actions.redirecting import work_out_statute
from enquiries.clock import Clock
from enquiries.models import Channel, Enquiry, Privacy
from enquiries.policies import triage
from enquiries.states import State
from rulebook.decision import Refused


@dataclass(frozen=True)
class Draft:
    """What a member typed. `received_on` is given when it came by other means than the portal.

    `facts` are what the member says that it is (rulebook.triage.Fact); `addressed_to` is an officer to whom
    it was addressed by other means.
    """

    service: Service | None = None
    subject: str = ""
    details: str = ""
    street: str = ""
    resident_name: str = ""
    resident_contact: str = ""
    is_confidential: bool = False
    # ORDINARY, or ASKED: the member's wish, which is heard once it is sent.
    privacy: str = Privacy.ORDINARY
    channel: Channel = Channel.WEB
    received_on: datetime.date | None = None
    facts: Mapping[str, object] = field(default_factory=dict)
    addressed_to: Person | None = None


def _write(enquiry: Enquiry, draft: Draft) -> None:
    for name in (
        "service",
        "subject",
        "details",
        "street",
        "resident_name",
        "resident_contact",
        "is_confidential",
        "privacy",
        "channel",
        "addressed_to",
    ):
        setattr(enquiry, name, getattr(draft, name))
    enquiry.received_on, enquiry.facts = draft.received_on, dict(draft.facts)


def write_draft(
    *, who: Standing, member: Person, draft: Draft, at: datetime.datetime, enquiry: Enquiry | None = None
) -> Enquiry:
    """Keeps what was typed, in the caller's transaction: a new enquiry, or the draft that it was before.

    Raises Refused where the person may not log for that member, or it is no draft of theirs any more.
    """
    decision = policies.may_log(who, member)
    if not decision.allowed:
        raise Refused(decision)
    if enquiry is None:
        reference, stream = open_case("enquiry", "ENQ")
        enquiry = Enquiry(
            reference=reference,
            stream=stream,
            protocol=protocol_in_force().key,
            logged_by=who.person,
        )
    else:
        enquiry = locked(enquiry)
        ask(policies.may_send, who, enquiry)
        enquiry.version += 1
    enquiry.member = member
    enquiry.saved_at = at
    _write(enquiry, draft)
    enquiry.save()
    return enquiry


# The same by itself.
save_draft = transaction.atomic(write_draft)


@transaction.atomic
def send_enquiry(*, who: Standing, enquiry: Enquiry, at: datetime.datetime) -> Enquiry:
    """Sends a draft: the clock begins on the day of receipt, under the text in force today.

    What is known of it then is kept with it. Raises Refused where the person may not, and for what the text
    refuses whoever asks.
    """
    return send_written(who=who, enquiry=locked(enquiry), at=at, clock=Clock.read())


def send_written(*, who: Standing, enquiry: Enquiry, at: datetime.datetime, clock: Clock) -> Enquiry:
    """The same of a row that this very transaction wrote or locked: nobody else changes it meanwhile."""
    ask(policies.may_send, who, enquiry)
    received_on = enquiry.received_on or who.on
    enquiry.protocol = protocol_in_force().key
    if enquiry.service:
        enquiry.team_id, enquiry.addressee_id = enquiry.service.team_id, enquiry.service.addressee_id
    enquiry.facts = triage.facts_at_sending(who, enquiry)
    becomes = triage.what_becomes(enquiry.facts, text=enquiry.protocol, on=received_on, clock=clock)
    decision = triage.may_be_sent(becomes)
    if not decision.allowed:
        raise Refused(decision)
    due_on = clock.first_deadline(enquiry.protocol, received_on)
    enquiry.record_sending(at=at, received_on=received_on, due_on=due_on)
    enquiry.acknowledge_by = clock.acknowledgement_of(enquiry)
    logged_for = who.person.pk != enquiry.member_id
    kind = events.LOGGED_FOR_MEMBER if logged_for else events.SENT
    finish(
        enquiry,
        kind=kind,
        by=who.person,
        at=at,
        facts={"service": enquiry.service_id, "channel": enquiry.channel},
    )
    if enquiry.privacy == Privacy.ASKED:
        announce(stream=enquiry.stream, kind=events.PRIVACY_ASKED, by=who.person, at=at)
    return enquiry


@transaction.atomic
def discard_draft(*, who: Standing, enquiry: Enquiry) -> None:
    """Throws a draft away; it was never sent, so nothing is kept of it but an empty stream."""
    enquiry = locked(enquiry)
    ask(policies.may_send, who, enquiry)
    stream = enquiry.stream
    for attachment in stream.attachments.all():
        remove(attachment)
    enquiry.delete()


@transaction.atomic
def correct_receipt(
    *, who: Standing, enquiry: Enquiry, received_on: datetime.date, reason: str, at: datetime.datetime
) -> Enquiry:
    """Puts the day of receipt right; the dates are worked out again, and the case says why. A promise stays.

    The day that stands already is no correction: a second press changes nothing.
    """
    enquiry = locked(enquiry)
    ask(policies.may_correct_receipt, who, enquiry)
    if enquiry.received_on == received_on:
        return enquiry
    before, enquiry.received_on = enquiry.received_on, received_on
    clock = Clock.read()
    dates = clock.dates_of(enquiry)
    enquiry.due_on, enquiry.owed_on = dates.due_on, dates.owed_on
    enquiry.acknowledge_by = clock.acknowledgement_of(enquiry)
    if enquiry.state == State.REDIRECTED:
        work_out_statute(enquiry)
    finish(
        enquiry,
        kind=events.RECEIPT_CORRECTED,
        by=who.person,
        at=at,
        facts={"from": str(before), "to": str(received_on)},
        content={"reason": reason.strip()},
    )
    return enquiry
