"""What one of the two sides is asked for by a day: a reply, and comments on the draft of the findings."""

import datetime
from dataclasses import dataclass

from django.utils.translation import gettext as _

from casework.screens.panels import Panel
from casework.wording import long_date
from complaints.models import Complaint, Side, Writing
from complaints.policies.investigating import side_of
from complaints.policies.parts import KEEPERS, SIDES, parts_of
from complaints.queries.awaited import Owed, still_to_come
from council.queries import Standing


@dataclass(frozen=True)
class Asked:
    """One thing that is asked for."""

    says: str
    day: str
    is_late: bool
    is_mine: bool
    is_reply: bool


def waiting_panel(who: Standing, complaint: Complaint) -> Panel | None:
    """What is still to come: from oneself or, for those who deal with it, from each side."""
    parts = parts_of(who, complaint)
    if parts and not parts & (SIDES | KEEPERS):
        return None
    mine = side_of(who, complaint)
    owed = [one for one in still_to_come(complaint) if mine in (one.side, Side.HANDLERS)]
    asked = [_asked(one, who.on, own=mine is one.side) for one in owed]
    return Panel("complaints/waiting.html", {"asked": asked}) if asked else None


def _asked(owed: Owed, on: datetime.date, *, own: bool) -> Asked:
    return Asked(_says(owed, own=own), long_date(owed.by), owed.by < on, own, owed.kind is Writing.Kind.REPLY)


def _says(owed: Owed, *, own: bool) -> str:
    if owed.kind is Writing.Kind.REPLY:
        return _("You are asked to reply.") if own else _("The other side is asked to reply.")
    if own:
        return _("You can comment on the draft of the findings.")
    if owed.side is Side.COMPLAINANT:
        return _("Whoever complains can comment on the draft of the findings.")
    return _("The other side can comment on the draft of the findings.")
