"""An officer declines what the protocol bars or lets officers decline, and says what is left."""

import datetime
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from council.queries import Standing
from enquiries import events, policies
from enquiries.actions.allocating import take_on_if_new
from enquiries.actions.locking import ask, finish, locked, say
from enquiries.clock import Clock
from enquiries.models import Enquiry, Message, Withholding
from enquiries.policies.asking import rule_of
from rulebook.decision import Refused, refused
from rulebook.declining import Declining, ways_to_decline
from rulebook.duty import Duty
from rulebook.protocols import protocol
from rulebook.triage import Ground


@dataclass(frozen=True)
class Refusal:
    """On which ground, why in the officer’s words, what the member can do instead, exceptions looked at."""

    ground: Ground
    reason: str
    instead: str
    no_exception: bool = False

    @property
    def text(self) -> str:
        """What the member reads."""
        return f"{self.reason.strip()}\n\n{_('What you can do instead:')} {self.instead.strip()}"


def ground_of(enquiry: Enquiry, refusal: Refusal) -> Declining:
    """The ground as the enquiry’s own text has it.

    Raises Refused where the text has no paragraph for it, or has exceptions that nobody looked at.
    """
    rule = rule_of(Duty.DECLINE, enquiry.protocol)
    for way in ways_to_decline(protocol(enquiry.protocol).triage):
        if way.ground is not refusal.ground:
            continue
        if way.unless and not refusal.no_exception:
            raise Refused(refused(rule, _("Say first that none of the exceptions applies."), way.cites))
        return way
    raise Refused(refused(rule, _("The protocol has no paragraph by which this is declined.")))


@transaction.atomic
def decline_enquiry(
    *,
    who: Standing,
    enquiry: Enquiry,
    refusal: Refusal,
    at: datetime.datetime,
    seen_version: int | None = None,
) -> Message:
    """Declines it: the member reads why and what is left, and may say that this is no answer.

    The ground and its paragraphs are kept beside the message. Raises Refused, or Stale.
    """
    enquiry = locked(enquiry, seen_version=seen_version)
    ask(policies.may_decline, who, enquiry)
    way = ground_of(enquiry, refusal)
    take_on_if_new(enquiry, who=who, at=at)
    message = say(enquiry, kind=Message.Kind.REFUSAL, by=who.person, at=at, text=refusal.text)
    Withholding.objects.create(
        enquiry=enquiry,
        message=message,
        ground=way.ground.value,
        cites="\n".join(cite.id for cite in way.cites),
        by=who.person,
        at=at,
    )
    enquiry.record_reply(on=who.on, closes_on=Clock.read().closes_by_itself(enquiry.protocol, who.on))
    facts = {"ground": way.ground.value}
    finish(enquiry, kind=events.DECLINED, by=who.person, at=at, facts=facts, message=message)
    return message
