"""The worker’s part of a redacted version: makes its file from the pages of the whole, and looks it over."""

import datetime
from collections.abc import Iterator, Sequence

from access_rules.files.caged import Limits, Sheet
from access_rules.files.remaking import Gone, Marked, redacted_file, still_there
from access_rules.models import Document, Version
from access_rules.screens.gaps import boxes_by_page
from casework.actions.attaching import attach_made, files_and_rows


def with_file(version: Version, at: datetime.datetime, limits: Limits) -> Version:
    """The version with its file, made now unless it is there. Raises Unreadable, OSError."""
    if version.attachment_id is not None or version.made_from is None:
        return version
    content = redacted_file(_pages(version), limits)
    with files_and_rows():
        Document.objects.select_for_update(of=("self",)).values_list("pk").get(pk=version.document_id)
        fresh = Version.objects.select_related("document__stream", "attachment").get(pk=version.pk)
        if fresh.attachment_id is None:
            fresh.attachment = attach_made(
                stream=fresh.document.stream,
                name=f"{fresh.document.reference}-redacted.pdf",
                content=content,
                content_type="application/pdf",
                by=fresh.made_by,
                at=at,
            )
            fresh.save(update_fields=["attachment"])
    return fresh


def holds_what_was_taken_out(version: Version, sheets: Sequence[Sheet]) -> bool:
    """Whether the file that was made, read as any other, still has a word in one of its gaps."""
    by_page = boxes_by_page(version)
    whole = version.made_from.pages.order_by("number").only("number", "words") if version.made_from else []
    return still_there(sheets, [Gone(page.words, by_page.get(page.number, [])) for page in whole])


def _pages(version: Version) -> Iterator[Marked]:
    by_page = boxes_by_page(version)
    whole = version.made_from
    if whole is None:
        return
    for page in whole.pages.order_by("number").iterator(chunk_size=20):
        with page.picture.open("rb") as picture:
            yield Marked(picture, page.words, by_page.get(page.number, []))
