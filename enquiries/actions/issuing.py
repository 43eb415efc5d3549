"""A letter is issued in a member's name, as the text allows; without it the letter is its writer's own."""

import datetime
from dataclasses import dataclass

from django.db import transaction

from casework.actions.protecting import use_form_token
from council.queries import Standing
from enquiries import events
from enquiries.actions.locking import finish, locked
from enquiries.models import Enquiry, IssuedLetter, Message
from enquiries.policies.letters import may_issue_letter, may_sign, signers
from rulebook.decision import Decision, Refused


@dataclass(frozen=True)
class Signature:
    """Whose name, by which office (`key` of a Signer), and whether the letter binds the council."""

    key: str
    undertakes: bool


@transaction.atomic
def issue_letter(
    *,
    who: Standing,
    enquiry: Enquiry,
    message: Message,
    signature: Signature,
    token: str,
    at: datetime.datetime,
    seen_version: int | None = None,
) -> IssuedLetter:
    """Issues the letter in the member's name.

    Raises Refused (with the paragraph where a letter binds the council, or the member holds no office that
    may sign today), Stale, and AlreadyUsed for a form that was sent before.
    """
    use_form_token(token, by=who.person, at=at, result=enquiry.reference)
    enquiry = locked(enquiry, seen_version=seen_version)
    _hold_to(may_issue_letter(who, enquiry, message))
    signer = next((one for one in signers(enquiry, on=who.on) if one.key == signature.key), None)
    _hold_to(may_sign(enquiry, signer, undertakes=signature.undertakes))
    assert signer is not None  # noqa: S101  # nobody without an office was allowed
    issued = IssuedLetter.objects.create(
        message=message,
        signed_by=signer.person,
        office=signer.office.value,
        title=signer.title,
        undertakes=signature.undertakes,
        by=who.person,
        at=at,
    )
    facts = {"letter": message.pk, "signed_by": signer.person.pk, "office": signer.office.value}
    finish(enquiry, kind=events.LETTER_ISSUED, by=who.person, at=at, facts=facts)
    return issued


def _hold_to(decision: Decision) -> None:
    if not decision.allowed:
        raise Refused(decision)
