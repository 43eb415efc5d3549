"""A complaint that ended, with everything on it that names somebody; and what the clock makes of it."""

import datetime
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from casework.actions.announcing import announce
from casework.models import Attachment, Delivery, FormToken
from complaints import events, tasks
from complaints.models import Airing, Attempt, Complaint, Handler, Remedy, Told, Writing
from complaints.states import ComplaintState
from council.models import Person
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.complaints import a_complaint, dealing
from tests.factories.enquiries import moment

ENDED_ON = datetime.date(2026, 11, 25)
A_DAY = datetime.timedelta(days=1)


def ended(**columns: Any) -> Complaint:
    """One that was closed, with everything on it that names somebody."""
    complaint = a_complaint(state=ComplaintState.CLOSED, subject_knows=True)
    chief, now = make.a_holder_of(Post.CHIEF_EXECUTIVE), timezone.now()
    row = dealing(complaint, chief)
    other = dealing(complaint, make.an_officer(), Handler.Part.INVESTIGATOR)
    Handler.objects.filter(pk=row.pk).update(replaced_by=other)
    note = complaint.writings.create(kind=Writing.Kind.NOTE, by=chief, at=now, text="Hear the clerk.")
    Attempt.objects.create(
        complaint=complaint, writing=note, tried_on=ENDED_ON, helper=chief, recorded_by=chief
    )
    Told.objects.create(
        complaint=complaint, person=complaint.subject, told_as="subject", what="outcome", by=chief, at=now
    )
    Remedy.objects.create(complaint=complaint, writing=note, owner=chief, due_on=ENDED_ON)
    Airing.objects.create(complaint=complaint, writing=note, aired_on=ENDED_ON, reported_by=chief, at=now)
    FormToken.objects.create(
        token="x", person=complaint.subject, used_at=now, result=f"/complaints/{complaint.reference}/"
    )
    _written(complaint, chief, now)
    _a_file(complaint, chief, now)
    Complaint.objects.filter(pk=complaint.pk).update(
        route={"to": ["chief-executive"]}, logged_by=make.an_officer(), **{"keep_until": ENDED_ON, **columns}
    )
    return Complaint.objects.get(pk=complaint.pk)


def _written(complaint: Complaint, by: Person, at: datetime.datetime) -> None:
    with transaction.atomic():
        event = announce(
            stream=complaint.stream, kind=events.DECIDED, by=by, at=at, content={"words": "He did shout."}
        )
    Delivery.objects.create(event=event, person=by, not_before=at)


def _a_file(complaint: Complaint, by: Person, at: datetime.datetime) -> Attachment:
    attachment = Attachment(
        stream=complaint.stream,
        name="diary.txt",
        size=5,
        content_type="text/plain",
        sha256="0" * 64,
        uploaded_by=by,
        uploaded_at=at,
    )
    attachment.file.save("diary.txt", ContentFile(b"Diary"))
    complaint.writings.create(kind=Writing.Kind.EVIDENCE, by=by, at=at, file=attachment)
    return attachment


def erased(complaint: Complaint, on: datetime.date = ENDED_ON + A_DAY) -> Complaint:
    """The clock comes by the day after its last."""
    assert tasks.erase_on(on=on, at=moment(on)) == 1
    return Complaint.objects.get(pk=complaint.pk)
