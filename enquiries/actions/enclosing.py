"""Answers as the page sends them: once for each form, with the files that were chosen for them."""

import datetime
from collections.abc import Callable, Sequence
from typing import TypeVar

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import QuerySet

from casework.actions.announcing import open_stream
from casework.actions.attaching import attach, files_and_rows, remove
from casework.actions.protecting import use_form_token
from casework.models import Attachment
from casework.queries import attachments_shown
from council.models import Person
from council.queries import Standing
from enquiries import events, policies
from enquiries.actions.locking import ask, finish, locked
from enquiries.models import Enquiry

Made = TypeVar("Made")


def _unsent(writer: Person, enquiry: Enquiry) -> str:
    """Where an officer's files wait for the reply: apart from the case, so that nobody reads them first."""
    return f"unsent:{enquiry.reference}:{writer.pk}"


def files_for_reply(writer: Person, enquiry: Enquiry) -> QuerySet[Attachment]:
    """The files that the writer has chosen for a reply that is not sent yet."""
    return Attachment.objects.filter(stream__name=_unsent(writer, enquiry), erased_at__isnull=True)


def waiting_files(*, who: Standing, enquiry: Enquiry) -> QuerySet[Attachment]:
    """The same for whoever asks."""
    return files_for_reply(who.person, enquiry)


def give_files(enquiry: Enquiry, *, writer: Person) -> None:
    """The files chosen for the reply go with it, in the transaction that sent it."""
    event = enquiry.stream.events.filter(kind=events.REPLY_SENT.name).order_by("place").last()
    files_for_reply(writer, enquiry).update(stream=enquiry.stream, event=event)


@files_and_rows()
def keep_files(
    *, who: Standing, enquiry: Enquiry, uploads: Sequence[UploadedFile[bytes]], at: datetime.datetime
) -> None:
    """Keeps files for the reply that is being written.

    Raises ValidationError with a sentence that names the file, or Refused; then none of them is kept.
    """
    ask(policies.may_reply, who, enquiry)
    stream = open_stream(_unsent(who.person, enquiry))
    for upload in uploads:
        attach(stream=stream, upload=upload, by=who.person, at=at)


@transaction.atomic
def drop_file(*, who: Standing, enquiry: Enquiry, pk: int) -> None:
    """Throws away a file that was chosen and not sent; what is not theirs to drop stays."""
    ask(policies.may_reply, who, enquiry)
    for attachment in waiting_files(who=who, enquiry=enquiry).filter(pk=pk):
        remove(attachment)


@transaction.atomic
def send_once(
    *,
    token: str,
    who: Standing,
    enquiry: Enquiry,
    at: datetime.datetime,
    send: Callable[[], Made],
    with_files: bool = False,
) -> Made:
    """Runs the answer's own action, and gives it its files; a form that was sent before makes no second one.

    Raises AlreadyUsed, and whatever the action raises; then the form is still good.
    """
    use_form_token(token, by=who.person, at=at, result=enquiry.reference)
    made = send()
    if with_files:
        give_files(enquiry, writer=who.person)
    return made


@files_and_rows()
def add_files(
    *,
    who: Standing,
    enquiry: Enquiry,
    uploads: Sequence[UploadedFile[bytes]],
    token: str,
    at: datetime.datetime,
) -> None:
    """An officer puts files on the case itself, where the member sees them too.

    Raises ValidationError with a sentence that names the file, AlreadyUsed, or Refused; then none is kept.
    """
    use_form_token(token, by=who.person, at=at, result=enquiry.reference)
    enquiry = locked(enquiry)
    ask(policies.may_add_note, who, enquiry)
    event = finish(enquiry, kind=events.FILE_ADDED, by=who.person, at=at, facts={"files": len(uploads)})
    for upload in uploads:
        attach(stream=enquiry.stream, upload=upload, by=who.person, at=at, event=event)


def files_of(enquiry: Enquiry) -> QuerySet[Attachment]:
    """The files of a case, newest first, with who put them there and with what."""
    return attachments_shown(enquiry.stream).select_related("event", "uploaded_by").order_by("-pk")
