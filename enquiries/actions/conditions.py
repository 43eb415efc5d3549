"""Information on a condition: a promise or an authority is asked for, answered, judged, or needed no more."""

import datetime
from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from casework.actions.attaching import attach, files_and_rows
from council.queries import Standing
from enquiries import events
from enquiries.actions.allocating import take_on_if_new
from enquiries.actions.locking import ask, finish, locked, say
from enquiries.models import Enquiry, Message, Withholding
from enquiries.policies import withholding as policies
from enquiries.policies.asking import rule_of
from enquiries.queries import conditions_waiting
from enquiries.rules.conditions import on_authority, undertaking_cites
from rulebook.decision import Refused, refused
from rulebook.duty import Duty
from rulebook.protocols import protocol

Ground, Stage = Withholding.Ground, Withholding.Stage


@transaction.atomic
def require_undertaking(
    *,
    who: Standing,
    enquiry: Enquiry,
    reason: str,
    promise: str,
    at: datetime.datetime,
    seen_version: int | None = None,
) -> Message:
    """Asks the member to promise confidentiality, with the reasons in writing (MW-5.5a, MW-5.5b).

    The message holds the reasons, and as its second part the promise, word for word. Raises Refused or Stale.
    """
    enquiry = locked(enquiry, seen_version=seen_version)
    ask(policies.may_require_undertaking, who, enquiry)
    if not reason.strip() or not promise.strip():
        words = _("A promise is asked for with its reasons in writing, and in words that can be promised.")
        raise Refused(refused(rule_of(Duty.UNDERTAKE, enquiry.protocol), words))
    cites = undertaking_cites(protocol(enquiry.protocol))
    asked = f"{reason.strip()}\n\n{_('The promise that is asked for')}\n{promise.strip()}"
    message = _set(who, enquiry, at, text=asked, promise=promise, ground=Ground.UNDERTAKING, cites=cites)
    return message


@transaction.atomic
def ask_for_authority(
    *, who: Standing, enquiry: Enquiry, reason: str, at: datetime.datetime, seen_version: int | None = None
) -> Message:
    """Asks the member for the resident’s authority in the form that the text wants (MW-5.4b).

    The clock runs on. Raises Refused or Stale.
    """
    enquiry = locked(enquiry, seen_version=seen_version)
    ask(policies.may_ask_for_authority, who, enquiry)
    cites = on_authority(protocol(enquiry.protocol)).cites
    return _set(who, enquiry, at, text=reason, promise="", ground=Ground.AUTHORITY, cites=cites)


def _set(
    who: Standing,
    enquiry: Enquiry,
    at: datetime.datetime,
    *,
    text: str,
    promise: str,
    ground: Withholding.Ground,
    cites: Sequence[object],
) -> Message:
    take_on_if_new(enquiry, who=who, at=at)
    message = say(
        enquiry, kind=Message.Kind.CONDITION, by=who.person, at=at, text=text, action=promise.strip()
    )
    Withholding.objects.create(
        enquiry=enquiry,
        message=message,
        ground=ground,
        cites="\n".join(str(cite) for cite in cites),
        stage=Stage.ASKED,
        by=who.person,
        at=at,
    )
    finish(enquiry, kind=events.CONDITION_SET, by=who.person, at=at, message=message)
    return message


def _waiting(enquiry: Enquiry, ground: Withholding.Ground) -> Withholding:
    """The condition that waits; the enquiry is locked and the policy has seen it."""
    return conditions_waiting(enquiry).select_for_update(of=("self",)).get(ground=ground)


@transaction.atomic
def answer_undertaking(
    *, who: Standing, enquiry: Enquiry, promises: bool, words: str, about: int, at: datetime.datetime
) -> Message:
    """The member makes the promise in their own words, or says that they do not make it.

    `about` is the condition that the member read. Raises Refused, also where another took its place.
    """
    enquiry = locked(enquiry)
    ask(policies.may_undertake, who, enquiry)
    if promises and not words.strip():
        rule = rule_of(Duty.UNDERTAKE, enquiry.protocol)
        raise Refused(refused(rule, _("A promise is made in words.")))
    row = _waiting(enquiry, Ground.UNDERTAKING)
    if row.pk != about:
        rule = rule_of(Duty.UNDERTAKE, enquiry.protocol)
        raise Refused(refused(rule, _("Another promise is asked for now. Read it, then answer.")))
    text = words if words.strip() else _("The promise is not made.")
    message = say(enquiry, kind=Message.Kind.UNDERTAKING, by=who.person, at=at, text=text)
    row.answer, row.stage = message, Stage.MET if promises else Stage.NOT_MET
    if promises:
        row.met_at, row.met_by, row.met_words = at, who.person, words.strip()
    row.save()
    kind = events.CONDITION_MET if promises else events.CONDITION_NOT_MET
    finish(enquiry, kind=kind, by=who.person, at=at, message=message)
    return message


@files_and_rows()
def show_authority(
    *,
    who: Standing,
    enquiry: Enquiry,
    text: str,
    files: Sequence[UploadedFile[bytes]],
    at: datetime.datetime,
) -> Message:
    """The member sends the resident’s authority; with a file where the text wants a writing.

    Raises Refused, and ValidationError for an unfit file or a writing that is missing.
    """
    enquiry = locked(enquiry)
    ask(policies.may_show_authority, who, enquiry)
    if on_authority(protocol(enquiry.protocol)).in_writing and not files:
        raise ValidationError(_("Choose a file: the authority must be in writing"))
    row = _waiting(enquiry, Ground.AUTHORITY)
    message = say(enquiry, kind=Message.Kind.AUTHORITY, by=who.person, at=at, text=text)
    row.answer, row.stage = message, Stage.SHOWN
    row.save()
    event = finish(enquiry, kind=events.AUTHORITY_SENT, by=who.person, at=at, message=message)
    for upload in files:
        attach(stream=enquiry.stream, upload=upload, by=who.person, at=at, event=event)
    return message


@transaction.atomic
def judge_authority(
    *,
    who: Standing,
    enquiry: Enquiry,
    accepts: bool,
    reason: str,
    at: datetime.datetime,
    seen_version: int | None = None,
) -> Message | None:
    """Accepts the authority, or says why not: then it is asked for again. Raises Refused or Stale."""
    enquiry = locked(enquiry, seen_version=seen_version)
    ask(policies.may_judge_authority, who, enquiry)
    row = _waiting(enquiry, Ground.AUTHORITY)
    if accepts:
        row.stage, row.met_at, row.met_by = Stage.MET, at, who.person
        row.save()
        finish(enquiry, kind=events.CONDITION_MET, by=who.person, at=at)
        return None
    if not reason.strip():
        rule = rule_of(Duty.SHOW_AUTHORITY, enquiry.protocol)
        raise Refused(refused(rule, _("An authority is not accepted only with the reason.")))
    row.stage, row.answer = Stage.ASKED, None
    row.save()
    message = say(enquiry, kind=Message.Kind.CONDITION, by=who.person, at=at, text=reason)
    finish(enquiry, kind=events.CONDITION_NOT_MET, by=who.person, at=at, message=message)
    return message


@transaction.atomic
def end_condition(
    *, who: Standing, enquiry: Enquiry, reason: str, at: datetime.datetime, seen_version: int | None = None
) -> Message:
    """The officer needs no promise and no authority any more: a reply may go. Raises Refused or Stale."""
    enquiry = locked(enquiry, seen_version=seen_version)
    ask(policies.may_end_condition, who, enquiry)
    conditions_waiting(enquiry).update(stage=Stage.DROPPED)
    message = say(enquiry, kind=Message.Kind.CONDITION, by=who.person, at=at, text=reason)
    finish(enquiry, kind=events.CONDITION_ENDED, by=who.person, at=at, message=message)
    return message
