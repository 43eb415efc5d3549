"""What a page hands in at once: text, files, and whether it is sent; a second press changes nothing."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from casework.actions.attaching import attach, files_and_rows
from casework.actions.protecting import AlreadyUsed, use_form_token
from casework.models import CaseEvent
from council.models import Person
from council.queries import Standing
from enquiries.actions.logging import Draft, send_written, write_draft
from enquiries.clock import Clock
from enquiries.models import Enquiry, Message
from enquiries.queries import marked

Files = Sequence[UploadedFile[bytes]]


@dataclass(frozen=True)
class Handed:
    """What came of it: the enquiry, and what was wrong with its files (then it is kept as a draft)."""

    enquiry: Enquiry
    faults: tuple[str, ...] = ()


@files_and_rows()
def hand_in(
    *,
    who: Standing,
    member: Person,
    draft: Draft,
    files: Files,
    at: datetime.datetime,
    enquiry: Enquiry | None = None,
    token: str = "",
    send: bool = False,
    clock: Clock | None = None,
) -> Handed:
    """Keeps a draft with its files, and sends it unless a file is unfit; `clock` was read already, or is now.

    Raises Refused, and AlreadyUsed for a form that was sent before; then nothing is kept of this press.
    """
    kept, uses_up = enquiry, send and bool(token)
    if kept and uses_up:
        # Before the draft is asked about, which the first press has sent.
        use_form_token(token, by=who.person, at=at, result=kept.reference)
    enquiry = write_draft(who=who, member=member, draft=draft, at=at, enquiry=kept)
    if kept is None:
        # Whoever writes a draft may know of it: nobody else sees one (queries.visible_to).
        marked(who, [enquiry])
        if uses_up:
            use_form_token(token, by=who.person, at=at, result=enquiry.reference)
    faults = tuple(_attach_all(enquiry, files, by=who.person, at=at))
    if send and not faults:
        enquiry = send_written(who=who, enquiry=enquiry, at=at, clock=clock or Clock.read())
    return Handed(enquiry, faults)


def _attach_all(enquiry: Enquiry, files: Files, *, by: Person, at: datetime.datetime) -> list[str]:
    """Keeps the files that are fit; says what is wrong with the others."""
    faults = []
    for upload in files:
        try:
            attach(stream=enquiry.stream, upload=upload, by=by, at=at)
        except ValidationError as fault:
            faults += fault.messages
    return faults


class Says(Protocol):
    """An action by which somebody says something in a case."""

    def __call__(self, *, who: Standing, enquiry: Enquiry, text: str, at: datetime.datetime) -> Message:
        """The message."""


@files_and_rows()
def say_with_files(
    says: Says,
    *,
    who: Standing,
    enquiry: Enquiry,
    text: str,
    files: Files,
    token: str,
    at: datetime.datetime,
) -> Message:
    """What somebody says in a case, with its files; all of it or nothing.

    Raises Refused, ValidationError for an unfit file, and AlreadyUsed for a form that was sent before.
    """
    if token:
        use_form_token(token, by=who.person, at=at, result=enquiry.reference)
    message = says(who=who, enquiry=enquiry, text=text, at=at)
    event = CaseEvent.objects.filter(stream=enquiry.stream_id).latest("place")
    for upload in files:
        attach(stream=enquiry.stream, upload=upload, by=who.person, at=at, event=event)
    return message


__all__ = ["AlreadyUsed", "Handed", "Says", "hand_in", "say_with_files"]
