"""Too much work for one enquiry: another date or reply is offered, and agreed by both sides or not at all.

Each action takes one enquiry. There is none for several: no deadline moves for a pile of cases at once.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from django.db import transaction
from django.utils.translation import gettext as _

from casework.wording import long_date
from council.queries import Standing
from enquiries import events
from enquiries.actions.allocating import take_on_if_new
from enquiries.actions.locking import ask, finish, locked, say
from enquiries.models import Enquiry, Message, Proposal
from enquiries.policies import agreeing as policies
from enquiries.policies.asking import rule_of
from rulebook.decision import Decision, Refused, refused
from rulebook.duty import Duty

Answer = Proposal.Answer


class Side(StrEnum):
    """Whose agreement it is."""

    MEMBER = "member"
    MANAGEMENT = "management"


_MAY: dict[Side, Callable[[Standing, Enquiry], Decision]] = {
    Side.MEMBER: policies.may_agree_as_member,
    Side.MANAGEMENT: policies.may_agree_as_manager,
}


@dataclass(frozen=True)
class Offer:
    """The burden in words, and what is offered: another date, another reply, or both."""

    burden: str
    other_date: datetime.date | None = None
    other_reply: str = ""

    def in_words(self) -> str:
        """As the member and the senior manager read it."""
        parts = [f"{_('Why it is too much work')}\n{self.burden.strip()}"]
        if self.other_date:
            parts.append(f"{_('Another date for the reply')}\n{long_date(self.other_date)}")
        if self.other_reply.strip():
            parts.append(f"{_('Another reply')}\n{self.other_reply.strip()}")
        return "\n\n".join(parts)


@transaction.atomic
def offer_alternative(
    *, who: Standing, enquiry: Enquiry, offer: Offer, at: datetime.datetime, seen_version: int | None = None
) -> Message:
    """Explains the burden and offers another date or reply; nothing changes by it (WF-6.12).

    Whoever is senior management and offers has agreed for that side by offering. Raises Refused or Stale.
    """
    enquiry = locked(enquiry, seen_version=seen_version)
    ask(policies.may_offer_alternative, who, enquiry)
    _refuse_empty(enquiry, offer, on=who.on)
    take_on_if_new(enquiry, who=who, at=at)
    is_senior = policies.is_management(who, enquiry)
    if not is_senior and not policies.management_of(enquiry, on=who.on):
        words = _("Nobody in senior management can agree to it today. Ask democratic services who stands in.")
        raise Refused(refused(rule_of(Duty.AGREE_ALTERNATIVE, enquiry.protocol), words))
    # What a reply had ended before the enquiry was reopened.
    Proposal.objects.filter(enquiry=enquiry, ended_at__isnull=True).update(ended_at=at)
    message = say(enquiry, kind=Message.Kind.PROPOSAL, by=who.person, at=at, text=offer.in_words())
    row = Proposal(
        enquiry=enquiry,
        message=message,
        other_date=offer.other_date,
        other_reply=offer.other_reply.strip(),
        by=who.person,
        at=at,
    )
    if is_senior:
        row.senior_says, row.senior_by, row.senior_at = Answer.AGREED, who.person, at
    row.save()
    finish(enquiry, kind=events.ALTERNATIVE_OFFERED, by=who.person, at=at, message=message)
    return message


def _refuse_empty(enquiry: Enquiry, offer: Offer, *, on: datetime.date) -> None:
    rule = rule_of(Duty.AGREE_ALTERNATIVE, enquiry.protocol)
    if not offer.burden.strip():
        raise Refused(refused(rule, _("Say why it is too much work.")))
    if offer.other_date is None and not offer.other_reply.strip():
        raise Refused(refused(rule, _("Say what you offer: another date, another reply, or both.")))
    if offer.other_date and offer.other_date <= max(on, enquiry.due_on or on):
        raise Refused(refused(rule, _("The other date must be after today and after the first due date.")))


@transaction.atomic
def answer_offer(
    *,
    who: Standing,
    enquiry: Enquiry,
    side: Side,
    agrees: bool,
    words: str,
    about: int,
    at: datetime.datetime,
) -> Message:
    """One side agrees or does not; once both have agreed, the date or the reply that was offered stands.

    `about` is the offer that the person read. Raises Refused, also where another offer took its place, or
    where the date that was offered has passed meanwhile.
    """
    enquiry = locked(enquiry)
    ask(_MAY[side], who, enquiry)
    row = Proposal.objects.select_for_update(of=("self",)).get(enquiry=enquiry, ended_at__isnull=True)
    _refuse_changed(enquiry, row, about=about, agrees=agrees, on=who.on)
    said = Answer.AGREED if agrees else Answer.NOT_AGREED
    message = say(
        enquiry, kind=Message.Kind.CONSENT, by=who.person, at=at, text=_in_words(side, words, agrees=agrees)
    )
    if side is Side.MEMBER:
        row.member_says, row.member_by, row.member_at = said, who.person, at
    else:
        row.senior_says, row.senior_by, row.senior_at = said, who.person, at
    both = row.member_says == row.senior_says == Answer.AGREED
    row.ended_at = at if both or not agrees else None
    row.save()
    finish(enquiry, kind=events.ALTERNATIVE_ANSWERED, by=who.person, at=at, message=message)
    if both:
        _agree(enquiry, row, who=who, at=at)
    return message


def _refuse_changed(enquiry: Enquiry, row: Proposal, *, about: int, agrees: bool, on: datetime.date) -> None:
    sentence = ""
    if row.pk != about:
        sentence = _("Another offer was made since you opened this page. Read it, then answer.")
    elif agrees and row.other_date and row.other_date <= on:
        sentence = _("The date that was offered has passed. Ask the officer for another offer.")
    if sentence:
        raise Refused(refused(rule_of(Duty.AGREE_ALTERNATIVE, enquiry.protocol), sentence))


def _in_words(side: Side, words: str, *, agrees: bool) -> str:
    says = {
        (Side.MEMBER, True): _("The member agrees."),
        (Side.MEMBER, False): _("The member does not agree."),
        (Side.MANAGEMENT, True): _("Senior management agrees."),
        (Side.MANAGEMENT, False): _("Senior management does not agree."),
    }[(side, agrees)]
    return f"{says}\n\n{words.strip()}".strip()


def _agree(enquiry: Enquiry, row: Proposal, *, who: Standing, at: datetime.datetime) -> None:
    """The other date is owed from now on; the first deadline stays on record."""
    if row.other_date:
        enquiry.record_agreement(agreed_on=row.other_date)
    finish(
        enquiry,
        kind=events.ALTERNATIVE_AGREED,
        by=who.person,
        at=at,
        facts={"proposal": row.pk, "promised": str(row.other_date) if row.other_date else None},
    )


@transaction.atomic
def take_back_offer(
    *, who: Standing, enquiry: Enquiry, at: datetime.datetime, seen_version: int | None = None
) -> Enquiry:
    """The officer takes the offer back; the dates are what they were. Raises Refused or Stale."""
    enquiry = locked(enquiry, seen_version=seen_version)
    ask(policies.may_take_back_offer, who, enquiry)
    Proposal.objects.filter(enquiry=enquiry, ended_at__isnull=True).update(ended_at=at)
    finish(enquiry, kind=events.ALTERNATIVE_TAKEN_BACK, by=who.person, at=at)
    return enquiry
