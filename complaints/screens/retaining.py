"""How long a complaint, a note or what was handed on is kept, as those who may know of it read it."""

import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from casework.screens.panels import Panel
from casework.wording import days, long_date
from complaints.clock import ending_of, kept_from, term_of_keeping
from complaints.models import Complaint, HandedOn
from complaints.policies.parts import KEEPERS, Part, parts_of
from complaints.rules.retention import KEPT, Ending
from complaints.states import ENDED, ComplaintState
from council.queries import Standing
from rulebook.local_term import LocalTerm


def retaining_panel(who: Standing, complaint: Complaint) -> Panel | None:
    """The panel: of a note for whoever noted it; else, once it is dated or held, for those who deal with it;
    its two sides have none.
    """
    parts, lines = parts_of(who, complaint), []
    if complaint.state == ComplaintState.RAISED:
        lines = _note(complaint) if Part.COMPLAINANT in parts else []
    elif parts & KEEPERS:
        lines = _case(complaint)
    return Panel("complaints/retaining_panel.html", {"lines": lines}) if lines else None


def kept_lines(row: HandedOn) -> list[str]:
    """The same of what was handed on, for all who can read it."""
    lines = []
    if row.is_held:
        lines.append(_("It is kept beyond its day, until somebody to whom it went lets it go."))
    words = _("The last day is %(day)s. After it the words and the names are erased here.")
    from_day = timezone.localdate(row.at)
    return [*lines, _why(Ending.HANDED_ON, from_day, row.keep_until), words % _last(row.keep_until)]


def _case(row: Complaint) -> list[str]:
    lines = []
    if row.is_held:
        lines.append(_("It is kept beyond its day, until somebody who deals with it lets it go."))
    if row.state in ENDED and row.keep_until and row.ended_on:
        lines.append(_why(ending_of(row), row.ended_on, row.keep_until))
        words = _("The last day is %(day)s. After it the words, the files and the names are erased.")
        lines.append(words % _last(row.keep_until))
    return lines


def _note(row: Complaint) -> list[str]:
    if row.keep_until is None:
        return []
    # The note does not say when it was changed last; a term that was set since is told by its length alone.
    term = term_of_keeping(Ending.NOT_SENT, timezone.localdate(row.raised_at))
    why = _by_term(Ending.NOT_SENT, term) if term else _(KEPT[Ending.NOT_SENT].because)
    words = _("The last day is %(day)s. After it the note is erased, unless you send it or change it.")
    return [why, words % _last(row.keep_until)]


def _why(how: Ending, on: datetime.date, until: datetime.date) -> str:
    """The reason: the council’s own term where the day was set by it, else the portal’s."""
    term = term_of_keeping(how, on)
    if term is None or kept_from(how, on) != until:
        return _(KEPT[how].because)
    return _by_term(how, term)


def _by_term(how: Ending, term: LocalTerm) -> str:
    period = term.as_period()
    words = _("The council keeps such a matter for %(length)s (%(paragraph)s).")
    given = {"length": days(period.n, period.unit), "paragraph": term.paragraph}
    return f"{_(KEPT[how].says)} {words % given}"


def _last(day: datetime.date) -> dict[str, str]:
    return {"day": long_date(day)}
