"""What stands on the page of a complaint of raising it in public: the paragraph, and when it was done."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from casework.screens.panels import Panel
from casework.wording import long_date
from complaints.models import Complaint
from complaints.policies.seeing import writings_for
from council.queries import Standing
from rulebook.citation import Citation
from rulebook.complaint import PartyKind
from rulebook.protocols import protocol


@dataclass(frozen=True)
class Aired:
    """Once that it was raised in public: the day, who says so, and their words."""

    day: str
    by: str
    words: str


def never_in_public(complaint: Complaint) -> tuple[Citation, ...]:
    """The paragraphs of its text that keep it from public meetings; none where that is silent."""
    terms = protocol(complaint.protocol).complaints
    return terms.never_in_public(PartyKind(complaint.complainant_kind), PartyKind(complaint.subject_kind))


def airing_panel(who: Standing, complaint: Complaint) -> Panel | None:
    """The panel; none where the text is silent and nobody reported anything that this person may read."""
    cites = never_in_public(complaint)
    readable = writings_for(who, complaint)
    rows = complaint.airings.filter(writing__in=readable).select_related("writing", "reported_by")
    aired = [
        Aired(long_date(row.aired_on), row.reported_by.name if row.reported_by else "", row.writing.text)
        for row in rows
    ]
    if not cites and not aired:
        return None
    sentence = _("A matter like this is not raised at a public meeting.") if cites else ""
    given = {"sentence": sentence, "citations": cites, "aired": aired}
    return Panel("complaints/airing_panel.html", given)
