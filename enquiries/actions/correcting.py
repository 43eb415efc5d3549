"""What was entered or sent wrongly is put right: with a reason, worked out again, told to whom it concerns.

A form that was sent before changes nothing (AlreadyUsed); one that was opened before another change is told
so (Stale).
"""

import datetime
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from casework.actions.protecting import use_form_token
from casework.events import EventKind
from casework.models import CaseShare
from casework.rules import Fact
from council.models import Person, Service
from council.queries import Standing, term_of
from enquiries import policies
from enquiries.actions.locking import ask, finish, locked
from enquiries.events import MEMBER_CORRECTED, REPLY_TAKEN_BACK, SERVICE_CORRECTED, SUBJECT_CORRECTED
from enquiries.models import Copy, CopyConsent, Enquiry, Message, PreparedReply, Retraction, Succession
from enquiries.policies import correcting as may
from enquiries.policies.asking import rule_of
from enquiries.rules.subject import names_in
from rulebook.decision import Refused, refused
from rulebook.duty import Duty


@dataclass(frozen=True)
class Sent:
    """What each of these forms carries: who sent it and when, its token, the version read, and the reason."""

    who: Standing
    at: datetime.datetime
    reason: str
    token: str
    seen_version: int | None = None


def _begin(sent: Sent, enquiry: Enquiry) -> Enquiry:
    """Uses the form up and locks the row. Raises AlreadyUsed or Stale."""
    use_form_token(sent.token, by=sent.who.person, at=sent.at, result=enquiry.reference)
    return locked(enquiry, seen_version=sent.seen_version)


def _refuse(enquiry: Enquiry, sentence: str) -> Refused:
    return Refused(refused(rule_of(Duty.CORRECT, enquiry.protocol), sentence))


@transaction.atomic
def put_member_right(*, sent: Sent, enquiry: Enquiry, member: Person) -> Enquiry:
    """Gives it to the member for whom it should have been logged; the wrong one cannot open it from now on.

    What the wrong one had shared or let be copied ends, and a decision on who goes on with it falls.
    Raises Refused, AlreadyUsed or Stale.
    """
    enquiry = _begin(sent, enquiry)
    ask(may.may_correct_member, sent.who, enquiry)
    if term_of(member, on=sent.who.on) is None:
        raise _refuse(enquiry, _("%(name)s is not a member today.") % {"name": member.name})
    if member.pk in (enquiry.member_id, sent.who.person.pk):
        raise _refuse(enquiry, _("Choose another member than the one that it is entered for."))
    before = enquiry.member
    enquiry.correct_member(member=member)
    CaseShare.objects.filter(content_object=enquiry.stream).delete()
    Copy.objects.filter(message__enquiry=enquiry, permission=Copy.Permission.AUTHOR).delete()
    CopyConsent.objects.filter(enquiry=enquiry).delete()
    Succession.objects.filter(enquiry=enquiry, done_at__isnull=True).delete()
    words = _("From %(before)s to %(after)s.") % {"before": before.name, "after": member.name}
    facts: dict[str, Fact] = {"left": before.pk, "member": member.pk}
    _say(sent, enquiry, kind=MEMBER_CORRECTED, facts=facts, words=words)
    return enquiry


@transaction.atomic
def correct_service(*, sent: Sent, enquiry: Enquiry, service: Service) -> Enquiry:
    """Sends it from the wrong service to the right one; every date stays, and the days that each had it.

    Raises Refused, AlreadyUsed or Stale.
    """
    enquiry = _begin(sent, enquiry)
    ask(may.may_correct_service, sent.who, enquiry)
    if service.pk == enquiry.service_id:
        raise _refuse(enquiry, _("Choose another service than the one that has it."))
    facts: dict[str, Fact] = {"was": enquiry.service_id, "service": service.pk, "left": enquiry.owner_id}
    names = {"before": enquiry.service.name if enquiry.service else "", "after": service.name}
    words = _("From %(before)s to %(after)s.") % names
    enquiry.route_to(service=service, team=service.team, addressee=service.addressee)
    _say(sent, enquiry, kind=SERVICE_CORRECTED, facts=facts, words=words)
    return enquiry


@transaction.atomic
def correct_subject(*, sent: Sent, enquiry: Enquiry, subject: str) -> Enquiry:
    """Changes the subject; the history keeps the old one, unless it named the resident.

    The subject that stands is no correction. Raises Refused for a resident's name, AlreadyUsed, Stale.
    """
    enquiry = _begin(sent, enquiry)
    ask(may.may_correct_subject, sent.who, enquiry)
    before, subject = enquiry.subject, subject.strip()
    if subject == before:
        return enquiry
    if names_in(subject, enquiry.resident_name):
        raise _refuse(enquiry, _("A resident’s name must not stand in the subject."))
    if names_in(before, enquiry.resident_name):
        words = _("The old subject named the resident and is not kept. The new one: «%(after)s».")
    else:
        words = _("From «%(before)s» to «%(after)s».")
    enquiry.subject = subject
    _say(sent, enquiry, kind=SUBJECT_CORRECTED, words=words % {"before": before, "after": subject})
    return enquiry


@transaction.atomic
def take_back(*, sent: Sent, enquiry: Enquiry, meant_for: Enquiry | None = None) -> Retraction:
    """Takes back the last reply, which went to the wrong person: the member's side reads it no more.

    A reply is owed as before. Where the case that it was meant for is named, and the person answers there
    too, the text waits there as their draft. Raises Refused, AlreadyUsed or Stale.
    """
    enquiry = _begin(sent, enquiry)
    ask(may.may_take_back, sent.who, enquiry)
    standing = enquiry.messages.filter(kind=Message.Kind.REPLY, retraction__isnull=True)
    message = standing.order_by("at", "pk").last()
    if message is None:
        raise _refuse(enquiry, _("There is no reply to take back: the enquiry is not answered."))
    if meant_for is not None and meant_for.pk == enquiry.pk:
        raise _refuse(enquiry, _("The reply was sent in this very enquiry."))
    retraction = Retraction.objects.create(
        message=message, meant_for=meant_for, reason=sent.reason.strip(), by=sent.who.person, at=sent.at
    )
    readers = message.copies.values_list("person_id", flat=True)
    facts: dict[str, Fact] = {"taken_back": message.pk, "copied": ",".join(str(one) for one in readers)}
    message.copies.all().delete()
    enquiry.take_back_reply()
    # The reason may name whom it was meant for: it stands in the retraction, which only staff read.
    finish(
        enquiry,
        kind=REPLY_TAKEN_BACK,
        by=sent.who.person,
        at=sent.at,
        facts=facts,
        content={"reason": _("Do not use or pass on what you read.")},
    )
    if meant_for is not None:
        _keep_draft(sent, meant_for, message)
    return retraction


def _keep_draft(sent: Sent, meant_for: Enquiry, message: Message) -> None:
    """The text as this person's draft where it belongs; one that they have there already stays as it is."""
    if not policies.may_reply(sent.who, meant_for).allowed:
        return
    in_hand = (PreparedReply.Stage.DRAFT, PreparedReply.Stage.WAITING, PreparedReply.Stage.RETURNED)
    if PreparedReply.objects.filter(enquiry=meant_for, by=sent.who.person, stage__in=in_hand).exists():
        return
    PreparedReply.objects.create(
        enquiry=meant_for,
        by=sent.who.person,
        text=message.text,
        forward_text=message.forward_text,
        saved_at=sent.at,
    )


def _say(
    sent: Sent,
    enquiry: Enquiry,
    *,
    kind: EventKind,
    facts: dict[str, Fact] | None = None,
    words: str = "",
) -> None:
    """Saves it, and writes the event with what changed and the reason."""
    reason = f"{words} {sent.reason.strip()}".strip()
    finish(enquiry, kind=kind, by=sent.who.person, at=sent.at, facts=facts, content={"reason": reason})
