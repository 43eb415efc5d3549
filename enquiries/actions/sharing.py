"""A member shares an enquiry with a colleague until a day; it ends by hand, by the day, or with a term."""

import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from casework.actions.sharing import NoLogin, end_share, share_case
from casework.models import CaseShare
from casework.rules import Fact
from casework.wording import long_date
from council.models import Person
from council.queries import Standing, term_of
from enquiries import events
from enquiries.actions.locking import ask, finish, locked
from enquiries.models import Enquiry
from enquiries.policies.asking import rule_of
from enquiries.policies.privacy import may_share, may_stop_sharing
from enquiries.rules.sharing import may_last_until
from rulebook.decision import Refused, refused
from rulebook.duty import Duty


@transaction.atomic
def share_enquiry(
    *, who: Standing, enquiry: Enquiry, person: Person, until: datetime.date, at: datetime.datetime
) -> Enquiry:
    """Lets a colleague read it until the end of that day, without residents' details or files.

    Raises Refused for whoever may not, for somebody who is no member, for a day that is past or too far.
    """
    enquiry = locked(enquiry)
    ask(may_share, who, enquiry)
    rule, name = rule_of(Duty.KEEP_CONFIDENTIAL, enquiry.protocol), {"name": person.name}
    if person.pk == enquiry.member_id or term_of(person, on=who.on) is None:
        raise Refused(refused(rule, _("%(name)s is not another member today.") % name))
    if not may_last_until(until, today=who.on):
        raise Refused(refused(rule, _("It cannot be shared until that day.")))
    try:
        share_case(stream=enquiry.stream, person=person, until=until, by=who.person, at=at)
    except NoLogin:
        raise Refused(refused(rule, _("%(name)s has no login yet.") % name)) from None
    words = _("With %(name)s, until %(day)s.") % {**name, "day": long_date(until)}
    facts: dict[str, Fact] = {"person": person.pk, "until": str(until)}
    finish(enquiry, kind=events.SHARED, by=who.person, at=at, facts=facts, content={"reason": words})
    return enquiry


@transaction.atomic
def stop_sharing(*, who: Standing, enquiry: Enquiry, person: Person, at: datetime.datetime) -> bool:
    """Ends it now; a second press finds nothing to end. Raises Refused."""
    enquiry = locked(enquiry)
    ask(may_stop_sharing, who, enquiry)
    return _end(enquiry, person, by=who.person, at=at)


def _end(enquiry: Enquiry, person: Person, *, by: Person | None, at: datetime.datetime) -> bool:
    if not end_share(stream=enquiry.stream, person=person):
        return False
    words = _("With %(name)s.") % {"name": person.name}
    facts = {"person": person.pk}
    finish(enquiry, kind=events.SHARE_ENDED, by=by, at=at, facts=facts, content={"reason": words})
    return True


@transaction.atomic
def end_if_over(*, share: CaseShare, on: datetime.date, at: datetime.datetime) -> bool:
    """Takes a grant away that opens nothing any more, and says so in the case; says whether it did.

    Over is one whose day has passed, whose giver does not have the enquiry now, where either is no member, or
    where the enquiry is no longer ordinary. It opened nothing from that moment on; this only clears it away.
    """
    enquiry = locked(share.content_object.enquiry)
    person = share.user.person
    if person is None:
        return False
    stands = (
        share.until >= on
        and share.granted_by_id == enquiry.member_id
        and enquiry.is_ordinary
        and term_of(enquiry.member, on=on) is not None
        and term_of(person, on=on) is not None
    )
    return False if stands else _end(enquiry, person, by=None, at=at)
