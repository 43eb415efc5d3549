"""Takes files in, judged by content and size, and gives them out again, never to be shown inline."""

import datetime
import errno
import functools
import hashlib
import logging
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import PurePath
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models.fields.files import FieldFile
from django.http import FileResponse
from django.utils.translation import gettext as _

from casework.files.contents import DOCUMENTS, HasMacros, Unpacks
from casework.files.photographs import WRITTEN_AS, NoPhotograph, TooManyPixels, written_anew
from casework.files.scanning import NoScanner, virus_in
from casework.files.uploading import NotKept
from casework.models import Attachment, CaseEvent, Stream
from council.models import Person
from rulebook.decision import Refused, unknown

MOST_BYTES = 10 * 1024 * 1024
LONGEST_NAME = 150
# As the page says it beside the box: what may be attached.
TAKEN = (*WRITTEN_AS, *DOCUMENTS)
_UNSAFE = re.compile(r"[\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069/\\]+")

_log = logging.getLogger(__name__)
_WRITTEN: ContextVar[list[FieldFile] | None] = ContextVar("written", default=None)


@contextmanager
def files_and_rows() -> Iterator[None]:
    """A transaction, also as a decorator: the files that were attached in it go when its rows do."""
    before, written = _WRITTEN.get(), list[FieldFile]()
    token = _WRITTEN.set(written)
    try:
        with transaction.atomic():
            yield
    except BaseException:
        for file in written:
            file.storage.delete(str(file.name))
        raise
    else:
        if before is not None:
            before.extend(written)
    finally:
        _WRITTEN.reset(token)


def remove(attachment: Attachment) -> None:
    """Throw a file away that nobody was sent; it leaves the disk once the transaction is through."""
    transaction.on_commit(functools.partial(attachment.file.storage.delete, str(attachment.file.name)))
    attachment.delete()


def attach(
    *,
    stream: Stream,
    upload: UploadedFile[bytes],
    by: Person | None,
    at: datetime.datetime,
    event: CaseEvent | None = None,
) -> Attachment:
    """Keep a file on a case. Raises ValidationError with a sentence that names the file and its fault."""
    name, content, content_type = accepted(upload)
    attachment = Attachment(
        stream=stream,
        event=event,
        name=name,
        content_type=content_type,
        scan=_scanned(name, content),
        uploaded_by=by,
        uploaded_at=at,
    )
    return _kept(attachment, content)


def attach_made(
    *, stream: Stream, name: str, content: bytes, content_type: str, by: Person, at: datetime.datetime
) -> Attachment:
    """Keep a file that the portal made itself, however large. Raises OSError where the disk is full."""
    attachment = Attachment(
        stream=stream,
        name=safe_name(name),
        content_type=content_type,
        scan=Attachment.Scan.CLEAN,
        uploaded_by=by,
        uploaded_at=at,
    )
    try:
        return _kept(attachment, content)
    except ValidationError as full:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)) from full


def _kept(attachment: Attachment, content: bytes) -> Attachment:
    attachment.size, attachment.sha256 = len(content), hashlib.sha256(content).hexdigest()
    # A random name without an ending: nothing on the disk tells what it is, and no server would run it.
    path = f"attachments/{uuid4().hex}"
    try:
        attachment.file.save(path, ContentFile(content), save=False)
    except OSError as fault:
        _log.exception("The disk for attachments takes no more.")
        attachment.file.storage.delete(path)
        raise _not_kept(attachment.name) from fault
    written = _WRITTEN.get()
    if written is not None:
        written.append(attachment.file)
    attachment.save()
    return attachment


def accepted(upload: UploadedFile[bytes]) -> tuple[str, bytes, str]:
    """Name, content and type under which a file is kept; raises ValidationError. A form may ask first."""
    name = safe_name(upload.name or "")
    if isinstance(upload, NotKept):
        raise _not_kept(name)
    if (upload.size or 0) > MOST_BYTES:
        raise _fault(_("%(name)s must be smaller than 10MB"), name)
    upload.seek(0)
    content = upload.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise _fault(_("%(name)s must be smaller than 10MB"), name)
    if not content:
        raise _fault(_("%(name)s is empty"), name)
    ending = PurePath(name).suffix.lower()
    if ending in WRITTEN_AS:
        return _photograph(name, content, ending)
    if ending in DOCUMENTS:
        return name, content, _document(name, content, ending)
    raise _fault(
        _("%(name)s must be a photograph, PDF, Word or OpenDocument file, spreadsheet, email or text file"),
        name,
    )


def open_attachment(attachment: Attachment) -> FileResponse:
    """The file as a download, where nothing in it can run. Raises Refused (unknown) when it is held back.

    Whether the person may have it is the case's policy, asked before.
    """
    if attachment.erased_at or attachment.scan == Attachment.Scan.INFECTED:
        raise Refused(unknown())
    response = FileResponse(
        attachment.file.open("rb"),
        as_attachment=True,
        filename=attachment.name,
        content_type=attachment.content_type,
    )
    response["Content-Length"] = str(attachment.size)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "private, no-store"
    return response


def safe_name(given: str) -> str:
    """The file's own name without folders, control characters or marks that turn text round; never empty."""
    name = " ".join(_UNSAFE.sub(" ", given.replace("\\", "/").rpartition("/")[2]).split()).strip(". ")
    ending = PurePath(name).suffix[:20]
    return f"{name.removesuffix(ending)[: LONGEST_NAME - len(ending)]}{ending}" or "file"


def _photograph(name: str, content: bytes, ending: str) -> tuple[str, bytes, str]:
    try:
        content, new_ending, content_type = written_anew(content, ending)
    except TooManyPixels:
        raise _fault(_("%(name)s has too many pixels. Make it smaller and attach it again"), name) from None
    except NoPhotograph:
        raise _fault(_("%(name)s is not the kind of file that its name says"), name) from None
    return f"{name[: -len(ending)]}{new_ending}", content, content_type


def _document(name: str, content: bytes, ending: str) -> str:
    content_type, matches = DOCUMENTS[ending]
    try:
        if matches(content):
            return content_type
    except HasMacros:
        raise _fault(_("%(name)s contains macros. Save it without them and attach it again"), name) from None
    except Unpacks:
        raise _fault(_("%(name)s is too large when it is unpacked"), name) from None
    raise _fault(_("%(name)s is not the kind of file that its name says"), name)


def _scanned(name: str, content: bytes) -> Attachment.Scan:
    """Clean, or unscanned where no scanner answers; a virus is refused and nothing of it is kept."""
    try:
        virus = virus_in(content)
    except NoScanner:
        return Attachment.Scan.UNSCANNED
    if virus:
        raise _fault(_("%(name)s contains a virus"), name)
    return Attachment.Scan.CLEAN


def _not_kept(name: str) -> ValidationError:
    sentence = _(
        "%(name)s could not be kept: the portal has no room for files now. What you typed is kept. Send it "
        "without the file, tell democratic services, and attach the file later"
    )
    return _fault(sentence, name)


def _fault(sentence: str, name: str) -> ValidationError:
    return ValidationError(sentence % {"name": name}, code="attachment")
