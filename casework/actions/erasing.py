"""Erases what people wrote in a case: the events stay and prove order, time and kind."""

import datetime

from django.db import transaction

from casework.models import Attachment, Delivery, EventContent, FormToken, Stream


def erase_content(*, stream: Stream, reference: str, at: datetime.datetime) -> None:
    """Erases the content of every event of the case, its files, its letters’ addressees, its forms’ senders.

    The chain holds as before: it was made over the digests of the content, which stay, and whose salt goes.
    Who did what stands in the events and stays, because the chain proves it; no page shows it any more.
    Runs in the caller’s transaction; the files go once it is committed.
    """
    EventContent.objects.filter(event__stream=stream).delete()
    Delivery.objects.filter(event__stream=stream).delete()
    FormToken.objects.filter(result__contains=reference).delete()
    for attachment in Attachment.objects.filter(stream=stream, erased_at__isnull=True):
        _erase_file(attachment, at)


def _erase_file(attachment: Attachment, at: datetime.datetime) -> None:
    storage, name = attachment.file.storage, attachment.file.name
    attachment.name = attachment.sha256 = attachment.content_type = ""
    attachment.file, attachment.size = "", 0
    attachment.uploaded_by, attachment.erased_at = None, at
    attachment.save()
    if name:
        transaction.on_commit(lambda: storage.delete(name))
