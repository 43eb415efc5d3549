"""Disputes for tests, opened by the portal's own actions about something that was withheld."""

import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from casework.actions import disputing
from casework.models import CaseEvent, Determination, Dispute
from council.models import Person
from enquiries import events
from enquiries.actions.disputing import dispute_decision
from enquiries.actions.locking import finish, locked, say
from enquiries.models import Enquiry, Message, Redirection, Withholding
from enquiries.policies.disputing import open_to_dispute
from enquiries.states import State
from tests.factories.enquiries import an_enquiry, on_day

REASON = "The survey names people who live there."
WORDS = "I need the survey to speak for my ward."
REASONS = "A member needs the survey, and names can be left out."
MUST_DO = "Send the survey without the names."


@transaction.atomic
def withheld(
    enquiry: Enquiry,
    *,
    by: Person,
    ground: str = Withholding.Ground.WITHHELD,
    cites: str = "WF-6.3",
    at: datetime.datetime | None = None,
) -> Withholding:
    """Something is withheld in the enquiry, with its reason and its event."""
    at = at or timezone.now()
    enquiry = locked(enquiry)
    message = say(enquiry, kind=Message.Kind.REFUSAL, by=by, at=at, text=REASON)
    finish(enquiry, kind=events.WITHHELD, by=by, at=at, message=message)
    return Withholding.objects.create(
        enquiry=enquiry, message=message, ground=ground, cites=cites, by=by, at=at
    )


@transaction.atomic
def redirected(enquiry: Enquiry, *, by: Person, expected_on: datetime.date) -> Redirection:
    """The enquiry is handled elsewhere from now on."""
    at = timezone.now()
    enquiry = locked(enquiry)
    enquiry.record_redirection(on=timezone.localdate(at), expected_on=expected_on)
    finish(enquiry, kind=events.REDIRECTED, by=by, at=at)
    return Redirection.objects.create(
        enquiry=enquiry,
        process=Redirection.Process.FOI,
        place="Information team",
        received_on=timezone.localdate(at),
        expected_on=expected_on,
        by=by,
        at=at,
    )


def an_enquiry_with_something_withheld(*, ground: str = Withholding.Ground.WITHHELD, **more: Any) -> Enquiry:
    """An answered enquiry (unless another state is given) in which its officer withheld something."""
    enquiry = an_enquiry(**{"state": State.ANSWERED, **more})
    assert enquiry.owner is not None
    withheld(enquiry, by=enquiry.owner, ground=ground)
    return Enquiry.objects.get(pk=enquiry.pk)


def a_dispute(enquiry: Enquiry | None = None, *, words: str = WORDS, **more: Any) -> Dispute:
    """The member does not agree with the newest decision that was taken in the enquiry."""
    enquiry = enquiry or an_enquiry_with_something_withheld(**more)
    place = open_to_dispute(enquiry)[0].contested.place
    return dispute_decision(
        who=on_day(enquiry.member), enquiry=enquiry, place=place, words=words, at=timezone.now()
    )


def enquiry_of(dispute: Dispute) -> Enquiry:
    """The enquiry that it arose in, as it stands now."""
    return Enquiry.objects.get(stream=dispute.about_id)


def determined(
    dispute: Dispute,
    *,
    by: Person,
    outcome: Determination.Outcome = Determination.Outcome.FOR_MEMBER,
    must_do: str = MUST_DO,
    must_by: datetime.date | None = None,
    **more: Any,
) -> Determination:
    """Determined by somebody who may; something must happen within a week unless it is said otherwise."""
    day = must_by or timezone.localdate() + datetime.timedelta(days=7)
    verdict = disputing.Verdict(
        outcome=outcome,
        reasons=more.pop("reasons", REASONS),
        cites=more.pop("cites", ("WF-6.7",)),
        must_do=must_do,
        must_by=day if must_do else None,
        **more,
    )
    return disputing.determine_dispute(who=on_day(by), dispute=dispute, verdict=verdict, at=timezone.now())


def event_of(dispute: Dispute, kind: str) -> CaseEvent:
    """The last event of the kind in the dispute's own stream."""
    return CaseEvent.objects.filter(stream=dispute.stream_id, kind=kind).latest("place")
