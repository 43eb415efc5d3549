"""Reports of a breach as their one reader and whoever reported see them: what, where it goes, to whom."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from access_rules.models import Breach
from casework.wording import date_time
from council.queries import protocol_in_force
from rulebook.access.breaking import ByWhom, Procedure, procedure_for
from rulebook.citation import Citation
from rulebook.post import Post
from rulebook.protocol import Protocol
from rulebook.protocols.cites import cited


@dataclass(frozen=True)
class Course:
    """Where a report goes, for the form: who broke it, the procedure, its paragraphs."""

    label: str
    says: str
    cites: tuple[Citation, ...]


@dataclass(frozen=True)
class Report:
    """One report."""

    reference: str
    url: str
    about: str
    reported: str
    by_whom: str
    names: str
    words: str
    procedure: str
    cites: tuple[Citation, ...]
    goes_to: str


def courses(text: Protocol) -> list[Course]:
    """Where the text sends a report, by who broke the confidence."""
    found = []
    for by in ByWhom:
        procedure, cites = procedure_for(text.access, by)
        found.append(Course(_(by.label), _(procedure.says), cites))
    return found


def report(row: Breach) -> Report:
    """One report on its page; a document is named by its number alone."""
    title = protocol_in_force().title_of(Post(row.goes_to))
    return Report(
        reference=row.reference,
        url=reverse("breach", args=[row.reference]),
        about=row.document.reference if row.document else _("No document of the register"),
        reported=_("%(name)s, %(when)s") % {"name": row.reported_by.name, "when": date_time(row.at)},
        by_whom=_(ByWhom(row.by_whom).label),
        names=row.about.name if row.about else "",
        words=row.words,
        procedure=_(Procedure(row.procedure).says),
        cites=tuple(cited(line) for line in row.cites.splitlines() if line.strip()),
        goes_to=f"{title[:1].upper()}{title[1:]}",
    )


def reports(rows: Iterable[Breach]) -> list[Report]:
    """A list, newest first."""
    return [report(row) for row in rows]
