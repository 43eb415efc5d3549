"""Complaints for tests: in any stage, with its people, set by the model’s own steps."""

import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from casework.actions.announcing import open_case
from complaints.models import Complaint, Handler, Side, Writing
from complaints.states import ComplaintState
from council.models import Person
from rulebook.complaint import PartyKind, Procedure
from rulebook.post import Post
from tests.factories import council as make

CONCERN = "He shouted at me in the corridor after the meeting."
WANTED = "An apology, and that it does not happen again."
STEPS: dict[ComplaintState, tuple[ComplaintState, ...]] = {
    ComplaintState.RAISED: (),
    ComplaintState.INFORMAL: (ComplaintState.INFORMAL,),
    ComplaintState.RECEIVED: (ComplaintState.RECEIVED,),
    ComplaintState.ACKNOWLEDGED: (ComplaintState.RECEIVED, ComplaintState.ACKNOWLEDGED),
}
_FORMAL = (ComplaintState.RECEIVED, ComplaintState.ACKNOWLEDGED, ComplaintState.ASSESSED)
STEPS |= {
    ComplaintState.ASSESSED: _FORMAL,
    ComplaintState.INVESTIGATING: (*_FORMAL, ComplaintState.INVESTIGATING),
    ComplaintState.DECIDED: (*_FORMAL, ComplaintState.INVESTIGATING, ComplaintState.DECIDED),
    ComplaintState.REFERRED: (*_FORMAL, ComplaintState.REFERRED),
    ComplaintState.CLOSED: (*_FORMAL, ComplaintState.DECIDED, ComplaintState.CLOSED),
    ComplaintState.WITHDRAWN: (ComplaintState.RECEIVED, ComplaintState.WITHDRAWN),
}


@transaction.atomic
def a_complaint(
    *,
    state: ComplaintState = ComplaintState.RECEIVED,
    complainant: Person | None = None,
    subject: Person | None = None,
    protocol: str = "waltham-forest",
    subject_knows: bool = False,
    words: str = CONCERN,
    **more: Any,
) -> Complaint:
    """A member’s complaint about an officer, unless others are given; nobody deals with it yet."""
    reference, stream = open_case("complaint", "CMP")
    now = timezone.now()
    kinds = {"complainant_kind": PartyKind.MEMBER, "subject_kind": PartyKind.OFFICER}
    row = Complaint.objects.create(
        reference=reference,
        stream=stream,
        protocol=protocol,
        complainant=complainant or make.a_member(),
        subject=subject or make.an_officer(),
        raised_at=now,
        subject_told_at=now if subject_knows else None,
        **{"alleges": ["conduct"], **kinds, **more},
    )
    for kind, text in ((Writing.Kind.CONCERN, words), (Writing.Kind.WANTED, WANTED)):
        row.writings.create(kind=kind, side=Side.COMPLAINANT, by=row.complainant, at=now, text=text)
    for step in STEPS[state]:
        _take(row, step, now)
        row.save()
    return Complaint.objects.get(pk=row.pk)


def _take(row: Complaint, step: ComplaintState, now: datetime.datetime) -> None:
    on = timezone.localdate(now)
    week = on + datetime.timedelta(days=7)
    again = {"progress_days": 10, "next_on": week}
    take = {
        ComplaintState.INFORMAL: lambda: row.begin_informally(on=on),
        ComplaintState.RECEIVED: lambda: row.record_receipt(on=on, acknowledge_by=week),
        ComplaintState.ACKNOWLEDGED: lambda: row.record_acknowledgement(at=now, **again),
        ComplaintState.ASSESSED: lambda: row.record_assessment(severity=""),
        ComplaintState.INVESTIGATING: row.begin_investigation,
        ComplaintState.DECIDED: lambda: row.record_decision(outcome=Complaint.Outcome.PARTLY, at=now),
        ComplaintState.REFERRED: lambda: row.record_referral(to=Procedure.CODE_OF_CONDUCT),
        ComplaintState.CLOSED: lambda: row.record_close(on=on),
        ComplaintState.WITHDRAWN: lambda: row.record_withdrawal(on=on),
    }
    take[step]()


def dealing(
    complaint: Complaint,
    person: Person,
    part: Handler.Part = Handler.Part.RECIPIENT,
    *,
    post: Post = Post.CHIEF_EXECUTIVE,
    accepted: bool = True,
) -> Handler:
    """The person deals with it in that part, and accepted to keep it confidential unless told otherwise."""
    now = timezone.now()
    return Handler.objects.create(
        complaint=complaint,
        person=person,
        part=part,
        post=post.value,
        named_at=now,
        accepted_at=now if accepted else None,
    )
