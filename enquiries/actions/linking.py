"""Enquiries on one matter: linked, the link taken away, several answered with the same words."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q

from council.queries import Standing
from enquiries import events
from enquiries.actions.locking import ask, finish, locked
from enquiries.actions.replying import Reply, send_reply
from enquiries.models import Enquiry, Link, Message
from enquiries.policies import joining


def both_locked(first: Enquiry, second: Enquiry) -> tuple[Enquiry, Enquiry]:
    """The two rows, locked in the order of their numbers, so that nobody waits for somebody who waits."""
    rows = {one.pk: locked(one) for one in sorted((first, second), key=lambda enquiry: enquiry.pk)}
    return rows[first.pk], rows[second.pk]


@transaction.atomic
def link_enquiries(*, who: Standing, enquiry: Enquiry, other: Enquiry, at: datetime.datetime) -> bool:
    """Links the two for staff; says whether they were not linked before. Raises Refused."""
    if enquiry.pk == other.pk:
        return False
    enquiry, other = both_locked(enquiry, other)
    ask(joining.may_link, who, enquiry)
    ask(joining.may_link, who, other)
    first, second = sorted((enquiry, other), key=lambda one: one.pk)
    _link, new = Link.objects.get_or_create(first=first, second=second, defaults={"by": who.person, "at": at})
    if new:
        finish(enquiry, kind=events.LINKED, by=who.person, at=at, facts={"other": other.pk})
        finish(other, kind=events.LINKED, by=who.person, at=at, facts={"other": enquiry.pk})
    return new


@transaction.atomic
def unlink_enquiries(*, who: Standing, enquiry: Enquiry, other: Enquiry, at: datetime.datetime) -> bool:
    """Takes the link away; says whether there was one. Raises Refused."""
    enquiry, other = both_locked(enquiry, other)
    ask(joining.may_link, who, enquiry)
    ask(joining.may_link, who, other)
    between = Q(first=enquiry, second=other) | Q(first=other, second=enquiry)
    gone, _by_model = Link.objects.filter(between).delete()
    if gone:
        finish(enquiry, kind=events.UNLINKED, by=who.person, at=at, facts={"other": other.pk})
        finish(other, kind=events.UNLINKED, by=who.person, at=at, facts={"other": enquiry.pk})
    return bool(gone)


@dataclass(frozen=True)
class Read:
    """An enquiry and the version of it that the officer had read."""

    enquiry: Enquiry
    version: int


@transaction.atomic
def send_same_reply(
    *, who: Standing, cases: Sequence[Read], reply: Reply, at: datetime.datetime
) -> list[Message]:
    """Sends the same reply to each, every member in a thread of their own; all of them, or none.

    Raises Refused, or Stale with the enquiry that changed meanwhile.
    """
    for one in sorted(cases, key=lambda read: read.enquiry.pk):
        locked(one.enquiry, seen_version=one.version)
    return [
        send_reply(
            who=who,
            enquiry=one.enquiry,
            text=reply.text,
            forward_text=reply.forward_text,
            at=at,
            do_not_circulate=reply.do_not_circulate,
            late=reply.late,
        )
        for one in cases
    ]
