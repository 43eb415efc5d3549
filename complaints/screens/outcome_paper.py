"""How a complaint ended as a letter: the words of the page, for whoever has no page here or wants paper."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from casework.letters import Section, Sheet, letterhead, paragraphs_of
from casework.wording import plain_date
from complaints.models import Complaint, Disclosed, Side, Writing
from complaints.policies.telling import may_take_out_letter
from complaints.screens.deciding import Line
from complaints.screens.outcome import GIVES_REASONS, OutcomeScreen, outcome_for
from council.queries import Standing
from rulebook.citation import Citation


@dataclass(frozen=True)
class PaperLink:
    """A letter that the reader may take out: to whom, and its address after that of the page."""

    text: str
    query: str


def letters_of(who: Standing, complaint: Complaint) -> list[PaperLink]:
    """The letters that this reader may take out, one for each side."""
    text = {
        Side.COMPLAINANT: _("Save the letter to whoever complained as PDF"),
        Side.SUBJECT: _("Save the letter to whoever it was about as PDF"),
    }
    may = [side for side in text if may_take_out_letter(who, complaint, side.value).allowed]
    return [PaperLink(text[side], f"?format=pdf&for={side.value}") for side in may]


def outcome_sheet(who: Standing, complaint: Complaint, side: str) -> Sheet:
    """The letter to that side: how it ended, the reasons that it was shown, the paragraphs, what is open.

    The caller asked `may_take_out_letter`. What was shown to the other side alone does not stand in it.
    """
    page = outcome_for(
        complaint, is_subject=side == Side.SUBJECT, on=who.on, reasons=_shown_to(complaint, side)
    )
    person = complaint.subject if side == Side.SUBJECT else complaint.complainant
    return Sheet(
        title=complaint.reference,
        day=plain_date(who.on),
        body=tuple(section for section in _body(page) if section.paragraphs),
        signed=(),
        head=letterhead(),
        marking=_("Confidential"),
        reference=complaint.reference,
        to=(person.name,) if person else (),
        subject=_("How the complaint ended"),
    )


def _shown_to(complaint: Complaint, side: str) -> list[Writing]:
    shown = Disclosed.objects.filter(side=side, writing__complaint=complaint)
    rows = complaint.writings.filter(kind__in=GIVES_REASONS, pk__in=shown.values("writing"))
    return list(rows.filter(erased_at__isnull=True).select_related("by").order_by("at", "pk"))


def _body(page: OutcomeScreen) -> list[Section]:
    silent = _("The protocol does not say how a complaint is decided, or who is told.")
    reasons = tuple(part for one in page.reasons for part in paragraphs_of(one.text))
    nothing = _("The protocol names nothing further.")
    return [
        Section((*page.lines,), page.word),
        Section(reasons, _("Reasons")),
        Section((_cites(page.citations) or silent,), _("By which paragraph")),
        Section(tuple(_line(one) for one in page.bears)),
        Section(tuple(_line(one) for one in page.open) or (nothing,), _("What is still open")),
    ]


def _line(line: Line) -> str:
    cites = _cites(line.citations)
    return f"{line.says} ({cites})" if cites else line.says


def _cites(cites: tuple[Citation, ...]) -> str:
    return "; ".join(cite.label for cite in cites)
