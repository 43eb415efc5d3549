"""What the pages of a case show of disputes, and what a page of disputes may show of a case."""

import datetime
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from casework.models import Dispute
from casework.policies.disputes import speaks_for_opener
from casework.queries.disputes import disputes_about, first_deciders
from casework.queries.disputes import visible_to as disputes_visible_to
from casework.screens.disputes import sentence_of
from casework.subscribers.cases import CaseFace, CaseLink
from casework.wording import long_date
from council.queries import Standing
from enquiries import policies
from enquiries.models import Enquiry, Extra, Message
from enquiries.policies.disputing import Disputable
from enquiries.policies.privacy import reads_as_colleague
from enquiries.queries import visible_to
from enquiries.screens.panel import Panel
from rulebook.citation import Citation
from rulebook.dispute import who_decides
from rulebook.protocols import protocol
from rulebook.protocols.cites import cited


@dataclass(frozen=True)
class Choice:
    """One decision that may be disputed: its words, what it rests on, and who would decide."""

    place: int
    label: str
    text: str
    by: str
    cites: tuple[Citation, ...]
    decides: str
    decides_cites: tuple[Citation, ...]


def choices(found: list[Disputable], enquiry: Enquiry, *, on: datetime.date) -> list[Choice]:
    """The decisions that the member may dispute, each with who would decide under the case's text."""
    text = protocol(enquiry.protocol)
    made = []
    for one in found:
        decider = who_decides(text, one.contested.subject)
        seats = first_deciders(decider.posts, [enquiry.member, one.contested.respondent], on=on)
        made.append(
            Choice(
                place=one.contested.place,
                label=one.label,
                text=one.text,
                by=one.contested.respondent.name,
                cites=tuple(cited(id_) for id_ in one.contested.cites),
                decides=sentence_of(text, decider.rung, seats, gap=decider.gap),
                decides_cites=decider.cites,
            )
        )
    return made


@dataclass(frozen=True)
class Line:
    """One dispute about the case; a link where the reader may open it."""

    reference: str
    url: str
    status: str
    decided: str = ""
    must_do: str = ""


def disputes_panel(who: Standing, enquiry: Enquiry) -> Panel | None:
    """The disputes that arose in the case; nothing where there are none, and nothing for a colleague."""
    hidden = not enquiry.may_have(Extra.DISPUTES) or reads_as_colleague(who, enquiry)
    found = [] if hidden else list(disputes_about(enquiry.stream))
    if not found:
        return None
    theirs = set(
        disputes_visible_to(who).filter(pk__in=[one.pk for one in found]).values_list("pk", flat=True)
    )
    lines = [_line(one, is_theirs=one.pk in theirs) for one in found]
    return Panel("enquiries/disputes.html", {"lines": lines, "own": enquiry.member_id == who.person.pk})


def _line(dispute: Dispute, *, is_theirs: bool) -> Line:
    """What whoever may read the dispute is told of it: how it was decided last, and what must then happen."""
    status = _(dispute.get_state_display())
    if not is_theirs:
        return Line(dispute.reference, "", status)
    url, last = reverse("dispute", args=[dispute.reference]), dispute.determinations.last()
    if last is None:
        return Line(dispute.reference, url, status)
    must = ""
    if last.must_do and last.must_by:
        must = _("%(what)s By %(day)s.") % {"what": last.must_do, "day": long_date(last.must_by)}
    return Line(dispute.reference, url, status, str(last.get_outcome_display()), must)


def case_face(who: Standing, dispute: Dispute) -> CaseFace:
    """The words of the disputed decision, and the pages of the case that the person may open."""
    enquiry = Enquiry.objects.select_related("stream").filter(stream=dispute.about_id).first()
    if enquiry is None:
        return CaseFace()
    words = _decision_words(enquiry, dispute)
    if not visible_to(who).filter(pk=enquiry.pk).exists():
        # Whoever decides, and whose decision it is, has to read it; a member whose enquiry it is not any more
        # reads no word of it.
        return CaseFace() if speaks_for_opener(who, dispute) else CaseFace(words)
    links = [CaseLink(enquiry.reference, reverse("enquiry", args=[enquiry.reference]))]
    if policies.is_handler(who, enquiry):
        links.append(CaseLink(_("Files of the case"), reverse("enquiry-files", args=[enquiry.reference])))
    return CaseFace(words, tuple(links))


def _decision_words(enquiry: Enquiry, dispute: Dispute) -> str:
    """What was written when it was decided; where it was moved, where it went."""
    event = enquiry.stream.events.filter(place=dispute.decision_place).first()
    if event is None:
        return ""
    message = Message.objects.filter(
        enquiry=enquiry, pk=event.facts.get("message"), retraction__isnull=True
    ).first()
    if message is not None:
        return message.text
    moved = enquiry.redirections.filter(at=event.at).first()
    return f"{moved.get_process_display()}: {moved.place}" if moved else ""
