"""A member leaves office: their open enquiries go on with another member, end, or wait for a decision.

Decided beforehand, carried out on the day: until then the enquiry is the member's who sent it.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from casework.actions.announcing import announce
from casework.models import CaseEvent
from council.models import Person
from council.queries import Standing, term_of
from enquiries import events, policies
from enquiries.actions.locking import ask, finish, locked
from enquiries.models import Enquiry, Succession
from enquiries.queries import ORDINARY, open_of_member, still_open
from enquiries.states import OPEN
from rulebook.decision import Refused, refused
from rulebook.duty import Duty
from rulebook.protocols import protocol
from rulebook.rule import Rule


@dataclass(frozen=True, slots=True)
class Choice:
    """What becomes of a member's open enquiries: another member goes on, they end, or they are kept open.

    Residents' details belong to the member who sent the enquiry: they go along only `with_resident`.
    """

    member: Person | None = None
    ends: bool = False
    with_resident: bool = False

    @property
    def keeps(self) -> bool:
        """Nothing is decided: democratic services look at each."""
        return self.member is None and not self.ends


@transaction.atomic
def decide_succession(
    *, who: Standing, left: Person, choice: Choice, on: datetime.date, at: datetime.datetime
) -> int:
    """Decides for every open enquiry of the member that the person may pass on; says for how many.

    Carried out at once where the day has come. A confidential enquiry is never decided on in this way: the
    monitoring officer hears of each, once. Raises Refused.
    """
    tell_of_confidential(left=left, by=who.person, at=at)
    decided = 0
    for enquiry in open_of_member(who, left):
        decided += _decide(who=who, enquiry=enquiry, choice=choice, on=on, at=at)
    return decided


@transaction.atomic
def pass_on_enquiry(*, who: Standing, enquiry: Enquiry, choice: Choice, at: datetime.datetime) -> Enquiry:
    """Decides on one enquiry whose member has left, and carries it out. Raises Refused."""
    _decide(who=who, enquiry=enquiry, choice=choice, on=who.on, at=at)
    return Enquiry.objects.get(pk=enquiry.pk)


def _decide(
    *, who: Standing, enquiry: Enquiry, choice: Choice, on: datetime.date, at: datetime.datetime
) -> bool:
    enquiry = locked(enquiry)
    ask(policies.may_pass_on, who, enquiry)
    waiting = Succession.objects.filter(enquiry=enquiry, done_at__isnull=True)
    if choice.keeps:
        waiting.delete()
        return False
    _refuse_unless_out(enquiry, choice.member, on)
    Succession.objects.update_or_create(
        enquiry=enquiry,
        done_at=None,
        defaults={
            "member": choice.member,
            "with_resident": choice.with_resident,
            "on": on,
            "decided_by": who.person,
            "decided_at": at,
        },
    )
    if on <= who.on:
        carry_out(enquiry=enquiry, on=who.on, at=at)
    return True


def _refuse_unless_out(enquiry: Enquiry, successor: Person | None, on: datetime.date) -> None:
    """Raises Refused while the member is in office on the day, and for a successor who is not."""
    text = protocol(enquiry.protocol)
    rule = Rule(
        Duty.KEEP_CONFIDENTIAL.value, Duty.KEEP_CONFIDENTIAL.sentence, text.cite(Duty.KEEP_CONFIDENTIAL)
    )
    if term_of(enquiry.member, on=on) is not None:
        sentence = _("%(name)s is a member on that day, so the enquiry stays theirs.")
        raise Refused(refused(rule, sentence % {"name": enquiry.member.name}))
    if successor is not None and term_of(successor, on=on) is None:
        raise Refused(refused(rule, _("%(name)s is not a member on that day.") % {"name": successor.name}))


@transaction.atomic
def carry_out(*, enquiry: Enquiry, on: datetime.date, at: datetime.datetime) -> bool:
    """Passes the enquiry on, or ends it, as it was decided; says whether it did.

    Not while its member is in office after all (the decision falls), nor before the successor is (it waits).
    """
    enquiry = locked(enquiry)
    waiting = (
        Succession.objects.select_for_update(of=("self",))
        .select_related("member", "decided_by")
        .filter(enquiry=enquiry, done_at__isnull=True, on__lte=on)
        .first()
    )
    if waiting is None:
        return False
    if enquiry.state not in OPEN or term_of(enquiry.member, on=on) is not None:
        waiting.delete()
        return False
    if waiting.member is not None and term_of(waiting.member, on=on) is None:
        return False
    if waiting.member is None:
        enquiry.record_withdrawal(on=on)
        finish(enquiry, kind=events.ENDED_WITH_TERM, by=waiting.decided_by, at=at)
    else:
        before = enquiry.member
        enquiry.pass_to_member(member=waiting.member, with_resident=waiting.with_resident)
        words = _("From %(before)s to %(after)s.") % {"before": before.name, "after": waiting.member.name}
        finish(
            enquiry,
            kind=events.PASSED_ON,
            by=waiting.decided_by,
            at=at,
            facts={"left": before.pk, "member": waiting.member.pk},
            content={"reason": words},
        )
    waiting.done_at = at
    waiting.save(update_fields=["done_at"])
    return True


def tell_of_confidential(*, left: Person, by: Person, at: datetime.datetime) -> Sequence[CaseEvent]:
    """Says once of each open enquiry that is confidential or private that its member left.

    The monitoring officer decides on it.
    """
    told = []
    for enquiry in still_open(Enquiry.objects.filter(~ORDINARY, member=left)).order_by("pk"):
        row = locked(enquiry)
        if not CaseEvent.objects.filter(stream=row.stream, kind=events.MEMBER_LEFT.name).exists():
            facts = {"enquiry": row.pk, "left": left.pk}
            told.append(announce(stream=row.stream, kind=events.MEMBER_LEFT, by=by, at=at, facts=facts))
    return told
