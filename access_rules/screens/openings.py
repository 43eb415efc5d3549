"""Who looked at a document, as the page and the file for a spreadsheet show it."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from access_rules import events
from access_rules.models import Version
from access_rules.policies.seeing import RULE_OF
from casework.files.spreadsheets import harmless
from casework.models import CaseEvent
from casework.wording import date_time
from rulebook.citation import Citation
from rulebook.protocols.cites import cited
from rulebook.wording import gettext_noop

# By what a document opens besides a rule (`policies.seeing.Seeing`).
BY = {
    "grant": gettext_noop("Access by name"),
    "determination": gettext_noop("A decision on a request"),
    "keeping": gettext_noop("Keeps the register"),
    "author": gettext_noop("Wrote it"),
}
# Paragraphs beside a line: the first are those that decided; the file has all.
SHOWN = 2


@dataclass(frozen=True)
class Opening:
    """One line: who, when, what was done with which version, and by which right."""

    who: str
    at: str
    when: str
    what: str
    version: str
    right: str
    cites: tuple[Citation, ...]
    paragraphs: str


def opening(event: CaseEvent) -> Opening:
    """The event as a line."""
    facts = event.facts
    copied = event.kind == events.DOCUMENT_COPIED.name
    words = _("Copy of pages %(from)s to %(to)s") if copied else _("Read, from page %(page)s")
    paragraphs = [id_ for id_ in str(facts.get("cites", "")).split(",") if id_]
    return Opening(
        who=event.by.name if event.by else "",
        at=timezone.localtime(event.at).isoformat(timespec="minutes"),
        when=date_time(event.at),
        what=words % facts,
        version=str(dict(Version.Kind.choices).get(facts.get("version_kind"), "")),
        right=_right(str(facts.get("by", "")), str(facts.get("rule", ""))),
        cites=tuple(cited(id_) for id_ in paragraphs[:SHOWN]),
        paragraphs=", ".join(paragraphs),
    )


def _right(by: str, rule: str) -> str:
    """In words: what somebody gave, or the sentence of the rule that opened it."""
    if by in BY:
        return _(BY[by])
    return _(RULE_OF[rule].says) if rule in RULE_OF else rule


def as_csv(found: Iterable[CaseEvent]) -> tuple[str, int]:
    """The file and its number of rows."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([_("Who"), _("When"), _("What"), _("Version"), _("By which right"), _("Paragraphs")])
    lines = [opening(event) for event in found]
    for one in lines:
        cells = (one.who, one.at, one.what, one.version, one.right, one.paragraphs)
        writer.writerow([harmless(cell) for cell in cells])
    return out.getvalue(), len(lines)
