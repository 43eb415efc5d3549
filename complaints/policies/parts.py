"""Which part somebody has in a complaint today; every question of every page is asked in these words."""

from collections.abc import Callable
from enum import StrEnum

from django.utils.functional import Promise

from casework.policies.asking import Question, answer
from complaints.models import Complaint, Handler
from complaints.queries import visible_to
from complaints.states import ComplaintState
from council.queries import Standing, asked_once
from rulebook.decision import Decision
from rulebook.duty import Duty


class Part(StrEnum):
    """The parts; a person may have several, but never one of the sides beside one of the others."""

    COMPLAINANT = "complainant"
    SUBJECT = "subject"
    HELPER = "helper"
    RECIPIENT = "to"
    COPIED = "copy_to"
    INVESTIGATOR = "investigates"
    DECIDER = "decided_by"
    INDEPENDENT = "independent-person"


SIDES = frozenset({Part.COMPLAINANT, Part.SUBJECT})
# Who deals with it, and so keeps it; whoever only has a copy or helps reads and does nothing else.
KEEPERS = frozenset({Part.RECIPIENT, Part.INVESTIGATOR, Part.DECIDER})
Whose = Callable[[Standing, Complaint], bool]


@asked_once
def knows(who: Standing, complaint: Complaint) -> bool:
    """Whether the person may learn that the complaint exists: the one query."""
    return visible_to(who).filter(pk=complaint.pk).exists()


@asked_once
def parts_of(who: Standing, complaint: Complaint) -> frozenset[Part]:
    """The parts that the person has today; a party has their side alone (nobody deals with their own)."""
    if who.person.pk in (complaint.complainant_id, complaint.logged_by_id):
        return frozenset({Part.COMPLAINANT})
    if who.person.pk == complaint.subject_id:
        return frozenset({Part.SUBJECT} if complaint.subject_told_at else ())
    rows = Handler.objects.filter(complaint=complaint, person=who.person, ended_at__isnull=True)
    return frozenset(Part(part) for part in rows.values_list("part", flat=True))


def one_of(*parts: Part) -> Whose:
    """Asks whether the person has one of the parts."""
    wanted = frozenset(parts)
    return lambda who, complaint: bool(parts_of(who, complaint) & wanted)


def question(
    duty: Duty,
    whose: Whose,
    not_yours: str | Promise,
    states: tuple[ComplaintState, ...] | None = None,
    not_now: str | Promise = "",
) -> Question[Complaint]:
    """A question of this app’s tables: its duty, whose part it is, in which states, and the two sentences."""
    values = tuple(state.value for state in states) if states else None
    return Question(duty, whose, not_yours, values, not_now)


def ask(asked: Question[Complaint], who: Standing, complaint: Complaint) -> Decision:
    """What it answers for this person and this complaint, in the house’s order."""
    return answer(asked, who, complaint, text=complaint.protocol, state=complaint.state, knows=knows)
