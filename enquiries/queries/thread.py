"""What was said in an enquiry: for each reader, as a letter, as a copy, and whether it still says it."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

from django.db.models import QuerySet

from casework.models import CaseEvent
from council.queries import Standing
from council.rules import Role
from enquiries.models import (
    Copy,
    Enquiry,
    Extra,
    Message,
)

Row = TypeVar("Row")


def with_messages(enquiry: Enquiry, *, staff: bool, colleague: bool = False) -> QuerySet[Message]:
    """What was said, oldest first; officers' notes, and what was taken back, only for staff.

    A colleague reads nothing that the member was asked not to pass on (MW-7.4).
    """
    if not enquiry.may_have(Extra.MESSAGES):
        return Message.objects.none()
    messages = _with_names(enquiry.messages.all())
    return messages if staff else _for_everybody(messages, colleague=colleague)


def threads_of(enquiries: Iterable[Enquiry], *, colleague: bool) -> dict[int, list[Message]]:
    """What was said in each, by the enquiry's key, oldest first: what everybody on the case may read.

    For a colleague without what is not to be passed on.
    """
    found: dict[int, list[Message]] = {one.pk: [] for one in enquiries}
    said = _with_names(Message.objects.filter(enquiry__in=found))
    for message in _for_everybody(said, colleague=colleague):
        found[message.enquiry_id].append(message)
    return found


def _with_names(messages: QuerySet[Message]) -> QuerySet[Message]:
    return messages.select_related("by__merged_into").prefetch_related("copies__person")


def _for_everybody(messages: QuerySet[Message], *, colleague: bool = False) -> QuerySet[Message]:
    """Without officers' notes and without what was taken back."""
    messages = messages.exclude(kind__in=[Message.Kind.NOTE, Message.Kind.HAND_BACK])
    messages = messages.filter(retraction__isnull=True)
    return messages.filter(do_not_circulate=False) if colleague else messages


def letters_of(enquiry: Enquiry, *, colleague: bool = False) -> QuerySet[Message]:
    """What was said to the member and goes out as a letter too, oldest first; nothing that was taken back."""
    said = with_messages(enquiry, staff=False, colleague=colleague)
    return said.filter(kind__in=Message.LETTERS)


# What officers write to a member, which may be copied; what a member writes is not theirs to copy.
COPIED_KINDS = (
    Message.Kind.REPLY,
    Message.Kind.HOLDING_REPLY,
    Message.Kind.OUTCOME,
    Message.Kind.REFUSAL,
    Message.Kind.REDIRECTION,
)


def copyable(enquiry: Enquiry) -> QuerySet[Message]:
    """The letters in it that may be copied, newest first: none that was taken back."""
    letters = enquiry.messages.filter(kind__in=[one.value for one in COPIED_KINDS])
    return letters.filter(retraction__isnull=True).order_by("-at", "-pk")


def copies_to(who: Standing) -> QuerySet[Copy]:
    """The letters copied to the person that they may read today, newest first; each is one message.

    A member's copies while they are a member, an officer's while they are in post; never one that was taken
    back as sent to the wrong person.
    """
    if not who.in_post:
        return Copy.objects.none()
    copies = Copy.objects.filter(person=who.person, message__retraction__isnull=True)
    if not who.has(Role.MEMBER):
        copies = copies.exclude(
            permission__in=[Copy.Permission.AUTHOR.value, Copy.Permission.GENERAL_INTEREST.value]
        )
    names = ("message__by__merged_into", "message__enquiry__member", "by__merged_into")
    return copies.select_related(*names).prefetch_related("message__copies__person").order_by("-at", "-pk")


def rewritten_messages() -> Iterator[CaseEvent]:
    """The events whose message does not say any more what it said, or is gone; read row by row."""
    told = CaseEvent.objects.filter(facts__has_key="said").select_related("stream").order_by("pk")
    for batch in batched(told.iterator(chunk_size=500), 500):
        messages = Message.objects.in_bulk([event.facts["message"] for event in batch])
        for event in batch:
            message = messages.get(event.facts["message"])
            if message is None or message.digest() != event.facts["said"]:
                yield event


def batched(rows: Iterable[Row], size: int) -> Iterator[list[Row]]:
    """The rows in lists of that size, the last one shorter."""
    found = iter(rows)
    while batch := list(islice(found, size)):
        yield batch
