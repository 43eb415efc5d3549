"""A reply that withholds something: with the reason, the rule and the copy that the text wants, or not."""

import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from casework.actions.announcing import announce
from council.models import Person
from council.queries import Standing
from enquiries import events
from enquiries.actions.locking import ask, locked
from enquiries.actions.replying import send_reply
from enquiries.models import Copy, Enquiry, Message, Withholding
from enquiries.policies.asking import rule_of
from enquiries.policies.preparing import may_send_withheld
from enquiries.policies.withholding import copied_in, may_withhold
from enquiries.queries import conditions_waiting
from enquiries.screens.withheld import Withheld, letter_of
from rulebook.decision import Refused, refused
from rulebook.duty import Duty
from rulebook.post import Post


@transaction.atomic
def withhold(
    *,
    who: Standing,
    enquiry: Enquiry,
    withheld: Withheld,
    at: datetime.datetime,
    seen_version: int | None = None,
) -> Message:
    """Sends the reply, says what is withheld and why, and owes the copy to whom the text names (MW-5.1a).

    Raises Refused: without a reason or a rule, or while nobody holds the post that is to be copied in; or
    Stale. What was asked for on a condition waits no longer: it is withheld.
    """
    enquiry = locked(enquiry, seen_version=seen_version)
    ask(may_withhold, who, enquiry)
    _refuse_without_reason(enquiry, withheld)
    copied = [(post, person) for post, person in copied_in(enquiry, on=who.on) if person]
    conditions_waiting(enquiry).update(stage=Withholding.Stage.NOT_MET)
    text = letter_of(withheld, enquiry, copied)
    message = send_reply(
        who=who,
        enquiry=enquiry,
        text=text,
        forward_text=withheld.forward,
        at=at,
        policy=may_send_withheld,
    )
    row = Withholding.objects.create(
        enquiry=enquiry,
        message=message,
        ground=Withholding.Ground.WITHHELD,
        cites="\n".join(cite.id for cite in withheld.cites),
        copied_to=copied[0][1] if copied else None,
        by=who.person,
        at=at,
    )
    _copy(message, copied, by=who.person, at=at)
    announce(
        stream=enquiry.stream,
        kind=events.WITHHELD,
        by=who.person,
        at=at,
        facts={"enquiry": enquiry.pk, "withholding": row.pk, "copied": row.copied_to_id},
    )
    return message


def _refuse_without_reason(enquiry: Enquiry, withheld: Withheld) -> None:
    rule = rule_of(Duty.WITHHOLD, enquiry.protocol)
    if not withheld.reason.strip() or not withheld.what.strip():
        raise Refused(refused(rule, _("Nothing is withheld without its reason in writing.")))
    if not withheld.rules:
        raise Refused(refused(rule, _("Nothing is withheld without the rule that it rests on.")))


def _copy(message: Message, copied: list[tuple[Post, Person]], *, by: Person, at: datetime.datetime) -> None:
    """On the letter for everybody to see: no copy is secret."""
    for person in dict.fromkeys(person for _post, person in copied):
        Copy.objects.create(message=message, person=person, permission=Copy.Permission.PROTOCOL, by=by, at=at)
