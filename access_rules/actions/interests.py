"""An interest is declared in a matter, or said to bear on an item or a document; who is late is reminded."""

import datetime
from dataclasses import dataclass

from django.db import transaction

from access_rules import events
from access_rules.models import Document, InterestBears, Item
from access_rules.policies.interests import may_declare_interest, may_keep_interests
from access_rules.queries.interests import ToNotify
from casework.actions.announcing import announce, open_stream
from casework.actions.locking import demand
from casework.models import Reminder, Stream
from casework.rules import Fact
from council.actions.declaring import declare
from council.models import Body, Interest
from council.queries import Standing

INTERESTS = "interests"
# How long before the last day a member is reminded.
BEFORE = datetime.timedelta(days=7)


@dataclass(frozen=True)
class Matter:
    """What an interest bears on: an item of an agenda, or a document by itself; never both."""

    item: Item | None = None
    document: Document | None = None

    @property
    def stream(self) -> Stream:
        """Where it is told: of the meeting, or of the document. Raises ValueError where nothing is named."""
        if self.item is not None:
            return self.item.meeting.stream
        if self.document is None:
            raise ValueError("An interest bears on an item or on a document.")
        return self.document.stream

    @property
    def body(self) -> Body | None:
        """At whose meeting it is taken; none for a paper of no meeting, where nothing is disclosed at one."""
        meeting = self.item.meeting if self.item is not None else self.document and self.document.meeting
        return meeting.body if meeting else None


@dataclass(frozen=True)
class Declared:
    """What a member declares: of which standing, in what, and whether its details are not to be shown."""

    standing: str
    matter: str
    is_sensitive: bool = False


@transaction.atomic
def declare_on(
    *, who: Standing, declared: Declared, matter: Matter | None = None, at: datetime.datetime
) -> Interest:
    """The member’s own declaration: for the register, or in one matter, on which it bears from now on.

    The same said twice is one row. Raises Refused for whoever is no member.
    """
    demand(may_declare_interest(who))
    interest = declare(
        person=who.person,
        standing=declared.standing,
        matter=declared.matter,
        on=who.on,
        body=matter.body if matter else None,
        is_sensitive=declared.is_sensitive,
    )
    if matter is not None:
        _bear(interest, matter, who=who, at=at)
    return interest


@transaction.atomic
def say_it_bears(
    *, who: Standing, interest: Interest, matter: Matter, at: datetime.datetime
) -> InterestBears:
    """A keeper of the register says on what a declared interest bears. Raises Refused."""
    demand(may_keep_interests(who))
    Interest.objects.select_for_update(of=("self",)).get(pk=interest.pk)
    return _bear(interest, matter, who=who, at=at)


def _bear(interest: Interest, matter: Matter, *, who: Standing, at: datetime.datetime) -> InterestBears:
    """Said once, however often it is sent; told in the stream of what it bears on."""
    row, is_new = InterestBears.objects.get_or_create(
        interest=interest,
        item=matter.item,
        document=matter.document,
        defaults={"by": who.person, "at": at},
    )
    if is_new:
        facts = {"interest": interest.pk, "person": interest.person_id}
        announce(stream=matter.stream, kind=events.INTEREST_ENTERED, by=who.person, at=at, facts=facts)
    return row


@transaction.atomic
def remind_to_notify(*, owed: ToNotify, on: datetime.date, at: datetime.datetime) -> bool:
    """Reminds once in the last week, and once when it is over; says whether it did.

    Computed from stored dates alone: what became due while nothing ran is told once, late.
    """
    rung = _rung(owed, on)
    if rung is None:
        return False
    stream = open_stream(INTERESTS)
    Stream.objects.select_for_update(of=("self",)).get(pk=stream.pk)
    name = f"{owed.key}-{rung}"
    _row, is_new = Reminder.objects.get_or_create(
        stream=stream, rung=name, due_on=owed.by, defaults={"sent_at": at}
    )
    if is_new:
        facts: dict[str, Fact] = {"person": owed.person.pk, "key": owed.key, "rung": rung}
        facts["owed"] = str(owed.by)
        announce(stream=stream, kind=events.INTERESTS_DUE, by=None, at=at, facts=facts)
    return is_new


def _rung(owed: ToNotify, on: datetime.date) -> str | None:
    if on > owed.by:
        return "late"
    return "soon" if on >= owed.by - BEFORE else None
