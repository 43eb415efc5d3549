"""Lists of registers that a keeper has in hand, for the gates on pages: shown, and carried out."""

import datetime
import uuid

from django.utils import timezone

from council.actions import keep_election, keep_file, make_changes, plan_of, plan_of_election
from council.files.columns import Register
from council.models import Person, RegisterFile
from council.queries import standing_of
from protocol_portal.electing import hold_election
from tests.factories.registers import lines

BROUGHT = lines(
    "Name,Email,Ward,Group",
    "Councillor Ada Finch,ada.finch@council.example,Larch and Heron,Heron group",
    ",,Larch and Heron,",
)
SHOWN = lines("Name,Ward,Group", "Ada Finch,Larch and Heron,A new group", "Bo Ray,Elm,", "Bo,Elm,")
HELD = lines("Name,Email,Ward,Group", "Faye Orr,faye@council.example,Mill,Heron group", "Gil Ash,,Mill,")
# The ward's member is not among them, and has open enquiries.
REVIEWED = lines("Name,Ward,Group", "Ida Penn,Larch and Heron,Heron group")


def lists_in_hand(keeper: Person) -> dict[str, uuid.UUID]:
    """The key of each list, by the name of the address that shows it."""
    now = timezone.now()
    today = timezone.localdate(now)
    brought = _kept(keeper, BROUGHT, now)
    make_changes(kept=brought, seen=plan_of(brought, today=today).mark(), by=keeper, at=now)
    held = _elected(keeper, HELD, now)
    who, mark = standing_of(keeper, on=today), plan_of_election(held).mark()
    hold_election(who=who, kept=held, seen=mark, choices={}, at=now)
    return {
        "register-done": brought.pk,
        "register-preview": _kept(keeper, SHOWN, now).pk,
        "election-done": held.pk,
        "election-review": _elected(keeper, REVIEWED, now).pk,
    }


def _kept(keeper: Person, content: bytes, at: datetime.datetime) -> RegisterFile:
    """A list of members; one kept at an earlier moment and not carried out would be forgotten."""
    return keep_file(
        register=Register.MEMBERS,
        name="members.csv",
        content=content,
        from_on=timezone.localdate(at),
        all_or_nothing=False,
        by=keeper,
        at=at,
    )


def _elected(keeper: Person, content: bytes, at: datetime.datetime) -> RegisterFile:
    """The list of a by-election whose new terms began yesterday."""
    first = timezone.localdate(at) - datetime.timedelta(days=1)
    return keep_election(
        name="elected.csv",
        content=content,
        from_on=first,
        last_on=first - datetime.timedelta(days=1),
        wards_only=True,
        by=keeper,
        at=at,
    )
