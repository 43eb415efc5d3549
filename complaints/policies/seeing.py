"""May somebody know of a complaint, read it, and read which writing of it?"""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy

from complaints.models import Complaint, Handler, Side, Writing
from complaints.policies.parts import KEEPERS, SIDES, Part, ask, parts_of, question
from council.queries import Standing, asked_once
from rulebook.decision import Decision, refused
from rulebook.duty import Duty

_ANYONE = question(Duty.KEEP_COMPLAINT_CONFIDENTIAL, lambda who, complaint: True, "")
_FIRST = gettext_lazy("Say first that you keep it confidential. Then you can read it.")


def may_know(who: Standing, complaint: Complaint) -> Decision:
    """May the person learn that it exists? Whoever may not gets the page of a number that never was."""
    return ask(_ANYONE, who, complaint)


def may_read(who: Standing, complaint: Complaint) -> Decision:
    """May the person read what is written in it? Who deals with it first accepts the duty (WF-8.6)."""
    decision = may_know(who, complaint)
    if not decision.allowed or decision.rule is None or has_accepted(who, complaint):
        return decision
    return refused(decision.rule, str(_FIRST))


@asked_once
def has_accepted(who: Standing, complaint: Complaint) -> bool:
    """Whether the person is one of the two sides, or said that they keep it confidential."""
    parts = parts_of(who, complaint)
    if not parts or parts & SIDES:
        return True
    mine = Handler.objects.filter(complaint=complaint, person=who.person, ended_at__isnull=True)
    return not mine.filter(accepted_at__isnull=True).exists()


def writings_for(who: Standing, complaint: Complaint) -> QuerySet[Writing]:
    """What of the file the person may read: each side its own and what was disclosed to it; those who deal
    with it all; whoever has a copy or helps what both sides have, and the concern itself.
    """
    rows = complaint.writings.filter(erased_at__isnull=True)
    parts = parts_of(who, complaint)
    if not may_read(who, complaint).allowed:
        return rows.none()
    if parts & SIDES:
        side = Side.COMPLAINANT if Part.COMPLAINANT in parts else Side.SUBJECT
        return rows.filter(Q(side=side) | Q(disclosed__side=side)).distinct()
    if parts & KEEPERS or not parts:
        return rows
    both = Q(disclosed__side=Side.COMPLAINANT) | Q(side=Side.COMPLAINANT)
    return rows.filter(both).distinct()
