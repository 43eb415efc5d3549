"""Items come onto an agenda, change and are withdrawn."""

import datetime
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from access_rules import events
from access_rules.actions.meetings import agenda_due
from access_rules.models import Item, Meeting, Notice
from access_rules.policies import meetings as policies
from access_rules.queries.meetings import MeetingClock, facts_of
from access_rules.rules.meeting_law import Regime, regime_of
from casework.actions.locking import demand, finish, locked
from casework.rules import Fact
from casework.wording import long_date
from council.queries import Standing, protocol_in_force
from council.rules import BodyType


@dataclass(frozen=True)
class ItemEntry:
    """What a keeper says of an item; the title is open to everybody."""

    title: str
    is_private: bool = False
    private_under: tuple[str, ...] = ()
    is_key_decision: bool = False
    urgent_because: str = ""


@transaction.atomic
def add_item(
    *, who: Standing, meeting: Meeting, entry: ItemEntry, at: datetime.datetime, seen_version: int
) -> Item:
    """Adds the next item. Once the agenda is out, or should be, it counts as added later (LGA 1972 s100B(3)).

    Raises Refused, Stale, and ValidationError where a late item does not say why it is urgent (s100B(4)(b)).
    """
    meeting = locked(meeting, seen_version=seen_version)
    demand(policies.may_change_agenda(who, meeting))
    _check(meeting, entry)
    today = timezone.localdate(at)
    clock = MeetingClock.read()
    by = agenda_due(clock, facts_of(meeting, text=clock.text)).by
    if today > by and not entry.urgent_because:
        words = _("The agenda had to be out by %(day)s. Say why the item is urgent all the same") % {
            "day": long_date(by)
        }
        raise ValidationError({"urgent_because": words})
    is_out = meeting.notices.filter(kind=Notice.Kind.AGENDA, for_on=meeting.on).exists()
    last = meeting.items.aggregate(last=Max("number"))["last"] or 0
    item = Item(meeting=meeting, number=last + 1, added_on=today if is_out or today > by else None)
    _enter(item, entry)
    _done(meeting, item, "added", who=who, at=at)
    return item


@transaction.atomic
def change_item(
    *, who: Standing, item: Item, entry: ItemEntry, at: datetime.datetime, seen_version: int
) -> Item:
    """Changes what is said of an item. Raises Refused, Stale, and ValidationError."""
    meeting = locked(item.meeting, seen_version=seen_version)
    demand(policies.may_change_agenda(who, meeting))
    item = _standing(meeting, item)
    _check(meeting, entry)
    _enter(item, entry)
    _done(meeting, item, "changed", who=who, at=at)
    return item


@transaction.atomic
def withdraw_item(
    *, who: Standing, item: Item, because: str, at: datetime.datetime, seen_version: int
) -> Item:
    """Withdraws it with the reason; no other gets its number. Raises Refused, Stale, ValidationError."""
    meeting = locked(item.meeting, seen_version=seen_version)
    demand(policies.may_change_agenda(who, meeting))
    item = _standing(meeting, item)
    item.withdrawn_at, item.withdrawn_because = at, because
    _done(meeting, item, "withdrawn", who=who, at=at)
    return item


def _standing(meeting: Meeting, item: Item) -> Item:
    """The item as it stands under the lock; ValidationError for one that was withdrawn."""
    found = meeting.items.get(pk=item.pk)
    if found.withdrawn_at is not None:
        raise ValidationError(_("This item was withdrawn"))
    return found


def _check(meeting: Meeting, entry: ItemEntry) -> None:
    if entry.private_under and not entry.is_private:
        words = _("Paragraphs of Schedule 12A belong to an item that is taken in private")
        raise ValidationError({"private_under": words})
    regime = regime_of(protocol_in_force(), BodyType(meeting.body.kind))
    if entry.is_key_decision and regime is not Regime.EXECUTIVE:
        raise ValidationError({"is_key_decision": _("Only the executive takes key decisions")})


def _enter(item: Item, entry: ItemEntry) -> None:
    item.title, item.is_private = entry.title, entry.is_private
    item.private_under = list(entry.private_under)
    item.is_key_decision, item.urgent_because = entry.is_key_decision, entry.urgent_because


def _done(meeting: Meeting, item: Item, what: str, *, who: Standing, at: datetime.datetime) -> None:
    item.save()
    facts: dict[str, Fact] = {"item": item.pk, "number": item.number, "what": what}
    finish(meeting, kind=events.ITEM_CHANGED, by=who.person, at=at, facts=facts)
