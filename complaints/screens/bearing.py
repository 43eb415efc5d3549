"""What the text asks of whoever complains while the complaint is dealt with (WF-8.6 to 8.8, WO-E-9.3.35c)."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from casework.screens.panels import Panel
from complaints.models import Complaint
from complaints.policies.investigating import may_read_bearing
from complaints.policies.parts import Part, parts_of
from complaints.states import ENDED, ComplaintState
from council.queries import Standing
from rulebook.citation import Citation
from rulebook.complaint import Bearing, PartyKind
from rulebook.protocols import protocol
from rulebook.wording import gettext_noop

SAYS: dict[Bearing, str] = {
    Bearing.CONFIDENTIAL: gettext_noop("Keep the investigation, and what follows it, confidential."),
    Bearing.NO_INFLUENCE: gettext_noop("Do not try improperly to influence what is done."),
    Bearing.ACCEPT_DECISION: gettext_noop("Accept the decision of management."),
    Bearing.REPORT_OR_WITNESS: gettext_noop(
        "You report the matter and give evidence. What formal action is taken is not yours to decide."
    ),
    Bearing.PANEL_ONLY: gettext_noop(
        "Take part in disciplinary or grievance matters only as a member of a panel."
    ),
    Bearing.NO_ABUSE: gettext_noop("Make no personal attack, and use no abuse."),
    Bearing.WELL_FOUNDED: gettext_noop("Criticise with good grounds, and constructively."),
}


@dataclass(frozen=True)
class Line:
    """One sentence with its paragraphs."""

    sentence: str
    citations: tuple[Citation, ...]


def bearing_of(complaint: Complaint) -> list[Line]:
    """What the text asks of this complainant, sentence by sentence; empty where it asks nothing."""
    kinds = (PartyKind(complaint.complainant_kind), PartyKind(complaint.subject_kind))
    pairing = protocol(complaint.protocol).complaints.pairing(*kinds)
    asked = pairing.bearing if pairing else ()
    return [Line(_(SAYS[one]), said.cites) for said in asked for one in said.values]


def bearing_panel(who: Standing, complaint: Complaint) -> Panel | None:
    """On the page of whoever complains, from the day it was sent until it is ended."""
    lines = bearing_of(complaint)
    quiet = complaint.state in (*ENDED, ComplaintState.RAISED)
    if not lines or quiet or Part.COMPLAINANT not in parts_of(who, complaint):
        return None
    given = {"lines": lines, "may_read": may_read_bearing(who, complaint).allowed}
    return Panel("complaints/bearing_panel.html", given)
