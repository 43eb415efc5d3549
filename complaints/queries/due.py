"""What is due in a complaint, from stored dates: acknowledgement, progress, replies, comments, remedies."""

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from complaints.models import Complaint, Remedy, Writing
from complaints.queries.awaited import still_to_come
from complaints.states import ComplaintState

# While whoever complains is owed word of how it goes.
GOES_ON = (
    ComplaintState.ACKNOWLEDGED,
    ComplaintState.ASSESSED,
    ComplaintState.INVESTIGATING,
    ComplaintState.REFERRED,
)
ACKNOWLEDGE, PROGRESS, REMEDY = "acknowledge", "progress", "remedy"
# What a side was asked for: those who deal with it hear that it did not come.
REPLY, COMMENTS = "reply", "comments"


@dataclass(frozen=True)
class Due:
    """One thing: its mark, under which a reminder of it is kept, and its last day."""

    mark: str
    by: datetime.date

    @property
    def what(self) -> str:
        """The kind of thing, without the row that it is about."""
        return self.mark.partition("-")[0]


def due_in(complaint: Complaint) -> list[Due]:
    """All that waits for its day in the complaint, whoever it waits for."""
    return [due for find in _FINDS for due in find(complaint)]


def near(by: datetime.date) -> QuerySet[Complaint]:
    """The complaints in which something is due by the day or was due before; one query."""
    remedies = Remedy.objects.filter(complaint=OuterRef("pk"), done_on__isnull=True, due_on__lte=by)
    wanted = (
        Q(state=ComplaintState.RECEIVED, acknowledge_by__lte=by)
        | Q(state__in=GOES_ON, progress_on__lte=by)
        | Q(state=ComplaintState.INVESTIGATING, reply_by__lte=by)
        | Q(state=ComplaintState.INVESTIGATING, comments_by__lte=by)
        | Exists(remedies)
    )
    return Complaint.objects.filter(wanted, erased_at__isnull=True).order_by("pk")


def _acknowledgement(complaint: Complaint) -> Iterator[Due]:
    if complaint.state == ComplaintState.RECEIVED and complaint.acknowledge_by:
        yield Due(ACKNOWLEDGE, complaint.acknowledge_by)


def _progress(complaint: Complaint) -> Iterator[Due]:
    if complaint.state in GOES_ON and complaint.progress_on:
        yield Due(PROGRESS, complaint.progress_on)


def _hearing(complaint: Complaint) -> Iterator[Due]:
    """Once for comments, whether one side or both have sent none."""
    owed = {REPLY if one.kind is Writing.Kind.REPLY else COMMENTS: one.by for one in still_to_come(complaint)}
    return (Due(mark, by) for mark, by in owed.items())


def _remedies(complaint: Complaint) -> Iterator[Due]:
    for remedy in complaint.remedies.filter(done_on__isnull=True):
        yield Due(f"{REMEDY}-{remedy.pk}", remedy.due_on)


# A new date is a line here and one in `near`.
_FINDS: tuple[Callable[[Complaint], Iterable[Due]], ...] = (_acknowledgement, _progress, _hearing, _remedies)
