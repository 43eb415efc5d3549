"""All that may hang on a case, written straight into the tables: for tests of who is shown none of it."""

from django.utils import timezone

from casework.actions.sharing import share_case
from council.models import Person
from council.queries import standing_of
from enquiries.models import (
    Contribution,
    Copy,
    CopyConsent,
    Enquiry,
    Link,
    Message,
    PreparedReply,
    Retraction,
)
from enquiries.states import State
from tests.factories.enquiries import an_enquiry


def all_beside(
    enquiry: Enquiry, people: dict[str, Person], reply: Message, *, taken_back: str
) -> dict[str, int]:
    """All that the parts hang on a case, as if it had been ordinary once; numbers by name of address."""
    owner, member, now, later = people["owner"], people["member"], timezone.now(), timezone.localdate()
    mistaken = enquiry.messages.create(
        kind=Message.Kind.REPLY, by=owner, at=now, text=f"{taken_back}.", forward_text=taken_back
    )
    Retraction.objects.create(message=mistaken, reason=f"For {taken_back}.", by=owner, at=now)
    copy = Copy.objects.create(
        message=reply, person=people["left yesterday"], permission=Copy.Permission.OFFICER, by=owner, at=now
    )
    consent = CopyConsent.objects.create(
        enquiry=enquiry,
        message=reply,
        person=people["another member"],
        reason=reply.text,
        asked_by=owner,
        asked_at=now,
    )
    Contribution.objects.create(
        enquiry=enquiry,
        team=standing_of(people["officer of another team"], on=later).appointment.team,
        question=reply.text,
        due_on=later,
        asked_by=owner,
        asked_at=now,
    )
    PreparedReply.objects.create(
        enquiry=enquiry,
        by=owner,
        stage=PreparedReply.Stage.WAITING,
        text=reply.text,
        saved_at=now,
        asked_at=now,
    )
    share = share_case(stream=enquiry.stream, person=people["another member"], until=later, by=member, at=now)
    Link.objects.create(
        first=enquiry,
        second=an_enquiry(state=State.ALLOCATED, member=people["another member"], officer=owner),
        by=owner,
        at=now,
    )
    copies = dict.fromkeys(("enquiry-copied", "enquiry-copied-letter"), copy.pk)
    return {**copies, "enquiry-copy-answer": consent.pk, "enquiry-share-stop": share.pk}
