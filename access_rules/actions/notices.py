"""Notices of meetings and decisions: entered once they are published; late ones by an exception."""

import datetime
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from access_rules import events
from access_rules.models import Meeting, Notice
from access_rules.policies import meetings as policies
from access_rules.queries.meetings import MeetingClock, NoticeOwed
from access_rules.rules.meeting_notices import GROUNDS, NoticeKind, why_ground_fails
from casework.actions.locking import demand, finish, locked
from casework.wording import long_date
from council.queries import Standing


@dataclass(frozen=True)
class NoticeEntry:
    """A notice as it was published. `item` is the number in the database, where the notice is of one item.

    `exception_under` is a key of `GROUNDS`, and `exception` why there was no time and who agreed.
    """

    kind: NoticeKind
    published_on: datetime.date
    words: str
    item: int | None = None
    representations: str = ""
    answer: str = ""
    exception_under: str = ""
    exception: str = ""


@transaction.atomic
def publish_notice(
    *, who: Standing, meeting: Meeting, entry: NoticeEntry, at: datetime.datetime, seen_version: int
) -> Notice:
    """Keeps a notice. One that came after its last day needs an exception that the law of the body knows.

    Raises Refused, Stale, and ValidationError (by box).
    """
    meeting = locked(meeting, seen_version=seen_version)
    demand(policies.may_publish_notice(who, meeting))
    clock = MeetingClock.read()
    owed = _owed(clock.notices(meeting), entry)
    if entry.published_on > min(timezone.localdate(at), meeting.on):
        raise ValidationError({"published_on": _("Enter a day that is not after today or the meeting")})
    _check_second(meeting, entry)
    is_late = owed.due.is_late(entry.published_on)
    if is_late:
        _check_exception(clock, meeting, owed, entry)
    notice = Notice.objects.create(
        meeting=meeting,
        item=owed.item,
        kind=entry.kind.value,
        published_on=entry.published_on,
        for_on=meeting.on,
        words=entry.words,
        representations=entry.representations,
        answer=entry.answer,
        exception_under=entry.exception_under if is_late else "",
        exception=entry.exception if is_late else "",
        by=who.person,
        at=at,
    )
    facts = {"notice": notice.pk, "kind": entry.kind.value, "late": is_late}
    finish(meeting, kind=events.NOTICE_PUBLISHED, by=who.person, at=at, facts=facts)
    return notice


def _owed(owed: list[NoticeOwed], entry: NoticeEntry) -> NoticeOwed:
    found = next((one for one in owed if one.due.kind is entry.kind and one.due.key == entry.item), None)
    if found is None:
        raise ValidationError({"which": _("This meeting needs no such notice")})
    return found


def _check_second(meeting: Meeting, entry: NoticeEntry) -> None:
    """The second notice follows the first, and answers what was said against a private meeting (reg 5(5))."""
    if entry.kind is not NoticeKind.PRIVATE_MEETING_SECOND:
        return
    first = meeting.notices.filter(kind=Notice.Kind.PRIVATE_MEETING, published_on__lte=entry.published_on)
    if not first.exists():
        raise ValidationError({"which": _("The first notice of the private meeting comes before the second")})
    if entry.representations and not entry.answer:
        raise ValidationError({"answer": _("Enter the answer to what was said against meeting in private")})


def _check_exception(clock: MeetingClock, meeting: Meeting, owed: NoticeOwed, entry: NoticeEntry) -> None:
    ground = GROUNDS.get(entry.exception_under)
    if ground is None or ground not in owed.due.grounds:
        words = _("The last day was %(day)s. Choose the exception by which the notice comes later")
        raise ValidationError({"exception_under": words % {"day": long_date(owed.due.by)}})
    last = why_ground_fails(
        ground,
        published_on=entry.published_on,
        meeting=meeting.on,
        calendar=clock.calendars.protocol,
    )
    if last is not None:
        words = _("This exception needed a notice by %(day)s. Choose another") % {"day": long_date(last)}
        raise ValidationError({"exception_under": words})
    if not entry.exception:
        raise ValidationError({"exception": _("Say why there was no time, and who agreed")})
