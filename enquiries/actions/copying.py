"""Letters are copied openly: every copy stands under the letter, and everybody on the case hears of it."""

import datetime
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from council.models import Person
from council.queries import Standing, standing_of
from enquiries import events
from enquiries.actions.locking import ask, finish, locked
from enquiries.models import Copy, CopyConsent, Enquiry, Message
from enquiries.policies.asking import rule_of
from enquiries.policies.privacy import may_answer_copy, may_copy
from enquiries.queries import copyable, is_responsible
from enquiries.rules.privacy import CopyWay, way_to_copy
from rulebook.decision import Refused, refused
from rulebook.duty import Duty
from rulebook.protocols import protocol

PERMISSIONS = {
    CopyWay.AT_ONCE: Copy.Permission.OFFICER,
    CopyWay.GENERAL_INTEREST: Copy.Permission.GENERAL_INTEREST,
}


@dataclass(frozen=True)
class CopyWish:
    """Which letter is to go to whom, why, and whether the officer holds it to be of general interest."""

    message: Message
    person: Person
    reason: str
    of_general_interest: bool = False


@transaction.atomic
def send_copy(
    *, who: Standing, enquiry: Enquiry, wish: CopyWish, at: datetime.datetime, seen_version: int | None = None
) -> Copy | None:
    """Copies a letter that was sent; where its author has to agree, asks the author and copies nothing yet.

    Raises Refused, or Stale. Returns the copy, or None where the author was asked.
    """
    enquiry = locked(enquiry, seen_version=seen_version)
    ask(may_copy, who, enquiry)
    way = _way(who, enquiry, wish)
    if way is CopyWay.ASK_AUTHOR:
        CopyConsent.objects.create(
            enquiry=enquiry,
            message=wish.message,
            person=wish.person,
            reason=wish.reason.strip(),
            asked_by=who.person,
            asked_at=at,
        )
        facts = {"asked": wish.person.pk, "about": wish.message.pk}
        finish(enquiry, kind=events.CONSENT_ASKED, by=who.person, at=at, facts=facts)
        return None
    return _copy(enquiry, wish, permission=PERMISSIONS[way], by=who.person, at=at)


def _way(who: Standing, enquiry: Enquiry, wish: CopyWish) -> CopyWay:
    """By which way it goes. Raises Refused for whoever has it already, was asked about, or is not in post."""
    theirs = standing_of(wish.person, on=who.on)
    rule, name = rule_of(Duty.COPY, enquiry.protocol), {"name": wish.person.name}
    if not copyable(enquiry).filter(pk=wish.message.pk).exists():
        raise Refused(refused(rule, _("This letter cannot be copied.")))
    if theirs.term is None and theirs.appointment is None:
        raise Refused(refused(rule, _("%(name)s holds no post here today.") % name))
    if wish.person.pk in (enquiry.member_id, wish.message.by_id):
        raise Refused(refused(rule, _("%(name)s has this letter already.") % name))
    if Copy.objects.filter(message=wish.message, person=wish.person).exists():
        raise Refused(refused(rule, _("%(name)s has a copy of this letter already.") % name))
    asked = CopyConsent.objects.filter(message=wish.message, person=wish.person).order_by("pk").last()
    if asked is not None and asked.agreed is None:
        raise Refused(refused(rule, _("The member has been asked already, and has not answered yet.")))
    if asked is not None and asked.agreed is False:
        raise Refused(refused(rule, _("The member does not want %(name)s to have a copy.") % name))
    return way_to_copy(
        protocol(enquiry.protocol),
        is_ordinary=enquiry.is_ordinary,
        to_member=theirs.term is not None,
        is_responsible=is_responsible(theirs, enquiry),
        of_general_interest=wish.of_general_interest,
    )


def _copy(
    enquiry: Enquiry,
    wish: CopyWish,
    *,
    permission: Copy.Permission,
    by: Person,
    at: datetime.datetime,
    asked_by: Person | None = None,
) -> Copy:
    """The one place that makes a copy: with it goes the event of which everybody on the case hears.

    The copy is the officer's who asked for it, `asked_by`, where `by` is the author who agreed.
    """
    copy = Copy.objects.create(
        message=wish.message, person=wish.person, permission=permission, by=asked_by or by, at=at
    )
    finish(
        enquiry,
        kind=events.COPIED,
        by=by,
        at=at,
        facts={"copied": wish.message.pk, "person": wish.person.pk, "copy": copy.pk},
        content={"reason": _("To %(name)s.") % {"name": wish.person.name}},
    )
    return copy


@transaction.atomic
def answer_consent(
    *, who: Standing, consent: CopyConsent, agrees: bool, at: datetime.datetime
) -> CopyConsent:
    """The author says whether the copy may go; agreed, it goes at once. A second press changes nothing.

    Raises Refused.
    """
    enquiry = locked(consent.enquiry)
    row: CopyConsent = CopyConsent.objects.select_for_update(of=("self",)).get(pk=consent.pk)
    ask(may_answer_copy, who, enquiry)
    if row.agreed is not None:
        return row
    row.agreed, row.answered_by, row.answered_at = agrees, who.person, at
    row.save(update_fields=["agreed", "answered_by", "answered_at"])
    said = _("The copy may go.") if agrees else _("The copy may not go.")
    facts = {"asked": row.person_id, "about": row.message_id, "agreed": agrees}
    finish(enquiry, kind=events.CONSENT_ANSWERED, by=who.person, at=at, facts=facts, content={"reason": said})
    stands = copyable(enquiry).filter(pk=row.message_id).exists()
    if agrees and enquiry.is_ordinary and stands:
        wish = CopyWish(row.message, row.person, row.reason)
        if not Copy.objects.filter(message=row.message, person=row.person).exists():
            _copy(
                enquiry,
                wish,
                permission=Copy.Permission.AUTHOR,
                by=who.person,
                at=at,
                asked_by=row.asked_by,
            )
    return row
