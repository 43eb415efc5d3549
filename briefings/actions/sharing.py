"""What one group is given reaches the others as the text has it: offered to all, or told to all."""

import datetime

from django.db import transaction

from briefings import events
from briefings.actions.giving import give_what_is_released
from briefings.clock import answer_by
from briefings.models import Briefing, Matter
from briefings.policies import sharing as policies
from briefings.policies.parity import may_offer_missing
from briefings.queries.answering import groups_on
from briefings.queries.sharing import due, is_due, without_it
from casework.actions.announcing import open_case
from casework.actions.locking import demand, finish, locked
from casework.events import EventKind
from council.models import Person, PoliticalGroup
from council.queries import Standing
from rulebook.briefing.given import EqualAccess


@transaction.atomic
def share(matter: Matter, *, by: Person | None, on: datetime.date, at: datetime.datetime) -> list[Briefing]:
    """A row for each group of the day that has none yet: an offer or a telling, when its moment has come.

    Offers go out with the agreement (HA-4.12), tellings once it was prepared or an officer attended
    (MW-12.2c, MW-12.3d); a text that gives it on request has nobody told. Called again it makes only what is
    missing, so a group that was formed since gets its own. The matter is locked, so that two who share at
    once make one row for each group.
    """
    matter = locked(matter)
    if not is_due(matter):
        return []
    offers = matter.equal_access == EqualAccess.OFFER_ALL
    origin = Briefing.Origin.OFFERED if offers else Briefing.Origin.TOLD
    return [_open(matter, group, origin, by=by, at=at) for group in without_it(matter, groups_on(on))]


@transaction.atomic
def offer_missing(*, who: Standing, at: datetime.datetime) -> int:
    """Every group of the day gets what it should have by now; says how many rows it made. Raises Refused."""
    demand(may_offer_missing(who))
    rows = [share(one, by=who.person, on=who.on, at=at) for one in due().order_by("pk")]
    return sum(len(made) for made in rows)


def _open(
    matter: Matter,
    group: PoliticalGroup,
    origin: Briefing.Origin,
    *,
    by: Person | None,
    at: datetime.datetime,
) -> Briefing:
    reference, stream = open_case("briefing", "BRF")
    offered = origin is Briefing.Origin.OFFERED
    row = Briefing(
        reference=reference,
        stream=stream,
        protocol=matter.protocol,
        group=group,
        origin=origin,
        matter=matter,
        form=matter.form,
        state=origin.value,
        asked_at=at,
        subject=matter.subject,
        answer_by=answer_by(at) if offered else None,
    )
    finish(row, kind=events.OFFERED if offered else events.TOLD, by=by, at=at, facts={"matter": matter.pk})
    return row


@transaction.atomic
def take_up(
    *,
    who: Standing,
    row: Briefing,
    seen_version: int | None,
    at: datetime.datetime,
    others_present: str = "",
) -> Briefing:
    """The group wants what it was offered, or a copy of what it was told of; a released report comes at once.

    `others_present` names whoever will be there and is neither a member nor an officer.

    The matter is locked first, as whoever releases does. Raises Refused, Stale.
    """
    if row.matter is not None:
        locked(row.matter)
    row = locked(row, seen_version=seen_version)
    demand(policies.may_take_up(who, row))
    row.others_present = others_present
    row.record_taking_up(by=who.person, at=at)
    _answered(row, events.TAKEN_UP, who=who, at=at)
    return give_what_is_released(row, by=who.person, at=at)


@transaction.atomic
def pass_by(*, who: Standing, row: Briefing, seen_version: int | None, at: datetime.datetime) -> Briefing:
    """The group does not want it now; nothing is lost by that. Raises Refused, Stale."""
    row = locked(row, seen_version=seen_version)
    demand(policies.may_pass_by(who, row))
    row.record_passing(by=who.person, at=at, on=who.on)
    return _answered(row, events.PASSED, who=who, at=at)


def _answered(row: Briefing, kind: EventKind, *, who: Standing, at: datetime.datetime) -> Briefing:
    finish(row, kind=kind, by=who.person, at=at, facts={"matter": row.matter_id or 0})
    return row
