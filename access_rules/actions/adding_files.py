"""A keeper adds a file to a document; a worker reads it into pages once the transaction is through."""

import datetime
import logging
from typing import Any

from celery import current_app
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _
from kombu.exceptions import OperationalError

from access_rules import events
from access_rules.files.caged import TAKEN
from access_rules.models import Document, Version
from access_rules.policies.reading import may_add_file
from casework.actions.attaching import accepted, attach, files_and_rows
from casework.actions.locking import demand, finish, locked
from casework.rules import Fact
from council.models import Person
from council.queries import Standing

READ_VERSION = "access_rules.read_version"
_log = logging.getLogger(__name__)


@files_and_rows()
def add_file(
    *,
    who: Standing,
    document: Document,
    upload: UploadedFile[bytes],
    kind: str,
    at: datetime.datetime,
    seen_version: int | None = None,
) -> Version:
    """Keeps the file with the document; readers have the file before it until this one is ready.

    Raises Stale, Refused, and ValidationError with a sentence that names the file and its fault.
    """
    document = locked(document, seen_version=seen_version)
    demand(may_add_file(who, document))
    _demand_a_kind_that_is_shown(upload)
    attachment = attach(stream=document.stream, upload=upload, by=who.person, at=at)
    version = next_version(document, kind=kind, by=who.person, at=at, attachment=attachment)
    facts: dict[str, Fact] = {"version": version.pk, "kind": kind}
    finish(document, kind=events.VERSION_ADDED, by=who.person, at=at, facts=facts)
    transaction.on_commit(lambda: ask_worker(version))
    return version


def next_version(
    document: Document, *, kind: str, by: Person, at: datetime.datetime, **columns: Any
) -> Version:
    """The next file of its kind, which waits for a worker; the document is locked by the caller.

    What nobody can read yet, or ever, makes room at once; what readers have stays theirs until this is ready.
    """
    before = document.versions.filter(kind=kind, is_current=True)
    before.exclude(stage=Version.Stage.READY).update(is_current=False)
    return Version.objects.create(
        document=document,
        kind=kind,
        is_current=not before.exists(),
        made_by=by,
        made_at=at,
        **columns,
    )


def ask_worker(version: Version) -> None:
    """Asks a worker to read it now. A dead broker loses nothing: the sweep finds what still waits."""
    try:
        current_app.send_task(READ_VERSION, args=[version.pk], retry=False, ignore_result=True)
    except (OperationalError, OSError) as fault:
        _log.warning(
            "File %s waits for the sweep: the broker did not take it (%s).", version.pk, type(fault).__name__
        )


def _demand_a_kind_that_is_shown(upload: UploadedFile[bytes]) -> None:
    name, _content, content_type = accepted(upload)
    if content_type not in TAKEN:
        sentence = _("%(name)s must be a PDF, a Word or OpenDocument text, or a picture")
        raise ValidationError(sentence % {"name": name}, code="attachment")
