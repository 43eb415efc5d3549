"""What the page of a complaint shows of conflicts: what the portal found, and what can be done about it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from casework.screens.panels import Panel
from complaints.models import Complaint, Handler
from complaints.policies.conflicts import conflicts_shown, was_asked
from complaints.policies.parts import SIDES, parts_of
from complaints.policies.standing_aside import may_name_another, may_stand_aside
from complaints.queries.replacing import REPLACED, deals_with
from complaints.rules.conflicts import NEVER_THE_SUBSTITUTE, Conflict
from council.queries import Standing


@dataclass(frozen=True)
class InQuestion:
    """Somebody who deals with it and perhaps should not: why, and whether the reader may replace them."""

    name: str
    sentences: tuple[str, ...]
    is_me: bool
    key: int
    may_replace: bool


def conflicts_panel(who: Standing, complaint: Complaint) -> Panel | None:
    """For those who deal with it: each of whom something was found or asked; None where nothing is."""
    if parts_of(who, complaint) & SIDES or not parts_of(who, complaint):
        return None
    once = {one.person_id: one for one in reversed(deals_with(complaint))}.values()
    found = [one for one in (_in_question(who, handler) for handler in once) if one is not None]
    if not found:
        return None
    given = {"people": found, "may_stand_aside": may_stand_aside(who, complaint).allowed}
    return Panel("complaints/conflicts_panel.html", given)


def _in_question(who: Standing, handler: Handler) -> InQuestion | None:
    sentences = sentences_of(who, handler)
    if was_asked(handler.complaint, handler):
        sentences = (*sentences, _("Somebody asks that they stand aside. The file says why."))
    if not sentences:
        return None
    return InQuestion(
        name=handler.person.name,
        sentences=sentences,
        is_me=handler.person_id == who.person.pk,
        key=handler.pk,
        may_replace=may_name_another(who, handler.complaint, handler).allowed,
    )


def sentences_of(who: Standing, handler: Handler) -> tuple[str, ...]:
    """Each conflict that the person may read, as a sentence."""
    shown = conflicts_shown(who, handler)
    found = [_(kind.sentence) % {"name": handler.person.name} for kind in shown]
    if Conflict.STANDS_IN in shown:
        found.append(_(NEVER_THE_SUBSTITUTE))
    return tuple(found)


def whom_to_ask_about(who: Standing, complaint: Complaint) -> list[Handler]:
    """Those whom the person knows to deal with it, and not themselves; a side hears of them once told."""
    rows = [one for one in deals_with(complaint) if one.person_id != who.person.pk]
    if not parts_of(who, complaint) & SIDES:
        return rows
    return [one for one in rows if one.part in REPLACED] if complaint.acknowledged_at else []
