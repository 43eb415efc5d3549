"""Letters of a case for tests: privacy asked for, copies and shares, made by the portal's own actions."""

import datetime

from django.utils import timezone

from council.models import Person, User
from enquiries.actions.copying import CopyWish, send_copy
from enquiries.actions.privacy import PrivacyAnswer, settle_privacy
from enquiries.actions.sharing import share_enquiry
from enquiries.models import Copy, Enquiry, Message, Privacy
from tests.factories.council import a_login
from tests.factories.enquiries import an_enquiry, on_day

WHY = "It is about a resident’s health."


def a_private_enquiry(privacy: Privacy = Privacy.ASKED, **more: object) -> Enquiry:
    """Sent with the wish for privacy; kept or declined by its addressee."""
    enquiry = an_enquiry(privacy=Privacy.ASKED, **more)
    if privacy in (Privacy.PRIVATE, Privacy.DECLINED):
        settled(enquiry, keeps=privacy == Privacy.PRIVATE)
    return Enquiry.objects.get(pk=enquiry.pk)


def settled(enquiry: Enquiry, *, keeps: bool, by: Person | None = None) -> Enquiry:
    """After the addressee, or somebody else, has said whether it is kept private."""
    who = by or enquiry.addressee
    assert who is not None
    ground = "obligation" if enquiry.protocol == "mwda" else ""
    answer = PrivacyAnswer(True) if keeps else PrivacyAnswer(False, ground, WHY)
    return settle_privacy(who=on_day(who), enquiry=enquiry, answer=answer, at=timezone.now())


def letter_of(enquiry: Enquiry) -> Message:
    """The last reply."""
    found = enquiry.messages.filter(kind=Message.Kind.REPLY).last()
    assert found is not None
    return found


def copied(enquiry: Enquiry, person: Person, *, general: bool = False) -> Copy | None:
    """The reply is copied to the person by its owner; None where the author is asked."""
    assert enquiry.owner is not None
    wish = CopyWish(letter_of(enquiry), person, "They answer for it.", general)
    return send_copy(who=on_day(enquiry.owner), enquiry=enquiry, wish=wish, at=timezone.now())


def shared(enquiry: Enquiry, person: Person, *, days: int = 7) -> Enquiry:
    """The member shares it with the colleague for so many days."""
    if not User.objects.filter(person=person).exists():
        a_login(person)
    until = timezone.localdate() + datetime.timedelta(days=days)
    member = on_day(enquiry.member)
    return share_enquiry(who=member, enquiry=enquiry, person=person, until=until, at=timezone.now())
