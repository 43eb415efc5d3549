"""The worker’s part: reads a file into pages, or says in a sentence why it cannot be shown."""

import datetime
import logging
from collections.abc import Sequence
from uuid import uuid4

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from access_rules import events
from access_rules.actions.making_redacted import holds_what_was_taken_out, with_file
from access_rules.files.caged import LIMITS, Limits, Sheet, Unreadable, sheets_of
from access_rules.models import Document, Page, Version
from access_rules.queries.redacting import taken_out
from access_rules.rules.redacting import short
from access_rules.rules.unreadable import Fault
from casework.actions.announcing import announce
from casework.events import EventKind
from casework.rules import Fact
from council.models import Person

# So often a worker begins; what ended it every time is not tried for ever.
MOST_TRIES = 3
_log = logging.getLogger(__name__)


class _Overtaken(Exception):
    """Another worker was quicker; what this one wrote goes."""


def read_version(*, pk: int, at: datetime.datetime, limits: Limits = LIMITS) -> Version | None:
    """The version, ready or failed; None where nothing waits. Asked twice, it is read once.

    The file is parsed in a process of its own (access_rules/files/caged.py), outside any transaction.
    """
    version = _begin(pk)
    if version is None:
        return None
    try:
        if version.tries > MOST_TRIES:
            raise Unreadable(Fault.TOO_SLOW)
        version = with_file(version, at, limits)
        attachment = version.attachment
        if attachment is None:
            raise Unreadable(Fault.MISSING)
        with (
            attachment.file.open("rb") as source,
            sheets_of(source, attachment.content_type, limits) as sheets,
        ):
            _judge(version, sheets)
            return _keep(version, sheets, at)
    except Unreadable as found:
        return _fail(version, found.fault, at)
    except FileNotFoundError:
        _log.exception("The file of version %s is not where it was kept.", pk)
        return _fail(version, Fault.MISSING, at)
    except OSError:
        # No room on the disk, or no process to be had: it waits, and the sweep asks again.
        _log.exception("Version %s could not be read now.", pk)
        Version.objects.filter(pk=pk).update(tries=0)
        return version


def _begin(pk: int) -> Version | None:
    """Counts the try, before anything is opened that could end the worker."""
    with transaction.atomic():
        rows = Version.objects.select_for_update(of=("self",)).select_related("attachment")
        version = rows.filter(pk=pk, stage=Version.Stage.WAITING).first()
        if version is not None:
            version.tries += 1
            version.save(update_fields=["tries"])
        return version


def _judge(version: Version, sheets: Sequence[Sheet]) -> None:
    """What a person redacted by laying something over it still holds its words: nobody is given that."""
    if version.kind != Version.Kind.REDACTED:
        return
    if _is_ours(version):
        if holds_what_was_taken_out(version, sheets):
            raise Unreadable(Fault.LEFT)
    elif any(sheet.covered for sheet in sheets):
        raise Unreadable(Fault.COVERED)


def _is_ours(version: Version) -> bool:
    """Whether the portal made it, of what a keeper marked."""
    return version.kind == Version.Kind.REDACTED and version.made_from_id is not None


def _keep(version: Version, sheets: Sequence[Sheet], at: datetime.datetime) -> Version | None:
    """The pages, their pictures under random names where no address reaches them; all of them or none."""
    written: list[str] = []
    try:
        for sheet in sheets:
            # Named before it is written: what was half written goes too.
            written.append(f"pages/{uuid4().hex}")
            default_storage.save(written[-1], ContentFile(sheet.picture.read_bytes()))
        with transaction.atomic():
            version = _still_waiting(version)
            Page.objects.bulk_create(
                [
                    Page(
                        version=version,
                        number=number,
                        picture=name,
                        width=sheet.width,
                        height=sheet.height,
                        text=sheet.text,
                        words=sheet.words,
                    )
                    for number, (name, sheet) in enumerate(zip(written, sheets, strict=True), start=1)
                ],
                batch_size=50,
            )
            return _ready(version, len(sheets), at)
    except BaseException as fault:
        for name in written:
            default_storage.delete(name)
        if isinstance(fault, _Overtaken):
            return None
        raise


def _still_waiting(version: Version) -> Version:
    Document.objects.select_for_update(of=("self",)).values_list("pk").get(pk=version.document_id)
    found = Version.objects.select_related("document__stream").get(pk=version.pk)
    if found.stage != Version.Stage.WAITING:
        raise _Overtaken
    return found


def _ready(version: Version, pages: int, at: datetime.datetime) -> Version:
    """From now on readers have it, in place of the file before it, unless a later one is there already."""
    before = Version.objects.filter(document=version.document_id, kind=version.kind, is_current=True)
    if not before.filter(pk__gt=version.pk, stage=Version.Stage.READY).exists():
        before.exclude(pk=version.pk).update(is_current=False)
        version.is_current = True
    version.stage, version.page_count, version.fault = Version.Stage.READY, pages, ""
    version.save(update_fields=["stage", "page_count", "fault", "is_current"])
    if _is_ours(version):
        cites = short(tuple(taken_out(version).values_list("cite", flat=True)))
        _tell(version, events.REDACTED, at, {"pages": pages, "cites": cites}, by=version.made_by)
    else:
        _tell(version, events.VERSION_READ, at, {"pages": pages})
    return version


@transaction.atomic
def _fail(version: Version, fault: Fault, at: datetime.datetime) -> Version | None:
    try:
        version = _still_waiting(version)
    except _Overtaken:
        return None
    version.stage, version.fault = Version.Stage.FAILED, fault.value
    version.save(update_fields=["stage", "fault"])
    _tell(version, events.VERSION_FAILED, at, {"fault": fault.value})
    return version


def _tell(
    version: Version,
    kind: EventKind,
    at: datetime.datetime,
    facts: dict[str, Fact],
    *,
    by: Person | None = None,
) -> None:
    document = version.document
    # No form of a keeper grows old by it: the number of changes stays as it is.
    facts = {"document": document.pk, "version": version.pk, **facts}
    announce(stream=document.stream, kind=kind, by=by, at=at, facts=facts)
