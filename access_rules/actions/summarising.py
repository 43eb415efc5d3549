"""Writes a summary in place of closed minutes, where what is open of them is no fair record."""

import datetime

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from access_rules import events
from access_rules.actions.adding_files import ask_worker, next_version
from access_rules.files.typed import typed_pdf
from access_rules.models import Document, Version
from access_rules.policies.redacting import may_summarise
from casework.actions.attaching import attach, files_and_rows
from casework.actions.locking import demand, finish, locked
from casework.rules import Fact
from council.queries import Standing


@files_and_rows()
def write_summary(
    *, who: Standing, document: Document, text: str, at: datetime.datetime, seen_version: int | None = None
) -> Version:
    """Keeps what was typed as a file of its own, which readers have once its pages are made.

    LGA 1972 s100C(2). Raises Stale, Refused, and ValidationError where the file cannot be kept.
    """
    document = locked(document, seen_version=seen_version)
    demand(may_summarise(who, document))
    about = _("Written summary of %(reference)s (LGA 1972 section 100C(2))")
    content = typed_pdf(document.title, about % {"reference": document.reference}, text)
    upload = SimpleUploadedFile(f"{document.reference}-summary.pdf", content)
    attachment = attach(stream=document.stream, upload=upload, by=who.person, at=at)
    kind = Version.Kind.SUMMARY
    version = next_version(document, kind=kind, by=who.person, at=at, attachment=attachment, typed=text)
    facts: dict[str, Fact] = {"version": version.pk, "kind": kind.value}
    finish(document, kind=events.VERSION_ADDED, by=who.person, at=at, facts=facts)
    transaction.on_commit(lambda: ask_worker(version))
    return version
