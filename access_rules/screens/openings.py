"""Who looked at a document, as the page and the file for a spreadsheet show it."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from access_rules import events
from access_rules.models import Version
from casework.files.spreadsheets import harmless
from casework.models import CaseEvent
from casework.wording import date_time


@dataclass(frozen=True)
class Opening:
    """One line: who, when, what was done with which version, and by which right."""

    who: str
    at: str
    when: str
    what: str
    version: str
    right: str


def opening(event: CaseEvent) -> Opening:
    """The event as a line."""
    facts = event.facts
    copied = event.kind == events.DOCUMENT_COPIED.name
    words = _("Copy of pages %(from)s to %(to)s") if copied else _("Read, from page %(page)s")
    paragraphs = str(facts.get("cites", "")).replace(",", ", ")
    return Opening(
        who=event.by.name if event.by else "",
        at=timezone.localtime(event.at).isoformat(timespec="minutes"),
        when=date_time(event.at),
        what=words % facts,
        version=str(dict(Version.Kind.choices).get(facts.get("version_kind"), "")),
        right=f"{paragraphs} ({facts['rule']})" if paragraphs else str(facts.get("rule", "")),
    )


def as_csv(found: Iterable[CaseEvent]) -> tuple[str, int]:
    """The file and its number of rows."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([_("Who"), _("When"), _("What"), _("Version"), _("By which right")])
    lines = [opening(event) for event in found]
    for one in lines:
        writer.writerow([harmless(cell) for cell in (one.who, one.at, one.what, one.version, one.right)])
    return out.getvalue(), len(lines)
