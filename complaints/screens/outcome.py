"""The page of an outcome: how it ended in words, why, by which paragraphs, and what is still open."""

import datetime
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from complaints.models import Complaint, Writing
from complaints.policies.parts import Part, parts_of
from complaints.policies.seeing import writings_for
from complaints.queries.referring import open_ways
from complaints.screens.deciding import Line, place
from council.queries import Standing
from rulebook.citation import Citation
from rulebook.complaint import Bearing, PartyKind, Procedure
from rulebook.duty import Duty
from rulebook.protocol import BodyKind
from rulebook.protocols import protocol

OUTCOME = Complaint.Outcome
WORDS = {
    OUTCOME.UPHELD: ("yes", gettext_lazy("What was complained of is found to be so.")),
    OUTCOME.PARTLY: ("partly", gettext_lazy("Part of what was complained of is found to be so.")),
    OUTCOME.NOT_UPHELD: ("no", gettext_lazy("What was complained of is not found to be so.")),
    OUTCOME.NO_ACTION: ("open", gettext_lazy("Nothing further is done about it.")),
    OUTCOME.SETTLED: ("yes", gettext_lazy("Both sides agreed that it is settled.")),
}
GIVES_REASONS = (Writing.Kind.DECISION, Writing.Kind.CAME_OF_IT)


@dataclass(frozen=True)
class OutcomeScreen:
    """How it ended, and why; what binds, what is open, and what is put right."""

    kind: str
    word: str
    lines: list[str]
    reasons: list[Writing]
    citations: tuple[Citation, ...]
    bears: list[Line]
    open: list[Line]


def outcome_screen(who: Standing, complaint: Complaint) -> OutcomeScreen:
    """The outcome as this reader may have it: the reasons that were shown to them."""
    reasons = writings_for(who, complaint).filter(kind__in=GIVES_REASONS).order_by("at", "pk")
    is_subject = Part.SUBJECT in parts_of(who, complaint)
    return outcome_for(complaint, is_subject=is_subject, on=who.on, reasons=list(reasons))


def outcome_for(
    complaint: Complaint, *, is_subject: bool, on: datetime.date, reasons: list[Writing]
) -> OutcomeScreen:
    """The same for a side, whoever asks; `reasons` are those that it may read."""
    kind, says = WORDS.get(OUTCOME(complaint.outcome), ("open", ""))
    word, lines = str(OUTCOME(complaint.outcome).label), [str(says)]
    if not complaint.outcome:
        word, lines = _("With another procedure"), [_("What comes of it there is still open.")]
    text = protocol(complaint.protocol)
    cites = (*text.cite(Duty.DECIDE_COMPLAINT), *text.cite(Duty.TELL_OUTCOME))
    return OutcomeScreen(
        kind=kind,
        word=word,
        lines=lines,
        reasons=reasons,
        citations=tuple(dict.fromkeys(cites)),
        bears=_bears(complaint),
        open=_open(complaint, is_subject=is_subject, on=on),
    )


def _bears(complaint: Complaint) -> list[Line]:
    """What the text asks of whoever complained once it is decided (WF-8.8)."""
    terms = protocol(complaint.protocol).complaints
    pairing = terms.pairing(PartyKind(complaint.complainant_kind), PartyKind(complaint.subject_kind))
    says = _("The decision of management stands. The protocol asks members to accept it.")
    return [
        Line(says, one.cites)
        for one in (pairing.bearing if pairing else ())
        if Bearing.ACCEPT_DECISION in one.values
    ]


def _open(complaint: Complaint, *, is_subject: bool, on: datetime.date) -> list[Line]:
    """What a side can still do; whoever it was about has the whistleblowing procedure alone of these."""
    found = []
    for one in open_ways(complaint, on=on):
        if is_subject and one.to is not Procedure.WHISTLEBLOWING:
            continue
        words = place(complaint, one.to.value)
        found.append(Line(f"{words[:1].upper()}{words[1:]}.", one.cites, one.overtaken))
    return [*found, *_ombudsman(complaint)]


def _ombudsman(complaint: Complaint) -> list[Line]:
    """The Ombudsman is for the public, and has no say over parish councils."""
    if complaint.complainant_kind != PartyKind.PUBLIC:
        return [Line(_("The Ombudsman is for the public. Members and officers cannot go there with this."))]
    if protocol(complaint.protocol).body is BodyKind.PARISH:
        return []
    return [Line(_("Whoever complained can go to the Local Government and Social Care Ombudsman."))]
